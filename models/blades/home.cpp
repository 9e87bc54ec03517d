// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"
#include "models/siem.h"
#include "models/tables/activity_table.h"
#include "models/window_words.h"
#include "models/wizards/plan_draft.h"

#include "backend/estate/coming.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/estate/unfinished.h"

#include <QCoreApplication>
#include <QDateTime>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HomeBlades)
};

constexpr std::size_t mostShown = 6;

/// Everything on the first page that takes a walk through the whole estate, worked out beside the window.
struct Overview {
    Moment moment;
    std::vector<Finding> urgent;
    std::size_t findings = 0;
    std::array<std::uint64_t, 4> byHealth{};
    std::uint64_t serviceManaged = 0;
    std::array<std::uint64_t, 4> byAge{};
    std::vector<TimelinePart::Event> events = {};
};

Overview lookOver(const Moment &moment)
{
    const auto &estate = *moment->estate;
    Overview out{moment, findings(estate, moment->assessment, moment->now)};
    out.findings = out.urgent.size();
    if (out.urgent.size() > mostShown) out.urgent.resize(mostShown);
    for (const auto &[id, resource] : estate.resources()) {
        const auto *health = moment->assessment.bindings.find(id);
        if (health)
            ++out.byHealth[static_cast<std::size_t>(health->health)];
        else
            ++out.serviceManaged;
    }
    for (const auto &[id, key] : estate.keys()) {
        const auto days = (moment->now - key->latest().created) / Days(1);
        ++out.byAge[days < 90 ? 0 : days < 365 ? 1 : days < 730 ? 2 : 3];
    }
    for (const auto &one : comingUp(estate, moment->now, moment->now + Days(TimelinePart::days)))
        out.events.push_back({static_cast<int>((one.at - moment->now) / Days(1)),
                              one.used && one.what.code == Code::VersionExpires ? State::AtRisk : State::Warning,
                              spoken(one.what)});
    return out;
}

class Home final : public Presenter
{
public:
    Home(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_hello = add<CalloutsPart>(QStringLiteral("hello"));
        m_reminder = add<CalloutsPart>(QStringLiteral("reminder"));
        m_links = add<LinksPart>(QStringLiteral("bookmarks"));
        connect(&workspace.bookmarks(), &Bookmarks::changed, this, [this] { showLinks(); });
        connect(&workspace, &Workspace::factsKnown, this, [this] { remind(); });
        remind();
        m_attention = new ListTable({{Words::tr("State"), 118},
                                     {Words::tr("What"), 150, false, false, true},
                                     {Words::tr("Why"), 280, false, true},
                                     {Words::tr("By"), 92, false, false, true},
                                     {QString(), 110}});
        auto *attention = add<TablePart>(QStringLiteral("attention"), Words::tr("Needs attention"), m_attention);
        attention->emptyTitle = Words::tr("Nothing needs you");
        attention->emptyText =
            Words::tr("What becomes at risk, is lost or lacks a backup appears here, the soonest first.");
        m_attentionPart = attention;
        m_ring = add<RingPart>(QStringLiteral("bindings"), Words::tr("Bindings"));
        m_ring->noun = [](int n) { return Words::tr("resources", "under their number", n); };
        m_timeline = add<TimelinePart>(QStringLiteral("timeline"), Words::tr("Next 90 days"));
        m_timeline->setAside(Words::tr("expiries, retention ends"));
        m_ages = add<BarsPart>(QStringLiteral("ages"), Words::tr("Keys by age"));
        m_ages->textAfter = true;
        auto *activity = add<TablePart>(QStringLiteral("activity"), Words::tr("Recent activity"),
                                        new ActivityTable(workspace, {}, 5));
        activity->emptyTitle = Words::tr("Nothing was done yet");
        activity->opens = false;
        start();
    }

protected:
    void update(const engine::Published &) override
    {
        const auto ticket = m_tickets.next();
        workspace().background().run(
            Background::Lane::Compute, this, [moment = workspace().moment()] { return lookOver(moment); },
            [this, ticket](const Overview &seen) {
                if (ticket == m_tickets.current()) show(seen);
            });
    }

private:
    void show(const Overview &seen)
    {
        const auto &estate = *seen.moment->estate;
        const auto now = seen.moment->now;
        greet(estate, seen);
        showLinks();
        std::vector<ListRow> rows;
        for (const auto &finding : seen.urgent) rows.push_back(rowOf(estate, finding, now));
        for (const auto &[id, draft] : estate.drafts()) {
            if (rows.size() >= mostShown) break;
            if (!aboutOf(estate, *draft)) continue;
            const auto target = targetOf(estate, *draft);
            const auto *wizard = wizardById(text(draft->wizard));
            rows.push_back({RecordId{id.bytes},
                            {{Words::tr("Unfinished"), {}, State::Neutral},
                             {titleOf(estate, target), {}, {}, false, false, true},
                             {draft->wizard == "enable-cmk" || !wizard
                                  ? Words::tr("Enabling a customer-managed key was begun and saved")
                                  : Words::tr("Begun and saved: %1").arg(wizard->title),
                              {},
                              {},
                              false,
                              true},
                             {relative(draft->saved, now), {}, {}},
                             {}},
                            target,
                            Words::tr("Continue…"),
                            continuingAction(estate, *draft)});
        }
        m_attention->setRows(std::move(rows));
        m_attentionPart->setAside(
            seen.findings > mostShown
                ? Words::tr("the first %1 of %2, soonest first").arg(mostShown).arg(number(seen.findings))
            : seen.findings ? Words::tr("soonest first")
                            : QString());
        std::vector<RingPart::Slice> slices;
        for (std::size_t i = 0; i < seen.byHealth.size(); ++i)
            if (seen.byHealth[i] || i == 0) slices.push_back({chipOf(static_cast<Health>(i)), seen.byHealth[i]});
        if (seen.serviceManaged)
            slices.push_back({{State::Neutral, Words::tr("Service-managed")}, seen.serviceManaged});
        m_ring->set(std::move(slices));
        static const QString ages[] = {Words::tr("under 90 d"), Words::tr("90–365 d"), Words::tr("1–2 y"),
                                       Words::tr("over 2 y")};
        static constexpr State states[] = {State::Pinned, State::Pinned, State::Warning, State::AtRisk};
        const auto most = std::max<std::uint64_t>(1, estate.keys().size());
        std::vector<BarsPart::Bar> bars;
        for (std::size_t i = 0; i < 4; ++i)
            bars.push_back({ages[i], static_cast<double>(seen.byAge[i]) / static_cast<double>(most),
                            i < 2 ? State::Neutral : states[i], number(seen.byAge[i])});
        m_ages->set(std::move(bars));
        m_timeline->set(now, seen.events);
    }

    /// What somebody comes back to: pinned first.
    void showLinks()
    {
        std::vector<LinksPart::Link> out;
        const auto marks = workspace().bookmarks().all();
        for (const auto &[target, pinned] : marks)
            out.push_back({titleOf(estate(), target), kindOf(estate(), target), target, pinned});
        m_links->set(std::move(out));
    }

    /// Until there is one.
    void remind()
    {
        std::vector<CalloutsPart::Callout> out;
        if (workspace().lacksRecoveryKey())
            out.push_back({State::Warning,
                           Words::tr("This keystore has no recovery key"),
                           Words::tr("If the passphrase is forgotten, nobody can open it again, nor a copy of it."),
                           Words::tr("Add recovery key…"),
                           {},
                           QStringLiteral("slot.recovery")});
        m_reminder->set(std::move(out));
    }

    void greet(const Estate &estate, const Overview &seen)
    {
        const auto hour =
            QDateTime::fromMSecsSinceEpoch(seen.moment->now.time_since_epoch().count()).toLocalTime().time().hour();
        const auto hello = hour < 5    ? Words::tr("Hello")
                           : hour < 12 ? Words::tr("Good morning")
                           : hour < 18 ? Words::tr("Good afternoon")
                                       : Words::tr("Good evening");
        const auto counts = Words::tr("%1, %2 in %3.")
                                .arg(Words::tr("%Ln resources", nullptr, countOf(estate.resources().size())),
                                     Words::tr("%Ln keys", nullptr, countOf(estate.keys().size())),
                                     Words::tr("%Ln vaults", nullptr, countOf(estate.vaults().size())));
        const auto today = seen.findings == 0
                               ? Words::tr("Nothing needs you today.")
                               : Words::tr("%Ln things need you today.", nullptr, countOf(seen.findings));
        m_hello->set({{State::Neutral, hello, counts + QLatin1Char(' ') + today}});
    }

    static ListRow rowOf(const Estate &estate, const Finding &finding, Instant now)
    {
        std::optional<Target> target;
        QString action, button = Words::tr("Explain…");
        QString what = capital(finding.object);
        if (finding.kind == EntityKind::Resource) {
            target = Target::of(ResourceId{finding.about.bytes});
            what = titleOf(estate, *target);
        } else if (finding.kind == EntityKind::Key) {
            const KeyId id{finding.about.bytes};
            target = Target::of(id);
            if (const auto *key = estate.key(id)) {
                what = text(keyPath(estate, *key));
                const bool expired = key->backupIsCurrent();
                action = expired ? QStringLiteral("key.rotate") : QStringLiteral("key.backup");
                button = expired ? Words::tr("Rotate…") : Words::tr("Back up…");
            }
        } else if (finding.kind == EntityKind::Vault) {
            target = Target::of(VaultId{finding.about.bytes});
            what = titleOf(estate, *target);
            action = QStringLiteral("vault.protect");
            button = Words::tr("Turn on…");
        } else if (finding.kind == EntityKind::SiemReceiver) {
            target = targetOf(SiemReceiverId{finding.about.bytes});
            what = titleOf(estate, *target);
            action = QStringLiteral("siem.test");
            button = Words::tr("Test…");
        }
        const auto chip = chipOf(finding.weight);
        return {rowIdOf(finding.about.text() + finding.text()),
                {{chip.text, {}, chip.state},
                 {what, text(finding.object), {}, false, false, true},
                 {capital(spoken(finding.what)),
                  (spoken(finding.what) + QLatin1Char('\n') + windowRemedy(finding.what)).trimmed(),
                  {},
                  false,
                  true},
                 {finding.by                       ? relative(*finding.by, now)
                  : finding.weight == Health::Lost ? Words::tr("now")
                                                   : Words::tr("no date"),
                  finding.by ? dateAndTime(*finding.by) : QString(),
                  {},
                  false,
                  !finding.by,
                  finding.by.has_value()},
                 {}},
                target,
                target ? button : QString(),
                action};
    }

    CalloutsPart *m_hello;
    CalloutsPart *m_reminder;
    LinksPart *m_links;
    ListTable *m_attention;
    TablePart *m_attentionPart;
    RingPart *m_ring;
    TimelinePart *m_timeline;
    BarsPart *m_ages;
    Tickets m_tickets;
};

const Blade home([]() -> BladeRecord {
    return {.id = QStringLiteral("home"),
            .title = Words::tr("Home"),
            .icon = QStringLiteral("go-home"),
            .order = 0,
            .make = makePresenter<Home>};
});

} // namespace
} // namespace keyward::models
