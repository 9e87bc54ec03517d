// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-19: receivers of the log, how far each is, and what keeps it.

#include "models/siem.h"
#include "models/presenter.h"
#include "models/tables/list_table.h"
#include "models/text.h"

#include "backend/engine/api/siem.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SiemBlade)
};

using Standings = std::map<SiemReceiverId, Result<engine::SiemStanding>>;

class SiemBlade final : public Presenter
{
public:
    SiemBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_down = add<CalloutsPart>(QStringLiteral("down"));
        m_receivers = new ListTable({{Words::tr("Name"), 150, false, true},
                                     {Words::tr("Goes to"), 270},
                                     {Words::tr("Has entries up to"), 130, true},
                                     {Words::tr("Waiting"), 90, true},
                                     {Words::tr("State"), 130},
                                     {{}, 90}});
        auto *table = add<TablePart>(QStringLiteral("receivers"), QString(), m_receivers);
        table->fills = true;
        table->opens = false;
        table->counted = [](int n) { return Words::tr("%Ln receivers", nullptr, n); };
        table->emptyTitle = Words::tr("The log goes nowhere else");
        table->emptyText =
            Words::tr("A receiver gets every entry of the log, in order and at least once: as lines of a file, or as "
                      "syslog over the network. What is not sent yet waits for as long as it takes.");
        table->emptyAction = QStringLiteral("siem.add");
        start();
    }

protected:
    /// How far each is stands beside the keystore.
    void update(const engine::Published &moment) override
    {
        const auto ticket = m_tickets.next();
        std::vector<SiemReceiverId> all;
        for (const auto &[id, receiver] : moment.estate->siemReceivers()) all.push_back(id);
        show();
        if (all.empty()) return;
        workspace().background().run(
            Background::Lane::Jobs, this,
            [workplace = workspace().workplace(), all = std::move(all)] {
                Standings out;
                for (const auto &id : all) out.emplace(id, workplace->siem().standing(id));
                return out;
            },
            [this, ticket](Standings found) {
                if (ticket != m_tickets.current()) return;
                m_standings = std::move(found);
                show();
            });
    }

private:
    void show()
    {
        std::vector<ListRow> rows;
        std::vector<CalloutsPart::Callout> down;
        for (const auto &[id, receiver] : estate().siemReceivers()) {
            const auto found = m_standings.find(id);
            const auto *standing = found != m_standings.end() && found->second ? &*found->second : nullptr;
            rows.push_back(rowOf(*receiver, standing));
            if (const auto trouble = troubleOf(*receiver, standing); !trouble.empty())
                down.push_back({State::AtRisk, titleOf(*receiver, standing), trouble.whole()});
        }
        m_receivers->setRows(std::move(rows));
        m_down->set(std::move(down));
    }

    QString titleOf(const SiemReceiver &receiver, const engine::SiemStanding *standing) const
    {
        const auto name = text(receiver.name);
        const auto waiting = standing ? Words::tr("%Ln entries wait", nullptr, countOf(standing->waiting)) : QString();
        if (!receiver.outage) return Words::tr("'%1' did not take what it was sent. %2").arg(name, waiting).trimmed();
        return Words::tr("'%1' has taken nothing since %2. %3")
            .arg(name, dateAndTime(receiver.outage->since), waiting)
            .trimmed();
    }

    static Refusal troubleOf(const SiemReceiver &receiver, const engine::SiemStanding *standing)
    {
        if (standing && standing->trouble) return refusalOf(*standing->trouble);
        return receiver.outage ? Refusal{.reason = text(receiver.outage->reason), .remedy = {}} : Refusal{};
    }

    ListRow rowOf(const SiemReceiver &receiver, const engine::SiemStanding *standing) const
    {
        const auto trouble = troubleOf(receiver, standing);
        const auto count = [&](std::uint64_t n) { return standing ? number(n) : Words::tr("Looking"); };
        Cell state{Words::tr("Looking"), {}, State::Neutral};
        if (!trouble.empty())
            state = {Words::tr("Takes nothing"), trouble.whole(), State::AtRisk};
        else if (standing && standing->waiting > 0)
            state = {Words::tr("Soon"), Words::tr("What waits goes within a minute."), State::Neutral};
        else if (standing)
            state = {Words::tr("Has everything"),
                     standing->delivered ? Words::tr("Last: %1").arg(dateAndTime(*standing->delivered)) : QString(),
                     State::Working};
        return {recordOf(receiver.id),
                {{text(receiver.name), {}, {}, false, false, true},
                 {goesTo(receiver.target), transportTitle(receiver.target)},
                 {count(standing ? standing->sent : 0)},
                 {count(standing ? standing->waiting : 0)},
                 state,
                 {}},
                targetOf(receiver.id),
                Words::tr("Test"),
                QStringLiteral("siem.test")};
    }

    CalloutsPart *m_down;
    ListTable *m_receivers;
    Standings m_standings;
    Tickets m_tickets;
};

const Blade siem([]() -> BladeRecord {
    return {.id = QStringLiteral("siem"),
            .title = Words::tr("SIEM receivers"),
            .icon = QStringLiteral("document-export"),
            .order = 66,
            .group = QCoreApplication::translate("KeystoreBlade", "Assure"),
            .badge =
                [](const engine::Published &m, const Target &) {
                    const auto count = m.estate->siemReceivers().size();
                    return count ? number(count) : QString();
                },
            .make = makePresenter<SiemBlade>};
});

} // namespace
} // namespace keyward::models
