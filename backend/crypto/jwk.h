// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <map>

/// Private to backend/crypto: JSON that holds secrets, read where it lies.
namespace keyward::crypto {

/// The members of a flat JSON object whose values are strings without escapes, as views into the text; other values are
/// passed over. An ordinary JSON library would leave copies of the secrets all over the heap. Empty where it is no object.
std::map<std::string_view, std::string_view> stringMembers(std::string_view json);

/// base64url without padding (RFC 4648), straight into protected memory. Code::ImportMalformed
Result<SecretBytes> decodeBase64Url(std::string_view text);

/// The value of member 'name' decoded. Code::ImportMalformed names the member.
Result<SecretBytes> secretMember(const std::map<std::string_view, std::string_view> &members, std::string_view name);

} // namespace keyward::crypto
