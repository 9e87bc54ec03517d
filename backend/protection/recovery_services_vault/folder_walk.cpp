// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/folder_walk.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>

namespace keyward::protection {
namespace {

constexpr std::size_t keptOpen = 128; // folders on the way; a deeper way is gone back by '..'
constexpr int openFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

struct Closer {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

struct Level {
    Descriptor folder;
    struct stat info{};
    std::string path;
    std::vector<std::string> names;
    std::size_t next = 0;
};

/// Returns an errno; what could be listed before it stays.
int listNames(const Descriptor &folder, std::vector<std::string> &names)
{
    Descriptor again(::fcntl(folder.number(), F_DUPFD_CLOEXEC, 0));
    const std::unique_ptr<DIR, Closer> list(again.isOpen() ? ::fdopendir(again.number()) : nullptr);
    if (!list) return errno;
    again.release();
    while (true) {
        errno = 0;
        const auto *entry = ::readdir(list.get());
        if (!entry) break;
        const std::string name(entry->d_name);
        if (name != "." && name != "..") names.push_back(name);
    }
    const int error = errno;
    std::ranges::sort(names);
    return error;
}

class Walk
{
public:
    explicit Walk(WalkVisitor &visitor) : m_visitor(visitor) {}

    Status run(const std::filesystem::path &root)
    {
        Found found{AT_FDCWD, root.string(), ".", {}};
        if (::stat(root.c_str(), &found.info) != 0) return m_visitor.unlistable(".", errno);
        KEYWARD_CHECK(enter(found));
        while (!m_levels.empty()) {
            auto &level = m_levels.back();
            KEYWARD_CHECK(level.next == level.names.size() ? leave() : look(level.names[level.next++]));
        }
        return {};
    }

private:
    Status look(const std::string &name)
    {
        const auto &level = m_levels.back();
        Found found{level.folder.number(), name, level.path.empty() ? name : level.path + '/' + name, {}};
        if (::fstatat(found.folder, name.c_str(), &found.info, AT_SYMLINK_NOFOLLOW) != 0)
            return m_visitor.unreadable(found.path, errno);
        if (!m_visitor.wanted(found)) return {};
        return S_ISDIR(found.info.st_mode) ? enter(found) : m_visitor.other(found);
    }

    Status enter(Found &found)
    {
        Level level{Descriptor(::openat(found.folder, found.name.c_str(), openFolder)),
                    {},
                    found.path == "." ? "" : found.path,
                    {},
                    0};
        const int error = errno;
        if (!level.folder.isOpen()) {
            if (error == ENOENT) return m_visitor.unreadable(found.path, error);
            KEYWARD_CHECK(m_visitor.folder(found, level.folder));
            return m_visitor.unlistable(found.path, error);
        }
        if (::fstat(level.folder.number(), &level.info) != 0) return m_visitor.unreadable(found.path, errno);
        found.info = level.info;
        const bool circular =
            std::ranges::any_of(m_levels, [&](const Level &above) { return same(above.info, level.info); });
        if (circular) return m_visitor.unreadable(found.path, ELOOP); // mounted into itself
        KEYWARD_CHECK(m_visitor.folder(found, level.folder));
        if (const int failed = listNames(level.folder, level.names))
            KEYWARD_CHECK(m_visitor.unlistable(found.path, failed));
        m_levels.push_back(std::move(level));
        if (m_levels.size() > keptOpen) m_levels[m_levels.size() - 1 - keptOpen].folder = Descriptor();
        return {};
    }

    Status leave()
    {
        const auto left = std::move(m_levels.back());
        m_levels.pop_back();
        if (m_levels.empty() || m_levels.back().folder.isOpen()) return {};
        auto &above = m_levels.back();
        above.folder = Descriptor(::openat(left.folder.number(), "..", openFolder));
        struct stat info{};
        if (above.folder.isOpen() && ::fstat(above.folder.number(), &info) == 0 && same(info, above.info)) return {};
        return fail(Code::SourceUnreadable, above.path, {"a folder below it was moved away while it was read"});
    }

    WalkVisitor &m_visitor;
    std::vector<Level> m_levels;
};

} // namespace

Status walk(const std::filesystem::path &root, WalkVisitor &visitor) { return Walk(visitor).run(root); }

} // namespace keyward::protection
