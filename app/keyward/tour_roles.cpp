// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two resources under a vault that goes by roles: each gets a grant of its own.

#include "app/keyward/tour_guide.h"

namespace keyward::app {

Steps Tour::byRoles()
{
    say("11. Two resources of a vault that goes by roles");
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.vaults"));
    click(QStringLiteral("rail.vaults"));
    co_await there(QStringLiteral("action.vault.create"));
    click(QStringLiteral("action.vault.create"));
    co_await there(QStringLiteral("field.name"));
    type(QStringLiteral("field.name"), QStringLiteral("team-keys"));
    co_await there(QStringLiteral("acknowledge"));
    click(QStringLiteral("acknowledge"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await there(QStringLiteral("rail.vault.access"));
    click(QStringLiteral("rail.vault.access"));
    co_await there(QStringLiteral("action.policy.add"));
    co_await more(QStringLiteral("access.roles"));
    co_await there(QStringLiteral("dialog.do"));
    shoot("roles-preview", "who decides is changed only when nobody loses by it");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("who may use vault team-keys"));
    click(QStringLiteral("rail.vault.keys"));
    co_await there(QStringLiteral("action.key.create"));
    click(QStringLiteral("action.key.create"));
    co_await there(QStringLiteral("field.name"));
    type(QStringLiteral("field.name"), QStringLiteral("team-cmk"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await there(QStringLiteral("tab.key.overview"));
    for (const auto *name : {"team-east", "team-west"}) {
        auto steps = enableByRoles(QString::fromLatin1(name));
        bool ended = false;
        steps.run([&ended] { ended = true; });
        co_await Until{[&ended] { return ended; }, QStringLiteral("a resource to be enabled"), 300'000};
        if (steps.failure()) std::rethrow_exception(steps.failure());
    }
    go(QStringLiteral("team-keys"));
    co_await there(QStringLiteral("rail.vault.who"));
    click(QStringLiteral("rail.vault.who"));
    co_await rows(QStringLiteral("table.effective"), 2);
    co_await moment();
    shoot("roles-access", "both may use the key, each by a role of its own");
}

Steps Tour::enableByRoles(QString name)
{
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.resources"));
    click(QStringLiteral("rail.resources"));
    co_await there(QStringLiteral("action.resource.create"));
    click(QStringLiteral("action.resource.create"));
    co_await there(QStringLiteral("field.name"));
    type(QStringLiteral("field.name"), name);
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await there(QStringLiteral("rail.resource.encryption"));
    click(QStringLiteral("rail.resource.encryption"));
    co_await there(QStringLiteral("action.cmk.enable"));
    click(QStringLiteral("action.cmk.enable"));
    co_await there(QStringLiteral("wizard.next"));
    click(QStringLiteral("wizard.next"));
    co_await there(QStringLiteral("key.filter"));
    type(QStringLiteral("key.filter"), QStringLiteral("team-cmk"));
    co_await Until{
        [this] { return rowOf(QStringLiteral("table.wizardKeys"), QStringLiteral("team-keys/team-cmk")) == 0; },
        QStringLiteral("the key to be found")};
    clickRow(QStringLiteral("table.wizardKeys"), 0);
    co_await there(QStringLiteral("wizard.next"));
    click(QStringLiteral("wizard.next"));
    for (const auto *step : {"identity", "bind"}) {
        const auto tick = QStringLiteral("acknowledge.") + QString::fromLatin1(step);
        co_await there(tick);
        click(tick);
        co_await moment();
    }
    co_await there(QStringLiteral("wizard.next"));
    shoot("roles-prepare-" + name.toStdString(), "a role is assigned, where another vault sets a policy");
    click(QStringLiteral("wizard.next"));
    co_await moment();
    co_await there(QStringLiteral("wizard.next"));
    click(QStringLiteral("wizard.next"));
    co_await there(QStringLiteral("wizard.use"));
    click(QStringLiteral("wizard.next"));
    co_await gone(QStringLiteral("wizard.title"));
}

} // namespace keyward::app
