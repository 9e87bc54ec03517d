// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second half: rotation, revocation, repair, restore, report, and a look around.

#include "app/keyward/tour_guide.h"

#include <QScreen>

namespace keyward::app {

Steps Tour::rotate()
{
    say("6. The key is rotated");
    type(QStringLiteral("search"), QStringLiteral("backup-c"));
    co_await there(QStringLiteral("searchHits"));
    co_await moment();
    shoot("search", "found by a few letters");
    m_robot.key(*m_robot.find(QStringLiteral("search")), Qt::Key_Return);
    co_await there(QStringLiteral("tab.key.versions"));
    click(QStringLiteral("tab.key.versions"));
    co_await rows(QStringLiteral("table.versions"), 1);
    co_await more(QStringLiteral("key.rotate"));
    co_await there(QStringLiteral("field.expires"));
    co_await there(QStringLiteral("dialog.do"));
    shoot("rotate-dialog", "what the new version takes over");
    click(QStringLiteral("dialog.do"));
    co_await rows(QStringLiteral("table.versions"), 2);
    co_await told(QStringLiteral("Rotate key"));
    co_await moment();
    shoot("key-versions", "two versions, and who still needs which");
    go(QStringLiteral("backups"));
    co_await there(QStringLiteral("rail.rsv.items"));
    click(QStringLiteral("rail.rsv.items"));
    co_await rows(QStringLiteral("table.items"), 1);
    clickRow(QStringLiteral("table.items"), 0);
    co_await there(QStringLiteral("action.item.backup"));
    click(QStringLiteral("action.item.backup"));
    co_await rows(QStringLiteral("table.points"), 2);
    co_await told(QStringLiteral("Backed up"));
    co_await moment();
    shoot("second-point", "the second point is under the new version");
}

Steps Tour::revoke()
{
    say("7. Access is taken away");
    go(QStringLiteral("contoso-keys"));
    co_await there(QStringLiteral("rail.vault.access"));
    click(QStringLiteral("rail.vault.properties"));
    co_await there(QStringLiteral("blade.vault.properties"));
    co_await moment();
    shoot("vault-properties", "soft delete and purge protection are on");
    click(QStringLiteral("rail.vault.access"));
    co_await rows(QStringLiteral("table.policies"), 1);
    clickRow(QStringLiteral("table.policies"), 0);
    co_await there(QStringLiteral("action.policy.remove"));
    shoot("access-policies", "who may use the keys");
    click(QStringLiteral("action.policy.remove"));
    co_await there(QStringLiteral("typedName"));
    co_await moment();
    if (m_robot.find(QStringLiteral("dialog.do"))) wrong("access could be taken away without a word");
    shoot("revoke-impact", "the consequences, before anything is done");
    type(QStringLiteral("typedName"), QStringLiteral("contoso-keys"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("Remove the access policy"));
    go(QStringLiteral("backups"));
    co_await there(QStringLiteral("rail.rsv.items"));
    click(QStringLiteral("rail.rsv.items"));
    co_await rows(QStringLiteral("table.items"), 1);
    clickRow(QStringLiteral("table.items"), 0);
    co_await rows(QStringLiteral("table.points"), 2);
    clickRow(QStringLiteral("table.points"), 1);
    co_await there(QStringLiteral("action.point.restore"));
    click(QStringLiteral("action.point.restore"));
    co_await there(QStringLiteral("field.target"));
    replace(QStringLiteral("field.target"), path("restored"));
    co_await there(QStringLiteral("dialog.do"));
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("is not allowed to unwrapKey"));
    if (fs::exists(m_output / "restored")) wrong("a refused restore left a folder");
    shoot("restore-refused", "the restore is refused, and why");
}

Steps Tour::repairAndRestore()
{
    say("8. The repair, and the restore");
    click(QStringLiteral("rail.resource.health"));
    co_await there(QStringLiteral("fix.0"));
    co_await moment();
    shoot("health", "why it is lost, and what mends it");
    click(QStringLiteral("fix.0"));
    co_await there(QStringLiteral("dialog.do"));
    shoot("fix-preview", "what the repair would do");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("Done: Allow"));
    co_await moment();
    shoot("health-mended", "it works again");
    click(QStringLiteral("rail.rsv.items"));
    co_await rows(QStringLiteral("table.items"), 1);
    clickRow(QStringLiteral("table.items"), 0);
    co_await rows(QStringLiteral("table.points"), 2);
    clickRow(QStringLiteral("table.points"), 1);
    co_await there(QStringLiteral("action.point.restore"));
    click(QStringLiteral("action.point.restore"));
    co_await there(QStringLiteral("field.target"));
    replace(QStringLiteral("field.target"), path("restored"));
    co_await there(QStringLiteral("dialog.do"));
    shoot("restore-dialog", "into a new folder");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("Restored"));
    std::size_t compared = 0;
    if (const auto difference = differenceBetween(m_folder, m_output / "restored", compared); !difference.empty())
        wrong("the restored folder differs: " + difference);
    shoot("restored", "restored; " + std::to_string(compared) + " entries compared byte for byte: no difference");
    click(QStringLiteral("rail.resource.jobs"));
    co_await rows(QStringLiteral("table.jobs"), 3);
    co_await moment();
    shoot("jobs", "every job and how it ended");
    click(QStringLiteral("rail.resource.activity"));
    co_await rows(QStringLiteral("table.activity"), 5);
    co_await moment();
    shoot("rsv-activity", "what the log says of this resource");
}

Steps Tour::report()
{
    say("9. A signed audit report");
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.reports"));
    click(QStringLiteral("rail.reports"));
    co_await there(QStringLiteral("action.report.export"));
    co_await moment();
    shoot("reports", "what a report is, and its signer");
    click(QStringLiteral("action.report.export"));
    co_await there(QStringLiteral("field.file"));
    replace(QStringLiteral("field.file"), path("report"));
    co_await there(QStringLiteral("dialog.do"));
    shoot("report-dialog", "format and file");
    click(QStringLiteral("dialog.do"));
    co_await told(QStringLiteral("report was written"));
    std::ifstream pdf(m_output / "report.pdf", std::ios::binary);
    char head[5] = {};
    pdf.read(head, 4);
    if (std::string(head) != "%PDF") wrong("report.pdf is no PDF");
    if (!fs::exists(m_output / "report.pdf.sig")) wrong("the report's signature is missing");
    shoot("report-written", "written and signed");
}

Steps Tour::lookAround()
{
    say("10. A look around");
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("home.enable"));
    co_await rows(QStringLiteral("table.activity"), 3);
    co_await moment();
    shoot("home", "the first page");
    click(QStringLiteral("notifications"));
    co_await there(QStringLiteral("noticePanel"));
    shoot("notifications", "all that was told");
    m_robot.key(*m_robot.find(QStringLiteral("noticePanel")), Qt::Key_Escape);
    click(QStringLiteral("rail.activity"));
    co_await rows(QStringLiteral("table.activity"), 10);
    type(QStringLiteral("filter"), QStringLiteral("unwrapKey"));
    co_await moment();
    co_await rows(QStringLiteral("table.activity"), 2);
    co_await moment();
    shoot("activity-filtered", "the log, filtered");
    click(QStringLiteral("rail.keys"));
    co_await rows(QStringLiteral("table.keys"), 1);
    clickRow(QStringLiteral("table.keys"), 0);
    co_await there(QStringLiteral("tab.key.used"));
    click(QStringLiteral("tab.key.used"));
    co_await rows(QStringLiteral("table.uses"), 2);
    co_await moment();
    shoot("key-uses", "what still needs the key");
    co_await more(QStringLiteral("key.delete"));
    co_await there(QStringLiteral("dialog.instead"));
    co_await there(QStringLiteral("typedName"));
    co_await moment();
    shoot("delete-impact", "deleting shows what is lost, and offers disabling instead");
    click(QStringLiteral("dialog.cancel"));
    co_await gone(QStringLiteral("dialog.cancel"));
    click(QStringLiteral("settings"));
    co_await there(QStringLiteral("settingsMenu"));
    shoot("settings", "light or dark, and when to lock");
    m_robot.key(*m_robot.find(QStringLiteral("settingsMenu")), Qt::Key_Escape);
    co_await gone(QStringLiteral("settingsMenu"));
}

Steps Tour::lockAndUnlock()
{
    say("12. Locked and unlocked");
    click(QStringLiteral("lock"));
    co_await there(QStringLiteral("unlock.secret"));
    type(QStringLiteral("unlock.secret"), QStringLiteral("NOT IT"));
    co_await there(QStringLiteral("unlock.do"));
    click(QStringLiteral("unlock.do"));
    co_await reads(QStringLiteral("unlock.error"), QStringLiteral("does not unlock"));
    shoot("wrong-passphrase", "a wrong passphrase is refused");
    type(QStringLiteral("unlock.secret"), m_digitsOnPaper);
    co_await there(QStringLiteral("unlock.do"));
    click(QStringLiteral("unlock.do"));
    co_await there(QStringLiteral("estate"));
    say("  the recovery key opens it, and what was open is open again");
    click(QStringLiteral("lock"));
    co_await there(QStringLiteral("start.sample"));
}

Steps Tour::sample()
{
    say("13. A sample estate, with every state there is");
    click(QStringLiteral("start.sample"));
    co_await there(QStringLiteral("home.enable"), 120'000);
    co_await rows(QStringLiteral("table.attention"), 5);
    co_await moment();
    shoot("sample-home", "what needs attention, soonest first");
    click(QStringLiteral("rail.resources"));
    co_await rows(QStringLiteral("table.resources"), 5);
    co_await moment();
    shoot("sample-resources", "all resources");
    click(QStringLiteral("rail.catalogue"));
    co_await rows(QStringLiteral("table.services"), 50);
    co_await moment();
    shoot("sample-catalogue", "every service that may take a key of one's own");
    go(QStringLiteral("Azure Database for MySQL"));
    co_await there(QStringLiteral("blade.service.overview"));
    co_await moment();
    shoot("sample-service", "what a service demands, by both editions of its rules");
    click(QStringLiteral("brand"));
    co_await there(QStringLiteral("rail.siem"));
    click(QStringLiteral("rail.siem"));
    co_await rows(QStringLiteral("table.receivers"), 1);
    co_await moment();
    shoot("sample-siem", "where the log goes as it grows");
    go(QStringLiteral("kv-backup"));
    co_await there(QStringLiteral("rail.vault.keys"));
    click(QStringLiteral("rail.vault.keys"));
    co_await rows(QStringLiteral("table.keys"), 5);
    clickRow(QStringLiteral("table.keys"), 4);
    co_await there(QStringLiteral("tab.key.overview"));
    co_await moment();
    shoot("sample-keys", "the keys of a vault with one opened beside them");
    m_program.window().resize(1280, 760);
    co_await moment();
    shoot("sample-1280", "two blades at 1280");
    m_program.window().resize(820, 700);
    co_await moment();
    shoot("sample-narrow", "narrow: blades step back, the rail folds");
    m_program.window().resize(m_size.boundedTo(m_program.window().screen()->availableGeometry().size()));
    co_await moment();
    go(QStringLiteral("rsv-branch"));
    co_await there(QStringLiteral("rail.resource.health"));
    click(QStringLiteral("rail.resource.health"));
    co_await there(QStringLiteral("fix.0"));
    co_await moment();
    shoot("sample-lost", "a resource that lost its key");
}

} // namespace keyward::app
