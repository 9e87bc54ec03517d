// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/schedules.h"
#include "backend/engine/api/siem.h"
#include "backend/engine/engine.h"
#include "backend/keystore/sqlite_store.h"

#include <condition_variable>
#include <thread>

namespace keyward::engine {

class ScheduleLock;

/// CON-5: carries out what time makes due: ended retentions, new key versions (BKP-13), copies of the keystore, what
/// services do by time, and what receivers of the log wait for (TDE-19).
/// Every process that holds the keystore open for a while has one; only one of them is at it at a time.
class Scheduler final : public Schedules
{
public:
    struct Parts { ///< all of it outlives the scheduler
        Engine &engine;
        const Services &services;
        keystore::SqliteStore &store;
        Siem *siem = nullptr; ///< may be absent: nothing is forwarded
    };

    explicit Scheduler(Parts parts) : m_parts(parts) {}
    ~Scheduler() override { stop(); }
    Scheduler(const Scheduler &) = delete;
    Scheduler &operator=(const Scheduler &) = delete;
    Scheduler(Scheduler &&) = delete;
    Scheduler &operator=(Scheduler &&) = delete;

    Outcome run(const ProgressCallback &progress) override;
    /// From now on by itself, on a thread of its own, first after 'every'.
    void start(Millis every);
    /// Ends that; a job under way is cancelled and leaves nothing half done.
    void stop();

private:
    void runDue(Outcome &outcome, const ProgressCallback &progress);
    void goOn(ScheduleLock &lock);
    void backUpStore(Outcome &outcome);
    void noteFailure(const Error &error, Instant now);

    Parts m_parts;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace keyward::engine
