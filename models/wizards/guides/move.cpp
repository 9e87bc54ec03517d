// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A subscription to another tenant, or back, and what it holds set up again there.

#include "models/wizards/guide_draft.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideMove)
};

const auto id = QStringLiteral("guide.move");

/// As one value of the form, so that it is kept with the rest: what was bound when it began.
QString written(const std::vector<Goal> &all)
{
    QStringList out;
    for (const auto &one : all)
        out += QStringList{text(one.resource.text()), text(one.vault.text()), text(one.key.text()),
                           one.version ? text(one.version->text()) : QString(),
                           one.identity ? text(one.identity->text()) : QString()}
                   .join(QLatin1Char(','));
    return out.join(QLatin1Char(';'));
}

std::vector<Goal> read(const QString &written)
{
    std::vector<Goal> out;
    const auto all = written.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const auto &one : all) {
        const auto parts = one.split(QLatin1Char(','));
        constexpr int expected = 5;
        if (parts.size() != expected) continue;
        const auto resource = ResourceId::from(utf8(parts[0]));
        const auto vault = VaultId::from(utf8(parts[1]));
        const auto key = KeyId::from(utf8(parts[2]));
        if (!resource || !vault || !key) continue;
        Goal goal{.resource = *resource, .vault = *vault, .key = *key, .version = {}, .newPrincipal = {}, .job = {}};
        if (const auto version = VersionId::from(utf8(parts[3]))) goal.version = *version;
        if (const auto identity = PrincipalId::from(utf8(parts[4]))) goal.identity = *identity;
        out.push_back(goal);
    }
    return out;
}

std::vector<Field::Option> otherTenants(const Situation &s)
{
    const auto *moving = s.estate().subscription(s.target.subscription());
    std::vector<Field::Option> out;
    for (const auto &[tenantId, tenant] : s.estate().tenants())
        if (moving && tenant->directory != moving->tenant)
            out.push_back({text(tenant->directory), text(tenant->name.empty() ? tenant->directory : tenant->name)});
    std::ranges::sort(out, {}, &Field::Option::text);
    return out;
}

const Guide guide([]() -> GuideRecord {
    return {
        .id = id,
        .title = Words::tr("Move a subscription to another tenant"),
        .explanation = Words::tr("Identities stay behind when a subscription moves, and with them every permission. "
                                 "After the move each resource gets a new identity, its permission and its key again. "
                                 "The way back is the same."),
        .verb = Words::tr("Move"),
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto tenants = otherTenants(s);
            const auto first = tenants.empty() ? QString() : tenants.front().value;
            return {{.id = QStringLiteral("tenant"),
                     .label = Words::tr("To tenant"),
                     .kind = Field::Kind::Choice,
                     .value = first,
                     .options = std::move(tenants)},
                    {.id = QStringLiteral("set"),
                     .label = {},
                     .value = written(boundIn(s.estate(), s.target.subscription())),
                     .optional = true,
                     .when = [](const Values &) { return false; }}};
        },
        .goal = [](const Situation &s, const Values &values) -> Result<GuideGoal> {
            return MoveGoal{.subscription = s.target.subscription(),
                            .tenant = utf8(stringOf(values, "tenant")),
                            .set = read(stringOf(values, "set"))};
        },
        .meanings = {{{State::AtRisk, Words::tr("Stops")},
                      Words::tr("what needs a key, from the move until it is set up again")},
                     {{State::Warning, Words::tr("For good")}, Words::tr("role assignments in the subscription end")}},
        .afterwards = Words::tr("Applications of the old tenant have no access any more: grant those of the new one "
                                "what they need."),
        .ended =
            [](const Situation &s) {
                return Words::tr("%1 has moved, and what it holds works there.").arg(titleOf(s.estate(), s.target));
            },
    };
});

const Wizard wizard([] { return wizardOf(id); });

const DeclaredAction action([]() -> ActionRecord {
    return {
        .id = id,
        .text = Words::tr("Move and set up again"),
        .icon = QStringLiteral("transform-move"),
        .scope = Scope::Subscription,
        .order = 79,
        .blades = {QStringLiteral("subscription.overview")},
        .supported = [](const Situation &s) { return !boundIn(s.estate(), s.target.subscription()).empty(); },
        .allowed = [](const Situation &s) -> Status {
            if (otherTenants(s).empty()) return fail(Code::NotFound, "-", {"other tenant"});
            return {};
        },
        .wizard = id,
    };
});

} // namespace
} // namespace keyward::models
