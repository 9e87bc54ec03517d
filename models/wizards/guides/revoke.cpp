// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Taking a key away, from everybody or from one, so that it can be given back.

#include "backend/estate/access.h"
#include "models/actions/key_fields.h"
#include "models/actions/pickers.h"
#include "models/wizards/guide_draft.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideRevoke)
};

const auto ofKey = QStringLiteral("guide.revoke");
const auto ofResource = QStringLiteral("guide.revoke-resource");

bool fromEverybody(const Values &values) { return stringOf(values, "who") == QLatin1String("everybody"); }

Field insteadField(const Situation &s)
{
    return {.id = QStringLiteral("instead"),
            .label = Words::tr("What is bound to it goes on under"),
            .kind = Field::Kind::Pick,
            .hint = Words::tr("Another key; empty: what is bound to this one stops."),
            .optional = true,
            .picker = keyPicker(s)};
}

std::vector<Field> keyFields(const Situation &s)
{
    const auto &key = *keyOf(s);
    const auto moment = s.moment;
    const auto may = [moment, id = key.id, vault = key.vault](const Principal &one) {
        return !effectivePermissions(*moment->estate, one.id, *moment->estate->vault(vault), id).empty();
    };
    std::vector<Field::Option> versions{{QString(), Words::tr("All versions")}};
    for (const auto &version : key.versions) versions.push_back({text(version.id.text()), text(version.id.text())});
    auto instead = insteadField(s);
    instead.when = fromEverybody;
    return {{.id = QStringLiteral("who"),
             .label = Words::tr("Take it away"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("everybody"),
             .options = {{QStringLiteral("everybody"), Words::tr("From everybody: the key is disabled")},
                         {QStringLiteral("one"), Words::tr("From one: its grants go, the key goes on working")}}},
            {.id = QStringLiteral("version"),
             .label = Words::tr("Which versions"),
             .kind = Field::Kind::Choice,
             .value = QString(),
             .options = versions,
             .optional = true,
             .when = fromEverybody},
            {.id = QStringLiteral("principal"),
             .label = Words::tr("From whom"),
             .kind = Field::Kind::Pick,
             .hint = Words::tr("Only those that may do something with the key are listed."),
             .picker = principalPicker(s, may),
             .when = [](const Values &values) { return !fromEverybody(values); }},
            std::move(instead)};
}

Status insteadOf(RevokeGoal &goal, const Values &values)
{
    const auto typed = stringOf(values, "instead");
    if (typed.isEmpty()) return {};
    KEYWARD_TRY(const auto other, KeyId::from(utf8(typed)));
    if (other == goal.key)
        return fail(Code::Usage, {}, {utf8(Words::tr("What is bound has to go on under another key than this one."))});
    goal.instead = other;
    return {};
}

Result<GuideGoal> keyGoal(const Situation &s, const Values &values)
{
    RevokeGoal goal{.key = s.target.key()};
    if (fromEverybody(values)) {
        if (const auto version = stringOf(values, "version"); !version.isEmpty()) {
            KEYWARD_TRY(goal.version, VersionId::from(utf8(version)));
        }
        KEYWARD_CHECK(insteadOf(goal, values));
    } else {
        KEYWARD_TRY(goal.principal, PrincipalId::from(utf8(stringOf(values, "principal"))));
    }
    return goal;
}

const Resource *boundResource(const Situation &s)
{
    const auto *resource = s.estate().resource(s.target.resource());
    return resource && resource->binding && s.estate().identityOf(*resource) ? resource : nullptr;
}

std::vector<PlanDraft::Meaning> meanings()
{
    return {{{State::AtRisk, Words::tr("Stops")}, Words::tr("whatever cannot use the key any more, at once")},
            {{State::Working, Words::tr("Way back")}, Words::tr("nothing is deleted: enable it, or grant it, again")}};
}

const Guide key([]() -> GuideRecord {
    return {
        .id = ofKey,
        .title = Words::tr("Revoke a key in the safe order"),
        .explanation = Words::tr("What can be taken back comes first: what is to live on gets another key, then the "
                                 "key is disabled, or its grant taken away. Nothing is deleted."),
        .verb = Words::tr("Revoke"),
        .fields = keyFields,
        .goal = keyGoal,
        .meanings = meanings(),
        .afterwards = Words::tr("Copies that left the vault stay valid wherever they are. To give the key back, enable "
                                "its versions again, or grant again what was taken."),
        .ended =
            [](const Situation &s) {
                return Words::tr("%1 is revoked. Nothing of it is deleted.").arg(titleOf(s.estate(), s.target));
            },
    };
});

const Guide resource([]() -> GuideRecord {
    return {
        .id = ofResource,
        .title = Words::tr("Take the key away from a resource"),
        .explanation = Words::tr("The identity of the resource loses its grants on the key; the key goes on working "
                                 "for others. What shares the identity, or the vault, is told on the next page."),
        .verb = Words::tr("Revoke"),
        .fields = [](const Situation &s) -> std::vector<Field> { return {insteadField(s)}; },
        .goal = [](const Situation &s, const Values &values) -> Result<GuideGoal> {
            const auto *bound = boundResource(s);
            if (!bound) return fail(Code::CmkNotEnabled, titleOf(s.estate(), s.target).toStdString());
            RevokeGoal goal{.key = bound->binding->key, .principal = s.estate().identityOf(*bound)->id};
            KEYWARD_CHECK(insteadOf(goal, values));
            return goal;
        },
        .meanings = meanings(),
        .afterwards = Words::tr("To give the key back, grant the identity again what was taken from it."),
        .ended =
            [](const Situation &s) {
                return Words::tr("The identity of %1 cannot use the key any more.").arg(titleOf(s.estate(), s.target));
            },
    };
});

const Wizard keyWizard([] { return wizardOf(ofKey); });
const Wizard resourceWizard([] { return wizardOf(ofResource); });

const DeclaredAction keyAction([]() -> ActionRecord {
    return {
        .id = ofKey,
        .text = Words::tr("Revoke"),
        .icon = QStringLiteral("dialog-cancel"),
        .scope = Scope::Key,
        .order = 35,
        .blades = {QStringLiteral("key.used"), QStringLiteral("key.versions")},
        .supported = isLiveKey,
        .allowed = [](const Situation &) { return Status{}; },
        .wizard = ofKey,
    };
});

const DeclaredAction resourceAction([]() -> ActionRecord {
    return {
        .id = ofResource,
        .text = Words::tr("Revoke"),
        .icon = QStringLiteral("dialog-cancel"),
        .scope = Scope::Resource,
        .order = 35,
        .blades = {QStringLiteral("resource.encryption")},
        .supported = [](const Situation &s) { return boundResource(s) != nullptr; },
        .allowed = [](const Situation &) { return Status{}; },
        .wizard = ofResource,
    };
});

} // namespace
} // namespace keyward::models
