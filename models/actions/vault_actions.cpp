// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VaultActions)
};

const Vault *vaultOf(const Situation &s) { return s.estate().vault(s.target.vault()); }
bool isLive(const Situation &s) { return !vaultOf(s)->deleted; }
bool isDeleted(const Situation &s) { return vaultOf(s)->deleted.has_value(); }

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.create"),
        .text = Words::tr("Create key vault"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 10,
        .blades = {QStringLiteral("vaults")},
        .primary = true,
        .explanation = Words::tr(
            "A vault holds keys and says who may use them. Its region must fit that of what its keys protect."),
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {
                {.id = QStringLiteral("name"),
                 .label = Words::tr("Name"),
                 .hint = Words::tr("3 to 24 letters, digits and hyphens"),
                 .error = nameError<VaultName>},
                {.id = QStringLiteral("region"),
                 .label = Words::tr("Region"),
                 .value = QStringLiteral("westeurope"),
                 .hint = Words::tr("As the portal writes it: westeurope, or West Europe"),
                 .error = regionError(s)},
                {.id = QStringLiteral("protected"),
                 .label = Words::tr("Purge protection: a deleted key cannot be destroyed before its retention ends"),
                 .kind = Field::Kind::Check,
                 .value = true,
                 .hint = Words::tr("Needed before a key of the vault may protect anything")}};
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
    };
});

const DeclaredAction protect([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.protect"),
        .text = Words::tr("Turn on purge protection"),
        .icon = QStringLiteral("security-high"),
        .scope = Scope::Vault,
        .order = 20,
        .blades = {QStringLiteral("vault.properties"), QStringLiteral("vault.overview")},
        .supported = [](const Situation &s) { return isLive(s) && !vaultOf(s)->purgeProtection; },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::UpdateVault{s.target.vault(), true, true, {}, {}, {}}};
        },
        .previews = true,
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Vault,
        .order = 90,
        .blades = {QStringLiteral("vault.overview")},
        .explanation = Words::tr(
            "The vault with all its keys goes into the deleted state and can be recovered until its retention ends."),
        .supported = isLive,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeleteVault{s.target.vault()}};
        },
        .previews = true,
        .destructive = true,
    };
});

const DeclaredAction recover([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.recover"),
        .text = Words::tr("Recover"),
        .icon = QStringLiteral("edit-undo"),
        .scope = Scope::Vault,
        .order = 10,
        .blades = {QStringLiteral("vault.overview")},
        .primary = true,
        .supported = isDeleted,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RecoverVault{s.target.vault()}};
        },
    };
});

const DeclaredAction purge([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.purge"),
        .text = Words::tr("Purge"),
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
    };
});

} // namespace
} // namespace keyward::models
