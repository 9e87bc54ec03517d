// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A deleted vault, its keys, and what needs them.

#include "models/wizards/guide_draft.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideRecover)
};

const auto id = QStringLiteral("guide.recover");

const Guide guide([]() -> GuideRecord {
    return {
        .id = id,
        .title = Words::tr("Recover a vault and what needs it"),
        .explanation = Words::tr("The vault comes back, then those of its keys that something needs, then the grants "
                                 "and network rules without which that would not work. A version that was disabled "
                                 "stays so."),
        .verb = Words::tr("Recover"),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("all"),
                     .label = Words::tr("Also deleted keys that nothing needs"),
                     .kind = Field::Kind::Check,
                     .value = false}};
        },
        .goal = [](const Situation &s, const Values &values) -> Result<GuideGoal> {
            return RecoverGoal{.vault = s.target.vault(), .allKeys = values.value(QStringLiteral("all")).toBool()};
        },
        .meanings = {{{State::Working, Words::tr("Gains")}, Words::tr("what was encrypted opens again")}},
        .afterwards = Words::tr("Look at what the vault is for, and who was meant to lose it, before you go on."),
        .ended = [](const Situation &s) { return Words::tr("%1 is there again.").arg(titleOf(s.estate(), s.target)); },
    };
});

const Wizard wizard([] { return wizardOf(id); });

const DeclaredAction action([]() -> ActionRecord {
    return {
        .id = id,
        .text = Words::tr("Recover with all that needs it"),
        .icon = QStringLiteral("edit-undo"),
        .scope = Scope::Vault,
        .order = 11,
        .blades = {QStringLiteral("vault.overview")},
        .supported =
            [](const Situation &s) {
                const auto *vault = s.estate().vault(s.target.vault());
                return vault && vault->deleted && !s.estate().dependantsOf(vault->id).empty();
            },
        .allowed = [](const Situation &) { return Status{}; },
        .wizard = id,
    };
});

} // namespace
} // namespace keyward::models
