// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/key_fields.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyFields)
};

QString operationTitle(Permission operation)
{
    switch (operation) {
    case Permission::Encrypt: return Words::tr("Encrypt");
    case Permission::Decrypt: return Words::tr("Decrypt");
    case Permission::Sign: return Words::tr("Sign");
    case Permission::Verify: return Words::tr("Verify");
    case Permission::WrapKey: return Words::tr("Wrap key");
    case Permission::UnwrapKey: return Words::tr("Unwrap key");
    case Permission::Import: return Words::tr("Import only");
    default: return text(permissionText(operation));
    }
}

bool inHsm(const QString &option) { return option.contains(QLatin1String("-HSM")); }

} // namespace

const Key *keyOf(const Situation &s) { return s.estate().key(s.target.key()); }

const KeyVersion &versionOf(const Situation &s)
{
    const auto &key = *keyOf(s);
    const auto *chosen = s.target.scope == Scope::Version ? key.version(s.target.version()) : nullptr;
    return chosen ? *chosen : key.latest();
}

bool isLiveKey(const Situation &s) { return !keyOf(s)->deleted; }

QStringList keyBlades()
{
    return {QStringLiteral("vault.keys"),   QStringLiteral("keys"),     QStringLiteral("key.overview"),
            QStringLiteral("key.versions"), QStringLiteral("key.used"), QStringLiteral("key.activity")};
}

std::vector<Field::Option> kindOptions(Tier tier)
{
    std::vector<Field::Option> out;
    const auto add = [&](const char *kty, std::initializer_list<const char *> details) {
        for (const auto *detail : details) {
            const auto option = QString::fromLatin1(kty) + QLatin1Char(':') + QString::fromLatin1(detail);
            out.push_back({option, QString(option).replace(QLatin1Char(':'), QLatin1Char(' '))});
        }
    };
    add("RSA", {"2048", "3072", "4096"});
    add("EC", {"P-256", "P-384", "P-521", "P-256K"});
    if (tier == Tier::Standard) return out;
    add("RSA-HSM", {"2048", "3072", "4096"});
    add("EC-HSM", {"P-256", "P-384", "P-521", "P-256K"});
    return out;
}

Result<KeySpec> specOf(const QString &option)
{
    const auto detail = option.section(QLatin1Char(':'), 1);
    return KeySpec::from(utf8(option.section(QLatin1Char(':'), 0, 0)), detail.toUInt(), utf8(detail));
}

QString kindNote(const QString &option)
{
    return inHsm(option) ? Words::tr("No hardware token is attached: the key is held in the keystore, in software.")
                         : QString();
}

QString operationTitles(PermissionSet operations)
{
    QStringList out;
    for (unsigned i = 0; i < permissionCount; ++i)
        if (const auto one = static_cast<Permission>(i); operations.has(one)) out += operationTitle(one);
    return out.isEmpty() ? Words::tr("none") : out.join(QStringLiteral(", "));
}

Field operationsField(const QString &id, KeyKind kind, PermissionSet ticked)
{
    auto offered = suitableOperations(kind) | ticked;
    if (kind == KeyKind::Rsa) offered = offered | PermissionSet{Permission::Import};
    std::vector<Field::Option> options;
    for (const auto one : {Permission::Encrypt, Permission::Decrypt, Permission::Sign, Permission::Verify,
                           Permission::WrapKey, Permission::UnwrapKey, Permission::Import})
        if (offered.has(one)) options.push_back({text(permissionText(one)), operationTitle(one)});
    return {.id = id,
            .label = Words::tr("Operations"),
            .kind = Field::Kind::Many,
            .value = text(ticked.text()),
            .hint = kind == KeyKind::Rsa ? Words::tr("Import is for a key that unwraps transfer blobs; it then does "
                                                     "nothing else.")
                                         : QString(),
            .options = std::move(options)};
}

Field activationField(const std::optional<Instant> &at, Instant now)
{
    return momentField(QStringLiteral("activation"), Words::tr("Activation"), at, Words::tr("at once"), now);
}

Field expiryField(const std::optional<Instant> &at, const QString &none, Instant now)
{
    return momentField(QStringLiteral("expires"), Words::tr("Expiry"), at, none, now);
}

Field tagsField(const Tags &tags)
{
    return {.id = QStringLiteral("tags"),
            .label = Words::tr("Tags"),
            .value = tagsText(tags),
            .hint = Words::tr("As in owner=ada, purpose=backup"),
            .optional = true};
}

Field enabledField(bool on, const QString &hint)
{
    return {.id = QStringLiteral("enabled"),
            .label = Words::tr("Enabled"),
            .kind = Field::Kind::Check,
            .value = on,
            .hint = hint};
}

QString tagsText(const Tags &tags)
{
    QStringList out;
    for (const auto &[name, value] : tags)
        out += (text(name) + QLatin1Char('=') + text(value)).replace(QLatin1Char(','), QLatin1String("\\,"));
    return out.join(QStringLiteral(", "));
}

Tags tagsFrom(const QString &typed)
{
    constexpr QChar kept(0x1f); // a comma that belongs to a value, meanwhile
    Tags out;
    const auto whole = QString(typed).replace(QLatin1String("\\,"), QString(kept));
    for (const auto &pair : whole.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto plain = QString(pair).replace(kept, QLatin1Char(','));
        out[utf8(plain.section(QLatin1Char('='), 0, 0).trimmed())] = utf8(plain.section(QLatin1Char('='), 1).trimmed());
    }
    return out;
}

Result<command::VersionSeed> seedFrom(const Situation &s, const Values &values, const QString &operations)
{
    command::VersionSeed seed{s.random().id<VersionId>(), s.random().id<RecordId>()};
    seed.enabled = values.value(QStringLiteral("enabled"), true).toBool();
    KEYWARD_TRY(const auto notBefore, momentIn(values, "activation", s.moment->now));
    if (notBefore) seed.notBefore = notBefore;
    KEYWARD_TRY(const auto expires, momentIn(values, "expires", s.moment->now));
    if (expires) seed.expires = expires;
    if (auto tags = tagsFrom(stringOf(values, "tags")); !tags.empty()) seed.tags = std::move(tags);
    if (!operations.isEmpty()) {
        KEYWARD_TRY(seed.operations, PermissionSet::from(utf8(operations)));
    }
    return seed;
}

} // namespace keyward::models
