// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/access_index.h"
#include "backend/estate/entities.h"
#include "backend/estate/profile.h"

#include <immer/map.hpp>
#include <immer/set.hpp>

#include <memory>

namespace keyward::estate {

template <class T> using Ptr = std::shared_ptr<const T>;

/// Everything Keyward administers, as one immutable value: O(1) to copy, shared between snapshots. A change is made on
/// a copy by put() and remove(), which also keep the reverse indices by which rules find what depends on what.
class Estate
{
public:
    explicit Estate(Ptr<Catalogue> catalogue);
    // Not inline: thirty maps are taken down by them, which every file that holds an estate would compile anew.
    ~Estate();
    Estate(const Estate &);
    Estate(Estate &&) noexcept;
    Estate &operator=(const Estate &);
    Estate &operator=(Estate &&) noexcept;

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
    const Tenant *tenant(const TenantId &id) const { return find(m_tenants, id); }
    const Subscription *subscription(const SubscriptionId &id) const { return find(m_subscriptions, id); }
    const ResourceGroup *group(const GroupId &id) const { return find(m_groups, id); }
    const Role *role(const RoleId &id) const; ///< built-in or custom
    const RoleAssignment *assignment(const AssignmentId &id) const { return find(m_assignments, id); }
    const Lock *lock(const LockId &id) const { return find(m_locks, id); }
    const VirtualNetwork *network(const NetworkId &id) const { return find(m_networks, id); }

    const Vault *vaultNamed(std::string_view name) const;
    const Key *keyNamed(const VaultId &vault, std::string_view name) const;
    const Resource *resourceNamed(std::string_view name) const;
    const Principal *principalNamed(std::string_view nameOrId) const;
    const Tenant *tenantNamed(std::string_view nameOrGuid) const;
    const Subscription *subscriptionNamed(std::string_view nameOrGuid) const;
    const Role *roleNamed(std::string_view nameOrId) const;
    const Lock *lockNamed(std::string_view name) const;
    const VirtualNetwork *networkNamed(std::string_view name) const;
    const Principal *application(std::string_view applicationId) const;
    const TenantId *tenantId(const std::string &guid) const { return m_tenantByGuid.find(guid); }
    const SubscriptionId *subscriptionId(const std::string &guid) const { return m_subscriptionByGuid.find(guid); }
    const GroupId *groupId(const std::string &subscription, std::string_view name) const
    {
        return m_groupByPath.find(groupPath(subscription, name));
    }
    /// By which the resource comes to its vault: the user-assigned one its binding names, else its own.
    const Principal *identityOf(const Resource &resource) const;

    const auto &vaults() const { return m_vaults; }
    const auto &keys() const { return m_keys; }
    const auto &principals() const { return m_principals; }
    const auto &resources() const { return m_resources; }
    const auto &points() const { return m_points; }
    const auto &jobs() const { return m_jobs; }
    const auto &drafts() const { return m_drafts; }
    const auto &tenants() const { return m_tenants; }
    const auto &subscriptions() const { return m_subscriptions; }
    const auto &groups() const { return m_groups; }
    const auto &roles() const { return m_roles; } ///< custom ones
    const auto &assignments() const { return m_assignments; }
    const auto &locks() const { return m_locks; }
    const auto &networks() const { return m_networks; }
    const AccessIndex &access() const { return m_access; }

    /// How many recovery points of a resource each key version is needed for.
    struct Need {
        VaultId vault;
        KeyId key;
        std::uint64_t points = 0;
        bool operator==(const Need &) const = default;
    };
    using Needs = immer::map<VersionId, Need>;

    const immer::set<KeyId> &keysOf(const VaultId &vault) const { return m_keysOfVault[vault]; }
    /// Bound to it, or with points under it.
    const immer::set<ResourceId> &dependantsOf(const KeyId &key) const { return m_dependants[key]; }
    /// On any key of it.
    const immer::set<ResourceId> &dependantsOf(const VaultId &vault) const { return m_dependantsOfVault[vault]; }
    const immer::set<PointId> &pointsOf(const ResourceId &resource) const { return m_pointsOfResource[resource]; }
    /// That have it, user-assigned or their own.
    const immer::set<ResourceId> &resourcesOf(const PrincipalId &identity) const { return m_resourcesOf[identity]; }
    const immer::set<LockId> &locksOn(const RecordId &scope) const { return m_locksOn[scope]; }
    bool hasKeyAssignments() const { return m_keyAssignments > 0; }
    const Needs &needsOf(const ResourceId &resource) const { return m_needs[resource]; }

    void put(Settings settings);
    void put(Vault vault);
    void put(Key key);
    void put(Principal principal);
    void put(Resource resource);
    void put(RecoveryPoint point);
    void put(Job job);
    void put(WizardDraft draft);
    void put(Tenant tenant);
    void put(Subscription subscription);
    void put(ResourceGroup group);
    void put(Role role);
    void put(RoleAssignment assignment);
    void put(Lock lock);
    void put(VirtualNetwork network);
    void remove(const VaultId &id);
    void remove(const KeyId &id);
    void remove(const PrincipalId &id);
    void remove(const ResourceId &id);
    void remove(const PointId &id);
    void remove(const JobId &id);
    void remove(const DraftId &id);
    void remove(const TenantId &id);
    void remove(const SubscriptionId &id);
    void remove(const GroupId &id);
    void remove(const RoleId &id);
    void remove(const AssignmentId &id);
    void remove(const LockId &id);
    void remove(const NetworkId &id);

private:
    template <class Map, class Id> static auto find(const Map &map, const Id &id) -> decltype(map.find(id)->get())
    {
        const auto *found = map.find(id);
        return found ? found->get() : nullptr;
    }
    static std::string keyPath(const VaultId &vault, std::string_view name);
    static std::string groupPath(const std::string &subscription, std::string_view name);
    PermissionSet permissionsBy(const AssignmentId &id) const;
    void setIdentities(const ResourceId &id, const Resource *before, const Resource *after);
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

    immer::map<TenantId, Ptr<Tenant>> m_tenants;
    immer::map<SubscriptionId, Ptr<Subscription>> m_subscriptions;
    immer::map<GroupId, Ptr<ResourceGroup>> m_groups;
    immer::map<RoleId, Ptr<Role>> m_roles;
    immer::map<AssignmentId, Ptr<RoleAssignment>> m_assignments;
    immer::map<LockId, Ptr<Lock>> m_locks;
    immer::map<NetworkId, Ptr<VirtualNetwork>> m_networks;

    immer::map<std::string, TenantId> m_tenantByGuid;
    immer::map<std::string, SubscriptionId> m_subscriptionByGuid;
    immer::map<std::string, GroupId> m_groupByPath;
    immer::map<std::string, PrincipalId> m_applicationById;
    AccessIndex m_access;
    std::size_t m_keyAssignments = 0;
    immer::map<PrincipalId, immer::set<ResourceId>> m_resourcesOf;
    immer::map<RecordId, immer::set<LockId>> m_locksOn;
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
