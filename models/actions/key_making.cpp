// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys and versions as they come: created, rotated, imported, restored.

#include "models/actions/key_fields.h"

#include "backend/engine/api/secret_file.h"
#include "backend/estate/describe.h"
#include "backend/estate/succession.h"

#include <QCoreApplication>
#include <QDir>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyMaking)
};

bool liveVault(const Situation &s) { return !s.estate().vault(s.target.vault())->deleted; }
bool elliptic(const Values &values)
{
    return values.value(QStringLiteral("kind")).toString().startsWith(QLatin1String("EC"));
}

// Creating.

std::vector<Field> creationFields(const Situation &s)
{
    const auto now = s.moment->now;
    auto operations = operationsField(QStringLiteral("operations"), KeyKind::Rsa, suitableOperations(KeyKind::Rsa));
    operations.section = Words::tr("Use");
    operations.when = [](const Values &values) { return !elliptic(values); };
    auto ofCurves = operationsField(QStringLiteral("ecOperations"), KeyKind::Ec, suitableOperations(KeyKind::Ec));
    ofCurves.section = operations.section;
    ofCurves.when = elliptic;
    auto activation = activationField({}, now);
    activation.section = Words::tr("Validity");
    return {{.id = QStringLiteral("name"),
             .label = Words::tr("Name"),
             .hint = Words::tr("Letters, digits and hyphens"),
             .error = nameError<KeyName>},
            {.id = QStringLiteral("kind"),
             .label = Words::tr("Kind"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("RSA:2048"),
             .hint = Words::tr("A Recovery Services vault takes RSA 2048"),
             .options = kindOptions(s.estate().vault(s.target.vault())->tier),
             .comesTo = [](const QVariant &value) { return kindNote(value.toString()); }},
            std::move(activation),
            expiryField({}, Words::tr("never"), now),
            std::move(operations),
            std::move(ofCurves),
            tagsField({}),
            enabledField(true, Words::tr("A disabled version refuses every cryptographic operation."))};
}

Result<Deed> creationDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(auto name, KeyName::from(utf8(stringOf(values, "name"))));
    KEYWARD_TRY(const auto spec, specOf(stringOf(values, "kind")));
    const auto ticked = stringOf(values, spec.kind == KeyKind::Ec ? "ecOperations" : "operations");
    const bool usual = ticked == text(suitableOperations(spec.kind).text());
    KEYWARD_TRY(auto seed, seedFrom(s, values, usual ? QString() : ticked));
    const auto *taken = s.estate().keyNamed(s.target.vault(), name.text()); // then it is that key's next version
    const auto id = s.random().id<KeyId>();
    return Deed{command::CreateKey{id, s.target.vault(), std::move(name), spec, std::move(seed)},
                {},
                Target::of(taken ? taken->id : id)};
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
        .explanation = Words::tr("The key is made here and never leaves the keystore in the clear. Over the name of a "
                                 "key there is, its next version is made."),
        .supported = liveVault,
        .allowed = always,
        .fields = creationFields,
        .deed = creationDeed,
    };
});

// Rotating.

/// To the minute: a lifetime of 365 days was counted from a moment before the version was made. As people type it.
QString lifetimeOf(const KeyVersion &version)
{
    if (!version.expires) return {};
    const auto minutes =
        std::chrono::round<std::chrono::minutes>(*version.expires - version.notBefore.value_or(version.created));
    return text(isoDuration(minutes)).remove(QLatin1Char('P')).remove(QLatin1Char('T')).toLower(); // 365d, 6d8h
}

QString durationError(const QVariant &v)
{
    const auto length = parseDuration(utf8(v.toString().trimmed()));
    return length ? QString() : refusalOf(length.error()).whole();
}

std::vector<Field> rotationFields(const Situation &s)
{
    const auto &key = *keyOf(s);
    const auto &former = key.latest();
    return {{.id = QStringLiteral("expires"),
             .label = Words::tr("Valid for"),
             .value = lifetimeOf(former),
             .hint = Words::tr("A length of time such as 365d, counted from when it becomes valid; empty: it never "
                               "expires"),
             .error = durationError,
             .optional = true},
            activationField({}, s.moment->now),
            operationsField(QStringLiteral("operations"), key.spec.kind, former.operations),
            tagsField(former.tags),
            enabledField(true, Words::tr("Resources go on with the former version as long as this one is disabled."))};
}

/// Only what differs is said; the rest is taken over exactly.
Result<command::RotateKey> rotation(const Situation &s, const Values &values)
{
    const auto &former = keyOf(s)->latest();
    command::VersionSeed seed{s.random().id<VersionId>(), s.random().id<RecordId>()};
    seed.enabled = values.value(QStringLiteral("enabled"), true).toBool();
    KEYWARD_TRY(const auto notBefore, momentIn(values, "activation", s.moment->now));
    if (notBefore) seed.notBefore = notBefore;
    if (const auto length = stringOf(values, "expires"); length != lifetimeOf(former)) {
        seed.expires.emplace();
        if (!length.isEmpty()) {
            KEYWARD_TRY(const auto after, parseDuration(utf8(length)));
            *seed.expires = notBefore.value_or(s.moment->now) + after;
        }
    }
    KEYWARD_TRY(const auto operations, PermissionSet::from(utf8(stringOf(values, "operations"))));
    if (operations != former.operations) seed.operations = operations;
    if (auto tags = tagsFrom(stringOf(values, "tags")); tags != former.tags) seed.tags = std::move(tags);
    return command::RotateKey{s.target.key(), std::move(seed)};
}

QString validityText(const Situation &s, const command::VersionSeed &seed, const Succession &taken)
{
    const auto from = seed.notBefore.value_or(std::nullopt).value_or(s.moment->now);
    if (taken.validity)
        return Words::tr("It is valid as long as that one was: %1, until %2.")
            .arg(duration(*taken.validity), shortDate(from + *taken.validity));
    if (seed.expires && *seed.expires) return Words::tr("It is valid until %1.").arg(shortDate(**seed.expires));
    return Words::tr("It never expires.");
}

/// Who goes over to the new version by itself, and who stays.
QString followersText(const Situation &s)
{
    int follow = 0, stay = 0;
    for (const auto &id : s.estate().dependantsOf(s.target.key())) {
        const auto *resource = s.estate().resource(id);
        if (!resource || !resource->binding || resource->binding->key != s.target.key()) continue;
        const auto *profile = s.estate().catalogue().find(resource->type);
        (profile && profile->followsNewVersions && !resource->binding->pinned ? follow : stay) += 1;
    }
    QStringList out;
    if (follow > 0) out += Words::tr("%n resources go over to it within an hour.", nullptr, follow);
    if (stay > 0) out += Words::tr("%n resources stay with the version that they name.", nullptr, stay);
    return out.join(QLatin1Char(' '));
}

QString rotationStatement(const Situation &s, const Values &values)
{
    const auto command = rotation(s, values);
    if (!command) return {};
    const auto &key = *keyOf(s);
    const auto taken = successionOf(key.latest(), command->next);
    QStringList out{Words::tr("It becomes version %1 of the key.").arg(key.versions.size() + 1)};
    const auto operations = command->next.operations.value_or(key.latest().operations);
    out += (taken.operations ? Words::tr("It takes over what the one before it allows: %1.")
                             : Words::tr("Unlike the one before it, it allows %1."))
               .arg(operationTitles(operations));
    if (taken.tags && !taken.tags->empty())
        out += Words::tr("It takes over the tags %1.").arg(tagsText(*taken.tags));
    else if (const auto &tags = command->next.tags; tags)
        out += tags->empty() ? Words::tr("It has no tags.") : Words::tr("Its tags are %1.").arg(tagsText(*tags));
    out += validityText(s, command->next, taken);
    if (const auto followers = followersText(s); !followers.isEmpty()) out += followers;
    out += Words::tr("It has no backup until you make one.");
    return out.join(QLatin1Char(' '));
}

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
        .supported = isLiveKey,
        .allowed =
            [](const Situation &s) {
                const command::VersionSeed seed{s.random().id<VersionId>(), s.random().id<RecordId>()};
                return applyUnguarded(s.estate(), {command::RotateKey{s.target.key(), seed}}, s.workspace.actor(),
                                      s.moment->now)
                    .transform([](const Change &) {});
            },
        .fields = rotationFields,
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto command, rotation(s, values));
            return Deed{std::move(command)};
        },
        .previews = true,
        .statement = rotationStatement,
    };
});

const DeclaredAction import([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.import"),
        .text = Words::tr("Import key"),
        .icon = QStringLiteral("document-import"),
        .scope = Scope::Vault,
        .order = 20,
        .blades = {QStringLiteral("vault.keys")},
        .supported = liveVault,
        .allowed = always,
        .dialog = QStringLiteral("key.import"),
        .takesFile = true,
    };
});

// Restoring.

constexpr auto largestBackup = 64u << 20; ///< bytes

Result<Outcome> restored(engine::Workplace &workplace, const VaultId &vault, const std::filesystem::path &file,
                         const Actor &actor)
{
    KEYWARD_TRY(const auto blob, engine::readFile(file, largestBackup));
    auto done = workplace.keyBackup().restore(vault, blob, actor);
    if (!done) {
        auto &error = done.error();
        if (error.code == Code::BackupMalformed || error.code == Code::BackupNewer) error.target = file.string();
        return std::unexpected(error);
    }
    const auto estate = workplace.console().snapshot();
    const auto *key = estate->key(*done);
    return Outcome{Words::tr("Key %1 was restored.").arg(key ? text(keyPath(*estate, *key)) : QString()),
                   Words::tr("It lives on independently of the original."), Target::of(*done)};
}

const DeclaredAction restore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.restore"),
        .text = Words::tr("Restore key"),
        .icon = QStringLiteral("document-open"),
        .scope = Scope::Vault,
        .order = 30,
        .blades = {QStringLiteral("vault.keys")},
        .explanation = Words::tr("A key comes back from its backup with all versions and the name that it had there. "
                                 "The backup opens in the keystore that it came from or a copy of it, and in a vault "
                                 "of the same subscription and geography, where no key has that name."),
        .supported = liveVault,
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("Backup file"),
                     .kind = Field::Kind::OldFile,
                     .error = existingFileError,
                     .suffix = QStringLiteral(".keybackup")}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto file = pathOf(stringOf(values, "file")).lexically_normal();
            const auto vault = s.target.vault();
            return Deed{std::nullopt,
                        [vault, file, actor = s.workspace.actor()](
                            engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                            return restored(workplace, vault, file, actor);
                        },
                        {},
                        Words::tr("Restore a key from %1").arg(text(file.string())),
                        text(s.workspace.lines().lineOf(s.estate(), engine::RestoreTask{vault, file}))};
        },
    };
});

} // namespace
} // namespace keyward::models
