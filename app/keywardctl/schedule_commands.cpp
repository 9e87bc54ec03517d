// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/listing.h"

#include "backend/engine/api/schedules.h"
#include "backend/estate/coming.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

/// Runs what is due now. Says what could not be done, and why things wait.
Status run(Invocation &invocation)
{
    KEYWARD_TRY(auto *acting, invocation.acting());
    const auto outcome =
        withProgress(invocation, "Running", [&](const auto &progress) { return acting->schedules().run(progress); });
    auto &out = invocation.out();
    QJsonArray done, failures;
    for (const auto &line : outcome.done) {
        out.line(line);
        done.append(reports::text(line));
    }
    const auto clock = acting->administration().facts().clock;
    if (clock.behind) // this process has only just begun to measure time by itself; a window has been at it for longer
        out.note("The clock " + clock.text() +
                 ". Until it gets there, runs like this one find nothing new due, and what "
                 "destroys data waits. If the clock is right, give up the later time: keywardctl clock accept");
    if (clock.ahead) out.note("The clock " + clock.text() + ". What destroys data waits: keywardctl clock show");
    if (outcome.elsewhere)
        out.line("Another process is carrying out what is due.");
    else if (outcome.done.empty() && outcome.failed.empty())
        out.line("Nothing was due.");
    for (const auto &failure : outcome.failed) failures.append(reports::view(failure));
    out.document(QJsonObject{{QLatin1String("done"), done},
                             {QLatin1String("failed"), static_cast<qint64>(outcome.failed.size())},
                             {QLatin1String("failures"), failures},
                             {QLatin1String("elsewhere"), outcome.elsewhere},
                             {QLatin1String("clock"), reports::text(clock.text())}});
    if (outcome.failed.empty()) return {};
    for (std::size_t i = 0; i + 1 < outcome.failed.size(); ++i) out.trouble(outcome.failed[i]);
    return std::unexpected(outcome.failed.back());
}

/// What time alone will bring.
Status coming(Invocation &invocation, const std::string &within)
{
    KEYWARD_TRY(const auto length, parseDuration(within));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    Listing listing({"WHEN", "USED", "WHAT"}, Listing::Order::AsAdded);
    for (const auto &one : comingUp(*snapshot, now, now + length)) {
        listing.add({isoText(one.at), one.used ? "in use" : "-", one.text()},
                    QJsonObject{{QLatin1String("at"), reports::text(isoText(one.at))},
                                {QLatin1String("code"), reports::text(codeName(one.what.code))},
                                {QLatin1String("object"), reports::text(one.what.target)},
                                {QLatin1String("inUse"), one.used},
                                {QLatin1String("text"), reports::text(one.text())},
                                {QLatin1String("remedy"), reports::text(remedy(one.what))}});
    }
    return listing.tell(invocation, "Time brings nothing within " + humanDuration(length) + ".");
}

} // namespace

void addScheduleCommands(Commands &commands)
{
    auto *group = commands.group("schedule", "What runs by itself");
    commands.act(group, "run",
                 "Run what is due now; for a timer of the system (an agent and an open window do it every minute)",
                 "it carries out whatever is due", run);
    auto within = options<std::string>("90d");
    commands
        .reads(group, "coming", "What time will bring: keys and secrets that expire, retentions that end",
               [within](Invocation &s) { return coming(s, *within); })
        ->add_option("--within", *within, "A length of time from now; default: 90 days");
}

} // namespace keyward::ctl
