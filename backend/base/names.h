// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <compare>
#include <functional>

namespace keyward {

/// A name that has been checked: it exists only if its rule holds. Rule is one struct with a word and a predicate.
template <class Rule> class Name
{
public:
    Name() = default; ///< empty, only as a place to assign to

    static Result<Name> from(std::string text)
    {
        if (!Rule::holds(text)) return fail(Code::NameInvalid, std::move(text), {Rule::what, Rule::rule});
        Name name;
        name.m_text = std::move(text);
        return name;
    }
    const std::string &text() const { return m_text; }
    auto operator<=>(const Name &) const = default;

private:
    std::string m_text;
};

struct VaultNameRule { // VLT-1
    static constexpr const char *what = "vault name";
    static constexpr const char *rule = "3 to 24 letters, digits and hyphens, beginning with a letter, ending with a "
                                        "letter or digit, no two hyphens in a row";
    static bool holds(std::string_view text);
};
struct KeyNameRule { // VLT-3
    static constexpr const char *what = "key name";
    static constexpr const char *rule = "1 to 127 letters, digits and hyphens";
    static bool holds(std::string_view text);
};
struct ResourceNameRule {
    static constexpr const char *what = "resource name";
    static constexpr const char *rule = "2 to 50 letters, digits and hyphens, beginning with a letter";
    static bool holds(std::string_view text);
};
struct RegionRule {
    static constexpr const char *what = "region";
    static constexpr const char *rule = "2 to 40 small letters and digits, as in westeurope";
    static bool holds(std::string_view text);
};

struct ResourceGroupNameRule {
    static constexpr const char *what = "resource group name";
    static constexpr const char *rule =
        "1 to 90 letters, digits, hyphens, underscores, points and parentheses, not ending with a point";
    static bool holds(std::string_view text);
};
struct DatabaseNameRule {
    static constexpr const char *what = "database name";
    static constexpr const char *rule = "1 to 128 letters, digits, hyphens, underscores and points, beginning with a "
                                        "letter or digit, not ending with a point";
    static bool holds(std::string_view text);
};
struct DisplayNameRule { ///< of principals, tenants, subscriptions: for people
    static constexpr const char *what = "name";
    static constexpr const char *rule = "1 to 120 characters on one line, no space at either end, no slash";
    static bool holds(std::string_view text);
};

using VaultName = Name<VaultNameRule>;
using KeyName = Name<KeyNameRule>;
using ResourceName = Name<ResourceNameRule>;
using Region = Name<RegionRule>;
using ResourceGroupName = Name<ResourceGroupNameRule>;
using DatabaseName = Name<DatabaseNameRule>;
using DisplayName = Name<DisplayNameRule>;

/// The part of two regions' names that says which geography they belong to, as far as their names tell
/// (westeurope and northeurope: europe). Unknown names are a geography of their own.
std::string geographyOf(const Region &region);

/// Names are unique without regard to case.
std::string folded(std::string_view name);

} // namespace keyward

template <class Rule> struct std::hash<keyward::Name<Rule>> {
    std::size_t operator()(const keyward::Name<Rule> &name) const noexcept
    {
        return std::hash<std::string>{}(name.text());
    }
};
