// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/workspace.h"

#include "backend/estate/fresh_ids.h"
#include "models/many.h"
#include "models/text.h"

namespace keyward::models {

Workspace::Workspace(engine::WorkplacePtr workplace, estate::Actor actor, Background &background,
                     const engine::CommandLines &lines, QObject *parent)
    : QObject(parent), m_workplace(std::move(workplace)), m_actor(std::move(actor)), m_background(background),
      m_lines(lines), m_feed(m_workplace, background), m_errands(m_workplace, background), m_bookmarks(m_feed)
{
    learnFacts();
}

void Workspace::learnFacts()
{
    askForAgent();
    if (std::exchange(m_learning, true)) {
        m_learnAgain = true; // what is on its way may have been asked before what there is to learn
        return;
    }
    m_background.run(
        Background::Lane::Jobs, this, [kept = m_workplace] { return kept->administration().facts(); },
        [this](engine::StoreFacts facts) {
            m_learning = false;
            m_storeName = text(facts.file.filename().string());
            m_facts = std::move(facts);
            Q_EMIT factsKnown();
            if (std::exchange(m_learnAgain, false)) learnFacts();
        });
}

/// One that does not answer is waited for: among the jobs, so that nothing else waits with it.
void Workspace::askForAgent()
{
    if (std::exchange(m_asking, true)) return;
    m_background.run(
        Background::Lane::Jobs, this, [kept = m_workplace] { return kept->administration().agent(); },
        [this](const Result<std::optional<Millis>> &left) {
            m_asking = false;
            const bool had = m_agentLeft || m_agentTrouble;
            m_agentLeft = left ? *left : std::nullopt;
            m_agentTrouble = left ? std::nullopt : std::optional(left.error());
            if (had || m_agentLeft || m_agentTrouble) Q_EMIT factsKnown();
        });
}

bool Workspace::lacksRecoveryKey() const
{
    return m_facts && !m_passing && !m_facts->slots.empty() &&
           std::ranges::none_of(m_facts->slots, [](const engine::UnlockSlot &slot) {
               return slot.kind == engine::UnlockSlot::Kind::RecoveryKey;
           });
}

Workspace::~Workspace() = default;

void Workspace::execute(estate::Command command, QObject *receiver, Ended ended)
{
    command.action = estate::withFreshIds(std::move(command.action), random());
    m_background.run(
        Background::Lane::Store, receiver,
        [workplace = m_workplace, actor = m_actor, command = std::move(command)] {
            return executeNow(*workplace, command, actor);
        },
        [this, receiver, ended = std::move(ended)](const Executed &done) {
            if (!done.estate) return ended(done.estate);
            if (done.entry) keep({*done.entry});
            m_feed.catchUp(receiver, [estate = done.estate, ended] { ended(estate); });
        });
}

void Workspace::keep(const std::vector<Outcome::Entry> &entries)
{
    for (const auto &one : entries) m_entries.insert_or_assign(one.number, one);
    if (!entries.empty()) Q_EMIT undoKnown();
}

/// Once its subject has changed again, taking that entry back would take back more than it did.
const estate::Action *Workspace::undoOf(std::uint64_t entry) const
{
    const auto found = m_entries.find(entry);
    if (found == m_entries.end() || stateOfSubject(m_feed.estate(), found->second.about) != found->second.then)
        return nullptr;
    return &found->second.undo;
}

void Workspace::send(const QString &title, const Target &about, Errand work,
                     std::function<void(const Result<Outcome> &)> ended)
{
    m_errands.start(title, about, std::move(work),
                    [this, about, ended = std::move(ended)](const Result<Outcome> &outcome) {
                        if (!outcome) {
                            tell(outcome.error(), about);
                        } else {
                            tell(Notification{.state = outcome->state,
                                              .text = outcome->sentence,
                                              .detail = outcome->detail,
                                              .target = outcome->target ? outcome->target : std::optional(about),
                                              .file = outcome->file,
                                              .undo = outcome->undo});
                            keep(outcome->entries);
                            if (outcome->open) Q_EMIT finished(outcome->file);
                        }
                        learnFacts();
                        if (ended) ended(outcome);
                    });
}

void Workspace::tell(State state, const QString &what, const QString &detail, std::optional<Target> target,
                     const QString &file)
{
    tell(Notification{.state = state, .text = what, .detail = detail, .target = std::move(target), .file = file});
}

void Workspace::tell(Notification notification)
{
    if (m_feed.ready()) notification.at = m_feed.moment()->now;
    m_notifications.tell(std::move(notification));
}

void Workspace::tell(const Error &error, std::optional<Target> target)
{
    const auto refusal = refusalOf(error);
    tell(error.code == Code::Cancelled ? State::Disabled : State::Lost, refusal.reason, refusal.remedy,
         std::move(target));
}

} // namespace keyward::models
