// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/siem/outgoing.h"

namespace keyward::siem {

/// One object on one line, with its end: the fields of 'audit list --json', and store, host, leaf and hash.
std::string jsonLine(const Outgoing &what, const Source &source);

/// What a line says of itself.
struct LineMark {
    std::string store;
    std::uint64_t number = 0; ///< 0: it only tested the way
    std::string hash;         ///< hexadecimal
};
std::optional<LineMark> markOf(std::string_view line); ///< absent: it is none of these lines
/// With which every line begins, whoever's it is.
inline constexpr std::string_view lineBegin = R"({"actor":)";

} // namespace keyward::siem
