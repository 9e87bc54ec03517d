// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/job_runner.h"
#include "backend/protection/bound_key.h"
#include "backend/protection/service_parts.h"
#include "backend/protection/sql_server/boot_record.h"
#include "backend/protection/sql_server/connections.h"
#include "backend/protection/sql_server/database_files.h"

#include <condition_variable>
#include <deque>
#include <set>

namespace keyward::protection {

using engine::ProgressCallback;

/// What SQL servers do. The data key of each database is random, wrapped by the protector or by the platform's key; the
/// server's identity asks the vault for every wrap and unwrap, and an unwrap is asked for by each connection.
class SqlService final : public engine::SqlServers
{
public:
    explicit SqlService(ServiceParts parts);

    std::string_view name() const override { return estate::SqlServer::service; }
    void runDue(engine::DueWork &out, const ProgressCallback &progress) override;
    void settle(const estate::ResourceId &server) override;
    Result<std::string> resume(const estate::JobId &job, const estate::Actor &actor,
                               const ProgressCallback &progress) override;
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const ProgressCallback &progress) override;
    Result<std::uint64_t> deleteData(const estate::ResourceId &server, const estate::Actor &actor) override;

    Result<estate::DatabaseId> create(const engine::NewDatabase &what, const estate::Actor &actor,
                                      const ProgressCallback &progress) override;
    Status setEncryption(const estate::DatabaseId &database, bool encrypted, const estate::Actor &actor,
                         const ProgressCallback &progress) override;
    Status exportPlain(const estate::DatabaseId &database, const std::filesystem::path &file,
                       const estate::Actor &actor, const ProgressCallback &progress) override;
    Result<estate::DatabaseBackupId> backUp(const estate::DatabaseId &database, const estate::Actor &actor,
                                            const ProgressCallback &progress) override;
    Result<estate::DatabaseId> restore(const engine::DatabaseRestore &what, const estate::Actor &actor,
                                       const ProgressCallback &progress) override;
    Result<estate::DatabaseId> replicate(const estate::DatabaseId &primary, const estate::ResourceId &server,
                                         const estate::Actor &actor, const ProgressCallback &progress) override;
    Result<std::uint64_t> syncReplica(const estate::DatabaseId &replica, const ProgressCallback &progress) override;
    Status failOver(const estate::DatabaseId &replica, bool complete, const estate::Actor &actor,
                    const ProgressCallback &progress) override;
    Result<std::unique_ptr<engine::SqlConnection>> connect(const estate::DatabaseId &database) override;
    Status rewrap(const estate::ResourceId &server, const estate::Actor &actor,
                  const ProgressCallback &progress) override;
    Status checkAccess(const estate::ResourceId &server) override;
    std::size_t connections(const estate::ResourceId &server) const override { return m_connections.count(server); }

private:
    using EstatePtr = engine::EstatePtr;
    /// A data key for a database, in its boot record.
    struct Dressed {
        crypto::SecretBytes key;
        BootRecord boot;
    };

    /// A change of the estate, of which only matters whether it was made.
    Status enter(const estate::Action &action, const estate::Actor &actor = engine::systemActor);

    // sql_service.cpp, sql_service_check.cpp: databases
    Status fill(const estate::Job &job, const engine::NewDatabase &what, const estate::DatabaseId &id,
                engine::JobProgress &progress);
    /// A folder for what a job makes.
    Result<std::filesystem::path> newFolder(const estate::Job &job);
    /// … for a database, with the boot record of its data key where it has one.
    Result<std::optional<Dressed>> begin(const estate::Job &job, const estate::ResourceId &server,
                                         const estate::DatabaseId &database, std::optional<crypto::SecretBytes> key);
    /// By a command that says what wraps the data key of the new pages in 'folder'.
    Status keep(const estate::ResourceId &server, const std::filesystem::path &folder, Dressed *dressed,
                const std::function<estate::Action(const std::optional<estate::WrappedBy> &)> &keeping);
    Status finish(estate::Database database, Dressed *dressed);
    Status convert(const estate::Job &job, const estate::DatabaseId &id, engine::JobProgress &progress);
    Status syncNew(const std::filesystem::path &folder); ///< and its name
    /// Its pages, with a lock that keeps others from replacing them.
    struct Pages {
        DatabaseUse use;
        std::unique_ptr<sqlcipher::Database> file;
        estate::Database database; ///< as it was then
        std::optional<crypto::SecretBytes> key;
    };
    Result<Pages> open(const estate::DatabaseId &id, DatabaseUse::Kind kind, sqlcipher::Database::Mode mode);
    void askWhereAccessIsBack(const estate::DatabaseId &id);
    engine::DataCheck look(const estate::Database &database, engine::Depth depth);
    void endStale(const estate::Estate &estate);
    /// Of a database that was opened in a folder, as a replica or not.
    Status mayGoOn(const estate::DatabaseId &id, const std::string &folder, bool replica);
    void endConnections(const estate::DatabaseId &id, const Error &why);
    /// Of a database or a backup.
    std::filesystem::path folderOf(const auto &stored) const { return m_parts.folder / stored.folder; }

    // sql_service_backups.cpp
    Result<estate::DatabaseBackupId> runBackup(const estate::DatabaseId &database, const estate::Actor &actor,
                                               const ProgressCallback &progress, const engine::JobRunner::Work &work);
    /// The backup that a job makes, of pages that are open.
    Status copyInto(const estate::Job &job, const estate::Database &database, sqlcipher::Database &pages,
                    engine::JobProgress &progress);
    Status fillRestored(const estate::Job &job, const engine::DatabaseRestore &what, engine::JobProgress &progress);
    /// Its pages, opened by the target's identity.
    Result<std::unique_ptr<sqlcipher::Database>> openBackup(const estate::DatabaseBackup &backup,
                                                            const estate::Resource &server);
    engine::DataCheck look(const estate::DatabaseBackup &backup, engine::Depth depth);

    // sql_service_replicas.cpp
    Status fillReplica(const estate::Job &job, const estate::ResourceId &server, engine::JobProgress &progress);
    /// The data key of a primary, as the server of a replica comes to it: by its own copy of the key.
    Result<std::optional<crypto::SecretBytes>> keyByCopy(const estate::Database &primary,
                                                         const estate::Resource &server);
    /// Its pages, for one query; nobody changes them for as long as these live.
    Result<OpenDatabase::Pages> stillPages(const estate::Database &replica, const crypto::SecretBytes *key);
    /// What a former primary has in its log goes into its file.
    Status foldLog(const estate::Database &replica, const crypto::SecretBytes *key);
    Status finishCutShort(const estate::Database &database);
    Status keepWhatOnlyItHas(const estate::Database &replica, const crypto::SecretBytes *key,
                             const ProgressCallback &progress);
    /// What was cut short is finished, and the log folded.
    Status settlePages(const estate::Database &replica, const crypto::SecretBytes *key);
    /// Both locked: makes the one what the other is, and notes it.
    Result<std::uint64_t> carry(const estate::Database &replica, const estate::Database &primary,
                                DatabaseUse::Kind primaryUse, const ProgressCallback &progress,
                                const std::function<Status()> &whileLocked);
    Result<std::uint64_t> follow(const estate::DatabaseId &replica, const ProgressCallback &progress);
    void syncWhatIsDue(const estate::ResourceId &server, engine::DueWork &out, const ProgressCallback &progress);

    // sql_service_keys.cpp: data keys and the protector
    Result<std::optional<crypto::SecretBytes>> newDataKey(bool encrypted);
    Status dressAnew(const estate::ResourceId &server, Dressed &dressed);
    Result<crypto::SecretBytes> unwrap(const estate::Resource &server, const BootRecord &boot);
    Result<crypto::SecretBytes> dataKeyOf(const estate::Database &database);
    Status ask(const estate::Estate &estate, const estate::Resource &server);
    Status note(const estate::Resource &server, const Status &answer);
    void dropWhatIsLost(const estate::ResourceId &server, engine::DueWork &out);
    bool checkIsDue(const estate::Estate &estate, const estate::Resource &server);

    // sql_service_rewrap.cpp
    /// Whether there was something to do. Nothing is done while the server has no access to its key.
    Result<bool> rewrapWhatIsLeft(const estate::ResourceId &server, const ProgressCallback &progress);
    Status rewrapAll(const estate::Job &job, engine::JobProgress &progress);
    /// Some of a server's databases, as the estate had them.
    struct RewrapBatch {
        EstatePtr estate;
        const estate::Resource *server;
        std::vector<const estate::Database *> databases;
    };
    /// What those who wrap share.
    struct Rewrap {
        estate::ResourceId server;
        std::mutex mutex = {}; ///< over what follows
        std::condition_variable changed = {};
        std::set<estate::DatabaseId> tried = {};
        std::deque<estate::DatabaseId> waiting = {};
        std::uint64_t done = 0;
        std::size_t working = 0;
        bool stop = false;
        std::optional<Error> failed = {};
    };
    std::optional<RewrapBatch> nextBatch(Rewrap &all); ///< each database once
    Status rewrapSome(const RewrapBatch &some);

    ServiceParts m_parts;
    engine::JobRunner m_jobs;
    Connections m_connections;
    std::mutex m_askedMutex;
    std::map<estate::DatabaseId, Instant> m_followedAt; ///< when replicas were last looked at in this process
    std::set<estate::ResourceId> m_askedHere; ///< since this process has the keystore open (TDE-5: at restart)
    engine::Listening m_listening;            ///< ends first
};

/// TDE-9: a server takes no key that expired, although its vault would still unwrap with it (VLT-5).
Status notExpired(const estate::Estate &estate, const estate::Resource &server, Instant now);
/// What an error says, to be told within other sentences.
std::string reasonIn(const Error &error);
/// Of a database that a job makes, but for what wraps its data key.
estate::Database databaseOf(const estate::Job &job, const estate::DatabaseId &id, const DatabaseName &name,
                            bool encrypted);

inline const crypto::SecretBytes *within(const std::optional<crypto::SecretBytes> &key)
{
    return key ? &*key : nullptr;
}

} // namespace keyward::protection
