// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/estate.h"

#include "backend/base/display_name.h"
#include "backend/estate/first_party.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/profile_file.h"

#include <cassert>

namespace keyward::estate {
namespace {

/// The one there is: an entity comes, changes or goes, so it was there before or is there after.
template <class T> const T &either(const T *before, const T *after)
{
    assert(before || after);
    return after ? *after : *before;
}

/// Keeps the name of what is there, and lets go of that of what went.
template <class Id> void entitle(NameIndex<Id> &index, const std::string &name, const Id &id, bool there)
{
    if (there)
        index.set(name, id);
    else
        index.erase(name, id);
}

/// Of a small table, by its name or GUID.
template <class T, class... Texts> const T *named(const Table<T> &map, std::string_view wanted, Texts... texts)
{
    const auto name = folded(wanted);
    for (const auto &[id, entity] : map)
        if (((folded((*entity).*texts) == name) || ...)) return entity.get();
    return nullptr;
}

} // namespace

std::string Estate::keyPath(const VaultId &vault, std::string_view name)
{
    std::string path(textOf(vault.bytes));
    return path += folded(name);
}

const Vault *Estate::vaultNamed(std::string_view name) const
{
    const auto id = m_vaultByName.find(folded(name));
    return id ? vault(*id) : nullptr;
}

const Key *Estate::keyNamed(const VaultId &vault, std::string_view name) const
{
    const auto id = m_keyByName.find(keyPath(vault, name));
    return id ? key(*id) : nullptr;
}

const Resource *Estate::resourceNamed(std::string_view name) const
{
    const auto id = m_resourceByName.find(folded(name));
    return id ? resource(*id) : nullptr;
}

std::string Estate::databasePath(const ResourceId &server, std::string_view name)
{
    std::string path(textOf(server.bytes));
    return path += folded(name);
}

const Database *Estate::databaseNamed(const ResourceId &server, std::string_view name) const
{
    const auto id = m_databaseByName.find(databasePath(server, name));
    return id ? database(*id) : nullptr;
}

const Principal *Estate::principalNamed(std::string_view nameOrId) const
{
    std::string digits(nameOrId); // also as a directory writes them, in groups
    if (std::ranges::count(digits, '-') == 4) std::erase(digits, '-');
    if (const auto id = PrincipalId::from(digits))
        if (const auto *found = principal(*id)) return found; // whatever somebody named like it
    const auto name = folded(nameOrId);
    const auto id = m_principalByName.find(name);
    const auto *found = id ? principal(*id) : nullptr;
    if (!found || found->name == nameOrId || (isAscii(found->name) && isAscii(nameOrId))) return found;
    // Older keystores may hold several whose names fold to the same: the very name is meant, or it cannot be told.
    const Principal *only = nullptr;
    bool several = false;
    for (const auto &[other, one] : all<Principal>()) {
        if (one->name == nameOrId) return one.get();
        if (folded(one->name) != name) continue;
        several |= only != nullptr;
        only = one.get();
    }
    return several ? nullptr : only;
}

std::string Estate::groupPath(const std::string &subscription, std::string_view name)
{
    return subscription + "/" + folded(name);
}

const Tenant *Estate::tenantNamed(std::string_view wanted) const
{
    return named(all<Tenant>(), wanted, &Tenant::name, &Tenant::directory);
}
const Subscription *Estate::subscriptionNamed(std::string_view wanted) const
{
    return named(all<Subscription>(), wanted, &Subscription::name, &Subscription::guid);
}
const Lock *Estate::lockNamed(std::string_view wanted) const { return named(all<Lock>(), wanted, &Lock::name); }
const SiemReceiver *Estate::siemReceiverNamed(std::string_view wanted) const
{
    return named(all<SiemReceiver>(), wanted, &SiemReceiver::name);
}

const OwnProfile *Estate::ownProfileNamed(std::string_view profile) const
{
    for (const auto &[id, own] : all<OwnProfile>())
        if (own->profile == profile) return own.get();
    return nullptr;
}

const Role *Estate::role(const RoleId &id) const
{
    const auto *custom = find<Role>(id);
    return custom ? custom : m_catalogue->platform().role(id);
}

const Role *Estate::roleNamed(std::string_view wanted) const
{
    if (const auto id = RoleId::from(wanted)) return role(*id);
    if (const auto *custom = named(all<Role>(), wanted, &Role::name)) return custom;
    for (const auto &builtIn : m_catalogue->platform().roles)
        if (folded(builtIn.name) == folded(wanted)) return &builtIn;
    return nullptr;
}

const VirtualNetwork *Estate::networkNamed(std::string_view wanted) const
{
    const auto name = folded(wanted);
    for (const auto &[id, network] : all<VirtualNetwork>())
        if (folded(network->name.text()) == name) return network.get();
    return nullptr;
}

const Principal *Estate::application(std::string_view applicationId) const
{
    const auto id = m_applicationById.find(folded(applicationId));
    return id ? principal(*id) : nullptr;
}

const Principal *Estate::identityOf(const Resource &resource) const
{
    if (resource.binding && resource.binding->identity) return principal(*resource.binding->identity);
    if (resource.identity) return principal(*resource.identity);
    // What was stored under a former key is still asked for, also once there is no binding.
    const auto *profile = catalogue().find(resource.type);
    if (profile && profile->goesByFirstParty()) return platformApplication(*this, *profile);
    const bool asks = !resource.formerKeys.empty() && !resource.userIdentities.empty();
    return asks ? principal(*resource.userIdentities.begin()) : nullptr;
}

Estate::Estate(Ptr<Catalogue> catalogue) : m_catalogue(std::move(catalogue)) {}
Estate::~Estate() = default;
Estate::Estate(const Estate &) = default;
Estate::Estate(Estate &&) noexcept = default;
Estate &Estate::operator=(const Estate &) = default;
Estate &Estate::operator=(Estate &&) noexcept = default;

namespace {

/// What an entity says of itself in another form, so that nobody works it out anew.
void derive(auto &) {}
void derive(Role &role)
{
    role.permissions = permissionsOf(role.dataActions, role.notDataActions).value_or(PermissionSet{});
}

template <class T> Uses usesOfEntity(const T *entity)
{
    if constexpr (requires { usesOf(*entity); })
        return entity ? usesOf(*entity) : Uses{};
    else
        return {};
}

} // namespace

void Estate::put(Settings settings) { m_settings = std::make_shared<const Settings>(std::move(settings)); }

template <class T> void Estate::put(T entity)
{
    derive(entity);
    const auto id = entity.id;
    const auto before = table<T>().share(id);
    const auto after = std::make_shared<const T>(std::move(entity));
    table<T>().set(id, after);
    reindex(before.get(), after.get());
    setUses(usesOfEntity(before.get()), usesOfEntity(after.get()));
}

template <class T> void Estate::removeEntity(const IdOf<T> &id)
{
    const auto gone = table<T>().share(id);
    if (!gone) return;
    table<T>().erase(id);
    reindex(gone.get(), static_cast<const T *>(nullptr));
    setUses(usesOfEntity(gone.get()), {});
}

#define KEYWARD_STORED(Type)                                                                                           \
    template void Estate::put<Type>(Type);                                                                             \
    template void Estate::removeEntity<Type>(const IdOf<Type> &);
KEYWARD_ENTITIES(KEYWARD_STORED)
#undef KEYWARD_STORED

void Estate::reindex(const Vault *before, const Vault *after)
{
    static const std::map<PrincipalId, PermissionSet> none;
    const auto &id = either(before, after).id;
    m_access.setPolicies(id, before ? before->policies : none, after ? after->policies : none);
    entitle(m_vaultByName, folded(either(before, after).name.text()), id, after);
}

void Estate::reindex(const Key *before, const Key *after)
{
    if (before && after) return; // neither its name nor its vault ever changes
    const auto &key = either(before, after);
    entitle(m_keyByName, keyPath(key.vault, key.name.text()), key.id, after);
    if (after)
        m_keysOfVault.insert(key.vault, key.id);
    else
        m_keysOfVault.erase(key.vault, key.id);
}

void Estate::reindex(const Principal *before, const Principal *after)
{
    static const std::set<PrincipalId> none;
    const auto &principal = either(before, after);
    m_access.setMembers(principal.id, before ? before->members : none, after ? after->members : none);
    if (!after || !principal.applicationId.empty())
        entitle(m_applicationById, folded(principal.applicationId), principal.id, after);
    entitle(m_principalByName, folded(principal.name), principal.id, after);
}

void Estate::reindex(const Resource *before, const Resource *after)
{
    const auto &resource = either(before, after);
    setIdentities(resource.id, before, after);
    entitle(m_resourceByName, folded(resource.name.text()), resource.id, after);
    const auto stores = [](const Resource *one) { // also the one by whose identity its data key is opened until then
        std::set<ResourceId> out;
        if (one && one->store) out.insert(*one->store);
        if (const auto *files = one ? keptFilesOf(*one) : nullptr; files && files->asked) out.insert(*files->asked);
        return out;
    };
    for (const auto &store : stores(before)) m_servedBy.erase(store, resource.id);
    for (const auto &store : stores(after)) m_servedBy.insert(store, resource.id);
}

/// One that this program cannot read, as a newer one wrote it, is not in the catalogue.
void Estate::reindex(const OwnProfile *before, const OwnProfile *after)
{
    if (before) m_catalogue = m_catalogue->without(before->profile);
    if (!after) return;
    if (auto profile = keyward::estate::ownProfile(bytesOf(after->text), nullptr))
        m_catalogue = m_catalogue->with(std::make_shared<const ServiceProfile>(*std::move(profile)));
}

void Estate::reindex(const RecoveryPoint *before, const RecoveryPoint *after)
{
    const auto &point = either(before, after);
    if (after)
        m_pointsOfResource.insert(point.resource, point.id);
    else
        m_pointsOfResource.erase(point.resource, point.id);
}

void Estate::reindex(const Database *before, const Database *after)
{
    const auto &database = either(before, after); // neither its name nor its server ever changes
    entitle(m_databaseByName, databasePath(database.server, database.name.text()), database.id, after);
    if (after)
        m_databasesOfServer.insert(database.server, database.id);
    else
        m_databasesOfServer.erase(database.server, database.id);
}

void Estate::reindex(const DatabaseBackup *before, const DatabaseBackup *after)
{
    const auto &backup = either(before, after);
    if (after)
        m_backupsOfServer.insert(backup.server, backup.id);
    else
        m_backupsOfServer.erase(backup.server, backup.id);
}

void Estate::reindex(const Tenant *before, const Tenant *after)
{
    const auto &tenant = either(before, after);
    entitle(m_tenantByGuid, tenant.directory, tenant.id, after);
}

void Estate::reindex(const Subscription *before, const Subscription *after)
{
    const auto &subscription = either(before, after);
    entitle(m_subscriptionByGuid, subscription.guid, subscription.id, after);
}

void Estate::reindex(const ResourceGroup *before, const ResourceGroup *after)
{
    const auto &group = either(before, after);
    entitle(m_groupByPath, groupPath(group.subscription, group.name.text()), group.id, after);
}

PermissionSet Estate::permissionsBy(const AssignmentId &id) const
{
    const auto *given = assignment(id);
    const auto *held = given ? role(given->role) : nullptr;
    return held ? held->permissions : PermissionSet{};
}

/// Records come in any order: assignments of the role may have been there first.
void Estate::reindex(const Role *before, const Role *after)
{
    const auto affected = m_access.assignmentsOf(either(before, after).id);
    for (const auto &one : affected)
        m_access.refresh(*assignment(one), [this](const AssignmentId &by) { return permissionsBy(by); });
}

void Estate::reindex(const RoleAssignment *before, const RoleAssignment *after)
{
    const auto permissionsOf = [this](const AssignmentId &by) { return permissionsBy(by); };
    if (before) {
        m_keyAssignments -= before->scope.kind == Scope::Kind::Key;
        m_access.drop(*before, permissionsOf);
    }
    if (after) {
        m_keyAssignments += after->scope.kind == Scope::Kind::Key;
        m_access.add(*after, permissionsOf);
    }
}

void Estate::reindex(const Lock *before, const Lock *after)
{
    if (before) m_locksOn.erase(before->scope.id, before->id);
    if (after) m_locksOn.insert(after->scope.id, after->id);
}

void Estate::setIdentities(const ResourceId &id, const Resource *before, const Resource *after)
{
    const auto of = [](const Resource *resource) {
        auto all = resource ? resource->userIdentities : std::set<PrincipalId>{};
        if (resource && resource->identity) all.insert(*resource->identity);
        // Also the platform's application, which nobody assigns.
        if (resource && resource->binding && resource->binding->identity) all.insert(*resource->binding->identity);
        return all;
    };
    const auto had = of(before);
    const auto has = of(after);
    for (const auto &identity : had)
        if (!has.contains(identity)) m_resourcesOf.erase(identity, id);
    for (const auto &identity : has)
        if (!had.contains(identity)) m_resourcesOf.insert(identity, id);
}

void Estate::setUses(const Uses &before, const Uses &after)
{
    if (before == after) return;
    for (const auto &use : after) addUse(use); // first, so that what stays tied is not let go meanwhile
    for (const auto &use : before) dropUse(use);
}

const Estate::UseCounts &Estate::usesBy(const ResourceId &resource) const
{
    static const UseCounts none;
    const auto *found = m_uses.find(resource);
    return found ? *found : none;
}

void Estate::addUse(const Use &use)
{
    auto counts = usesBy(use.resource);
    ++counts[use];
    m_uses.set(use.resource, std::move(counts));
    m_dependants.insert(use.key, use.resource);
    m_dependantsOfVault.insert(use.vault, use.resource);
}

/// The resource depends on key and vault for as long as any use ties it to them.
void Estate::dropUse(const Use &use)
{
    auto counts = usesBy(use.resource);
    const auto counted = counts.find(use);
    assert(counted != counts.end());
    if (--counted->second == 0) counts.erase(counted);
    bool keyTied = false;
    bool vaultTied = false;
    for (const auto &[other, count] : counts) {
        keyTied |= other.key == use.key;
        vaultTied |= other.vault == use.vault;
    }
    m_uses.setUnlessEmpty(use.resource, std::move(counts));
    if (!keyTied) m_dependants.erase(use.key, use.resource);
    if (!vaultTied) m_dependantsOfVault.erase(use.vault, use.resource);
}

} // namespace keyward::estate
