// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/estate.h"

#include "backend/base/display_name.h"

namespace keyward::estate {
namespace {

/// Only what stands for this one: another may have taken the name meanwhile, or have had it as well.
template <class Index, class Id> Index withoutEntry(Index index, const std::string &name, const Id &id)
{
    const auto *there = index.find(name);
    return there && *there == id ? index.erase(name) : index;
}

/// Of a small table, by its name or GUID.
template <class Map, class... Texts>
auto named(const Map &map, std::string_view wanted, Texts... texts) -> decltype(map.begin()->second.get())
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
    const auto *id = m_vaultByName.find(folded(name));
    return id ? vault(*id) : nullptr;
}

const Key *Estate::keyNamed(const VaultId &vault, std::string_view name) const
{
    const auto *id = m_keyByName.find(keyPath(vault, name));
    return id ? key(*id) : nullptr;
}

const Resource *Estate::resourceNamed(std::string_view name) const
{
    const auto *id = m_resourceByName.find(folded(name));
    return id ? resource(*id) : nullptr;
}

const Principal *Estate::principalNamed(std::string_view nameOrId) const
{
    if (const auto id = PrincipalId::from(nameOrId))
        if (const auto *found = principal(*id)) return found; // whatever somebody named like it
    const auto name = folded(nameOrId);
    const auto *id = m_principalByName.find(name);
    const auto *found = id ? principal(*id) : nullptr;
    if (!found || found->name == nameOrId || (isAscii(found->name) && isAscii(nameOrId))) return found;
    // Older keystores may hold several whose names fold to the same: the very name is meant, or it cannot be told.
    const Principal *only = nullptr;
    bool several = false;
    for (const auto &[other, one] : m_principals) {
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
    return named(m_tenants, wanted, &Tenant::name, &Tenant::directory);
}
const Subscription *Estate::subscriptionNamed(std::string_view wanted) const
{
    return named(m_subscriptions, wanted, &Subscription::name, &Subscription::guid);
}
const Lock *Estate::lockNamed(std::string_view wanted) const { return named(m_locks, wanted, &Lock::name); }

const Role *Estate::role(const RoleId &id) const
{
    const auto *custom = find(m_roles, id);
    return custom ? custom : m_catalogue->platform().role(id);
}

const Role *Estate::roleNamed(std::string_view wanted) const
{
    if (const auto id = RoleId::from(wanted)) return role(*id);
    if (const auto *custom = named(m_roles, wanted, &Role::name)) return custom;
    for (const auto &builtIn : m_catalogue->platform().roles)
        if (folded(builtIn.name) == folded(wanted)) return &builtIn;
    return nullptr;
}

const VirtualNetwork *Estate::networkNamed(std::string_view wanted) const
{
    const auto name = folded(wanted);
    for (const auto &[id, network] : m_networks)
        if (folded(network->name.text()) == name) return network.get();
    return nullptr;
}

const Principal *Estate::application(std::string_view applicationId) const
{
    const auto *id = m_applicationById.find(folded(applicationId));
    return id ? principal(*id) : nullptr;
}

const Principal *Estate::identityOf(const Resource &resource) const
{
    if (resource.binding && resource.binding->identity) return principal(*resource.binding->identity);
    return resource.identity ? principal(*resource.identity) : nullptr;
}

Estate::Estate(Ptr<Catalogue> catalogue) : m_catalogue(std::move(catalogue)) {}
Estate::~Estate() = default;
Estate::Estate(const Estate &) = default;
Estate::Estate(Estate &&) noexcept = default;
Estate &Estate::operator=(const Estate &) = default;
Estate &Estate::operator=(Estate &&) noexcept = default;

void Estate::put(Settings settings) { m_settings = std::make_shared<const Settings>(std::move(settings)); }

void Estate::put(Vault vault)
{
    const auto id = vault.id;
    const auto *before = this->vault(id);
    static const std::map<PrincipalId, PermissionSet> none;
    m_access.setPolicies(id, before ? before->policies : none, vault.policies);
    m_vaultByName = std::move(m_vaultByName).set(folded(vault.name.text()), id);
    m_vaults = std::move(m_vaults).set(id, std::make_shared<const Vault>(std::move(vault)));
}

void Estate::put(Key key)
{
    const auto id = key.id;
    if (!m_keys.count(id)) {
        m_keyByName = std::move(m_keyByName).set(keyPath(key.vault, key.name.text()), id);
        m_keysOfVault = std::move(m_keysOfVault).update(key.vault, [&](auto set) { return std::move(set).insert(id); });
    }
    m_keys = std::move(m_keys).set(id, std::make_shared<const Key>(std::move(key)));
}

void Estate::put(Principal principal)
{
    const auto id = principal.id;
    const auto *before = this->principal(id);
    static const std::set<PrincipalId> none;
    m_access.setMembers(id, before ? before->members : none, principal.members);
    if (!principal.applicationId.empty())
        m_applicationById = std::move(m_applicationById).set(folded(principal.applicationId), id);
    m_principalByName = std::move(m_principalByName).set(folded(principal.name), id);
    m_principals = std::move(m_principals).set(id, std::make_shared<const Principal>(std::move(principal)));
}

void Estate::put(Resource resource)
{
    const auto id = resource.id;
    const auto *before = this->resource(id);
    const auto former = before ? before->binding : std::nullopt;
    const auto current = resource.binding;
    m_resourceByName = std::move(m_resourceByName).set(folded(resource.name.text()), id);
    setIdentities(id, before, &resource);
    m_resources = std::move(m_resources).set(id, std::make_shared<const Resource>(std::move(resource)));
    if (current) addDependant(current->vault, current->key, id);
    if (former && (!current || former->key != current->key)) dropDependant(former->vault, former->key, id);
}

void Estate::put(RecoveryPoint point)
{
    const auto id = point.id;
    if (const auto *before = this->point(id)) dropNeed(*before);
    addNeed(point);
    m_pointsOfResource =
        std::move(m_pointsOfResource).update(point.resource, [&](auto set) { return std::move(set).insert(id); });
    m_points = std::move(m_points).set(id, std::make_shared<const RecoveryPoint>(std::move(point)));
}

void Estate::put(Job job)
{
    const auto id = job.id;
    m_jobs = std::move(m_jobs).set(id, std::make_shared<const Job>(std::move(job)));
}

void Estate::put(WizardDraft draft)
{
    const auto id = draft.id;
    m_drafts = std::move(m_drafts).set(id, std::make_shared<const WizardDraft>(std::move(draft)));
}

void Estate::put(Tenant tenant)
{
    const auto id = tenant.id;
    m_tenantByGuid = std::move(m_tenantByGuid).set(tenant.directory, id);
    m_tenants = std::move(m_tenants).set(id, std::make_shared<const Tenant>(std::move(tenant)));
}

void Estate::put(Subscription subscription)
{
    const auto id = subscription.id;
    m_subscriptionByGuid = std::move(m_subscriptionByGuid).set(subscription.guid, id);
    m_subscriptions = std::move(m_subscriptions).set(id, std::make_shared<const Subscription>(std::move(subscription)));
}

void Estate::put(ResourceGroup group)
{
    const auto id = group.id;
    m_groupByPath = std::move(m_groupByPath).set(groupPath(group.subscription, group.name.text()), id);
    m_groups = std::move(m_groups).set(id, std::make_shared<const ResourceGroup>(std::move(group)));
}

PermissionSet Estate::permissionsBy(const AssignmentId &id) const
{
    const auto *given = assignment(id);
    const auto *held = given ? role(given->role) : nullptr;
    return held ? held->permissions : PermissionSet{};
}

void Estate::put(Role role)
{
    const auto id = role.id;
    role.permissions = permissionsOf(role.dataActions, role.notDataActions).value_or(PermissionSet{});
    m_roles = std::move(m_roles).set(id, std::make_shared<const Role>(std::move(role)));
    const auto affected =
        m_access.assignmentsOf(id); // records come in any order: assignments may have been there first
    for (const auto &one : affected)
        m_access.refresh(*assignment(one), [this](const AssignmentId &by) { return permissionsBy(by); });
}

void Estate::put(RoleAssignment assignment)
{
    const auto id = assignment.id;
    remove(id);
    m_keyAssignments += assignment.scope.kind == Scope::Kind::Key;
    m_assignments = std::move(m_assignments).set(id, std::make_shared<const RoleAssignment>(assignment));
    m_access.add(assignment, [this](const AssignmentId &by) { return permissionsBy(by); });
}

void Estate::put(Lock lock)
{
    const auto id = lock.id;
    remove(id);
    m_locksOn = std::move(m_locksOn).update(lock.scope.id, [&](auto set) { return std::move(set).insert(id); });
    m_locks = std::move(m_locks).set(id, std::make_shared<const Lock>(std::move(lock)));
}

void Estate::put(VirtualNetwork network)
{
    const auto id = network.id;
    m_networks = std::move(m_networks).set(id, std::make_shared<const VirtualNetwork>(std::move(network)));
}

void Estate::setIdentities(const ResourceId &id, const Resource *before, const Resource *after)
{
    const auto of = [](const Resource *resource) {
        auto all = resource ? resource->userIdentities : std::set<PrincipalId>{};
        if (resource && resource->identity) all.insert(*resource->identity);
        return all;
    };
    const auto had = of(before);
    const auto has = of(after);
    for (const auto &identity : had)
        if (!has.contains(identity))
            m_resourcesOf = m_resourcesOf.update(identity, [&](auto set) { return std::move(set).erase(id); });
    for (const auto &identity : has)
        if (!had.contains(identity))
            m_resourcesOf = m_resourcesOf.update(identity, [&](auto set) { return std::move(set).insert(id); });
}

void Estate::addNeed(const RecoveryPoint &point)
{
    if (!point.wrappedBy) return;
    const auto &by = *point.wrappedBy;
    m_needs = std::move(m_needs).update(point.resource, [&](const Needs &needs) {
        return needs.update(by.version, [&](Need need) { return Need{by.vault, by.key, need.points + 1}; });
    });
    addDependant(by.vault, by.key, point.resource);
}

void Estate::dropNeed(const RecoveryPoint &point)
{
    if (!point.wrappedBy) return;
    const auto &by = *point.wrappedBy;
    const auto left = m_needs[point.resource][by.version].points;
    m_needs = std::move(m_needs).update(point.resource, [&](const Needs &needs) {
        return left > 1 ? needs.set(by.version, Need{by.vault, by.key, left - 1}) : needs.erase(by.version);
    });
    dropDependant(by.vault, by.key, point.resource);
}

void Estate::addDependant(const VaultId &vault, const KeyId &key, const ResourceId &resource)
{
    const auto insert = [&](auto set) { return std::move(set).insert(resource); };
    m_dependants = std::move(m_dependants).update(key, insert);
    m_dependantsOfVault = std::move(m_dependantsOfVault).update(vault, insert);
}

/// Only where nothing else ties the two together.
void Estate::dropDependant(const VaultId &vault, const KeyId &key, const ResourceId &id)
{
    bool keyTied = false;
    bool vaultTied = false;
    const auto tie = [&](const VaultId &otherVault, const KeyId &otherKey) {
        keyTied |= otherKey == key;
        vaultTied |= otherVault == vault;
    };
    if (const auto *holder = resource(id); holder && holder->binding) tie(holder->binding->vault, holder->binding->key);
    for (const auto &[version, need] : needsOf(id)) tie(need.vault, need.key);
    const auto erase = [&](auto set) { return std::move(set).erase(id); };
    if (!keyTied) m_dependants = std::move(m_dependants).update(key, erase);
    if (!vaultTied) m_dependantsOfVault = std::move(m_dependantsOfVault).update(vault, erase);
}

void Estate::remove(const VaultId &id)
{
    if (const auto *gone = vault(id)) {
        m_access.setPolicies(id, gone->policies, {});
        m_vaultByName = withoutEntry(m_vaultByName, folded(gone->name.text()), id);
    }
    m_keysOfVault = m_keysOfVault.erase(id);
    m_vaults = m_vaults.erase(id);
}

void Estate::remove(const KeyId &id)
{
    if (const auto *gone = key(id)) {
        const auto vaultId = gone->vault;
        m_keyByName = withoutEntry(m_keyByName, keyPath(vaultId, gone->name.text()), id);
        m_keysOfVault = m_keysOfVault.update(vaultId, [&](auto set) { return std::move(set).erase(id); });
    }
    m_keys = m_keys.erase(id);
}

void Estate::remove(const PrincipalId &id)
{
    if (const auto *gone = principal(id)) {
        m_access.setMembers(id, gone->members, {});
        m_applicationById = withoutEntry(m_applicationById, folded(gone->applicationId), id);
        m_principalByName = withoutEntry(m_principalByName, folded(gone->name), id);
    }
    m_principals = m_principals.erase(id);
}

void Estate::remove(const ResourceId &id)
{
    const auto *gone = resource(id);
    if (!gone) return;
    const auto binding = gone->binding;
    setIdentities(id, gone, nullptr);
    m_resourceByName = withoutEntry(m_resourceByName, folded(gone->name.text()), id);
    m_resources = m_resources.erase(id);
    if (binding) dropDependant(binding->vault, binding->key, id);
}

void Estate::remove(const PointId &id)
{
    const auto *found = m_points.find(id);
    if (!found) return;
    const auto gone = *found; // keeps it alive past its removal
    m_points = m_points.erase(id);
    m_pointsOfResource = m_pointsOfResource.update(gone->resource, [&](auto set) { return std::move(set).erase(id); });
    dropNeed(*gone);
}

void Estate::remove(const JobId &id) { m_jobs = m_jobs.erase(id); }
void Estate::remove(const DraftId &id) { m_drafts = m_drafts.erase(id); }
void Estate::remove(const NetworkId &id) { m_networks = m_networks.erase(id); }

void Estate::remove(const TenantId &id)
{
    if (const auto *gone = tenant(id)) m_tenantByGuid = m_tenantByGuid.erase(gone->directory);
    m_tenants = m_tenants.erase(id);
}

void Estate::remove(const SubscriptionId &id)
{
    if (const auto *gone = subscription(id)) m_subscriptionByGuid = m_subscriptionByGuid.erase(gone->guid);
    m_subscriptions = m_subscriptions.erase(id);
}

void Estate::remove(const GroupId &id)
{
    if (const auto *gone = group(id))
        m_groupByPath = withoutEntry(m_groupByPath, groupPath(gone->subscription, gone->name.text()), id);
    m_groups = m_groups.erase(id);
}

void Estate::remove(const RoleId &id)
{
    m_roles = m_roles.erase(id);
    const auto affected = m_access.assignmentsOf(id);
    for (const auto &one : affected)
        m_access.refresh(*assignment(one), [this](const AssignmentId &by) { return permissionsBy(by); });
}

void Estate::remove(const AssignmentId &id)
{
    const auto *found = m_assignments.find(id);
    if (!found) return;
    const auto gone = *found; // keeps it alive past its removal
    m_keyAssignments -= gone->scope.kind == Scope::Kind::Key;
    m_access.drop(*gone, [this](const AssignmentId &by) { return permissionsBy(by); });
    m_assignments = m_assignments.erase(id);
}

void Estate::remove(const LockId &id)
{
    if (const auto *gone = lock(id)) {
        const auto scope = gone->scope.id;
        m_locksOn = m_locksOn.update(scope, [&](auto set) { return std::move(set).erase(id); });
    }
    m_locks = m_locks.erase(id);
}

} // namespace keyward::estate
