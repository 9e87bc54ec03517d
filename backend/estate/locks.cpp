// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/locks.h"

#include "backend/estate/access.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using namespace command;

using Kind = Scope::Kind;
using List = std::vector<Guarded>;

/// One judgement for each command, and no other: a command that is not named here does not compile.
class Judge
{
public:
    explicit Judge(const Estate &estate) : m_estate(estate) {}

    // Vaults. A deleted one keeps its locks.
    List operator()(const CreateVault &c) const { return into(c.place); }
    List operator()(const UpdateVault &c) const { return change(c.vault); }
    List operator()(const DeleteVault &c) const { return removal(c.vault); }
    List operator()(const RecoverVault &c) const { return change(c.vault); }
    List operator()(const PurgeVault &c) const { return removal(c.vault); }
    List operator()(const SetAccessPolicy &c) const { return change(c.vault); }
    List operator()(const RemoveAccessPolicy &c) const { return change(c.vault); }
    List operator()(const SetAccessModel &c) const { return change(c.vault); }
    List operator()(const SetFirewall &c) const { return change(c.vault); }
    List operator()(const RequestEndpoint &c) const { return change(c.vault); }
    List operator()(const DecideEndpoint &c) const { return change(c.vault); }
    List operator()(const RemoveEndpoint &c) const { return removal(c.vault); }
    List operator()(const MoveVault &c) const
    {
        const auto *vault = m_estate.vault(c.vault);
        return vault ? moved(change(c.vault), vault->place, c.subscription, c.resourceGroup) : change(c.vault);
    }

    // Resources, and what is kept in them.
    List operator()(const CreateResource &c) const { return into(c.place); }
    List operator()(const DeleteResource &c) const { return removal(c.resource); }
    List operator()(const EnableIdentity &c) const { return change(c.resource); }
    List operator()(const DisableIdentity &c) const { return change(c.resource); }
    List operator()(const AssignIdentity &c) const { return change(c.resource); }
    List operator()(const UnassignIdentity &c) const { return change(c.resource); }
    List operator()(const SetKey &c) const { return change(c.resource); }
    List operator()(const SetServiceManaged &c) const { return change(c.resource); }
    List operator()(const FollowNewVersion &c) const { return change(c.resource); }
    List operator()(const SetBackupPolicy &c) const { return change(c.resource); }
    List operator()(const StartBackup &c) const { return change(c.resource); }
    List operator()(const MoveResource &c) const
    {
        const auto *resource = m_estate.resource(c.resource);
        return resource ? moved(change(c.resource), resource->place, c.subscription, c.resourceGroup)
                        : change(c.resource);
    }
    List operator()(const ResumeJob &c) const
    {
        const auto *job = m_estate.job(c.job);
        return job && job->kind == JobKind::Backup ? change(job->resource) : List{};
    }
    List operator()(const DeletePoint &c) const
    {
        const auto *point = m_estate.point(c.point);
        return point ? removal(point->resource) : List{};
    }

    // Places.
    List operator()(const CreateSubscription &c) const
    {
        const auto *tenant = m_estate.tenantId(c.tenant);
        return tenant ? List{{{Kind::Tenant, recordOf(*tenant)}, false}} : List{};
    }
    List operator()(const RegisterProvider &c) const { return change(c.subscription); }
    List operator()(const UnregisterProvider &c) const { return change(c.subscription); }
    /// Everything in it moves along, and the role assignments in it end.
    List operator()(const TransferSubscription &c) const
    {
        auto out = removal(c.subscription);
        if (const auto *tenant = m_estate.tenantId(c.tenant)) out.push_back({{Kind::Tenant, recordOf(*tenant)}, false});
        const auto *moving = m_estate.subscription(c.subscription);
        for (const auto &[id, lock] : m_estate.locks())
            if (const auto place = placeOf(m_estate, lock->scope);
                moving && place && place->subscription == moving->guid)
                out.push_back({lock->scope, false});
        return out;
    }
    List operator()(const CreateGroup &c) const
    {
        const auto *subscription = m_estate.subscriptionId(c.subscription);
        return subscription ? change(*subscription) : List{};
    }
    List operator()(const UpdateGroup &c) const { return change(c.group); }
    List operator()(const DeleteGroup &c) const { return removal(c.group); }
    List operator()(const CreateNetwork &c) const { return into(c.place); }
    List operator()(const SetSubnet &c) const { return change(c.network); }
    List operator()(const RemoveSubnet &c) const { return removal(c.network); }
    List operator()(const DeleteNetwork &c) const { return removal(c.network); }

    // Grants on a place.
    List operator()(const AssignRole &c) const { return {{c.scope, false}}; }
    List operator()(const RemoveAssignment &c) const
    {
        const auto *assignment = m_estate.assignment(c.assignment);
        return assignment ? List{{assignment->scope, true}} : List{};
    }

    // Principals: only user-assigned identities stand in a place; deleting one takes it from the resources that have
    // it.
    List operator()(const CreateUserIdentity &c) const { return into(c.place); }
    List operator()(const DeletePrincipal &c) const
    {
        const auto *principal = m_estate.principal(c.principal);
        if (!principal || !principal->place) return {};
        auto out = into(*principal->place, true);
        for (const auto &resource : m_estate.resourcesOf(c.principal))
            out.push_back({{Kind::Resource, recordOf(resource)}, false});
        return out;
    }
    List operator()(const CreateApplication &) const { return {}; }
    List operator()(const CreatePrincipalGroup &) const { return {}; }
    List operator()(const SetMember &) const { return {}; }
    List operator()(const AddClientSecret &) const { return {}; }
    List operator()(const RemoveClientSecret &) const { return {}; }

    // Keys.
    List operator()(const CreateKey &) const { return {}; }
    List operator()(const ImportKey &) const { return {}; }
    List operator()(const NoteEscrow &) const { return {}; }
    List operator()(const RotateKey &) const { return {}; }
    List operator()(const UpdateKeyVersion &) const { return {}; }
    List operator()(const DeleteKey &) const { return {}; }
    List operator()(const RecoverKey &) const { return {}; }
    List operator()(const PurgeKey &) const { return {}; }
    List operator()(const NoteKeyBackup &) const { return {}; }
    List operator()(const RestoreKey &) const { return {}; }

    // Reads, ends what was begun, or notes what happened.
    List operator()(const StartRestore &) const { return {}; }
    List operator()(const FinishBackup &) const { return {}; }
    List operator()(const EndJob &) const { return {}; }
    List operator()(const RequestCancel &) const { return {}; }
    List operator()(const NoteProtectionAttempt &) const { return {}; }

    // In no place: tenants, roles of one's own, locks, and the keystore's own affairs.
    List operator()(const CreateTenant &) const { return {}; }
    List operator()(const CreateRole &) const { return {}; }
    List operator()(const UpdateRole &) const { return {}; }
    List operator()(const DeleteRole &) const { return {}; }
    List operator()(const CreateLock &) const { return {}; }
    List operator()(const RemoveLock &) const { return {}; }
    List operator()(const Initialise &) const { return {}; }
    List operator()(const AdoptPlaces &) const { return {}; }
    List operator()(const SetStoreBackup &) const { return {}; }
    List operator()(const NoteStoreBackup &) const { return {}; }
    List operator()(const NoteClock &) const { return {}; }
    List operator()(const SaveDraft &) const { return {}; }
    List operator()(const DropDraft &) const { return {}; }

private:
    static Kind kindOf(const VaultId &) { return Kind::Vault; }
    static Kind kindOf(const ResourceId &) { return Kind::Resource; }
    static Kind kindOf(const NetworkId &) { return Kind::Network; }
    static Kind kindOf(const GroupId &) { return Kind::Group; }
    static Kind kindOf(const SubscriptionId &) { return Kind::Subscription; }
    static List change(const auto &id) { return {{{kindOf(id), recordOf(id)}, false}}; }
    static List removal(const auto &id) { return {{{kindOf(id), recordOf(id)}, true}}; }

    List into(const Placement &place, bool removes = false) const
    {
        if (const auto *group = m_estate.groupId(place.subscription, place.resourceGroup))
            return {{{Kind::Group, recordOf(*group)}, removes}};
        const auto *subscription = m_estate.subscriptionId(place.subscription);
        return subscription ? List{{{Kind::Subscription, recordOf(*subscription)}, removes}} : List{};
    }
    /// A move also enters another place.
    List moved(List out, Placement place, const std::string &subscription, const std::string &group) const
    {
        place.subscription = subscription;
        place.resourceGroup = group;
        for (auto &one : into(place)) out.push_back(one);
        return out;
    }

    const Estate &m_estate;
};

Status refuse(const Estate &estate, const Guarded &what)
{
    for (const auto *lock : locksReaching(estate, what.scope)) {
        if (lock->level == Lock::Level::CannotDelete && !what.removes) continue;
        return fail(Code::Locked, describe(estate, what.scope),
                    {lock->name, std::string(levelText(lock->level)), describe(estate, lock->scope)});
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

std::vector<Guarded> guardedBy(const Estate &estate, const Action &action) { return std::visit(Judge(estate), action); }

Status refuseLocked(const Estate &estate, const Action &action, const Actor &actor)
{
    if (estate.locks().empty() || actor.kind == Actor::Kind::System) return {};
    for (const auto &what : guardedBy(estate, action)) KEYWARD_CHECK(refuse(estate, what));
    return {};
}

} // namespace keyward::estate
