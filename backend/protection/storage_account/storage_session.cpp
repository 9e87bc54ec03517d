// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/storage_account/storage_session.h"

#include "backend/base/system_error.h"
#include "backend/crypto/kdf.h"
#include "backend/engine/job_runner.h"
#include "backend/estate/apply.h"
#include "backend/estate/regions.h"
#include "backend/protection/locked_folder.h"

#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>

namespace keyward::protection {

using namespace estate;

namespace {

constexpr std::size_t accountKeySize = 32;
constexpr int attempts = 5; // while others set another key
constexpr std::chrono::minutes askAgainAfter{1};
constexpr const char *indexName = "index";
constexpr Refusals storageRefusals{.inaccessible = Code::StorageInaccessible, .damaged = Code::StorageDamaged};

/// The account as it is now.
struct AccountNow {
    engine::EstatePtr estate;
    const Resource *account = nullptr;
    const StorageAccount *facet = nullptr;
};
Result<AccountNow> accountNow(const ServiceParts &parts, const ResourceId &id)
{
    AccountNow out{.estate = parts.console.snapshot()};
    out.account = out.estate->resource(id);
    if (!out.account) return fail(Code::NotFound, id.text(), {"resource"});
    out.facet = facetOf<StorageAccount>(*out.account);
    if (!out.facet) return fail(Code::NotFound, out.account->name.text(), {"storage account"});
    return out;
}

Result<crypto::SecretBytes> dataKey(const ServiceParts &parts, const AccountNow &now)
{
    const auto &facet = *now.facet;
    auto plain = unwrapDataKey(parts.keys, *now.estate, *now.account,
                               {.by = facet.by, .algorithm = facet.algorithm, .wrapped = facet.wrapped});
    if (!plain) return std::unexpected(refusalOf(*now.account, plain.error(), storageRefusals));
    return plain;
}

Status keep(const ServiceParts &parts, const AccountNow &now, const crypto::SecretBytes &key)
{
    auto wrapped = wrapDataKey(parts.keys, *now.estate, *now.account, key);
    if (!wrapped) return std::unexpected(refusalOf(*now.account, wrapped.error(), storageRefusals));
    return parts.console
        .execute({command::KeepStorageKey{.account = now.account->id,
                                          .folder = now.facet->folder,
                                          .by = std::move(wrapped->by),
                                          .algorithm = wrapped->algorithm,
                                          .wrapped = std::move(wrapped->wrapped)}},
                 engine::systemActor)
        .transform([](const auto &) {});
}

Result<crypto::SecretBytes> indexKey(const ServiceParts &parts, const crypto::SecretBytes &key)
{
    return crypto::hkdf(*parts.context, key, {}, "keyward storage index 1");
}

/// The wrapped key is the last thing that is made: without it, what is there was left by a process that was killed.
Status makeStore(const ServiceParts &parts, const ResourceId &id)
{
    KEYWARD_TRY(auto now, accountNow(parts, id));
    const auto folder = parts.folder / now.facet->folder;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failWith(errno, folder);
    KEYWARD_TRY(const auto alone, lockedFolder(folder, LOCK_EX));
    KEYWARD_CHECK(parts.console.refresh());
    KEYWARD_TRY(now, accountNow(parts, id));
    if (now.facet->hasKey() || parts.folder / now.facet->folder != folder) return {}; // another process made it
    for (const char *left : {indexName, "index-wal", "index-shm"}) {
        std::error_code error;
        std::filesystem::remove(folder / left, error);
        if (error) return failWith(error.value(), folder / left);
    }
    KEYWARD_TRY(const auto key, crypto::SecretBytes::random(accountKeySize, *parts.context));
    KEYWARD_TRY(const auto forIndex, indexKey(parts, key));
    KEYWARD_CHECK(ObjectIndex::create(folder / indexName, forIndex).transform([](const auto &) {}));
    KEYWARD_CHECK(syncFolder(folder));
    KEYWARD_CHECK(syncFolder(parts.folder));
    return keep(parts, now, key);
}

} // namespace

Status StorageSession::rewrap(const ServiceParts &parts, const ResourceId &account)
{
    KEYWARD_TRY(const auto now, accountNow(parts, account));
    if (!awaitsRewrap(*now.account)) return {};
    KEYWARD_CHECK(regionIsUp(*now.estate, now.account->place.region));
    KEYWARD_TRY(const auto key, dataKey(parts, now));
    return keep(parts, now, key);
}

Result<std::optional<StorageSession>> StorageSession::openExisting(const ServiceParts &parts, const ResourceId &account)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (attempt > 0) KEYWARD_CHECK(parts.console.refresh());
        KEYWARD_TRY(const auto now, accountNow(parts, account));
        KEYWARD_CHECK(regionIsUp(*now.estate, now.account->place.region));
        if (!now.facet->hasKey()) return std::nullopt;
        if (awaitsRewrap(*now.account)) {
            const auto done = rewrap(parts, account);
            if (!done && done.error().code != Code::Conflict) return std::unexpected(done.error());
            continue;
        }
        KEYWARD_TRY(auto key, dataKey(parts, now));
        KEYWARD_TRY(const auto forIndex, indexKey(parts, key));
        const auto folder = parts.folder / now.facet->folder;
        const auto name = now.account->name.text();
        auto index = ObjectIndex::open(folder / indexName, forIndex);
        if (index) return StorageSession(parts, account, name, folder, std::move(key), *std::move(index));
        const auto &error = index.error();
        if (error.code == Code::DatabaseDamaged || error.code == Code::SourceMissing)
            return fail(Code::StorageDamaged, name, {sentence(error)});
        return std::unexpected(error);
    }
    return fail(Code::Busy, account.text(), {"its key is being changed; try again"});
}

Result<StorageSession> StorageSession::open(const ServiceParts &parts, const ResourceId &account)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        KEYWARD_TRY(auto there, openExisting(parts, account));
        if (there) return *std::move(there);
        KEYWARD_TRY(const auto now, accountNow(parts, account));
        if (now.facet->folder.empty()) {
            const command::OpenStorage open{account, parts.context->id<RecordId>().text()};
            const auto opened = parts.console.execute({open}, engine::systemActor);
            if (!opened && opened.error().code != Code::AlreadyExists) return std::unexpected(opened.error());
        }
        const auto made = makeStore(parts, account);
        if (!made && made.error().code != Code::Conflict) return std::unexpected(made.error());
    }
    return fail(Code::Busy, account.text(), {"its key is being changed; try again"});
}

Result<crypto::SecretBytes> StorageSession::keyOf(const RecordId &file) const
{
    return crypto::hkdf(*m_parts.context, m_key, file.bytes, "keyward storage object 1");
}

Status StorageSession::stillAllowed()
{
    const auto time = std::chrono::steady_clock::now();
    if (time - m_asked < askAgainAfter) return {};
    KEYWARD_TRY(const auto now, accountNow(m_parts, m_account));
    KEYWARD_CHECK(regionIsUp(*now.estate, now.account->place.region));
    KEYWARD_CHECK(dataKey(m_parts, now).transform([](const auto &) {}));
    m_asked = time;
    return {};
}

Status StorageSession::stillThere() const
{
    KEYWARD_TRY(const auto now, accountNow(m_parts, m_account));
    return m_parts.folder / now.facet->folder == m_folder && now.facet->hasKey() ? Status{}
                                                                                 : fail(Code::Conflict, m_name);
}

Error StorageSession::reasonFor(const Error &error) const
{
    const auto refreshed = m_parts.console.refresh();
    const auto there = stillThere();
    return refreshed && !there ? there.error() : error;
}

Status StorageSession::note(const Actor &actor, std::string_view operation, const std::string &what) const
{
    auto entry = engine::entryBy(actor, operation, m_name);
    entry.subjectId = referenceTo(m_account);
    entry.reason = what;
    return m_parts.console.note(entry);
}

Result<Descriptor> StorageSession::writing() const { return lockedFolder(m_folder, LOCK_SH); }

Status StorageSession::sweep()
{
    const auto alone = lockedFolder(m_folder, LOCK_EX | LOCK_NB);
    if (!alone) return {}; // somebody is writing; the next one does it
    KEYWARD_TRY(const auto loose, m_index.loose());
    for (const auto &file : loose) {
        std::error_code error;
        std::filesystem::remove(fileOf(file), error);
        if (error) return failWith(error.value(), fileOf(file));
        KEYWARD_CHECK(m_index.removeLoose(file));
    }
    return {};
}

} // namespace keyward::protection
