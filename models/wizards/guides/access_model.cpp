// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who decides in a vault: everybody is granted the equivalent, then the other model decides.

#include "models/wizards/guide_draft.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideAccessModel)
};

const auto id = QStringLiteral("guide.access-model");
const auto roles = QStringLiteral("roles"), policies = QStringLiteral("policies");

const Vault *liveVaultOf(const Situation &s)
{
    const auto *vault = s.estate().vault(s.target.vault());
    return vault && !vault->deleted ? vault : nullptr;
}

const Guide guide([]() -> GuideRecord {
    return {
        .id = id,
        .title = Words::tr("Change who decides in a vault"),
        .explanation = Words::tr("Access policies or roles: one of them decides who may use the keys of a vault. First "
                                 "everybody is granted the equivalent of what they have, one by one, then it changes."),
        .verb = Words::tr("Change"),
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto *vault = liveVaultOf(s);
            return {{.id = QStringLiteral("to"),
                     .label = Words::tr("From then on it is decided by"),
                     .kind = Field::Kind::Choice,
                     .value = vault && vault->accessModel == AccessModel::Roles ? policies : roles,
                     .options = {{roles, Words::tr("Roles, assigned from the tenant down to one key")},
                                 {policies, Words::tr("Access policies of the vault")}}},
                    {.id = QStringLiteral("keep"),
                     .label = Words::tr("First grant everybody the equivalent of what they have"),
                     .kind = Field::Kind::Check,
                     .value = true,
                     .hint = Words::tr("Otherwise the next page says who loses what.")}};
        },
        .goal = [](const Situation &s, const Values &values) -> Result<GuideGoal> {
            return AccessModelGoal{.vault = s.target.vault(),
                                   .to = stringOf(values, "to") == roles ? AccessModel::Roles : AccessModel::Policies,
                                   .keepAccess = values.value(QStringLiteral("keep")).toBool()};
        },
        .meanings = {{{State::Working, Words::tr("Way back")},
                      Words::tr("the grants of the other kind stay, without effect")}},
        .afterwards = Words::tr("Remove the grants that no longer count once you are sure of the change."),
        .ended =
            [](const Situation &s) {
                const auto *vault = liveVaultOf(s);
                const auto name = titleOf(s.estate(), s.target);
                return vault && vault->accessModel == AccessModel::Roles
                           ? Words::tr("Roles decide who may use %1 now.").arg(name)
                           : Words::tr("Access policies decide who may use %1 now.").arg(name);
            },
    };
});

const Wizard wizard([] { return wizardOf(id); });

const DeclaredAction action([]() -> ActionRecord {
    return {
        .id = id,
        .text = Words::tr("Change who decides"),
        .icon = QStringLiteral("system-switch-user"),
        .scope = Scope::Vault,
        .order = 42,
        .blades = {QStringLiteral("vault.properties")}, // the pages of access have the quick way
        .supported = [](const Situation &s) { return liveVaultOf(s) != nullptr; },
        .allowed = [](const Situation &) { return Status{}; },
        .wizard = id,
    };
});

} // namespace
} // namespace keyward::models
