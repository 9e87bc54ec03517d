// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/profile_file.h"

#include "backend/estate/profile_rows.h"

#include <algorithm>
#include <set>

namespace keyward::estate {
namespace {

/// Goes through a file and notes all that is wrong.
class FileReader
{
public:
    FileReader(bool shipped, const Platform *platform, const Catalogue *known)
        : m_shipped(shipped), m_platform(platform), m_known(known)
    {}

    std::expected<ProfileFile, FileFaults> read(ByteView file)
    {
        auto root = placedJson(file);
        if (!root) return std::unexpected(FileFaults{root.error()});
        Row row(*root, m_faults);
        const auto *schema = row.required("schema");
        if (const auto name = row.text("schema"); schema && name != "keyward.profiles/1")
            row.fault(*schema, said("'{0}' is no schema of this program; it reads keyward.profiles/1", name));
        if (m_shipped) row.eachOf("services", [this](Row &service) { takeService(service); });
        const auto *list = row.required("profiles");
        row.eachOf("profiles", [this](Row &profile) { takeProfile(profile); });
        row.finish();
        if (list && m_faults.empty()) checkNumber(*list);
        if (m_shipped) checkServices();
        std::ranges::stable_sort(m_faults, {},
                                 [](const FileFault &one) { return std::pair(one.at.line, one.at.column); });
        if (!m_faults.empty()) return std::unexpected(std::move(m_faults));
        return std::move(m_out);
    }

private:
    void checkNumber(const PlacedJson &list)
    {
        if (m_out.profiles.empty()) m_faults.push_back({list.at, said("no profile")});
        if (!m_shipped && m_out.profiles.size() > 1)
            m_faults.push_back({list.items[1].at, said("a file of your own holds one profile")});
    }

    void takeProfile(Row &row)
    {
        auto profile = profileFrom(row, m_shipped);
        row.finish();
        const auto *id = row.value("id");
        if (id && !m_ids.insert(profile.id).second)
            row.fault(*id, said("there is a profile '{0}' already", profile.id));
        if (id && m_known && m_known->find(profile.id))
            row.fault(*id, said("there is a profile '{0}' already", profile.id));
        else if (id && m_known && m_known->service(profile.id)) // by which the catalogue shows either
            row.fault(*id, said("there is a service '{0}' already", profile.id));
        const auto *trusted = row.value("trustedService");
        const auto *platform = m_known ? &m_known->platform() : m_platform;
        if (trusted && platform && !profile.trustedService.empty() && !platform->service(profile.trustedService))
            row.fault(*trusted,
                      said("'{0}' is not on the platform's list of trusted services", profile.trustedService));
        if (platform) checkProvider(row, profile, *platform);
        if (m_known) checkAgainstCatalogue(row, profile);
        m_out.profiles.push_back(std::move(profile));
    }

    void checkProvider(Row &row, const ServiceProfile &profile, const Platform &platform)
    {
        const auto *feature = row.value("creationFeature");
        if (feature && !profile.creationFeature.empty() && !platform.provider(profile.creationFeature))
            row.fault(*feature,
                      said("'{0}' is not on the platform's list of resource providers", profile.creationFeature));
        const auto *at = row.value("provider");
        if (!at || profile.provider.empty()) return;
        const auto *provider = platform.provider(profile.provider);
        if (!provider)
            row.fault(*at, said("'{0}' is not on the platform's list of resource providers", profile.provider));
        else if (profile.goesByFirstParty() && provider->firstParty.empty())
            row.fault(*at, said("resource provider '{0}' has no application", profile.provider));
    }

    void checkAgainstCatalogue(Row &row, const ServiceProfile &profile)
    {
        const auto known = m_known->all();
        const auto isService = [&](const std::string &name) {
            return std::ranges::any_of(known, [&](const auto *one) { return one->service == name; });
        };
        if (const auto *service = row.value("service"); service && profile.service != profile.id)
            if (!isService(profile.service)) row.fault(*service, said("there is no service '{0}'", profile.service));
        if (const auto *stores = row.value("stores"))
            for (const auto &one : stores->items)
                if (!isService(one.text)) row.fault(one, said("there is no service '{0}'", one.text));
    }

    void takeService(Row &row)
    {
        auto service = serviceFrom(row);
        row.finish();
        const auto *id = row.value("id");
        if (id && std::ranges::contains(m_out.services, service.id, &ListedService::id))
            row.fault(*id, said("there is a service '{0}' already", service.id));
        if (const auto *profiles = row.value("profiles")) m_named.emplace_back(profiles->at, service);
        m_out.services.push_back(std::move(service));
    }

    /// MOD-17, MOD-19: every listed service has a profile, and no first edition takes more than the list says.
    void checkServices()
    {
        for (const auto &[at, service] : m_named) {
            if (service.profiles.empty()) m_faults.push_back({at, said("no profile for service '{0}'", service.id)});
            for (const auto &name : service.profiles) {
                const auto profile = std::ranges::find(m_out.profiles, name, &ServiceProfile::id);
                if (profile == m_out.profiles.end()) {
                    m_faults.push_back({at, said("there is no profile '{0}'", name)});
                    continue;
                }
                if (profile->managedHsm && profile->edition == "default" && service.managedHsm != Support::Yes)
                    m_faults.push_back({at, said("profile '{0}' takes keys of a managed HSM, service '{1}' does not",
                                                 name, service.id)});
                if ((profile->keySource == KeySource::None) != (service.vault == Support::NotApplicable))
                    m_faults.push_back({at, said("profile '{0}' and service '{1}' differ in whether there is data",
                                                 name, service.id)});
            }
        }
    }

    bool m_shipped;
    const Platform *m_platform;
    const Catalogue *m_known;
    FileFaults m_faults;
    std::set<std::string> m_ids;
    std::vector<std::pair<Place, ListedService>> m_named;
    ProfileFile m_out;
};

} // namespace

std::expected<ProfileFile, FileFaults> shippedProfiles(ByteView file, const Platform &platform)
{
    return FileReader(true, &platform, nullptr).read(file);
}

std::expected<ServiceProfile, FileFaults> ownProfile(ByteView file, const Catalogue *known)
{
    if (file.size() > longestProfileFile)
        return std::unexpected(FileFaults{{{}, said("the file is longer than {0} KiB", longestProfileFile / 1024)}});
    auto read = FileReader(false, nullptr, known).read(file);
    if (!read) return std::unexpected(std::move(read.error()));
    return std::move(read->profiles.front());
}

} // namespace keyward::estate
