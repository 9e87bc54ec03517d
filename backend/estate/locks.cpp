// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/locks.h"

#include "backend/estate/access.h"
#include "backend/estate/overloaded.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using namespace command;

/// What a change is about, as far as locks are concerned, and whether it removes something.
struct Guarded {
    Scope scope;
    bool removes = false;
};

template <class Tag>
Guarded guarded(Scope::Kind kind, const Id<Tag> &id, bool removes = false) { return {{kind, recordOf(id)}, removes}; }

Guarded inGroup(const Estate &estate, const Placement &place, bool removes)
{
    if (const auto *group = estate.groupId(place.subscription, place.resourceGroup)) return guarded(Scope::Kind::Group, *group, removes);
    const auto *subscription = estate.subscriptionId(place.subscription);
    return subscription ? guarded(Scope::Kind::Subscription, *subscription, removes) : Guarded{{Scope::Kind::Group, {}}, removes};
}

std::optional<Guarded> guardedBy(const Estate &estate, const Action &action)
{
    using Kind = Scope::Kind;
    return std::visit(Overloaded{
        [](const UpdateVault &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const DeleteVault &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault, true); },
        [](const MoveVault &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const SetAccessPolicy &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const RemoveAccessPolicy &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const SetAccessModel &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const SetFirewall &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const RequestEndpoint &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const DecideEndpoint &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault); },
        [](const RemoveEndpoint &c) -> std::optional<Guarded> { return guarded(Kind::Vault, c.vault, true); },
        [](const AssignRole &c) -> std::optional<Guarded> { return Guarded{c.scope, false}; },
        [&](const RemoveAssignment &c) -> std::optional<Guarded> {
            const auto *assignment = estate.assignment(c.assignment);
            return assignment ? std::optional(Guarded{assignment->scope, true}) : std::nullopt;
        },
        [](const DeleteResource &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource, true); },
        [](const MoveResource &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const EnableIdentity &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const DisableIdentity &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const AssignIdentity &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const UnassignIdentity &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const SetKey &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const SetServiceManaged &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const SetBackupPolicy &c) -> std::optional<Guarded> { return guarded(Kind::Resource, c.resource); },
        [](const SetSubnet &c) -> std::optional<Guarded> { return guarded(Kind::Network, c.network); },
        [](const RemoveSubnet &c) -> std::optional<Guarded> { return guarded(Kind::Network, c.network, true); },
        [](const DeleteNetwork &c) -> std::optional<Guarded> { return guarded(Kind::Network, c.network, true); },
        [](const UpdateGroup &c) -> std::optional<Guarded> { return guarded(Kind::Group, c.group); },
        [](const DeleteGroup &c) -> std::optional<Guarded> { return guarded(Kind::Group, c.group, true); },
        [](const RegisterProvider &c) -> std::optional<Guarded> { return guarded(Kind::Subscription, c.subscription); },
        [](const UnregisterProvider &c) -> std::optional<Guarded> { return guarded(Kind::Subscription, c.subscription); },
        [](const TransferSubscription &c) -> std::optional<Guarded> { return guarded(Kind::Subscription, c.subscription); },
        [&](const CreateVault &c) -> std::optional<Guarded> { return inGroup(estate, c.place, false); },
        [&](const CreateResource &c) -> std::optional<Guarded> { return inGroup(estate, c.place, false); },
        [&](const CreateNetwork &c) -> std::optional<Guarded> { return inGroup(estate, c.place, false); },
        [&](const CreateUserIdentity &c) -> std::optional<Guarded> { return inGroup(estate, c.place, false); },
        [&](const DeletePrincipal &c) -> std::optional<Guarded> {
            const auto *principal = estate.principal(c.principal);
            return principal && principal->place ? std::optional(inGroup(estate, *principal->place, true)) : std::nullopt;
        },
        [](const auto &) -> std::optional<Guarded> { return std::nullopt; }}, action);
}

/// A move also enters another place.
std::optional<Placement> destination(const Estate &estate, const Action &action)
{
    const auto moved = [](Placement place, const std::string &subscription, const std::string &group) {
        place.subscription = subscription;
        place.resourceGroup = group;
        return place;
    };
    if (const auto *move = std::get_if<MoveVault>(&action); move && estate.vault(move->vault)) return moved(estate.vault(move->vault)->place, move->subscription, move->resourceGroup);
    if (const auto *move = std::get_if<MoveResource>(&action); move && estate.resource(move->resource)) return moved(estate.resource(move->resource)->place, move->subscription, move->resourceGroup);
    return std::nullopt;
}

Status refuse(const Estate &estate, const Guarded &what)
{
    for (const auto *lock : locksReaching(estate, what.scope)) {
        if (lock->level == Lock::Level::CannotDelete && !what.removes) continue;
        return fail(Code::Locked, describe(estate, what.scope), {lock->name, std::string(levelText(lock->level)), describe(estate, lock->scope)});
    }
    return {};
}

} // namespace

std::vector<const Lock *> locksReaching(const Estate &estate, const Scope &scope)
{
    std::vector<RecordId> chain{scope.id};
    if (const auto place = placeOf(estate, scope)) {
        auto above = scopesOf(estate, *place);
        chain.insert(chain.end(), above.rbegin(), above.rend());
    }
    std::vector<const Lock *> out;
    for (const auto &id : chain)
        for (const auto &lock : estate.locksOn(id))
            if (!std::ranges::contains(out, estate.lock(lock))) out.push_back(estate.lock(lock));
    return out;
}

Status refuseLocked(const Estate &estate, const Action &action)
{
    if (estate.locks().empty()) return {};
    if (const auto what = guardedBy(estate, action)) KEYWARD_CHECK(refuse(estate, *what));
    if (const auto place = destination(estate, action)) KEYWARD_CHECK(refuse(estate, inGroup(estate, *place, false)));
    return {};
}

} // namespace keyward::estate
