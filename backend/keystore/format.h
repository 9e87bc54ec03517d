// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"

#include <array>
#include <filesystem>

/// How a keystore file looks from outside: a SQLite file marked as Keyward's, whose rows say nothing but their
/// number and padded size (CON-1).
namespace keyward::keystore {

using StoreId = Id<struct StoreTag>;

/// 1: the head did not yet cover unlock slots and header. 2: heads had no edition of their own, entries no leaf hash.
constexpr unsigned currentFormat = 3;
constexpr unsigned currentHeadEdition = 3;          ///< 2: with what it covers; 3: with its own edition
constexpr std::uint32_t applicationId = 0x4b575244; ///< "KWRD", in SQLite's header

/// Which sealing key a record is under: an auditor's unlock slot opens some purposes and not others.
enum class Purpose : std::uint8_t { Metadata = 1, Audit = 2, KeyMaterial = 3 };

/// Looks at the first page before SQLite does. Codes of StorePath::existing(), NotAKeystore, StoreTruncated,
/// StoreNewer, Io.
Status inspectFile(const std::filesystem::path &file, unsigned newestKnown = currentFormat);

/// What a sealed row is bound to: moved to another place, store or age, it no longer opens.
std::array<std::uint8_t, 54> recordAssociatedData(const StoreId &store, Purpose purpose, const RecordId &id,
                                                  std::uint64_t revision, std::uint32_t keyId);
std::array<std::uint8_t, 37> auditAssociatedData(const StoreId &store, std::uint64_t sequence, std::uint32_t keyId);
Bytes partAssociatedData(const StoreId &store, std::string_view part); ///< keyring, head, slot directory

/// Length, content, zeros up to the next class: 256 bytes times a power of two once sealed.
Bytes padded(ByteView content);
std::size_t paddedSize(std::size_t content);
/// False where the length does not fit; content then is empty.
bool unpadded(ByteView padded, ByteView &content);

} // namespace keyward::keystore
