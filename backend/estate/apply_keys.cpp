// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-3 to VLT-8: keys and their versions.

#include "backend/estate/change_builder.h"
#include "backend/estate/succession.h"

#include <algorithm>

namespace keyward::estate {
namespace {

PermissionSet suitable(KeyKind kind)
{
    if (kind == KeyKind::Ec) return {Permission::Sign, Permission::Verify};
    if (kind == KeyKind::Oct)
        return {Permission::Encrypt, Permission::Decrypt, Permission::WrapKey, Permission::UnwrapKey};
    return cryptographic;
}

/// A key that unwraps transfer blobs (import) does nothing else.
Status operationsAllowed(const KeySpec &spec, PermissionSet operations)
{
    if (spec.kind == KeyKind::Rsa && operations == PermissionSet{Permission::Import}) return {};
    const auto wrong = operations.without(suitable(spec.kind));
    if (wrong.empty()) return {};
    return fail(Code::ValueInvalid, wrong.text(),
                {"operation of " + spec.text() + " keys",
                 "they allow " + suitable(spec.kind).text() + (spec.kind == KeyKind::Rsa ? ", or import alone" : "")});
}

Status kindAllowed(const Vault &vault, const KeySpec &spec, const std::string &path)
{
    if (spec.kind == KeyKind::Oct) return fail(Code::KindNeedsManagedHsm, path, {"symmetric"});
    if (spec.hsm && vault.tier == Tier::Standard) return fail(Code::KindNeedsPremium, path, {spec.kty()});
    return {};
}

std::string pathOf(const Estate &estate, const Key &key)
{
    const auto *vault = estate.vault(key.vault);
    return (vault ? vault->name.text() : std::string("?")) + "/" + key.name.text();
}

/// What the seed leaves open is taken over from the version before.
Result<KeyVersion> versionFrom(const command::VersionSeed &seed, const KeySpec &spec, const std::string &name,
                               Instant now, const KeyVersion *former)
{
    const auto inherited = former ? successionOf(*former, seed) : Succession{};
    KeyVersion out{};
    out.id = seed.id;
    out.created = out.updated = now;
    out.enabled = seed.enabled;
    out.notBefore = seed.notBefore.value_or(std::nullopt);
    out.expires = seed.expires.value_or(std::nullopt);
    if (inherited.validity) out.expires = out.notBefore.value_or(now) + *inherited.validity;
    out.tags = seed.tags.value_or(inherited.tags.value_or(Tags{}));
    out.operations = seed.operations.value_or(inherited.operations.value_or(suitable(spec.kind)));
    out.material = seed.material;
    KEYWARD_CHECK(tagsAllowed(out.tags));
    if (inherited.validity &&
        *inherited.validity <= Millis(0)) { // it was ended before it began, which is no length to go by
        Error none{
            Code::ValidityInverted, name, {}, "Say how long the new version is valid: --expires TIME, or --no-expiry."};
        return std::unexpected(std::move(none));
    }
    if (out.notBefore && out.expires && *out.expires <= *out.notBefore) return fail(Code::ValidityInverted, name);
    KEYWARD_CHECK(operationsAllowed(spec, out.operations));
    return out;
}

Result<const Key *> deletedKey(const Estate &estate, const KeyId &id)
{
    const auto *key = estate.key(id);
    if (!key) return fail(Code::NotFound, id.text(), {"key"});
    if (!key->deleted) return fail(Code::KeyNotDeleted, pathOf(estate, *key));
    return key;
}

/// The key of that name to add a version to, or the new one.
Result<Key> newOrNext(const Estate &estate, Key fresh, const std::string &path)
{
    const auto *taken = estate.keyNamed(fresh.vault, fresh.name.text());
    if (!taken) return fresh;
    if (taken->deleted) return fail(Code::NameInDeletedState, path, {"key"});
    if (taken->spec != fresh.spec) return fail(Code::SpecDiffers, path, {taken->spec.text(), fresh.spec.text()});
    return *taken;
}

const KeyVersion *newestOf(const Key &key) { return key.versions.empty() ? nullptr : &key.versions.back(); }

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
    KEYWARD_CHECK(kindAllowed(*vault, command.spec, path));
    KEYWARD_TRY(auto key,
                newOrNext(draft.now_(), Key{command.id, command.vault, command.name, command.spec, {}, {}, {}}, path));
    KEYWARD_TRY(auto version, versionFrom(command.first, command.spec, path, draft.now, newestOf(key)));
    addVersion(draft, std::move(key), std::move(version));
    return {};
}

Status applyTo(Draft &draft, const command::ImportKey &command)
{
    KEYWARD_TRY(const auto *vault, liveVault(draft.now_(), command.vault));
    const auto path = vault->name.text() + "/" + command.name.text();
    KEYWARD_CHECK(kindAllowed(*vault, command.spec, path));
    KEYWARD_TRY(auto key,
                newOrNext(draft.now_(), Key{command.id, command.vault, command.name, command.spec, {}, {}, {}}, path));
    KEYWARD_TRY(auto version, versionFrom(command.first, command.spec, path, draft.now, newestOf(key)));
    version.pending = false;
    version.spki = command.spki;
    version.origin = MaterialOrigin::Imported;
    version.importedFrom = command.format;
    for (const auto &other : key.versions)
        if (!command.spki.empty() && other.spki == command.spki)
            return fail(Code::AlreadyExists, path + "/" + other.id.text(), {"same key material as version"});
    key.versions.push_back(std::move(version));
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

Status applyTo(Draft &draft, const command::NoteEscrow &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.now_(), command.key));
    Key key = *before;
    const auto version = std::ranges::find(key.versions, command.version, &KeyVersion::id);
    if (version == key.versions.end()) return fail(Code::NotFound, command.version.text(), {"key version"});
    if (version->origin == MaterialOrigin::Generated)
        return fail(
            Code::ValueInvalid, pathOf(draft.now_(), key),
            {"escrow",
             "the key was made in its vault and never left it; only an imported key has an original elsewhere"});
    if (command.place.empty())
        version->escrow.reset();
    else
        version->escrow = Escrow{command.place, draft.now};
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

Status applyTo(Draft &draft, const command::RotateKey &command)
{
    KEYWARD_TRY(const auto *key, liveKey(draft.now_(), command.key));
    KEYWARD_TRY(auto version,
                versionFrom(command.next, key->spec, pathOf(draft.now_(), *key), draft.now, newestOf(*key)));
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
    if (command.tags) KEYWARD_CHECK(tagsAllowed(*command.tags));
    if (command.operations) {
        KEYWARD_CHECK(operationsAllowed(key.spec, *command.operations));
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
    dropScope(draft, recordOf(command.key));
    draft.remove(EntityKind::Key, command.key);
    draft.change.destroys = true;
    return {};
}

Status applyTo(Draft &draft, const command::NoteKeyBackup &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.now_(), command.key));
    Key key = *before;
    key.backedUp = draft.now;
    if (!command.file.empty())
        key.backups.push_back({draft.now, command.file, static_cast<std::uint32_t>(key.versions.size())});
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

Status applyTo(Draft &draft, const command::RestoreKey &command)
{
    KEYWARD_TRY(const auto *vault, liveVault(draft.now_(), command.key.vault));
    const auto path = vault->name.text() + "/" + command.key.name.text();
    if (command.subscription != vault->place.subscription) return fail(Code::BackupForeign, path, {"subscription"});
    const auto &region = vault->place.region;
    if (command.geography != draft.now_().catalogue().platform().geographyOf(region) &&
        command.geography != geographyOf(region))
        return fail(Code::BackupForeign, path, {"geography"});
    if (const auto *taken = draft.now_().keyNamed(vault->id, command.key.name.text()))
        return fail(taken->deleted ? Code::NameInDeletedState : Code::AlreadyExists, path, {"key"});
    if (command.key.spec.kind == KeyKind::Oct || command.key.spec.hsm)
        KEYWARD_CHECK(kindAllowed(*vault, command.key.spec, path));
    Key key = command.key;
    key.deleted.reset();
    key.backedUp = draft.now; // the blob it came from
    draft.put(EntityKind::Key, std::move(key));
    return {};
}

} // namespace keyward::estate
