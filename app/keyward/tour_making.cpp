// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first half of the tour: from nothing to a protected folder.

#include "app/keyward/tour_guide.h"

namespace keyward::app {

Steps Tour::makeKeystore()
{
    say("1. A keystore");
    co_await there(QStringLiteral("welcome.create"));
    shoot("welcome", "the first window there is");
    click(QStringLiteral("welcome.create"));
    co_await there(QStringLiteral("create.passphrase"));
    replace(QStringLiteral("create.file"), path("keystore.keyward"));
    type(QStringLiteral("create.passphrase"), QStringLiteral("password1"));
    co_await moment();
    shoot("weak-passphrase", "a weak passphrase is called weak");
    m_robot.key(*m_robot.find(QStringLiteral("create.passphrase")), Qt::Key_Backspace, Qt::ControlModifier);
    type(QStringLiteral("create.passphrase"), m_typedPhrase);
    type(QStringLiteral("create.again"), QStringLiteral("another one"));
    co_await moment();
    if (m_robot.find(QStringLiteral("create.do"))) wrong("two different passphrases were accepted");
    shoot("passphrases-differ", "two passphrases that differ are refused");
    m_robot.key(*m_robot.find(QStringLiteral("create.again")), Qt::Key_Backspace, Qt::ControlModifier);
    type(QStringLiteral("create.again"), m_typedPhrase);
    co_await there(QStringLiteral("create.do"));
    click(QStringLiteral("create.do"));
    co_await there(QStringLiteral("recovery.save"));
    type(QStringLiteral("recovery.file"), path("recovery-key"));
    click(QStringLiteral("recovery.save"));
    co_await reads(QStringLiteral("recovery.note"), QStringLiteral("Saved"));
    shoot("recovery-key", "the recovery key is shown once");
    std::ifstream paper(m_output / "recovery-key"); // as a person reads what was written down
    std::string digits;
    for (char c; paper.get(c);)
        if (c >= '0' && c <= '9') digits += c;
    m_digitsOnPaper = QString::fromStdString(digits);
    if (digits.size() != 96) wrong("the recovery key has not sixteen groups of six digits");
    type(QStringLiteral("recovery.group4"), m_digitsOnPaper.mid(18, 6));
    type(QStringLiteral("recovery.group12"), QStringLiteral("000000"));
    co_await moment();
    if (m_robot.find(QStringLiteral("recovery.confirm"))) wrong("a wrong group was accepted");
    replace(QStringLiteral("recovery.group12"), m_digitsOnPaper.mid(66, 6));
    co_await there(QStringLiteral("recovery.confirm"));
    click(QStringLiteral("recovery.confirm"));
    co_await there(QStringLiteral("rail.vaults"));
    co_await moment();
    shoot("home-empty", "an empty estate");
}

Steps Tour::makeVaultAndKey()
{
    say("2. A key vault and a key");
    click(QStringLiteral("rail.vaults"));
    co_await there(QStringLiteral("empty.vault.create"));
    shoot("vaults-empty", "what key vaults are for");
    click(QStringLiteral("empty.vault.create"));
    co_await there(QStringLiteral("field.name"));
    type(QStringLiteral("field.name"), QStringLiteral("9 lives"));
    co_await moment();
    if (m_robot.find(QStringLiteral("dialog.do"))) wrong("a vault named '9 lives' was accepted");
    shoot("vault-name-refused", "a name outside the rule is refused at once");
    replace(QStringLiteral("field.name"), QStringLiteral("contoso-keys"));
    co_await there(QStringLiteral("acknowledge"));
    click(QStringLiteral("acknowledge"));
    co_await there(QStringLiteral("dialog.do"));
    shoot("vault-create", "what will be done, and that purge protection is for good");
    click(QStringLiteral("dialog.do"));
    co_await there(QStringLiteral("rail.vault.keys"));
    co_await moment();
    shoot("vault-overview", "the new vault");
    click(QStringLiteral("rail.vault.keys"));
    co_await there(QStringLiteral("action.key.create"));
    click(QStringLiteral("action.key.create"));
    co_await there(QStringLiteral("field.name"));
    type(QStringLiteral("field.name"), QStringLiteral("backup-cmk"));
    co_await there(QStringLiteral("dialog.do"));
    co_await moment(); // what it would do takes its room
    shoot("key-create", "a key, RSA 2048");
    click(QStringLiteral("dialog.do"));
    co_await there(QStringLiteral("tab.key.overview"));
    co_await rows(QStringLiteral("table.keys"), 1);
    co_await moment();
    shoot("key-overview", "the key beside the keys of its vault");
    click(QStringLiteral("do.key.backup"));
    co_await there(QStringLiteral("field.file"));
    replace(QStringLiteral("field.file"), path("backup-cmk.keybackup"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("was backed up"));
    if (!fs::exists(m_output / "backup-cmk.keybackup")) wrong("there is no key backup");
    shoot("key-backed-up", "the key has a backup");
}

Steps Tour::makeResource()
{
    say("3. A Recovery Services vault");
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.resources"));
    click(QStringLiteral("rail.resources"));
    co_await there(QStringLiteral("action.resource.create"));
    click(QStringLiteral("action.resource.create"));
    co_await there(QStringLiteral("field.name"));
    type(QStringLiteral("field.name"), QStringLiteral("backups"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await there(QStringLiteral("rail.resource.encryption"));
    co_await moment();
    shoot("rsv-overview", "what to do before anything is protected");
    click(QStringLiteral("rail.resource.identity"));
    co_await there(QStringLiteral("blade.resource.identity"));
    co_await moment();
    shoot("rsv-identity", "no identity yet");
    click(QStringLiteral("rail.resource.models"));
    co_await there(QStringLiteral("blade.resource.models"));
    co_await moment();
    shoot("rsv-models", "the ways to encrypt, compared");
    click(QStringLiteral("rail.resource.encryption"));
    co_await there(QStringLiteral("action.cmk.enable"));
    shoot("rsv-encryption", "service-managed keys");
}

Steps Tour::enable()
{
    say("4. The guided enablement");
    click(QStringLiteral("action.cmk.enable"));
    co_await there(QStringLiteral("wizard.next"));
    co_await moment();
    shoot("wizard-model", "who holds the key");
    click(QStringLiteral("wizard.next"));
    co_await rows(QStringLiteral("table.wizardKeys"), 1);
    clickRow(QStringLiteral("table.wizardKeys"), 0);
    co_await there(QStringLiteral("wizard.next"));
    shoot("wizard-key", "the key that fits");
    click(QStringLiteral("wizard.next"));
    co_await there(QStringLiteral("acknowledge.identity"));
    if (m_robot.find(QStringLiteral("wizard.next"))) wrong("what cannot be undone was not asked about");
    shoot("wizard-prepare", "steps done, needed and waiting; what is for good waits for a tick");
    click(QStringLiteral("wizard.save"));
    co_await told(QStringLiteral("Saved"));
    co_await there(QStringLiteral("action.cmk.enable"));
    shoot("wizard-saved", "saved, to be continued");
    click(QStringLiteral("action.cmk.enable"));
    co_await there(QStringLiteral("acknowledge.identity"));
    for (const auto *step : {"identity", "bind"}) {
        const auto name = QStringLiteral("acknowledge.") + QString::fromLatin1(step);
        co_await there(name);
        click(name);
        co_await moment();
    }
    co_await there(QStringLiteral("wizard.next"));
    click(QStringLiteral("wizard.next"));
    co_await moment();
    shoot("wizard-review", "what will happen, in order, and the command line that does the same");
    co_await there(QStringLiteral("wizard.next"));
    click(QStringLiteral("wizard.next"));
    co_await there(QStringLiteral("wizard.use"));
    co_await moment();
    shoot("wizard-done", "enabled");
}

Steps Tour::backUp()
{
    say("5. The folder is backed up");
    click(QStringLiteral("wizard.use"));
    co_await there(QStringLiteral("field.folder"));
    type(QStringLiteral("field.folder"), QStringLiteral("/no/such/folder"));
    co_await moment();
    if (m_robot.find(QStringLiteral("dialog.do"))) wrong("a folder that is not there was accepted");
    replace(QStringLiteral("field.folder"), QString::fromStdString(m_folder.string()));
    co_await there(QStringLiteral("dialog.do"));
    shoot("backup-dialog", "the folder to protect");
    click(QStringLiteral("dialog.do"));
    co_await moment();
    m_camera.shoot("backup-running");
    co_await told(QStringLiteral("Backed up"));
    click(QStringLiteral("wizard.next"));
    co_await there(QStringLiteral("rail.rsv.items"));
    click(QStringLiteral("rail.rsv.items"));
    co_await rows(QStringLiteral("table.items"), 1);
    clickRow(QStringLiteral("table.items"), 0);
    co_await rows(QStringLiteral("table.points"), 1);
    co_await moment();
    shoot("backup-items", "one recovery point");
}

} // namespace keyward::app
