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

} // namespace keyward::estate

// KEYWARD_FIELDS(Type, parts…): how a struct is laid out; see codec.h.
#define KEYWARD_FIELDS(Type, ...)                                                                                      \
    template <class Archive, class Self>                                                                               \
        requires std::is_same_v<std::remove_const_t<Self>, Type>                                                       \
    void fields(Archive &a, Self &s)                                                                                   \
    {                                                                                                                  \
        a(__VA_ARGS__);                                                                                                \
    }
// KEYWARD_FIELDS_2(Type, (parts of the first edition), (parts that came with the second)): older records stay readable.
#define KEYWARD_FIELDS_2(Type, First, Second)                                                                          \
    template <class Archive, class Self>                                                                               \
        requires std::is_same_v<std::remove_const_t<Self>, Type>                                                       \
    void fields(Archive &a, Self &s)                                                                                   \
    {                                                                                                                  \
        a First;                                                                                                       \
        if (a.edition >= 2) a Second;                                                                                  \
    }

namespace keyward::estate {
KEYWARD_FIELDS(Placement, s.region, s.tenant, s.subscription, s.resourceGroup)
} // namespace keyward::estate
