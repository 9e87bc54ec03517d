// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"
#include "backend/estate/entities.h"

/// What every command has beside its fields. A command is one struct in the header of its area and one row in the
/// source file beside it; everything else that is said of commands is read from the row.
namespace keyward::estate {

class ChangeBuilder;
class Estate;
struct Facts;
struct Words;

/// First line of a command: the name under which the log keeps it, for good, and its row. A command without this line
/// does not compile, one without a row does not link.
#define KEYWARD_COMMAND(Self, name)                                                                                    \
    static constexpr std::string_view operation = name;                                                                \
    friend Facts factsOf(const Estate &estate, const Self &command);                                                   \
    friend Words wordsOf(const Estate &estate, const Self &command);                                                   \
    friend Status applyTo(ChangeBuilder &draft, const Self &command)

namespace command {

/// The commands of one area.
template <class... Commands> using CommandList = TypeList<Commands...>;
/// Those of a service: told at the end of its commands.h. A service that does not tell them does not compile.
template <class Facet> struct CommandsOf;

} // namespace command
} // namespace keyward::estate
