// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Locks: all of them, and on each page of a thing those that reach it, its own and those from above.

#include "models/places.h"
#include "models/presenter.h"
#include "models/tables/place_sources.h"

#include "backend/estate/locks.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LockBlades)
};

class LocksHere final : public Presenter
{
public:
    LocksHere(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_locks = new ListTable({{Words::tr("Lock"), 160, false, true},
                                 {Words::tr("Level"), 120},
                                 {Words::tr("Stands on"), 210},
                                 {Words::tr("Note"), 190},
                                 {Words::tr("Created"), 110}});
        auto *table = add<TablePart>(QStringLiteral("locksHere"), QString(), m_locks);
        table->fills = true;
        table->opens = false;
        table->counted = [](int n) { return Words::tr("%Ln locks", nullptr, n); };
        table->emptyTitle = Words::tr("No lock reaches this");
        table->emptyText = Words::tr("A lock keeps people from deleting or changing it. One on its resource group, its "
                                     "subscription or its tenant reaches it too. Keys can still be used.");
        table->emptyAction = addAction();
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        std::vector<ListRow> rows;
        const auto here = lockableScope(target());
        const auto reaching = here ? locksReaching(*moment.estate, *here) : std::vector<const Lock *>();
        for (const auto *lock : reaching) {
            const auto on = targetOf(lock->scope);
            const bool own = on == target();
            const auto where = own ? Words::tr("This itself")
                                   : Words::tr("%1 (%2)").arg(titleOf(*moment.estate, on), kindOf(*moment.estate, on));
            rows.push_back({recordOf(lock->id),
                            {{text(lock->name), {}, {}, false, false, true},
                             {levelTitle(lock->level), barred(lock->level), {}},
                             {where, where, {}, false, !own},
                             {text(lock->note), text(lock->note), {}, false, true},
                             {relative(lock->created, moment.now), dateAndTime(lock->created), {}}},
                            Target::of(lock->id),
                            {},
                            {}});
        }
        m_locks->setRows(std::move(rows));
    }

private:
    /// vault.lock, group.lock, …
    QString addAction() const
    {
        const std::pair<Scope, const char *> actions[] = {{Scope::Vault, "vault.lock"},
                                                          {Scope::Resource, "resource.lock"},
                                                          {Scope::Network, "network.lock"},
                                                          {Scope::Group, "group.lock"},
                                                          {Scope::Subscription, "subscription.lock"}};
        for (const auto &[scope, action] : actions)
            if (scope == target().scope) return QString::fromLatin1(action);
        return {};
    }
    ListTable *m_locks;
};

BladeRecord locksOf(const char *id, const Scope &scope, int order)
{
    return {.id = QString::fromLatin1(id),
            .title = Words::tr("Locks"),
            .icon = QStringLiteral("object-locked"),
            .scope = scope,
            .order = order,
            .badge =
                [](const engine::Published &m, const Target &t) {
                    const auto here = lockableScope(t);
                    const auto count = here ? locksReaching(*m.estate, *here).size() : 0;
                    return count ? number(count) : QString();
                },
            .make = makePresenter<LocksHere>};
}

const Blade allLocks([]() -> BladeRecord {
    return {.id = QStringLiteral("locks"),
            .title = Words::tr("Locks"),
            .icon = QStringLiteral("object-locked"),
            .order = 44,
            .group = QCoreApplication::translate("PlaceBlades", "Places"),
            .badge =
                [](const engine::Published &m, const Target &) {
                    const auto count = m.estate->locks().size();
                    return count ? number(count) : QString();
                },
            .make = [](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<ListBlade>(
                    workspace, target, locksSource(),
                    ListWords{.id = "locks",
                              .counted = [](int n) { return Words::tr("%Ln locks", nullptr, n); },
                              .emptyTitle = Words::tr("No locks"),
                              .emptyText = Words::tr(
                                  "A lock keeps people from deleting or changing a thing and all that stands in it. "
                                  "Add one on the page Locks of a vault, a resource, a virtual network, a resource "
                                  "group or a subscription, or on a tenant."),
                              .opens = false});
            }};
});
const Blade vaultLocks([]() -> BladeRecord { return locksOf("vault.locks", Scope::Vault, 45); });
const Blade resourceLocks([]() -> BladeRecord { return locksOf("resource.locks", Scope::Resource, 65); });
const Blade networkLocks([]() -> BladeRecord { return locksOf("network.locks", Scope::Network, 30); });
const Blade groupLocks([]() -> BladeRecord { return locksOf("group.locks", Scope::Group, 30); });
const Blade subscriptionLocks([]() -> BladeRecord { return locksOf("subscription.locks", Scope::Subscription, 30); });

} // namespace
} // namespace keyward::models
