// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/names.h"

#include "backend/base/display_name.h"

#include <algorithm>
#include <array>

namespace keyward {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool plain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return letter(c) || digit(c) || c == '-'; });
}
bool lengthWithin(std::string_view text, std::size_t least, std::size_t most)
{
    return text.size() >= least && text.size() <= most;
}

} // namespace

bool VaultNameRule::holds(std::string_view text)
{
    return lengthWithin(text, 3, 24) && plain(text) && letter(text.front()) && text.back() != '-' &&
           text.find("--") == std::string_view::npos;
}

bool KeyNameRule::holds(std::string_view text) { return lengthWithin(text, 1, 127) && plain(text); }

bool ResourceNameRule::holds(std::string_view text)
{
    return lengthWithin(text, 2, 50) && plain(text) && letter(text.front());
}

bool RegionRule::holds(std::string_view text)
{
    return lengthWithin(text, 2, 40) &&
           std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || digit(c); });
}

bool ResourceGroupNameRule::holds(std::string_view text)
{
    return lengthWithin(text, 1, 90) && text.back() != '.' && std::ranges::all_of(text, [](char c) {
               return letter(c) || digit(c) || std::string_view("-_.()").contains(c);
           });
}

bool DatabaseNameRule::holds(std::string_view text)
{
    return lengthWithin(text, 1, 128) && (letter(text.front()) || digit(text.front())) && text.back() != '.' &&
           std::ranges::all_of(text,
                               [](char c) { return letter(c) || digit(c) || std::string_view("-_.").contains(c); });
}

bool DisplayNameRule::holds(std::string_view text)
{
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/'; };
    // of UTF-8
    const auto characters =
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    return characters >= 1 && characters <= 120 && text.front() != ' ' && text.back() != ' ' &&
           std::ranges::none_of(text, control);
}

std::string geographyOf(const Region &region)
{
    static constexpr std::array known{"europe", "us",        "asia",  "uk",     "germany", "france",
                                      "japan",  "australia", "india", "canada", "brazil",  "switzerland",
                                      "norway", "sweden",    "korea", "africa", "uae",     "china"};
    for (const auto *geography : known)
        if (region.text().find(geography) != std::string::npos) return geography;
    return region.text();
}

std::string folded(std::string_view name)
{
    std::string out(name);
    unsigned char all = 0;
    for (char &c : out) { // no branch: lists of 100,000 are folded
        all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
        c = static_cast<char>(c | (static_cast<unsigned char>(c - 'A') < 26 ? 0x20 : 0));
    }
    return all < 0x80 ? out : foldedBeyondAscii(name);
}

} // namespace keyward
