// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <optional>

/// Private to backend/crypto: what can be told about a file before it is decoded.
namespace keyward::crypto {

/// ImportOtherFormat, with the line that converts it, where the file holds a key in a format that is not read here:
/// OpenSSH, PuTTY, SSH2, OpenPGP, Java keystores, Microsoft's PVK.
std::optional<Error> otherFormat(ByteView file);

/// Without the mark that some editors put before UTF-8.
std::string_view withoutByteOrderMark(std::string_view text);

/// A text that was written in UTF-16 (by Windows' shells), in ASCII; nothing where it is no such text.
Result<std::optional<SecretBytes>> fromUtf16(ByteView file); ///< Code::SecretHeapFull

} // namespace keyward::crypto
