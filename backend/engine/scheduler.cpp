// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/scheduler.h"

#include "backend/base/new_file.h"
#include "backend/engine/job_runner.h"
#include "backend/engine/schedule_lock.h"
#include "backend/estate/describe.h"
#include "backend/estate/due.h"

#include <algorithm>
#include <fstream>

namespace keyward::engine {

using namespace estate;

namespace {

constexpr std::string_view copyPrefix = "keyward-";
constexpr std::string_view copySuffix = ".keyward";
constexpr Millis sayAgainAfter = std::chrono::hours(1);
constexpr std::size_t lookBack = 200; ///< entries of the log

/// keyward-0123abcd-2027-01-31T120000Z.keyward: sorts by time.
std::string copyName(const std::string &store, Instant now)
{
    auto stamp = isoText(now);
    std::erase(stamp, ':');
    return std::string(copyPrefix) + store + "-" + stamp + std::string(copySuffix);
}

/// The oldest beyond what the schedule keeps; only files that look like its own. As everywhere, 0 keeps all.
void dropOldCopies(const std::filesystem::path &folder, const std::string &store, unsigned keep)
{
    if (keep == 0) return;
    std::vector<std::filesystem::path> copies;
    std::error_code error;
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (name.starts_with(std::string(copyPrefix) + store + "-") && name.ends_with(copySuffix))
            copies.push_back(entry->path());
    }
    std::ranges::sort(copies);
    for (std::size_t i = 0; i + keep < copies.size(); ++i) std::filesystem::remove(copies[i], error);
}

/// Another one after each start of the machine.
std::string bootId()
{
    std::string out;
    std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), out);
    return out.empty() ? "unknown" : out;
}

} // namespace

Schedules::Outcome Scheduler::run(const ProgressCallback &progress)
{
    Outcome outcome;
    runDue(outcome, progress);
    // Last, so that what was just done goes along; and without the lock, as a receiver may let itself be waited for.
    if (m_parts.siem && !outcome.elsewhere) m_parts.siem->forward(outcome, progress);
    return outcome;
}

void Scheduler::runDue(Outcome &outcome, const ProgressCallback &progress)
{
    auto lock = ScheduleLock::acquire(m_parts.store.folder());
    if (!lock) {
        outcome.elsewhere = lock.error().code == Code::Busy;
        if (!outcome.elsewhere) outcome.failed.push_back(lock.error());
        return;
    }
    if (const auto fresh = m_parts.engine.refresh(); !fresh) { // what another one did since is not due again
        outcome.failed.push_back(fresh.error());
        return;
    }
    goOn(*lock);
    auto due = m_parts.engine.runDue();
    outcome.done = std::move(due.done);
    outcome.failed = std::move(due.refused);
    backUpStore(outcome);
    for (auto *service : m_parts.services.all()) service->runDue(outcome, progress);
    goOn(*lock);
}

/// A scheduled command is a new process each time; what they measure together is kept beside their lock.
void Scheduler::goOn(ScheduleLock &lock)
{
    const ScheduleLock::Reading here{.boot = bootId(),
                                     .elapsed = m_parts.engine.elapsed().count(),
                                     .committed = m_parts.store.head().lastTime.time_since_epoch().count()};
    const auto there = lock.reading();
    const bool same = there && there->boot == here.boot && there->committed == here.committed;
    if (same)
        m_parts.engine.goOnFrom(Millis(there->elapsed));
    else
        (void)lock.keep(here); // on a full disk time stands still for those who come next, as it did before
}

void Scheduler::backUpStore(Outcome &outcome)
{
    const auto schedule = m_parts.engine.snapshot()->settings().storeBackup;
    const auto now = m_parts.engine.now();
    if (!schedule || !scheduleDue(schedule->every, schedule->lastRun, now)) return;
    const auto store = m_parts.store.id().text().substr(0, 8);
    const auto file = std::filesystem::path(schedule->folder) / copyName(store, now);
    auto copied = m_parts.store.copyTo(file);
    if (copied) {
        const auto noted = m_parts.engine.execute({command::NoteStoreBackup{file.string()}}, systemActor);
        if (!noted) copied = std::unexpected(takenBack(file, noted.error())); // one that the log does not know is none
    }
    if (!copied) {
        noteFailure(copied.error(), now);
        outcome.failed.push_back(copied.error());
        return;
    }
    dropOldCopies(schedule->folder, store, schedule->keep);
    outcome.done.push_back("Copy the keystore to " + file.string());
}

/// In the log, where whoever looks finds it: nobody sees what a schedule prints. It is tried again every minute, and
/// said again every hour.
void Scheduler::noteFailure(const Error &error, Instant now)
{
    auto entry = entryBy(systemActor, operationName(command::NoteStoreBackup{}), "keystore");
    entry.result = AuditEntry::Result::Failed;
    entry.reason = message(error);
    const auto said = [&](const AuditEntry &one) { // by its kind: the reason names another file each time
        return one.operation == entry.operation && one.result == entry.result && now - one.time < sayAgainAfter;
    };
    const auto log = m_parts.engine.newest(lookBack, 0);
    if (log && std::ranges::any_of(*log, said)) return;
    (void)m_parts.engine.note(entry);
}

void Scheduler::start(Millis every)
{
    m_thread = std::jthread([this, every](const std::stop_token &stop) {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, stop, every, [] { return false; }) && !stop.stop_requested()) {
            lock.unlock();
            // what fails is in the log and among the jobs
            (void)run([&](const Progress &) { return !stop.stop_requested(); });
            lock.lock();
        }
    });
}

void Scheduler::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable()) m_thread.join();
}

} // namespace keyward::engine
