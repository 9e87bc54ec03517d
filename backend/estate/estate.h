// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/entities.h"
#include "backend/estate/profile.h"

#include <immer/map.hpp>
#include <immer/set.hpp>

#include <memory>

namespace keyward::estate {

template <class T>
using Ptr = std::shared_ptr<const T>;

/// Everything Keyward administers, as one immutable value: O(1) to copy, shared between snapshots. A change is made on a
/// copy by put() and remove(), which also keep the reverse indices by which rules find what depends on what.
class Estate
{
public:
    explicit Estate(Ptr<Catalogue> catalogue) : m_catalogue(std::move(catalogue)) {}

    const Catalogue &catalogue() const { return *m_catalogue; }
    const Settings &settings() const { return *m_settings; }
    bool initialised() const { return m_settings != nullptr; }

    const Vault *vault(const VaultId &id) const { return find(m_vaults, id); }
    const Key *key(const KeyId &id) const { return find(m_keys, id); }
    const Principal *principal(const PrincipalId &id) const { return find(m_principals, id); }
    const Resource *resource(const ResourceId &id) const { return find(m_resources, id); }
    const RecoveryPoint *point(const PointId &id) const { return find(m_points, id); }
    const Job *job(const JobId &id) const { return find(m_jobs, id); }
    const WizardDraft *draft(const DraftId &id) const { return find(m_drafts, id); }

    const Vault *vaultNamed(std::string_view name) const;
    const Key *keyNamed(const VaultId &vault, std::string_view name) const;
    const Resource *resourceNamed(std::string_view name) const;
    const Principal *principalNamed(std::string_view nameOrId) const;

    const auto &vaults() const { return m_vaults; }
    const auto &keys() const { return m_keys; }
    const auto &principals() const { return m_principals; }
    const auto &resources() const { return m_resources; }
    const auto &points() const { return m_points; }
    const auto &jobs() const { return m_jobs; }
    const auto &drafts() const { return m_drafts; }

    /// How many recovery points of a resource each key version is needed for.
    struct Need {
        VaultId vault;
        KeyId key;
        std::uint64_t points = 0;
        bool operator==(const Need &) const = default;
    };
    using Needs = immer::map<VersionId, Need>;

    const immer::set<KeyId> &keysOf(const VaultId &vault) const { return m_keysOfVault[vault]; }
    const immer::set<ResourceId> &dependantsOf(const KeyId &key) const { return m_dependants[key]; } ///< bound to it, or with points under it
    const immer::set<ResourceId> &dependantsOf(const VaultId &vault) const { return m_dependantsOfVault[vault]; } ///< on any key of it
    const immer::set<PointId> &pointsOf(const ResourceId &resource) const { return m_pointsOfResource[resource]; }
    const Needs &needsOf(const ResourceId &resource) const { return m_needs[resource]; }

    void put(Settings settings);
    void put(Vault vault);
    void put(Key key);
    void put(Principal principal);
    void put(Resource resource);
    void put(RecoveryPoint point);
    void put(Job job);
    void put(WizardDraft draft);
    void remove(const VaultId &id);
    void remove(const KeyId &id);
    void remove(const PrincipalId &id);
    void remove(const ResourceId &id);
    void remove(const PointId &id);
    void remove(const JobId &id);
    void remove(const DraftId &id);

private:
    template <class Map, class Id>
    static auto find(const Map &map, const Id &id) -> decltype(map.find(id)->get())
    {
        const auto *found = map.find(id);
        return found ? found->get() : nullptr;
    }
    static std::string keyPath(const VaultId &vault, std::string_view name);
    void addNeed(const RecoveryPoint &point);
    void dropNeed(const RecoveryPoint &point);
    void addDependant(const VaultId &vault, const KeyId &key, const ResourceId &resource);
    void dropDependant(const VaultId &vault, const KeyId &key, const ResourceId &resource);

    Ptr<Catalogue> m_catalogue;
    Ptr<Settings> m_settings;
    immer::map<VaultId, Ptr<Vault>> m_vaults;
    immer::map<KeyId, Ptr<Key>> m_keys;
    immer::map<PrincipalId, Ptr<Principal>> m_principals;
    immer::map<ResourceId, Ptr<Resource>> m_resources;
    immer::map<PointId, Ptr<RecoveryPoint>> m_points;
    immer::map<JobId, Ptr<Job>> m_jobs;
    immer::map<DraftId, Ptr<WizardDraft>> m_drafts;

    immer::map<std::string, VaultId> m_vaultByName;
    immer::map<std::string, KeyId> m_keyByName;
    immer::map<std::string, ResourceId> m_resourceByName;
    immer::map<std::string, PrincipalId> m_principalByName;
    immer::map<VaultId, immer::set<KeyId>> m_keysOfVault;
    immer::map<KeyId, immer::set<ResourceId>> m_dependants;
    immer::map<VaultId, immer::set<ResourceId>> m_dependantsOfVault;
    immer::map<ResourceId, immer::set<PointId>> m_pointsOfResource;
    immer::map<ResourceId, Needs> m_needs;
};

} // namespace keyward::estate
