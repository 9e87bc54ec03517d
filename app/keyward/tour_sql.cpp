// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Databases whose pages are encrypted: asked, protected, closed when the key is taken away, and opened again.

#include "app/keyward/tour_guide.h"

namespace keyward::app {

Steps Tour::databases()
{
    say("14. Databases, and the key that protects them");
    go(QStringLiteral("sql-shop"));
    co_await there(QStringLiteral("rail.sql.databases"));
    click(QStringLiteral("rail.sql.databases"));
    co_await rows(QStringLiteral("table.databases"), 2);
    co_await moment();
    shoot("sql-databases", "an encrypted database and one that is not");
    clickRow(QStringLiteral("table.databases"), 0);
    co_await there(QStringLiteral("tab.database.overview"));
    co_await moment();
    shoot("sql-database", "what wraps the data key of a database");
    click(QStringLiteral("tab.database.query"));
    co_await there(QStringLiteral("query.text"));
    type(QStringLiteral("query.text"),
         QStringLiteral("SELECT id, ware, pieces, price, paid, note, seal FROM orders ORDER BY price DESC"));
    m_robot.key(*m_robot.find(QStringLiteral("query.text")), Qt::Key_Return, Qt::ControlModifier);
    co_await rows(QStringLiteral("table.result"), 320);
    co_await moment();
    shoot("sql-query", "asked in SQL: " + std::to_string(rowsIn(QStringLiteral("table.result"))) + " rows");
    replace(QStringLiteral("query.text"), QStringLiteral("SELEC id FROM orders"));
    co_await there(QStringLiteral("query.run"));
    click(QStringLiteral("query.run"));
    co_await reads(QStringLiteral("query.reason"), QStringLiteral("syntax error"));
    shoot("sql-query-refused", "what SQLite says of a slip");
    click(QStringLiteral("rail.resource.encryption"));
    co_await there(QStringLiteral("action.cmk.change"));
    co_await moment();
    shoot("sql-encryption", "the protector of the server");
    click(QStringLiteral("rail.sql.keys"));
    co_await rows(QStringLiteral("table.serverKeys"), 1);
    clickRow(QStringLiteral("table.serverKeys"), 0);
    co_await moment();
    if (m_robot.find(QStringLiteral("action.server.removeKey"))) wrong("the protector could be taken off its server");
    shoot("sql-keys", "a key that is needed cannot be taken off");
    click(QStringLiteral("rail.sql.backups"));
    co_await rows(QStringLiteral("table.backups"), 1);
    co_await moment();
    shoot("sql-backups", "backups, each under the key of its time");
    clickRow(QStringLiteral("table.backups"), 0);
    co_await there(QStringLiteral("action.databaseBackup.restore"));
    co_await moment();
    shoot("sql-backup", "where a backup can be restored, before anything is done");
    click(QStringLiteral("action.databaseBackup.restore"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("sql-restore", "a restore makes a new database");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("was restored"));
    click(QStringLiteral("rail.resource.costs"));
    co_await rows(QStringLiteral("table.operations"), 1);
    co_await moment();
    shoot("sql-costs", "what the server asked of its vault, and about what that costs");
    click(QStringLiteral("rail.sql.databases"));
    co_await rows(QStringLiteral("table.databases"), 3);
}

Steps Tour::loseAccess()
{
    say("15. The key is taken away from the databases, and given back");
    go(QStringLiteral("kv-backup"));
    co_await there(QStringLiteral("rail.vault.access"));
    click(QStringLiteral("rail.vault.access"));
    co_await Until{[this] { return rowOf(QStringLiteral("table.policies"), QStringLiteral("sql-shop")) >= 0; },
                   QStringLiteral("the server to be among the policies")};
    clickRow(QStringLiteral("table.policies"), rowOf(QStringLiteral("table.policies"), QStringLiteral("sql-shop")));
    co_await there(QStringLiteral("action.policy.remove"));
    click(QStringLiteral("action.policy.remove"));
    co_await there(QStringLiteral("typedName"));
    co_await moment();
    shoot("sql-revoke-impact", "what happens to the databases, before anything is done");
    type(QStringLiteral("typedName"), QStringLiteral("kv-backup"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("Remove the access policy"));
    go(QStringLiteral("sql-shop"));
    co_await there(QStringLiteral("rail.sql.databases"));
    click(QStringLiteral("rail.sql.databases"));
    co_await rows(QStringLiteral("table.databases"), 3);
    co_await more(QStringLiteral("server.check"));
    co_await there(QStringLiteral("fix.0"));
    co_await moment();
    shoot("sql-inaccessible", "inaccessible, and when it is dropped");
    clickRow(QStringLiteral("table.databases"), 0);
    co_await there(QStringLiteral("tab.database.query"));
    click(QStringLiteral("tab.database.query"));
    co_await there(QStringLiteral("query.text"));
    co_await moment();
    if (m_robot.find(QStringLiteral("query.run"))) wrong("a database could be asked without its key");
    shoot("sql-query-inaccessible", "it cannot be asked, why not, and what mends it");
    click(QStringLiteral("rail.sql.databases"));
    co_await there(QStringLiteral("fix.0"));
    click(QStringLiteral("fix.0"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("Done: Allow"));
    co_await rows(QStringLiteral("table.databases"), 3);
    co_await more(QStringLiteral("server.check"));
    co_await told(QStringLiteral("can use its key"));
    co_await gone(QStringLiteral("callout.0"));
    co_await moment();
    shoot("sql-healed", "the databases are open again");
}

Steps Tour::regionOut()
{
    say("20. A region is out, and a replica takes over");
    go(QStringLiteral("sql-shop"));
    co_await there(QStringLiteral("rail.sql.replication"));
    click(QStringLiteral("rail.sql.replication"));
    co_await rows(QStringLiteral("table.replicas"), 1);
    co_await moment();
    shoot("sql-replication", "a linked server, and what is replicated to it");
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.tenants"));
    click(QStringLiteral("rail.tenants"));
    co_await listed(QStringLiteral("West Europe"));
    co_await moment();
    clickRow(QStringLiteral("table.regions"), rowOf(QStringLiteral("table.regions"), QStringLiteral("West Europe")), 5);
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("region-outage", "what stays readable and what breaks, before anything is done");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("is out"));
    go(QStringLiteral("sql-shop"));
    co_await there(QStringLiteral("rail.sql.databases"));
    click(QStringLiteral("rail.sql.databases"));
    co_await rows(QStringLiteral("table.databases"), 3);
    co_await moment();
    shoot("sql-region-out", "the databases of the region that is out");
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.tenants"));
    go(QStringLiteral("sql-shop-north"));
    co_await there(QStringLiteral("rail.sql.replication"));
    click(QStringLiteral("rail.sql.replication"));
    co_await rows(QStringLiteral("table.replicas"), 1);
    clickRow(QStringLiteral("table.replicas"), 0);
    co_await there(QStringLiteral("tab.database.overview"));
    co_await moment();
    shoot("sql-replica", "a replica, and as of when it is");
    co_await more(QStringLiteral("database.failOver"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("sql-failover", "what the replica does not have, before it takes over");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("is the primary now"));
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.tenants"));
    click(QStringLiteral("rail.tenants"));
    co_await listed(QStringLiteral("West Europe"));
    co_await moment();
    clickRow(QStringLiteral("table.regions"), rowOf(QStringLiteral("table.regions"), QStringLiteral("West Europe")), 5);
    co_await told(QStringLiteral("is over"));
    co_await moment();
    shoot("region-back", "the region is back");
    click(QStringLiteral("lock"));
    co_await there(QStringLiteral("unlock.secret"));
}

} // namespace keyward::app
