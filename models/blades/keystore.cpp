// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keystore itself: how it is sealed, what opens it, its copies, whether it is whole.

#include "models/presenter.h"
#include "models/text.h"
#include "models/unlock_slots.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeystoreBlade)
};

QString clockText(const engine::ClockState &clock)
{
    if (clock.behind) return Words::tr("It is %1 behind the last committed time.").arg(duration(*clock.behind));
    if (clock.ahead) return Words::tr("It jumped by %1 and is not synchronised.").arg(duration(*clock.ahead));
    return {};
}

using Fact = FactsPart::Fact;

constexpr std::size_t page = 1000;
constexpr int mostPages = 50; ///< of the log are looked through for copies and verifications
constexpr std::size_t mostCopies = 50;

/// What the log tells of the keystore itself.
struct History {
    struct Copy {
        Instant at{};
        std::string file;
        bool known = false; ///< where it is, so that it can be looked for
        bool there = false;
    };
    std::uint64_t upTo = 0;
    std::optional<engine::AuditEntry> verified;
    std::vector<Copy> copies; ///< newest first
    bool whole = true;        ///< nothing was left out
};

void takeCopy(History &out, Instant at, const std::string &file)
{
    if (std::ranges::contains(out.copies, file, &History::Copy::file)) return;
    if (out.copies.size() == mostCopies)
        out.whole = false;
    else
        out.copies.push_back({at, file});
}

void take(History &out, const engine::AuditEntry &entry)
{
    if (entry.operation == "store.verify" && !out.verified) out.verified = entry;
    if (entry.operation == "store.backup" && entry.result == engine::AuditEntry::Result::Success)
        takeCopy(out, entry.time, entry.subject);
}

/// What is new since 'known', before that.
History lookBack(engine::AuditLog &log, const History &known)
{
    History out;
    std::uint64_t before = 0;
    bool reached = false; // what is known already
    for (int i = 0; i < mostPages && !reached; ++i) {
        const auto some = log.newest(page, before);
        if (!some || some->empty()) break;
        if (out.upTo == 0) out.upTo = some->front().sequence;
        for (const auto &entry : *some) {
            reached = known.upTo > 0 && entry.sequence <= known.upTo;
            if (reached) break;
            take(out, entry);
        }
        before = some->back().sequence;
        if (before <= 1) break;
        if (!reached && i + 1 == mostPages) out.whole = false;
    }
    if (reached) {
        for (const auto &copy : known.copies) takeCopy(out, copy.at, copy.file);
        if (!out.verified) out.verified = known.verified;
        out.whole = out.whole && known.whole;
    }
    for (auto &copy : out.copies) {
        const std::filesystem::path file = copy.file;
        std::error_code error;
        copy.known = file.is_absolute();
        copy.there = copy.known && std::filesystem::exists(file, error);
    }
    return out;
}

/// "m=256,t=3,p=4" in words.
QString hashingText(const std::string &hashing)
{
    static const QRegularExpression parts(QStringLiteral("^m=(\\d+),t=(\\d+),p=(\\d+)$"));
    const auto match = parts.match(text(hashing));
    if (!match.hasMatch()) return QStringLiteral("Argon2id ") + text(hashing);
    return Words::tr("Argon2id, %1 MiB, passes: %2, lanes: %3")
        .arg(match.captured(1), match.captured(2), match.captured(3));
}

class KeystoreBlade final : public Presenter
{
public:
    KeystoreBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_care = add<CalloutsPart>(QStringLiteral("care"));
        m_facts = add<FactsPart>(QStringLiteral("keystore"), Words::tr("The keystore"));
        m_slots = new ListTable(
            {{Words::tr("Name"), 220, false, true}, {Words::tr("Kind"), 150}, {Words::tr("Added"), 130}, {{}, 110}});
        auto *slots_ = add<TablePart>(QStringLiteral("slots"), Words::tr("Ways to unlock"), m_slots);
        slots_->setAside(Words::tr("each opens all of it"));
        slots_->opens = false;
        m_schedule = add<FactsPart>(QStringLiteral("schedule"), Words::tr("Copies"));
        m_copies = new ListTable(
            {{Words::tr("Made"), 150}, {Words::tr("File"), 320, false, true}, {Words::tr("State"), 110}, {{}, 130}});
        m_copiesPart = add<TablePart>(QStringLiteral("copies"), QString(), m_copies);
        m_copiesPart->emptyTitle = Words::tr("No copy was made yet");
        m_copiesPart->emptyText = Words::tr("A copy on another disk is what is left when this file is lost or damaged. "
                                            "It is sealed as the keystore is.");
        m_copiesPart->emptyAction = QStringLiteral("store.copy");
        m_copiesPart->opens = false;
        connect(&workspace, &Workspace::factsKnown, this, [this] { fill(); });
        start();
    }

protected:
    void update(const engine::Published &) override
    {
        workspace().learnFacts();
        fill();
    }

private:
    void fill()
    {
        const auto &facts = workspace().facts();
        if (!facts) return;
        fillCare(*facts);
        fillFacts(*facts);
        fillSlots(*facts);
        fillSchedule();
        if (!m_history || m_history->upTo < facts->entries) lookBackSoon();
    }

    void lookBackSoon()
    {
        if (std::exchange(m_looking, true)) return;
        workspace().background().run(
            Background::Lane::Jobs, this,
            [workplace = workspace().workplace(), known = m_history.value_or(History{})] {
                return lookBack(workplace->log(), known);
            },
            [this](History history) {
                m_looking = false;
                m_history = std::move(history);
                fillCopies();
                if (const auto &facts = workspace().facts()) fillFacts(*facts), fillCare(*facts);
            });
    }

    void fillCare(const engine::StoreFacts &facts)
    {
        std::vector<CalloutsPart::Callout> out;
        if (workspace().lacksRecoveryKey())
            out.push_back({State::Warning,
                           Words::tr("There is no recovery key"),
                           Words::tr("If the passphrase is forgotten, nobody can open this keystore again, nor a copy "
                                     "of it."),
                           Words::tr("Add recovery key…"),
                           {},
                           QStringLiteral("slot.recovery")});
        if (!facts.clock.trusted())
            out.push_back({State::AtRisk,
                           Words::tr("The clock is not trusted"),
                           clockText(facts.clock) + QLatin1Char(' ') +
                               Words::tr("What destroys data waits. If the time that this machine shows is right, "
                                         "accept it."),
                           Words::tr("Accept the clock…"),
                           {},
                           QStringLiteral("clock.accept")});
        if (workspace().agentTrouble())
            out.push_back({State::Warning, Words::tr("An unlock agent does not answer"),
                           Words::tr("It holds the keystore open for programs of this user. It may be stopped; end its "
                                     "process if it stays so.")});
        if (!facts.memoryLocked)
            out.push_back(
                {State::Warning, Words::tr("Keys in memory can be swapped to the disk"),
                 Words::tr("This user may lock too little memory. Raise the limit of locked memory (memlock), "
                           "sign in again and start Keyward.")});
        m_care->set(std::move(out));
    }

    void fillFacts(const engine::StoreFacts &facts)
    {
        const auto now = workspace().moment()->now;
        std::vector<Fact> out{
            {.label = Words::tr("File"), .value = text(facts.file.string()), .mono = true, .copyable = true},
            {.label = Words::tr("Identifier"), .value = grouped(facts.id), .mono = true, .copyable = true},
            {.label = Words::tr("Sealed"),
             .value = Words::tr("Every record by itself, XAES-256-GCM; format %1").arg(facts.format)},
            {.label = Words::tr("Passphrase hashing"), .value = hashingText(facts.passphraseHashing)},
            {.label = Words::tr("Log"),
             .value = Words::tr("%Ln entries, the last of %1", nullptr, countOf(facts.entries))
                          .arg(dateAndTime(facts.lastCommitted)),
             .action = QStringLiteral("audit.verify")},
            verification(now),
            {.label = Words::tr("Protected memory"),
             .value = bytesText(facts.protectedMemory),
             .chip = facts.memoryLocked ? Chip{State::Working, Words::tr("Never swapped")}
                                        : Chip{State::Warning, Words::tr("Can be swapped")}},
            {.label = Words::tr("Clock"),
             .value = facts.clock.trusted() ? QString() : clockText(facts.clock),
             .chip = facts.clock.trusted() ? Chip{State::Working, Words::tr("Trusted")}
                                           : Chip{State::AtRisk, Words::tr("Not trusted")}},
            agent(),
            {.label = Words::tr("Signs reports as"), .value = text(facts.signer), .mono = true, .copyable = true}};
        m_facts->set(std::move(out));
    }

    Fact verification(Instant now) const
    {
        Fact out{.label = Words::tr("Last verification"), .value = {}, .action = QStringLiteral("store.verify")};
        if (!m_history) {
            out.value = Words::tr("Looking");
        } else if (!m_history->verified) {
            out.value = m_history->whole ? Words::tr("None is noted in the log") : Words::tr("Not lately");
        } else {
            const bool fine = m_history->verified->result == engine::AuditEntry::Result::Success;
            out.chip = fine ? Chip{State::Working, Words::tr("Whole")} : Chip{State::Lost, Words::tr("Damaged")};
            out.value = relative(m_history->verified->time, now);
        }
        return out;
    }

    Fact agent() const
    {
        Fact out{.label = Words::tr("Unlock agent"), .value = {}};
        if (workspace().agentTrouble())
            out.value = Words::tr("It does not answer");
        else if (const auto &left = workspace().agentLeft())
            out.value = Words::tr("Holds it open for another %1").arg(duration(*left));
        else
            out.value = Words::tr("None holds it open");
        if (workspace().agentLeft() || workspace().agentTrouble()) out.action = QStringLiteral("agent.lock");
        return out;
    }

    void fillSlots(const engine::StoreFacts &facts)
    {
        std::vector<ListRow> rows;
        for (const auto &slot : facts.slots)
            rows.push_back({RecordId{slot.id.bytes},
                            {{slotTitle(slot), {}, {}, false, false, true},
                             {slotKind(slot.kind)},
                             {shortDate(slot.created), dateAndTime(slot.created)},
                             {}},
                            targetOf(slot),
                            facts.slots.size() > 1 ? Words::tr("Remove…") : QString(),
                            QStringLiteral("slot.remove")});
        m_slots->setRows(std::move(rows));
    }

    void fillSchedule()
    {
        const auto &schedule = estate().settings().storeBackup;
        Fact out{.label = Words::tr("Schedule"), .value = {}, .action = QStringLiteral("store.schedule")};
        if (!schedule) {
            out.value = Words::tr("None");
        } else {
            const auto often = duration(schedule->every);
            const auto folder = text(schedule->folder);
            out.value =
                schedule->keep == 0
                    ? Words::tr("Every %1 into %2, all are kept").arg(often, folder)
                    : Words::tr("Every %1 into %2, the newest %3 are kept").arg(often, folder).arg(schedule->keep);
        }
        std::vector<Fact> facts{std::move(out)};
        if (schedule && schedule->lastRun != Instant{})
            facts.push_back({.label = Words::tr("Next copy"),
                             .value = relative(schedule->lastRun + schedule->every, workspace().moment()->now)});
        m_schedule->set(std::move(facts));
    }

    void fillCopies()
    {
        const auto now = workspace().moment()->now;
        std::vector<ListRow> rows;
        for (const auto &copy : m_history->copies) {
            const Cell state = !copy.known  ? Cell{Words::tr("Not known"), {}, State::Neutral}
                               : copy.there ? Cell{Words::tr("There"), {}, State::Working}
                                            : Cell{Words::tr("Gone"), {}, State::Disabled};
            Target target;
            target.name = copy.file;
            rows.push_back({rowIdOf(copy.file),
                            {{relative(copy.at, now), dateAndTime(copy.at)},
                             {text(copy.file), text(copy.file), {}, true},
                             state,
                             {}},
                            target,
                            copy.there ? Words::tr("Put back…") : QString(),
                            QStringLiteral("store.restore")});
        }
        m_copies->setRows(std::move(rows));
        m_copiesPart->setAside(m_history->whole ? QString() : Words::tr("the newest of those that the log tells of"));
    }

    CalloutsPart *m_care;
    FactsPart *m_facts;
    ListTable *m_slots;
    FactsPart *m_schedule;
    ListTable *m_copies;
    TablePart *m_copiesPart;
    std::optional<History> m_history;
    bool m_looking = false;
};

const Blade keystore([]() -> BladeRecord {
    return {.id = QStringLiteral("keystore"),
            .title = Words::tr("Keystore"),
            .icon = QStringLiteral("drive-harddisk"),
            .order = 70,
            .group = Words::tr("Assure"),
            .make = makePresenter<KeystoreBlade>};
});

} // namespace
} // namespace keyward::models
