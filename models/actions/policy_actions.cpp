// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Access policies of a vault, and whether they or roles decide in it.

#include "models/access_words.h"
#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"

#include "backend/estate/access.h"
#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PolicyActions)
};

const Vault *vaultOf(const Situation &s) { return s.estate().vault(s.target.vault()); }
bool goesBy(const Situation &s, AccessModel model) { return !vaultOf(s)->deleted && vaultOf(s)->accessModel == model; }

// Who decides

std::vector<Action> staged(const Situation &s, AccessModel to)
{
    return stagedSwitch(s.estate(), *vaultOf(s), to, [&s] { return s.random().id<AssignmentId>(); });
}

/// Who loses something by the switch although the grants were made before.
std::vector<AccessDifference> lossesAfter(const Estate &estate, const std::vector<Action> &grants, const VaultId &vault,
                                          AccessModel to, const Actor &actor, Instant now)
{
    auto after = estate;
    for (const auto &grant : grants)
        if (auto change = applyUnguarded(after, {grant}, actor, now)) after = change->next;
    const auto change = applyUnguarded(after, {command::SetAccessModel{vault, to}}, actor, now);
    if (!change) return {};
    auto out = accessDifferences(after, *change);
    std::erase_if(out, [](const AccessDifference &one) { return one.lost.empty(); });
    return out;
}

/// What would be granted, and who all the same loses something.
QString stagedText(const Situation &s, const std::vector<Action> &grants, AccessModel to)
{
    constexpr std::size_t shown = 5;
    QStringList sentences;
    for (std::size_t i = 0; i < std::min(shown, grants.size()); ++i)
        sentences += sentence(spoken(describe(s.estate(), grants[i])));
    if (grants.size() > shown) sentences += Words::tr("%Ln more grants.", nullptr, countOf(grants.size() - shown));
    const auto losses =
        lossesText(lossesAfter(s.estate(), grants, s.target.vault(), to, s.workspace.actor(), s.moment->now));
    sentences += losses.isEmpty() ? Words::tr("Nobody loses access then.") : losses;
    return sentences.join(QLatin1Char(' '));
}

std::vector<Field> stageFields(const Situation &s, AccessModel to)
{
    const auto grants = staged(s, to);
    if (grants.empty()) return {};
    return {{.id = QStringLiteral("stage"),
             .label = to == AccessModel::Roles ? Words::tr("First assign the roles that keep everybody’s access")
                                               : Words::tr("First add the policies that keep everybody’s access"),
             .kind = Field::Kind::Check,
             .value = true,
             .hint = stagedText(s, grants, to)}};
}

/// The grants first, each a command of its own, then the switch.
Errand stagedErrand(const Situation &s, AccessModel to)
{
    return [actor = s.workspace.actor(), id = s.target.vault(), to](engine::Workplace &workplace,
                                                                    const auto &) -> Result<Outcome> {
        const auto before = workplace.console().snapshot();
        const auto *vault = before->vault(id);
        if (!vault) return fail(Code::NotFound, id.text(), {"vault"});
        const auto grants = stagedSwitch(*before, *vault, to, [&] { return workplace.random().id<AssignmentId>(); });
        const auto lost = lossesAfter(*before, grants, id, to, actor, workplace.console().now());
        if (!lost.empty()) return fail(Code::AccessLost, vault->name.text(), {summary(lost)}); // before any is granted
        for (const auto &grant : grants)
            KEYWARD_CHECK(workplace.console().execute({grant}, actor).transform([](const auto &) {}));
        KEYWARD_CHECK(
            workplace.console().execute({command::SetAccessModel{id, to}}, actor).transform([](const auto &) {}));
        const auto name = text(vault->name.text());
        return Outcome{
            .sentence =
                to == AccessModel::Roles
                    ? Words::tr("Done: %1 goes by roles, and everybody keeps their access.").arg(name)
                    : Words::tr("Done: %1 goes by access policies, and everybody keeps their access.").arg(name)};
    };
}

Result<Deed> decidedBy(const Situation &s, AccessModel to, const Values &values)
{
    if (!values.value(QStringLiteral("stage")).toBool()) return Deed{command::SetAccessModel{s.target.vault(), to}};
    const auto name = text(vaultOf(s)->name.text());
    return Deed{.action = {},
                .errand = stagedErrand(s, to),
                .title = Words::tr("Keep everybody’s access, then change who decides in %1").arg(name),
                .commandLine =
                    text(s.workspace.lines().lineOf(s.estate(), command::SetAccessModel{s.target.vault(), to})) +
                    QStringLiteral(" --stage")};
}

const DeclaredAction byRoles([]() -> ActionRecord {
    return {
        .id = QStringLiteral("access.roles"),
        .text = Words::tr("Go by roles"),
        .icon = QStringLiteral("system-switch-user"),
        .scope = Scope::Vault,
        .order = 40,
        .blades = {QStringLiteral("vault.access")}, // the other page says why nothing is offered, with a button
        .explanation = Words::tr("Role assignments decide who may use the keys of this vault. Its access policies are "
                                 "kept, without effect, so the way back is open."),
        .supported = [](const Situation &s) { return goesBy(s, AccessModel::Policies); },
        .allowed = always,
        .fields = [](const Situation &s) { return stageFields(s, AccessModel::Roles); },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return decidedBy(s, AccessModel::Roles, values);
        },
        .previews = true,
    };
});

const DeclaredAction byPolicies([]() -> ActionRecord {
    return {
        .id = QStringLiteral("access.policies"),
        .text = Words::tr("Go by access policies"),
        .icon = QStringLiteral("system-switch-user"),
        .scope = Scope::Vault,
        .order = 41,
        .blades = {QStringLiteral("vault.roles")},
        .explanation = Words::tr("The vault's access policies decide who may use its keys. Role assignments are kept, "
                                 "without effect, so the way back is open."),
        .supported = [](const Situation &s) { return goesBy(s, AccessModel::Roles); },
        .allowed = always,
        .fields = [](const Situation &s) { return stageFields(s, AccessModel::Policies); },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return decidedBy(s, AccessModel::Policies, values);
        },
        .previews = true,
    };
});

// Policies

Field permissionsField(const Situation &s, PermissionSet chosen)
{
    Field field{.id = QStringLiteral("permissions"),
                .label = Words::tr("Key permissions"),
                .kind = Field::Kind::Permissions,
                .value = text(chosen.text())};
    for (const auto &one : s.estate().catalogue().platform().templates)
        field.options.push_back({text(one.permissions.text()), spokenOf(one.title)});
    field.options.push_back({QStringLiteral("get,list"), Words::tr("Read only")});
    return field;
}

const DeclaredAction addPolicy([]() -> ActionRecord {
    return {
        .id = QStringLiteral("policy.add"),
        .text = Words::tr("Add access policy"),
        .icon = QStringLiteral("list-add-user"),
        .scope = Scope::Vault,
        .order = 10,
        .blades = {QStringLiteral("vault.access")},
        .primary = true,
        .explanation = Words::tr("Says what one identity may do with every key of this vault."),
        .supported = [](const Situation &s) { return goesBy(s, AccessModel::Policies); },
        .allowed = somebodyThere,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto tenant = vaultOf(s)->place.tenant;
            return {
                {.id = QStringLiteral("principal"),
                 .label = Words::tr("Identity"),
                 .kind = Field::Kind::Pick,
                 .error =
                     [moment = s.moment, vault = s.target.vault()](const QVariant &value) {
                         const auto id = PrincipalId::from(utf8(value.toString()));
                         const auto *in = moment->estate->vault(vault);
                         if (!id || !in || !in->policies.contains(*id)) return QString();
                         return Words::tr("It has an access policy here already; select that in the list and "
                                          "change it.");
                     },
                 .picker = principalPicker(s, [tenant](const Principal &one) { return one.tenant == tenant; })},
                permissionsField(s, {Permission::Get, Permission::List, Permission::UnwrapKey, Permission::WrapKey})};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto principal, PrincipalId::from(utf8(stringOf(values, "principal"))));
            KEYWARD_TRY(const auto permissions, PermissionSet::from(utf8(stringOf(values, "permissions"))));
            return Deed{command::SetAccessPolicy{s.target.vault(), principal, permissions}, {}, {}};
        },
    };
});

const DeclaredAction changePolicy([]() -> ActionRecord {
    return {
        .id = QStringLiteral("policy.edit"),
        .text = Words::tr("Change"),
        .icon = QStringLiteral("document-edit"),
        .scope = Scope::Policy,
        .order = 20,
        .blades = {QStringLiteral("vault.access")},
        .supported = [](const Situation &s) { return goesBy(s, AccessModel::Policies); },
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {permissionsField(s, vaultOf(s)->policies.at(s.target.principal()))};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto permissions, PermissionSet::from(utf8(stringOf(values, "permissions"))));
            return Deed{command::SetAccessPolicy{s.target.vault(), s.target.principal(), permissions}};
        },
        .previews = true,
    };
});

const DeclaredAction removePolicy([]() -> ActionRecord {
    return {
        .id = QStringLiteral("policy.remove"),
        .text = Words::tr("Revoke"),
        .icon = QStringLiteral("list-remove-user"),
        .scope = Scope::Policy,
        .order = 30,
        .blades = {QStringLiteral("vault.access")},
        .explanation = Words::tr("Takes the identity's access policy away. Whatever works under its name can no "
                                 "longer use any key of the vault."),
        .supported = [](const Situation &s) { return goesBy(s, AccessModel::Policies); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RemoveAccessPolicy{s.target.vault(), s.target.principal()}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
