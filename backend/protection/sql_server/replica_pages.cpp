// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/sql_server/replica_pages.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"
#include "backend/crypto/digest.h"
#include "backend/protection/sql_server/database_files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::protection {
namespace {

constexpr const char *changesName = "changes";
constexpr const char *unfinishedName = "changes.new";
constexpr std::size_t pagesAtATime = 256;
using Magic = std::array<char, 8>;
constexpr Magic magicOfChanges{'k', 'w', 'p', 'a', 'g', 'e', 's', '1'};

/// At the start of the changes; of this machine alone, so numbers stand as it has them. Then, for each page, its offset
/// and its bytes.
struct Head {
    Magic magic;
    std::uint64_t pageSize;
    std::uint64_t pages;
    std::uint64_t bytes; ///< of the file, once all are written
    crypto::Digest digest;
};
static_assert(std::has_unique_object_representations_v<Head>, "its bytes are written as they are");

template <class T> ByteView bytesOfValue(const T &value)
{
    return {reinterpret_cast<const std::uint8_t *>(&value), sizeof value};
}

Result<Descriptor> openToWrite(const std::filesystem::path &folder)
{
    const auto file = folder / pagesName;
    Descriptor out(::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!out.isOpen()) return failWith(errno, file);
    return out;
}

/// Not there is as good.
Status removeFile(const std::filesystem::path &file)
{
    return ::unlink(file.c_str()) == 0 || errno == ENOENT ? Status{} : failWith(errno, file);
}

/// What is to be written, on its way to the disk.
class Changes
{
public:
    Changes(std::filesystem::path folder, std::size_t pageSize, const crypto::Context &context)
        : m_folder(std::move(folder)), m_pageSize(pageSize), m_hash(context)
    {
        m_hash.begin();
    }
    Changes(const Changes &) = delete;
    Changes &operator=(const Changes &) = delete;
    ~Changes()
    {
        if (!m_kept) ::unlink((m_folder / unfinishedName).c_str());
    }

    std::uint64_t count() const { return m_count; }

    Status begin()
    {
        const auto file = m_folder / unfinishedName;
        m_file = Descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!m_file.isOpen()) return failWith(errno, file);
        return writeAll(m_file.number(), Bytes(sizeof(Head)), file);
    }
    Status add(std::uint64_t offset, ByteView page)
    {
        const auto file = m_folder / unfinishedName;
        for (const auto part : {bytesOfValue(offset), page}) {
            KEYWARD_CHECK(writeAll(m_file.number(), part, file));
            m_hash.add(part);
        }
        ++m_count;
        return {};
    }
    /// On the disk, and found by whoever goes on after a crash.
    Status keep(std::uint64_t bytes)
    {
        const auto file = m_folder / unfinishedName;
        Head head{.magic = magicOfChanges, .pageSize = m_pageSize, .pages = m_count, .bytes = bytes, .digest = {}};
        head.digest = sealed(head, m_hash);
        KEYWARD_CHECK(writeAt(m_file.number(), bytesOfValue(head), 0, file));
        KEYWARD_CHECK(syncFile(m_file.number(), file));
        KEYWARD_CHECK(m_file.close(file));
        if (::rename(file.c_str(), (m_folder / changesName).c_str()) != 0) return failWith(errno, file);
        m_kept = true;
        return syncFolder(m_folder);
    }
    /// Of all pages that were added, and the numbers.
    static crypto::Digest sealed(const Head &head, crypto::Sha256 &hash)
    {
        hash.add(bytesOfValue(head).first(sizeof head - sizeof head.digest));
        return hash.end();
    }

private:
    std::filesystem::path m_folder;
    std::size_t m_pageSize;
    Descriptor m_file = {};
    crypto::Sha256 m_hash;
    std::uint64_t m_count = 0;
    bool m_kept = false;
};

/// Reads the changes in pieces of a page with its offset.
template <class Each>
Status eachChange(int descriptor, const Head &head, const std::filesystem::path &file, const Each &each)
{
    Bytes piece(sizeof(std::uint64_t) + head.pageSize);
    for (std::uint64_t i = 0; i < head.pages; ++i) {
        KEYWARD_TRY(const auto got, readAt(descriptor, piece, sizeof head + i * piece.size(), file));
        if (got != piece.size()) return fail(Code::DatabaseDamaged, file.string(), {"what was to be written is cut"});
        KEYWARD_CHECK(each(ByteView(piece)));
    }
    return {};
}

Result<Head> headOf(int descriptor, const std::filesystem::path &file)
{
    constexpr std::uint64_t largest = 65536;
    Head head{};
    const std::span into(reinterpret_cast<std::uint8_t *>(&head), sizeof head);
    KEYWARD_TRY(const auto got, readAt(descriptor, into, 0, file));
    if (got != sizeof head || head.magic != magicOfChanges || head.pageSize == 0 || head.pageSize > largest)
        return fail(Code::DatabaseDamaged, file.string(), {"what was to be written is not whole"});
    return head;
}

/// Tells whole changes from others before a page is touched.
Status checkChanges(int descriptor, const Head &head, const std::filesystem::path &file, const crypto::Context &context)
{
    crypto::Sha256 hash(context);
    hash.begin();
    KEYWARD_CHECK(eachChange(descriptor, head, file, [&](ByteView piece) {
        hash.add(piece);
        return Status{};
    }));
    if (Changes::sealed(head, hash) == head.digest) return {};
    return fail(Code::DatabaseDamaged, file.string(), {"what was to be written was altered"});
}

/// Writes pages of which it is known where they go.
Status writeChanges(const std::filesystem::path &folder, const crypto::Context &context)
{
    const auto changes = folder / changesName, pages = folder / pagesName;
    KEYWARD_TRY(const auto from, openRegular(changes));
    KEYWARD_TRY(const auto head, headOf(from.number(), changes));
    KEYWARD_CHECK(checkChanges(from.number(), head, changes, context));
    KEYWARD_TRY(auto to, openToWrite(folder));
    KEYWARD_CHECK(eachChange(from.number(), head, changes, [&](ByteView piece) {
        std::uint64_t offset = 0;
        std::memcpy(&offset, piece.data(), sizeof offset);
        return writeAt(to.number(), piece.subspan(sizeof offset), offset, pages);
    }));
    if (::ftruncate(to.number(), static_cast<off_t>(head.bytes)) != 0) return failWith(errno, pages);
    KEYWARD_CHECK(syncFile(to.number(), pages));
    KEYWARD_CHECK(to.close(pages));
    KEYWARD_CHECK(removeFile(changes));
    return syncFolder(folder);
}

} // namespace

bool carryingWasCutShort(const std::filesystem::path &folder)
{
    return ::access((folder / changesName).c_str(), F_OK) == 0;
}

Status finishCarried(const std::filesystem::path &folder, const crypto::Context &context)
{
    KEYWARD_CHECK(removeFile(folder / unfinishedName));
    return carryingWasCutShort(folder) ? writeChanges(folder, context) : Status{};
}

Result<Carried> carryPages(const sqlcipher::HeldPages &from, const std::filesystem::path &folder,
                           const crypto::Context &context, const std::function<bool(std::uint64_t)> &progress)
{
    // What an interrupted one wrote down and cannot be read any more stays, and keeps readers out, until all pages were
    // compared.
    if (const auto before = finishCarried(folder, context); !before && before.error().code != Code::DatabaseDamaged)
        return std::unexpected(before.error());
    const auto file = folder / pagesName;
    const auto pageSize = from.pageSize();
    KEYWARD_TRY(const auto to, openToWrite(folder));
    struct stat there{};
    if (::fstat(to.number(), &there) != 0) return failWith(errno, file);
    Changes changes(folder, pageSize, context);
    KEYWARD_CHECK(changes.begin());
    Bytes now(pageSize * pagesAtATime), then(now.size());
    for (std::uint64_t at = 0; at < from.bytes(); at += now.size()) {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(now.size(), from.bytes() - at));
        KEYWARD_CHECK(from.read(at, std::span(now).first(size)));
        KEYWARD_TRY(const auto got, readAt(to.number(), std::span(then).first(size), at, file));
        for (std::size_t place = 0; place < size; place += pageSize) {
            const auto page = ByteView(now).subspan(place, std::min(pageSize, size - place));
            const auto had = ByteView(then).first(got).subspan(std::min(place, got));
            const bool same = had.size() >= page.size() && std::ranges::equal(page, had.first(page.size()));
            if (!same) KEYWARD_CHECK(changes.add(at + place, page));
        }
        if (progress && !progress(at + size)) return fail(Code::Cancelled);
    }
    Carried out{.bytes = from.bytes(), .pages = changes.count()};
    if (out.pages == 0 && static_cast<std::uint64_t>(there.st_size) == from.bytes()) {
        KEYWARD_CHECK(removeFile(folder / changesName));
        return out;
    }
    KEYWARD_CHECK(changes.keep(from.bytes()));
    KEYWARD_CHECK(writeChanges(folder, context));
    return out;
}

Status copyPages(sqlcipher::Database &from, const std::filesystem::path &folder,
                 const std::function<bool(std::uint64_t)> &progress)
{
    constexpr std::uint64_t piece = std::uint64_t(32) << 20U; // a fraction of a second, for which nobody writes
    const auto file = folder / pagesName;
    Descriptor to(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!to.isOpen()) return failWith(errno, file);
    for (std::uint64_t at = 0, end = 1; at < end;) {
        KEYWARD_TRY(const auto pages, from.holdPages());
        end = pages.bytes();
        Bytes some(pages.pageSize() * pagesAtATime);
        for (const auto until = std::min(end, at + piece); at < until;) {
            const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(some.size(), until - at));
            KEYWARD_CHECK(pages.read(at, std::span(some).first(size)));
            KEYWARD_CHECK(writeAt(to.number(), ByteView(some).first(size), at, file));
            at += size;
            if (progress && !progress(at)) return fail(Code::Cancelled);
        }
    }
    KEYWARD_CHECK(syncFile(to.number(), file));
    return to.close(file);
}

} // namespace keyward::protection
