// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/recovery_services_vault/folder_extractor.h"

#include "backend/protection/recovery_services_vault/archive_support.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <optional>
#include <string>
#include <unistd.h>

namespace keyward::protection {
namespace {

constexpr std::chrono::milliseconds progressEvery{100};
constexpr std::size_t warningLimit = 200;

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

/// libarchive's reading side over a PieceSource; keeps the source's own error.
class Reader
{
public:
    explicit Reader(const PieceSource &source) : m_source(source), m_archive(archive_read_new())
    {
        archive_read_support_format_tar(m_archive.get());
        archive_read_support_filter_zstd(m_archive.get());
    }
    Status open()
    {
        if (archive_read_open(m_archive.get(), this, nullptr, readCallback, nullptr) != ARCHIVE_OK) return failure();
        return {};
    }
    archive *get() const { return m_archive.get(); }
    Result<archive_entry *> next()
    {
        archive_entry *entry = nullptr;
        const int got = archive_read_next_header(m_archive.get(), &entry);
        if (got == ARCHIVE_EOF) return nullptr;
        if (got < ARCHIVE_WARN) return failure();
        return entry;
    }
    std::unexpected<Error> failure() const
    {
        if (m_error) return std::unexpected(*m_error);
        const auto *text = archive_error_string(m_archive.get());
        return fail(Code::PointUnreadable, {}, {text ? text : "its archive is malformed"});
    }

private:
    static la_ssize_t readCallback(archive *, void *self, const void **data)
    {
        auto &reader = *static_cast<Reader *>(self);
        const auto piece = reader.m_source();
        if (!piece) {
            reader.m_error = piece.error();
            return -1;
        }
        *data = piece->data();
        return static_cast<la_ssize_t>(piece->size());
    }

    const PieceSource &m_source;
    std::optional<Error> m_error;
    ReadArchive m_archive;
};

class Extractor
{
public:
    Extractor(std::filesystem::path staging, const std::vector<std::string> &includes, const PieceSource &source, const ProgressCallback &progress, const std::string &pointName)
        : m_staging(std::move(staging)), m_includes(includes), m_reader(source), m_progress(progress), m_pointName(pointName), m_disk(archive_write_disk_new())
    {
        int flags = ARCHIVE_EXTRACT_TIME | ARCHIVE_EXTRACT_PERM | ARCHIVE_EXTRACT_ACL | ARCHIVE_EXTRACT_XATTR | ARCHIVE_EXTRACT_SECURE_SYMLINKS |
                    ARCHIVE_EXTRACT_SECURE_NODOTDOT | ARCHIVE_EXTRACT_SPARSE;
        if (::geteuid() == 0) flags |= ARCHIVE_EXTRACT_OWNER;
        archive_write_disk_set_options(m_disk.get(), flags);
        archive_write_disk_set_standard_lookup(m_disk.get());
    }

    Result<ExtractSummary> run()
    {
        KEYWARD_CHECK(m_reader.open());
        while (true) {
            KEYWARD_TRY(auto *entry, m_reader.next());
            if (!entry) break;
            KEYWARD_CHECK(take(entry));
            KEYWARD_CHECK(report());
        }
        if (archive_write_close(m_disk.get()) != ARCHIVE_OK) return diskFailure("");
        return std::move(m_summary);
    }

private:
    bool included(std::string_view path) const
    {
        if (m_includes.empty()) return true;
        return std::ranges::any_of(m_includes, [&](std::string wanted) {
            while (wanted.ends_with('/')) wanted.pop_back();
            if (wanted.starts_with("./")) wanted.erase(0, 2);
            return path == wanted || (path.starts_with(wanted) && path.size() > wanted.size() && path[wanted.size()] == '/');
        });
    }

    std::unexpected<Error> unsafe(std::string_view path) const { return fail(Code::ArchiveUnsafe, m_pointName, {printable(path)}); }

    std::unexpected<Error> diskFailure(std::string_view path) const
    {
        const int error = archive_errno(m_disk.get());
        const auto *text = archive_error_string(m_disk.get());
        return fail(error == ENOSPC ? Code::NoSpace : Code::Io, (m_staging / path).string(), {text ? text : std::strerror(error)});
    }

    Status take(archive_entry *entry)
    {
        const std::string path = archive_entry_pathname(entry);
        if (!staysInside(path)) return unsafe(path);
        std::string link;
        if (const auto *target = archive_entry_hardlink(entry)) link = target;
        if (!link.empty() && !staysInside(link)) return unsafe(link);
        const auto kind = archive_entry_filetype(entry);
        if (link.empty() && kind != AE_IFREG && kind != AE_IFDIR && kind != AE_IFLNK) return unsafe(path); // we never store others
        if (!included(path)) return {};
        ++m_summary.matched;
        // A single file restored without its other name is restored from the name that carries the contents.
        if (!link.empty() && !included(link)) {
            warn(printable(path) + " is another name of " + printable(link) + "; restore that one for its contents");
            return {};
        }
        archive_entry_set_pathname(entry, (m_staging / path).c_str());
        if (!link.empty()) archive_entry_set_hardlink(entry, (m_staging / link).c_str());
        return write(entry, path, !link.empty());
    }

    Status write(archive_entry *entry, const std::string &path, bool isLink)
    {
        const int wrote = archive_write_header(m_disk.get(), entry);
        if (wrote == ARCHIVE_FATAL || wrote == ARCHIVE_FAILED) return diskFailure(path);
        if (wrote == ARCHIVE_WARN) warn(printable(path) + ": " + archive_error_string(m_disk.get()));
        if (!isLink && archive_entry_size(entry) > 0) KEYWARD_CHECK(copyData(path));
        const int finished = archive_write_finish_entry(m_disk.get());
        if (finished == ARCHIVE_FATAL || finished == ARCHIVE_FAILED) return diskFailure(path);
        if (finished == ARCHIVE_WARN) warn(printable(path) + ": " + archive_error_string(m_disk.get()));
        ++m_summary.files;
        return {};
    }

    Status copyData(const std::string &path)
    {
        while (true) {
            const void *data = nullptr;
            std::size_t size = 0;
            la_int64_t offset = 0;
            const int got = archive_read_data_block(m_reader.get(), &data, &size, &offset);
            if (got == ARCHIVE_EOF) return {};
            if (got < ARCHIVE_WARN) return m_reader.failure();
            if (archive_write_data_block(m_disk.get(), data, size, offset) < ARCHIVE_WARN) return diskFailure(path);
            m_summary.bytes += size;
            KEYWARD_CHECK(report());
        }
    }

    void warn(std::string text)
    {
        if (m_summary.warnings.size() < warningLimit) m_summary.warnings.push_back(std::move(text));
    }

    Status report()
    {
        const auto time = std::chrono::steady_clock::now();
        if (time - m_lastReport < progressEvery) return {};
        m_lastReport = time;
        return m_progress && !m_progress({m_summary.bytes, m_summary.files}) ? fail(Code::Cancelled) : Status{};
    }

    std::filesystem::path m_staging;
    const std::vector<std::string> &m_includes;
    Reader m_reader;
    const ProgressCallback &m_progress;
    const std::string &m_pointName;
    WriteArchive m_disk;
    ExtractSummary m_summary;
    std::chrono::steady_clock::time_point m_lastReport{};
};

} // namespace

Result<ExtractSummary> extractInto(const std::filesystem::path &staging, const std::vector<std::string> &includes, const PieceSource &source,
                                   const ProgressCallback &progress, const std::string &pointName)
{
    return Extractor(staging, includes, source, progress, pointName).run();
}

Result<std::vector<ArchivedFile>> listArchive(const PieceSource &source)
{
    Reader reader(source);
    KEYWARD_CHECK(reader.open());
    std::vector<ArchivedFile> out;
    while (true) {
        KEYWARD_TRY(auto *entry, reader.next());
        if (!entry) return out;
        const auto kind = archive_entry_filetype(entry);
        out.push_back({archive_entry_pathname(entry), static_cast<std::uint64_t>(archive_entry_size(entry)), kind == AE_IFDIR ? 'd' : kind == AE_IFLNK ? 'l' : 'f'});
    }
}

} // namespace keyward::protection
