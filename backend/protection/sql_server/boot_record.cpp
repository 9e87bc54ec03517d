// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/sql_server/boot_record.h"

#include "backend/base/codec.h"
#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace keyward::protection {

using namespace estate;

KEYWARD_FIELDS(BootRecord, s.database, s.by, s.algorithm, s.wrapped)

namespace {

constexpr std::string_view magic = "keyward boot 1\n";
constexpr std::size_t longest = 64u << 10U;
constexpr const char *name = "boot";
constexpr const char *unfinished = "boot.new";

Bytes encoded(const BootRecord &record)
{
    Encoder out;
    out(record);
    Bytes bytes;
    append(bytes, bytesOf(magic));
    append(bytes, out.take());
    return bytes;
}

Result<Bytes> contentsOf(const std::filesystem::path &file)
{
    KEYWARD_TRY(const auto descriptor, openRegular(file));
    Bytes out(longest);
    KEYWARD_TRY(const auto size, readAt(descriptor.number(), out, 0, file));
    out.resize(size);
    return out;
}

Status writeBeside(const NewBootRecord &one)
{
    const auto file = one.folder / unfinished;
    Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor.isOpen()) return failWith(errno, file);
    KEYWARD_CHECK(writeAll(descriptor.number(), encoded(one.record), file));
    return descriptor.close(file);
}

/// All that was written below it.
Status syncAll(const std::filesystem::path &store)
{
    Descriptor folder(::open(store.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen()) return failWith(errno, store);
    return ::syncfs(folder.number()) == 0 ? Status{} : failWith(errno, store);
}

Status putInPlace(const NewBootRecord &one)
{
    const auto file = one.folder / name;
    return ::rename((one.folder / unfinished).c_str(), file.c_str()) == 0 ? Status{} : failWith(errno, file);
}

} // namespace

Result<BootRecord> readBootRecord(const std::filesystem::path &folder, const DatabaseId &database)
{
    const auto damaged = [&](const char *why) {
        return fail(Code::DatabaseDamaged, database.text().substr(0, 8), {why});
    };
    if (::access((folder / name).c_str(), F_OK) != 0 && errno == ENOENT) return damaged("its boot record is missing");
    KEYWARD_TRY(const auto bytes, contentsOf(folder / name));
    if (bytes.size() < magic.size() || !std::ranges::equal(bytesOf(magic), ByteView(bytes).first(magic.size())))
        return damaged("its boot record is none");
    Decoder in(ByteView(bytes).subspan(magic.size()));
    BootRecord out;
    in(out);
    if (!in.ok() || !in.atEnd()) return damaged("its boot record is not whole");
    if (out.database != database) return damaged("its boot record belongs to another database");
    return out;
}

Status writeBootRecords(const std::vector<NewBootRecord> &records, const std::filesystem::path &store)
{
    for (const auto &one : records) KEYWARD_CHECK(writeBeside(one));
    KEYWARD_CHECK(syncAll(store)); // before any name leads to it
    for (const auto &one : records) KEYWARD_CHECK(putInPlace(one));
    return syncAll(store);
}

} // namespace keyward::protection
