// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A key that somebody else may know (TDE-8).

#include "models/actions/key_fields.h"
#include "models/actions/pickers.h"
#include "models/wizards/guide_draft.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideCompromise)
};

const auto id = QStringLiteral("guide.compromised");

const Guide guide([]() -> GuideRecord {
    return {
        .id = id,
        .title = Words::tr("Leave a compromised key"),
        .explanation =
            Words::tr("For a key that somebody else may know. What it protects goes under another key first, then "
                      "what only it opens is deleted, and only then is the key itself: deleted before that, it takes "
                      "the data with it."),
        .verb = Words::tr("Leave the key"),
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("instead"),
                     .label = Words::tr("What it protects goes under"),
                     .kind = Field::Kind::Pick,
                     .hint = Words::tr("Another key; empty: the platform's key, where a service takes that."),
                     .optional = true,
                     .picker = keyPicker(s)},
                    {.id = QStringLiteral("giveUp"),
                     .label = Words::tr("There is no time: drop what works under it"),
                     .kind = Field::Kind::Check,
                     .value = false,
                     .hint = Words::tr("Databases are destroyed rather than taken along; back them up before.")},
                    {.id = QStringLiteral("deleteStored"),
                     .label = Words::tr("Delete what only this key opens"),
                     .kind = Field::Kind::Check,
                     .value = false,
                     .hint = Words::tr("Backups of databases and recovery points. As long as there are some, the key "
                                       "stays.")}};
        },
        .goal = [](const Situation &s, const Values &values) -> Result<GuideGoal> {
            CompromiseGoal goal{.key = s.target.key(),
                                .instead = {},
                                .giveUp = values.value(QStringLiteral("giveUp")).toBool(),
                                .deleteStored = values.value(QStringLiteral("deleteStored")).toBool()};
            if (const auto typed = stringOf(values, "instead"); !typed.isEmpty()) {
                KEYWARD_TRY(goal.instead, KeyId::from(utf8(typed)));
            }
            return goal;
        },
        .meanings = {{{State::Working, Words::tr("Gains")},
                      Words::tr("nothing that comes can be opened by whoever knows the key")},
                     {{State::AtRisk, Words::tr("Stays")},
                      Words::tr("what they copied before, they can still open with it")}},
        .afterwards = Words::tr("Data keys that the key wrapped may be known, too: turn the encryption of databases "
                                "off and on again, so that their pages are written under new ones, and make backups "
                                "anew. Destroy copies of the key that were kept elsewhere."),
        .ended =
            [](const Situation &s) {
                return Words::tr("Nothing is protected by %1 any more, and it is deleted.")
                    .arg(titleOf(s.estate(), s.target));
            },
    };
});

const Wizard wizard([] { return wizardOf(id); });

const DeclaredAction action([]() -> ActionRecord {
    return {
        .id = id,
        .text = Words::tr("Leave a compromised key"),
        .icon = QStringLiteral("password-copy"),
        .scope = Scope::Key,
        .order = 37,
        .blades = {QStringLiteral("key.used")},
        .supported =
            [](const Situation &s) { return isLiveKey(s) && !s.estate().dependantsOf(s.target.key()).empty(); },
        .allowed = [](const Situation &) { return Status{}; },
        .wizard = id,
    };
});

} // namespace
} // namespace keyward::models
