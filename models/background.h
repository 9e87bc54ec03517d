// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <QThreadPool>

#include <array>

namespace keyward::models {

/// Threads beside the window's. A result comes back on the receiver's thread through a watcher that the receiver owns;
/// if the receiver is gone, nobody is told.
class Background
{
public:
    enum class Lane {
        Compute, ///< pure functions over snapshots
        Feed,    ///< looks for what changed in the store
        Store,   ///< commands, one after the other
        Jobs,    ///< whatever lasts
        Waits,   ///< for others to say something; keeps nobody from work
    };
    Background();
    ~Background();     ///< waits for what runs
    bool idle() const; ///< nothing runs whose answer somebody waits for; answers may be on their way

    template <class Work, class Then> void run(Lane lane, QObject *receiver, Work work, Then then)
    {
        using T = std::invoke_result_t<Work>;
        auto *watcher = new QFutureWatcher<T>(receiver);
        QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            then(watcher->future().takeResult());
        });
        watcher->setFuture(QtConcurrent::run(&m_lanes[static_cast<std::size_t>(lane)], std::move(work)));
    }

private:
    std::array<QThreadPool, 5> m_lanes;
};

/// Numbers requests so that an answer that was overtaken can be told: `if (ticket != m_latest.current()) return;`
class Tickets
{
public:
    quint64 next() { return ++m_current; }
    quint64 current() const { return m_current; }

private:
    quint64 m_current = 0;
};

} // namespace keyward::models
