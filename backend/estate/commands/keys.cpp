// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-3 to VLT-8: keys and their versions.

#include "backend/estate/commands/row.h"
#include "backend/estate/succession.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// A key that unwraps transfer blobs (import) does nothing else.
Status operationsAllowed(const KeySpec &spec, PermissionSet operations)
{
    if (spec.kind == KeyKind::Rsa && operations == PermissionSet{Permission::Import}) return {};
    const auto wrong = operations.without(suitableOperations(spec.kind));
    if (wrong.empty()) return {};
    return fail(Code::ValueInvalid, wrong.text(),
                {said("operation of {0} keys", spec.text()),
                 spec.kind == KeyKind::Rsa
                     ? said("they allow {0}, or import alone", suitableOperations(spec.kind).text())
                     : said("they allow {0}", suitableOperations(spec.kind).text())});
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
    out.operations = seed.operations.value_or(inherited.operations.value_or(suitableOperations(spec.kind)));
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

void addVersion(ChangeBuilder &draft, Key key, KeyVersion version)
{
    draft.change.effects.push_back(effect::MakeKey{key.id, version.id, key.spec, version.material});
    key.versions.push_back(std::move(version));
    draft.put(std::move(key));
}

/// What is made by a command that creates or imports: a version, of a new key or as the next of the one of that name.
struct Next {
    std::string path;
    Key key;
    KeyVersion version;
};
template <class Command> Result<Next> nextOf(const ChangeBuilder &draft, const Command &command)
{
    KEYWARD_TRY(const auto *vault, liveVault(draft.estate(), command.vault));
    auto path = vault->name.text() + "/" + command.name.text();
    KEYWARD_CHECK(kindAllowed(*vault, command.spec, path));
    Key fresh{};
    fresh.id = command.id;
    fresh.vault = command.vault;
    fresh.name = command.name;
    fresh.spec = command.spec;
    KEYWARD_TRY(auto key, newOrNext(draft.estate(), std::move(fresh), path));
    KEYWARD_TRY(auto version, versionFrom(command.first, command.spec, path, draft.now, newestOf(key)));
    return Next{.path = std::move(path), .key = std::move(key), .version = std::move(version)};
}

/// "Create key kv1/a", or "Create version 3 of key kv1/a" over an existing name.
/// "key kv1/a", or the version of it that comes next.
template <class Command> Sentence whatComes(const Estate &estate, const Command &command)
{
    const auto path = nameOf(estate, command.vault) + "/" + command.name.text();
    const auto *taken = estate.keyNamed(command.vault, command.name.text());
    return taken ? said("version {0} of key {1}", taken->versions.size() + 1, path) : said("key {0}", path);
}

/// What a next version takes over, and from which one.
Sentence takingOver(const Estate &estate, const Action &action, Sentence deed)
{
    const auto taken = successionOf(estate, action);
    return taken ? said("{0}; taken over from version {1}: {2}", std::move(deed), taken->from.text(), taken->sentence())
                 : deed;
}

/// A version's id is its own within its key; that of its material within the keystore, where the engine looks too.
NewIds versionIds(const Estate &estate, const Key *key, const VersionId &version, const RecordId &material)
{
    const bool held = key && std::ranges::contains(key->versions, material, &KeyVersion::material);
    auto out = made(estate, material);
    out.front().taken = out.front().taken || held;
    out.push_back({recordOf(version), key && key->version(version)});
    return out;
}

/// Over an existing name only a version is made.
template <class Command> NewIds keyIds(const Estate &estate, const Command &command)
{
    const auto *next = estate.keyNamed(command.vault, command.name.text());
    auto out = versionIds(estate, next, command.first.id, command.first.material);
    if (!next) out.push_back(newId(estate, command.id));
    return out;
}

/// The key that gets the version.
template <class Command> KeyId keyOf(const Estate &estate, const Command &command)
{
    const auto *next = estate.keyNamed(command.vault, command.name.text());
    return next ? next->id : command.id;
}

} // namespace

namespace command {

// Keys are guarded by purge protection and by what needs them, as on the platform, and not by locks.

Facts factsOf(const Estate &estate, const CreateKey &c)
{
    return {.subject = nameOf(estate, c.vault) + "/" + c.name.text(),
            .about = referenceTo(keyOf(estate, c), c.first.id),
            .dataCall = callOn(Permission::Create, c.vault),
            .guarded = {},
            .makes = keyIds(estate, c),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const CreateKey &c)
{
    return {.sentence = takingOver(estate, c, said("Create {0} ({1})", whatComes(estate, c), c.spec.text())),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateKey &command)
{
    KEYWARD_TRY(auto next, nextOf(draft, command));
    addVersion(draft, std::move(next.key), std::move(next.version));
    return {};
}

Facts factsOf(const Estate &estate, const ImportKey &c)
{
    return {.subject = nameOf(estate, c.vault) + "/" + c.name.text(),
            .about = referenceTo(keyOf(estate, c), c.first.id),
            .dataCall = callOn(Permission::Import, c.vault),
            .guarded = {},
            .makes = keyIds(estate, c),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const ImportKey &c)
{
    return {.sentence = takingOver(estate, c,
                                   said("Import {0} ({1}, from {2})", whatComes(estate, c), c.spec.text(), c.format)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const ImportKey &command)
{
    KEYWARD_TRY(auto next, nextOf(draft, command));
    auto &[path, key, version] = next;
    version.pending = false;
    version.spki = command.spki;
    version.origin = MaterialOrigin::Imported;
    version.importedFrom = command.format;
    for (const auto &other : key.versions)
        if (!command.spki.empty() && other.spki == command.spki)
            return fail(Code::AlreadyExists, path + "/" + other.id.text(), {"same key material as version"});
    key.versions.push_back(std::move(version));
    draft.put(std::move(key));
    return {};
}

Facts factsOf(const Estate &estate, const NoteEscrow &c)
{
    return {.subject = nameOf(estate, c.key) + "/" + c.version.text(),
            .about = referenceTo(c.key, c.version),
            .dataCall = administration,
            .guarded = {},
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const NoteEscrow &c)
{
    const auto of = nameOf(estate, c.key) + "/" + c.version.text();
    return {.sentence = c.place.empty() ? said("Forget where the original of {0} is kept", of)
                                        : said("Note that the original of {0} is kept: {1}", of, c.place),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteEscrow &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.estate(), command.key));
    Key key = *before;
    const auto version = std::ranges::find(key.versions, command.version, &KeyVersion::id);
    if (version == key.versions.end()) return fail(Code::NotFound, command.version.text(), {"key version"});
    if (version->origin == MaterialOrigin::Generated)
        return fail(
            Code::ValueInvalid, pathOf(draft.estate(), key),
            {"escrow",
             "the key was made in its vault and never left it; only an imported key has an original elsewhere"});
    if (command.place.empty())
        version->escrow.reset();
    else
        version->escrow = Escrow{command.place, draft.now};
    draft.put(std::move(key));
    return {};
}

Facts factsOf(const Estate &estate, const RotateKey &c)
{
    return {.subject = nameOf(estate, c.key),
            .about = referenceTo(c.key, c.next.id),
            .dataCall = callOn(estate, Permission::Rotate, c.key),
            .guarded = {},
            .makes = versionIds(estate, estate.key(c.key), c.next.id, c.next.material),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const RotateKey &c)
{
    return {.sentence = takingOver(
                estate, c, said("Rotate key {0}: a new version, the old ones keep working", nameOf(estate, c.key))),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RotateKey &command)
{
    KEYWARD_TRY(const auto *key, liveKey(draft.estate(), command.key));
    KEYWARD_TRY(auto version,
                versionFrom(command.next, key->spec, pathOf(draft.estate(), *key), draft.now, newestOf(*key)));
    addVersion(draft, *key, std::move(version));
    return {};
}

Facts factsOf(const Estate &estate, const UpdateKeyVersion &c)
{
    return {.subject = nameOf(estate, c.key) + "/" + c.version.text(),
            .about = referenceTo(c.key, c.version),
            .dataCall = callOn(estate, Permission::Update, c.key),
            .guarded = {},
            .makes = {},
            .takesAway = c.enabled == false ? KeyLosses{{.key = c.key, .version = c.version}} : KeyLosses{}};
}
Words wordsOf(const Estate &estate, const UpdateKeyVersion &c)
{
    const auto *key = estate.key(c.key);
    const auto *version = key ? key->version(c.version) : nullptr;
    const bool switches = c.enabled && version && version->enabled != *c.enabled;
    const auto name = nameOf(estate, c.key) + "/" + c.version.text();
    Words out{.sentence = !c.enabled   ? said("Change the attributes of key version {0}", name)
                          : *c.enabled ? said("Enable key version {0}", name)
                                       : said("Disable key version {0}", name),
              .irreversible = {},
              .undo = {}};
    if (switches)
        out.undo = UpdateKeyVersion{.key = c.key,
                                    .version = c.version,
                                    .enabled = !*c.enabled,
                                    .notBefore = {},
                                    .expires = {},
                                    .tags = {},
                                    .operations = {}};
    return out;
}
Status applyTo(ChangeBuilder &draft, const UpdateKeyVersion &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.estate(), command.key));
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
        return fail(Code::ValidityInverted, pathOf(draft.estate(), key));
    version->updated = draft.now;
    draft.put(std::move(key));
    return {};
}

Facts factsOf(const Estate &estate, const DeleteKey &c)
{
    return {.subject = nameOf(estate, c.key),
            .about = referenceTo(c.key),
            .dataCall = callOn(estate, Permission::Delete, c.key),
            .guarded = {},
            .makes = {},
            .takesAway = {{.key = c.key}}};
}
Words wordsOf(const Estate &estate, const DeleteKey &c)
{
    return {.sentence = said("Delete key {0} with all its versions (it can be recovered until its retention ends)",
                             nameOf(estate, c.key)),
            .irreversible = {},
            .undo = RecoverKey{.key = c.key}};
}
Status applyTo(ChangeBuilder &draft, const DeleteKey &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.estate(), command.key));
    Key key = *before;
    key.deleted = Deletion{draft.now, draft.now + Days(draft.estate().vault(key.vault)->retentionDays)};
    draft.put(std::move(key));
    return {};
}

Facts factsOf(const Estate &estate, const RecoverKey &c)
{
    return {.subject = nameOf(estate, c.key),
            .about = referenceTo(c.key),
            .dataCall = callOn(estate, Permission::Recover, c.key),
            .guarded = {},
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const RecoverKey &c)
{
    return {.sentence = said("Recover key {0}", nameOf(estate, c.key)),
            .irreversible = {},
            .undo = DeleteKey{.key = c.key}};
}
Status applyTo(ChangeBuilder &draft, const RecoverKey &command)
{
    KEYWARD_TRY(const auto *before, deletedKey(draft.estate(), command.key));
    KEYWARD_CHECK(liveVault(draft.estate(), before->vault));
    Key key = *before;
    key.deleted.reset();
    draft.put(std::move(key));
    return {};
}

Facts factsOf(const Estate &estate, const PurgeKey &c)
{
    return {.subject = nameOf(estate, c.key),
            .about = referenceTo(c.key),
            .dataCall = callOn(estate, Permission::Purge, c.key),
            .guarded = {},
            .makes = {},
            .takesAway = {{.key = c.key, .forGood = true}}};
}
Words wordsOf(const Estate &estate, const PurgeKey &c)
{
    return {.sentence = said("Purge key {0} with all its versions", nameOf(estate, c.key)),
            .irreversible = said("the key is destroyed; what it protects is lost for good"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const PurgeKey &command)
{
    KEYWARD_TRY(const auto *key, deletedKey(draft.estate(), command.key));
    const auto *vault = draft.estate().vault(key->vault);
    if (vault && vault->purgeProtection && draft.now < key->deleted->purgeAt)
        return fail(Code::PurgeProtected, pathOf(draft.estate(), *key), {isoText(key->deleted->purgeAt)});
    for (const auto &version : key->versions) draft.change.effects.push_back(effect::DestroyMaterial{version.material});
    dropScope(draft, recordOf(command.key));
    draft.remove(command.key);
    draft.change.destroys = true;
    return {};
}

Facts factsOf(const Estate &estate, const NoteKeyBackup &c)
{
    return {.subject = nameOf(estate, c.key),
            .about = referenceTo(c.key),
            .dataCall = callOn(estate, Permission::Backup, c.key),
            .guarded = {},
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const NoteKeyBackup &c)
{
    return {.sentence = said("Back up key {0}", nameOf(estate, c.key)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteKeyBackup &command)
{
    KEYWARD_TRY(const auto *before, liveKey(draft.estate(), command.key));
    Key key = *before;
    key.backedUp = draft.now;
    if (!command.file.empty())
        key.backups.push_back({draft.now, command.file, static_cast<std::uint32_t>(key.versions.size())});
    draft.put(std::move(key));
    return {};
}

Facts factsOf(const Estate &estate, const RestoreKey &c)
{
    auto makes = made(estate, c.key.id);
    for (const auto &version : c.key.versions)
        for (auto &one : versionIds(estate, nullptr, version.id, version.material)) makes.push_back(one);
    return {.subject = nameOf(estate, c.key.vault) + "/" + c.key.name.text(),
            .about = referenceTo(c.key.id),
            .dataCall = callOn(Permission::Restore, c.key.vault),
            .guarded = {},
            .makes = std::move(makes),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const RestoreKey &c)
{
    return {.sentence = said("Restore key {0}/{1} from a backup blob", nameOf(estate, c.key.vault), c.key.name.text()),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RestoreKey &command)
{
    KEYWARD_TRY(const auto *vault, liveVault(draft.estate(), command.key.vault));
    const auto path = vault->name.text() + "/" + command.key.name.text();
    if (command.subscription != vault->place.subscription) return fail(Code::BackupForeign, path, {"subscription"});
    const auto &region = vault->place.region;
    if (command.geography != draft.estate().catalogue().platform().geographyOf(region) &&
        command.geography != geographyOf(region))
        return fail(Code::BackupForeign, path, {"geography"});
    if (const auto *taken = draft.estate().keyNamed(vault->id, command.key.name.text()))
        return fail(taken->deleted ? Code::NameInDeletedState : Code::AlreadyExists, path, {"key"});
    if (command.key.spec.kind == KeyKind::Oct || command.key.spec.hsm)
        KEYWARD_CHECK(kindAllowed(*vault, command.key.spec, path));
    Key key = command.key;
    key.deleted.reset();
    key.backedUp = draft.now; // the blob it came from
    draft.put(std::move(key));
    return {};
}

} // namespace command
} // namespace keyward::estate
