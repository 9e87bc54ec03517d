// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <filesystem>

/// Files that people hand to the keystore. Codes: Io; ValueInvalid for one that is larger than 'most' bytes.
namespace keyward::engine {

constexpr std::size_t largestKeyFile = 1u << 20;
constexpr std::size_t largestMessage = 256u << 20; ///< to be signed
constexpr std::size_t largestSecret = 4096;        ///< to be encrypted or wrapped, and what comes of it

/// Straight into protected memory; at most 64 KiB whatever is asked for.
Result<crypto::SecretBytes> readSecretFile(const std::filesystem::path &file, std::size_t most);
Result<Bytes> readFile(const std::filesystem::path &file, std::size_t most);

} // namespace keyward::engine
