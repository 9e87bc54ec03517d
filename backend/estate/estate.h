// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/access_index.h"
#include "backend/estate/kinds.h"
#include "backend/estate/profile.h"
#include "backend/estate/tables.h"

#include <memory>
#include <tuple>

namespace keyward::estate {

template <class T> using Ptr = std::shared_ptr<const T>;
template <class T> using Table = IdMap<IdOf<T>, T>;

/// Everything Keyward administers, as one immutable value: O(1) to copy, shared between snapshots. A change is made on
/// a copy by put() and remove(), which also keep the reverse indices by which rules find what depends on what.
class Estate
{
public:
    explicit Estate(Ptr<Catalogue> catalogue);
    // Not inline: thirty tables are taken down by them, which every file that holds an estate would compile anew.
    ~Estate();
    Estate(const Estate &);
    Estate(Estate &&) noexcept;
    Estate &operator=(const Estate &);
    Estate &operator=(Estate &&) noexcept;

    /// What ships with the program, and the profiles that are entities of this estate.
    const Catalogue &catalogue() const { return *m_catalogue; }
    const Settings &settings() const { return *m_settings; }
    bool initialised() const { return m_settings != nullptr; }

    /// The entity of a kind by its id, and all of that kind.
    template <class T> const T *find(const IdOf<T> &id) const { return all<T>().find(id); }
    template <class T> const Table<T> &all() const { return std::get<Entities::place<T>()>(m_tables); }

    const Vault *vault(const VaultId &id) const { return find<Vault>(id); }
    const Key *key(const KeyId &id) const { return find<Key>(id); }
    const Principal *principal(const PrincipalId &id) const { return find<Principal>(id); }
    const Resource *resource(const ResourceId &id) const { return find<Resource>(id); }
    const RecoveryPoint *point(const PointId &id) const { return find<RecoveryPoint>(id); }
    const Database *database(const DatabaseId &id) const { return find<Database>(id); }
    const DatabaseBackup *databaseBackup(const DatabaseBackupId &id) const { return find<DatabaseBackup>(id); }
    const Job *job(const JobId &id) const { return find<Job>(id); }
    const WizardDraft *draft(const DraftId &id) const { return find<WizardDraft>(id); }
    const Tenant *tenant(const TenantId &id) const { return find<Tenant>(id); }
    const Subscription *subscription(const SubscriptionId &id) const { return find<Subscription>(id); }
    const ResourceGroup *group(const GroupId &id) const { return find<ResourceGroup>(id); }
    const Role *role(const RoleId &id) const; ///< built-in or custom
    const RoleAssignment *assignment(const AssignmentId &id) const { return find<RoleAssignment>(id); }
    const Lock *lock(const LockId &id) const { return find<Lock>(id); }
    const VirtualNetwork *network(const NetworkId &id) const { return find<VirtualNetwork>(id); }
    const SiemReceiver *siemReceiver(const SiemReceiverId &id) const { return find<SiemReceiver>(id); }
    const OwnProfile *ownProfile(const OwnProfileId &id) const { return find<OwnProfile>(id); }

    const Vault *vaultNamed(std::string_view name) const;
    const Key *keyNamed(const VaultId &vault, std::string_view name) const;
    const Resource *resourceNamed(std::string_view name) const;
    const Principal *principalNamed(std::string_view nameOrId) const;
    const Database *databaseNamed(const ResourceId &server, std::string_view name) const;
    const Tenant *tenantNamed(std::string_view nameOrGuid) const;
    const Subscription *subscriptionNamed(std::string_view nameOrGuid) const;
    const Role *roleNamed(std::string_view nameOrId) const;
    const Lock *lockNamed(std::string_view name) const;
    const VirtualNetwork *networkNamed(std::string_view name) const;
    const SiemReceiver *siemReceiverNamed(std::string_view name) const;
    const OwnProfile *ownProfileNamed(std::string_view profile) const;
    const Principal *application(std::string_view applicationId) const;
    std::optional<TenantId> tenantId(const std::string &guid) const { return m_tenantByGuid.find(guid); }
    std::optional<SubscriptionId> subscriptionId(const std::string &guid) const
    {
        return m_subscriptionByGuid.find(guid);
    }
    std::optional<GroupId> groupId(const std::string &subscription, std::string_view name) const
    {
        return m_groupByPath.find(groupPath(subscription, name));
    }
    /// By which the resource comes to its vault: the user-assigned one its binding names, else its own.
    const Principal *identityOf(const Resource &resource) const;

    const auto &vaults() const { return all<Vault>(); }
    const auto &keys() const { return all<Key>(); }
    const auto &principals() const { return all<Principal>(); }
    const auto &resources() const { return all<Resource>(); }
    const auto &points() const { return all<RecoveryPoint>(); }
    const auto &databases() const { return all<Database>(); }
    const auto &jobs() const { return all<Job>(); }
    const auto &drafts() const { return all<WizardDraft>(); }
    const auto &tenants() const { return all<Tenant>(); }
    const auto &subscriptions() const { return all<Subscription>(); }
    const auto &groups() const { return all<ResourceGroup>(); }
    const auto &roles() const { return all<Role>(); } ///< custom ones
    const auto &assignments() const { return all<RoleAssignment>(); }
    const auto &locks() const { return all<Lock>(); }
    const auto &networks() const { return all<VirtualNetwork>(); }
    const auto &siemReceivers() const { return all<SiemReceiver>(); }
    const auto &ownProfiles() const { return all<OwnProfile>(); }
    const AccessIndex &access() const { return m_access; }

    /// How often each need of a key version stands, by what uses it.
    using UseCounts = std::map<Use, std::uint64_t>;
    const UseCounts &usesBy(const ResourceId &resource) const;

    IdSet<KeyId> keysOf(const VaultId &vault) const { return m_keysOfVault[vault]; }
    /// With a use of it.
    IdSet<ResourceId> dependantsOf(const KeyId &key) const { return m_dependants[key]; }
    /// On any key of it.
    IdSet<ResourceId> dependantsOf(const VaultId &vault) const { return m_dependantsOfVault[vault]; }
    IdSet<PointId> pointsOf(const ResourceId &resource) const { return m_pointsOfResource[resource]; }
    IdSet<DatabaseId> databasesOf(const ResourceId &server) const { return m_databasesOfServer[server]; }
    /// That were made on it, also of databases that are gone.
    IdSet<DatabaseBackupId> databaseBackupsOf(const ResourceId &server) const { return m_backupsOfServer[server]; }
    /// That have it, user-assigned or their own.
    IdSet<ResourceId> resourcesOf(const PrincipalId &identity) const { return m_resourcesOf[identity]; }
    /// That keep their data in it, or whose data key is still opened by its identity.
    IdSet<ResourceId> servedBy(const ResourceId &store) const { return m_servedBy[store]; }
    IdSet<LockId> locksOn(const RecordId &scope) const { return m_locksOn[scope]; }
    bool hasKeyAssignments() const { return m_keyAssignments > 0; }

    void put(Settings settings);
    template <class T> void put(T entity);
    template <class Tag> void remove(const Id<Tag> &id) { removeEntity<EntityOf<Id<Tag>>>(id); }

private:
    template <class... Types> static std::tuple<Table<Types>...> tablesOf(EntityList<Types...>);

    template <class T> void removeEntity(const IdOf<T> &id);
    template <class T> Table<T> &table() { return std::get<Entities::place<T>()>(m_tables); }

    /// After an entity came, changed or went: keeps what is looked up otherwise than by id. Absent: it was, or is, not
    /// there. A kind that is only looked up by id has none.
    template <class T> void reindex(const T *, const T *) {}
    void reindex(const Vault *before, const Vault *after);
    void reindex(const Key *before, const Key *after);
    void reindex(const Principal *before, const Principal *after);
    void reindex(const Resource *before, const Resource *after);
    void reindex(const RecoveryPoint *before, const RecoveryPoint *after);
    void reindex(const Database *before, const Database *after);
    void reindex(const DatabaseBackup *before, const DatabaseBackup *after);
    void reindex(const Tenant *before, const Tenant *after);
    void reindex(const Subscription *before, const Subscription *after);
    void reindex(const ResourceGroup *before, const ResourceGroup *after);
    void reindex(const Role *before, const Role *after);
    void reindex(const RoleAssignment *before, const RoleAssignment *after);
    void reindex(const Lock *before, const Lock *after);
    void reindex(const OwnProfile *before, const OwnProfile *after);

    static std::string keyPath(const VaultId &vault, std::string_view name);
    static std::string databasePath(const ResourceId &server, std::string_view name);
    static std::string groupPath(const std::string &subscription, std::string_view name);
    PermissionSet permissionsBy(const AssignmentId &id) const;
    void setIdentities(const ResourceId &id, const Resource *before, const Resource *after);
    void setUses(const Uses &before, const Uses &after);
    void addUse(const Use &use);
    void dropUse(const Use &use);

    Ptr<Catalogue> m_catalogue;
    Ptr<Settings> m_settings;
    decltype(tablesOf(Entities{})) m_tables;

    NameIndex<TenantId> m_tenantByGuid;
    NameIndex<SubscriptionId> m_subscriptionByGuid;
    NameIndex<GroupId> m_groupByPath;
    NameIndex<PrincipalId> m_applicationById;
    AccessIndex m_access;
    std::size_t m_keyAssignments = 0;
    IdSets<PrincipalId, ResourceId> m_resourcesOf;
    IdSets<ResourceId, ResourceId> m_servedBy;
    IdSets<RecordId, LockId> m_locksOn;
    NameIndex<VaultId> m_vaultByName;
    NameIndex<KeyId> m_keyByName;
    NameIndex<ResourceId> m_resourceByName;
    NameIndex<PrincipalId> m_principalByName;
    IdSets<VaultId, KeyId> m_keysOfVault;
    IdSets<KeyId, ResourceId> m_dependants;
    IdSets<VaultId, ResourceId> m_dependantsOfVault;
    IdSets<ResourceId, PointId> m_pointsOfResource;
    IdSets<ResourceId, DatabaseId> m_databasesOfServer;
    IdSets<ResourceId, DatabaseBackupId> m_backupsOfServer;
    NameIndex<DatabaseId> m_databaseByName;
    IdMap<ResourceId, UseCounts> m_uses;
};

} // namespace keyward::estate
