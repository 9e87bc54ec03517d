// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"
#include "models/state.h"

#include <QMetaType>
#include <QString>

namespace keyward::models {

/// Kinds of things that blades show and actions act on.
enum class Scope { Estate, Vault, Key, Version, Policy, Resource, Item, Point, Job };

/// One such thing, by id: valid beyond any one snapshot.
struct Target {
    Scope scope = Scope::Estate;
    RecordId id;   ///< vault, key, resource, point or job; of a version its key, of a policy its vault, of an item its
                   ///< resource
    RecordId part; ///< version or principal
    std::string name; ///< of an item: the folder it protects
    bool operator==(const Target &) const = default;

    static Target of(const estate::VaultId &id) { return {Scope::Vault, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::KeyId &id) { return {Scope::Key, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::ResourceId &id) { return {Scope::Resource, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::PointId &id) { return {Scope::Point, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::JobId &id) { return {Scope::Job, RecordId{id.bytes}, {}, {}}; }
    static Target of(const estate::KeyId &key, const estate::VersionId &version)
    {
        return {Scope::Version, RecordId{key.bytes}, RecordId{version.bytes}, {}};
    }
    static Target of(const estate::VaultId &vault, const estate::PrincipalId &principal)
    {
        return {Scope::Policy, RecordId{vault.bytes}, RecordId{principal.bytes}, {}};
    }
    static Target item(const estate::ResourceId &resource, std::string source)
    {
        return {Scope::Item, RecordId{resource.bytes}, {}, std::move(source)};
    }

    estate::VaultId vault() const { return {id.bytes}; }
    estate::KeyId key() const { return {id.bytes}; }
    estate::VersionId version() const { return {part.bytes}; }
    estate::PrincipalId principal() const { return {part.bytes}; }
    estate::ResourceId resource() const { return {id.bytes}; }
    estate::PointId point() const { return {id.bytes}; }
    estate::JobId job() const { return {id.bytes}; }
};

bool exists(const estate::Estate &estate, const Target &target);
QString titleOf(const estate::Estate &estate, const Target &target);
QString kindOf(const estate::Estate &estate, const Target &target); ///< Key vault, West Europe
std::optional<Chip> chipOf(const estate::Estate &estate, const estate::Assessment &assessment, const Target &target,
                           Instant now);
Target parentOf(const estate::Estate &estate, const Target &target); ///< the vault of a key; the estate of a vault

} // namespace keyward::models
Q_DECLARE_METATYPE(keyward::models::Target)
