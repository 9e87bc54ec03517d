// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/many.h"

#include "backend/estate/describe.h"
#include "backend/estate/fresh_ids.h"
#include "backend/estate/records.h"
#include "backend/estate/row.h"
#include "backend/estate/told.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Many)
};

/// Others may have written since, so it is looked for among the newest.
std::uint64_t entryOf(const engine::Workplace &workplace, std::string_view name, const estate::Reference &about,
                      const estate::Actor &actor)
{
    constexpr std::size_t among = 20;
    const auto newest = workplace.log().newest(among, 0);
    if (!newest) return 0;
    for (const auto &entry : *newest)
        if (entry.operation == name && entry.principal == actor.name && entry.subjectId == about &&
            entry.result == engine::AuditEntry::Result::Success)
            return entry.sequence;
    return 0;
}

struct Tally {
    std::size_t done = 0;
    bool undoable = true, cancelled = false;
    QStringList refused;
    Outcome outcome;
};

void sayHowItEnded(Tally &tally, const QString &title, std::size_t all)
{
    constexpr qsizetype most = 5;
    auto &out = tally.outcome;
    auto detail = tally.refused.mid(0, most);
    if (tally.refused.size() > most)
        detail += Words::tr("and %Ln more", nullptr, static_cast<int>(tally.refused.size() - most));
    out.detail = detail.join(QLatin1Char('\n'));
    if (!tally.undoable) out.undo.clear();
    out.state = tally.refused.isEmpty() && !tally.cancelled ? State::Working
                : tally.done > 0                            ? State::AtRisk
                                                            : State::Lost;
    const auto done = number(tally.done), of = number(all);
    out.sentence = tally.cancelled     ? Words::tr("Cancelled: %1, %2 of %3 done.", "an action").arg(title, done, of)
                   : tally.done == all ? Words::tr("Done: %1, %Ln times.", "an action", countOf(all)).arg(title)
                                       : Words::tr("%1: %2 of %3 done.", "an action").arg(title, done, of);
}

} // namespace

Bytes stateOfSubject(const estate::Estate &estate, const estate::Reference &about)
{
    return estate::holds(estate, about) ? estate::encode(estate, {about.kind, about.id}) : Bytes{};
}

Executed executeNow(engine::Workplace &workplace, const estate::Command &command, const estate::Actor &actor)
{
    const auto before = workplace.console().snapshot();
    auto told = estate::told(*before, command.action);
    const auto about = estate::factsOf(*before, command.action).about;
    Executed out{.estate = workplace.console().execute(command, actor), .deed = std::move(told.sentence)};
    if (!out.estate || !told.undo) return out;
    out.undo = told.undo->action;
    if (!about) return out;
    if (const auto number = entryOf(workplace, estate::operationName(command.action), *about, actor))
        out.entry = Outcome::Entry{
            .number = number, .undo = *out.undo, .about = *about, .then = stateOfSubject(**out.estate, *about)};
    return out;
}

Errand oneAfterTheOther(const QString &title, std::vector<estate::Command> commands, std::size_t leftOut,
                        const estate::Actor &actor)
{
    return [title, commands = std::move(commands), leftOut,
            actor](engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
        Tally tally;
        std::vector<estate::Reference> uncertain; ///< about which something was refused
        for (const auto &given : commands) {
            if (!progress({.bytes = 0, .files = tally.done})) {
                tally.cancelled = true;
                break;
            }
            const estate::Command command{.action = estate::withFreshIds(given.action, workplace.random()),
                                          .overrideClaims = given.overrideClaims};
            const auto before = workplace.console().snapshot();
            const auto about = estate::factsOf(*before, command.action).about;
            if (about && std::ranges::contains(uncertain, *about)) {
                tally.refused += Words::tr("%1: not tried, as the one before it was refused")
                                     .arg(spoken(estate::describe(*before, command.action)));
                continue;
            }
            auto one = executeNow(workplace, command, actor);
            if (!one.estate) {
                tally.refused += Words::tr("%1: %2", "a deed, why it was refused")
                                     .arg(spoken(one.deed), refusalOf(one.estate.error()).reason);
                if (about) uncertain.push_back(*about);
                continue;
            }
            ++tally.done;
            tally.undoable = tally.undoable && one.undo;
            if (one.undo) tally.outcome.undo.insert(tally.outcome.undo.begin(), *one.undo);
            if (one.entry) tally.outcome.entries.push_back(*std::move(one.entry));
        }
        sayHowItEnded(tally, title, commands.size() + leftOut);
        return std::move(tally.outcome);
    };
}

} // namespace keyward::models
