// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/records.h"

namespace keyward::estate {
namespace {

template <class T> Bytes encoded(EntityKind kind, const T &entity)
{
    Encoder out;
    out.edition = currentEdition;
    out(kind, currentEdition, entity);
    return out.take();
}

template <class T> Result<Entity> decoded(Decoder &in)
{
    T entity{};
    in(entity);
    if (!in.ok() || !in.atEnd()) return fail(Code::RecordTampered, "of the estate");
    return Entity(std::move(entity));
}

template <class T> constexpr EntityKind kindOf()
{
    using enum EntityKind;
    if constexpr (std::is_same_v<T, estate::Settings>)
        return Settings;
    else if constexpr (std::is_same_v<T, estate::Vault>)
        return Vault;
    else if constexpr (std::is_same_v<T, estate::Key>)
        return Key;
    else if constexpr (std::is_same_v<T, estate::Principal>)
        return Principal;
    else if constexpr (std::is_same_v<T, estate::Resource>)
        return Resource;
    else if constexpr (std::is_same_v<T, RecoveryPoint>)
        return Point;
    else if constexpr (std::is_same_v<T, estate::Job>)
        return Job;
    else if constexpr (std::is_same_v<T, estate::WizardDraft>)
        return WizardDraft;
    else if constexpr (std::is_same_v<T, estate::Tenant>)
        return Tenant;
    else if constexpr (std::is_same_v<T, estate::Subscription>)
        return Subscription;
    else if constexpr (std::is_same_v<T, ResourceGroup>)
        return Group;
    else if constexpr (std::is_same_v<T, estate::Role>)
        return Role;
    else if constexpr (std::is_same_v<T, RoleAssignment>)
        return Assignment;
    else if constexpr (std::is_same_v<T, estate::Lock>)
        return Lock;
    else if constexpr (std::is_same_v<T, VirtualNetwork>)
        return Network;
    else
        static_assert(false, "an entity without a kind");
}

} // namespace

Bytes encode(const Estate &estate, const Touched &touched)
{
    const auto &raw = touched.id.bytes;
    switch (touched.kind) {
    case EntityKind::Settings: return encoded(touched.kind, estate.settings());
    case EntityKind::Vault: return encoded(touched.kind, *estate.vault(VaultId{raw}));
    case EntityKind::Key: return encoded(touched.kind, *estate.key(KeyId{raw}));
    case EntityKind::Principal: return encoded(touched.kind, *estate.principal(PrincipalId{raw}));
    case EntityKind::Resource: return encoded(touched.kind, *estate.resource(ResourceId{raw}));
    case EntityKind::Point: return encoded(touched.kind, *estate.point(PointId{raw}));
    case EntityKind::Job: return encoded(touched.kind, *estate.job(JobId{raw}));
    case EntityKind::WizardDraft: return encoded(touched.kind, *estate.draft(DraftId{raw}));
    case EntityKind::Tenant: return encoded(touched.kind, *estate.tenant(TenantId{raw}));
    case EntityKind::Subscription: return encoded(touched.kind, *estate.subscription(SubscriptionId{raw}));
    case EntityKind::Group: return encoded(touched.kind, *estate.group(GroupId{raw}));
    case EntityKind::Role: return encoded(touched.kind, *estate.role(RoleId{raw}));
    case EntityKind::Assignment: return encoded(touched.kind, *estate.assignment(AssignmentId{raw}));
    case EntityKind::Lock: return encoded(touched.kind, *estate.lock(LockId{raw}));
    case EntityKind::Network: return encoded(touched.kind, *estate.network(NetworkId{raw}));
    }
    return {};
}

Result<Entity> decode(ByteView plain)
{
    Decoder in(plain);
    EntityKind kind{};
    unsigned edition = 0;
    in(kind, edition);
    if (edition > currentEdition)
        return fail(Code::StoreNewer, "record", {std::to_string(edition), std::to_string(currentEdition)});
    in.edition = edition;
    switch (kind) {
    case EntityKind::Settings: return decoded<Settings>(in);
    case EntityKind::Vault: return decoded<Vault>(in);
    case EntityKind::Key: return decoded<Key>(in);
    case EntityKind::Principal: return decoded<Principal>(in);
    case EntityKind::Resource: return decoded<Resource>(in);
    case EntityKind::Point: return decoded<RecoveryPoint>(in);
    case EntityKind::Job: return decoded<Job>(in);
    case EntityKind::WizardDraft: return decoded<WizardDraft>(in);
    case EntityKind::Tenant: return decoded<Tenant>(in);
    case EntityKind::Subscription: return decoded<Subscription>(in);
    case EntityKind::Group: return decoded<ResourceGroup>(in);
    case EntityKind::Role: return decoded<Role>(in);
    case EntityKind::Assignment: return decoded<RoleAssignment>(in);
    case EntityKind::Lock: return decoded<Lock>(in);
    case EntityKind::Network: return decoded<VirtualNetwork>(in);
    }
    return fail(Code::RecordTampered, "of the estate");
}

Touched put(Estate &estate, Entity entity)
{
    return std::visit(
        [&]<class T>(T &&value) {
            const Touched touched{kindOf<T>(), recordOf(value.id), false};
            estate.put(std::forward<T>(value));
            return touched;
        },
        std::move(entity));
}

std::optional<Touched> removeRecord(Estate &estate, const RecordId &id)
{
    const auto &raw = id.bytes;
    const auto remove = [&](EntityKind kind, const auto &entity) {
        estate.remove(entity);
        return Touched{kind, id, true};
    };
    if (estate.vault(VaultId{raw})) return remove(EntityKind::Vault, VaultId{raw});
    if (estate.key(KeyId{raw})) return remove(EntityKind::Key, KeyId{raw});
    if (estate.principal(PrincipalId{raw})) return remove(EntityKind::Principal, PrincipalId{raw});
    if (estate.resource(ResourceId{raw})) return remove(EntityKind::Resource, ResourceId{raw});
    if (estate.point(PointId{raw})) return remove(EntityKind::Point, PointId{raw});
    if (estate.job(JobId{raw})) return remove(EntityKind::Job, JobId{raw});
    if (estate.draft(DraftId{raw})) return remove(EntityKind::WizardDraft, DraftId{raw});
    if (estate.tenant(TenantId{raw})) return remove(EntityKind::Tenant, TenantId{raw});
    if (estate.subscription(SubscriptionId{raw})) return remove(EntityKind::Subscription, SubscriptionId{raw});
    if (estate.group(GroupId{raw})) return remove(EntityKind::Group, GroupId{raw});
    if (estate.role(RoleId{raw})) return remove(EntityKind::Role, RoleId{raw});
    if (estate.assignment(AssignmentId{raw})) return remove(EntityKind::Assignment, AssignmentId{raw});
    if (estate.lock(LockId{raw})) return remove(EntityKind::Lock, LockId{raw});
    if (estate.network(NetworkId{raw})) return remove(EntityKind::Network, NetworkId{raw});
    return std::nullopt;
}

} // namespace keyward::estate
