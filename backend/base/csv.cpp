// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/csv.h"

namespace keyward {

std::string csvField(std::string_view text)
{
    std::string out(text);
    if (!out.empty() && std::string_view("=+-@\t\r").contains(out.front())) out.insert(out.begin(), '\'');
    std::string quoted = "\"";
    for (const char c : out) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace keyward
