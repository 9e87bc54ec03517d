// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-3 to VLT-8: keys and their versions.

#include "backend/estate/change_builder.h"

#include <algorithm>

namespace keyward::estate {
namespace {

PermissionSet suitable(KeyKind kind)
{
    if (kind == KeyKind::Ec) return {Permission::Sign, Permission::Verify};
    if (kind == KeyKind::Oct) return {Permission::Encrypt, Permission::Decrypt, Permission::WrapKey, Permission::UnwrapKey};
    return cryptographic;
}

std::string pathOf(const Estate &estate, const Key &key)
{
    const auto *vault = estate.vault(key.vault);
    return (vault ? vault->name.text() : std::string("?")) + "/" + key.name.text();
}

Result<KeyVersion> versionFrom(const command::VersionSeed &seed, const KeySpec &spec, const std::string &name, Instant now)
{
    if (seed.notBefore && seed.expires && *seed.expires <= *seed.notBefore) return fail(Code::ValidityInverted, name);
    const auto possible = suitable(spec.kind);
    const auto operations = seed.operations.value_or(possible);
    if (const auto wrong = operations.without(possible); !wrong.empty())
        return fail(Code::ValueInvalid, wrong.text(), {"operation of " + spec.text() + " keys", "they allow " + possible.text()});
    return KeyVersion{seed.id, now, now, seed.enabled, seed.notBefore, seed.expires, seed.tags, operations, {}, seed.material, true};
}

Result<const Key *> deletedKey(const Estate &estate, const KeyId &id)
{
    const auto *key = estate.key(id);
    if (!key) return fail(Code::NotFound, id.text(), {"key"});
    if (!key->deleted) return fail(Code::KeyNotDeleted, pathOf(estate, *key));
    return key;
}

void addVersion(Draft &draft, Key key, KeyVersion version)
{
    draft.change.effects.push_back(effect::MakeKey{key.id, version.id, key.spec, version.material});
    key.versions.push_back(std::move(version));
    draft.put(EntityKind::Key, std::move(key));
}

} // namespace

Status applyTo(Draft &draft, const command::CreateKey &command)
{
    KEYWARD_TRY(const auto *vault, liveVault(draft.now_(), command.vault));
    const auto path = vault->name.text() + "/" + command.name.text();
    if (const auto *taken = draft.now_().keyNamed(command.vault, command.name.text()))
        return fail(taken->deleted ? Code::NameInDeletedState : Code::AlreadyExists, path, {"key"});
    if (command.spec.kind == KeyKind::Oct) return fail(Code::KindNeedsManagedHsm, path, {"symmetric"});
    KEYWARD_TRY(auto version, versionFrom(command.first, command.spec, path, draft.now));
    addVersion(draft, Key{command.id, command.vault, command.name, command.spec, {}, {}, {}}, std::move(version));
    return {};
}

Status applyTo(Draft &draft, const command::RotateKey &command)
{
    KEYWARD_TRY(const auto *key, liveKey(draft.now_(), command.key));
    KEYWARD_TRY(auto version, versionFrom(command.next, key->spec, pathOf(draft.now_(), *key), draft.now));
    addVersion(draft, *key, std::move(version));
    return {};
}

Status applyTo(Draft &draft, const command::UpdateKeyVersion &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.now_(), command.key));
    Key key = *before;
    const auto version = std::ranges::find(key.versions, command.version, &KeyVersion::id);
    if (version == key.versions.end()) return fail(Code::NotFound, command.version.text(), {"key version"});
    if (command.enabled) version->enabled = *command.enabled;
    if (command.notBefore) version->notBefore = *command.notBefore;
    if (command.expires) version->expires = *command.expires;
    if (command.tags) version->tags = *command.tags;
    if (command.operations) {
        if (const auto wrong = command.operations->without(suitable(key.spec.kind)); !wrong.empty())
            return fail(Code::ValueInvalid, wrong.text(), {"operation of " + key.spec.text() + " keys", "they allow " + suitable(key.spec.kind).text()});
        version->operations = *command.operations;
    }
    if (version->notBefore && version->expires && *version->expires <= *version->notBefore)
        return fail(Code::ValidityInverted, pathOf(draft.now_(), key));
    version->updated = draft.now;
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

Status applyTo(Draft &draft, const command::DeleteKey &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.now_(), command.key));
    Key key = *before;
    key.deleted = Deletion{draft.now, draft.now + Days(draft.now_().vault(key.vault)->retentionDays)};
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

Status applyTo(Draft &draft, const command::RecoverKey &command)
{
    KEYWARD_TRY(const auto *before, deletedKey(draft.now_(), command.key));
    KEYWARD_CHECK(liveVault(draft.now_(), before->vault));
    Key key = *before;
    key.deleted.reset();
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

Status applyTo(Draft &draft, const command::PurgeKey &command)
{
    KEYWARD_TRY(const auto *key, deletedKey(draft.now_(), command.key));
    const auto *vault = draft.now_().vault(key->vault);
    if (vault && vault->purgeProtection && draft.now < key->deleted->purgeAt)
        return fail(Code::PurgeProtected, pathOf(draft.now_(), *key), {isoText(key->deleted->purgeAt)});
    for (const auto &version : key->versions) draft.change.effects.push_back(effect::DestroyMaterial{version.material});
    draft.remove(EntityKind::Key, command.key);
    draft.change.destroys = true;
    return {};
}

Status applyTo(Draft &draft, const command::NoteKeyBackup &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.now_(), command.key));
    Key key = *before;
    key.backedUp = draft.now;
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

Status applyTo(Draft &draft, const command::RestoreKey &command)
{
    KEYWARD_TRY(const auto *vault, liveVault(draft.now_(), command.key.vault));
    const auto path = vault->name.text() + "/" + command.key.name.text();
    if (command.subscription != vault->place.subscription) return fail(Code::BackupForeign, path, {"subscription"});
    if (command.geography != geographyOf(vault->place.region)) return fail(Code::BackupForeign, path, {"geography"});
    if (const auto *taken = draft.now_().keyNamed(vault->id, command.key.name.text()))
        return fail(taken->deleted ? Code::NameInDeletedState : Code::AlreadyExists, path, {"key"});
    Key key = command.key;
    key.deleted.reset();
    key.backedUp = draft.now; // the blob it came from
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

} // namespace keyward::estate
