// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rotating a key with everything that uses it.

#include "models/actions/key_fields.h"
#include "models/wizards/guide_draft.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideRotate)
};

const auto id = QStringLiteral("guide.rotate");

std::vector<Field::Option> versionsOf(const estate::Key &key)
{
    std::vector<Field::Option> out;
    for (auto version = key.versions.rbegin(); version != key.versions.rend(); ++version)
        out.push_back({text(version->id.text()), Words::tr("%1, made %2", "a version and a moment")
                                                     .arg(text(version->id.text()), dateAndTime(version->created))});
    return out;
}

const Guide guide([]() -> GuideRecord {
    return {
        .id = id,
        .title = Words::tr("Rotate a key and all that uses it"),
        .explanation = Words::tr("The key gets a new version. What follows its versions takes that up, what was given "
                                 "a version is set to it, and the former one is disabled only once nothing needs it. "
                                 "Nothing is deleted."),
        .verb = Words::tr("Rotate"),
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto versions = versionsOf(*keyOf(s));
            return {{.id = QStringLiteral("from"),
                     .label = Words::tr("The version to leave"),
                     .kind = Field::Kind::Choice,
                     .value = versions.front().value,
                     .hint = Words::tr("Where a newer version is there already, no other is made."),
                     .options = versions},
                    {.id = QStringLiteral("retire"),
                     .label = Words::tr("Disable it once nothing needs it"),
                     .kind = Field::Kind::Check,
                     .value = true,
                     .hint = Words::tr("It can be enabled again at any time.")}};
        },
        .goal = [](const Situation &s, const Values &values) -> Result<GuideGoal> {
            KEYWARD_TRY(const auto from, VersionId::from(utf8(stringOf(values, "from"))));
            return RotateGoal{
                .key = s.target.key(), .from = from, .retire = values.value(QStringLiteral("retire")).toBool()};
        },
        .meanings = {{{State::Working, Words::tr("Gains")}, Words::tr("new data is wrapped by fresh key material")},
                     {{State::Neutral, Words::tr("Stays")}, Words::tr("what was wrapped before opens as it did")}},
        .afterwards = Words::tr("Back up the key: its new version is in no backup yet. Run this again later to disable "
                                "the former version, when what still needs it is gone."),
        .ended =
            [](const Situation &s) {
                return Words::tr("Everything that uses %1 works with its new version.")
                    .arg(titleOf(s.estate(), s.target));
            },
    };
});

const Wizard wizard([] { return wizardOf(id); });

const DeclaredAction action([]() -> ActionRecord {
    return {
        .id = id,
        .text = Words::tr("Rotate with all that uses it"),
        .icon = QStringLiteral("view-refresh"),
        .scope = Scope::Key,
        .order = 21,
        .blades = {QStringLiteral("key.used"), QStringLiteral("key.versions")},
        .supported =
            [](const Situation &s) { return isLiveKey(s) && !s.estate().dependantsOf(s.target.key()).empty(); },
        .allowed = [](const Situation &) { return Status{}; },
        .wizard = id,
    };
});

} // namespace
} // namespace keyward::models
