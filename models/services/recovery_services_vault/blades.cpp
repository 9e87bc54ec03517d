// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"
#include "models/service_parts.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/thing.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryServicesVaultBlades)
};

bool isVault(const Estate &estate, const Target &target)
{
    return isOf<RecoveryServicesVault>(estate, target.resource());
}

const Thing itemThing([]() -> ThingRecord {
    return {
        .scope = itemScope,
        .exists = isVault,
        .title = [](const Estate &, const Target &t) { return text(t.name); },
        .kind =
            [](const Estate &e, const Target &t) {
                return Words::tr("Folder, protected by %1").arg(text(e.resource(t.resource())->name.text()));
            },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("rsv.items"),
    };
});

const Thing pointThing([]() -> ThingRecord {
    return {
        .scope = pointScope,
        .exists = [](const Estate &e, const Target &t) { return e.point(pointOf(t)) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return dateAndTime(e.point(pointOf(t))->created); },
        .parent = [](const Estate &e, const Target &t) { return Target::of(e.point(pointOf(t))->resource); },
    };
});

const ServiceFacts serviceFacts([]() -> ServiceFactsRecord {
    return {
        .service = RecoveryServicesVault::service,
        .add =
            [](std::vector<FactsPart::Fact> &out, const engine::Published &moment, const Resource &resource) {
                std::uint64_t stored = 0;
                const RecoveryPoint *newest = nullptr;
                const auto &points = moment.estate->pointsOf(resource.id);
                for (const auto &id : points) {
                    const auto *point = moment.estate->point(id);
                    stored += point->storedBytes;
                    if (!newest || point->created > newest->created) newest = point;
                }
                out.push_back({.label = Words::tr("Recovery points"),
                               .value = stored
                                            ? Words::tr("%1, %2 stored").arg(number(points.size()), bytesText(stored))
                                            : number(points.size())});
                out.push_back({.label = Words::tr("Last backup"),
                               .value = newest ? relative(newest->created, moment.now) : Words::tr("none yet")});
            },
        .next = QStringLiteral("backup.run"),
        .jobTitle =
            [](const Job &job) {
                if (const auto *backup = workOf<BackupWork>(job))
                    return Words::tr("Back up %1").arg(text(backup->source));
                if (const auto *restore = workOf<RestoreWork>(job))
                    return Words::tr("Restore into %1").arg(text(restore->target));
                return QString();
            },
    };
});

class Items final : public Presenter
{
public:
    Items(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_policy = add<FactsPart>(QStringLiteral("policy"), Words::tr("Backup policy"));
        m_items = new ListTable({{Words::tr("Folder"), 240, false, true},
                                 {Words::tr("Points"), 70, true},
                                 {Words::tr("Last backup"), 120},
                                 {Words::tr("Size"), 90, true},
                                 {Words::tr("State"), 130, false, false, true}});
        auto *table = add<TablePart>(QStringLiteral("items"), QString(), m_items);
        table->fills = true;
        table->emptyTitle = Words::tr("Nothing is protected yet");
        const auto *resource = workspace.estate().resource(target.resource());
        table->emptyText =
            resource && resource->binding
                ? Words::tr("Folders backed up here appear with their recovery points.")
                : Words::tr("Folders backed up here appear with their recovery points. Enable a customer-managed key "
                            "first, if you want one: afterwards it can never be set.");
        table->emptyAction = QStringLiteral("backup.run");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        m_policy->set(policyFacts(policyOf(*moment.estate->resource(target().resource())), moment.now));
        struct Item {
            std::uint64_t points = 0;
            const RecoveryPoint *newest = nullptr;
        };
        std::map<std::string, Item> items;
        for (const auto &id : moment.estate->pointsOf(target().resource())) {
            const auto *point = moment.estate->point(id);
            auto &item = items[point->source];
            ++item.points;
            if (!item.newest || point->created > item.newest->created) item.newest = point;
        }
        const auto *health = moment.assessment.bindings.find(target().resource());
        const bool readable = !health || health->unreadable == 0;
        std::vector<ListRow> rows;
        for (const auto &[source, item] : items)
            rows.push_back(
                {rowIdOf(source),
                 {{text(source), {}, {}, false, false, true},
                  {number(item.points), {}, {}},
                  {relative(item.newest->created, moment.now), dateAndTime(item.newest->created), {}},
                  {bytesText(item.newest->bytes), {}, {}},
                  readable ? Cell{Words::tr("Restorable"), {}, State::Working}
                           : Cell{Words::tr("Key refused"),
                                  Words::tr("Some recovery points cannot be restored now; see Health"), State::Lost}},
                 itemOf(target().resource(), source),
                 {},
                 {}});
        m_items->setRows(std::move(rows));
    }

private:
    static std::vector<FactsPart::Fact> policyFacts(const BackupPolicy &policy, Instant now)
    {
        if (policy.source.empty()) return {{.label = Words::tr("How often"), .value = Words::tr("only when asked")}};
        std::vector<FactsPart::Fact> out{{.label = Words::tr("Folder"), .value = text(policy.source)}};
        out.push_back({.label = Words::tr("How often"),
                       .value = policy.every.count() ? Words::tr("every %1").arg(duration(policy.every))
                                                     : Words::tr("only when asked")});
        if (policy.every.count())
            out.push_back(
                {.label = Words::tr("Last run"),
                 .value = policy.lastRun == Instant{} ? Words::tr("not yet") : relative(policy.lastRun, now)});
        auto kept = policy.keepLast ? Words::tr("The newest: %1").arg(number(policy.keepLast)) : Words::tr("All");
        if (policy.keepFor.count()) kept = Words::tr("%1, for %2").arg(kept, duration(policy.keepFor));
        out.push_back({.label = Words::tr("Recovery points kept"), .value = kept});
        if (!policy.excludes.empty()) {
            QStringList patterns;
            for (const auto &pattern : policy.excludes) patterns += text(pattern);
            out.push_back({.label = Words::tr("Left out"), .value = patterns.join(QStringLiteral(", ")), .mono = true});
        }
        return out;
    }

    FactsPart *m_policy;
    ListTable *m_items;
};

class ItemPoints final : public Presenter
{
public:
    ItemPoints(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *table = addTable(QStringLiteral("points"), {}, pointsSource(target.resource(), target.name));
        table->fills = true;
        table->opens = false;
        table->counted = [](int n) { return Words::tr("%Ln points", nullptr, n); };
        table->emptyTitle = Words::tr("No recovery points");
        start();
    }

protected:
    void update(const engine::Published &) override {}
};

const Blade itemsBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("rsv.items"),
            .title = Words::tr("Backup items"),
            .icon = QStringLiteral("folder-sync"),
            .scope = Scope::Resource,
            .order = 40,
            .available = isVault,
            .badge =
                [](const engine::Published &m, const Target &t) {
                    std::set<std::string> items; // a folder each, however many points it has
                    for (const auto &id : m.estate->pointsOf(t.resource())) items.insert(m.estate->point(id)->source);
                    return items.empty() ? QString() : number(items.size());
                },
            .make = makePresenter<Items>};
});
const Blade pointsBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("item.points"),
            .title = Words::tr("Recovery points"),
            .icon = QStringLiteral("view-history"),
            .scope = itemScope,
            .order = 0,
            .make = makePresenter<ItemPoints>};
});

} // namespace
} // namespace keyward::models
