// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/impact_preview.h"

#include "backend/estate/describe.h"
#include "backend/estate/fresh_ids.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ImpactPreview)
};

QString told(const std::vector<Reason> &reasons)
{
    QStringList out;
    for (const auto &reason : reasons) {
        auto one = spoken(reason.what);
        if (one.endsWith(QLatin1Char('.'))) one.chop(1);
        out += one;
    }
    return out.join(QStringLiteral("; "));
}

/// Of what is lost already, and would be for another reason once that of today is mended.
QString staysLost(const Estate &estate, const Impact::Effect &effect, const engine::CommandLines &lines)
{
    const auto stays = estate::staysLost(effect);
    if (!stays) return {};
    const auto because = told(stays->because);
    if (!stays->another) return Words::tr("Stays lost, because %1").arg(because);
    QStringList mends;
    for (const auto &mend : stays->mends)
        if (const auto line = text(lines.lineOf(estate, mend)); !line.isEmpty() && !mends.contains(line)) mends += line;
    if (mends.isEmpty())
        return Words::tr("Stays lost when what keeps it from its key now is mended, because %1").arg(because);
    return Words::tr("Stays lost, because %1, also after: %2").arg(because, mends.join(QStringLiteral("; ")));
}

QString whatHappens(const Estate &estate, const Impact::Effect &effect, const engine::CommandLines &lines)
{
    const auto *resource = estate.resource(effect.resource);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    const auto lost =
        effect.after.unreadable > effect.before.unreadable ? effect.after.unreadable - effect.before.unreadable : 0;
    QStringList out;
    if (const auto stays = staysLost(estate, effect, lines); !stays.isEmpty()) out += stays;
    if (effect.after.health == Health::Lost && effect.before.health != Health::Lost)
        out += capital(profile ? spokenOf(profile->onLoss) : Words::tr("it stops working"));
    if (lost > 0 && profile)
        out += Words::tr("%1 cannot be %2")
                   .arg(counted(lost, text(profile->words.piece)), spokenOf(profile->words.opened));
    if (!out.isEmpty()) return out.join(QStringLiteral("; "));
    if (!effect.worse())
        return effect.after.health == Health::Working ? Words::tr("Works again") : Words::tr("Gets better");
    return effect.after.reasons.empty() ? chipOf(effect.after.health).text
                                        : sentence(spoken(effect.after.reasons.front().what));
}

QString whenItHappens(const Impact::Effect &effect, Instant now)
{
    if (effect.after.health == Health::Lost || effect.after.unreadable > effect.before.unreadable)
        return Words::tr("at once");
    if (effect.after.lostAt) return relative(*effect.after.lostAt, now);
    return Words::tr("at once");
}

} // namespace

ImpactPreview::ImpactPreview(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_effects({{Words::tr("Resource"), 150},
                                                          {Words::tr("What happens"), 250, false, true},
                                                          {Words::tr("When"), 80},
                                                          {Words::tr("Recovers"), 160}}),
      m_access({{Words::tr("Who"), 150}, {Words::tr("Loses or gets"), 330, false, true}, {Words::tr("In"), 160}})
{
    connect(&workspace.feed(), &EstateFeed::moved, this, [this] { work(); });
}

ImpactPreview::~ImpactPreview() = default;

void ImpactPreview::ask(Command command)
{
    m_command = std::move(command);
    m_command->action = withFreshIds(std::move(m_command->action), m_workspace.random());
    m_command->overrideClaims = true; // what it does is the question, not whether it is allowed to hurt
    work();
}

void ImpactPreview::hold(bool on)
{
    m_held = on;
    if (on)
        m_tickets.next(); // an answer on its way is not of this estate any more
    else
        work();
}

void ImpactPreview::clear()
{
    m_tickets.next();
    m_command.reset();
    m_impact.reset();
    m_pending = false;
    m_refusal = {};
    m_headline = m_verdict = m_irreversible = m_undo = m_commandLine = m_subject = QString();
    m_claims.clear();
    m_effects.setRows({});
    m_access.setRows({});
    Q_EMIT changed();
}

void ImpactPreview::work()
{
    if (!m_command || m_held) return;
    m_pending = true;
    const auto ticket = m_tickets.next();
    m_workspace.background().run(
        Background::Lane::Compute, this,
        [moment = m_workspace.moment(), command = *m_command, actor = m_workspace.actor()] {
            return Answer{impactOf(*moment->estate, command, actor, moment->now), moment};
        },
        [this, ticket](Answer answer) {
            if (ticket == m_tickets.current()) show(std::move(answer));
        });
    Q_EMIT changed();
}

void ImpactPreview::show(Answer answer)
{
    m_pending = false;
    const auto &snapshot = *answer.moment->estate;
    const auto &lines = m_workspace.lines();
    m_headline = spoken(describe(snapshot, m_command->action));
    m_subject = text(subjectOf(snapshot, m_command->action));
    m_refusal = answer.impact ? Refusal{} : refusalOf(answer.impact.error());
    m_impact = answer.impact ? std::optional(std::move(*answer.impact)) : std::nullopt;
    m_irreversible = m_impact ? sentence(spoken(m_impact->irreversible)) : QString();
    m_undo = m_impact ? text(lines.undoOf(m_impact->undo)) : QString();
    m_commandLine = text(lines.lineOf(snapshot, m_command->action, m_impact && m_impact->takesAway));
    m_claims.clear();
    std::vector<ListRow> rows;
    std::size_t worse = 0, grave = 0;
    if (m_impact) {
        for (const auto &claim : m_impact->claims) m_claims += sentence(spoken(claim.what));
        std::ranges::stable_sort(m_impact->effects, std::greater{},
                                 [](const Impact::Effect &effect) { return effect.after.health; });
        for (const auto &effect : m_impact->effects) {
            worse += effect.worse();
            grave += effect.worse() &&
                     (effect.after.health >= Health::AtRisk || effect.after.unreadable > effect.before.unreadable);
            const auto chip = chipOf(effect.after.health);
            rows.push_back(
                {RecordId{effect.resource.bytes},
                 {{titleOf(snapshot, Target::of(effect.resource)), text(effect.name), chip.state},
                  {whatHappens(snapshot, effect, lines),
                   effect.after.reasons.empty() ? QString() : sentence(spoken(effect.after.reasons.front().what)),
                   {}},
                  {whenItHappens(effect, answer.moment->now), {}, {}},
                  {!effect.worse() || effect.after.health < Health::AtRisk ? QStringLiteral("–")
                   : m_undo.isEmpty()                                      ? Words::tr("cannot be undone")
                                                                           : Words::tr("at once when undone"),
                   m_undo,
                   {},
                   false,
                   true}},
                 Target::of(effect.resource),
                 {},
                 {}});
        }
    }
    m_effects.setRows(std::move(rows));
    showAccess(m_impact ? *m_impact : Impact{});
    if (!m_impact)
        m_verdict.clear();
    else if (worse > 0 && grave == 0)
        m_verdict = Words::tr("%Ln resources get a warning", nullptr, countOf(worse));
    else if (worse > 0)
        m_verdict = Words::tr("%Ln resources lose access or are at risk", nullptr, countOf(worse));
    else if (!m_impact->claims.empty())
        m_verdict = Words::tr("Still needed by what is listed here");
    else if (m_effects.rowCount() > 0)
        m_verdict = Words::tr("%Ln resources work again or get better", nullptr, m_effects.rowCount());
    else
        m_verdict = Words::tr("Nothing in use loses access");
    Q_EMIT changed();
}

/// Those who lose something first; not more than can be read, and how many there are beyond.
void ImpactPreview::showAccess(const Impact &impact)
{
    constexpr std::size_t most = 40;
    auto all = impact.access;
    std::ranges::stable_sort(all, {}, [](const AccessDifference &one) { return one.lost.empty(); });
    std::vector<ListRow> rows;
    for (const auto &one : all) {
        if (rows.size() == most) {
            rows.push_back({rowIdOf("more"),
                            {{Words::tr("%Ln more", nullptr, countOf(all.size() - most)), {}, {}, false, true}},
                            {},
                            {},
                            {}});
            break;
        }
        QStringList what;
        if (!one.lost.empty()) what += Words::tr("Loses %1").arg(spaced(one.lost));
        if (!one.gained.empty()) what += Words::tr("Gets %1").arg(spaced(one.gained));
        rows.push_back({rowIdOf(one.principal.text() + one.place),
                        {{text(one.name), {}, {}, false, false, true},
                         {what.join(QStringLiteral("; ")), {}, {}},
                         {text(one.place), {}, {}}},
                        {},
                        {},
                        {}});
    }
    m_access.setRows(std::move(rows));
}

} // namespace keyward::models
