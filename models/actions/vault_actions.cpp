// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/key_fields.h"
#include "models/actions/pickers.h"
#include "models/actions/place_fields.h"

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

// Creation

constexpr const char *protectedTitle =
    QT_TRANSLATE_NOOP("VaultActions", "Purge protection: a deleted key cannot be destroyed before its retention ends");

QString retentionError(const QVariant &value)
{
    constexpr int shortest = 7, longest = 90;
    bool whole = false;
    const auto days = value.toString().trimmed().toInt(&whole);
    return whole && days >= shortest && days <= longest ? QString()
                                                        : Words::tr("Write a whole number of days from 7 to 90.");
}

std::vector<Field::Option> tiers()
{
    return {{text(tierText(Tier::Standard)), Words::tr("Standard")},
            {text(tierText(Tier::Premium)), Words::tr("Premium, which also takes keys of the kinds for HSMs")}};
}
Tier tierIn(const Values &values)
{
    return stringOf(values, "tier") == text(tierText(Tier::Premium)) ? Tier::Premium : Tier::Standard;
}

std::vector<Field> creationFields(const Situation &s)
{
    return {{.id = QStringLiteral("name"),
             .label = Words::tr("Name"),
             .hint = Words::tr("3 to 24 letters, digits and hyphens"),
             .error = nameError<VaultName>},
            regionField(s),
            groupField(s),
            {.id = QStringLiteral("tier"),
             .label = Words::tr("Tier"),
             .kind = Field::Kind::Choice,
             .value = text(tierText(Tier::Standard)),
             .options = tiers()},
            {.id = QStringLiteral("model"),
             .label = Words::tr("Who may use its keys is decided by"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("policies"),
             .options = {{QStringLiteral("policies"), Words::tr("Access policies of the vault")},
                         {QStringLiteral("roles"), Words::tr("Roles, assigned from the tenant down to one key")}}},
            {.id = QStringLiteral("retention"),
             .label = Words::tr("Days for which deleted keys are kept"),
             .value = QStringLiteral("90"),
             .hint = Words::tr("7 to 90, fixed for good when the vault is created"),
             .error = retentionError},
            {.id = QStringLiteral("protected"),
             .label = Words::tr(protectedTitle),
             .kind = Field::Kind::Check,
             .value = true,
             .hint = Words::tr("Needed before a key of the vault may protect anything")},
            tagsField({})};
}

/// Both on the way: the vault, and the model that decides in it.
Deed byRolesFromTheStart(const Situation &s, const command::CreateVault &create)
{
    const command::SetAccessModel byRoles{create.id, AccessModel::Roles};
    const auto &lines = s.workspace.lines();
    const auto second = lines.lineOf(afterwards(s.estate(), create), byRoles);
    const auto work = [create, byRoles, actor = s.workspace.actor()](
                          engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
        const auto done = [](const engine::EstatePtr &) {};
        KEYWARD_CHECK(workplace.console().execute({create}, actor).transform(done));
        KEYWARD_CHECK(workplace.console().execute({byRoles}, actor).transform(done));
        return Outcome{
            .sentence =
                Words::tr("Vault %1 is created; roles decide who may use its keys.").arg(text(create.name.text())),
            .target = Target::of(create.id)};
    };
    return {.action = create, .errand = work, .commandLine = text(lines.lineOf(s.estate(), create) + " && " + second)};
}

Result<Deed> creationDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto name, VaultName::from(utf8(stringOf(values, "name"))));
    KEYWARD_TRY(auto place, placement(s, values));
    const command::CreateVault create{.id = s.random().id<VaultId>(),
                                      .name = std::move(name),
                                      .place = std::move(place),
                                      .tier = tierIn(values),
                                      .tags = tagsFrom(stringOf(values, "tags")),
                                      .purgeProtection = values.value(QStringLiteral("protected")).toBool(),
                                      .retentionDays = stringOf(values, "retention").toUInt()};
    if (stringOf(values, "model") == QLatin1String("roles")) return byRolesFromTheStart(s, create);
    return Deed{.action = create, .made = Target::of(create.id)};
}

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
        .fields = creationFields,
        .deed = creationDeed,
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
        .blades = {QStringLiteral("vault.overview"), QStringLiteral("vaults.deleted")},
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
        .blades = {QStringLiteral("vault.overview"), QStringLiteral("vaults.deleted")},
        .supported = isDeleted,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::PurgeVault{s.target.vault()}};
        },
        .previews = true,
        .destructive = true,
    };
});

// What may change later, and where it stands

const DeclaredAction change([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.change"),
        .text = Words::tr("Change tier and tags"),
        .icon = QStringLiteral("document-edit"),
        .scope = Scope::Vault,
        .order = 15,
        .blades = {QStringLiteral("vault.properties")},
        .primary = true,
        .explanation = Words::tr("A standard vault holds no keys of the kinds for HSMs. Region, retention and what "
                                 "protects deleted keys stay as they are."),
        .supported = isLive,
        .allowed = [](const Situation &s) -> Status {
            return apply(s.estate(), {command::UpdateVault{s.target.vault(), {}, {}, {}, {}, {}}}, s.workspace.actor(),
                         s.moment->now)
                .transform([](const Change &) {});
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("tier"),
                     .label = Words::tr("Tier"),
                     .kind = Field::Kind::Choice,
                     .value = text(tierText(vaultOf(s)->tier)),
                     .options = tiers()},
                    tagsField(vaultOf(s)->tags)};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            command::UpdateVault changed{s.target.vault(), {}, {}, {}, {}, {}};
            if (const auto tier = tierIn(values); tier != vaultOf(s)->tier) changed.tier = tier;
            if (auto tags = tagsFrom(stringOf(values, "tags")); tags != vaultOf(s)->tags)
                changed.tags = std::move(tags);
            return Deed{.action = std::move(changed)};
        },
        .previews = true,
    };
});

const DeclaredAction move([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.move"),
        .text = Words::tr("Move"),
        .icon = QStringLiteral("transform-move"),
        .scope = Scope::Vault,
        .order = 80,
        .blades = {QStringLiteral("vault.properties"), QStringLiteral("vault.overview")},
        .explanation = Words::tr("Into another resource group, of this subscription or another. Its keys, its rules "
                                 "and its region stay; role assignments and locks of the new place hold for it, those "
                                 "of the old one no longer do. It follows its subscription to another tenant."),
        .supported = isLive,
        .allowed = [](const Situation &s) { return somewhereElse(s, vaultOf(s)->place); },
        .fields = [](const Situation &s) -> std::vector<Field> { return {moveField(s, vaultOf(s)->place)}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto *group, groupFrom(s, values));
            return Deed{.action = command::MoveVault{.vault = s.target.vault(),
                                                     .subscription = group->subscription,
                                                     .resourceGroup = group->name.text()}};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
