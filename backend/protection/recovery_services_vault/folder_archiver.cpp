// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/folder_archiver.h"

#include "backend/protection/recovery_services_vault/archive_support.h"
#include "backend/protection/recovery_services_vault/own_files.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <unistd.h>

namespace keyward::protection {
namespace {

constexpr std::uint64_t progressEach =
    64 * 1024; ///< bytes; a job that keeps to a pace has to know before it is past it
constexpr std::size_t pieceSize = 1u << 18;
constexpr int openFile = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

/// The library's reason; its number says nothing where it made up the failure itself.
std::string reasonOf(archive *from)
{
    const auto *text = archive_error_string(from);
    return archive_errno(from) > 0 ? std::strerror(archive_errno(from)) : text ? text : "unknown reason";
}

/// Fills as much of the buffer as the file has from there on. Negative: an errno.
ssize_t readFully(const Descriptor &file, std::uint8_t *to, std::size_t size, la_int64_t from)
{
    std::size_t got = 0;
    while (got < size) {
        const auto now = ::pread(file.number(), to + got, size - got, from + static_cast<la_int64_t>(got));
        if (now < 0 && errno == EINTR) continue;
        if (now < 0 && got == 0) return -errno;
        if (now <= 0) break; // a failure after some bytes comes again with the next call
        got += static_cast<std::size_t>(now);
    }
    return static_cast<ssize_t>(got);
}

class Archiver final : WalkVisitor
{
public:
    Archiver(std::filesystem::path source, const ArchiveOptions &options,
             const std::function<bool(std::string_view)> &sink, const ProgressCallback &progress)
        : m_source(std::move(source)), m_options(options), m_sink(sink), m_progress(progress),
          m_own(options.storeFolder), m_piece(pieceSize)
    {}

    Result<ArchiveSummary> run()
    {
        KEYWARD_CHECK(checkSource());
        KEYWARD_CHECK(open());
        KEYWARD_CHECK(walk(m_source, *this));
        KEYWARD_CHECK(checkSourceIsThere());
        if (archive_write_close(m_out.get()) != ARCHIVE_OK) return outputFailure();
        if (m_unnamed > 0) m_summary.warnings.push_back("… and " + std::to_string(m_unnamed) + " more warnings");
        return std::move(m_summary);
    }

private:
    static la_ssize_t writeCallback(archive *, void *self, const void *data, std::size_t size)
    {
        return static_cast<Archiver *>(self)->m_sink({static_cast<const char *>(data), size})
                   ? static_cast<la_ssize_t>(size)
                   : -1;
    }

    std::unexpected<Error> outputFailure() const
    {
        const auto *text = archive_error_string(m_out.get());
        return fail(Code::Io, m_source.string(), {text ? text : "the archive could not be written"});
    }

    void warn(std::string text)
    {
        if (m_summary.warnings.size() < warningLimit)
            m_summary.warnings.push_back(std::move(text));
        else
            ++m_unnamed;
    }

    Status checkSource()
    {
        struct stat info{};
        if (::stat(m_source.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
            return fail(Code::SourceMissing, printable(m_source.string()));
        m_device = info.st_dev;
        m_inode = info.st_ino;
        if (!m_options.storeFolder.empty() && liesWithin(m_source, m_options.storeFolder))
            return fail(Code::SourceHoldsStore, printable(m_source.string()),
                        {printable(m_options.storeFolder.string())});
        // What is in it can be left out; without the folder itself nothing would be left.
        if (::faccessat(AT_FDCWD, m_source.c_str(), R_OK | X_OK, AT_EACCESS) != 0)
            return refuse(".", std::strerror(errno));
        return {};
    }

    Status open()
    {
        m_out.reset(archive_write_new());
        archive_write_set_format_pax(m_out.get()); // not the restricted one, which drops parts of a second
        archive_write_add_filter_zstd(m_out.get());
        archive_write_set_bytes_per_block(m_out.get(), 0);
        // Binary names: whatever bytes a name has are kept as they are. Attributes in the one form that is read back
        // unchanged; the other one keeps the escapes of odd names.
        const char *options =
            "pax:hdrcharset=BINARY,pax:xattrheader=LIBARCHIVE,zstd:compression-level=3,zstd:threads=1";
        if (archive_write_set_options(m_out.get(), options) != ARCHIVE_OK) return outputFailure();
        if (archive_write_open(m_out.get(), this, nullptr, writeCallback, nullptr) != ARCHIVE_OK)
            return outputFailure();
        m_links.reset(archive_entry_linkresolver_new());
        archive_entry_linkresolver_set_strategy(m_links.get(), archive_format(m_out.get()));
        m_match.reset(archive_match_new());
        for (const auto &pattern : m_options.excludes)
            if (archive_match_exclude_pattern(m_match.get(), pattern.c_str()) != ARCHIVE_OK)
                return fail(Code::ValueInvalid, pattern, {"exclude pattern", "a shell pattern such as *.tmp"});
        m_in.reset(archive_read_disk_new()); // only for what it knows about a file's metadata
        archive_read_disk_set_standard_lookup(m_in.get());
        archive_read_disk_set_symlink_physical(m_in.get());
        return {};
    }

    std::unexpected<Error> refuse(const std::string &path, Sentence::Argument reason) const
    {
        const auto full = path == "." ? m_source : m_source / path;
        Error error{Code::SourceUnreadable, printable(full.string()), {std::move(reason)}, {}};
        if (m_options.skipUnreadable) error.remedy = "Give this user the right to read it.";
        return std::unexpected(std::move(error));
    }

    Status omit(const std::string &path, const std::string &how, const std::string &reason)
    {
        if (!m_options.skipUnreadable || path == ".") return refuse(path, reason);
        warn(printable(path) + how + reason);
        return {};
    }

    Status unreadable(const std::string &path, int error) override
    {
        if (error != ENOENT) return omit(path, " was left out: ", std::strerror(error));
        warn(printable(path) + " vanished before it could be read");
        return {};
    }

    Status unlistable(const std::string &path, int error) override
    {
        if (error == ENOENT) return unreadable(path, error);
        return omit(path, ": ", std::strerror(error));
    }

    bool wanted(const Found &found) override
    {
        const EntryPtr entry(archive_entry_new());
        archive_entry_copy_pathname(entry.get(), found.path.c_str());
        if (archive_match_path_excluded(m_match.get(), entry.get()) == 1) return false;
        if (!m_own.holds(found)) return true;
        warn(printable(found.path) +
             " was left out: it is this keystore's own, which 'keywardctl store backup' copies");
        return false;
    }

    Status folder(const Found &found, const Descriptor &open) override
    {
        KEYWARD_TRY(const auto entry, describe(found, open));
        return entry ? writeHeader(entry.get(), found).transform([](bool) {}) : Status{};
    }

    Status other(const Found &found) override
    {
        KEYWARD_CHECK(report());
        if (S_ISREG(found.info.st_mode)) return file(found);
        if (!S_ISLNK(found.info.st_mode)) {
            warn(printable(found.path) + " was left out: it is a device, pipe or socket");
            return {};
        }
        KEYWARD_TRY(auto entry, describe(found, {}));
        return entry ? writeLinked(std::move(entry), found, {}) : Status{};
    }

    Status file(Found found)
    {
        const Descriptor open(::openat(found.folder, found.name.c_str(), openFile));
        if (!open.isOpen()) return unreadable(found.path, errno);
        if (::fstat(open.number(), &found.info) != 0) return unreadable(found.path, errno);
        if (!S_ISREG(found.info.st_mode)) {
            warn(printable(found.path) + " was left out: it was exchanged for something else while it was read");
            return {};
        }
        KEYWARD_TRY(auto entry, describe(found, open));
        return entry ? writeLinked(std::move(entry), found, open) : Status{};
    }

    /// All that is known about it but its contents; none where that much could not be read and it is left out.
    Result<EntryPtr> describe(const Found &found, const Descriptor &open)
    {
        EntryPtr entry(archive_entry_new());
        archive_entry_copy_pathname(entry.get(), found.path.c_str());
        // However long the way to it is.
        const auto place =
            found.folder == AT_FDCWD ? found.name : "/proc/self/fd/" + std::to_string(found.folder) + "/" + found.name;
        archive_entry_copy_sourcepath(entry.get(), place.c_str());
        const int got = archive_read_disk_entry_from_file(m_in.get(), entry.get(), open.number(), &found.info);
        if (got == ARCHIVE_OK) return entry;
        const bool gone = archive_errno(m_in.get()) == ENOENT;
        const bool useless = got < ARCHIVE_WARN || (S_ISLNK(found.info.st_mode) && !archive_entry_symlink(entry.get()));
        KEYWARD_CHECK(gone ? unreadable(found.path, ENOENT)
                           : omit(found.path, useless ? " was left out: " : ": ", reasonOf(m_in.get())));
        return useless || gone ? EntryPtr() : std::move(entry);
    }

    /// Another name of a file that is in already is stored as such, unless that one turned out to be unreadable.
    Status writeLinked(EntryPtr entry, const Found &found, const Descriptor &open)
    {
        archive_entry *ready = entry.get();
        archive_entry *spare = nullptr;
        archive_entry_linkify(m_links.get(), &ready, &spare);
        if (spare) archive_entry_free(spare);
        const std::pair id(found.info.st_dev, found.info.st_ino);
        if (archive_entry_hardlink(entry.get())) {
            if (!m_lost.contains(id)) return writeHeader(entry.get(), found).transform([](bool) {});
            archive_entry_set_hardlink(entry.get(), nullptr);
            archive_entry_set_size(entry.get(), found.info.st_size);
        }
        if (!open.isOpen()) return writeHeader(entry.get(), found).transform([](bool) {});
        // Whether it can be read is found out before its header is written, which could not be taken back.
        const auto first = readFully(open, m_piece.data(), m_piece.size(), 0);
        if (first < 0) {
            m_lost.insert(id);
            return unreadable(found.path, static_cast<int>(-first));
        }
        return writeFile(entry.get(), found, open, static_cast<std::size_t>(first));
    }

    Status writeFile(archive_entry *entry, const Found &found, const Descriptor &open, std::size_t first)
    {
        auto size = static_cast<la_int64_t>(found.info.st_size);
        if (first < m_piece.size() && static_cast<la_int64_t>(first) != size && !failsAt(open, first)) {
            size = static_cast<la_int64_t>(first); // the whole of it is here, whatever its folder said (as under /sys)
            archive_entry_set_size(entry, size);
            archive_entry_sparse_clear(entry);
        }
        KEYWARD_TRY(const bool written, writeHeader(entry, found));
        if (!written) return {};
        KEYWARD_CHECK(copyContents(found, open, size, std::min(first, static_cast<std::size_t>(size))));
        noteChange(found, open);
        return {};
    }

    static bool failsAt(const Descriptor &open, std::size_t place)
    {
        std::uint8_t one = 0;
        return readFully(open, &one, 1, static_cast<la_int64_t>(place)) < 0;
    }

    Result<bool> writeHeader(archive_entry *entry, const Found &found)
    {
        const int wrote = archive_write_header(m_out.get(), entry);
        if (wrote == ARCHIVE_FATAL) return outputFailure();
        if (wrote < ARCHIVE_WARN) { // it cannot be expressed
            KEYWARD_CHECK(omit(found.path, " was left out: ", reasonOf(m_out.get())));
            return false;
        }
        if (wrote != ARCHIVE_OK) warn(printable(found.path) + ": " + reasonOf(m_out.get()));
        ++m_summary.files;
        return true;
    }

    /// The first piece is in the buffer already. Holes are not read: the format skips what its map says is one.
    Status copyContents(const Found &found, const Descriptor &open, la_int64_t size, std::size_t first)
    {
        KEYWARD_CHECK(feed(m_piece.data(), first));
        la_int64_t at = static_cast<la_int64_t>(first);
        while (at < size) {
            const auto begin = ::lseek(open.number(), at, SEEK_DATA);
            const bool hole = begin > at || (begin < 0 && errno == ENXIO);
            if (hole) {
                const auto end = begin < 0 ? size : std::min<la_int64_t>(begin, size);
                KEYWARD_CHECK(feedZeros(end - at));
                at = end;
                continue;
            }
            const auto want =
                static_cast<std::size_t>(std::min<la_int64_t>(size - at, static_cast<la_int64_t>(m_piece.size())));
            const auto got = readFully(open, m_piece.data(), want, at);
            if (got <= 0) return incomplete(found, at, static_cast<int>(-got));
            KEYWARD_CHECK(feed(m_piece.data(), static_cast<std::size_t>(got)));
            at += got;
            KEYWARD_CHECK(report());
        }
        return {};
    }

    /// The library fills the rest with zeros.
    Status incomplete(const Found &found, la_int64_t at, int error)
    {
        if (error != 0)
            return omit(found.path, " was read only up to byte " + std::to_string(at) + ", the rest is zeros: ",
                        std::strerror(error));
        warn(printable(found.path) + " became shorter while it was read; from byte " + std::to_string(at) +
             " on it is zeros");
        return {};
    }

    Status feed(const void *data, std::size_t size)
    {
        if (size > 0 && archive_write_data(m_out.get(), data, size) < 0) return outputFailure();
        m_summary.bytes += size;
        return {};
    }

    Status feedZeros(la_int64_t size)
    {
        static constexpr std::array<char, 65536> zeros{};
        while (size > 0) {
            const auto now = static_cast<std::size_t>(std::min<la_int64_t>(size, zeros.size()));
            if (archive_write_data(m_out.get(), zeros.data(), now) < 0) return outputFailure();
            size -= static_cast<la_int64_t>(now);
            KEYWARD_CHECK(report());
        }
        return {};
    }

    void noteChange(const Found &found, const Descriptor &open)
    {
        struct stat now{};
        const bool same = ::fstat(open.number(), &now) == 0 && now.st_size == found.info.st_size &&
                          now.st_mtim.tv_sec == found.info.st_mtim.tv_sec &&
                          now.st_mtim.tv_nsec == found.info.st_mtim.tv_nsec;
        if (!same) warn(printable(found.path) + " changed while it was read");
    }

    Status checkSourceIsThere() const
    {
        struct stat info{};
        if (::stat(m_source.c_str(), &info) != 0 || info.st_dev != m_device || info.st_ino != m_inode ||
            m_summary.files == 0)
            return fail(Code::SourceVanished, printable(m_source.string()));
        return {};
    }

    Status report()
    {
        const auto time = std::chrono::steady_clock::now();
        if (time - m_lastReport < progressEvery && m_summary.bytes - m_lastReported < progressEach) return {};
        m_lastReport = time;
        m_lastReported = m_summary.bytes;
        return m_progress && !m_progress({m_summary.bytes, m_summary.files}) ? fail(Code::Cancelled) : Status{};
    }

    std::filesystem::path m_source;
    const ArchiveOptions &m_options;
    const std::function<bool(std::string_view)> &m_sink;
    const ProgressCallback &m_progress;
    OwnFiles m_own;
    ReadArchive m_in;
    WriteArchive m_out;
    MatchArchive m_match;
    LinkResolver m_links;
    Bytes m_piece;
    std::set<std::pair<dev_t, ino_t>> m_lost; ///< files of several names that could not be read by one of them
    ArchiveSummary m_summary;
    std::size_t m_unnamed = 0;
    dev_t m_device{};
    ino_t m_inode{};
    std::chrono::steady_clock::time_point m_lastReport{};
    std::uint64_t m_lastReported = 0; ///< bytes
};

} // namespace

Result<ArchiveSummary> archiveFolder(const std::filesystem::path &source, const ArchiveOptions &options,
                                     const std::function<bool(std::string_view)> &sink,
                                     const ProgressCallback &progress)
{
    return Archiver(source, options, sink, progress).run();
}

} // namespace keyward::protection
