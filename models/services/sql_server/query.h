// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presenter.h"
#include "models/services/sql_server/result_table.h"
#include "models/text.h"

#include <QElapsedTimer>

#include <atomic>
#include <map>
#include <mutex>

namespace keyward::models {

/// What was typed for each database, until the keystore is closed: leaving a page loses nothing. Only in memory.
class TypedQueries final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static TypedQueries &in(Workspace &workspace);
    std::map<RecordId, QString> of;
};

/// Asks a database. What is asked and what is found stay here: neither reaches the log, the settings or a notice. The
/// connection stays between queries and is closed with the page; it ends when the server loses access to its key, and
/// the next query makes another.
class QueryPresenter final : public Presenter
{
    Q_OBJECT
public:
    QueryPresenter(Workspace &workspace, const Target &target);
    ~QueryPresenter() override;

    QString text() const; ///< as it was left, while the keystore is open
    void setText(const QString &text);
    QString blocker() const; ///< why it cannot be run now; empty: it can
    void run();
    bool running() const { return m_running; }
    void cancel();
    bool cancelling() const { return m_running && m_line->cancelled; }

    ResultTable *result() const { return m_result; } ///< of the last query that found something; null: none
    QString summary() const;                         ///< 312 rows in 0.04 s; while it runs, for how long
    const Refusal &failure() const { return m_failure; }

Q_SIGNALS:
    void changed();
    void answered(); ///< there is another result, or none

protected:
    void update(const engine::Published &moment) override;

private:
    /// What the page and the thread that asks share.
    struct Line {
        engine::WorkplacePtr workplace; ///< outlives the connection
        std::mutex mutex;               ///< over what follows
        std::shared_ptr<engine::SqlConnection> open;
        std::atomic<bool> cancelled{false};

        std::shared_ptr<engine::SqlConnection> connection()
        {
            const std::lock_guard lock(mutex);
            return open;
        }
    };
    using LinePtr = std::shared_ptr<Line>;
    struct Answer {
        std::shared_ptr<const engine::SqlRows> rows; ///< null: it failed
        std::optional<Error> error;
        Millis took{};
        bool reconnected = false;
    };
    static Answer ask(Line &line, const estate::DatabaseId &id, const std::string &sql);
    static Result<std::shared_ptr<engine::SqlConnection>> connected(Line &line, const estate::DatabaseId &id);
    void show(const Answer &answer);
    void hangUp(); ///< closing writes what is left to write: beside the window

    CalloutsPart *m_state;
    LinePtr m_line;
    bool m_running = false;
    bool m_wasReplica = false; ///< when it was last looked at
    QString m_ended;           ///< why the connection did, by somebody else; empty: it did not
    QElapsedTimer m_since;
    QTimer m_clock;
    ResultTable *m_result = nullptr;
    std::optional<Answer> m_last;
    Refusal m_failure;
};

} // namespace keyward::models
