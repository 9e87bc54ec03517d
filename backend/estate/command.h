// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/access.h"
#include "backend/estate/commands/backups.h"
#include "backend/estate/commands/keys.h"
#include "backend/estate/commands/networks.h"
#include "backend/estate/commands/places.h"
#include "backend/estate/commands/principals.h"
#include "backend/estate/commands/resources.h"
#include "backend/estate/commands/store.h"
#include "backend/estate/commands/vaults.h"

#include <variant>

/// All that can be done to an estate. A command is a value that carries every random id it needs, so that applying it
/// again to a newer estate gives the same objects. The engine, a wizard, a preview and the command line pass these on.
namespace keyward::estate {

namespace command {

template <class... Lists> struct Joined;
template <class... Commands> struct Joined<CommandList<Commands...>> {
    using Any = std::variant<Commands...>;
};
template <class... Some, class... Others, class... Rest>
struct Joined<CommandList<Some...>, CommandList<Others...>, Rest...>
    : Joined<CommandList<Some..., Others...>, Rest...> {};

using Any = Joined<StoreCommands, PlaceCommands, PrincipalCommands, VaultCommands, KeyCommands, AccessCommands,
                   NetworkCommands, ResourceCommands, BackupCommands>::Any;

} // namespace command

/// One of them. A class and not the bare variant, so that copying and taking down seventy kinds of command is compiled
/// once and not in every file that passes one on.
class Action : public command::Any
{
public:
    using Variant = command::Any;
    using Variant::Variant;
    Action();
    ~Action();
    Action(const Action &);
    Action(Action &&) noexcept;
    Action &operator=(const Action &);
    Action &operator=(Action &&) noexcept;
};

struct Command {
    Action action;
    /// Go on although something in use loses access (MOD-5); never where a rule forbids it.
    bool overrideClaims = false;
};

/// On whose behalf. The owner holds the keystore; the system carries out schedules and ends retentions.
struct Actor {
    enum class Kind : std::uint8_t { Owner, System };
    Kind kind = Kind::Owner;
    std::string name = "owner";
    std::string address = "local";
};

} // namespace keyward::estate
