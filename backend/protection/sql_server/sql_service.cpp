// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Databases of SQL servers: made, opened, converted, looked at, destroyed.

#include "backend/protection/sql_server/sql_service.h"

#include "backend/base/new_file.h"
#include "backend/base/paths.h"
#include "backend/base/system_error.h"
#include "backend/estate/apply.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/services/sql_server/access.h"
#include "backend/estate/services/sql_server/replication.h"

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace keyward::protection {

using namespace estate;
using Mode = sqlcipher::Database::Mode;

namespace {

constexpr std::uintmax_t longestScript = std::uintmax_t(256) << 20U;
constexpr const char *rolesChanged = "a replica took its primary's place; connect again";
constexpr int protectorTries = 5; // of a database made while protectors change

Result<std::string> scriptIn(const std::filesystem::path &file)
{
    KEYWARD_TRY(const auto descriptor, openRegular(file, Links::Follow));
    struct stat there{};
    if (::fstat(descriptor.number(), &there) != 0) return failWith(errno, file);
    if (static_cast<std::uintmax_t>(there.st_size) > longestScript)
        return fail(Code::FileTooLarge, file.string(), {"a script has at most 256 MiB"});
    std::string out(static_cast<std::size_t>(there.st_size), '\0');
    const std::span into(reinterpret_cast<std::uint8_t *>(out.data()), out.size());
    KEYWARD_TRY(const auto size, readAt(descriptor.number(), into, 0, file));
    out.resize(size);
    return out;
}

/// The keystore's own files are open in this process by other means: opening and closing them here would drop the locks
/// that keep them whole.
Status notOfTheKeystore(const std::filesystem::path &file, std::filesystem::path storeFolder)
{
    const auto refused = [&](const std::filesystem::path &holder) {
        return std::unexpected(Error{Code::SourceHoldsStore,
                                     file.string(),
                                     {holder.string()},
                                     "To copy a database: keywardctl sql database export, then create --from."});
    };
    if (liesWithin(file, storeFolder)) return refused(storeFolder);
    const auto same = [](const std::filesystem::path &one, const std::filesystem::path &other) {
        struct stat a{}, b{};
        return ::stat(one.c_str(), &a) == 0 && ::stat(other.c_str(), &b) == 0 && a.st_dev == b.st_dev &&
               a.st_ino == b.st_ino;
    };
    const auto store = storeFolder.replace_extension();
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        if (same(file, store.string() + suffix)) return refused(store);
    return {};
}

} // namespace

std::unique_ptr<engine::Service> makeService(const ServiceOf<SqlServer> &service)
{
    return std::make_unique<SqlService>(service.parts);
}

SqlService::SqlService(ServiceParts parts)
    : m_parts(std::move(parts)), m_jobs(m_parts.console, m_parts.folder),
      m_listening(m_parts.console.listen([this](const EstatePtr &estate) { endStale(*estate); }))
{}

Status SqlService::enter(const Action &action, const Actor &actor)
{
    return m_parts.console.execute({action}, actor).transform([](const auto &) {});
}

/// TDE-4, TDE-6: whatever process found it out, connections end.
void SqlService::endStale(const Estate &estate)
{
    m_connections.endWhere([&](const DatabaseId &id, bool replica) -> std::optional<Error> {
        if (const auto may = mayBeOpened(estate, id); !may) return may.error();
        if (estate.database(id)->replication.has_value() == replica) return {};
        return Error{Code::Busy, nameOf(estate, id), {rolesChanged}, {}};
    });
}

void SqlService::endConnections(const DatabaseId &id, const Error &why)
{
    m_connections.endWhere(
        [&](const DatabaseId &other, bool) { return other == id ? std::optional(why) : std::nullopt; });
}

Status SqlService::mayGoOn(const DatabaseId &id, const std::string &folder, bool replica)
{
    const auto estate = m_parts.console.snapshot();
    KEYWARD_CHECK(mayBeOpened(*estate, id));
    const auto &database = *estate->database(id);
    if (database.folder != folder)
        return fail(Code::Busy, nameOf(*estate, id), {"its pages were written anew; connect again"});
    if (database.replication.has_value() != replica) return fail(Code::Busy, nameOf(*estate, id), {rolesChanged});
    const auto *server = estate->resource(database.server);
    const auto *profile = server && database.wrappedBy ? estate->catalogue().find(server->type) : nullptr;
    if (!profile || !server->binding || profile->checksAccessEvery.count() == 0) return {};
    if (m_parts.console.now() - server->accessChecked < profile->checksAccessEvery) return {};
    const auto asked = checkAccess(server->id); // no data key is kept longer than the answer holds
    if (asked) return {};
    KEYWARD_CHECK(mayBeOpened(*m_parts.console.snapshot(), id));
    return asked;
}

/// TDE-6: access given back heals with the next connection, not only with the next look.
void SqlService::askWhereAccessIsBack(const DatabaseId &id)
{
    const auto estate = m_parts.console.snapshot();
    const auto *database = estate->database(id);
    const auto *server = database ? estate->resource(database->server) : nullptr;
    if (!server || !server->loss || !database->wrappedBy || !checkIsDue(*estate, *server)) return;
    [[maybe_unused]] const auto noted = checkAccess(server->id); // whoever opens it reads what came of it
}

Result<SqlService::Pages> SqlService::open(const DatabaseId &id, DatabaseUse::Kind kind, Mode mode)
{
    askWhereAccessIsBack(id);
    const auto before = m_parts.console.snapshot();
    KEYWARD_CHECK(mayBeOpened(*before, id));
    if (!before->database(id)->replication) KEYWARD_CHECK(finishCutShort(*before->database(id)));
    std::optional<DatabaseUse> use; // a replica's pages are locked as they are opened
    if (!before->database(id)->replication) {
        KEYWARD_TRY(use, DatabaseUse::of(folderOf(*before->database(id)), kind, nameOf(*before, id)));
    }
    KEYWARD_CHECK(m_parts.console.refresh()); // from here on its pages stay
    const auto estate = m_parts.console.snapshot();
    KEYWARD_CHECK(mayBeOpened(*estate, id));
    const auto database = *estate->database(id);
    if (database.folder != before->database(id)->folder)
        return fail(Code::Busy, nameOf(*estate, id), {"its pages were just written anew; try again"});
    if (database.replication.has_value() == use.has_value())
        return fail(Code::Busy, nameOf(*estate, id), {"a replica just took its primary's place; try again"});
    std::optional<crypto::SecretBytes> key;
    if (database.encrypted) {
        KEYWARD_TRY(key, dataKeyOf(database));
    }
    if (!use) {
        KEYWARD_TRY(auto still, stillPages(database, within(key)));
        return Pages{std::move(still.use), std::move(still.file), database, std::move(key)};
    }
    KEYWARD_TRY(auto file, openPages(folderOf(database), within(key), mode, nameOf(*estate, id)));
    return Pages{*std::move(use), std::move(file), database, std::move(key)};
}

Result<std::unique_ptr<engine::SqlConnection>> SqlService::connect(const DatabaseId &id)
{
    KEYWARD_TRY(auto pages, open(id, DatabaseUse::Kind::Shared, Mode::Write));
    const auto folder = pages.database.folder;
    const bool replica = pages.database.replication.has_value();
    const auto mayStill = [this, id, folder, replica] { return mayGoOn(id, folder, replica); };
    std::shared_ptr<OpenDatabase> shared;
    if (replica) {
        const auto estate = m_parts.console.snapshot();
        const auto key = std::make_shared<std::optional<crypto::SecretBytes>>(std::move(pages.key));
        shared = std::make_shared<OpenDatabase>(
            [this, database = pages.database, key] { return stillPages(database, within(*key)); },
            Error{Code::DatabaseIsReplica,
                  nameOf(*estate, id),
                  {nameOf(*estate, pages.database.replication->primary)},
                  {}},
            mayStill);
    } else {
        shared =
            std::make_shared<OpenDatabase>(OpenDatabase::Pages{std::move(pages.use), std::move(pages.file)}, mayStill);
    }
    m_connections.add(pages.database.server, id, replica, shared);
    endStale(*m_parts.console.snapshot()); // where access was lost meanwhile
    return std::make_unique<Connection>(std::move(shared));
}

Result<DatabaseId> SqlService::create(const engine::NewDatabase &what, const Actor &actor,
                                      const ProgressCallback &progress)
{
    auto exact = what;
    if (what.source != engine::NewDatabase::Source::Empty) {
        KEYWARD_TRY(exact.file, realPath(what.file));
        KEYWARD_CHECK(notOfTheKeystore(exact.file, m_parts.folder));
    }
    auto &random = *m_parts.context;
    const command::StartDatabase start{.server = what.server,
                                       .job = random.id<JobId>(),
                                       .database = random.id<DatabaseId>(),
                                       .name = what.name,
                                       .folder = random.id<RecordId>().text(),
                                       .source = exact.file.string(),
                                       .script = exact.source == engine::NewDatabase::Source::Script,
                                       .encrypted = exact.encrypted};
    KEYWARD_CHECK(m_jobs.run({.id = start.job, .begin = {start}, .actor = actor}, progress,
                             [&](const Job &job, auto &watch) { return fill(job, exact, start.database, watch); }));
    return start.database;
}

Status SqlService::fill(const Job &job, const engine::NewDatabase &what, const DatabaseId &id,
                        engine::JobProgress &progress)
{
    using Source = engine::NewDatabase::Source;
    const auto folder = m_parts.folder / job.folder;
    KEYWARD_TRY(auto dataKey, newDataKey(what.encrypted));
    KEYWARD_TRY(auto dressed, begin(job, what.server, id, std::move(dataKey)));
    const auto *key = dressed ? &dressed->key : nullptr;
    const auto pages = folder / pagesName;
    progress.step(what.source == Source::Empty ? "Writing the first page" : "Writing pages");
    const auto goOn = [&] { return progress({}); };
    if (what.source == Source::File) {
        KEYWARD_TRY(const auto source, sqlcipher::Database::open(what.file, nullptr, Mode::Read));
        KEYWARD_CHECK(source->copyTo(pages, key, byBytes(progress)));
    } else {
        KEYWARD_TRY(const auto fresh, sqlcipher::Database::open(pages, key, Mode::Create));
        if (what.source == Source::Script) {
            KEYWARD_TRY(const auto script, scriptIn(what.file));
            KEYWARD_CHECK(fresh->runScript(script, {.goOn = goOn}));
        }
    }
    KEYWARD_CHECK(syncNew(folder));
    return finish(databaseOf(job, id, what.name, what.encrypted), dressed ? &*dressed : nullptr);
}

Database databaseOf(const Job &job, const DatabaseId &id, const DatabaseName &name, bool encrypted)
{
    return {.id = id,
            .server = job.resource,
            .name = name,
            .created = {},
            .encrypted = encrypted,
            .wrappedBy = {},
            .job = job.id,
            .folder = job.folder};
}

Result<std::filesystem::path> SqlService::newFolder(const Job &job)
{
    auto folder = m_parts.folder / job.folder;
    if (::mkdir(folder.c_str(), 0700) != 0) return failWith(errno, folder);
    return folder;
}

Result<std::optional<SqlService::Dressed>> SqlService::begin(const Job &job, const ResourceId &server,
                                                             const DatabaseId &database,
                                                             std::optional<crypto::SecretBytes> key)
{
    KEYWARD_TRY(const auto folder, newFolder(job));
    KEYWARD_CHECK(DatabaseUse::prepare(folder));
    if (!key) return std::nullopt;
    std::optional out(
        Dressed{.key = *std::move(key), .boot = {.database = database, .by = {}, .algorithm = {}, .wrapped = {}}});
    KEYWARD_CHECK(dressAnew(server, *out));
    KEYWARD_CHECK(writeBootRecords({{folder, out->boot}}, m_parts.folder));
    return out;
}

Status SqlService::syncNew(const std::filesystem::path &folder)
{
    KEYWARD_CHECK(syncFolder(folder));
    return syncFolder(m_parts.folder);
}

/// Where the protector changed while pages were written, the data key is wrapped once more: they stay.
Status SqlService::keep(const ResourceId &server, const std::filesystem::path &folder, Dressed *dressed,
                        const std::function<Action(const std::optional<WrappedBy> &)> &keeping)
{
    for (int attempt = 0;; ++attempt) {
        const auto done = enter(keeping(dressed ? dressed->boot.by : std::nullopt));
        if (done) return {};
        if (!dressed || done.error().code != Code::Conflict || attempt == protectorTries)
            return std::unexpected(done.error());
        KEYWARD_CHECK(dressAnew(server, *dressed));
        KEYWARD_CHECK(writeBootRecords({{folder, dressed->boot}}, m_parts.folder));
    }
}

Status SqlService::finish(Database database, Dressed *dressed)
{
    return keep(database.server, folderOf(database), dressed, [&](const auto &by) {
        database.wrappedBy = by;
        return command::FinishDatabase{database.job, database};
    });
}

Status SqlService::setEncryption(const DatabaseId &id, bool encrypted, const Actor &actor,
                                 const ProgressCallback &progress)
{
    const command::StartConversion start{.database = id,
                                         .job = m_parts.context->id<JobId>(),
                                         .encrypted = encrypted,
                                         .folder = m_parts.context->id<RecordId>().text()};
    return m_jobs.run({.id = start.job, .begin = {start}, .actor = actor}, progress,
                      [&](const Job &job, auto &watch) { return convert(job, id, watch); });
}

Status SqlService::convert(const Job &job, const DatabaseId &id, engine::JobProgress &progress)
{
    const auto &work = *workOf<ConversionWork>(job);
    endConnections(id, {Code::Busy, nameOf(*m_parts.console.snapshot(), id), {"its pages are being written anew"}, {}});
    KEYWARD_TRY(const auto old, open(id, DatabaseUse::Kind::Alone, Mode::Write));
    const auto folder = m_parts.folder / job.folder;
    KEYWARD_TRY(auto dataKey, newDataKey(work.encrypted));
    KEYWARD_TRY(auto dressed, begin(job, old.database.server, id, std::move(dataKey)));
    progress.step(work.encrypted ? "Encrypting pages" : "Decrypting pages");
    KEYWARD_CHECK(old.file->copyTo(folder / pagesName, dressed ? &dressed->key : nullptr, byBytes(progress)));
    KEYWARD_CHECK(syncNew(folder));
    return keep(old.database.server, folder, dressed ? &*dressed : nullptr,
                [&](const auto &by) { return command::FinishConversion{job.id, by}; });
}

Status SqlService::exportPlain(const DatabaseId &id, const std::filesystem::path &file, const Actor &actor,
                               const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto pages, open(id, DatabaseUse::Kind::Shared, Mode::Read));
    KEYWARD_TRY(const auto target, realPath(file));
    if (liesWithin(target.parent_path(), m_parts.folder))
        return fail(Code::TargetInStore, file.string(), {m_parts.folder.string()});
    KEYWARD_CHECK(pages.file->copyTo(target, nullptr, byBytes(progress)));
    auto entry = engine::entryBy(actor, "database.export", nameOf(*m_parts.console.snapshot(), id));
    entry.subjectId = referenceTo(id);
    entry.reason = "In the clear, into " + target.string();
    if (const auto noted = m_parts.console.note(entry); !noted)
        return std::unexpected(takenBack(target, noted.error())); // what the log does not know of does not leave
    return {};
}

Result<std::string> SqlService::resume(const JobId &id, const Actor &actor, const ProgressCallback &progress)
{
    const auto estate = m_parts.console.snapshot();
    const auto *job = estate->job(id);
    if (!job) return fail(Code::NotFound, id.text(), {"job"});
    if (!workOf<RewrapWork>(*job))
        return fail(Code::ValueInvalid, id.text().substr(0, 8),
                    {"job to resume", said("a {0} is simply run again", kindText(*job))});
    KEYWARD_CHECK(rewrap(job->resource, actor, progress));
    return "wrapped the data keys of " + nameOf(*estate, job->resource);
}

Result<std::uint64_t> SqlService::deleteData(const ResourceId &server, const Actor &actor)
{
    std::uint64_t gone = 0;
    const auto estate = m_parts.console.snapshot();
    if (const auto *resource = estate->resource(server))
        KEYWARD_CHECK(notLinked(*estate, *resource)); // before all goes
    for (const auto &id : estate->databasesOf(server)) {
        KEYWARD_CHECK(enter(command::DropDatabase{.database = id, .forGood = true}, actor));
        ++gone;
    }
    for (const auto &id : estate->databaseBackupsOf(server)) {
        KEYWARD_CHECK(enter(command::DeleteDatabaseBackup{id}, actor));
        ++gone;
    }
    return gone;
}

} // namespace keyward::protection
