// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <map>

/// Private to backend/crypto: JSON that holds secrets, read where it lies.
namespace keyward::crypto {

/// The members of a JSON object by their names, as views into the text. Of a string, what stands between the quotes,
/// with its escapes; of anything else, its text. An ordinary JSON library would leave copies of the secrets all over
/// the heap.
struct JsonMembers {
    using Map = std::map<std::string, std::string_view, std::less<>>;
    Map strings;
    Map others;

    std::string text(std::string_view name)
        const; ///< of a string that is no secret, its escapes resolved; empty where there is none
    std::string_view other(std::string_view name) const;
};

/// Nothing (no members at all) where it is no JSON object, or has a member twice.
JsonMembers membersOf(std::string_view json);

/// The objects that are elements of a JSON array, as text. Empty where it is no such array.
std::vector<std::string_view> objectsOf(std::string_view array);

std::string resolved(std::string_view contents); ///< a string's contents without escapes, in UTF-8
std::string quoted(std::string_view text);       ///< as a JSON string, with its quotes

/// base64url (RFC 4648), with or without padding, straight into protected memory. The text is a JSON string's contents.
/// Code::ImportMalformed
Result<SecretBytes> decodeBase64Url(std::string_view contents);

/// The value of member 'name' decoded. Code::ImportMalformed names the member.
Result<SecretBytes> secretMember(const JsonMembers &members, std::string_view name);

} // namespace keyward::crypto
