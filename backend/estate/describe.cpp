// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/describe.h"

#include "backend/estate/describe_names.h"
#include "backend/estate/row.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace keyward::estate {
std::string plural(std::string_view noun)
{
    const bool ies =
        noun.size() > 1 && noun.ends_with('y') && !std::string_view("aeiou").contains(noun[noun.size() - 2]);
    return ies ? std::string(noun.substr(0, noun.size() - 1)) + "ies" : std::string(noun) + "s";
}

std::string counted(std::uint64_t count, std::string_view noun)
{
    return std::to_string(count) + " " + (count == 1 ? std::string(noun) : plural(noun));
}

std::string describe(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return (profile ? profile->title : resource.type) + " '" + resource.name.text() + "'";
}

std::string keyPath(const Estate &estate, const Key &key) { return nameOf(estate, key.vault) + "/" + key.name.text(); }

std::string_view operationName(const Action &action)
{
    return std::visit([](const auto &command) { return std::remove_cvref_t<decltype(command)>::operation; }, action);
}

std::string subjectOf(const Estate &estate, const Action &action) { return factsOf(estate, action).subject; }
Sentence describe(const Estate &estate, const Action &action) { return wordsOf(estate, action).sentence; }
Sentence irreversible(const Estate &estate, const Action &action) { return wordsOf(estate, action).irreversible; }

} // namespace keyward::estate
