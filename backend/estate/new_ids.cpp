// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/new_ids.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using namespace command;
using List = std::vector<NewId>;

bool namesARecord(const Estate &estate, const RecordId &id)
{
    const auto &raw = id.bytes;
    if (estate.initialised()) {
        const auto &own = estate.settings();
        if (recordOf(own.id) == id || own.platformKek == id || own.reportSigner == id || own.backupKek == id)
            return true;
    }
    return estate.vault(VaultId{raw}) || estate.key(KeyId{raw}) || estate.principal(PrincipalId{raw}) ||
           estate.resource(ResourceId{raw}) || estate.point(PointId{raw}) || estate.job(JobId{raw}) ||
           estate.draft(DraftId{raw}) || estate.tenant(TenantId{raw}) || estate.subscription(SubscriptionId{raw}) ||
           estate.group(GroupId{raw}) || estate.role(RoleId{raw}) || estate.assignment(AssignmentId{raw}) ||
           estate.lock(LockId{raw}) || estate.network(NetworkId{raw});
}

/// One list for each command, and no other: a command that is not named here does not compile.
class Collector
{
public:
    explicit Collector(const Estate &estate) : m_estate(estate) {}

    List operator()(const Initialise &c) const { return records(c.id, c.platformKek, c.reportSigner, c.backupKek); }
    List operator()(const AdoptPlaces &c) const
    {
        List out;
        const auto add = [&](const auto &id, bool there) {
            if (!there) out.push_back(record(id));
        };
        for (const auto &tenant : c.tenants) add(tenant.id, m_estate.tenantId(tenant.directory));
        for (const auto &one : c.subscriptions) add(one.id, m_estate.subscriptionId(one.guid));
        for (const auto &group : c.groups) add(group.id, m_estate.groupId(group.subscription, group.name.text()));
        return out;
    }

    List operator()(const CreateTenant &c) const { return records(c.id); }
    List operator()(const CreateSubscription &c) const { return records(c.id); }
    List operator()(const RegisterProvider &c) const { return records(c.newPrincipal); }
    List operator()(const CreateGroup &c) const { return records(c.id); }
    List operator()(const CreateApplication &c) const
    {
        auto out = records(c.id); // whoever signs in is found by the client id
        out.front().taken = out.front().taken || c.applicationId.empty() || m_estate.application(c.applicationId);
        return out;
    }
    List operator()(const CreateUserIdentity &c) const { return records(c.id); }
    List operator()(const CreatePrincipalGroup &c) const { return records(c.id); }
    List operator()(const AddClientSecret &c) const
    {
        const auto *app = m_estate.principal(c.application);
        return {{recordOf(c.secret.id), app && app->secret(c.secret.id)}};
    }
    List operator()(const CreateVault &c) const { return records(c.id); }
    List operator()(const CreateKey &c) const { return keyIds(c); }
    List operator()(const ImportKey &c) const { return keyIds(c); }
    List operator()(const RotateKey &c) const { return versionIds(m_estate.key(c.key), c.next.id, c.next.material); }
    List operator()(const RestoreKey &c) const
    {
        auto out = records(c.key.id);
        for (const auto &version : c.key.versions)
            for (auto &one : versionIds(nullptr, version.id, version.material)) out.push_back(one);
        return out;
    }
    List operator()(const CreateRole &c) const { return records(c.role.id); }
    List operator()(const AssignRole &c) const { return records(c.id); }
    List operator()(const CreateLock &c) const { return records(c.lock.id); }
    List operator()(const RequestEndpoint &c) const
    {
        const auto *vault = m_estate.vault(c.vault);
        return {{recordOf(c.id), vault && vault->firewall.endpoint(c.id)}};
    }
    List operator()(const CreateNetwork &c) const { return records(c.id); }
    List operator()(const CreateResource &c) const { return records(c.id); }
    List operator()(const EnableIdentity &c) const { return records(c.principal); }
    List operator()(const SetKey &c) const { return records(c.job); }
    List operator()(const FollowNewVersion &c) const { return records(c.job); }
    List operator()(const StartBackup &c) const { return records(c.job, c.point); }
    List operator()(const FinishBackup &c) const { return records(c.point.id); }
    List operator()(const StartRestore &c) const { return records(c.job); }
    List operator()(const ResumeJob &c) const
    {
        const auto *job = m_estate.job(c.job);
        return job && job->kind == JobKind::Backup ? records(c.point) : List{};
    }
    List operator()(const SaveDraft &c) const
    {
        return m_estate.draft(c.draft.id) ? List{} : records(c.draft.id);
    } // else it replaces that one

    // These make nothing.
    List operator()(const UpdateGroup &) const { return {}; }
    List operator()(const DeleteGroup &) const { return {}; }
    List operator()(const UnregisterProvider &) const { return {}; }
    List operator()(const TransferSubscription &) const { return {}; }
    List operator()(const SetMember &) const { return {}; }
    List operator()(const DeletePrincipal &) const { return {}; }
    List operator()(const RemoveClientSecret &) const { return {}; }
    List operator()(const AssignIdentity &) const { return {}; }
    List operator()(const UnassignIdentity &) const { return {}; }
    List operator()(const UpdateVault &) const { return {}; }
    List operator()(const MoveVault &) const { return {}; }
    List operator()(const DeleteVault &) const { return {}; }
    List operator()(const RecoverVault &) const { return {}; }
    List operator()(const PurgeVault &) const { return {}; }
    List operator()(const NoteEscrow &) const { return {}; }
    List operator()(const UpdateKeyVersion &) const { return {}; }
    List operator()(const DeleteKey &) const { return {}; }
    List operator()(const RecoverKey &) const { return {}; }
    List operator()(const PurgeKey &) const { return {}; }
    List operator()(const NoteKeyBackup &) const { return {}; }
    List operator()(const SetAccessPolicy &) const { return {}; }
    List operator()(const RemoveAccessPolicy &) const { return {}; }
    List operator()(const SetAccessModel &) const { return {}; }
    List operator()(const UpdateRole &) const { return {}; }
    List operator()(const DeleteRole &) const { return {}; }
    List operator()(const RemoveAssignment &) const { return {}; }
    List operator()(const RemoveLock &) const { return {}; }
    List operator()(const SetFirewall &) const { return {}; }
    List operator()(const DecideEndpoint &) const { return {}; }
    List operator()(const RemoveEndpoint &) const { return {}; }
    List operator()(const SetSubnet &) const { return {}; }
    List operator()(const RemoveSubnet &) const { return {}; }
    List operator()(const DeleteNetwork &) const { return {}; }
    List operator()(const DeleteResource &) const { return {}; }
    List operator()(const MoveResource &) const { return {}; }
    List operator()(const DisableIdentity &) const { return {}; }
    List operator()(const SetServiceManaged &) const { return {}; }
    List operator()(const NoteProtectionAttempt &) const { return {}; }
    List operator()(const EndJob &) const { return {}; }
    List operator()(const RequestCancel &) const { return {}; }
    List operator()(const DeletePoint &) const { return {}; }
    List operator()(const SetBackupPolicy &) const { return {}; }
    List operator()(const SetStoreBackup &) const { return {}; }
    List operator()(const NoteStoreBackup &) const { return {}; }
    List operator()(const NoteClock &) const { return {}; }
    List operator()(const DropDraft &) const { return {}; }

private:
    template <class Tag> NewId record(const Id<Tag> &id) const
    {
        return {recordOf(id), namesARecord(m_estate, recordOf(id))};
    }
    List records(const auto &...ids) const { return {record(ids)...}; }

    /// A version's id is its own within its key; that of its material within the keystore, where the engine looks too.
    List versionIds(const Key *key, const VersionId &version, const RecordId &material) const
    {
        const bool held = key && std::ranges::contains(key->versions, material, &KeyVersion::material);
        return {{recordOf(version), key && key->version(version)},
                {material, held || namesARecord(m_estate, material)}};
    }
    /// Over an existing name only a version is made.
    template <class Command> List keyIds(const Command &c) const
    {
        const auto *next = m_estate.keyNamed(c.vault, c.name.text());
        auto out = versionIds(next, c.first.id, c.first.material);
        if (!next) out.push_back(record(c.id));
        return out;
    }

    const Estate &m_estate;
};

} // namespace

std::vector<NewId> newIdsOf(const Estate &estate, const Action &action)
{
    return std::visit(Collector(estate), action);
}

Status newIdsFree(const Estate &estate, const Action &action)
{
    const auto ids = newIdsOf(estate, action);
    for (auto one = ids.begin(); one != ids.end(); ++one)
        if (one->taken || one->id.isNull() ||
            std::any_of(ids.begin(), one, [&](const NewId &other) { return other.id == one->id; }))
            return fail(Code::IdTaken, one->id.text());
    return {};
}

} // namespace keyward::estate
