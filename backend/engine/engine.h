// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/custody/custody.h"
#include "backend/engine/api/console.h"
#include "backend/engine/api/jobs.h"
#include "backend/engine/clock_state.h"
#include "backend/keystore/store.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <list>
#include <map>
#include <mutex>

namespace keyward::engine {

/// What an engine works with; all of it outlives the engine.
struct Parts {
    keystore::Store &store;
    custody::Custody &custody;
    const Clock &clock;
    Random &random;
    crypto::ContextPtr context;
    std::shared_ptr<const estate::Catalogue> catalogue;
    std::filesystem::path folder; ///< STORE.d
    bool putBack = false;         ///< a copy being put back, whose unfinished jobs may have ended in the newer store
    bool lookOnly = false;        ///< opening writes nothing, neither to the store nor beside it
    SteadyTime::Elapsed elapsed = {}; ///< absent: the system's
};

/// A log entry about a command, without its outcome; private to the engine.
AuditEntry entryAbout(const estate::Estate &estate, const estate::Command &command, const estate::Actor &actor,
                      Instant at, Random &random);

/// The imperative shell around the estate: one writer, any number of readers.
class Engine final : public Console, public AuditLog, public Jobs
{
public:
    /// Loads the estate; a new store is initialised. Codes of Store::load().
    static Result<std::unique_ptr<Engine>> open(Parts parts);

    ~Engine() override;
    EstatePtr snapshot() const override { return m_snapshot.load(); }
    estate::Assessment assessment() const override;
    Published published() const override;
    Instant now() const override;
    Result<EstatePtr> execute(const estate::Command &command, const estate::Actor &actor,
                              std::vector<MaterialWrite> materials = {}) override;
    Status refresh() override;
    Status note(const AuditEntry &entry) override;
    Listening listen(std::function<void(EstatePtr)> changed) override;

    Result<std::vector<AuditEntry>> newest(std::size_t limit, std::uint64_t before) override;
    Result<std::vector<AuditEntry>> from(std::uint64_t first, std::size_t limit) override;
    AuditCheckpoint checkpoint() override;
    Status verify() override;
    Status verifyAgainst(const AuditCheckpoint &earlier) override;

    /// The owner vouches for the clock: what destroys may go on, and a committed time ahead of the clock is given up.
    Status acceptClock(const estate::Actor &actor);
    ClockState clockState() const;
    /// As SteadyTime::goOnFrom(), from the last committed time.
    void goOnFrom(Millis then) { m_time.goOnFrom(m_parts.store.head().lastTime, then); }
    Millis elapsed() const { return m_time.elapsed(); }
    /// Carries out what time made due; stops at nothing. What has to wait is a refusal, and no entry of the log each
    /// time.
    struct Due {
        std::vector<std::string> done; ///< one line for people each
        std::vector<Error> refused;
    };
    Due runDue();
    std::optional<Progress> progressOf(const estate::JobId &job) const override;
    Status reapJobs() override;

    /// Whom a change leaves something to do about a resource (data keys to wrap anew): called after it was saved,
    /// on the thread of whoever made it, without any lock. What fails there is no failure of the change.
    void settleBy(std::function<void(const estate::ResourceId &)> settle) { m_settle = std::move(settle); }

    /// A log entry that waits for its commit, with a second look at what was allowed before.
    struct Pending {
        AuditEntry entry;
        EstatePtr judgedBy;                                                  ///< the snapshot that allowed it
        std::function<std::optional<Error>(const estate::Estate &)> recheck; ///< refusal under a newer snapshot
        std::optional<Error> refusal;                                        ///< out: access went away meanwhile
    };
    /// Writes the entries in one transaction. Fails closed: an error means that none of them may be answered.
    Status commitEntries(const std::vector<Pending *> &group);

    const Parts &parts() const { return m_parts; }

private:
    struct Made {
        crypto::SecretBytes secret;
        estate::EffectResult result;
    };
    using MadeMap = std::map<RecordId, Made>;

    explicit Engine(Parts parts) : m_parts(std::move(parts)), m_time(m_parts.elapsed) {}
    Status load();
    std::string unreadable(const Error &why, const RecordId &id) const;
    Status initialise();
    Status adoptPlaces();
    using Folders = std::vector<std::filesystem::path>;
    using Started = std::chrono::steady_clock::time_point;
    /// What an execution needs of what takes long, and leaves of it: both are done without the writer's lock.
    struct Outside {
        std::vector<estate::Effect> toMake; ///< before it can go on; empty: it went to its end
        Folders toRemove;                   ///< of what the change deleted, which is saved by now
        std::vector<estate::ResourceId> toSettle;
    };
    Result<Outside> executeLocked(const estate::Command &command, const estate::Actor &actor,
                                  const std::vector<MaterialWrite> &materials, const MadeMap &made, Started start);
    Status makeAll(const std::vector<estate::Effect> &effects, MadeMap &made);
    Result<keystore::WriteBatch> batchOf(const estate::Change &change, const MadeMap &made,
                                         const std::vector<MaterialWrite> &materials, Instant at);
    Outside publish(estate::Change change, Instant at);
    Outside finishEffects(const estate::Change &change);
    void forgetRevoked(const estate::Estate &before, const estate::Change &change);
    Status refreshLocked();
    bool reassessIfDue();
    void clearLeftover(const estate::Job &job, const std::filesystem::path &left);
    void tell(const EstatePtr &changed);
    void logRefusal(const estate::Command &command, const estate::Actor &actor, const Error &error, Instant at);
    Status guardClock(const estate::Change &change) const;
    Status watchClock();
    Result<Made> make(const estate::Effect &effect);

    Status refusalOf(const estate::Command &due) const;

    Parts m_parts;
    std::function<void(const estate::ResourceId &)> m_settle; ///< may be empty
    SteadyTime m_time;
    mutable std::mutex m_writer; ///< held for every write, so that a second look and its commit are one
    std::atomic<EstatePtr> m_snapshot;
    mutable std::mutex m_assessmentMutex; ///< also over snapshot and assessment together
    estate::Assessment m_assessment;
    struct Listener {
        std::recursive_mutex mutex; ///< held while it is told; it may end its own subscription meanwhile
        bool ended = false;
        std::function<void(EstatePtr)> changed;
    };
    std::mutex m_listenersMutex; ///< over the list alone, never while one is told
    std::list<std::shared_ptr<Listener>> m_listeners;
};

} // namespace keyward::engine
