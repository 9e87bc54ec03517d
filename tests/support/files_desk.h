// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/files_service.h"
#include "tests/support/fixture.h"

#include <fstream>
#include <map>

/// Resources that keep files, on a real keystore, as one process has it.
namespace keyward::test {

/// Of all files below a folder, by their names alone.
inline std::map<std::string, std::string> bytesIn(const std::filesystem::path &folder)
{
    std::map<std::string, std::string> out;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        out[entry.path().filename().string()] = std::string(std::istreambuf_iterator<char>(in), {});
    }
    return out;
}

class FilesDesk
{
public:
    FilesDesk(const std::filesystem::path &folder, const Clock &clock)
        : desk(folder, clock), m_outside(folder.string() + "-outside")
    {
        std::filesystem::create_directories(m_outside);
    }
    virtual ~FilesDesk() = default;

    estate::command::CreateResource creation(const std::string &name, const std::string &type,
                                             std::optional<estate::ResourceId> store = {},
                                             const std::string &region = "westeurope") const
    {
        const auto settings = desk.estate()->settings();
        return {.id = id<estate::ResourceId>(),
                .type = type,
                .name = must(ResourceName::from(name)),
                .place = {must(Region::from(region)), settings.tenant, settings.subscription, "default"},
                .tags = {},
                .store = store};
    }
    estate::ResourceId make(const std::string &name, const std::string &type,
                            std::optional<estate::ResourceId> store = {}, const std::string &region = "westeurope")
    {
        const auto create = creation(name, type, store, region);
        must(desk.run(create));
        return create.id;
    }

    std::filesystem::path outside(const std::string &name) const { return m_outside / name; }
    std::filesystem::path fileWith(const std::string &name, const std::string &content) const
    {
        std::ofstream(outside(name), std::ios::binary | std::ios::trunc) << content;
        return outside(name);
    }
    Status put(const estate::ResourceId &on, const std::string &path, const std::string &content,
               bool overwrite = false)
    {
        return files()
            .putFile({.resource = on, .path = must(estate::ObjectPath::from(path)), .overwrite = overwrite},
                     fileWith("in", content), owner, {})
            .transform([](const auto &) {});
    }
    Result<std::string> get(const estate::ResourceId &from, const std::string &path)
    {
        const auto to = outside("out");
        std::filesystem::remove(to);
        KEYWARD_CHECK(
            files().getFile(from, must(estate::ObjectPath::from(path)), to, owner, {}).transform([](const auto &) {}));
        std::ifstream in(to, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    Status remove(const estate::ResourceId &from, const std::string &path)
    {
        return files().remove(from, must(estate::ObjectPath::from(path)), owner);
    }
    std::vector<std::string> paths(const estate::ResourceId &of, const std::string &prefix = {})
    {
        std::vector<std::string> out;
        for (const auto &one : must(files().list(of, prefix))) out.push_back(one.path.text());
        return out;
    }
    std::filesystem::path folder(const estate::ResourceId &of)
    {
        const auto estate = desk.estate();
        return desk.store().folder() / estate::keptFilesOf(*estate->resource(of))->folder;
    }
    /// Of the files below its folder that are no part of the index: one for each that something needs.
    std::size_t filesThere(const estate::ResourceId &of)
    {
        std::size_t out = 0;
        for (const auto &entry : std::filesystem::directory_iterator(folder(of)))
            out += !entry.path().filename().string().starts_with("index");
        return out;
    }

    mutable Desk desk;

protected:
    protection::ServiceParts parts() { return {desk.engine(), desk.keys(), context(), desk.store().folder()}; }

private:
    virtual protection::FilesService &files() = 0;
    std::filesystem::path m_outside;
};

} // namespace keyward::test
