// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"
#include "backend/base/names.h"

/// What names the things of an estate, and how they are laid out in their records.
namespace keyward::estate {

using VaultId = Id<struct VaultTag>;
using KeyId = Id<struct KeyTag>;
using VersionId = Id<struct VersionTag>; ///< the 32 hexadecimal digits in a key identifier
using PrincipalId = Id<struct PrincipalTag>;
using SecretId = Id<struct SecretTag>; ///< of an application's client secret
using ResourceId = Id<struct ResourceTag>;
using PointId = Id<struct PointTag>;
using DatabaseId = Id<struct DatabaseTag>;
using DatabaseBackupId = Id<struct DatabaseBackupTag>;
using JobId = Id<struct JobTag>;
using SettingsId = Id<struct SettingsTag>;
using DraftId = Id<struct DraftTag>;
using TenantId = Id<struct TenantTag>;
using SubscriptionId = Id<struct SubscriptionTag>;
using GroupId = Id<struct GroupTag>;
using RoleId = Id<struct RoleTag>;
using AssignmentId = Id<struct AssignmentTag>;
using LockId = Id<struct LockTag>;
using NetworkId = Id<struct NetworkTag>;
using EndpointId = Id<struct EndpointTag>;
using SiemReceiverId = Id<struct SiemReceiverTag>;
using OwnProfileId = Id<struct OwnProfileTag>;
using Tags = std::map<std::string, std::string>;

/// As sealed records carry it: values never change their meaning.
enum class EntityKind : std::uint8_t {
    Settings = 1,
    Vault,
    Key,
    Principal,
    Resource,
    Point,
    Job,
    WizardDraft,
    Tenant,
    Subscription,
    Group,
    Role,
    Assignment,
    Lock,
    Network,
    Database,
    DatabaseBackup,
    SiemReceiver,
    OwnProfile,
};

template <class Tag> RecordId recordOf(const Id<Tag> &id) { return RecordId{id.bytes}; }

/// 128 bits as directories write them: 8-4-4-4-12 hexadecimal digits.
inline std::string guidText(const RecordId &id)
{
    const auto hex = id.text();
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
           hex.substr(20);
}

/// Where something stands: MOD-14, VLT-1. Tenant and subscription by their GUID, the group by its name.
struct Placement {
    Region region;
    std::string tenant;
    std::string subscription;
    std::string resourceGroup;
    bool operator==(const Placement &) const = default;
};

/// What names a thing for good, though its name may change or pass on to another. It may be gone by now.
struct Reference {
    EntityKind kind = EntityKind::Settings;
    RecordId id;
    std::optional<VersionId> version = {}; ///< of a key, where it is about that one
    bool operator==(const Reference &) const = default;
};

} // namespace keyward::estate

// KEYWARD_RECORD(Type, edition, first(parts…), since(2, parts…), …): how the record of an entity is laid out, and the
// edition of that layout which is written now; every earlier one is still read. One edition was of all kinds until the
// second; since then each kind has its own.
#define KEYWARD_RECORD(Type, Edition, ...)                                                                             \
    template <> inline constexpr unsigned editionOf<Type> = Edition;                                                   \
    KEYWARD_LAYOUT(Type, __VA_ARGS__)
#define KEYWARD_CHANGED_RECORD(Type, Edition, Former, ...)                                                             \
    template <> inline constexpr unsigned editionOf<Type> = Edition;                                                   \
    KEYWARD_CHANGED_LAYOUT(Type, Former, __VA_ARGS__)

namespace keyward::estate {
/// Of the layout in which the records of a kind are written. 0, which does not compile, until KEYWARD_RECORD says it.
template <class Entity> constexpr unsigned editionOf = 0;

KEYWARD_FIELDS(Placement, s.region, s.tenant, s.subscription, s.resourceGroup)
KEYWARD_FIELDS(Reference, s.kind, s.id, s.version)
} // namespace keyward::estate
