// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace keyward::test {

/// A file of an administrator's own, with more fields where they are given: ", \"sameRegion\": false".
inline std::string ownProfileText(const std::string &id = "wiki", const std::string &more = {})
{
    return "{\n"
           "  \"schema\": \"keyward.profiles/1\",\n"
           "  \"profiles\": [\n"
           "    {\n"
           "      \"id\": \"" +
           id +
           "\",\n"
           "      \"title\": \"Our wiki\",\n"
           "      \"onLoss\": \"its pages cannot be read\",\n"
           "      \"source\": \"the manual of our wiki\",\n"
           "      \"confidence\": \"A\"" +
           more +
           "\n"
           "    }\n"
           "  ]\n"
           "}\n";
}

} // namespace keyward::test
