// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

namespace keyward {

/// What a new name for people (of a principal, tenant, subscription, role, lock) is kept as: composed (NFC), with
/// single
/// plain spaces (RFC 8266). Code::NameInvalid, with the reason, for what people could not see, type or tell apart:
/// invalid
/// UTF-8, controls, invisible and unassigned characters (RFC 8264), and for what reads as an id. 'what' as in "role
/// name".
/// Names that are there already are not asked: older keystores hold others.
Result<std::string> displayName(const std::string &text, const char *what);

/// Compares one name with many: whether they differ in what people see (Unicode Technical Standard 39). Two names of
/// plain
/// ASCII are never alike: 1 and l are told apart by whoever chose them.
class Guise
{
public:
    explicit Guise(std::string_view name);
    bool like(std::string_view other) const;

private:
    std::string m_folded;
    std::string m_small;     ///< its skeleton in small letters,
    std::string m_asWritten; ///< and as it is written
    bool m_ascii = true;
};

bool isAscii(std::string_view text);
/// With \u{202e} for everything that would not be seen, so that it can be shown.
std::string visible(std::string_view text);
/// folded() for texts beyond ASCII: NFKC_Casefold. What is not valid UTF-8 is folded as if it were ASCII.
std::string foldedBeyondAscii(std::string_view text);

} // namespace keyward
