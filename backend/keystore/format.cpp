// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/format.h"

#include "backend/base/store_path.h"
#include "backend/crypto/sealer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace keyward::keystore {
namespace {

constexpr std::size_t headerSize = 100; // https://sqlite.org/fileformat.html, section 1.3
constexpr std::size_t lengthSize = 4;
constexpr std::size_t smallestClass = 256;
constexpr std::uint8_t sealEdition = 1; // of the associated data; a file keeps it across formats

std::uint32_t word(const std::array<std::uint8_t, headerSize> &header, std::size_t at)
{
    return std::uint32_t(header[at]) << 24 | std::uint32_t(header[at + 1]) << 16 | std::uint32_t(header[at + 2]) << 8 |
           header[at + 3];
}

/// With an unfinished write-ahead log beside it SQLite mends the file; only a settled one can be judged by its size.
bool settled(const std::filesystem::path &file)
{
    std::error_code error;
    const auto log = std::filesystem::file_size(file.string() + "-wal", error);
    return error || log == 0;
}

template <std::size_t... N> auto joined(const std::array<std::uint8_t, N> &...parts)
{
    std::array<std::uint8_t, (N + ...)> out{};
    auto at = out.begin();
    ((at = std::ranges::copy(parts, at).out), ...);
    return out;
}

auto associated(const StoreId &store, std::uint8_t kind)
{
    return joined(std::array<std::uint8_t, 9>{'k', 'e', 'y', 'w', 'a', 'r', 'd', sealEdition, kind}, store.bytes);
}

} // namespace

Status inspectFile(const std::filesystem::path &file, unsigned newestKnown)
{
    KEYWARD_TRY(const auto real, StorePath::existing(file));
    const auto path = real.text();
    errno = EIO;
    std::ifstream in(real.file(), std::ios::binary);
    if (!in) return fail(Code::Io, path, {std::strerror(errno)});
    std::array<std::uint8_t, headerSize> header{};
    in.read(reinterpret_cast<char *>(header.data()), headerSize);
    const auto got = static_cast<std::size_t>(in.gcount());
    if (std::memcmp(header.data(), "SQLite format 3", std::min<std::size_t>(got, 16)) != 0 || got == 0)
        return fail(Code::NotAKeystore, path);
    if (got < headerSize) return fail(Code::StoreTruncated, path, {"it is shorter than its header"});
    if (word(header, 68) != applicationId) return fail(Code::NotAKeystore, path);
    if (const auto format = word(header, 60); format > newestKnown)
        return fail(Code::StoreNewer, path, {std::to_string(format), std::to_string(newestKnown)});
    const std::size_t pageSize =
        (std::size_t(header[16]) << 8 | header[17]) == 1 ? 65536 : std::size_t(header[16]) << 8 | header[17];
    std::error_code error;
    const auto size = std::filesystem::file_size(real.file(), error);
    if (!error && settled(real.file()) && size < pageSize * word(header, 28))
        return fail(Code::StoreTruncated, path, {"pages are missing at its end"});
    return {};
}

std::array<std::uint8_t, 54> recordAssociatedData(const StoreId &store, Purpose purpose, const RecordId &id,
                                                  std::uint64_t revision, std::uint32_t keyId)
{
    return joined(associated(store, 'r'), std::array{static_cast<std::uint8_t>(purpose)}, id.bytes, bigEndian(revision),
                  bigEndian(keyId));
}

std::array<std::uint8_t, 37> auditAssociatedData(const StoreId &store, std::uint64_t sequence, std::uint32_t keyId)
{
    return joined(associated(store, 'a'), bigEndian(sequence), bigEndian(keyId));
}

Bytes partAssociatedData(const StoreId &store, std::string_view part)
{
    Bytes out;
    append(out, associated(store, 'p'));
    append(out, bytesOf(part));
    return out;
}

std::size_t paddedSize(std::size_t content)
{
    std::size_t sealed = smallestClass;
    while (sealed < content + lengthSize + crypto::Sealer::overhead) sealed *= 2;
    return sealed - crypto::Sealer::overhead;
}

Bytes padded(ByteView content)
{
    Bytes out;
    out.reserve(paddedSize(content.size()));
    append(out, bigEndian(static_cast<std::uint32_t>(content.size())));
    append(out, content);
    out.resize(paddedSize(content.size()));
    return out;
}

bool unpadded(ByteView padded, ByteView &content)
{
    content = {};
    if (padded.size() < lengthSize) return false;
    const std::size_t size =
        std::size_t(padded[0]) << 24 | std::size_t(padded[1]) << 16 | std::size_t(padded[2]) << 8 | padded[3];
    if (size > padded.size() - lengthSize) return false;
    content = padded.subspan(lengthSize, size);
    return true;
}

} // namespace keyward::keystore
