// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/blades/activity.h"

#include "models/tables/activity_table.h"
#include "models/thing.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActivityBlade)
};

class Activity final : public Presenter
{
public:
    Activity(Workspace &workspace, const Target &target, const QString &emptyText) : Presenter(workspace, target)
    {
        auto *table = add<TablePart>(QStringLiteral("activity"), QString(), new ActivityTable(workspace, about()));
        table->fills = true;
        table->opens = false;
        table->emptyTitle = Words::tr("Nothing was logged here");
        table->emptyText = emptyText;
        start();
    }

protected:
    void update(const engine::Published &) override {}

private:
    std::string about() const
    {
        const auto *thing = thingOf(target().scope);
        return thing && thing->logged && thing->exists(estate(), target()) ? thing->logged(estate(), target())
                                                                           : std::string();
    }
};

} // namespace

BladeRecord activityOf(const ActivityPage &page)
{
    const auto emptyText = page.emptyText.isEmpty()
                               ? Words::tr("Every change and every use of a key is logged before it is answered.")
                               : page.emptyText;
    return {.id = QString::fromLatin1(page.id),
            .title = page.title.isEmpty() ? Words::tr("Activity log") : page.title,
            .icon = QStringLiteral("view-calendar-list"),
            .scope = page.scope,
            .order = page.order,
            .make = [emptyText](Workspace &workspace, const Target &target) -> std::unique_ptr<Presenter> {
                return std::make_unique<Activity>(workspace, target, emptyText);
            }};
}

} // namespace keyward::models
