// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/files_session.h"

#include "backend/base/system_error.h"
#include "backend/crypto/kdf.h"
#include "backend/engine/job_runner.h"
#include "backend/estate/apply.h"
#include "backend/estate/regions.h"
#include "backend/protection/locked_folder.h"
#include "backend/protection/resource_now.h"

#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>

namespace keyward::protection {

using namespace estate;

namespace {

constexpr std::size_t dataKeySize = 32;
constexpr int attempts = 5; // while others set another key
constexpr std::chrono::minutes askAgainAfter{1};
constexpr const char *indexName = "index";
constexpr Refusals storageRefusals{.inaccessible = Code::StorageInaccessible, .damaged = Code::StorageDamaged};

using KeeperNow = ResourceNow<KeptFiles>;
Result<KeeperNow> keeperNow(const ServiceParts &parts, const ResourceId &id)
{
    KEYWARD_TRY(auto out, resourceNow(parts, id, keptFilesOf));
    if (!out.kept) return fail(Code::NotFound, out.resource->name.text(), {"resource that keeps files"});
    return out;
}

Result<crypto::SecretBytes> dataKey(const ServiceParts &parts, const KeeperNow &now)
{
    const auto &files = *now.kept;
    auto plain = unwrapDataKey(parts.keys, *now.estate, *now.resource,
                               {.by = files.by, .algorithm = files.algorithm, .wrapped = files.wrapped});
    if (!plain) return std::unexpected(refusalOf(*now.resource, plain.error(), storageRefusals));
    return plain;
}

Status keep(const ServiceParts &parts, const KeeperNow &now, const crypto::SecretBytes &key)
{
    auto wrapped = wrapDataKey(parts.keys, *now.estate, *now.resource, key);
    if (!wrapped) return std::unexpected(refusalOf(*now.resource, wrapped.error(), storageRefusals));
    return parts.console
        .execute({command::KeepStorageKey{.resource = now.resource->id,
                                          .folder = now.kept->folder,
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
    KEYWARD_TRY(auto now, keeperNow(parts, id));
    const auto folder = parts.folder / now.kept->folder;
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return failWith(errno, folder);
    KEYWARD_TRY(const auto alone, lockedFolder(folder, LOCK_EX));
    KEYWARD_CHECK(parts.console.refresh());
    KEYWARD_TRY(now, keeperNow(parts, id));
    if (now.kept->hasKey() || parts.folder / now.kept->folder != folder) return {}; // another process made it
    for (const char *left : {indexName, "index-wal", "index-shm"}) {
        std::error_code error;
        std::filesystem::remove(folder / left, error);
        if (error) return failWith(error.value(), folder / left);
    }
    KEYWARD_TRY(const auto key, crypto::SecretBytes::random(dataKeySize, *parts.context));
    KEYWARD_TRY(const auto forIndex, indexKey(parts, key));
    KEYWARD_CHECK(ObjectIndex::create(folder / indexName, forIndex).transform([](const auto &) {}));
    KEYWARD_CHECK(syncFolder(folder));
    KEYWARD_CHECK(syncFolder(parts.folder));
    return keep(parts, now, key);
}

} // namespace

Status FilesSession::rewrap(const ServiceParts &parts, const ResourceId &resource)
{
    KEYWARD_TRY(const auto now, keeperNow(parts, resource));
    if (!awaitsRewrap(*now.estate, *now.resource)) return {};
    KEYWARD_CHECK(regionIsUp(*now.estate, now.resource->place.region));
    KEYWARD_TRY(const auto key, dataKey(parts, now));
    return keep(parts, now, key);
}

Result<std::optional<FilesSession>> FilesSession::openExisting(const ServiceParts &parts, const ResourceId &resource)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (attempt > 0) KEYWARD_CHECK(parts.console.refresh());
        KEYWARD_TRY(const auto now, keeperNow(parts, resource));
        KEYWARD_CHECK(regionIsUp(*now.estate, now.resource->place.region));
        if (!now.kept->hasKey()) return std::nullopt;
        if (awaitsRewrap(*now.estate, *now.resource)) {
            const auto done = rewrap(parts, resource);
            if (!done && done.error().code != Code::Conflict) return std::unexpected(done.error());
            continue;
        }
        KEYWARD_TRY(auto key, dataKey(parts, now));
        KEYWARD_TRY(const auto forIndex, indexKey(parts, key));
        const auto folder = parts.folder / now.kept->folder;
        const auto name = now.resource->name.text();
        auto index = ObjectIndex::open(folder / indexName, forIndex);
        if (index) return FilesSession(parts, resource, name, folder, std::move(key), *std::move(index));
        const auto &error = index.error();
        if (error.code == Code::DatabaseDamaged || error.code == Code::SourceMissing)
            return fail(Code::StorageDamaged, name, {sentence(error)});
        return std::unexpected(error);
    }
    return fail(Code::Busy, resource.text(), {"its key is being changed; try again"});
}

Result<FilesSession> FilesSession::open(const ServiceParts &parts, const ResourceId &resource)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        KEYWARD_TRY(auto there, openExisting(parts, resource));
        if (there) return *std::move(there);
        KEYWARD_TRY(const auto now, keeperNow(parts, resource));
        if (now.kept->folder.empty()) {
            const command::OpenStorage open{resource, parts.context->id<RecordId>().text()};
            const auto opened = parts.console.execute({open}, engine::systemActor);
            if (!opened && opened.error().code != Code::AlreadyExists) return std::unexpected(opened.error());
        }
        const auto made = makeStore(parts, resource);
        if (!made && made.error().code != Code::Conflict) return std::unexpected(made.error());
    }
    return fail(Code::Busy, resource.text(), {"its key is being changed; try again"});
}

Result<crypto::SecretBytes> FilesSession::keyOf(const RecordId &file) const
{
    return crypto::hkdf(*m_parts.context, m_key, file.bytes, "keyward storage object 1");
}

Status FilesSession::stillAllowed()
{
    const auto time = std::chrono::steady_clock::now();
    if (time - m_asked < askAgainAfter) return {};
    KEYWARD_TRY(const auto now, keeperNow(m_parts, m_resource));
    KEYWARD_CHECK(regionIsUp(*now.estate, now.resource->place.region));
    KEYWARD_CHECK(dataKey(m_parts, now).transform([](const auto &) {}));
    m_asked = time;
    return {};
}

Status FilesSession::stillThere() const
{
    KEYWARD_TRY(const auto now, keeperNow(m_parts, m_resource));
    return m_parts.folder / now.kept->folder == m_folder && now.kept->hasKey() ? Status{}
                                                                               : fail(Code::Conflict, m_name);
}

Error FilesSession::reasonFor(const Error &error) const
{
    const auto refreshed = m_parts.console.refresh();
    const auto there = stillThere();
    return refreshed && !there ? there.error() : error;
}

Status FilesSession::note(const Actor &actor, std::string_view operation, const std::string &what) const
{
    auto entry = engine::entryBy(actor, operation, m_name);
    entry.subjectId = referenceTo(m_resource);
    entry.reason = what;
    return m_parts.console.note(entry);
}

Result<Descriptor> FilesSession::writing() const { return lockedFolder(m_folder, LOCK_SH); }

Status FilesSession::sweep()
{
    const auto alone = lockedFolder(m_folder, LOCK_EX | LOCK_NB);
    if (!alone) return {}; // somebody is writing; the next one does it
    KEYWARD_CHECK(dropForgottenSnapshots());
    KEYWARD_TRY(const auto loose, m_index.loose());
    for (const auto &file : loose) {
        std::error_code error;
        std::filesystem::remove(fileOf(file), error);
        if (error) return failWith(error.value(), fileOf(file));
        KEYWARD_CHECK(m_index.removeLoose(file));
    }
    return {};
}

/// Those that the estate does not know: deleted there, or of a process that was killed before it knew them.
Status FilesSession::dropForgottenSnapshots()
{
    KEYWARD_TRY(const auto there, m_index.snapshots());
    if (there.empty()) return {};
    KEYWARD_CHECK(m_parts.console.refresh());
    KEYWARD_TRY(const auto now, keeperNow(m_parts, m_resource));
    const auto known = snapshotsOf(*now.resource);
    for (const auto &snapshot : there)
        if (!known.contains(snapshot)) KEYWARD_CHECK(m_index.dropSnapshot(snapshot));
    return {};
}

} // namespace keyward::protection
