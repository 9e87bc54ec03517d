// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"

#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

const Actor system_{Actor::Kind::System, "system", "local"};
constexpr std::string_view copyPrefix = "keyward-";
constexpr std::string_view copySuffix = ".keyward";

/// The oldest beyond what the schedule keeps (0: all); only files that look like its own.
void dropOldCopies(const std::filesystem::path &folder, const std::string &store, unsigned keep)
{
    if (keep == 0) return;
    std::vector<std::filesystem::path> copies;
    std::error_code ignored;
    for (auto entry = std::filesystem::directory_iterator(folder, ignored); entry != std::filesystem::directory_iterator(); entry.increment(ignored)) {
        const auto name = entry->path().filename().string();
        if (name.starts_with(std::string(copyPrefix) + store) && name.ends_with(copySuffix)) copies.push_back(entry->path());
    }
    std::ranges::sort(copies); // their names carry the time
    for (std::size_t i = 0; i + keep < copies.size(); ++i) std::filesystem::remove(copies[i], ignored);
}

Status backUpStore(Desk &desk, QJsonArray &done)
{
    const auto schedule = desk.snapshot()->settings().storeBackup;
    const auto now = desk.engine().now();
    if (!schedule || now - schedule->lastRun < schedule->every) return {};
    const auto store = desk.store().id().text().substr(0, 8);
    auto stamp = isoText(now);
    std::erase(stamp, ':');
    const auto file = std::filesystem::path(schedule->folder) / (std::string(copyPrefix) + store + "-" + stamp + std::string(copySuffix));
    KEYWARD_CHECK(desk.store().copyTo(file));
    if (const auto noted = desk.engine().execute({command::NoteStoreBackup{file.string()}}, system_); !noted) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored); // a copy that the log does not know is none
        return std::unexpected(noted.error());
    }
    dropOldCopies(schedule->folder, store, schedule->keep);
    done.append(reports::text("keystore copied to " + file.string()));
    return {};
}

/// Runs what is due now: purges, retention, backups of the keystore and of folders. Says what could not be done.
Status run(Session &session)
{
    KEYWARD_TRY(auto *desk, session.acting());
    QJsonArray done, failed;
    auto failures = desk->engine().runDue();
    if (const auto copied = backUpStore(*desk, done); !copied) failures.push_back(copied.error());
    for (const auto &[resource, point] : desk->backups().runDue(progressOn(session, "Backing up"))) {
        if (point) done.append(reports::text("recovery point " + point->text()));
        else failures.push_back(point.error());
    }
    session.out().progress("");
    for (const auto &line : done) session.out().line(line.toString().toStdString());
    if (done.isEmpty() && failures.empty()) session.out().line("Nothing was due.");
    for (const auto &failure : failures) failed.append(reports::view(failure));
    session.out().document(QJsonObject{{QLatin1String("done"), done}, {QLatin1String("failed"), static_cast<qint64>(failures.size())}, {QLatin1String("failures"), failed}});
    for (std::size_t i = 0; i + 1 < failures.size(); ++i) session.out().trouble(failures[i]);
    return failures.empty() ? Status{} : std::unexpected(failures.back());
}

} // namespace

void addScheduleCommands(Commands &commands)
{
    auto *group = commands.group("schedule", "What runs by itself");
    commands.act(group, "run", "Run what is due now; for a timer of the system (an agent does it every minute)", "it carries out whatever is due", run);
}

} // namespace keyward::ctl
