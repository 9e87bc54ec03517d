// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How every changing command goes: preview, acknowledgement, execution.

#include "app/keywardctl/invocation.h"

#include "backend/estate/describe.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

Told Told::gone(std::string sentence, const std::string &name, const char *how)
{
    return {std::move(sentence), QJsonObject{{QLatin1String("name"), reports::text(name)}, {QLatin1String(how), true}}};
}

void Invocation::printImpact(const Estate &before, const Action &action, const Impact &impact)
{
    m_out.line("Would do:    " + describe(before, action).text());
    if (!impact.irreversible.empty()) m_out.line("For good:    " + impact.irreversible.text());
    for (const auto &effect : impact.effects) {
        m_out.line((effect.worse() ? "Breaks:      " : "Changes:     ") + effect.name + ": " +
                   std::string(healthText(effect.before.health)) + " -> " +
                   std::string(healthText(effect.after.health)));
        if (const auto stays = m_lines.staysLost(before, effect); !stays.empty())
            m_out.line("               " + stays);
        else
            for (const auto &reason : effect.after.reasons) m_out.line("               " + reason.text());
    }
    constexpr std::size_t mostShown = 20;
    for (std::size_t i = 0; i < std::min(impact.access.size(), mostShown); ++i) {
        const auto &one = impact.access[i];
        if (!one.lost.empty())
            m_out.line("Access:      '" + one.name + "' loses " + one.lost.text() + " in " + one.place);
        if (!one.gained.empty())
            m_out.line("Access:      '" + one.name + "' gains " + one.gained.text() + " in " + one.place);
    }
    if (impact.access.size() > mostShown)
        m_out.line("Access:      and " + counted(impact.access.size() - mostShown, "more change") +
                   "; --json lists all");
    for (const auto &backup : impact.stillHeldBy) m_out.line("Still holds: " + backup);
    for (const auto &claim : impact.claims)
        m_out.line("Needed by:   " + claim.text() + " (ends with: " + claim.ends() + ")");
    if (impact.effects.empty() && impact.claims.empty()) m_out.line("Breaks:      nothing that is in use");
    if (const auto undo = m_lines.undoOf(impact.undo); !undo.empty()) m_out.line("Undo:        " + undo);
    if (impact.takesAway) m_out.line("Needs:       --override, as it takes access away from something in use");
    m_out.line("Nothing was changed.");
    QJsonObject json = reports::view(before, impact, m_lines);
    json.insert(QLatin1String("dryRun"), true);
    json.insert(QLatin1String("action"), reports::text(operationName(action)));
    json.insert(QLatin1String("description"), reports::text(describe(before, action).text()));
    m_out.document(json);
}

Result<engine::EstatePtr> Invocation::change(const Action &action, bool acknowledgedByFlag)
{
    KEYWARD_TRY(const auto before, snapshot());
    KEYWARD_TRY(const auto at, now());
    if (m_globals.dryRun) {
        KEYWARD_TRY(const auto impact, impactOf(*before, {action, m_globals.overrideClaims}, m_actor, at));
        printImpact(*before, action, impact);
        return before;
    }
    const auto forGood = irreversible(*before, action).text();
    if (!forGood.empty() && !m_globals.yes && !acknowledgedByFlag) {
        // Only what would pass is worth acknowledging: a refusal comes first.
        KEYWARD_CHECK(apply(*before, {action, m_globals.overrideClaims}, m_actor, at).transform([](const Change &) {}));
        return fail(Code::AcknowledgeNeeded, subjectOf(*before, action),
                    {describe(*before, action).text() + ": " + forGood});
    }
    KEYWARD_TRY(auto *changing, acting());
    return changing->console().execute({action, m_globals.overrideClaims}, m_actor);
}

Status Invocation::carryOut(const Action &action, bool acknowledgedByFlag,
                            const std::function<Told(const Estate &after)> &tell)
{
    KEYWARD_TRY(const auto after, change(action, acknowledgedByFlag));
    if (dryRun()) return {};
    const auto told = tell(*after);
    m_out.line(told.sentence);
    m_out.document(told.document);
    return {};
}

} // namespace keyward::ctl
