// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"
#include "models/state.h"

#include <QMetaType>
#include <QString>

namespace keyward::models {

/// A kind of thing that blades show and actions act on. What is said of each is in its record (thing.h); a service's
/// own kinds are constants beside its record.
class Scope
{
public:
    constexpr explicit Scope(const char *id) : m_id(id) {}
    constexpr bool operator==(const Scope &other) const { return m_id == other.m_id; }
    constexpr std::string_view id() const { return m_id; } ///< stable, for what is remembered
    static const Scope Estate, Vault, Key, Version, Policy, Resource, Job;
    static const Scope Tenant, Subscription, Group, Network, Lock; ///< where things stand, and what guards them

private:
    std::string_view m_id;
};
inline constexpr Scope Scope::Estate{"estate"};
inline constexpr Scope Scope::Vault{"vault"};
inline constexpr Scope Scope::Key{"key"};
inline constexpr Scope Scope::Version{"version"};
inline constexpr Scope Scope::Policy{"policy"};
inline constexpr Scope Scope::Resource{"resource"};
inline constexpr Scope Scope::Job{"job"};
inline constexpr Scope Scope::Tenant{"tenant"};
inline constexpr Scope Scope::Subscription{"subscription"};
inline constexpr Scope Scope::Group{"group"};
inline constexpr Scope Scope::Network{"network"};
inline constexpr Scope Scope::Lock{"lock"};

/// One such thing, by id: valid beyond any one snapshot.
struct Target {
    Scope scope = Scope::Estate;
    RecordId id;      ///< of the entity; of a version its key, of a policy its vault
    RecordId part;    ///< version or principal
    std::string name; ///< of what has no id of its own within the entity
    bool operator==(const Target &) const = default;

    static Target of(const estate::VaultId &id) { return {Scope::Vault, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::KeyId &id) { return {Scope::Key, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::ResourceId &id) { return {Scope::Resource, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::JobId &id) { return {Scope::Job, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::TenantId &id) { return {Scope::Tenant, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::SubscriptionId &id) { return {Scope::Subscription, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::GroupId &id) { return {Scope::Group, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::NetworkId &id) { return {Scope::Network, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::LockId &id) { return {Scope::Lock, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::KeyId &key, const estate::VersionId &version)
    {
        return {Scope::Version, RecordId{key.bytes}, RecordId{version.bytes}, {}};
    }
    static Target of(const estate::VaultId &vault, const estate::PrincipalId &principal)
    {
        return {Scope::Policy, RecordId{vault.bytes}, RecordId{principal.bytes}, {}};
    }

    estate::VaultId vault() const { return {id.bytes}; }
    estate::KeyId key() const { return {id.bytes}; }
    estate::VersionId version() const { return {part.bytes}; }
    estate::PrincipalId principal() const { return {part.bytes}; }
    estate::ResourceId resource() const { return {id.bytes}; }
    estate::JobId job() const { return {id.bytes}; }
    estate::TenantId tenant() const { return {id.bytes}; }
    estate::SubscriptionId subscription() const { return {id.bytes}; }
    estate::GroupId group() const { return {id.bytes}; }
    estate::NetworkId network() const { return {id.bytes}; }
    estate::LockId lock() const { return {id.bytes}; }
};

bool exists(const estate::Estate &estate, const Target &target);
QString titleOf(const estate::Estate &estate, const Target &target);
QString kindOf(const estate::Estate &estate, const Target &target); ///< Key vault, West Europe
std::optional<Chip> chipOf(const estate::Estate &estate, const estate::Assessment &assessment, const Target &target,
                           Instant now);
Target parentOf(const estate::Estate &estate, const Target &target); ///< the vault of a key; the estate of a vault

} // namespace keyward::models
Q_DECLARE_METATYPE(keyward::models::Target)
