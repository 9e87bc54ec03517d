// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a key version and can be changed, and what can be tried with it.

#include "models/actions/key_fields.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyAttributes)
};

bool imported(const Situation &s) { return isLiveKey(s) && versionOf(s).origin == MaterialOrigin::Imported; }
bool unwrapsTransfers(const Situation &s) { return isLiveKey(s) && versionOf(s).operations.has(Permission::Import); }

std::vector<Field> attributeFields(const Situation &s)
{
    const auto &version = versionOf(s);
    const auto now = s.moment->now;
    auto operations = operationsField(QStringLiteral("operations"), keyOf(s)->spec.kind, version.operations);
    operations.section = Words::tr("Use");
    auto activation = activationField(version.notBefore, now);
    activation.section = Words::tr("Validity");
    return {std::move(activation), expiryField(version.expires, Words::tr("never"), now), std::move(operations),
            tagsField(version.tags),
            enabledField(version.enabled, Words::tr("A disabled version refuses every cryptographic operation."))};
}

/// What stands in the field as it was filled in beforehand is left as it is, to the second.
Result<std::optional<std::optional<Instant>>> changedMoment(const Values &values, const char *id,
                                                            const std::optional<Instant> &was, Instant now)
{
    if (stringOf(values, id) == momentText(was)) return std::optional<std::optional<Instant>>{};
    KEYWARD_TRY(const auto at, momentIn(values, id, now));
    return std::optional(at);
}

/// Only what differs is said.
Result<Deed> attributeDeed(const Situation &s, const Values &values)
{
    const auto &version = versionOf(s);
    command::UpdateKeyVersion out{s.target.key(), version.id, {}, {}, {}, {}, {}};
    KEYWARD_TRY(out.notBefore, changedMoment(values, "activation", version.notBefore, s.moment->now));
    KEYWARD_TRY(out.expires, changedMoment(values, "expires", version.expires, s.moment->now));
    KEYWARD_TRY(const auto operations, PermissionSet::from(utf8(stringOf(values, "operations"))));
    if (operations != version.operations) out.operations = operations;
    if (const auto typed = stringOf(values, "tags"); typed != tagsText(version.tags)) out.tags = tagsFrom(typed);
    if (const bool on = values.value(QStringLiteral("enabled")).toBool(); on != version.enabled) out.enabled = on;
    if (!out.notBefore && !out.expires && !out.operations && !out.tags && !out.enabled)
        return fail(Code::Usage, {}, {utf8(Words::tr("Nothing is changed yet."))});
    return Deed{std::move(out)};
}

ActionRecord changing(const char *id, Scope scope, const QString &title, const QStringList &blades)
{
    return {.id = QString::fromLatin1(id),
            .text = title,
            .icon = QStringLiteral("document-edit"),
            .scope = scope,
            .order = 22,
            .blades = blades,
            .supported = isLiveKey,
            .allowed = always,
            .fields = attributeFields,
            .deed = attributeDeed,
            .previews = true};
}

const DeclaredAction changeKey([]() -> ActionRecord {
    auto out = changing("key.edit", Scope::Key, Words::tr("Change"), keyBlades());
    out.explanation = Words::tr("Of the newest version; the others are changed on the Versions page.");
    return out;
});
const DeclaredAction changeVersion([]() -> ActionRecord {
    return changing("version.edit", Scope::Version, Words::tr("Change version"), {QStringLiteral("key.versions")});
});

ActionRecord escrow(const char *id, Scope scope, const QStringList &blades)
{
    return {
        .id = QString::fromLatin1(id),
        .text = Words::tr("Note the original"),
        .icon = QStringLiteral("document-edit-sign"),
        .scope = scope,
        .order = 50,
        .blades = blades,
        .explanation = Words::tr("An imported key exists outside this keystore too. Note where its original is kept, "
                                 "so that it is found when it is needed."),
        .supported = imported,
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto &version = versionOf(s);
            return {{.id = QStringLiteral("place"),
                     .label = Words::tr("Where it is kept"),
                     .value = version.escrow ? text(version.escrow->place) : QString(),
                     .hint = Words::tr("As in “safe 3, Amsterdam”; empty takes the note away"),
                     .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto &version = versionOf(s);
            const auto place = utf8(stringOf(values, "place"));
            if (place == (version.escrow ? version.escrow->place : std::string()))
                return fail(Code::Usage, {}, {utf8(Words::tr("Nothing is changed yet."))});
            return Deed{command::NoteEscrow{s.target.key(), version.id, place}};
        },
        .previews = true,
    };
}
const DeclaredAction escrowKey([]() -> ActionRecord { return escrow("key.escrow", Scope::Key, keyBlades()); });
const DeclaredAction escrowVersion([]() -> ActionRecord {
    return escrow("version.escrow", Scope::Version, {QStringLiteral("key.versions")});
});

ActionRecord trying(const char *id, Scope scope, const QString &title, const QStringList &blades)
{
    return {.id = QString::fromLatin1(id),
            .text = title,
            .icon = QStringLiteral("media-playback-start"),
            .scope = scope,
            .order = 45,
            .blades = blades,
            .supported = isLiveKey,
            .allowed = always,
            .dialog = QStringLiteral("key.try")};
}
const DeclaredAction tryKey([]() -> ActionRecord {
    return trying("key.try", Scope::Key, Words::tr("Try the key"), keyBlades());
});
const DeclaredAction tryVersion([]() -> ActionRecord {
    return trying("version.try", Scope::Version, Words::tr("Try version"), {QStringLiteral("key.versions")});
});

const DeclaredAction transfer([]() -> ActionRecord {
    return {.id = QStringLiteral("key.transfer"),
            .text = Words::tr("Make transfer blob"),
            .icon = QStringLiteral("document-encrypt"),
            .scope = Scope::Key,
            .order = 55,
            .blades = keyBlades(),
            .supported = unwrapsTransfers,
            .allowed = always,
            .dialog = QStringLiteral("key.transfer")};
});

} // namespace
} // namespace keyward::models
