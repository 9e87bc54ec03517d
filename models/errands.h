// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/workplace.h"
#include "models/background.h"
#include "models/notifications.h"

#include <QAbstractListModel>
#include <QTimer>

#include <atomic>

namespace keyward::models {

/// What a long piece of work ends with.
struct Outcome {
    QString sentence = {}; ///< Backed up 1,204 files of /home/ada
    QString detail = {};
    std::optional<Target> target = {}; ///< what it made
    QString file = {};                 ///< what it wrote
    bool open = false;                 ///< … and is to be shown now
    State state = State::Working;
    std::vector<estate::Action> undo = {}; ///< takes all of it back, one after the other
    /// What the log has of it, and what takes that back, while its subject is as it was then.
    struct Entry {
        std::uint64_t number = 0;
        estate::Action undo;
        estate::Reference about;
        Bytes then;
    };
    std::vector<Entry> entries = {};
};
using Errand = std::function<Result<Outcome>(engine::Workplace &, const engine::ProgressCallback &)>;

/// What lasts: runs beside the window, says how far it is, can be cancelled.
class Errands final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ProgressRole = Qt::UserRole, TargetRole };
    Errands(engine::WorkplacePtr workplace, Background &background, QObject *parent = nullptr);

    /// 'ended' is called on this thread with the outcome.
    quint64 start(const QString &title, const Target &about, Errand work,
                  std::function<void(const Result<Outcome> &)> ended);
    void cancel(quint64 number);
    void cancelAll();
    bool running() const { return !m_running.empty(); }
    quint64 numberAt(int row) const { return m_running[static_cast<std::size_t>(row)]->number; }
    QString progressText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_running.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void changed();                                  ///< something started, ended or went on
    void over(const keyward::models::Target &about); ///< a piece of work about it, however it ended

private:
    struct Running {
        quint64 number = 0;
        QString title;
        Target about;
        std::atomic<std::uint64_t> bytes{0};
        std::atomic<std::uint64_t> files{0};
        std::atomic<bool> cancelled{false};
    };
    void ended(quint64 number);

    engine::WorkplacePtr m_workplace;
    Background &m_background;
    std::vector<std::shared_ptr<Running>> m_running;
    quint64 m_last = 0;
    QTimer *m_refresh;
};

} // namespace keyward::models
