// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/key_options.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/engine/api/key_usage.h"
#include "backend/estate/claims.h"
#include "backend/estate/describe.h"
#include "backend/reports/views.h"

#include <fstream>

namespace keyward::ctl {

using namespace estate;

void addVersionOptions(CLI::App *app, VersionOptions &o)
{
    auto *expires = app->add_option("--expires", o.expires, "A time, or a length of time from now (P365D)");
    app->add_flag("--no-expiry", o.noExpiry,
                  "It never expires; a next version otherwise is valid as long as the one before it was")
        ->excludes(expires);
    app->add_option("--not-before", o.notBefore, "A time, or a length of time from now");
    app->add_option("--ops", o.operations,
                    "Allowed operations: encrypt,decrypt,sign,verify,wrapKey,unwrapKey; or import alone, for a key "
                    "that unwraps transfer blobs");
    auto *tags = app->add_option("--tag", o.tags, "NAME=VALUE, may be repeated");
    app->add_flag("--no-tags", o.noTags, "It has none; a next version otherwise takes them over")->excludes(tags);
    app->add_flag("--disabled", o.disabled, "Create it disabled");
}

Result<command::VersionSeed> seedFrom(Invocation &invocation, const VersionOptions &o)
{
    KEYWARD_TRY(const auto id, invocation.fresh<VersionId>());
    KEYWARD_TRY(const auto material, invocation.fresh<RecordId>());
    command::VersionSeed seed{id, material, !o.disabled};
    if (!o.tags.empty() || o.noTags) seed.tags = tagsFrom(o.tags);
    if (!o.expires.empty()) {
        KEYWARD_TRY(seed.expires, invocation.timeFrom(o.expires));
    }
    if (o.noExpiry) seed.expires = std::optional<Instant>{};
    if (!o.notBefore.empty()) {
        KEYWARD_TRY(seed.notBefore, invocation.timeFrom(o.notBefore));
    }
    if (!o.operations.empty()) {
        KEYWARD_TRY(seed.operations, PermissionSet::from(o.operations));
    }
    return seed;
}

namespace {

QJsonObject view(const Succession &inherited)
{
    QJsonObject out{{QLatin1String("from"), reports::text(inherited.from.text())}};
    if (inherited.operations) out.insert(QLatin1String("operations"), reports::text(inherited.operations->text()));
    if (inherited.validity) out.insert(QLatin1String("validity"), reports::text(isoDuration(*inherited.validity)));
    if (!inherited.tags) return out;
    QJsonObject tags;
    for (const auto &[name, value] : *inherited.tags) tags.insert(QString::fromStdString(name), reports::text(value));
    out.insert(QLatin1String("tags"), tags);
    return out;
}

Status printKey(Invocation &invocation, const Estate &estate, const KeyId &id, const std::string &sentence,
                const std::optional<Succession> &inherited = {})
{
    if (invocation.dryRun()) return {};
    const auto *key = estate.key(id);
    invocation.out().line(sentence);
    if (inherited)
        invocation.out().field("Taken over", inherited->sentence().text() + ", from version " + inherited->from.text());
    if (key) {
        invocation.out().field("Key identifier", keyUri(*estate.vault(key->vault), *key, &key->latest().id));
        if (!key->deleted && !key->backupIsCurrent())
            invocation.out().note("This version has no backup yet: keywardctl key backup " + keyPath(estate, *key) +
                                  " --output FILE"); // MOD-6
    }
    auto json = key ? reports::view(estate, *key) : QJsonObject{{QLatin1String("purged"), true}};
    if (inherited) json.insert(QLatin1String("takenOver"), view(*inherited));
    invocation.out().document(json);
    return {};
}

} // namespace

Status printMade(Invocation &invocation, const Estate &estate, const VaultId &vault, const std::string &name,
                 const std::string &how, const std::optional<Succession> &inherited)
{
    const auto *key = estate.keyNamed(vault, name);
    if (!key || invocation.dryRun()) return {};
    const auto path = keyPath(estate, *key);
    if (key->spec.hsm)
        invocation.out().note("No hardware token is attached: this " + key->spec.kty() +
                              " key is held in the keystore, in software.");
    const auto count = key->versions.size();
    if (count == 1) return printKey(invocation, estate, key->id, "Key " + path + " " + how + ".");
    return printKey(invocation, estate, key->id,
                    "Key " + path + " was there already: version " + std::to_string(count) + " of it " + how +
                        "; the former versions keep working.",
                    inherited);
}

namespace {

struct CreateOptions : VersionOptions {
    std::string kty = "RSA";
    std::optional<std::string> curve;
    std::optional<unsigned> size;
};

/// What belongs to another kind of key is a mistake, not a detail to pass over.
Result<KeySpec> specFrom(const CreateOptions &o)
{
    const bool curved = o.kty.starts_with("EC");
    if (curved && o.size) return fail(Code::Usage, {}, {"--size is for RSA and oct keys; an EC key has a --curve."});
    if (!curved && o.curve)
        return fail(Code::Usage, {}, {"--curve is for EC keys; an " + o.kty + " key has a --size."});
    return KeySpec::from(o.kty, o.size.value_or(2048), o.curve.value_or("P-256"));
}

Status create(Invocation &invocation, const CreateOptions &o)
{
    const auto slash = o.path.find('/');
    if (slash == std::string::npos)
        return fail(Code::Usage, o.path, {"'" + o.path + "' names no key. Write VAULT/NAME."});
    KEYWARD_TRY(const auto *vault, invocation.vault(o.path.substr(0, slash)));
    KEYWARD_TRY(auto name, KeyName::from(o.path.substr(slash + 1)));
    KEYWARD_TRY(const auto spec, specFrom(o));
    KEYWARD_TRY(auto seed, seedFrom(invocation, o));
    KEYWARD_TRY(const auto id, invocation.fresh<KeyId>());
    const auto vaultId = vault->id;
    const auto keyName = name.text();
    const command::CreateKey action{id, vaultId, std::move(name), spec, std::move(seed)};
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto inherited = successionOf(*before, action);
    KEYWARD_TRY(const auto snapshot, invocation.change(action));
    return printMade(invocation, *snapshot, vaultId, keyName, "created (" + spec.text() + ")", inherited);
}

Status rotate(Invocation &invocation, const VersionOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.key(o.path));
    KEYWARD_TRY(auto seed, seedFrom(invocation, o));
    const auto id = path.key->id;
    const command::RotateKey action{id, std::move(seed)};
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto inherited = successionOf(*before, action);
    KEYWARD_TRY(const auto snapshot, invocation.change(action));
    return printKey(invocation, *snapshot, id, "Key " + o.path + " rotated; the former versions keep working.",
                    inherited);
}

std::string stateOf(const Key &key, const KeyVersion &version, Instant now)
{
    if (key.deleted) return "deleted";
    if (!version.enabled) return "disabled";
    if (version.notBefore && now < *version.notBefore) return "not yet valid";
    if (version.expires && now >= *version.expires) return "expired";
    return "enabled";
}

Status list(Invocation &invocation, const std::string &vaultName, bool deleted)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    std::optional<VaultId> only;
    if (!vaultName.empty()) {
        KEYWARD_TRY(const auto *vault, invocation.vault(vaultName));
        only = vault->id;
    }
    std::vector<std::pair<std::string, const Key *>> keys;
    for (const auto &[id, key] : snapshot->keys())
        if (key->deleted.has_value() == deleted && (!only || key->vault == *only))
            keys.emplace_back(keyPath(*snapshot, *key), key.get());
    std::ranges::sort(keys);
    Listing listing({"KEY", "KIND", "VERSIONS", "STATE", "EXPIRES", "BACKUP"}, Listing::Order::AsAdded);
    for (const auto &[path, key] : keys) {
        listing.add({path, key->spec.text(), std::to_string(key->versions.size()), stateOf(*key, key->latest(), now),
                     key->latest().expires ? dateText(*key->latest().expires) : "-",
                     key->backupIsCurrent() ? "current" : "missing"},
                    reports::view(*snapshot, *key, false));
    }
    return listing.tell(invocation, deleted ? "There are no deleted keys."
                                            : "There are no keys yet. Create one: keywardctl key create VAULT/NAME");
}

Status show(Invocation &invocation, const std::string &given)
{
    KEYWARD_TRY(const auto path, invocation.key(given));
    KEYWARD_TRY(const auto *looking, invocation.looking());
    const auto snapshot = looking->console().snapshot();
    const auto &version = path.chosen();
    auto &out = invocation.out();
    out.field("Key", keyPath(*snapshot, *path.key));
    out.field("Kind", path.key->spec.text());
    out.field("Version", version.id.text());
    out.field("Key identifier", keyUri(*path.vault, *path.key, &version.id));
    out.field("State", stateOf(*path.key, version, looking->console().now()));
    out.field("Created", isoText(version.created));
    if (version.notBefore) out.field("Not before", isoText(*version.notBefore));
    if (version.expires) out.field("Expires", isoText(*version.expires));
    out.field("Operations", version.operations.text());
    out.field("Origin", version.origin == MaterialOrigin::Imported
                            ? "imported from " + version.importedFrom
                            : "made in the vault, never outside it; not escrowable");
    if (version.origin == MaterialOrigin::Imported)
        out.field("Escrow", version.escrow ? version.escrow->place + ", noted " + dateText(version.escrow->noted)
                                           : "the original exists outside; note where: keywardctl key escrow " + given +
                                                 " --where PLACE");
    if (path.key->spec.hsm) out.field("Protection", "software (no hardware token is attached)");
    KEYWARD_TRY(const auto use, looking->usage().of({path.key->id, version.id, path.vault->name.text()}));
    out.field("Last used", use.allowed ? isoText(use.last) + ", " + use.operation + " by '" + use.by + "'" : "never");
    if (use.allowed || use.refused)
        out.field("Operations so far",
                  std::to_string(use.allowed) + " carried out, " + std::to_string(use.refused) + " refused");
    out.field("Backup", path.key->backedUp ? isoText(*path.key->backedUp) +
                                                 (path.key->backupIsCurrent() ? "" : ", before the newest version")
                                           : "none");
    for (const auto &backup : path.key->backups)
        out.field("Backup file",
                  backup.file + " of " + isoText(backup.at) + ", " + counted(backup.versions, "version"));
    if (path.key->deleted) out.field("Purged by itself", isoText(path.key->deleted->purgeAt));
    for (const auto &claim : claims(*snapshot, *path.key, version.id)) out.field("Needed by", claim.text());
    auto json = path.version ? reports::view(*snapshot, *path.key, version) : reports::view(*snapshot, *path.key);
    json.insert(QLatin1String("lastUse"),
                use.allowed ? QJsonValue(QJsonObject{{QLatin1String("time"), reports::text(isoText(use.last))},
                                                     {QLatin1String("operation"), reports::text(use.operation)},
                                                     {QLatin1String("principal"), reports::text(use.by)}})
                            : QJsonValue());
    json.insert(QLatin1String("operationsAllowed"), static_cast<qint64>(use.allowed));
    json.insert(QLatin1String("operationsRefused"), static_cast<qint64>(use.refused));
    out.document(json);
    return {};
}

Status versions(Invocation &invocation, const std::string &given)
{
    KEYWARD_TRY(const auto path, invocation.key(given));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    Listing listing({"VERSION", "STATE", "CREATED", "EXPIRES", "CLAIMS"}, Listing::Order::AsAdded);
    for (const auto &version : path.key->versions) {
        listing.add({version.id.text(), stateOf(*path.key, version, now), isoText(version.created),
                     version.expires ? dateText(*version.expires) : "-",
                     std::to_string(claims(*snapshot, *path.key, version.id).size())},
                    reports::view(*snapshot, *path.key, version));
    }
    return listing.tell(invocation, "");
}

Status enable(Invocation &invocation, const std::string &given, bool on)
{
    KEYWARD_TRY(const auto path, invocation.key(given));
    const auto id = path.key->id;
    KEYWARD_TRY(const auto snapshot,
                invocation.change(command::UpdateKeyVersion{id, path.chosen().id, on, {}, {}, {}, {}}));
    return printKey(invocation, *snapshot, id,
                    std::string("Key version ") + path.chosen().id.text() +
                        (on ? " enabled." : " disabled; it refuses every cryptographic operation."));
}

struct UpdateOptions : VersionOptions {
    bool noNotBefore = false;
};

Status update(Invocation &invocation, const UpdateOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.key(o.path));
    KEYWARD_TRY(const auto seed, seedFrom(invocation, o));
    command::UpdateKeyVersion action{path.key->id, path.chosen().id, {}, {}, {}, {}, seed.operations};
    if (seed.expires) action.expires = seed.expires;
    if (seed.notBefore) action.notBefore = seed.notBefore;
    if (o.noNotBefore) action.notBefore = std::optional<Instant>{};
    if (o.disabled) action.enabled = false;
    action.tags = seed.tags;
    const auto id = path.key->id;
    KEYWARD_TRY(const auto snapshot, invocation.change(action));
    return printKey(invocation, *snapshot, id, "Key version " + path.chosen().id.text() + " updated.");
}

template <class Action> Status simple(Invocation &invocation, const std::string &given, const std::string &done)
{
    KEYWARD_TRY(const auto path, invocation.key(given));
    const auto id = path.key->id;
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto held = stillHeldBy(*before, Action{id});
    KEYWARD_TRY(const auto snapshot, invocation.change(Action{id}));
    if (!invocation.dryRun())
        for (const auto &backup : held) invocation.out().note("Still holds it: " + backup);
    return printKey(invocation, *snapshot, id, "Key " + given + " " + done + ".");
}

Status backUp(Invocation &invocation, const std::string &given, const std::string &file)
{
    KEYWARD_TRY(const auto path, invocation.key(given));
    if (invocation.dryRun())
        return invocation.change(command::NoteKeyBackup{path.key->id, file}).transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(acting->keyBackup().backUpTo(path.key->id, file, invocation.actor()));
    invocation.out().line("Key " + given + " backed up to " + file +
                          " (sealed; it opens only in this keystore or a copy of it).");
    std::error_code unknown;
    const auto bytes = std::filesystem::file_size(file, unknown);
    invocation.out().document(
        QJsonObject{{QLatin1String("file"), reports::text(file)},
                    {QLatin1String("bytes"), unknown ? QJsonValue() : QJsonValue(static_cast<qint64>(bytes))}});
    return {};
}

Status restore(Invocation &invocation, const std::string &vaultName, const std::string &file)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(vaultName));
    KEYWARD_TRY(auto *acting, invocation.acting());
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(Code::Io, file, {"it cannot be read"});
    const Bytes blob(std::istreambuf_iterator<char>(in), {});
    auto restored = acting->keyBackup().restore(vault->id, blob, invocation.actor());
    if (const auto code = restored ? Code::Internal : restored.error().code;
        code == Code::BackupMalformed || code == Code::BackupNewer)
        restored.error().target = file;
    if (!restored) return std::unexpected(restored.error());
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    return printKey(invocation, *snapshot, *restored, "Key restored; it lives on independently of the original.");
}

} // namespace

void addNext(Line &line, const command::VersionSeed &seed)
{
    addTime(line, "--expires", "--no-expiry", seed.expires);
    if (seed.notBefore && *seed.notBefore) line.option("--not-before", isoText(**seed.notBefore));
    if (seed.operations) line.option("--ops", seed.operations->text());
    replaceTags(line, seed.tags);
    line.flag("--disabled", !seed.enabled);
}

void addFirst(Line &line, command::VersionSeed seed)
{
    if (seed.expires && !*seed.expires) seed.expires.reset();
    if (seed.tags && seed.tags->empty()) seed.tags.reset();
    addNext(line, seed);
}

MaybeLine lineOf(const Typed<command::CreateKey> &c)
{
    Line line("key create");
    line.word(nameOf(c.estate, c->vault) + "/" + c->name.text()).option("--kty", c->spec.kty());
    if (c->spec.kind == KeyKind::Ec)
        line.option("--curve", std::string(curveText(c->spec.curve)));
    else
        line.option("--size", std::to_string(c->spec.bits));
    if (c.estate.keyNamed(c->vault, c->name.text()))
        addNext(line, c->first);
    else
        addFirst(line, c->first);
    return line;
}

MaybeLine lineOf(const Typed<command::RotateKey> &c)
{
    auto line = about(c.estate, "key rotate", c->key);
    addNext(line, c->next);
    return line;
}

MaybeLine lineOf(const Typed<command::UpdateKeyVersion> &c)
{
    const auto path = nameOf(c.estate, c->key) + "/" + c->version.text();
    const bool more = c->expires || c->notBefore || c->operations || c->tags;
    if (c->enabled && !more) return Line(*c->enabled ? "key enable" : "key disable").word(path);
    if (c->enabled && *c->enabled) return notAsALine;
    Line line("key update");
    line.word(path);
    addTime(line, "--expires", "--no-expiry", c->expires);
    addTime(line, "--not-before", "--no-not-before", c->notBefore);
    if (c->operations) line.option("--ops", c->operations->text());
    replaceTags(line, c->tags);
    return line.flag("--disabled", c->enabled.has_value());
}

MaybeLine lineOf(const Typed<command::DeleteKey> &c) { return about(c.estate, "key delete", c->key); }
MaybeLine lineOf(const Typed<command::RecoverKey> &c) { return about(c.estate, "key recover", c->key); }
MaybeLine lineOf(const Typed<command::PurgeKey> &c) { return about(c.estate, "key purge", c->key); }

MaybeLine lineOf(const Typed<command::NoteKeyBackup> &c)
{
    if (c->file.empty()) return notAsALine;
    return about(c.estate, "key backup", c->key).option("--output", c->file);
}

MaybeLine lineOf(const Estate &estate, const engine::RestoreTask &task)
{
    return about(estate, "key restore", task.vault).option("--input", task.file.string());
}

MaybeLine lineOf(const Typed<command::RestoreKey> &) { return nobodyTypesIt; } // what it restores is in a file

void addKeyCommands(Commands &commands)
{
    auto *group = commands.group("key", "Keys and their versions");
    auto c = options<CreateOptions>();
    auto *createApp = commands.change(group, "create", "Create a key, or the next version of one of that name",
                                      [c](Invocation &s) { return create(s, *c); });
    createApp->add_option("KEY", c->path, "VAULT/NAME")->required();
    createApp->add_option("--kty", c->kty, "RSA, EC; RSA-HSM, EC-HSM in premium vaults; oct in a managed HSM")
        ->check(CLI::IsMember({"RSA", "EC", "oct", "RSA-HSM", "EC-HSM", "oct-HSM"}));
    createApp->add_option("--size", c->size, "RSA 2048, 3072 or 4096; oct 128, 192 or 256");
    createApp->add_option("--curve", c->curve, "P-256, P-384, P-521 or P-256K");
    addVersionOptions(createApp, *c);
    createApp->footer("Example: keywardctl key create contoso-keys/backup-cmk --kty RSA --size 2048");

    auto r = options<VersionOptions>();
    auto *rotateApp = commands.change(group, "rotate", "Make a new version; the old ones keep working",
                                      [r](Invocation &s) { return rotate(s, *r); });
    rotateApp->add_option("KEY", r->path, "VAULT/NAME")->required();
    addVersionOptions(rotateApp, *r);

    auto listVault = options<std::string>();
    auto deleted = options<bool>();
    auto *listApp = commands.reads(group, "list", "List keys",
                                   [listVault, deleted](Invocation &s) { return list(s, *listVault, *deleted); });
    listApp->add_option("VAULT", *listVault, "Only those of this vault");
    listApp->add_flag("--deleted", *deleted, "Those that were deleted and can be recovered");

    const auto byPath = [&](const char *verb, const char *text, bool changes, auto run) {
        auto path = options<std::string>();
        const Run action = [path, run](Invocation &s) -> Status { return run(s, *path); };
        auto *app = changes ? commands.change(group, verb, text, action) : commands.reads(group, verb, text, action);
        app->add_option("KEY", *path, "VAULT/NAME[/VERSION] or the key's URI")->required();
        return app;
    };
    byPath("show", "Show a key or a version, and what needs it", false,
           [](Invocation &s, const std::string &p) { return show(s, p); });
    byPath("versions", "List a key's versions", false,
           [](Invocation &s, const std::string &p) { return versions(s, p); });
    byPath("enable", "Enable a version (the newest unless named)", true,
           [](Invocation &s, const std::string &p) { return enable(s, p, true); });
    byPath("disable", "Disable a version (the newest unless named)", true,
           [](Invocation &s, const std::string &p) { return enable(s, p, false); });
    byPath("delete", "Delete a key with all its versions; it can be recovered", true,
           [](Invocation &s, const std::string &p) { return simple<command::DeleteKey>(s, p, "deleted"); });
    byPath("recover", "Recover a deleted key", true,
           [](Invocation &s, const std::string &p) { return simple<command::RecoverKey>(s, p, "recovered"); });
    byPath("purge", "Destroy a deleted key", true,
           [](Invocation &s, const std::string &p) { return simple<command::PurgeKey>(s, p, "purged"); });

    auto u = options<UpdateOptions>();
    auto *updateApp = commands.change(group, "update", "Change a version's attributes (the newest unless named)",
                                      [u](Invocation &s) { return update(s, *u); });
    updateApp->add_option("KEY", u->path, "VAULT/NAME[/VERSION]")->required();
    addVersionOptions(updateApp, *u);
    updateApp->get_option("--disabled")->description("Disable it");
    updateApp->add_flag("--no-not-before", u->noNotBefore, "Remove the not-before date")
        ->excludes(updateApp->get_option("--not-before"));

    auto backupFile = options<std::string>();
    auto *backupApp = byPath("backup", "Back up a key with all its versions into a sealed file", true,
                             [backupFile](Invocation &s, const std::string &p) { return backUp(s, p, *backupFile); });
    backupApp->add_option("--output", *backupFile, "A new file")->required();
    addKeyImport(commands, group);
    addKeyUse(commands, group);
    auto restoreVault = options<std::string>();
    auto restoreFile = options<std::string>();
    auto *restoreApp =
        commands.act(group, "restore", "Restore a key from its backup", "what it would restore is sealed in the file",
                     [restoreVault, restoreFile](Invocation &s) { return restore(s, *restoreVault, *restoreFile); });
    restoreApp->add_option("VAULT", *restoreVault)->required();
    restoreApp->add_option("--input", *restoreFile, "The backup file")->required();
}

} // namespace keyward::ctl
