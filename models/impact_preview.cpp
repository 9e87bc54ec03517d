// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/impact_preview.h"

#include "backend/estate/describe.h"
#include "backend/estate/fresh_ids.h"

#include <algorithm>
#include <QCoreApplication>
#include <QRegularExpression>

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

/// What is typed to confirm: of a version the name of its key, as nobody types 32 digits.
QString typedName(const std::string &subject)
{
    static const QRegularExpression version(QStringLiteral("^([^/]+/[^/]+)/[0-9a-f]{32}$"));
    return text(subject).replace(version, QStringLiteral("\\1"));
}

QString whatHappens(const Estate &estate, const Impact::Effect &effect, const engine::CommandLines &lines)
{
    const auto *resource = estate.resource(effect.resource);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    const auto more = [](std::uint64_t after, std::uint64_t before) { return after > before ? after - before : 0; };
    QStringList out;
    const auto lose = [&](std::uint64_t lost, const std::string &piece, const std::string &opened) {
        if (lost > 0)
            out += Words::tr("%1 cannot be %2", "recovery points, restored; behind a semicolon")
                       .arg(counted(lost, text(piece)), spokenOf(opened));
    };
    if (const auto stays = staysLost(estate, effect, lines); !stays.isEmpty()) out += stays;
    const bool outage = std::ranges::any_of(effect.added, [](const Reason &reason) {
        return std::ranges::contains(reason.obstacles, Obstacle::Kind::RegionOut, &Obstacle::kind);
    });
    if (effect.after.health == Health::Lost && effect.before.health != Health::Lost) // nothing is dropped for an outage
        out += capital(profile && !outage ? spokenOf(profile->onLoss) : Words::tr("it stops working"));
    if (profile) {
        const auto &words = profile->words;
        const auto &after = effect.after, &before = effect.before;
        lose(more(after.unreadable - after.unreadableKept, before.unreadable - before.unreadableKept), words.piece,
             words.opened);
        lose(more(after.unreadableKept, before.unreadableKept), words.kept, words.keptOpened);
    }
    if (!out.isEmpty()) return capital(out.join(QStringLiteral("; ")));
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
      m_access({{Words::tr("Who"), 150}, {Words::tr("Loses or gets"), 330, false, true}, {Words::tr("In"), 160}}),
      m_refused({{Words::tr("Left out"), 220}, {Words::tr("Why"), 420, false, true}})
{
    connect(&workspace.feed(), &EstateFeed::moved, this, [this] { work(); });
}

ImpactPreview::~ImpactPreview() = default;

void ImpactPreview::ask(std::vector<Action> actions, std::vector<LeftOut> leftOut)
{
    m_commands.clear();
    m_each.clear();
    m_leftOut = std::move(leftOut);
    for (auto &action : actions) // what it does is the question, not whether it is allowed to hurt
        m_commands.push_back({.action = withFreshIds(std::move(action), m_workspace.random()), .overrideClaims = true});
    work();
}

std::vector<Command> ImpactPreview::doable() const
{
    std::vector<Command> out;
    for (std::size_t i = 0; i < m_each.size(); ++i)
        if (!m_each[i].refused) out.push_back({.action = m_commands[i].action, .overrideClaims = m_each[i].takesAway});
    return out;
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
    m_commands.clear();
    m_each.clear();
    m_leftOut.clear();
    m_impact.reset();
    m_pending = false;
    m_refusal = {};
    m_headline = m_verdict = m_irreversible = m_undo = m_commandLine = m_subject = QString();
    m_claims.clear();
    for (auto *table : {&m_effects, &m_access, &m_refused}) table->setRows({});
    Q_EMIT changed();
}

void ImpactPreview::work()
{
    if (m_commands.empty() || m_held) return;
    m_pending = true;
    const auto ticket = m_tickets.next();
    m_workspace.background().run(
        Background::Lane::Compute, this,
        [moment = m_workspace.moment(), commands = m_commands, actor = m_workspace.actor()] {
            return Answer{commonImpact(*moment->estate, commands, actor, moment->now), moment};
        },
        [this, ticket](Answer answer) {
            if (ticket == m_tickets.current()) show(std::move(answer));
        });
    Q_EMIT changed();
}

void ImpactPreview::show(Answer answer)
{
    m_pending = false;
    auto &[common, moment] = answer;
    const auto &snapshot = *moment->estate;
    m_each = common.each;
    const bool nothing = std::ranges::all_of(m_each, [](const auto &one) { return one.refused.has_value(); });
    m_refusal = nothing ? refusalOf(*m_each.front().refused) : Refusal{};
    m_impact = nothing ? std::nullopt : std::optional(common.impact);
    showDeeds(common, snapshot);
    showRefused(snapshot);
    m_irreversible = m_impact ? sentence(spoken(m_impact->irreversible)) : QString();
    m_claims.clear();
    for (const auto &claim : summed(snapshot, common.impact.claims)) m_claims += sentence(spoken(claim.what));
    if (several())
        for (const auto &held : common.impact.stillHeldBy) m_claims += Words::tr("Still held by %1").arg(text(held));
    showEffects(common.impact, answer);
    showAccess(common.impact);
    Q_EMIT changed();
}

/// What is done, its lines, and what takes it back; of many the first, and how many there are beyond.
void ImpactPreview::showDeeds(const CommonImpact &common, const Estate &estate)
{
    constexpr std::size_t most = 6, mostLines = 10;
    const auto &lines = m_workspace.lines();
    const auto count = static_cast<std::size_t>(
        std::ranges::count_if(m_each, [](const CommonImpact::Each &one) { return !one.refused; }));
    QStringList deeds, told;
    Estate then = estate;
    for (std::size_t i = 0; i < m_commands.size() && static_cast<std::size_t>(told.size()) < mostLines; ++i) {
        if (several() && m_each[i].refused) continue;
        const auto &action = m_commands[i].action;
        if (static_cast<std::size_t>(deeds.size()) < most) deeds += spoken(describe(then, action));
        told += text(lines.lineOf(then, action, m_each[i].takesAway));
        if (several()) then = afterwards(then, action); // as each is worded on what the former ones leave
    }
    m_subject = several() ? number(count) : typedName(subjectOf(estate, m_commands.front().action));
    m_commandLine = count > mostLines || told.contains(QString()) ? QString() : told.join(QStringLiteral("; "));
    if (count > most) deeds += Words::tr("and %Ln more", nullptr, countOf(count - most));
    m_headline = deeds.join(QLatin1Char('\n'));
    m_undo = several() ? QString() : text(lines.undoOf(common.impact.undo));
    if (several() && !common.undo.empty()) m_undo = Words::tr("a button for it is in the notice that it is done");
}

void ImpactPreview::showRefused(const Estate &estate)
{
    std::vector<ListRow> rows;
    const auto add = [&](const QString &what, const Refusal &why) {
        rows.push_back({rowIdOf(std::to_string(rows.size())),
                        {{what, {}, {}, false, false, true}, {why.reason, why.remedy, {}}},
                        {},
                        {},
                        {}});
    };
    for (const auto &one : m_leftOut) add(one.what, one.why);
    for (std::size_t i = 0; several() && i < m_each.size(); ++i)
        if (m_each[i].refused) add(text(subjectOf(estate, m_commands[i].action)), refusalOf(*m_each[i].refused));
    m_refused.setRows(std::move(rows));
}

void ImpactPreview::showEffects(Impact &impact, const Answer &answer)
{
    const auto &snapshot = *answer.moment->estate;
    const bool undone = !answer.common.undo.empty();
    std::vector<ListRow> rows;
    std::size_t worse = 0, grave = 0;
    std::ranges::stable_sort(impact.effects, std::greater{},
                             [](const Impact::Effect &effect) { return effect.after.health; });
    for (const auto &effect : impact.effects) {
        worse += effect.worse();
        grave += effect.worse() &&
                 (effect.after.health >= Health::AtRisk || effect.after.unreadable > effect.before.unreadable);
        const auto chip = chipOf(effect.after.health);
        rows.push_back(
            {RecordId{effect.resource.bytes},
             {{titleOf(snapshot, Target::of(effect.resource)), text(effect.name), chip.state},
              {whatHappens(snapshot, effect, m_workspace.lines()),
               effect.after.reasons.empty() ? QString() : sentence(spoken(effect.after.reasons.front().what)),
               {}},
              {whenItHappens(effect, answer.moment->now), {}, {}},
              {!effect.worse() || effect.after.health < Health::AtRisk ? QStringLiteral("–")
               : undone                                                ? Words::tr("at once when undone")
                                                                       : Words::tr("cannot be undone"),
               m_undo,
               {},
               false,
               true}},
             Target::of(effect.resource),
             {},
             {}});
    }
    m_effects.setRows(std::move(rows));
    if (!m_impact)
        m_verdict.clear();
    else if (worse > 0 && grave == 0)
        m_verdict = Words::tr("%Ln resources get a warning", nullptr, countOf(worse));
    else if (worse > 0)
        m_verdict = Words::tr("%Ln resources lose access or are at risk", nullptr, countOf(worse));
    else if (!impact.claims.empty())
        m_verdict = Words::tr("Still needed by what is listed here");
    else if (m_effects.rowCount() > 0)
        m_verdict = Words::tr("%Ln resources work again or get better", nullptr, m_effects.rowCount());
    else
        m_verdict = Words::tr("Nothing in use loses access");
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
