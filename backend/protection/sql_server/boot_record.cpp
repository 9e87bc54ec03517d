// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/sql_server/boot_record.h"

#include "backend/base/codec.h"
#include "backend/base/files.h"
#include "backend/base/system_error.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace keyward::protection {

using namespace estate;

KEYWARD_FIELDS(BootRecord, s.database, s.by, s.algorithm, s.wrapped)

namespace {

// The file has two places for a record. A new one is written into that which does not hold the present one, so that one
// of them is whole whenever the power fails; of two whole ones the later counts.
constexpr std::string_view magic = "keyward boot 2\n";
constexpr std::string_view magicOfFirst = "keyward boot 1\n"; ///< one record, and a new file for each change
constexpr std::size_t placeSize = 4096;
constexpr std::size_t digestAt = placeSize - 32;
constexpr const char *name = "boot";
constexpr const char *unfinished = "boot.new";

/// What a place holds.
struct Held {
    std::uint64_t number = 0; ///< of the change that wrote it
    BootRecord record;
};
KEYWARD_FIELDS(Held, s.number, s.record)

/// Tells a place that was written whole from one that was not; no secret is in it, and it is none.
Bytes digestOf(ByteView bytes)
{
    const auto view =
        QByteArrayView(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    const auto digest = QCryptographicHash::hash(view, QCryptographicHash::Sha256);
    return {digest.begin(), digest.end()};
}

/// Magic, length of the record, record, zeros, digest of what stands before the zeros.
Result<Bytes> placeWith(const Held &held)
{
    Encoder out;
    out(held);
    const auto content = out.take();
    Bytes place;
    append(place, bytesOf(magic));
    place.push_back(static_cast<std::uint8_t>(content.size() & 0xffU));
    place.push_back(static_cast<std::uint8_t>(content.size() >> 8U));
    append(place, content);
    if (place.size() > digestAt) return fail(Code::Internal, held.record.database.text(), {"a boot record too long"});
    const auto digest = digestOf(place);
    place.resize(digestAt);
    append(place, digest);
    return place;
}

std::optional<Held> heldIn(ByteView place)
{
    constexpr auto from = magic.size() + 2;
    if (!std::ranges::equal(bytesOf(magic), place.first(magic.size()))) return {};
    const auto length = std::size_t(place[from - 2]) | std::size_t(place[from - 1]) << 8U;
    if (length > digestAt - from) return {};
    const auto rest = place.subspan(from + length, digestAt - from - length);
    if (!std::ranges::all_of(rest, [](std::uint8_t byte) { return byte == 0; })) return {};
    if (!std::ranges::equal(digestOf(place.first(from + length)), place.subspan(digestAt))) return {};
    Decoder in(place.subspan(from, length));
    Held out;
    in(out);
    return in.ok() && in.atEnd() ? std::optional(std::move(out)) : std::nullopt;
}

/// The present record of a file, and where it stands.
struct Present {
    Held held;
    std::optional<std::size_t> place; ///< absent: the whole file is one record, as the first edition had it
};
std::optional<Present> presentIn(ByteView file)
{
    if (file.size() >= magicOfFirst.size() &&
        std::ranges::equal(bytesOf(magicOfFirst), file.first(magicOfFirst.size()))) {
        Decoder in(file.subspan(magicOfFirst.size()));
        Held out;
        in(out.record);
        return in.ok() && in.atEnd() ? std::optional(Present{.held = std::move(out), .place = {}}) : std::nullopt;
    }
    if (file.size() != 2 * placeSize) return {};
    std::optional<Present> out;
    for (std::size_t i = 0; i < 2; ++i)
        if (auto held = heldIn(file.subspan(i * placeSize, placeSize));
            held && (!out || held->number > out->held.number))
            out = Present{.held = *std::move(held), .place = i};
    return out;
}

Result<Bytes> contentsOf(int descriptor, const std::filesystem::path &file)
{
    Bytes out(2 * placeSize + 1); // a longer one is none
    KEYWARD_TRY(const auto size, readAt(descriptor, out, 0, file));
    out.resize(size);
    return out;
}

/// A file of its own, to be renamed, where there is none with two places yet.
Status writeBeside(const NewBootRecord &one)
{
    const auto file = one.folder / unfinished;
    Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor.isOpen()) return failWith(errno, file);
    KEYWARD_TRY(auto both, placeWith({.number = 1, .record = one.record}));
    both.resize(2 * placeSize);
    KEYWARD_CHECK(writeAll(descriptor.number(), both, file));
    return descriptor.close(file);
}

/// Whether it could be: into the place beside the present record.
Result<bool> writeWithin(const NewBootRecord &one)
{
    const auto file = one.folder / name;
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!descriptor.isOpen() && errno == ENOENT) return false;
    if (!descriptor.isOpen()) return failWith(errno, file);
    KEYWARD_TRY(const auto bytes, contentsOf(descriptor.number(), file));
    const auto present = presentIn(bytes);
    if (!present || !present->place || present->held.record.database != one.record.database) return false;
    KEYWARD_TRY(const auto next, placeWith({.number = present->held.number + 1, .record = one.record}));
    KEYWARD_CHECK(writeAt(descriptor.number(), next, (1 - *present->place) * placeSize, file));
    KEYWARD_CHECK(descriptor.close(file));
    return true;
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
    const auto file = folder / name;
    if (::access(file.c_str(), F_OK) != 0 && errno == ENOENT) return damaged("its boot record is missing");
    KEYWARD_TRY(const auto descriptor, openRegular(file));
    KEYWARD_TRY(const auto bytes, contentsOf(descriptor.number(), file));
    auto present = presentIn(bytes);
    if (!present) return damaged("its boot record is not whole");
    if (present->held.record.database != database) return damaged("its boot record belongs to another database");
    return std::move(present->held.record);
}

Status writeBootRecords(const std::vector<NewBootRecord> &records, const std::filesystem::path &store)
{
    std::vector<const NewBootRecord *> beside;
    for (const auto &one : records) {
        KEYWARD_TRY(const auto within, writeWithin(one));
        if (within) continue;
        KEYWARD_CHECK(writeBeside(one));
        beside.push_back(&one);
    }
    KEYWARD_CHECK(syncAll(store)); // before any name leads to it
    if (beside.empty()) return {};
    for (const auto *one : beside) KEYWARD_CHECK(putInPlace(*one));
    return syncAll(store);
}

Status forgetFormerRecord(const std::filesystem::path &folder)
{
    const auto file = folder / name;
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (!descriptor.isOpen()) return errno == ENOENT ? Status{} : failWith(errno, file);
    KEYWARD_TRY(const auto bytes, contentsOf(descriptor.number(), file));
    const auto present = presentIn(bytes);
    if (!present || !present->place) return {};
    KEYWARD_CHECK(writeAt(descriptor.number(), Bytes(placeSize), (1 - *present->place) * placeSize, file));
    return descriptor.close(file);
}

} // namespace keyward::protection
