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

void put(Estate &estate, Entity entity)
{
    std::visit([&](auto &&value) { estate.put(std::forward<decltype(value)>(value)); }, std::move(entity));
}

void removeRecord(Estate &estate, const RecordId &id)
{
    const auto &raw = id.bytes;
    estate.remove(VaultId{raw});
    estate.remove(KeyId{raw});
    estate.remove(PrincipalId{raw});
    estate.remove(ResourceId{raw});
    estate.remove(PointId{raw});
    estate.remove(JobId{raw});
    estate.remove(DraftId{raw});
    estate.remove(TenantId{raw});
    estate.remove(SubscriptionId{raw});
    estate.remove(GroupId{raw});
    estate.remove(RoleId{raw});
    estate.remove(AssignmentId{raw});
    estate.remove(LockId{raw});
    estate.remove(NetworkId{raw});
}

} // namespace keyward::estate
