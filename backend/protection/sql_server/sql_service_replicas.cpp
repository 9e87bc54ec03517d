// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-13: replicas of databases on linked servers: made, kept up with their primaries, put in their place.

#include "backend/base/files.h"
#include "backend/base/system_error.h"
#include "backend/estate/apply.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/services/sql_server/replication.h"
#include "backend/protection/sql_server/replica_pages.h"
#include "backend/protection/sql_server/sql_service.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>

namespace keyward::protection {

using namespace estate;
using engine::systemActor;
using Mode = sqlcipher::Database::Mode;

namespace {

constexpr const char *stampName = "followed";

bool hasLog(const std::filesystem::path &folder)
{
    struct stat there{};
    return ::stat((folder / logName).c_str(), &there) == 0 && there.st_size > 0;
}

/// By which it is seen that nothing was written to a database since: the same while its files are the same. Only a
/// hint, beside the replica, that saves asking for a key where there is nothing to carry over.
class Stamp
{
public:
    static Stamp of(const std::filesystem::path &folder, Instant now)
    {
        Stamp out;
        std::size_t at = 0;
        for (const auto *name : {pagesName, logName}) {
            struct stat there{};
            const bool some = ::stat((folder / name).c_str(), &there) == 0 && there.st_size > 0;
            out.m_numbers[at++] = some ? static_cast<std::int64_t>(there.st_ino) : 0;
            out.m_numbers[at++] = some ? static_cast<std::int64_t>(there.st_size) : 0;
            out.m_numbers[at++] = some ? there.st_mtim.tv_sec : 0;
            out.m_numbers[at++] = some ? there.st_mtim.tv_nsec : 0;
        }
        out.m_taken = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
        return out;
    }
    static std::optional<Stamp> read(const std::filesystem::path &replica)
    {
        std::ifstream in(replica / stampName);
        Stamp out;
        for (auto &number : out.m_numbers) in >> number;
        in >> out.m_taken;
        return in ? std::optional(out) : std::nullopt;
    }
    void write(const std::filesystem::path &replica) const
    {
        std::ofstream out(replica / stampName, std::ios::trunc);
        for (const auto number : m_numbers) out << number << ' ';
        out << m_taken << '\n'; // what fails costs one look more
    }
    /// What was written within the same tick of the file system's clock as the stamp was taken does not show in it.
    bool stillHolds(const Stamp &now) const
    {
        constexpr std::int64_t tick = 2; // seconds
        return m_numbers == now.m_numbers && m_numbers[2] + tick < m_taken && m_numbers[6] + tick < m_taken;
    }

private:
    std::array<std::int64_t, 8> m_numbers{};
    std::int64_t m_taken = 0; ///< seconds
};

} // namespace

Result<std::optional<crypto::SecretBytes>> SqlService::keyByCopy(const Database &primary, const Resource &server)
{
    if (!primary.encrypted) return std::nullopt;
    KEYWARD_TRY(auto boot, readBootRecord(folderOf(primary), primary.id));
    if (boot.by) {
        const auto estate = m_parts.console.snapshot();
        const auto now = m_parts.console.now();
        const auto *usable = usableCopyOn(*estate, server, boot.by->key, boot.by->version, now);
        const auto *copy = usable ? usable : copyOn(*estate, server, boot.by->key, boot.by->version);
        if (!copy) return fail(Code::KeyNotOnServer, server.name.text(), {boot.by->uri});
        boot.by = WrappedBy{copy->vault, copy->key, copy->version, copy->uri};
    }
    auto key = unwrap(server, boot);
    if (key) return std::optional(*std::move(key));
    if (key.error().code != Code::UnwrapFailed) return std::unexpected(key.error());
    return fail(Code::DatabaseDamaged, nameOf(*m_parts.console.snapshot(), primary.id), {"its data key does not open"});
}

Status SqlService::foldLog(const Database &replica, const crypto::SecretBytes *key)
{
    const auto folder = folderOf(replica);
    if (!hasLog(folder)) return {};
    const auto name = nameOf(*m_parts.console.snapshot(), replica.id);
    KEYWARD_TRY(const auto once, openPages(folder, key, Mode::Write, name));
    return once->holdPages().transform([](const auto &) {});
}

Status SqlService::settlePages(const Database &replica, const crypto::SecretBytes *key)
{
    KEYWARD_CHECK(finishCarried(folderOf(replica), *m_parts.context));
    return foldLog(replica, key);
}

/// A replica that became a database of its own while pages were carried over to it.
Status SqlService::finishCutShort(const Database &database)
{
    const auto folder = folderOf(database);
    if (!carryingWasCutShort(folder)) return {};
    KEYWARD_TRY(const auto alone,
                DatabaseUse::of(folder, DatabaseUse::Kind::Alone, nameOf(*m_parts.console.snapshot(), database.id)));
    return finishCarried(folder, *m_parts.context);
}

Result<OpenDatabase::Pages> SqlService::stillPages(const Database &replica, const crypto::SecretBytes *key)
{
    const auto folder = folderOf(replica);
    const auto name = nameOf(*m_parts.console.snapshot(), replica.id);
    KEYWARD_TRY(auto use, DatabaseUse::of(folder, DatabaseUse::Kind::Shared, name));
    if (carryingWasCutShort(folder) || hasLog(folder)) {
        {
            [[maybe_unused]] const auto released = std::move(use);
        }
        {
            KEYWARD_TRY(const auto alone, DatabaseUse::of(folder, DatabaseUse::Kind::Alone, name));
            KEYWARD_CHECK(settlePages(replica, key));
        }
        KEYWARD_TRY(use, DatabaseUse::of(folder, DatabaseUse::Kind::Shared, name));
        if (carryingWasCutShort(folder)) return fail(Code::Busy, name, {"changes are being carried over to it"});
    }
    KEYWARD_CHECK(m_parts.console.refresh()); // from here on it stays what it is
    const auto estate = m_parts.console.snapshot();
    const auto *now = estate->database(replica.id);
    if (!now || now->folder != replica.folder || !now->replication)
        return fail(Code::Busy, name, {"a replica just took its primary's place; try again"});
    KEYWARD_TRY(auto file, openPages(folder, key, Mode::Still, name));
    return OpenDatabase::Pages{std::move(use), std::move(file)};
}

Result<DatabaseId> SqlService::replicate(const DatabaseId &primary, const ResourceId &server, const Actor &actor,
                                         const ProgressCallback &progress)
{
    const command::StartReplica start{.primary = primary,
                                      .server = server,
                                      .job = m_parts.context->id<JobId>(),
                                      .replica = m_parts.context->id<DatabaseId>(),
                                      .folder = m_parts.context->id<RecordId>().text()};
    KEYWARD_CHECK(m_jobs.run({.id = start.job, .begin = {start}, .actor = actor}, progress,
                             [&](const Job &job, auto &watch) { return fillReplica(job, server, watch); }));
    return start.replica;
}

/// Under the data key of its primary, which the replica's server unwraps with its own copy of the key, so that it is
/// shown to have one, and has wrapped by its own protector.
Status SqlService::fillReplica(const Job &job, const ResourceId &serverId, engine::JobProgress &progress)
{
    const auto &work = *workOf<ReplicaWork>(job);
    const auto estate = m_parts.console.snapshot();
    const auto *primary = estate->database(work.primary);
    const auto *server = estate->resource(serverId);
    if (!primary || !server) return fail(Code::NotFound, job.title, {"database"});
    KEYWARD_TRY(auto key, keyByCopy(*primary, *server));
    KEYWARD_TRY(auto dressed, begin(job, serverId, *work.replica, std::move(key)));
    KEYWARD_CHECK(finishCutShort(*primary));
    const auto name = nameOf(*estate, primary->id);
    KEYWARD_TRY(const auto use, DatabaseUse::of(folderOf(*primary), DatabaseUse::Kind::Shared, name));
    KEYWARD_TRY(const auto pages, openPages(folderOf(*primary), dressed ? &dressed->key : nullptr, Mode::Write, name));
    const auto folder = m_parts.folder / job.folder;
    progress.step("Copying pages");
    KEYWARD_CHECK(copyPages(*pages, folder, byBytes(progress)));
    progress.step("Carrying over what changed meanwhile");
    Instant asOf{};
    {
        KEYWARD_TRY(const auto held, pages->holdPages());
        asOf = m_parts.console.now();
        KEYWARD_CHECK(carryPages(held, folder, *m_parts.context, byBytes(progress)).transform([](const auto &) {}));
    }
    KEYWARD_CHECK(syncNew(folder));
    auto replica = databaseOf(job, *work.replica, primary->name, primary->encrypted);
    replica.replication = Replication{.primary = primary->id, .asOf = asOf};
    return keep(serverId, folder, dressed ? &*dressed : nullptr, [&](const auto &by) {
        replica.wrappedBy = by;
        return command::FinishReplica{job.id, replica};
    });
}

Result<std::uint64_t> SqlService::carry(const Database &replica, const Database &primary, DatabaseUse::Kind primaryUse,
                                        const ProgressCallback &progress, const std::function<Status()> &whileLocked)
{
    const auto estate = m_parts.console.snapshot();
    const auto *server = estate->resource(replica.server);
    if (!server) return fail(Code::NotFound, replica.server.text(), {"resource"});
    KEYWARD_TRY(const auto key, keyByCopy(primary, *server));
    const auto *with = within(key);
    KEYWARD_CHECK(finishCutShort(primary));
    KEYWARD_TRY(const auto useOfPrimary, DatabaseUse::of(folderOf(primary), primaryUse, nameOf(*estate, primary.id)));
    KEYWARD_TRY(const auto useOfReplica,
                DatabaseUse::of(folderOf(replica), DatabaseUse::Kind::Alone, nameOf(*estate, replica.id)));
    KEYWARD_CHECK(m_parts.console.refresh()); // from here on the pages of both stay where they are
    const auto now = m_parts.console.snapshot();
    const auto *replicaNow = now->database(replica.id), *primaryNow = now->database(primary.id);
    if (!replicaNow || !primaryNow || replicaNow->folder != replica.folder || primaryNow->folder != primary.folder ||
        !replicaNow->replication || replicaNow->replication->primary != primary.id || primaryNow->replication)
        return fail(Code::Busy, nameOf(*estate, replica.id), {"it was changed just now; try again"});
    KEYWARD_CHECK(foldLog(replica, with)); // what was cut short is done, or compared, with the rest
    if (replicaNow->replication->diverged) KEYWARD_CHECK(keepWhatOnlyItHas(replica, with, progress));
    Carried carried;
    {
        KEYWARD_TRY(const auto pages, openPages(folderOf(primary), with, Mode::Write, nameOf(*now, primary.id)));
        KEYWARD_TRY(const auto held, pages->holdPages());
        const auto asOf = m_parts.console.now();
        const auto stamp = Stamp::of(folderOf(primary), asOf);
        KEYWARD_TRY(carried, carryPages(held, folderOf(replica), *m_parts.context, byBytes(progress)));
        if (carried.pages > 0 || replicaNow->replication->stopped)
            KEYWARD_CHECK(enter(command::NoteReplicated{.replica = replica.id, .asOf = asOf, .pages = carried.pages}));
        stamp.write(folderOf(replica));
    }
    if (whileLocked) KEYWARD_CHECK(whileLocked());
    return carried.pages;
}

/// Once: it is noted with the backup that it has nothing of its own any more, and nobody writes to it.
Status SqlService::keepWhatOnlyItHas(const Database &replica, const crypto::SecretBytes *key,
                                     const ProgressCallback &progress)
{
    const auto name = nameOf(*m_parts.console.snapshot(), replica.id);
    KEYWARD_CHECK(runBackup(replica.id, systemActor, progress, [&](const Job &job, auto &watch) -> Status {
        KEYWARD_TRY(const auto pages, openPages(folderOf(replica), key, Mode::Still, name));
        return copyInto(job, replica, *pages, watch);
    }));
    const auto estate = m_parts.console.snapshot();
    const auto *now = estate->database(replica.id);
    if (!now || !now->replication) return fail(Code::DatabaseNoReplica, nameOf(*estate, replica.id));
    return enter(command::NoteReplicated{.replica = replica.id, .asOf = now->replication->asOf, .pages = 0});
}

Result<std::uint64_t> SqlService::follow(const DatabaseId &id, const ProgressCallback &progress)
{
    const auto estate = m_parts.console.snapshot();
    const auto *replica = estate->database(id);
    if (!replica) return fail(Code::NotFound, id.text().substr(0, 8), {"database"});
    KEYWARD_CHECK(mayFollow(*estate, *replica, m_parts.console.now()));
    const auto &follows = *replica->replication;
    const auto *primary = estate->database(follows.primary);
    if (!follows.diverged && !follows.stopped) {
        const auto stamp = Stamp::read(folderOf(*replica));
        if (stamp && stamp->stillHolds(Stamp::of(folderOf(*primary), m_parts.console.now()))) return std::uint64_t(0);
    }
    return carry(*replica, *primary, DatabaseUse::Kind::Shared, progress, {});
}

Result<std::uint64_t> SqlService::syncReplica(const DatabaseId &id, const ProgressCallback &progress)
{
    auto done = follow(id, progress);
    if (done || done.error().code == Code::Cancelled || done.error().code == Code::DatabaseNoReplica) return done;
    const auto estate = m_parts.console.snapshot();
    const auto *replica = estate->database(id);
    if (!replica || !replica->replication) return done;
    const auto reason = reasonIn(done.error());
    const auto &stopped = replica->replication->stopped;
    if (!stopped || stopped->reason != reason) KEYWARD_CHECK(enter(command::NoteReplicationStopped{id, reason}));
    return done;
}

void SqlService::syncWhatIsDue(const ResourceId &server, engine::DueWork &out, const ProgressCallback &progress)
{
    const auto estate = m_parts.console.snapshot();
    const auto now = m_parts.console.now();
    for (const auto *database : liveDatabases(*estate, server)) {
        if (!database->replication) continue;
        {
            const std::lock_guard lock(m_askedMutex);
            auto &last = m_followedAt[database->id];
            if (now - std::max(last, database->replication->asOf) < replicatesEvery && !database->replication->diverged)
                continue;
            last = now;
        }
        const auto path = nameOf(*estate, database->id);
        const auto done = syncReplica(database->id, progress);
        if (!done && done.error().code != Code::RegionOut) // what is down is told of by itself
            out.failed.push_back(done.error());
        else if (done && *done > 0)
            out.done.push_back("Carry " + std::to_string(*done) + " pages over to replica " + path);
    }
}

Status SqlService::failOver(const DatabaseId &id, bool complete, const Actor &actor, const ProgressCallback &progress)
{
    KEYWARD_CHECK(m_parts.console.refresh());
    const auto estate = m_parts.console.snapshot();
    KEYWARD_CHECK(mayFailOver(*estate, id));
    const auto replica = *estate->database(id);
    const auto take = [&](bool all) { return enter(command::FailOver{.replica = id, .complete = all}, actor); };
    const auto *primary = estate->database(replica.replication->primary);
    if (!primary) return fail(Code::NotFound, nameOf(*estate, id), {"primary"});
    if (const auto reached = primaryIsThere(*estate, replica); !reached)
        return complete ? reached : take(false);                       // as it is
    KEYWARD_CHECK(mayFollow(*estate, replica, m_parts.console.now())); // keys, replication, failover, in this order
    // Whatever would refuse it does so before anybody's connection ends.
    KEYWARD_CHECK(apply(*estate, {command::FailOver{.replica = id, .complete = true}}, actor, m_parts.console.now())
                      .transform([](const auto &) {}));
    const Error ends{Code::Busy, nameOf(*estate, id), {"a replica takes its primary's place"}, {}};
    endConnections(primary->id, ends);
    endConnections(id, ends);
    return carry(replica, *primary, DatabaseUse::Kind::Alone, progress, [&] { return take(true); })
        .transform([](const auto &) {});
}

} // namespace keyward::protection
