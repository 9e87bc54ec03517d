// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/command_lines.h"
#include "models/bookmarks.h"
#include "models/errands.h"
#include "models/estate_feed.h"
#include "models/notifications.h"

#include <map>

namespace keyward::models {

/// An open keystore as the window sees it: the feed of snapshots, commands on their way, long work, what to tell.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    Workspace(engine::WorkplacePtr workplace, estate::Actor actor, Background &background,
              const engine::CommandLines &lines, QObject *parent = nullptr);
    ~Workspace() override;

    EstateFeed &feed() { return m_feed; }
    const Moment &moment() const { return m_feed.moment(); }
    const estate::Estate &estate() const { return m_feed.estate(); }
    Background &background() { return m_background; }
    Errands &errands() { return m_errands; }
    Notifications &notifications() { return m_notifications; }
    Bookmarks &bookmarks() { return m_bookmarks; }
    const engine::WorkplacePtr &workplace() const { return m_workplace; }
    const estate::Actor &actor() const { return m_actor; }
    Random &random() { return m_workplace->random(); }
    const engine::CommandLines &lines() const { return m_lines; } ///< what is shown beside what is done

    using Ended = std::function<void(const Result<engine::EstatePtr> &)>;
    /// Draws ids for what the command makes and has it carried out beside the window; 'ended' comes back on this thread
    /// when the feed has it, unless the receiver is gone.
    void execute(estate::Command command, QObject *receiver, Ended ended);
    /// What takes back what was carried out from here, by the number of its entry in the log; null: nothing, it was not
    /// from here, or what it is about has changed since.
    const estate::Action *undoOf(std::uint64_t entry) const;

    /// As errands().start(), and tells how it ended.
    void send(const QString &title, const Target &about, Errand work,
              std::function<void(const Result<Outcome> &)> ended = {});
    void tell(State state, const QString &text, const QString &detail = {}, std::optional<Target> target = {},
              const QString &file = {});
    void tell(const Error &error, std::optional<Target> target = {});
    void tell(Notification notification); ///< of now
    /// Where the sealed store stands, for the status bar.
    QString storeName() const { return m_storeName; }
    const std::optional<engine::StoreFacts> &facts() const { return m_facts; }
    void learnFacts(); ///< looks at the keystore itself again; factsKnown() tells when
    /// An unlock agent that holds the keystore too, and for how long; or one that does not answer.
    const std::optional<Millis> &agentLeft() const { return m_agentLeft; }
    const std::optional<Error> &agentTrouble() const { return m_agentTrouble; }
    bool passing() const { return m_passing; } ///< thrown away when it is closed, as the sample is
    void setPassing(bool on) { m_passing = on; }
    bool lacksRecoveryKey() const; ///< as far as is known

Q_SIGNALS:
    void factsKnown();
    void undoKnown();
    void finished(const QString &file); ///< to be shown now

private:
    void askForAgent();
    void keep(const std::vector<Outcome::Entry> &entries);
    engine::WorkplacePtr m_workplace;
    estate::Actor m_actor;
    Background &m_background;
    const engine::CommandLines &m_lines;
    EstateFeed m_feed;
    Errands m_errands;
    Notifications m_notifications;
    Bookmarks m_bookmarks;
    QString m_storeName;
    std::optional<engine::StoreFacts> m_facts;
    std::optional<Millis> m_agentLeft;
    std::optional<Error> m_agentTrouble;
    std::map<std::uint64_t, Outcome::Entry> m_entries;
    bool m_passing = false;
    bool m_learning = false, m_learnAgain = false, m_asking = false;
};

} // namespace keyward::models
