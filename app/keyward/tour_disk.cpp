// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A managed disk: whose key protects it, its machine, a snapshot and the disk that is made of it.

#include "app/keyward/tour_guide.h"

namespace keyward::app {

Steps Tour::disk()
{
    say("19. A disk, under the key of its disk encryption set");
    go(QStringLiteral("till-data"));
    co_await there(QStringLiteral("rail.disk.snapshots"));
    co_await moment();
    shoot("disk", "a disk, its machine, and what its data key is wrapped by");
    click(QStringLiteral("rail.resource.encryption"));
    co_await there(QStringLiteral("action.resource.store"));
    co_await moment();
    shoot("disk-encryption", "the set's key protects it, as long as a machine has the disk");
    click(QStringLiteral("rail.storage.objects"));
    co_await rows(QStringLiteral("table.objects"), 4);
    co_await moment();
    shoot("disk-files", "the files on it");
    click(QStringLiteral("rail.disk.snapshots"));
    co_await rows(QStringLiteral("table.snapshots"), 1);
    click(QStringLiteral("action.disk.snapshot"));
    co_await there(QStringLiteral("field.name"));
    type(QStringLiteral("field.name"), QStringLiteral("after-inventory"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("disk-snapshot", "a snapshot shares with the disk what does not change");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("was taken"));
    co_await rows(QStringLiteral("table.snapshots"), 2);
    clickRow(QStringLiteral("table.snapshots"),
             rowOf(QStringLiteral("table.snapshots"), QStringLiteral("before-inventory")));
    co_await there(QStringLiteral("action.disk.restore"));
    click(QStringLiteral("action.disk.restore"));
    co_await there(QStringLiteral("field.name"));
    replace(QStringLiteral("field.name"), QStringLiteral("till-again"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("disk-restore", "a disk made of one keeps the disk encryption set");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("was made"));
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.tenants"));
    go(QStringLiteral("till-again"));
    co_await there(QStringLiteral("rail.storage.objects"));
    click(QStringLiteral("rail.storage.objects"));
    co_await rows(QStringLiteral("table.objects"), 4);
    co_await moment();
    shoot("disk-again", "whole, under a data key of its own");
}

} // namespace keyward::app
