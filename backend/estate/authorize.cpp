// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/authorize.h"

#include "backend/estate/access.h"
#include "backend/estate/regions.h"
#include "backend/estate/tenant_move.h"

namespace keyward::estate {
namespace {

using Rule = Decision::Rule;

Decision refused(Rule rule, Code code, std::string target, std::vector<Sentence::Argument> arguments = {})
{
    return {rule, Error{code, std::move(target), std::move(arguments), {}}, {}};
}

std::string versionName(const Vault &vault, const Key &key, const KeyVersion &version)
{
    return vault.name.text() + "/" + key.name.text() + "/" + version.id.text();
}

/// These protect new data; after expiry or before validity only old data may still be opened (VLT-5).
bool needsValidity(Permission operation)
{
    return operation == Permission::Encrypt || operation == Permission::WrapKey || operation == Permission::Sign;
}

/// VLT-9: by access policies or by roles, whichever the vault uses; of the principal itself and of its groups.
Decision grantAllows(const Estate &estate, const Vault &vault, const Principal &principal,
                     const std::optional<KeyId> &key, Permission operation)
{
    const bool roles = vault.accessModel == AccessModel::Roles;
    const auto deny = [&](Rule rule, Sentence why) {
        auto decision = refused(rule, Code::Unauthorized, vault.name.text(),
                                {"'" + principal.name + "'", std::string(permissionText(operation)), std::move(why)});
        if (const auto *fitting = roles ? roleFor(estate, PermissionSet{operation}) : nullptr)
            decision.refusal->remedy = "Assign a role: keywardctl role assign '" + fitting->name + "' --principal '" +
                                       principal.name + "' --scope vault:" + vault.name.text() + ".";
        return decision;
    };
    if (auto why = ineffective(estate, principal, vault); !why.empty()) {
        auto decision = deny(Rule::ForeignTenant, std::move(why));
        decision.refusal->remedy = wayBack(estate, principal, vault); // no grant helps
        return decision;
    }
    const auto held = effectivePermissions(estate, principal.id, vault, key);
    if (held.has(operation)) return {};
    if (roles)
        return held.empty() ? deny(Rule::NoRole, said("it has no role there"))
                            : deny(Rule::RoleLacks, said("its roles lack that data action"));
    return held.empty() ? deny(Rule::NoPolicy, said("it has no access policy there"))
                        : deny(Rule::PolicyLacks, said("its access policy lacks that permission"));
}

/// Is there what it is asked for, and does its state allow it? What names no version is no use of one.
Decision keyAllows(const Estate &estate, const Vault &vault, const AccessRequest &request)
{
    const auto missing = [&](const std::string &rest, const char *what) {
        return refused(Rule::NoSuchKey, Code::NotFound, vault.name.text() + rest, {what});
    };
    const auto *key = request.key ? estate.key(*request.key) : nullptr;
    if (key && key->vault != vault.id) key = nullptr; // a key is asked for in its own vault
    if (request.version) {
        const auto *version = key ? key->version(*request.version) : nullptr;
        if (!version) return missing("/" + request.version->text(), "key version");
        return keyStateAllows(vault, *key, *version, request.operation, request.now);
    }
    if (cryptographic.has(request.operation)) return missing(key ? "/" + key->name.text() : "", "key version");
    if (request.key && !key) return missing("/" + request.key->text(), "key");
    return {};
}

} // namespace

std::string_view ruleText(Rule rule)
{
    static constexpr std::string_view texts[] = {"granted",
                                                 "no-such-vault",
                                                 "vault-deleted",
                                                 "firewall",
                                                 "no-such-principal",
                                                 "foreign-tenant",
                                                 "no-policy",
                                                 "policy-lacks-permission",
                                                 "no-role",
                                                 "role-lacks-action",
                                                 "no-such-key",
                                                 "key-deleted",
                                                 "key-pending",
                                                 "key-disabled",
                                                 "key-not-yet-valid",
                                                 "key-expired",
                                                 "operation-not-on-key",
                                                 "region-out"};
    return texts[static_cast<std::size_t>(rule)];
}

Decision keyStateAllows(const Vault &vault, const Key &key, const KeyVersion &version, Permission operation,
                        Instant now)
{
    if (key.deleted) return refused(Rule::KeyDeleted, Code::KeyDeleted, vault.name.text() + "/" + key.name.text());
    const auto name = [&] { return versionName(vault, key, version); };
    if (version.pending) return refused(Rule::Pending, Code::KeyPending, name());
    if (!cryptographic.has(operation)) return {};
    if (!version.enabled) return refused(Rule::Disabled, Code::KeyDisabled, name());
    if (needsValidity(operation) && version.notBefore && now < *version.notBefore)
        return refused(Rule::NotYetValid, Code::KeyNotYetValid, name(), {isoText(*version.notBefore)});
    if (needsValidity(operation) && version.expires && now >= *version.expires)
        return refused(Rule::Expired, Code::KeyExpired, name(), {isoText(*version.expires)});
    if (!version.operations.has(operation))
        return refused(Rule::OperationNotOnKey, Code::OperationNotOnKey, name(),
                       {std::string(permissionText(operation))});
    return {};
}

namespace {

/// In this order, whatever the firewall says.
Decision behind(const Estate &estate, const Vault &vault, const Principal *principal, const Passage &passage,
                const AccessRequest &request)
{
    if (const auto up = regionIsUp(estate, vault.place.region); !up) return {Rule::RegionOut, up.error(), {}};
    if (vault.deleted) return refused(Rule::VaultDeleted, Code::IsDeleted, vault.name.text(), {"vault"});
    if (!passage.allowed())
        return refused(Rule::Firewall, Code::FirewallDenied, vault.name.text(), {sentence(passage)});
    if (!principal) return refused(Rule::NoSuchPrincipal, Code::NotFound, request.principal.text(), {"principal"});
    if (auto decision = grantAllows(estate, vault, *principal, request.key, request.operation); !decision.allowed())
        return decision;
    return keyAllows(estate, vault, request);
}

} // namespace

Decision authorize(const Estate &estate, const AccessRequest &request)
{
    const auto *vault = estate.vault(request.vault);
    if (!vault) return refused(Rule::NoSuchVault, Code::NotFound, request.vault.text(), {"vault"});
    const auto *principal = estate.principal(request.principal);
    const auto passage = passes(estate, *vault, request.origin, principal);
    auto decision = behind(estate, *vault, principal, passage, request);
    decision.passage = passage;
    return decision;
}

} // namespace keyward::estate
