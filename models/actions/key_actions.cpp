// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>
#include <QDir>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyActions)
};

const Key *keyOf(const Situation &s) { return s.estate().key(s.target.key()); }
bool isLive(const Situation &s) { return !keyOf(s)->deleted; }
bool isDeleted(const Situation &s) { return keyOf(s)->deleted.has_value(); }
const KeyVersion *versionOf(const Situation &s)
{
    return s.target.scope == Scope::Version ? keyOf(s)->version(s.target.version()) : &keyOf(s)->latest();
}
command::UpdateKeyVersion switched(const Situation &s, bool on)
{
    return {s.target.key(), versionOf(s)->id, on, {}, {}, {}, {}};
}
bool canDisable(const Situation &s) { return isLive(s) && versionOf(s)->enabled; }
bool canEnable(const Situation &s) { return isLive(s) && !versionOf(s)->enabled; }
Result<Deed> disableDeed(const Situation &s, const Values &) { return Deed{switched(s, false)}; }
Result<Deed> enableDeed(const Situation &s, const Values &) { return Deed{switched(s, true)}; }
const QString onKeyBlades[] = {QStringLiteral("vault.keys"),   QStringLiteral("keys"),
                               QStringLiteral("key.overview"), QStringLiteral("key.versions"),
                               QStringLiteral("key.used"),     QStringLiteral("key.activity")};
QStringList keyBlades() { return {std::begin(onKeyBlades), std::end(onKeyBlades)}; }

command::VersionSeed nextSeed(const Situation &s) { return {s.random().id<VersionId>(), s.random().id<RecordId>()}; }

QString durationError(const QVariant &v)
{
    const auto length = parseDuration(utf8(v.toString().trimmed()));
    return length ? QString() : refusalOf(length.error()).whole();
}

// What a rotation takes over, as it is shown and changed.

/// To the minute: a lifetime of 365 days was counted from a moment before the version was made.
QString lifetimeOf(const KeyVersion &version)
{
    if (!version.expires) return {};
    const auto minutes =
        std::chrono::round<std::chrono::minutes>(*version.expires - version.notBefore.value_or(version.created));
    const auto days = std::chrono::floor<Days>(minutes);
    return days == minutes ? QString::number(days.count()) + QLatin1Char('d') : text(isoDuration(minutes));
}

QString tagsOf(const Tags &tags)
{
    QStringList out;
    for (const auto &[name, value] : tags) out += text(name) + QLatin1Char('=') + text(value);
    return out.join(QStringLiteral(", "));
}

Tags tagsFrom(const QString &typed)
{
    Tags out;
    for (const auto &pair : typed.split(QLatin1Char(','), Qt::SkipEmptyParts))
        out[utf8(pair.section(QLatin1Char('='), 0, 0).trimmed())] = utf8(pair.section(QLatin1Char('='), 1).trimmed());
    return out;
}

std::vector<Field> rotationFields(const Key &key)
{
    const auto &former = key.latest();
    auto offered = key.spec.kind == KeyKind::Ec ? PermissionSet{Permission::Sign, Permission::Verify} : cryptographic;
    std::vector<Field::Option> operations;
    for (const auto &name : (offered | former.operations).names()) operations.push_back({text(name), text(name)});
    return {{.id = QStringLiteral("expires"),
             .label = Words::tr("Expires after"),
             .value = lifetimeOf(former),
             .hint = Words::tr("A length of time such as 365d; empty: never"),
             .error = durationError,
             .optional = true},
            {.id = QStringLiteral("operations"),
             .label = Words::tr("Operations"),
             .kind = Field::Kind::Many,
             .value = text(former.operations.text()),
             .options = std::move(operations)},
            {.id = QStringLiteral("tags"),
             .label = Words::tr("Tags"),
             .value = tagsOf(former.tags),
             .hint = Words::tr("As in owner=ada, purpose=backup"),
             .optional = true}};
}

/// Only what differs is said; the rest is taken over exactly.
Result<Deed> rotationDeed(const Situation &s, const Values &values)
{
    const auto &former = keyOf(s)->latest();
    auto seed = nextSeed(s);
    if (const auto length = stringOf(values, "expires"); length != lifetimeOf(former)) {
        seed.expires.emplace();
        if (!length.isEmpty()) {
            KEYWARD_TRY(const auto after, parseDuration(utf8(length)));
            *seed.expires = s.moment->now + after;
        }
    }
    KEYWARD_TRY(const auto operations, PermissionSet::from(utf8(stringOf(values, "operations"))));
    if (operations != former.operations) seed.operations = operations;
    if (auto tags = tagsFrom(stringOf(values, "tags")); tags != former.tags) seed.tags = std::move(tags);
    return Deed{command::RotateKey{s.target.key(), std::move(seed)}};
}

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.create"),
        .text = Words::tr("Create key"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Vault,
        .order = 10,
        .blades = {QStringLiteral("vault.keys")},
        .primary = true,
        .shortcut = QStringLiteral("Ctrl+N"),
        .explanation = Words::tr("The key is made here and never leaves the keystore in the clear."),
        .supported = [](const Situation &s) { return !s.estate().vault(s.target.vault())->deleted; },
        .allowed = [](const Situation &) { return Status{}; },
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"),
                     .label = Words::tr("Name"),
                     .hint = Words::tr("Letters, digits and hyphens"),
                     .error = nameError<KeyName>},
                    {.id = QStringLiteral("kind"),
                     .label = Words::tr("Kind"),
                     .kind = Field::Kind::Choice,
                     .value = QStringLiteral("rsa:2048"),
                     .hint = Words::tr("A Recovery Services vault takes RSA 2048"),
                     .options = {{QStringLiteral("rsa:2048"), Words::tr("RSA 2048")},
                                 {QStringLiteral("rsa:3072"), Words::tr("RSA 3072")},
                                 {QStringLiteral("rsa:4096"), Words::tr("RSA 4096")},
                                 {QStringLiteral("ec:P-256"), Words::tr("EC P-256")},
                                 {QStringLiteral("ec:P-384"), Words::tr("EC P-384")},
                                 {QStringLiteral("ec:P-521"), Words::tr("EC P-521")}}},
                    {.id = QStringLiteral("expires"),
                     .label = Words::tr("Expires after"),
                     .hint = Words::tr("A length of time such as 365d; empty: never"),
                     .error = durationError,
                     .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, KeyName::from(utf8(stringOf(values, "name"))));
            const auto kind = stringOf(values, "kind");
            const auto detail = kind.section(QLatin1Char(':'), 1);
            KEYWARD_TRY(const auto spec, kind.startsWith(QLatin1String("ec")) ? KeySpec::ec(utf8(detail))
                                                                              : KeySpec::rsa(detail.toUInt()));
            auto seed = nextSeed(s);
            if (const auto length = stringOf(values, "expires"); !length.isEmpty()) {
                KEYWARD_TRY(const auto after, parseDuration(utf8(length)));
                seed.expires = s.moment->now + after;
            }
            const auto *taken =
                s.estate().keyNamed(s.target.vault(), name.text()); // then it is that key's next version
            const auto id = s.random().id<KeyId>();
            return Deed{command::CreateKey{id, s.target.vault(), std::move(name), spec, std::move(seed)},
                        {},
                        Target::of(taken ? taken->id : id)};
        },
    };
});

const DeclaredAction rotate([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.rotate"),
        .text = Words::tr("Rotate"),
        .icon = QStringLiteral("view-refresh"),
        .scope = Scope::Key,
        .order = 20,
        .blades = keyBlades(),
        .explanation = Words::tr("The new version takes over what the one before it allows, unless you change it "
                                 "here. Former versions keep working."),
        .supported = isLive,
        .allowed =
            [](const Situation &s) {
                return applyUnguarded(s.estate(), {command::RotateKey{s.target.key(), nextSeed(s)}},
                                      s.workspace.actor(), s.moment->now)
                    .transform([](const Change &) {});
            },
        .fields = [](const Situation &s) { return rotationFields(*keyOf(s)); },
        .deed = rotationDeed,
        .previews = true,
    };
});

const DeclaredAction disable([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.disable"),
        .text = Words::tr("Disable"),
        .icon = QStringLiteral("media-playback-pause"),
        .scope = Scope::Key,
        .order = 30,
        .blades = keyBlades(),
        .explanation = Words::tr("The newest version refuses every cryptographic operation until it is enabled again."),
        .supported = canDisable,
        .deed = disableDeed,
        .previews = true,
        .destructive = true,
    };
});
const DeclaredAction enable([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.enable"),
        .text = Words::tr("Enable"),
        .icon = QStringLiteral("media-playback-start"),
        .scope = Scope::Key,
        .order = 31,
        .blades = keyBlades(),
        .supported = canEnable,
        .deed = enableDeed,
    };
});
const DeclaredAction disableVersion([]() -> ActionRecord {
    return {
        .id = QStringLiteral("version.disable"),
        .text = Words::tr("Disable version"),
        .icon = QStringLiteral("media-playback-pause"),
        .scope = Scope::Version,
        .order = 30,
        .blades = {QStringLiteral("key.versions")},
        .supported = canDisable,
        .deed = disableDeed,
        .previews = true,
        .destructive = true,
    };
});
const DeclaredAction enableVersion([]() -> ActionRecord {
    return {
        .id = QStringLiteral("version.enable"),
        .text = Words::tr("Enable version"),
        .icon = QStringLiteral("media-playback-start"),
        .scope = Scope::Version,
        .order = 31,
        .blades = {QStringLiteral("key.versions")},
        .supported = canEnable,
        .deed = enableDeed,
    };
});

const DeclaredAction backUp([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.backup"),
        .text = Words::tr("Back up"),
        .icon = QStringLiteral("document-save"),
        .scope = Scope::Key,
        .order = 40,
        .blades = keyBlades(),
        .explanation = Words::tr("All versions as one sealed file. It opens only in this keystore or a copy of it."),
        .supported = isLive,
        .allowed = [](const Situation &) { return Status{}; },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("Into the new file"),
                     .kind = Field::Kind::NewFile,
                     .value = QDir::homePath() + QLatin1Char('/') + text(keyOf(s)->name.text()) +
                              QStringLiteral(".keybackup"),
                     .error = newFileError,
                     .suffix = QStringLiteral(".keybackup")}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto file = pathOf(stringOf(values, "file"));
            const auto path = keyPath(s.estate(), *keyOf(s));
            return Deed{command::NoteKeyBackup{s.target.key(), file.lexically_normal().string()},
                        [key = s.target.key(), file, path, actor = s.workspace.actor()](
                            engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                            KEYWARD_CHECK(workplace.keyBackup().backUpTo(key, file, actor));
                            return Outcome{Words::tr("Key %1 was backed up.").arg(text(path)),
                                           text(file.string()),
                                           Target::of(key),
                                           {}};
                        }};
        },
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Key,
        .order = 90,
        .blades = keyBlades(),
        .explanation = Words::tr(
            "All versions go into the deleted state and can be recovered until the retention of the vault ends."),
        .supported = isLive,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeleteKey{s.target.key()}};
        },
        .previews = true,
        .instead = QStringLiteral("key.disable"),
        .destructive = true,
    };
});
const DeclaredAction recover([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.recover"),
        .text = Words::tr("Recover"),
        .icon = QStringLiteral("edit-undo"),
        .scope = Scope::Key,
        .order = 10,
        .blades = keyBlades(),
        .supported = isDeleted,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RecoverKey{s.target.key()}};
        },
    };
});
const DeclaredAction purge([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.purge"),
        .text = Words::tr("Purge"),
        .icon = QStringLiteral("edit-delete-shred"),
        .scope = Scope::Key,
        .order = 91,
        .blades = keyBlades(),
        .supported = isDeleted,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::PurgeKey{s.target.key()}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
