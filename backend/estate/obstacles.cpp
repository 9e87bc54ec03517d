// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/obstacles.h"

#include "backend/estate/access.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/reach.h"
#include "backend/estate/regions.h"
#include "backend/estate/tenant_move.h"

namespace keyward::estate {
namespace {

using Kind = Obstacle::Kind;

/// Looks at each condition by itself; authorize() asks the same ones and stops at the first.
class Search
{
public:
    Search(const Estate &estate, const Resource &resource, const Vault &vault, const Key &key,
           const KeyVersion &version, const KeyNeed &need, Instant now)
        : m_estate(estate), m_resource(resource), m_vault(vault), m_key(key), m_version(version), m_need(need),
          m_now(now), m_identity(estate.identityOf(resource))
    {}

    std::vector<Reason> run()
    {
        lookAtRegion();
        lookAtDeletion();
        lookAtVersion();
        lookAtOperations();
        lookAtIdentity();
        lookAtPermissions();
        if (m_vault.firewall.access != Firewall::Access::AllNetworks) lookAtNetwork();
        return std::move(m_out);
    }

private:
    Reason &add(Kind kind, const RecordId &about, Statement what, std::optional<Action> fix = {})
    {
        m_out.push_back({Health::Lost, std::move(what), std::move(fix), std::vector{Obstacle{kind, about}}});
        return m_out.back();
    }
    std::string path() const { return m_vault.name.text() + "/" + m_key.name.text(); }

    void lookAtRegion()
    {
        if (auto up = regionIsUp(m_estate, m_vault.place.region); !up)
            add(Kind::RegionOut, recordOf(m_vault.id), std::move(up.error()),
                command::SetRegionOutage{m_vault.place.region, false});
    }

    void lookAtDeletion()
    {
        if (m_vault.deleted)
            add(Kind::VaultDeleted, recordOf(m_vault.id),
                {Code::VaultInDeletion, m_vault.name.text(), {dateText(m_vault.deleted->purgeAt)}, {}},
                command::RecoverVault{m_vault.id});
        if (m_key.deleted)
            add(Kind::KeyDeleted, recordOf(m_key.id),
                {Code::KeyInDeletion, path(), {dateText(m_key.deleted->purgeAt)}, {}}, command::RecoverKey{m_key.id});
    }

    void lookAtVersion()
    {
        const auto about = recordOf(m_version.id);
        const auto name = path() + "/" + m_version.id.text();
        if (m_version.pending) add(Kind::Pending, about, Error{Code::KeyPending, name, {}, {}});
        if (!m_version.enabled)
            add(Kind::Disabled, about, Error{Code::KeyDisabled, name, {}, {}},
                command::UpdateKeyVersion{m_key.id, m_version.id, true, {}, {}, {}, {}});
        if (!m_need.wraps) return;
        if (m_version.notBefore && m_now < *m_version.notBefore)
            add(Kind::NotYetValid, about, Error{Code::KeyNotYetValid, name, {isoText(*m_version.notBefore)}, {}});
        if (m_version.expires && m_now >= *m_version.expires)
            add(Kind::Expired, about, Error{Code::KeyExpired, name, {isoText(*m_version.expires)}, {}});
    }

    void lookAtOperations()
    {
        for (const auto operation : {Permission::UnwrapKey, Permission::WrapKey}) {
            if (m_version.operations.has(operation) || (operation == Permission::WrapKey && !m_need.wraps)) continue;
            const Error error{Code::OperationNotOnKey,
                              path() + "/" + m_version.id.text(),
                              {std::string(permissionText(operation))},
                              {}};
            add(Kind::OperationNotOnKey, recordOf(m_version.id), error).obstacles.front().operation = operation;
        }
    }

    /// Without an identity that counts there is no permission either: what is made anew has to be granted anew.
    void lookAtIdentity()
    {
        const bool left = m_identity && leftBehind(m_resource, *m_identity);
        const auto about = recordOf(m_resource.id);
        if (!m_identity) {
            add(Kind::Identity, about, {Code::NoIdentity, m_resource.name.text(), {}, {}});
            lacks(m_need.permissions, m_out.back());
        } else if (left) {
            const bool own = m_identity->kind == PrincipalKind::SystemAssigned;
            add(Kind::Identity, about,
                {Code::IdentityLeftBehind,
                 m_resource.name.text(),
                 {m_identity->name},
                 wayBack(m_estate, m_resource, m_identity, m_vault)},
                own ? std::optional<Action>(command::DisableIdentity{m_resource.id}) : std::nullopt);
            lacks(m_need.permissions, m_out.back());
        }
        const bool stranger = m_identity && !left && m_identity->kind != PrincipalKind::FirstParty &&
                              m_identity->tenant != m_vault.place.tenant;
        if (inOtherTenant(m_estate, m_resource, m_vault) || stranger)
            add(Kind::OtherTenant, recordOf(m_vault.id),
                {Code::VaultElsewhere, m_vault.name.text(), {}, wayBack(m_estate, m_resource, m_identity, m_vault)});
    }

    void lookAtPermissions()
    {
        if (!m_identity || leftBehind(m_resource, *m_identity)) return;
        const auto missing =
            m_need.permissions.without(effectivePermissions(m_estate, m_identity->id, m_vault, m_key.id));
        if (missing.empty()) return;
        m_out.push_back({Health::Lost, {Code::IdentityLacks, m_vault.name.text(), {missing.text()}, {}}, {}});
        auto &reason = m_out.back();
        lacks(missing, reason);
        if (m_vault.accessModel == AccessModel::Roles) {
            reason.what.remedy = remedy(permissionMissing(m_estate, m_resource, m_vault, m_identity, missing));
            if (const auto *role = roleFor(m_estate, m_need.permissions)) // its id is drawn by whoever carries it out
                reason.fix = command::AssignRole{.id = {},
                                                 .principal = m_identity->id,
                                                 .role = role->id,
                                                 .scope = {Scope::Kind::Vault, recordOf(m_vault.id)}};
            return;
        }
        // Where the resource is bound, all that it needs there: of two needs the fix of one must not undo the other's.
        const auto *profile = m_estate.catalogue().find(m_resource.type);
        const bool home = m_resource.binding && m_resource.binding->vault == m_vault.id && profile;
        const auto before = m_vault.policies.find(m_identity->id);
        reason.fix = command::SetAccessPolicy{m_vault.id, m_identity->id,
                                              (before == m_vault.policies.end() ? PermissionSet{} : before->second) |
                                                  missing | (home ? profile->permissions : PermissionSet{})};
    }

    void lacks(PermissionSet missing, Reason &reason) const
    {
        for (unsigned i = 0; i < permissionCount; ++i)
            if (const auto one = static_cast<Permission>(i); missing.has(one))
                reason.obstacles.push_back({Kind::PermissionMissing, recordOf(m_key.id), one});
    }

    /// The firewall sees the kind of identity first; whether the bypass is on counts as well, for whatever comes in its
    /// place.
    void lookAtNetwork()
    {
        Principal system;
        system.kind = PrincipalKind::SystemAssigned;
        std::optional<Passage::Rule> told;
        for (const auto *identity : {m_identity, static_cast<const Principal *>(&system)}) {
            const auto passage = passes(m_estate, m_vault, Origin::of(m_resource.type), identity);
            if (passage.allowed() || told == passage.rule) continue;
            told = passage.rule;
            const auto kind = passage.rule == Passage::Rule::IdentityKind ? Kind::IdentityKind
                              : passage.rule == Passage::Rule::BypassOff  ? Kind::BypassOff
                                                                          : Kind::ServiceNotListed;
            command::SetFirewall open{m_vault.id};
            open.trustedServices = true;
            add(kind, recordOf(m_vault.id), Error{Code::FirewallDenied, m_vault.name.text(), {sentence(passage)}, {}},
                kind == Kind::BypassOff ? std::optional<Action>(open) : std::nullopt);
        }
    }

    const Estate &m_estate;
    const Resource &m_resource;
    const Vault &m_vault;
    const Key &m_key;
    const KeyVersion &m_version;
    const KeyNeed &m_need;
    Instant m_now;
    const Principal *m_identity;
    std::vector<Reason> m_out;
};

} // namespace

std::vector<Reason> obstaclesTo(const Estate &estate, const Resource &resource, const Vault &vault, const Key &key,
                                const KeyVersion &version, const KeyNeed &need, Instant now)
{
    return Search(estate, resource, vault, key, version, need, now).run();
}

std::optional<Sentence> firstObstacle(const Estate &estate, const Resource &resource, const KeyId &key,
                                      const VersionId &version, const KeyNeed &need, Instant now)
{
    const auto *known = estate.key(key);
    const auto *vault = known ? estate.vault(known->vault) : nullptr;
    const auto *there = vault ? known->version(version) : nullptr;
    if (!there) return said("the key was purged");
    const auto obstacles = obstaclesTo(estate, resource, *vault, *known, *there, need, now);
    return obstacles.empty() ? std::nullopt : std::optional(sentence(obstacles.front().what));
}

Status mayUnwrap(const Estate &estate, const Resource &resource, const KeyId &key, const VersionId &version,
                 Code refusal, Instant now)
{
    auto obstacle = firstObstacle(estate, resource, key, version, {{Permission::UnwrapKey}, false}, now);
    return obstacle ? fail(refusal, resource.name.text(), {*std::move(obstacle)}) : Status{};
}

} // namespace keyward::estate
