// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"
#include "backend/base/sentence.h"

#include <expected>

/// JSON (RFC 8259) that knows where each part stands, so that whoever wrote a file is told line and column.
namespace keyward::estate {

/// Both from 1 on; columns count characters.
struct Place {
    unsigned line = 1, column = 1;
    bool operator==(const Place &) const = default;
};

/// What is wrong with a file, and where.
struct FileFault {
    Place at;
    Sentence what;
};
Sentence sentence(const FileFault &fault); ///< line 3, column 5: …
Sentence sentence(const std::vector<FileFault> &faults);

struct PlacedJson {
    enum class Kind : std::uint8_t { Null, Flag, Number, Text, List, Object };
    struct Member;

    Kind kind = Kind::Null;
    Place at;
    bool flag = false;
    std::string text;              ///< of a text, UTF-8; of a number its digits
    std::vector<PlacedJson> items; ///< of a list
    std::vector<Member> members;   ///< of an object, in the order of the file; no name stands twice

    const PlacedJson *find(std::string_view name) const;
};
struct PlacedJson::Member {
    std::string name;
    Place at;
    PlacedJson value;
};

/// Stops at the first thing that is no JSON. Also no JSON here: a name that stands twice in one object, text that is
/// not UTF-8, more than 32 levels.
std::expected<PlacedJson, FileFault> placedJson(ByteView file);

} // namespace keyward::estate
