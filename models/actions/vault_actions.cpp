// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"

namespace keyward::models {

using namespace estate;

namespace {

const Vault *vaultOf(const Situation &s) { return s.estate().vault(s.target.vault()); }
bool isLive(const Situation &s) { return !vaultOf(s)->deleted; }
bool isDeleted(const Situation &s) { return vaultOf(s)->deleted.has_value(); }

const DeclaredAction create({
    .id = QStringLiteral("vault.create"),
    .text = QStringLiteral("Create key vault"),
    .icon = QStringLiteral("list-add"),
    .scope = Scope::Estate,
    .order = 10,
    .blades = {QStringLiteral("vaults")},
    .primary = true,
    .explanation = QStringLiteral(
        "A vault holds keys and says who may use them. Its region must fit that of what its keys protect."),
    .fields = [](const Situation &s) -> std::vector<Field> {
        return {
            {.id = QStringLiteral("name"),
             .label = QStringLiteral("Name"),
             .hint = QStringLiteral("3 to 24 letters, digits and hyphens"),
             .error = nameError<VaultName>},
            {.id = QStringLiteral("region"),
             .label = QStringLiteral("Region"),
             .value = QStringLiteral("westeurope"),
             .hint = QStringLiteral("As the portal writes it: westeurope, or West Europe"),
             .error = regionError(s)},
            {.id = QStringLiteral("protected"),
             .label = QStringLiteral("Purge protection: a deleted key cannot be destroyed before its retention ends"),
             .kind = Field::Kind::Check,
             .value = true,
             .hint = QStringLiteral("Needed before a key of the vault may protect anything")}};
    },
    .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
        KEYWARD_TRY(auto name, VaultName::from(utf8(stringOf(values, "name"))));
        KEYWARD_TRY(auto place, placement(s, values));
        const auto id = s.random().id<VaultId>();
        return Deed{command::CreateVault{id,
                                         std::move(name),
                                         std::move(place),
                                         Tier::Standard,
                                         {},
                                         values.value(QStringLiteral("protected")).toBool(),
                                         90},
                    {},
                    Target::of(id)};
    },
});

const DeclaredAction protect({
    .id = QStringLiteral("vault.protect"),
    .text = QStringLiteral("Turn on purge protection"),
    .icon = QStringLiteral("security-high"),
    .scope = Scope::Vault,
    .order = 20,
    .blades = {QStringLiteral("vault.properties"), QStringLiteral("vault.overview")},
    .supported = [](const Situation &s) { return isLive(s) && !vaultOf(s)->purgeProtection; },
    .deed = [](const Situation &s, const Values &) -> Result<Deed> {
        return Deed{command::UpdateVault{s.target.vault(), true, true, {}, {}, {}}};
    },
    .previews = true,
});

const DeclaredAction remove({
    .id = QStringLiteral("vault.delete"),
    .text = QStringLiteral("Delete"),
    .icon = QStringLiteral("edit-delete"),
    .scope = Scope::Vault,
    .order = 90,
    .blades = {QStringLiteral("vault.overview")},
    .explanation = QStringLiteral(
        "The vault with all its keys goes into the deleted state and can be recovered until its retention ends."),
    .supported = isLive,
    .deed = [](const Situation &s, const Values &) -> Result<Deed> {
        return Deed{command::DeleteVault{s.target.vault()}};
    },
    .previews = true,
    .destructive = true,
});

const DeclaredAction recover({
    .id = QStringLiteral("vault.recover"),
    .text = QStringLiteral("Recover"),
    .icon = QStringLiteral("edit-undo"),
    .scope = Scope::Vault,
    .order = 10,
    .blades = {QStringLiteral("vault.overview")},
    .primary = true,
    .supported = isDeleted,
    .deed = [](const Situation &s, const Values &) -> Result<Deed> {
        return Deed{command::RecoverVault{s.target.vault()}};
    },
});

const DeclaredAction purge({
    .id = QStringLiteral("vault.purge"),
    .text = QStringLiteral("Purge"),
    .icon = QStringLiteral("edit-delete-shred"),
    .scope = Scope::Vault,
    .order = 91,
    .blades = {QStringLiteral("vault.overview")},
    .supported = isDeleted,
    .deed = [](const Situation &s, const Values &) -> Result<Deed> {
        return Deed{command::PurgeVault{s.target.vault()}};
    },
    .previews = true,
    .destructive = true,
});

// Access policies, and who decides

Deed decidedBy(const Situation &s, AccessModel model) { return Deed{command::SetAccessModel{s.target.vault(), model}}; }

const DeclaredAction byRoles({
    .id = QStringLiteral("access.roles"),
    .text = QStringLiteral("Go by roles"),
    .icon = QStringLiteral("system-switch-user"),
    .scope = Scope::Vault,
    .order = 40,
    .blades = {QStringLiteral("vault.access")},
    .explanation = QStringLiteral("Role assignments decide who may use the keys of this vault. Its access policies are "
                                  "kept, without effect, so the way back is open."),
    .supported = [](const Situation &s) { return isLive(s) && vaultOf(s)->accessModel == AccessModel::Policies; },
    .deed = [](const Situation &s, const Values &) -> Result<Deed> { return decidedBy(s, AccessModel::Roles); },
    .previews = true,
});

const DeclaredAction byPolicies({
    .id = QStringLiteral("access.policies"),
    .text = QStringLiteral("Go by access policies"),
    .icon = QStringLiteral("system-switch-user"),
    .scope = Scope::Vault,
    .order = 41,
    .blades = {QStringLiteral("vault.access")},
    .explanation = QStringLiteral("The vault's access policies decide who may use its keys. Role assignments are kept, "
                                  "without effect, so the way back is open."),
    .supported = [](const Situation &s) { return isLive(s) && vaultOf(s)->accessModel == AccessModel::Roles; },
    .deed = [](const Situation &s, const Values &) -> Result<Deed> { return decidedBy(s, AccessModel::Policies); },
    .previews = true,
});

const DeclaredAction setPolicy({
    .id = QStringLiteral("policy.add"),
    .text = QStringLiteral("Add access policy"),
    .icon = QStringLiteral("list-add-user"),
    .scope = Scope::Vault,
    .order = 10,
    .blades = {QStringLiteral("vault.access")},
    .primary = true,
    .explanation = QStringLiteral("Says what one identity may do with every key of this vault."),
    .supported = isLive,
    .allowed = [](const Situation &s) -> Status {
        if (s.estate().principals().size() > 0) return {};
        return std::unexpected(
            Error{Code::NotFound, "identity", {"identity"}, "Turn on the identity of a resource first."});
    },
    .fields = [](const Situation &s) -> std::vector<Field> {
        std::vector<Field::Option> options;
        for (const auto &[id, principal] : s.estate().principals())
            options.push_back({text(id.text()), text(principal->name)});
        std::ranges::sort(options, {}, &Field::Option::text);
        const auto first = options.empty() ? QString() : options.front().value;
        return {{.id = QStringLiteral("principal"),
                 .label = QStringLiteral("Identity"),
                 .kind = Field::Kind::Choice,
                 .value = first,
                 .options = std::move(options)},
                {.id = QStringLiteral("permissions"),
                 .label = QStringLiteral("Key permissions"),
                 .kind = Field::Kind::Permissions,
                 .value = QStringLiteral("get,list,unwrapKey,wrapKey")}};
    },
    .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
        KEYWARD_TRY(const auto principal, PrincipalId::from(utf8(stringOf(values, "principal"))));
        KEYWARD_TRY(const auto permissions, PermissionSet::from(utf8(stringOf(values, "permissions"))));
        return Deed{command::SetAccessPolicy{s.target.vault(), principal, permissions}, {}, {}};
    },
});

const DeclaredAction editPolicy({
    .id = QStringLiteral("policy.edit"),
    .text = QStringLiteral("Edit"),
    .icon = QStringLiteral("document-edit"),
    .scope = Scope::Policy,
    .order = 20,
    .blades = {QStringLiteral("vault.access")},
    .allowed = [](const Situation &) { return Status{}; },
    .fields = [](const Situation &s) -> std::vector<Field> {
        return {{.id = QStringLiteral("permissions"),
                 .label = QStringLiteral("Key permissions"),
                 .kind = Field::Kind::Permissions,
                 .value = text(vaultOf(s)->policies.at(s.target.principal()).text())}};
    },
    .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
        KEYWARD_TRY(const auto permissions, PermissionSet::from(utf8(stringOf(values, "permissions"))));
        return Deed{command::SetAccessPolicy{s.target.vault(), s.target.principal(), permissions}};
    },
    .previews = true,
});

const DeclaredAction removePolicy({
    .id = QStringLiteral("policy.remove"),
    .text = QStringLiteral("Revoke"),
    .icon = QStringLiteral("list-remove-user"),
    .scope = Scope::Policy,
    .order = 30,
    .blades = {QStringLiteral("vault.access")},
    .explanation = QStringLiteral("Takes the identity's access policy away. Whatever works under its name can no "
                                  "longer use any key of the vault."),
    .deed = [](const Situation &s, const Values &) -> Result<Deed> {
        return Deed{command::RemoveAccessPolicy{s.target.vault(), s.target.principal()}};
    },
    .previews = true,
    .destructive = true,
});

} // namespace
} // namespace keyward::models
