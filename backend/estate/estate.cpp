// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/estate.h"

namespace keyward::estate {

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
    if (const auto *id = m_principalByName.find(folded(nameOrId))) return principal(*id);
    const auto id = PrincipalId::from(nameOrId);
    return id ? principal(*id) : nullptr;
}

void Estate::put(Settings settings) { m_settings = std::make_shared<const Settings>(std::move(settings)); }

void Estate::put(Vault vault)
{
    const auto id = vault.id;
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
    m_resources = std::move(m_resources).set(id, std::make_shared<const Resource>(std::move(resource)));
    if (current) addDependant(current->vault, current->key, id);
    if (former && (!current || former->key != current->key)) dropDependant(former->vault, former->key, id);
}

void Estate::put(RecoveryPoint point)
{
    const auto id = point.id;
    if (const auto *before = this->point(id)) dropNeed(*before);
    addNeed(point);
    m_pointsOfResource = std::move(m_pointsOfResource).update(point.resource, [&](auto set) { return std::move(set).insert(id); });
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
    if (const auto *gone = vault(id)) m_vaultByName = m_vaultByName.erase(folded(gone->name.text()));
    m_keysOfVault = m_keysOfVault.erase(id);
    m_vaults = m_vaults.erase(id);
}

void Estate::remove(const KeyId &id)
{
    if (const auto *gone = key(id)) {
        const auto vaultId = gone->vault;
        m_keyByName = m_keyByName.erase(keyPath(vaultId, gone->name.text()));
        m_keysOfVault = m_keysOfVault.update(vaultId, [&](auto set) { return std::move(set).erase(id); });
    }
    m_keys = m_keys.erase(id);
}

void Estate::remove(const PrincipalId &id)
{
    if (const auto *gone = principal(id)) m_principalByName = m_principalByName.erase(folded(gone->name));
    m_principals = m_principals.erase(id);
}

void Estate::remove(const ResourceId &id)
{
    const auto *gone = resource(id);
    if (!gone) return;
    const auto binding = gone->binding;
    m_resourceByName = m_resourceByName.erase(folded(gone->name.text()));
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

} // namespace keyward::estate
