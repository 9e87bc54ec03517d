// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/store_restore.h"

#include "backend/base/files.h"
#include "backend/base/paths.h"
#include "backend/base/system_error.h"
#include "backend/custody/software_custody.h"
#include "backend/estate/describe.h"
#include "backend/estate/scope.h"
#include "backend/keystore/high_water_mark.h"
#include "backend/keystore/unfinished_copy.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace keyward::engine {
namespace {

using namespace estate;
namespace fs = std::filesystem;

/// One opened store with the engine on it.
struct Opened {
    std::unique_ptr<keystore::SqliteStore> store;
    std::unique_ptr<custody::SoftwareCustody> custody;
    std::unique_ptr<Engine> engine;
};

Result<Opened> openEngine(const keystore::StoreEnvironment &environment, const fs::path &file,
                          const keystore::Unlock &unlock, const Clock &clock,
                          const std::shared_ptr<const Catalogue> &catalogue, bool lookOnly)
{
    Opened out;
    KEYWARD_TRY(out.store, keystore::SqliteStore::open(environment, file, unlock, true));
    auto *raw = out.store.get();
    out.custody = std::make_unique<custody::SoftwareCustody>(environment.context,
                                                             [raw](const RecordId &id) { return raw->readSecret(id); });
    KEYWARD_TRY(out.engine, Engine::open({*out.store, *out.custody, clock, *environment.context, environment.context,
                                          catalogue, out.store->folder(), true, lookOnly}));
    return out;
}

Status copyFile(const fs::path &from, const fs::path &to)
{
    const auto oldMask = ::umask(077);
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    ::umask(oldMask);
    if (error) return failWith(error.value(), to);
    ::chmod(to.c_str(), 0600);
    return {};
}

void compare(const Estate &then, const Estate &today, Revived &out)
{
    for (const auto &[id, vault] : then.vaults()) {
        const auto *now = today.vault(id);
        for (const auto &[principal, permissions] : vault->policies) {
            const auto current = now ? now->policies.find(principal) : decltype(now->policies.begin()){};
            const auto had = now && current != now->policies.end() ? current->second : PermissionSet{};
            const auto extra = permissions.without(had);
            const auto *who = then.principal(principal);
            if (!extra.empty())
                out.grants.push_back(said("'{0}' {1} in vault {2}", who ? who->name : principal.text(), extra.text(),
                                          vault->name.text()));
        }
    }
    for (const auto &[id, key] : then.keys()) {
        const auto *now = today.key(id);
        if (!key->deleted && (!now || now->deleted))
            out.keys.push_back(now ? said("{0} (deleted today)", keyPath(then, *key))
                                   : said("{0} (purged today)", keyPath(then, *key)));
        if (!now || now->deleted) continue;
        for (const auto &version : key->versions) {
            const auto *current = now->version(version.id);
            if (version.enabled && current && !current->enabled)
                out.keys.push_back(said("{0} (disabled today)", keyPath(then, *key) + "/" + version.id.text()));
        }
    }
    std::ranges::sort(out.grants, {}, &Sentence::text);
    std::ranges::sort(out.keys, {}, &Sentence::text);
}

/// What lets somebody in beside access policies: roles, groups, client secrets, networks.
void compareAccess(const Estate &then, const Estate &today, Revived &out)
{
    const auto nameOf = [&](const PrincipalId &id) {
        const auto *principal = then.principal(id);
        return principal ? principal->name : id.text();
    };
    for (const auto &[id, assignment] : then.assignments()) {
        const auto *role = then.role(assignment->role);
        const auto *now = today.role(assignment->role);
        const auto more =
            (role ? role->permissions : PermissionSet{}).without(now ? now->permissions : PermissionSet{});
        if (!today.assignment(id) || !more.empty())
            out.grants.push_back(said("'{0}' role {1} on {2}", nameOf(assignment->principal),
                                      role ? role->name : std::string("?"), describe(then, assignment->scope)));
    }
    for (const auto &[id, principal] : then.principals()) {
        const auto *now = today.principal(id);
        for (const auto &member : principal->members)
            if (!now || !now->members.contains(member))
                out.grants.push_back(said("'{0}' in group '{1}'", nameOf(member), principal->name));
        for (const auto &secret : principal->secrets)
            if (!now || !now->secret(secret.id))
                out.grants.push_back(
                    said("client secret {0} of '{1}'", secret.id.text().substr(0, 8), principal->name));
    }
    for (const auto &[id, vault] : then.vaults()) {
        const auto *now = today.vault(id);
        if (!now) continue;
        if (vault->accessModel != now->accessModel)
            out.grants.push_back(vault->accessModel == AccessModel::Roles
                                     ? said("roles decide in vault {0}", vault->name.text())
                                     : said("access policies decide in vault {0}", vault->name.text()));
        Encoder was, is;
        was.edition = is.edition = editionOf<Vault>;
        was.kind = is.kind = static_cast<unsigned>(kindOf<Vault>);
        was(vault->firewall);
        is(now->firewall);
        if (was.take() != is.take())
            out.grants.push_back(said("network rules of vault {0} as they were: {1}", vault->name.text(),
                                      accessText(vault->firewall.access)));
    }
}

void compareSlots(const keystore::SqliteStore &then, const keystore::SqliteStore &today, Revived &out)
{
    std::set<keystore::SlotId> current;
    for (const auto &slot : today.slots()) current.insert(slot.id);
    for (const auto &slot : then.slots())
        if (!current.contains(slot.id))
            out.slots.push_back(
                said("{0} '{1}' of {2}", keystore::slotKindText(slot.kind), slot.label, dateText(slot.created)));
}

AuditEntry restoredEntry(const Revived &revived, const Actor &actor, Instant now)
{
    auto entry = entryBy(actor, "store.restore", "keystore");
    entry.time = now;
    entry.reason = "restored from " + std::to_string(revived.fromEntry);
    const auto list = [&](const char *what, const std::vector<Sentence> &names) {
        for (const auto &name : names) entry.reason += std::string("; revives ") + what + " " + name.text();
    };
    list("grant", revived.grants);
    list("unlock slot", revived.slots);
    list("key", revived.keys);
    return entry;
}

/// The lock that every open keystore shares; had alone, nobody has it open.
class Alone
{
public:
    static Result<std::unique_ptr<Alone>> take(const StorePath &store)
    {
        const auto folder = store.folder();
        if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failWith(errno, folder);
        std::unique_ptr<Alone> out(new Alone(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)));
        if (out->m_descriptor < 0 || ::flock(out->m_descriptor, LOCK_EX | LOCK_NB) != 0)
            return fail(Code::Busy, store.text(), {"it is open; close the other programs that use it"});
        return out;
    }
    ~Alone()
    {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    Alone(const Alone &) = delete;
    Alone &operator=(const Alone &) = delete;

private:
    explicit Alone(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// Everything of the copy is in its one file, and on the disk, before it takes the place of what was there.
Status makeDurable(const fs::path &part)
{
    if (pathExists(part.string() + "-wal"))
        return fail(Code::Io, part.string(), {"its log could not be merged into it"});
    const Descriptor file(::open(part.c_str(), O_RDONLY | O_CLOEXEC));
    return file.isOpen() ? syncFile(file.number(), part) : failWith(errno, part);
}

/// Sets the present keystore aside, puts the copy in its place and marks it as seen; what fails half way is put back.
Status swapIn(const fs::path &part, const fs::path &store, const fs::path &aside, const std::function<Status()> &mark)
{
    const auto move = [](const fs::path &from, const fs::path &to) {
        return !pathExists(from) || ::rename(from.c_str(), to.c_str()) == 0;
    };
    const auto putBack = [&](Status why) {
        if (!aside.empty() && !pathExists(store)) (void)move(aside, store);
        if (!aside.empty()) (void)move(aside.string() + "-wal", store.string() + "-wal");
        return why;
    };
    if (!aside.empty()) {
        for (const auto *suffix : {"-wal", ""}) // a log not yet merged goes with its file
            if (!move(store.string() + suffix, aside.string() + suffix)) return putBack(failWith(errno, store));
        ::unlink((store.string() + "-shm").c_str());
    }
    if (::rename(part.c_str(), store.c_str()) != 0) return putBack(failWith(errno, store));
    auto lasting = syncFolder(store.parent_path());
    if (lasting) lasting = mark();
    if (lasting || ::rename(store.c_str(), part.c_str()) != 0) return lasting;
    return putBack(lasting);
}

} // namespace

Result<Revived> restoreStore(const keystore::StoreEnvironment &environment, const RestoreStoreRequest &request,
                             const Clock &clock, const std::shared_ptr<const Catalogue> &catalogue, const Actor &actor)
{
    KEYWARD_CHECK(keystore::inspectFile(request.copy));
    KEYWARD_TRY(const auto copyPath, StorePath::existing(request.copy));
    KEYWARD_TRY(const auto store, StorePath::place(request.store));
    KEYWARD_TRY(auto unfinished, keystore::UnfinishedCopy::begin(store, store.file(), *environment.context));
    const auto &part = unfinished.part();
    KEYWARD_CHECK(copyFile(copyPath.file(), part));
    // With a mark of its own until it has its place: of what does not get there nothing may stay that speaks against
    // the present keystore.
    auto apart = environment;
    apart.stateFolder = part.string() + ".d";
    const auto work = [&]() -> Result<Revived> {
        Revived revived;
        KEYWARD_TRY(auto opened, openEngine(apart, part, request.unlockCopy, clock, catalogue, request.dryRun));
        revived.fromEntry = opened.store->head().sequence;
        KEYWARD_CHECK(opened.store->verifyRecords());
        KEYWARD_CHECK(opened.store->verifyAudit());
        const bool there = pathExists(store.file());
        if (there)
            if (const auto current = openEngine(environment, store.file(), request.unlockCurrent, clock, catalogue,
                                                true)) { // only to compare
                revived.compared = true;
                compareAccess(*opened.engine->snapshot(), *current->engine->snapshot(), revived);
                compare(*opened.engine->snapshot(), *current->engine->snapshot(), revived); // which also sorts
                compareSlots(*opened.store, *current->store, revived);
            }
        const auto snapshot = opened.engine->snapshot();
        for (const auto &data : storedData(*snapshot))
            if (!pathExists(store.folder() / data.file)) revived.withoutData.push_back(data.entity.text().substr(0, 8));
        if (request.dryRun) return revived;
        KEYWARD_TRY(const auto alone,
                    Alone::take(store)); // from here on no other process raises the mark
        keystore::HighWaterMark mark(environment.stateFolder, opened.store->id());
        KEYWARD_CHECK(mark.ready());
        KEYWARD_CHECK(opened.engine->note(restoredEntry(revived, actor, opened.engine->now())));
        const auto head = opened.store->head();
        {
            const auto closing = std::move(opened);
        } // merges its log into the file
        KEYWARD_CHECK(makeDurable(part));
        if (there)
            revived.setAside =
                store.text() + ".before-restore-" + std::to_string(clock.now().time_since_epoch().count() / 1000);
        KEYWARD_CHECK(swapIn(part, store.file(), revived.setAside, [&] { return mark.replace(head); }));
        unfinished.forget();
        return revived;
    };
    return work();
}

} // namespace keyward::engine
