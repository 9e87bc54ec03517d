// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/folder_archiver.h"

#include "backend/protection/recovery_services_vault/archive_support.h"

#include <array>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::protection {
namespace {

constexpr std::size_t warningLimit = 200;
constexpr std::chrono::milliseconds progressEvery{100};

class Archiver
{
public:
    Archiver(std::filesystem::path source, const ArchiveOptions &options, const std::function<bool(std::string_view)> &sink, const ProgressCallback &progress)
        : m_source(std::move(source)), m_options(options), m_sink(sink), m_progress(progress)
    {
    }

    Result<ArchiveSummary> run()
    {
        KEYWARD_CHECK(open());
        KEYWARD_CHECK(walk());
        KEYWARD_CHECK(checkSourceIsThere());
        if (archive_write_close(m_out.get()) != ARCHIVE_OK) return outputFailure();
        return std::move(m_summary);
    }

private:
    static la_ssize_t writeCallback(archive *, void *self, const void *data, std::size_t size)
    {
        return static_cast<Archiver *>(self)->m_sink({static_cast<const char *>(data), size}) ? static_cast<la_ssize_t>(size) : -1;
    }

    std::unexpected<Error> outputFailure() const
    {
        const auto *text = archive_error_string(m_out.get());
        return fail(Code::Io, m_source.string(), {text ? text : "the archive could not be written"});
    }

    void warn(std::string text)
    {
        if (m_summary.warnings.size() < warningLimit) m_summary.warnings.push_back(std::move(text));
        else if (m_summary.warnings.size() == warningLimit) m_summary.warnings.emplace_back("… and more");
    }

    Status open()
    {
        struct stat info{};
        if (::stat(m_source.c_str(), &info) != 0 || !S_ISDIR(info.st_mode)) return fail(Code::SourceMissing, printable(m_source.string()));
        m_device = info.st_dev;
        m_inode = info.st_ino;
        m_out.reset(archive_write_new());
        archive_write_set_format_pax(m_out.get()); // not the restricted one, which drops parts of a second
        archive_write_add_filter_zstd(m_out.get());
        archive_write_set_bytes_per_block(m_out.get(), 0);
        // Binary names: whatever bytes a name has are kept as they are.
        archive_write_set_options(m_out.get(), "pax:hdrcharset=BINARY,zstd:compression-level=3,zstd:threads=1");
        if (archive_write_open(m_out.get(), this, nullptr, writeCallback, nullptr) != ARCHIVE_OK) return outputFailure();
        m_links.reset(archive_entry_linkresolver_new());
        archive_entry_linkresolver_set_strategy(m_links.get(), archive_format(m_out.get()));
        m_match.reset(archive_match_new());
        for (const auto &pattern : m_options.excludes)
            if (archive_match_exclude_pattern(m_match.get(), pattern.c_str()) != ARCHIVE_OK)
                return fail(Code::ValueInvalid, pattern, {"exclude pattern", "a shell pattern such as *.tmp"});
        m_in.reset(archive_read_disk_new());
        archive_read_disk_set_standard_lookup(m_in.get());
        archive_read_disk_set_symlink_physical(m_in.get());
        if (archive_read_disk_open(m_in.get(), m_source.c_str()) != ARCHIVE_OK)
            return fail(Code::SourceUnreadable, printable(m_source.string()), {archive_error_string(m_in.get())});
        return {};
    }

    Status walk()
    {
        while (true) {
            const EntryPtr entry(archive_entry_new2(m_in.get()));
            const int got = archive_read_next_header2(m_in.get(), entry.get());
            if (got == ARCHIVE_EOF) return {};
            if (got == ARCHIVE_FATAL) return fail(Code::SourceUnreadable, printable(m_source.string()), {archive_error_string(m_in.get())});
            if (got != ARCHIVE_OK) KEYWARD_CHECK(unreadable(pathOf(entry.get()), archive_errno(m_in.get()), got == ARCHIVE_FAILED));
            if (got == ARCHIVE_FAILED) continue;
            KEYWARD_CHECK(take(entry.get()));
            KEYWARD_CHECK(report(false));
        }
    }

    static std::string pathOf(archive_entry *entry)
    {
        const auto *path = archive_entry_sourcepath(entry);
        if (!path) path = archive_entry_pathname(entry);
        return path ? path : "";
    }

    /// Below the source; "." for the source itself.
    std::string relative(const std::string &path) const
    {
        const auto root = m_source.string();
        if (path.size() <= root.size()) return ".";
        return path.substr(root.size() + (root.ends_with('/') ? 0 : 1));
    }

    Status unreadable(const std::string &path, int error, bool leftOut)
    {
        if (error == ENOENT) {
            warn(printable(relative(path)) + " vanished before it could be read");
            return {};
        }
        if (!m_options.skipUnreadable) return fail(Code::SourceUnreadable, printable(path), {std::strerror(error)});
        warn(printable(relative(path)) + (leftOut ? " was left out: " : ": ") + std::strerror(error));
        return {};
    }

    Status take(archive_entry *entry)
    {
        const auto path = pathOf(entry);
        const auto name = relative(path);
        archive_entry_set_pathname(entry, name.c_str());
        if (name != "." && archive_match_path_excluded(m_match.get(), entry) == 1) return {};
        const auto type = archive_entry_filetype(entry);
        if (type == AE_IFDIR) {
            if (archive_read_disk_can_descend(m_in.get())) archive_read_disk_descend(m_in.get());
            if (::access(path.c_str(), R_OK | X_OK) != 0) KEYWARD_CHECK(unreadable(path, errno, false));
        } else if (type != AE_IFREG && type != AE_IFLNK) {
            warn(printable(name) + " was left out: it is a device, pipe or socket");
            return {};
        }
        archive_entry *ready = entry;
        archive_entry *spare = nullptr;
        archive_entry_linkify(m_links.get(), &ready, &spare);
        if (spare) archive_entry_free(spare);
        return ready ? write(ready, path, name) : Status{};
    }

    Status write(archive_entry *entry, const std::string &path, const std::string &name)
    {
        const bool hasData = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry) && archive_entry_size(entry) > 0;
        if (hasData) { // found out before its header is written, which could not be taken back
            const int probe = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
            if (probe < 0) return unreadable(path, errno, true);
            ::close(probe);
        }
        const int wrote = archive_write_header(m_out.get(), entry);
        if (wrote == ARCHIVE_FATAL) return outputFailure();
        if (wrote != ARCHIVE_OK) warn(printable(name) + ": " + archive_error_string(m_out.get()));
        if (hasData) KEYWARD_CHECK(copyData(name));
        if (hasData) noteChange(entry, path, name);
        ++m_summary.files;
        return {};
    }

    Status copyData(const std::string &name)
    {
        static constexpr std::array<char, 65536> zeros{};
        la_int64_t position = 0;
        while (true) {
            const void *data = nullptr;
            std::size_t size = 0;
            la_int64_t offset = 0;
            const int got = archive_read_data_block(m_in.get(), &data, &size, &offset);
            if (got == ARCHIVE_EOF) return {};
            if (got < ARCHIVE_WARN) return fail(Code::SourceUnreadable, printable(name), {archive_error_string(m_in.get())});
            while (position < offset) { // a hole; the format skips what its map says is one
                const auto gap = static_cast<std::size_t>(std::min<la_int64_t>(offset - position, zeros.size()));
                if (archive_write_data(m_out.get(), zeros.data(), gap) < 0) return outputFailure();
                position += static_cast<la_int64_t>(gap);
            }
            if (archive_write_data(m_out.get(), data, size) < 0) return outputFailure();
            position += static_cast<la_int64_t>(size);
            m_summary.bytes += size;
            KEYWARD_CHECK(report(false));
        }
    }

    void noteChange(archive_entry *entry, const std::string &path, const std::string &name)
    {
        struct stat info{};
        const bool same = ::lstat(path.c_str(), &info) == 0 && info.st_size == archive_entry_size(entry) && info.st_mtim.tv_sec == archive_entry_mtime(entry) &&
                          info.st_mtim.tv_nsec == archive_entry_mtime_nsec(entry);
        if (!same) warn(printable(name) + " changed while it was read");
    }

    Status checkSourceIsThere() const
    {
        struct stat info{};
        if (::stat(m_source.c_str(), &info) != 0 || info.st_dev != m_device || info.st_ino != m_inode || m_summary.files == 0)
            return fail(Code::SourceVanished, printable(m_source.string()));
        return {};
    }

    Status report(bool now)
    {
        const auto time = std::chrono::steady_clock::now();
        if (!now && time - m_lastReport < progressEvery) return {};
        m_lastReport = time;
        return m_progress && !m_progress({m_summary.bytes, m_summary.files}) ? fail(Code::Cancelled) : Status{};
    }

    std::filesystem::path m_source;
    const ArchiveOptions &m_options;
    const std::function<bool(std::string_view)> &m_sink;
    const ProgressCallback &m_progress;
    ReadArchive m_in;
    WriteArchive m_out;
    MatchArchive m_match;
    LinkResolver m_links;
    ArchiveSummary m_summary;
    dev_t m_device{};
    ino_t m_inode{};
    std::chrono::steady_clock::time_point m_lastReport{};
};

} // namespace

Result<ArchiveSummary> archiveFolder(const std::filesystem::path &source, const ArchiveOptions &options, const std::function<bool(std::string_view)> &sink,
                                     const ProgressCallback &progress)
{
    return Archiver(source, options, sink, progress).run();
}

} // namespace keyward::protection
