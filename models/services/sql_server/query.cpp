// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/sql_server/query.h"

#include "models/language.h"
#include "models/service_parts.h"
#include "models/services/sql_server/targets.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlQuery)
};

QString timeText(Millis took)
{
    const auto seconds = static_cast<double>(took.count()) / 1000;
    return took < std::chrono::minutes(1) ? Words::tr("%1 s").arg(spokenLocale().toString(seconds, 'f', 2))
                                          : duration(took);
}

} // namespace

TypedQueries &TypedQueries::in(Workspace &workspace)
{
    if (auto *there = workspace.findChild<TypedQueries *>(Qt::FindDirectChildrenOnly)) return *there;
    return *new TypedQueries(&workspace);
}

QueryPresenter::QueryPresenter(Workspace &workspace, const Target &target)
    : Presenter(workspace, target), m_state(add<CalloutsPart>(QStringLiteral("state"))),
      m_line(std::make_shared<Line>())
{
    m_line->workplace = workspace.workplace();
    constexpr auto often = std::chrono::milliseconds(200);
    m_clock.setInterval(often);
    connect(&m_clock, &QTimer::timeout, this, &QueryPresenter::changed);
    start();
}

QueryPresenter::~QueryPresenter()
{
    cancel();
    hangUp();
}

QString QueryPresenter::text() const
{
    const auto &all = TypedQueries::in(workspace()).of;
    const auto found = all.find(target().id);
    return found == all.end() ? QString() : found->second;
}

void QueryPresenter::setText(const QString &text)
{
    auto &there = TypedQueries::in(workspace()).of[target().id];
    const bool was = there.trimmed().isEmpty();
    there = text;
    if (was != text.trimmed().isEmpty()) Q_EMIT changed();
}

QString QueryPresenter::blocker() const
{
    if (m_running) return Words::tr("It is being run.");
    const auto id = databaseIdOf(target());
    if (!estate().database(id)) return Words::tr("The database is gone.");
    if (const auto may = mayBeOpened(estate(), id); !may) return refusalOf(may.error()).reason;
    return text().trimmed().isEmpty() ? Words::tr("Write what to ask.") : QString();
}

void QueryPresenter::run()
{
    if (!blocker().isEmpty()) return;
    m_running = true;
    m_ended.clear();
    m_failure = {};
    m_line->cancelled = false;
    m_since.start();
    m_clock.start();
    update(*workspace().moment());
    workspace().background().run(
        Background::Lane::Jobs, this,
        [line = m_line, id = databaseIdOf(target()), sql = utf8(text())] { return ask(*line, id, sql); },
        [this](const Answer &answer) { show(answer); });
    Q_EMIT changed();
}

void QueryPresenter::cancel()
{
    m_line->cancelled = true;
    if (const auto open = m_line->connection()) open->interrupt();
    if (m_running) Q_EMIT changed();
}

Result<std::shared_ptr<engine::SqlConnection>> QueryPresenter::connected(Line &line, const DatabaseId &id)
{
    KEYWARD_TRY(auto made, serversOf(*line.workplace).connect(id));
    std::shared_ptr<engine::SqlConnection> open = std::move(made);
    const std::lock_guard lock(line.mutex);
    line.open = open;
    return open;
}

QueryPresenter::Answer QueryPresenter::ask(Line &line, const DatabaseId &id, const std::string &sql)
{
    QElapsedTimer timer;
    timer.start();
    Answer out;
    const auto query = [&](engine::SqlConnection &open) {
        return open.query(sql, {.goOn = [&line] { return !line.cancelled; }});
    };
    auto open = line.connection();
    const bool kept = open && open->isOpen();
    const auto first = kept ? Result<std::shared_ptr<engine::SqlConnection>>(open) : connected(line, id);
    auto rows = first ? query(**first) : Result<engine::SqlRows>(std::unexpected(first.error()));
    // Another program wrote its pages anew since: nothing of the query was run.
    if (!rows && kept && rows.error().code == Code::Busy && !line.cancelled) {
        const auto again = connected(line, id);
        out.reconnected = true;
        rows = again ? query(**again) : Result<engine::SqlRows>(std::unexpected(again.error()));
    }
    out.took = Millis(timer.elapsed());
    if (rows)
        out.rows = std::make_shared<const engine::SqlRows>(*std::move(rows));
    else
        out.error = rows.error();
    return out;
}

void QueryPresenter::show(const Answer &answer)
{
    m_running = false;
    m_clock.stop();
    m_last = answer;
    m_failure = answer.error ? refusalOf(*answer.error) : Refusal{};
    auto *const former = m_result;
    m_result = answer.rows && !answer.rows->columns.empty() ? new ResultTable(answer.rows, this) : nullptr;
    Q_EMIT answered(); // a view lets go of the former one by then
    delete former;
    update(*workspace().moment());
    Q_EMIT changed();
}

QString QueryPresenter::summary() const
{
    if (m_running) {
        const auto since = timeText(Millis(m_since.elapsed()));
        return cancelling() ? Words::tr("Cancelling, %1", "how long it ran").arg(since)
                            : Words::tr("Running, %1", "for how long").arg(since);
    }
    if (!m_last) return {};
    const auto took = timeText(m_last->took);
    if (m_last->error)
        return m_last->error->code == Code::Cancelled ? Words::tr("Cancelled after %1; nothing was changed").arg(took)
                                                      : Words::tr("Refused after %1; nothing was changed").arg(took);
    const auto &rows = *m_last->rows;
    QStringList parts;
    if (!rows.columns.empty()) parts += Words::tr("%Ln rows", nullptr, countOf(rows.rows.size()));
    if (rows.columns.empty() || rows.changed > 0)
        parts += Words::tr("%Ln rows changed", nullptr, countOf(rows.changed));
    return Words::tr("%1 in %2", "rows, time").arg(parts.join(QStringLiteral(", ")), took);
}

void QueryPresenter::update(const engine::Published &moment)
{
    const auto &estate = *moment.estate;
    const auto &database = *estate.database(databaseIdOf(target()));
    const auto state = stateOf(estate, database);
    const auto open = m_line->connection();
    const bool isReplica = database.replication.has_value();
    if (open && !m_running && (state != DatabaseState::Online || !open->isOpen())) {
        hangUp();
        m_ended = state == DatabaseState::Inaccessible ? Words::tr("Its server could not use its key for a while.")
                  : state == DatabaseState::Dropped    ? Words::tr("It was dropped, and recovered.")
                  : state == DatabaseState::RegionOut  ? Words::tr("Its region was out for a while.")
                  : isReplica != m_wasReplica          ? Words::tr("A replica took its primary's place.")
                                                       : Words::tr("Its pages were written anew.");
    }
    m_wasReplica = isReplica;
    if (state != DatabaseState::Online && m_last && m_last->error &&
        (m_last->error->code == Code::DatabaseInaccessible || m_last->error->code == Code::DatabaseDropped))
        m_failure = {}; // it is said below, with what mends it
    std::vector<CalloutsPart::Callout> callouts;
    if (state == DatabaseState::Inaccessible) {
        callouts = lossCallouts(moment, *estate.resource(database.server), QStringLiteral("database.check"));
        if (!m_ended.isEmpty() && !callouts.empty())
            callouts.front().text =
                Words::tr("The connection ended. %1", "a sentence without its full stop").arg(callouts.front().text);
    } else if (state == DatabaseState::RegionOut) {
        callouts = {{.state = State::Lost,
                     .text = Words::tr("The region of its server is out: it cannot be asked"),
                     .detail = Words::tr("A replica elsewhere can be asked, and can become the primary.")}};
    } else if (state == DatabaseState::Dropped) {
        callouts = {{.state = State::Warning,
                     .text = Words::tr("Dropped: it cannot be asked"),
                     .detail = Words::tr("It can be recovered until %1.").arg(dateAndTime(database.dropped->goneAt)),
                     .button = Words::tr("Recover"),
                     .action = QStringLiteral("database.recover")}};
    } else if (!m_ended.isEmpty()) {
        callouts = {{.state = State::Neutral,
                     .text = Words::tr("The connection ended"),
                     .detail = Words::tr("%1 The next query connects again.", "a sentence").arg(m_ended)}};
    }
    m_state->set(std::move(callouts));
    Q_EMIT changed();
}

void QueryPresenter::hangUp()
{
    std::shared_ptr<engine::SqlConnection> open;
    {
        const std::lock_guard lock(m_line->mutex);
        open = std::exchange(m_line->open, nullptr);
    }
    if (!open) return;
    workspace().background().run(
        Background::Lane::Jobs, &workspace(),
        [open = std::move(open), workplace = m_line->workplace]() mutable {
            open.reset();
            return true;
        },
        [](bool) {});
}

namespace {

const Blade queryBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("database.query"),
            .title = Words::tr("Query"),
            .icon = QStringLiteral("document-preview"),
            .scope = databaseScope,
            .order = 10,
            .make = makePresenter<QueryPresenter>};
});

} // namespace
} // namespace keyward::models
