// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Data keys and the protector that wraps them: each use is asked of the vault by the server's identity (TDE-3, TDE-5).

#include "backend/estate/apply.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/preparation.h"
#include "backend/protection/sql_server/sql_service.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;
using engine::systemActor;

namespace {

constexpr std::size_t dataKeySize = 32;
constexpr Millis restart =
    std::chrono::minutes(15); ///< a timer that starts a process each minute is no restart each time

} // namespace

Status notExpired(const Estate &estate, const Resource &server, Instant now)
{
    const auto *profile = estate.catalogue().find(server.type);
    const auto *key = server.binding ? estate.key(server.binding->key) : nullptr;
    const auto *version = key ? key->version(server.binding->version) : nullptr;
    const bool over = profile && profile->refusesExpiry && version && version->expires && now >= *version->expires;
    return over ? fail(Code::ProtectorExpired, server.name.text(), {isoText(*version->expires)}) : Status{};
}

std::string reasonIn(const Error &error)
{
    auto out = message(error);
    if (out.ends_with('.')) out.pop_back();
    return out;
}

Result<std::optional<crypto::SecretBytes>> SqlService::newDataKey(bool encrypted)
{
    if (!encrypted) return std::nullopt;
    return crypto::SecretBytes::random(dataKeySize, *m_parts.context).transform([](auto key) {
        return std::optional(std::move(key));
    });
}

/// Wraps a data key by the protector of the moment.
Status SqlService::dressAnew(const ResourceId &id, Dressed &dressed)
{
    const auto estate = m_parts.console.snapshot();
    const auto *server = estate->resource(id);
    if (!server) return fail(Code::NotFound, id.text(), {"resource"});
    auto &boot = dressed.boot;
    boot.by = boundKey(*estate, *server);
    if (!boot.by) {
        boot.algorithm = WrapAlgorithm::AesKw;
        KEYWARD_TRY(boot.wrapped, m_parts.keys.wrapForPlatform(server->name.text(), dressed.key));
        return {};
    }
    KEYWARD_CHECK(notExpired(*estate, *server, m_parts.console.now()));
    KEYWARD_TRY(const auto asked, keyRequest(*estate, *server, *boot.by));
    boot.algorithm = WrapAlgorithm::RsaOaep256;
    KEYWARD_TRY(boot.wrapped, m_parts.keys.wrap(asked, boot.algorithm, dressed.key));
    return {};
}

Result<crypto::SecretBytes> SqlService::unwrap(const Resource &server, const BootRecord &boot)
{
    if (!boot.by) return m_parts.keys.unwrapForPlatform(server.name.text(), boot.wrapped);
    const auto estate = m_parts.console.snapshot();
    KEYWARD_CHECK(notExpired(*estate, server, m_parts.console.now()));
    KEYWARD_TRY(const auto asked, keyRequest(*estate, server, *boot.by));
    return m_parts.keys.unwrap(asked, boot.algorithm, boot.wrapped);
}

/// The reason where it cannot be had now is the server's loss of access, which is noted.
Result<crypto::SecretBytes> SqlService::dataKeyOf(const Database &database)
{
    const auto estate = m_parts.console.snapshot();
    const auto *server = estate->resource(database.server);
    if (!server) return fail(Code::NotFound, database.server.text(), {"resource"});
    const auto path = server->name.text() + "/" + database.name.text();
    KEYWARD_TRY(const auto boot, readBootRecord(folderOf(database), database.id));
    auto key = unwrap(*server, boot);
    if (key) return key;
    if (key.error().code == Code::UnwrapFailed)
        return fail(Code::DatabaseDamaged, path, {"its data key does not open"});
    if (!lossIn(key.error())) return key;
    if (boot.by && sameKeyVersion(boot.by, server->binding)) {
        const Status lost = std::unexpected(key.error());
        [[maybe_unused]] const auto noted = note(*server, lost); // gives back what it was given
    }
    return std::unexpected(
        Error{Code::DatabaseInaccessible, path, {sentence(key.error()), server->name.text()}, remedy(key.error())});
}

/// TDE-5: one data key of it is unwrapped; a server without any wraps one for this and unwraps it.
Status SqlService::ask(const Estate &estate, const Resource &server)
{
    KEYWARD_CHECK(notExpired(estate, server, m_parts.console.now()));
    for (const auto *database : liveDatabases(estate, server.id)) {
        if (!database->wrappedBy || !sameKeyVersion(database->wrappedBy, server.binding)) continue;
        const auto boot = readBootRecord(folderOf(*database), database->id);
        if (!boot) continue; // damaged: says nothing about access
        const auto key = unwrap(server, *boot);
        if (key || key.error().code != Code::UnwrapFailed) return key.transform([](const auto &) {});
    }
    KEYWARD_TRY(const auto asked, keyRequest(estate, server, *boundKey(estate, server)));
    KEYWARD_TRY(const auto canary, crypto::SecretBytes::random(dataKeySize, *m_parts.context));
    KEYWARD_TRY(const auto wrapped, m_parts.keys.wrap(asked, WrapAlgorithm::RsaOaep256, canary));
    KEYWARD_TRY(const auto back, m_parts.keys.unwrap(asked, WrapAlgorithm::RsaOaep256, wrapped));
    return back.sameAs(canary) ? Status{}
                               : fail(Code::Internal, server.name.text(), {"a key unwrapped something else"});
}

/// Into the estate, from where every process learns it and ends its connections.
Status SqlService::note(const Resource &server, const Status &answer)
{
    std::optional<AccessLoss> loss;
    if (!answer) {
        const auto kind = lossIn(answer.error());
        if (!kind) return answer;
        loss = AccessLoss{.kind = *kind, .since = {}, .reason = reasonIn(answer.error())};
    }
    const auto estate = m_parts.console.snapshot();
    const auto *now = estate->resource(server.id);
    const auto *profile = now ? estate->catalogue().find(now->type) : nullptr;
    if (!now || !now->binding || !profile) return answer;
    const bool sameLoss = loss && now->loss && loss->kind == now->loss->kind && loss->reason == now->loss->reason;
    const bool recent = m_parts.console.now() - now->accessChecked < profile->checksAccessEvery;
    if (!(sameLoss && recent)) KEYWARD_CHECK(enter(command::NoteAccess{server.id, loss}));
    return answer;
}

Status SqlService::checkAccess(const ResourceId &id)
{
    const auto estate = m_parts.console.snapshot();
    const auto *server = estate->resource(id);
    if (!server) return fail(Code::NotFound, id.text(), {"resource"});
    if (!server->binding) return {};
    const auto answer = note(*server, ask(*estate, *server));
    const std::lock_guard lock(m_askedMutex);
    m_askedHere.insert(id);
    return answer;
}

/// At a restart, every few hours, and at once where what the rules say of its key is not what it last found.
bool SqlService::checkIsDue(const Estate &estate, const Resource &server)
{
    const auto *profile = estate.catalogue().find(server.type);
    if (!server.binding || !profile || profile->checksAccessEvery.count() == 0) return false;
    const auto now = m_parts.console.now();
    {
        const std::lock_guard lock(m_askedMutex);
        if (!m_askedHere.contains(server.id) && now - server.accessChecked >= restart) return true;
    }
    if (now - server.accessChecked >= profile->checksAccessEvery || server.accessChecked > now) return true;
    const auto *key = estate.key(server.binding->key);
    const auto *vault = key ? estate.vault(key->vault) : nullptr;
    const auto *version = vault ? key->version(server.binding->version) : nullptr;
    const bool stands =
        version && obstaclesTo(estate, server, *vault, *key, *version, {profile->permissions, true}, now).empty();
    return stands == server.loss.has_value();
}

/// TDE-6: the countdown ended, and the server was asked once more just now.
void SqlService::dropWhatIsLost(const ResourceId &id, engine::DueWork &out)
{
    const auto estate = m_parts.console.snapshot();
    const auto *server = estate->resource(id);
    const auto at = server ? dropsAt(*estate, *server) : std::nullopt;
    if (!at || m_parts.console.now() < *at) return;
    for (const auto *database : liveDatabases(*estate, id)) {
        if (!database->wrappedBy) continue;
        const auto path = server->name.text() + "/" + database->name.text();
        const auto done = m_parts.console.execute(
            {command::DropDatabase{.database = database->id, .byLoss = true}, true}, systemActor);
        if (done)
            out.done.push_back("Drop database " + path + ", whose key could not be used since " +
                               isoText(server->loss->since));
        else
            out.failed.push_back(done.error());
    }
}

void SqlService::runDue(engine::DueWork &out, const ProgressCallback &progress)
{
    std::vector<ResourceId> servers;
    const auto begun = m_parts.console.snapshot();
    for (const auto &[id, resource] : begun->resources())
        if (facetOf<SqlServer>(*resource)) servers.push_back(id);
    for (const auto &id : servers) {
        if (progress && !progress({})) return;
        const auto estate = m_parts.console.snapshot();
        const auto *server = estate->resource(id);
        if (!server || outageOf(*estate, server->place.region)) continue; // it is down itself
        if (checkIsDue(*estate, *server)) {
            const auto answer = checkAccess(id);
            if (!answer) out.failed.push_back(answer.error());
        }
        dropWhatIsLost(id, out);
        syncWhatIsDue(id, out, progress);
        const auto done = rewrapWhatIsLeft(id, progress);
        if (done && *done)
            out.done.push_back("Wrap the data keys of " + nameOf(*m_parts.console.snapshot(), id));
        else if (!done)
            out.failed.push_back(done.error());
    }
}

/// What fails is noted with the resource, or among the jobs.
void SqlService::settle(const ResourceId &id)
{
    const auto estate = m_parts.console.snapshot();
    const auto *server = estate->resource(id);
    if (!server || outageOf(*estate, server->place.region)) return; // it is down itself
    [[maybe_unused]] const auto asked = checkAccess(id);            // TDE-5: at rollover; TDE-13: when a region is out
    [[maybe_unused]] const auto done = rewrapWhatIsLeft(id, {});
}

} // namespace keyward::protection
