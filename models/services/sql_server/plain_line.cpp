// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/sql_server/plain_line.h"

#include "models/text.h"

#include <algorithm>

namespace keyward::models {
namespace {

std::string quoted(const std::string &word)
{
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("/._-+:,@%=").contains(c) ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    if (!word.empty() && std::ranges::all_of(word, plain)) return word;
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

} // namespace

QString plainLine(std::initializer_list<std::string> words)
{
    std::string out = "keywardctl";
    for (const auto &word : words) out += " " + quoted(word);
    return text(out);
}

} // namespace keyward::models
