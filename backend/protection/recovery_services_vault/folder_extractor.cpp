// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/folder_extractor.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"
#include "backend/protection/recovery_services_vault/archive_reader.h"
#include "backend/protection/recovery_services_vault/includes.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <string>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace keyward::protection {
namespace {

/// No absolute name, no '..', no empty part: nothing that could lead out of the folder.
bool staysInside(std::string_view path)
{
    if (path.empty() || path.front() == '/') return false;
    while (!path.empty()) {
        const auto slash = path.find('/');
        if (path.substr(0, slash) == "..") return false;
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    return true;
}

/// Rights and times of a folder, which come last: what is made in it needs the one and changes the other.
struct FolderFinish {
    std::string path;
    mode_t mode = 0;
    uid_t owner = 0;
    gid_t group = 0;
    timespec times[2] = {{0, UTIME_OMIT}, {0, UTIME_OMIT}};
};

FolderFinish finishOf(archive_entry *entry, std::string path)
{
    FolderFinish out{std::move(path), archive_entry_perm(entry), static_cast<uid_t>(archive_entry_uid(entry)),
                     static_cast<gid_t>(archive_entry_gid(entry))};
    if (archive_entry_atime_is_set(entry)) out.times[0] = {archive_entry_atime(entry), archive_entry_atime_nsec(entry)};
    if (archive_entry_mtime_is_set(entry)) out.times[1] = {archive_entry_mtime(entry), archive_entry_mtime_nsec(entry)};
    return out;
}

class Extractor
{
public:
    Extractor(const Extraction &what, const ArchiveOpener &open, const ProgressCallback &progress)
        : m_what(what), m_open(open), m_progress(progress), m_includes(what.includes)
    {
        openDisk();
    }

    Result<ExtractSummary> run()
    {
        // Opened before anything is written: what of it cannot be made durable is reported through it at the end.
        const Descriptor disk(::open(m_what.staging.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!disk.isOpen()) return failWith(errno, m_what.staging);
        KEYWARD_CHECK(pass([&](archive_entry *entry) { return take(entry); }));
        if (const auto *missed = m_includes.missed())
            return fail(Code::NothingMatched, m_what.pointName, {printable(*missed)});
        KEYWARD_CHECK(fetchContents());
        if (archive_write_close(m_disk.get()) != ARCHIVE_OK) return diskFailure("");
        KEYWARD_CHECK(finishFolders());
        if (::syncfs(disk.number()) != 0) return failWith(errno, m_what.staging);
        if (m_what.check) KEYWARD_CHECK(m_what.check(m_summary));
        KEYWARD_CHECK(finishRoot(disk));
        return std::move(m_summary);
    }

private:
    void openDisk()
    {
        m_disk.reset(archive_write_disk_new());
        int flags = ARCHIVE_EXTRACT_TIME | ARCHIVE_EXTRACT_PERM | ARCHIVE_EXTRACT_ACL | ARCHIVE_EXTRACT_XATTR |
                    ARCHIVE_EXTRACT_SECURE_SYMLINKS | ARCHIVE_EXTRACT_SECURE_NODOTDOT | ARCHIVE_EXTRACT_SPARSE;
        if (::geteuid() == 0) flags |= ARCHIVE_EXTRACT_OWNER;
        archive_write_disk_set_options(m_disk.get(), flags);
        archive_write_disk_set_standard_lookup(m_disk.get());
    }

    /// Once through the archive and the whole of its source.
    Status pass(const std::function<Status(archive_entry *)> &each)
    {
        KEYWARD_TRY(auto source, m_open());
        ArchiveReader reader(std::move(source));
        m_reader = &reader;
        KEYWARD_CHECK(reader.open());
        while (true) {
            KEYWARD_TRY(auto *entry, reader.next());
            if (!entry) return reader.drain();
            KEYWARD_CHECK(each(entry));
            KEYWARD_CHECK(report());
        }
    }

    std::unexpected<Error> unsafe(std::string_view path) const
    {
        return fail(Code::ArchiveUnsafe, m_what.pointName, {printable(path)});
    }

    std::unexpected<Error> diskFailure(std::string_view path) const
    {
        const int error = archive_errno(m_disk.get());
        const auto *text = archive_error_string(m_disk.get());
        // The system's words: the library's name the folder that is gone in a moment.
        return fail(codeOf(error), (m_what.staging / path).string(),
                    {error > 0 || !text ? std::strerror(error) : text});
    }

    Status take(archive_entry *entry)
    {
        const std::string path = archive_entry_pathname(entry);
        if (!staysInside(path)) return unsafe(path);
        std::string link;
        if (const auto *target = archive_entry_hardlink(entry)) link = target;
        if (!link.empty() && !staysInside(link)) return unsafe(link);
        const auto kind = archive_entry_filetype(entry);
        if (link.empty() && kind != AE_IFREG && kind != AE_IFDIR && kind != AE_IFLNK)
            return unsafe(path); // we never store others
        if (!m_includes.take(path)) return {};
        ++m_summary.matched;
        if (path == "." || path == "./") {
            m_root.reset(archive_entry_clone(entry));
            ++m_summary.files;
            return {};
        }
        if (!link.empty() && !isThere(link)) { // only this name of it is wanted, and its contents went by
            m_contentsOf[link].push_back(path);
            return {};
        }
        return write(entry, path, link);
    }

    /// Whether what another name stands for was unpacked.
    bool isThere(const std::string &path)
    {
        struct stat info{};
        return ::lstat((m_what.staging / path).c_str(), &info) == 0;
    }

    /// A second look, for the contents of names whose first name was not wanted.
    Status fetchContents()
    {
        if (m_contentsOf.empty()) return {};
        const auto fetch = [&](archive_entry *entry) -> Status {
            const auto found = m_contentsOf.find(archive_entry_pathname(entry));
            if (found == m_contentsOf.end() || archive_entry_hardlink(entry)) return {};
            const auto names = std::move(found->second);
            m_contentsOf.erase(found);
            const EntryPtr also(archive_entry_clone(entry));
            archive_entry_unset_size(also.get()); // a link that had one would be emptied to be filled again
            KEYWARD_CHECK(write(entry, names.front(), {}));
            for (std::size_t i = 1; i < names.size(); ++i) {
                archive_entry_copy_hardlink(also.get(), names.front().c_str());
                KEYWARD_CHECK(write(also.get(), names[i], names.front()));
            }
            return {};
        };
        KEYWARD_CHECK(pass(fetch));
        if (m_contentsOf.empty()) return {};
        return fail(Code::PointUnreadable, {},
                    {said("it lacks '{0}', of which '{1}' is another name", printable(m_contentsOf.begin()->first),
                          printable(m_contentsOf.begin()->second.front()))});
    }

    Status write(archive_entry *entry, const std::string &path, const std::string &link)
    {
        const bool folder = link.empty() && archive_entry_filetype(entry) == AE_IFDIR;
        if (folder) {
            m_folders.push_back(finishOf(entry, path));
            archive_entry_set_perm(entry, archive_entry_perm(entry) | S_IRWXU);
            archive_entry_unset_atime(entry);
            archive_entry_unset_mtime(entry);
        }
        dropDoubledAttributes(entry);
        archive_entry_set_pathname(entry, (m_what.staging / path).c_str());
        if (!link.empty()) archive_entry_set_hardlink(entry, (m_what.staging / link).c_str());
        KEYWARD_CHECK(judge(archive_write_header(m_disk.get(), entry), entry, path));
        if (link.empty() && archive_entry_size(entry) > 0) KEYWARD_CHECK(copyData(path));
        KEYWARD_CHECK(judge(archive_write_finish_entry(m_disk.get()), entry, path));
        ++m_summary.files;
        return {};
    }

    /// A warning of the library is about mode, owner, times or attributes. Where the disk failed it is none.
    Status judge(int outcome, archive_entry *entry, const std::string &path)
    {
        if (outcome == ARCHIVE_OK) return {};
        if (outcome != ARCHIVE_WARN) return diskFailure(path);
        const int error = archive_errno(m_disk.get());
        if (error > 0 && !isUnsupported(error)) return diskFailure(path);
        if (error <= 0 && archive_entry_xattr_count(entry) > 0)
            return setAttributes(entry, path); // it does not say why
        addWarning(m_summary.warnings, printable(path) + ": " + archive_error_string(m_disk.get()));
        return {};
    }

    Status setAttributes(archive_entry *entry, const std::string &path)
    {
        const auto file = m_what.staging / path;
        const char *name = nullptr;
        const void *value = nullptr;
        std::size_t size = 0;
        archive_entry_xattr_reset(entry);
        while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK) {
            Bytes there(size);
            const auto got = ::lgetxattr(file.c_str(), name, there.data(), there.size());
            if (got == static_cast<ssize_t>(size) && std::memcmp(there.data(), value, size) == 0) continue;
            if (::lsetxattr(file.c_str(), name, value, size, 0) == 0) continue;
            if (!isUnsupported(errno)) return failWith(errno, file);
            addWarning(m_summary.warnings, printable(path) + ": its attribute " + printable(name) +
                                               " could not be set: " + std::strerror(errno));
        }
        return {};
    }

    Status copyData(const std::string &path)
    {
        while (true) {
            const void *data = nullptr;
            std::size_t size = 0;
            la_int64_t offset = 0;
            const int got = archive_read_data_block(m_reader->get(), &data, &size, &offset);
            if (got == ARCHIVE_EOF) return {};
            if (got < ARCHIVE_WARN) return m_reader->failure();
            // A failed write is but a warning to the library.
            if (archive_write_data_block(m_disk.get(), data, size, offset) != ARCHIVE_OK) return diskFailure(path);
            m_summary.bytes += size;
            KEYWARD_CHECK(report());
        }
    }

    /// The innermost first, as a folder may take the right to enter it away from its owner.
    Status finishFolders()
    {
        for (auto folder = m_folders.rbegin(); folder != m_folders.rend(); ++folder) {
            const Descriptor open(
                ::open((m_what.staging / folder->path).c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
            KEYWARD_CHECK(open.isOpen() ? finishFolder(open, *folder) : unfinished(errno, folder->path));
        }
        return {};
    }

    Status finishFolder(const Descriptor &open, const FolderFinish &folder)
    {
        struct stat info{};
        if (::fstat(open.number(), &info) != 0) return failWith(errno, m_what.staging / folder.path);
        auto mode = folder.mode; // another owner must not gain by it
        if (info.st_uid != folder.owner) mode &= ~static_cast<mode_t>(S_ISUID);
        if (info.st_gid != folder.group) mode &= ~static_cast<mode_t>(S_ISGID);
        if (::fchmod(open.number(), mode) != 0) KEYWARD_CHECK(unfinished(errno, folder.path));
        if (::futimens(open.number(), folder.times) != 0) KEYWARD_CHECK(unfinished(errno, folder.path));
        return {};
    }

    Status unfinished(int error, const std::string &path)
    {
        if (!isUnsupported(error)) return failWith(error, m_what.staging / path);
        addWarning(m_summary.warnings,
                   printable(path) + ": its mode or times could not be set: " + std::strerror(error));
        return {};
    }

    /// Last of all, as from then on others may be able to look in.
    Status finishRoot(const Descriptor &disk)
    {
        if (!m_root) return {};
        const auto finish = finishOf(m_root.get(), ".");
        openDisk();
        KEYWARD_CHECK(write(m_root.get(), ".", {}));
        --m_summary.files; // it was counted
        if (archive_write_close(m_disk.get()) != ARCHIVE_OK) return diskFailure("");
        KEYWARD_CHECK(finishFolder(disk, finish));
        return syncFile(disk.number(), m_what.staging);
    }

    Status report()
    {
        const auto time = std::chrono::steady_clock::now();
        if (time - m_lastReport < progressEvery) return {};
        m_lastReport = time;
        return m_progress && !m_progress({m_summary.bytes, m_summary.files}) ? fail(Code::Cancelled) : Status{};
    }

    const Extraction &m_what;
    const ArchiveOpener &m_open;
    const ProgressCallback &m_progress;
    Includes m_includes;
    ArchiveReader *m_reader = nullptr; ///< during a pass
    WriteArchive m_disk;
    EntryPtr m_root;
    std::vector<FolderFinish> m_folders;
    std::map<std::string, std::vector<std::string>>
        m_contentsOf; ///< a name that was not wanted → the wanted ones of the same file
    ExtractSummary m_summary;
    std::chrono::steady_clock::time_point m_lastReport{};
};

} // namespace

Result<ExtractSummary> extractInto(const Extraction &what, const ArchiveOpener &open, const ProgressCallback &progress)
{
    return Extractor(what, open, progress).run();
}

Result<std::vector<ArchivedFile>> listArchive(const PieceSource &source)
{
    ArchiveReader reader(source);
    KEYWARD_CHECK(reader.open());
    std::vector<ArchivedFile> out;
    while (true) {
        KEYWARD_TRY(auto *entry, reader.next());
        if (!entry) return out;
        const auto kind = archive_entry_filetype(entry);
        out.push_back({archive_entry_pathname(entry), static_cast<std::uint64_t>(archive_entry_size(entry)),
                       kind == AE_IFDIR   ? 'd'
                       : kind == AE_IFLNK ? 'l'
                                          : 'f'});
    }
}

} // namespace keyward::protection
