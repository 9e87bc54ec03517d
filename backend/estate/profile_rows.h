// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/placed_json.h"
#include "backend/estate/profile.h"

#include <functional>
#include <set>

/// Private to what reads files of profiles.
namespace keyward::estate {

/// One object of such a file: gives its fields, and notes what is wrong with them and which nobody asked for.
class Row
{
public:
    Row(const PlacedJson &object, std::vector<FileFault> &faults);

    void fault(const PlacedJson &at, Sentence what) { m_faults.push_back({at.at, std::move(what)}); }
    void faultHere(Sentence what) { fault(m_object, std::move(what)); }

    const PlacedJson *value(const char *name); ///< null where there is none
    const PlacedJson *required(const char *name);
    std::string text(const char *name, std::string otherwise = {});
    std::string words(const char *name); ///< a text that has to be there and says something
    bool flag(const char *name, bool otherwise);
    unsigned number(const char *name, unsigned otherwise, unsigned least, unsigned most);
    Millis length(const char *name);
    std::vector<std::string> texts(const char *name);
    void eachOf(const char *name, const std::function<void(Row &)> &take); ///< of a list of objects
    void within(const char *name, const std::function<void(Row &)> &take); ///< an object, where there is one

    void finish(); ///< what nobody asked for is a fault

private:
    const PlacedJson *ofKind(const char *name, PlacedJson::Kind kind, Sentence wanted);

    const PlacedJson &m_object;
    std::vector<FileFault> &m_faults;
    std::set<std::string, std::less<>> m_asked;
};

ServiceProfile profileFrom(Row &row, bool shipped);
ListedService serviceFrom(Row &row);

} // namespace keyward::estate
