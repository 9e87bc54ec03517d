// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/access.h"
#include "backend/estate/commands/catalogue.h"
#include "backend/estate/commands/jobs.h"
#include "backend/estate/commands/kept_files.h"
#include "backend/estate/commands/keys.h"
#include "backend/estate/commands/networks.h"
#include "backend/estate/commands/places.h"
#include "backend/estate/commands/principals.h"
#include "backend/estate/commands/resources.h"
#include "backend/estate/commands/siem.h"
#include "backend/estate/commands/store.h"
#include "backend/estate/commands/vaults.h"
#include "backend/estate/services/all_commands.h"

#include <variant>

/// All that can be done to an estate. A command is a value that carries every random id it needs, so that applying it
/// again to a newer estate gives the same objects. The engine, a wizard, a preview and the command line pass these on.
namespace keyward::estate {

namespace command {

template <class List> struct Commands;
template <class... Facets> struct Commands<TypeList<Facets...>> {
    using Any = Joined<StoreCommands, SiemCommands, CatalogueCommands, PlaceCommands, PrincipalCommands, VaultCommands,
                       KeyCommands, AccessCommands, NetworkCommands, ResourceCommands, KeptFilesCommands, JobCommands,
                       typename CommandsOf<Facets>::List...>::Any;
};
using Any = Commands<Services>::Any;

} // namespace command

/// One of them. A class and not the bare variant, so that copying and taking down seventy kinds of command is compiled
/// once and not in every file that passes one on.
class Action : public command::Any
{
public:
    using Variant = command::Any;
    Action();
    /// Not the variant's own, for which a compiler asks of each kind whether it could be made of what is given.
    template <class C>
        requires isOneOf<std::remove_cvref_t<C>, Variant>
    Action(C &&command) : Variant(std::in_place_type<std::remove_cvref_t<C>>, std::forward<C>(command))
    {}
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

/// On whose behalf. Every caller says it; there is nobody by default.
class Actor
{
public:
    /// As log entries carry it: values never change their meaning.
    enum class Kind : std::uint8_t { Owner = 1, System, Operator, Principal };

    static Actor owner(std::string name);   ///< who holds the keystore and its file
    static Actor system();                  ///< the program itself: schedules, ends of retentions, jobs that died
    static Actor service(std::string name); ///< the program itself, for a service of the platform
    static Actor person(std::string name,
                        std::string address); ///< an operator who signed in to somebody else's keystore
    static Actor principal(const PrincipalId &id, std::string name, std::string address); ///< application or identity

    Kind kind;
    std::string name;
    std::string address;
    std::optional<Reference> id; ///< absent for who is no entity

private:
    Actor(Kind kind_, std::string name_, std::string address_, std::optional<Reference> id_ = {});
};
std::string_view kindText(Actor::Kind kind); ///< owner, system, operator, principal

} // namespace keyward::estate
