// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backups of databases: made while others write, checked, restored under a data key of their own.

#include "backend/base/system_error.h"
#include "backend/crypto/digest.h"
#include "backend/estate/describe_names.h"
#include "backend/protection/sql_server/sql_service.h"

#include <cerrno>
#include <sys/stat.h>

namespace keyward::protection {

using namespace estate;
using engine::DataCheck;
using Mode = sqlcipher::Database::Mode;

namespace {

constexpr std::size_t pieceSize = std::size_t(1) << 20U;

struct FileDigest {
    std::uint64_t bytes = 0;
    Bytes digest;
};

/// Code::Cancelled where 'goOn' says so.
Result<FileDigest> digestOf(const std::filesystem::path &file, const crypto::Context &context, const ByBytes &goOn)
{
    KEYWARD_TRY(auto descriptor, openRegular(file));
    crypto::Sha256 hash(context);
    hash.begin();
    FileDigest out;
    Bytes piece(pieceSize);
    for (;;) {
        KEYWARD_TRY(const auto got, readAt(descriptor.number(), piece, out.bytes, file));
        if (got == 0) break;
        hash.add(ByteView(piece).first(got));
        out.bytes += got;
        if (goOn && !goOn(out.bytes)) return fail(Code::Cancelled);
    }
    const auto digest = hash.end();
    out.digest.assign(digest.begin(), digest.end());
    return out;
}

/// A file that nobody writes, against what was noted when it was made: no key is needed for that.
Status unchanged(const DatabaseBackup &backup, const std::filesystem::path &folder, const crypto::Context &context,
                 const ByBytes &goOn)
{
    const auto damaged = [&](const char *why) {
        return fail(Code::DatabaseBackupDamaged, backup.id.text().substr(0, 8), {why});
    };
    struct stat there{};
    if (::lstat((folder / pagesName).c_str(), &there) != 0)
        return errno == ENOENT ? damaged("its file is missing") : failWith(errno, folder / pagesName);
    if (!S_ISREG(there.st_mode)) return damaged("its file is none");
    if (static_cast<std::uint64_t>(there.st_size) != backup.bytes) return damaged("its file has another size");
    KEYWARD_TRY(const auto now, digestOf(folder / pagesName, context, goOn));
    return now.digest == backup.digest ? Status{} : damaged("its file was altered");
}

} // namespace

Result<DatabaseBackupId> SqlService::runBackup(const DatabaseId &database, const Actor &actor,
                                               const ProgressCallback &progress, const engine::JobRunner::Work &work)
{
    const command::StartDatabaseBackup start{.database = database,
                                             .job = m_parts.context->id<JobId>(),
                                             .backup = m_parts.context->id<DatabaseBackupId>(),
                                             .folder = m_parts.context->id<RecordId>().text()};
    KEYWARD_CHECK(m_jobs.run({.id = start.job, .begin = {start}, .actor = actor}, progress, work));
    return start.backup;
}

Result<DatabaseBackupId> SqlService::backUp(const DatabaseId &database, const Actor &actor,
                                            const ProgressCallback &progress)
{
    return runBackup(database, actor, progress, [&](const Job &job, auto &watch) -> Status {
        KEYWARD_TRY(const auto pages, open(database, DatabaseUse::Kind::Shared, Mode::Write));
        return copyInto(job, pages.database, *pages.file, watch);
    });
}

/// TDE-15: with its boot record as it is now, which no later protector touches.
Status SqlService::copyInto(const Job &job, const Database &database, sqlcipher::Database &pages,
                            engine::JobProgress &progress)
{
    const auto &work = *workOf<DatabaseBackupWork>(job);
    KEYWARD_TRY(const auto folder, newFolder(job));
    DatabaseBackup backup{.id = *work.backup,
                          .server = database.server,
                          .database = database.id,
                          .databaseName = database.name.text(),
                          .made = m_parts.console.now(),
                          .encrypted = database.encrypted,
                          .wrappedBy = {},
                          .bytes = 0,
                          .digest = {},
                          .job = job.id,
                          .folder = job.folder};
    if (database.encrypted) {
        KEYWARD_TRY(const auto boot, readBootRecord(folderOf(database), database.id));
        KEYWARD_CHECK(writeBootRecords({{folder, boot}}, m_parts.folder));
        backup.wrappedBy = boot.by;
    }
    progress.step("Copying pages");
    KEYWARD_CHECK(pages.backUpTo(folder / pagesName, byBytes(progress)));
    progress.step("Checking the copy");
    KEYWARD_TRY(auto copy, digestOf(folder / pagesName, *m_parts.context, byBytes(progress)));
    backup.bytes = copy.bytes;
    backup.digest = std::move(copy.digest);
    KEYWARD_CHECK(syncNew(folder));
    return enter(command::FinishDatabaseBackup{job.id, backup});
}

Result<DatabaseId> SqlService::restore(const engine::DatabaseRestore &what, const Actor &actor,
                                       const ProgressCallback &progress)
{
    const command::StartDatabaseRestore start{.backup = what.backup,
                                              .server = what.server,
                                              .name = what.name,
                                              .job = m_parts.context->id<JobId>(),
                                              .database = m_parts.context->id<DatabaseId>(),
                                              .folder = m_parts.context->id<RecordId>().text()};
    KEYWARD_CHECK(m_jobs.run({.id = start.job, .begin = {start}, .actor = actor}, progress,
                             [&](const Job &job, auto &watch) { return fillRestored(job, what, watch); }));
    return start.database;
}

/// Under a new data key: who could unwrap that of the backup, now or once, learns nothing of what is written later.
Status SqlService::fillRestored(const Job &job, const engine::DatabaseRestore &what, engine::JobProgress &progress)
{
    const auto &work = *workOf<DatabaseRestoreWork>(job);
    const auto estate = m_parts.console.snapshot();
    const auto *backup = estate->databaseBackup(work.backup);
    const auto *server = estate->resource(what.server);
    if (!backup || !server) return fail(Code::NotFound, work.backup.text().substr(0, 8), {"database backup"});
    progress.step("Checking the backup");
    KEYWARD_CHECK(unchanged(*backup, folderOf(*backup), *m_parts.context, byBytes(progress)));
    KEYWARD_TRY(const auto pages, openBackup(*backup, *server));
    const auto folder = m_parts.folder / job.folder;
    KEYWARD_TRY(auto dataKey, newDataKey(backup->encrypted));
    KEYWARD_TRY(auto dressed, begin(job, what.server, *work.database, std::move(dataKey)));
    progress.step("Writing pages");
    KEYWARD_CHECK(pages->copyTo(folder / pagesName, dressed ? &dressed->key : nullptr, byBytes(progress)));
    KEYWARD_CHECK(syncNew(folder));
    return finish(databaseOf(job, *work.database, what.name, backup->encrypted), dressed ? &*dressed : nullptr);
}

Result<std::unique_ptr<sqlcipher::Database>> SqlService::openBackup(const DatabaseBackup &backup,
                                                                    const Resource &server)
{
    const auto shown = backup.id.text().substr(0, 8);
    const auto damaged = [&](Error error) {
        return error.code == Code::DatabaseDamaged
                   ? Error{Code::DatabaseBackupDamaged, shown, std::move(error.arguments), {}}
                   : error;
    };
    std::optional<crypto::SecretBytes> key;
    if (backup.encrypted) {
        const auto boot = readBootRecord(folderOf(backup), backup.database).transform_error(damaged);
        if (!boot) return std::unexpected(boot.error());
        if (!sameKeyVersion(boot->by, backup.wrappedBy))
            return fail(Code::DatabaseBackupDamaged, shown, {"its boot record is another one's"});
        auto unwrapped = unwrap(server, *boot);
        if (!unwrapped && unwrapped.error().code == Code::UnwrapFailed)
            return fail(Code::DatabaseBackupDamaged, shown, {"its data key does not open"});
        KEYWARD_TRY(key, std::move(unwrapped));
    }
    return openPages(folderOf(backup), within(key), Mode::Read, shown).transform_error(damaged);
}

/// Without its key: what was noted of the file says whether it is whole.
DataCheck SqlService::look(const DatabaseBackup &backup, engine::Depth depth)
{
    using State = DataCheck::State;
    const auto as = [&](State state, std::optional<Error> why = {}) {
        return DataCheck{.data = recordOf(backup.id), .state = state, .reason = std::move(why)};
    };
    if (backup.encrypted)
        if (const auto boot = readBootRecord(folderOf(backup), backup.database); !boot)
            return as(State::Damaged,
                      Error{Code::DatabaseBackupDamaged, backup.id.text().substr(0, 8), boot.error().arguments, {}});
    if (depth == engine::Depth::Presence) {
        std::error_code error;
        const auto size = std::filesystem::file_size(folderOf(backup) / pagesName, error);
        if (!error && size == backup.bytes) return as(State::Unopened);
        return as(State::Damaged,
                  Error{Code::DatabaseBackupDamaged, backup.id.text().substr(0, 8), {"its file is not whole"}, {}});
    }
    const auto whole = unchanged(backup, folderOf(backup), *m_parts.context, {});
    if (whole) return as(State::Whole);
    return as(whole.error().code == Code::DatabaseBackupDamaged ? State::Damaged : State::Unopened, whole.error());
}

} // namespace keyward::protection
