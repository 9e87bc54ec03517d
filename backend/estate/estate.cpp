// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/estate.h"

#include "backend/base/display_name.h"

#include <cassert>

namespace keyward::estate {
namespace {

/// Only what stands for this one: another may have taken the name meanwhile, or have had it as well.
template <class Index, class Id> Index withoutEntry(const Index &index, const std::string &name, const Id &id)
{
    const auto *there = index.find(name);
    return there && *there == id ? index.erase(name) : index;
}

/// The one there is: an entity comes, changes or goes, so it was there before or is there after.
template <class T> const T &either(const T *before, const T *after)
{
    assert(before || after);
    return after ? *after : *before;
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

namespace {

/// What an entity says of itself in another form, so that nobody works it out anew.
void derive(auto &) {}
void derive(Role &role)
{
    role.permissions = permissionsOf(role.dataActions, role.notDataActions).value_or(PermissionSet{});
}

} // namespace

void Estate::put(Settings settings) { m_settings = std::make_shared<const Settings>(std::move(settings)); }

template <class T> void Estate::put(T entity)
{
    derive(entity);
    const auto id = entity.id;
    const auto *found = table<T>().find(id);
    const auto before = found ? *found : nullptr; // keeps it alive past its removal
    const auto after = std::make_shared<const T>(std::move(entity));
    table<T>() = std::move(table<T>()).set(id, after);
    reindex(before.get(), after.get());
}

template <class T> void Estate::removeEntity(const IdOf<T> &id)
{
    const auto *found = table<T>().find(id);
    if (!found) return;
    const auto gone = *found;
    table<T>() = std::move(table<T>()).erase(id);
    reindex(gone.get(), static_cast<const T *>(nullptr));
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
    if (after) {
        m_vaultByName = std::move(m_vaultByName).set(folded(after->name.text()), id);
    } else {
        m_vaultByName = withoutEntry(m_vaultByName, folded(before->name.text()), id);
        m_keysOfVault = m_keysOfVault.erase(id);
    }
}

void Estate::reindex(const Key *before, const Key *after)
{
    if (before && after) return; // neither its name nor its vault ever changes
    const auto &key = either(before, after);
    const auto path = keyPath(key.vault, key.name.text());
    m_keyByName = after ? std::move(m_keyByName).set(path, key.id) : withoutEntry(m_keyByName, path, key.id);
    m_keysOfVault = std::move(m_keysOfVault).update(key.vault, [&](auto set) {
        return after ? std::move(set).insert(key.id) : std::move(set).erase(key.id);
    });
}

void Estate::reindex(const Principal *before, const Principal *after)
{
    static const std::set<PrincipalId> none;
    const auto &id = either(before, after).id;
    m_access.setMembers(id, before ? before->members : none, after ? after->members : none);
    if (!after) {
        m_applicationById = withoutEntry(m_applicationById, folded(before->applicationId), id);
        m_principalByName = withoutEntry(m_principalByName, folded(before->name), id);
        return;
    }
    if (!after->applicationId.empty())
        m_applicationById = std::move(m_applicationById).set(folded(after->applicationId), id);
    m_principalByName = std::move(m_principalByName).set(folded(after->name), id);
}

void Estate::reindex(const Resource *before, const Resource *after)
{
    const auto &id = either(before, after).id;
    setIdentities(id, before, after);
    m_resourceByName = after ? std::move(m_resourceByName).set(folded(after->name.text()), id)
                             : withoutEntry(m_resourceByName, folded(before->name.text()), id);
    const auto former = before ? before->binding : std::nullopt;
    const auto current = after ? after->binding : std::nullopt;
    if (current) addDependant(current->vault, current->key, id);
    if (former && (!current || former->key != current->key)) dropDependant(former->vault, former->key, id);
}

void Estate::reindex(const RecoveryPoint *before, const RecoveryPoint *after)
{
    if (before) dropNeed(*before);
    if (after) addNeed(*after);
    const auto &point = either(before, after);
    m_pointsOfResource = std::move(m_pointsOfResource).update(point.resource, [&](auto set) {
        return after ? std::move(set).insert(point.id) : std::move(set).erase(point.id);
    });
}

void Estate::reindex(const Tenant *before, const Tenant *after)
{
    m_tenantByGuid = after ? std::move(m_tenantByGuid).set(after->directory, after->id)
                           : withoutEntry(m_tenantByGuid, before->directory, before->id);
}

void Estate::reindex(const Subscription *before, const Subscription *after)
{
    m_subscriptionByGuid = after ? std::move(m_subscriptionByGuid).set(after->guid, after->id)
                                 : withoutEntry(m_subscriptionByGuid, before->guid, before->id);
}

void Estate::reindex(const ResourceGroup *before, const ResourceGroup *after)
{
    const auto &group = either(before, after);
    const auto path = groupPath(group.subscription, group.name.text());
    m_groupByPath = after ? std::move(m_groupByPath).set(path, group.id) : withoutEntry(m_groupByPath, path, group.id);
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
    if (before)
        m_locksOn =
            std::move(m_locksOn).update(before->scope.id, [&](auto set) { return std::move(set).erase(before->id); });
    if (after)
        m_locksOn =
            std::move(m_locksOn).update(after->scope.id, [&](auto set) { return std::move(set).insert(after->id); });
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

} // namespace keyward::estate
