// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/estate_feed.h"

namespace keyward::models {

namespace {

constexpr int pollEveryMs = 2000;

} // namespace

EstateFeed::EstateFeed(engine::WorkplacePtr workplace, Background &background, QObject *parent)
    : QObject(parent), m_workplace(std::move(workplace)), m_background(background)
{
    m_subscription.emplace(m_workplace->console().listen([this](const engine::EstatePtr &) {
        if (!m_rung.exchange(true)) QMetaObject::invokeMethod(this, [this] { look(); }, Qt::QueuedConnection);
    }));
    connect(&m_poll, &QTimer::timeout, this, [this] { poll(); });
    m_poll.start(pollEveryMs);
    look();
}

EstateFeed::~EstateFeed() = default;

void EstateFeed::look()
{
    m_rung = false;
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    ++m_looks;
    m_background.run(
        Background::Lane::Feed, this,
        [workplace = m_workplace] {
            return std::make_shared<const engine::Published>(workplace->console().published());
        },
        [this](Moment next) {
            m_looking = false;
            take(std::move(next));
            auto waiting = std::exchange(m_waiting, {});
            for (auto &one : waiting) {
                if (one.look > m_looks)
                    m_waiting.push_back(std::move(one));
                else if (one.receiver)
                    one.caughtUp();
            }
            if (std::exchange(m_again, false)) look();
        });
}

void EstateFeed::catchUp(QObject *receiver, std::function<void()> caughtUp)
{
    m_waiting.push_back({m_looks + 1, receiver, std::move(caughtUp)}); // a look that has begun may have missed it
    look();
}

void EstateFeed::take(Moment next)
{
    const auto before = std::exchange(m_moment, std::move(next));
    if (before && before->estate == m_moment->estate && before->assessment.bindings == m_moment->assessment.bindings) {
        Q_EMIT ticked();
        return;
    }
    Q_EMIT moved(before, m_moment);
}

/// What other processes wrote, and what time alone changed.
void EstateFeed::poll()
{
    if (m_polling) return;
    m_polling = true;
    m_background.run(
        Background::Lane::Feed, this,
        [workplace = m_workplace] {
            (void)workplace->console().refresh(); // a store that cannot be read now is looked at again
            return std::make_shared<const engine::Published>(workplace->console().published());
        },
        [this](Moment next) {
            m_polling = false;
            take(std::move(next));
        });
}

} // namespace keyward::models
