// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A storage account: what it holds, a file put there and got back, and its key.

#include "app/keyward/tour_guide.h"

namespace keyward::app {

Steps Tour::storage()
{
    say("18. Blobs and files, and the key that wraps their data key");
    const auto stored = QStringLiteral("letters/welcome.txt");
    go(QStringLiteral("shop-assets"));
    co_await there(QStringLiteral("rail.storage.objects"));
    co_await moment();
    shoot("storage", "a storage account, and what its data key is wrapped by");
    click(QStringLiteral("rail.storage.objects"));
    co_await rows(QStringLiteral("table.objects"), 6);
    co_await moment();
    shoot("storage-objects", "the blobs and files that it holds");
    {
        std::ofstream letter(m_output / "letter.txt");
        letter << "Welcome to the shop.\n";
    }
    click(QStringLiteral("action.storage.put"));
    co_await there(QStringLiteral("field.file"));
    replace(QStringLiteral("field.file"), path("letter.txt"));
    type(QStringLiteral("field.path"), stored);
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("storage-upload", "a file is encrypted before its first byte is written");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("is stored in"));
    co_await Until{[this, stored] { return rowOf(QStringLiteral("table.objects"), stored) >= 0; },
                   QStringLiteral("the file to be listed")};
    clickRow(QStringLiteral("table.objects"), rowOf(QStringLiteral("table.objects"), stored));
    co_await there(QStringLiteral("action.storage.get"));
    click(QStringLiteral("action.storage.get"));
    co_await there(QStringLiteral("field.file"));
    replace(QStringLiteral("field.file"), path("letter-again.txt"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("storage-download", "and got back into a new file, once all of it was checked");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("was written"));
    std::ifstream again(m_output / "letter-again.txt");
    if (std::string line; !std::getline(again, line) || line != "Welcome to the shop.")
        wrong("what was got is not what was put");
    clickRow(QStringLiteral("table.objects"), rowOf(QStringLiteral("table.objects"), stored));
    co_await there(QStringLiteral("action.storage.delete"));
    click(QStringLiteral("action.storage.delete"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment();
    shoot("storage-delete", "what is deleted is gone for good");
    click(QStringLiteral("dialog.do"));
    co_await Until{[this, stored] { return rowOf(QStringLiteral("table.objects"), stored) < 0; },
                   QStringLiteral("the file to be gone")};
    click(QStringLiteral("rail.resource.encryption"));
    co_await there(QStringLiteral("action.cmk.change"));
    co_await moment();
    shoot("storage-encryption", "its key, and what another one would bring about");
}

} // namespace keyward::app
