// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"

#include "backend/estate/describe.h"

namespace keyward::models {

using namespace estate;

namespace {

const Key *keyOf(const Situation &s) { return s.estate().key(s.target.key()); }
bool isLive(const Situation &s) { return !keyOf(s)->deleted; }
bool isDeleted(const Situation &s) { return keyOf(s)->deleted.has_value(); }
const KeyVersion *versionOf(const Situation &s) { return s.target.scope == Scope::Version ? keyOf(s)->version(s.target.version()) : &keyOf(s)->latest(); }
command::UpdateKeyVersion switched(const Situation &s, bool on) { return {s.target.key(), versionOf(s)->id, on, {}, {}, {}, {}}; }
bool canDisable(const Situation &s) { return isLive(s) && versionOf(s)->enabled; }
bool canEnable(const Situation &s) { return isLive(s) && !versionOf(s)->enabled; }
Result<Deed> disableDeed(const Situation &s, const Values &) { return Deed{switched(s, false)}; }
Result<Deed> enableDeed(const Situation &s, const Values &) { return Deed{switched(s, true)}; }
const QString onKeyBlades[] = {QStringLiteral("vault.keys"), QStringLiteral("keys"), QStringLiteral("key.overview"), QStringLiteral("key.versions"), QStringLiteral("key.used"), QStringLiteral("key.activity")};
QStringList keyBlades() { return {std::begin(onKeyBlades), std::end(onKeyBlades)}; }

const Action create({
    .id = QStringLiteral("key.create"), .text = QStringLiteral("Create key"), .icon = QStringLiteral("list-add"), .scope = Scope::Vault, .order = 10,
    .blades = {QStringLiteral("vault.keys")}, .primary = true, .shortcut = QStringLiteral("Ctrl+N"),
    .explanation = QStringLiteral("The key is made here and never leaves the keystore in the clear."),
    .supported = [](const Situation &s) { return !s.estate().vault(s.target.vault())->deleted; },
    .allowed = [](const Situation &) { return Status{}; },
    .fields = [](const Situation &) -> std::vector<Field> {
        return {{.id = QStringLiteral("name"), .label = QStringLiteral("Name"), .hint = QStringLiteral("Letters, digits and hyphens"), .error = nameError<KeyName>},
                {.id = QStringLiteral("kind"), .label = QStringLiteral("Kind"), .kind = Field::Kind::Choice, .value = QStringLiteral("rsa:2048"), .hint = QStringLiteral("A Recovery Services vault takes RSA 2048"),
                 .options = {{QStringLiteral("rsa:2048"), QStringLiteral("RSA 2048")}, {QStringLiteral("rsa:3072"), QStringLiteral("RSA 3072")}, {QStringLiteral("rsa:4096"), QStringLiteral("RSA 4096")},
                             {QStringLiteral("ec:P-256"), QStringLiteral("EC P-256")}, {QStringLiteral("ec:P-384"), QStringLiteral("EC P-384")}, {QStringLiteral("ec:P-521"), QStringLiteral("EC P-521")}}},
                {.id = QStringLiteral("expires"), .label = QStringLiteral("Expires after"), .hint = QStringLiteral("A length of time such as 365d; empty: never"),
                 .error = [](const QVariant &v) {
                     const auto length = parseDuration(utf8(v.toString().trimmed()));
                     return length ? QString() : refusalOf(length.error()).reason + QLatin1Char(' ') + refusalOf(length.error()).remedy;
                 },
                 .optional = true}};
    },
    .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
        KEYWARD_TRY(auto name, KeyName::from(utf8(stringOf(values, "name"))));
        const auto kind = stringOf(values, "kind");
        const auto detail = kind.section(QLatin1Char(':'), 1);
        KEYWARD_TRY(const auto spec, kind.startsWith(QLatin1String("ec")) ? KeySpec::ec(utf8(detail)) : KeySpec::rsa(detail.toUInt()));
        command::VersionSeed seed{s.random().id<VersionId>(), s.random().id<RecordId>()};
        if (const auto length = stringOf(values, "expires"); !length.isEmpty()) {
            KEYWARD_TRY(const auto after, parseDuration(utf8(length)));
            seed.expires = s.moment->now + after;
        }
        const auto *taken = s.estate().keyNamed(s.target.vault(), name.text()); // then it is that key's next version
        const auto id = taken ? taken->id : s.random().id<KeyId>();
        return Deed{command::CreateKey{id, s.target.vault(), std::move(name), spec, std::move(seed)}, {}, Target::of(id)};
    },
});

const Action rotate({
    .id = QStringLiteral("key.rotate"), .text = QStringLiteral("Rotate now"), .icon = QStringLiteral("view-refresh"), .scope = Scope::Key, .order = 20, .blades = keyBlades(),
    .supported = isLive,
    .deed = [](const Situation &s, const Values &) -> Result<Deed> { return Deed{command::RotateKey{s.target.key(), {s.random().id<VersionId>(), s.random().id<RecordId>()}}}; },
});

const Action disable({
    .id = QStringLiteral("key.disable"), .text = QStringLiteral("Disable"), .icon = QStringLiteral("media-playback-pause"), .scope = Scope::Key, .order = 30, .blades = keyBlades(),
    .explanation = QStringLiteral("The newest version refuses every cryptographic operation until it is enabled again."),
    .supported = canDisable, .deed = disableDeed, .previews = true,
});
const Action enable({
    .id = QStringLiteral("key.enable"), .text = QStringLiteral("Enable"), .icon = QStringLiteral("media-playback-start"), .scope = Scope::Key, .order = 31, .blades = keyBlades(),
    .supported = canEnable, .deed = enableDeed,
});
const Action disableVersion({
    .id = QStringLiteral("version.disable"), .text = QStringLiteral("Disable version"), .icon = QStringLiteral("media-playback-pause"), .scope = Scope::Version, .order = 30, .blades = {QStringLiteral("key.versions")},
    .supported = canDisable, .deed = disableDeed, .previews = true,
});
const Action enableVersion({
    .id = QStringLiteral("version.enable"), .text = QStringLiteral("Enable version"), .icon = QStringLiteral("media-playback-start"), .scope = Scope::Version, .order = 31, .blades = {QStringLiteral("key.versions")},
    .supported = canEnable, .deed = enableDeed,
});

const Action backUp({
    .id = QStringLiteral("key.backup"), .text = QStringLiteral("Back up"), .icon = QStringLiteral("document-save"), .scope = Scope::Key, .order = 40, .blades = keyBlades(),
    .explanation = QStringLiteral("All versions as one sealed file. It opens only in this keystore or a copy of it."),
    .supported = isLive,
    .allowed = [](const Situation &) { return Status{}; },
    .fields = [](const Situation &s) -> std::vector<Field> {
        return {{.id = QStringLiteral("file"), .label = QStringLiteral("Into the new file"), .kind = Field::Kind::NewFile, .value = QDir::homePath() + QLatin1Char('/') + text(keyOf(s)->name.text()) + QStringLiteral(".keybackup"),
                 .error = newFileError, .suffix = QStringLiteral(".keybackup")}};
    },
    .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
        const auto file = pathOf(stringOf(values, "file"));
        const auto path = keyPath(s.estate(), *keyOf(s));
        return Deed{command::NoteKeyBackup{s.target.key()}, [key = s.target.key(), file, path, actor = s.workspace.actor()](engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                        KEYWARD_CHECK(workplace.keyBackup().backUpTo(key, file, actor));
                        return Outcome{QStringLiteral("Key %1 was backed up.").arg(text(path)), text(file.string()), Target::of(key), {}};
                    }};
    },
});

const Action remove({
    .id = QStringLiteral("key.delete"), .text = QStringLiteral("Delete"), .icon = QStringLiteral("edit-delete"), .scope = Scope::Key, .order = 90, .blades = keyBlades(),
    .explanation = QStringLiteral("All versions go into the deleted state and can be recovered until the retention of the vault ends."),
    .supported = isLive,
    .deed = [](const Situation &s, const Values &) -> Result<Deed> { return Deed{command::DeleteKey{s.target.key()}}; },
    .previews = true, .instead = QStringLiteral("key.disable"),
});
const Action recover({
    .id = QStringLiteral("key.recover"), .text = QStringLiteral("Recover"), .icon = QStringLiteral("edit-undo"), .scope = Scope::Key, .order = 10, .blades = keyBlades(),
    .supported = isDeleted,
    .deed = [](const Situation &s, const Values &) -> Result<Deed> { return Deed{command::RecoverKey{s.target.key()}}; },
});
const Action purge({
    .id = QStringLiteral("key.purge"), .text = QStringLiteral("Purge"), .icon = QStringLiteral("edit-delete-shred"), .scope = Scope::Key, .order = 91, .blades = keyBlades(),
    .supported = isDeleted,
    .deed = [](const Situation &s, const Values &) -> Result<Deed> { return Deed{command::PurgeKey{s.target.key()}}; },
    .previews = true,
});

} // namespace
} // namespace keyward::models
