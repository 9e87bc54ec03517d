// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

namespace keyward::estate {

/// A line of keywardctl that runs as it is shown: the one place where such a line is put together and quoted.
class Line
{
public:
    explicit Line(std::string_view command) : m_command("keywardctl " + std::string(command)) {} ///< "key create"
    Line &word(const std::string &value);                          ///< what has no option of its own
    Line &option(std::string_view name, const std::string &value); ///< --name VALUE; may be repeated
    Line &flag(std::string_view name, bool on = true);
    std::string text() const;

private:
    std::string m_command;
    std::vector<std::string> m_words;
    std::string m_options;
    bool m_dashed = false; ///< a word could be taken for an option
};

/// As commandLine() in describe.h; overriding: although something in use loses access.
std::string commandLine(const Estate &estate, const Action &action, bool overriding);

/// How a principal is named on a line, so that it is found again: by name, or by id where another has that name.
std::string lineName(const Estate &estate, const PrincipalId &id);

} // namespace keyward::estate
