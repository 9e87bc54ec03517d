// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/workplace.h"
#include "models/background.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <atomic>

namespace keyward::models {

using Moment = std::shared_ptr<const engine::Published>;

/// Brings each new snapshot to the window's thread, from this process and from others. Snapshots that follow each other
/// faster than the window can draw are taken together.
class EstateFeed final : public QObject
{
    Q_OBJECT
public:
    EstateFeed(engine::WorkplacePtr workplace, Background &background, QObject *parent = nullptr);
    ~EstateFeed() override;

    bool ready() const { return m_moment != nullptr; }
    const Moment &moment() const { return m_moment; } ///< set before anything is shown
    const estate::Estate &estate() const { return *m_moment->estate; }

    /// Looks again, and calls back when what stands in the store now was taken over.
    void catchUp(QObject *receiver, std::function<void()> caughtUp);

Q_SIGNALS:
    void moved(const keyward::models::Moment &before,
               const keyward::models::Moment &after); ///< before: null the first time
    void ticked();                                    ///< time passed, nothing else

private:
    void look();
    void take(Moment next);
    void poll();

    engine::WorkplacePtr m_workplace;
    Background &m_background;
    Moment m_moment;
    std::atomic<bool> m_rung{false}; ///< by whoever changed the estate, on their thread
    std::optional<engine::Listening> m_subscription;
    struct Waiting {
        quint64 look;
        QPointer<QObject> receiver;
        std::function<void()> caughtUp;
    };
    std::vector<Waiting> m_waiting;
    quint64 m_looks = 0; ///< begun so far
    bool m_looking = false;
    bool m_again = false;
    bool m_polling = false;
    QTimer m_poll;
};

} // namespace keyward::models
