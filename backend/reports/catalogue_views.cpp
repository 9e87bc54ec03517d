// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/catalogue_views.h"

#include "backend/estate/profile_facts.h"
#include "backend/reports/json.h"

namespace keyward::reports {

using namespace estate;

namespace {

void put(QJsonObject &out, const char *name, const std::string &value)
{
    if (!value.empty()) out.insert(QLatin1String(name), text(value));
}
void put(QJsonObject &out, const char *name, bool value) { out.insert(QLatin1String(name), value); }
void put(QJsonObject &out, const char *name, unsigned value)
{
    if (value > 0) out.insert(QLatin1String(name), static_cast<qint64>(value));
}
void put(QJsonObject &out, const char *name, Millis value)
{
    if (value.count() > 0) out.insert(QLatin1String(name), text(isoDuration(value)));
}

QJsonObject wordsView(const ServiceWords &words)
{
    QJsonObject out;
    put(out, "protects", words.protects);
    put(out, "piece", words.piece);
    put(out, "opened", words.opened);
    put(out, "kept", words.kept);
    put(out, "keptOpened", words.keptOpened);
    put(out, "untilNext", words.untilNext);
    put(out, "next", words.next);
    put(out, "afterEnd", words.afterEnd);
    put(out, "unused", words.unused);
    put(out, "bindBefore", words.bindBefore);
    return out;
}

void putKeys(QJsonObject &out, const ServiceProfile &profile)
{
    QJsonArray kinds, sizes;
    for (const auto kind : profile.keyKinds) kinds.append(text(kindText(kind)));
    for (const auto size : profile.keySizes) sizes.append(static_cast<qint64>(size));
    out.insert(QLatin1String("keyKinds"), kinds);
    out.insert(QLatin1String("keySizes"), sizes);
    put(out, "hsmKeys", profile.hsmKeys);
    put(out, "managedHsm", profile.managedHsm);
    put(out, "longestKeyName", profile.longestKeyName);
    put(out, "takesVersions", profile.takesVersions);
    put(out, "refusesVersions", profile.refusesVersions);
    put(out, "refusesExpiry", profile.refusesExpiry);
    put(out, "advisesNoExpiry", profile.advisesNoExpiry);
    put(out, "advisesEscrow", profile.advisesEscrow);
    put(out, "boundKeyNeverDeleted", profile.boundKeyNeverDeleted);
    put(out, "followsNewVersions", profile.followsNewVersions);
    put(out, "followsWithin", profile.followsWithin);
    put(out, "oldVersionFor", profile.oldVersionFor);
    put(out, "keepsPrevious", profile.keepsPrevious);
    put(out, "olderKeyForm", profile.olderKeyForm);
}

void putVaultAndIdentity(QJsonObject &out, const ServiceProfile &profile)
{
    QJsonArray kinds;
    for (const auto kind : profile.identityKinds)
        kinds.append(QLatin1String(kind == PrincipalKind::SystemAssigned ? "system"
                                   : kind == PrincipalKind::FirstParty   ? "first-party"
                                                                         : "user"));
    out.insert(QLatin1String("identityKinds"), kinds);
    put(out, "provider", profile.provider);
    put(out, "creationFeature", profile.creationFeature);
    put(out, "identityPermanent", profile.identityPermanent);
    put(out, "firstKeyByUserAssigned", profile.firstKeyByUserAssigned);
    put(out, "permissions", profile.permissions.text());
    put(out, "sameRegion", profile.sameRegion);
    put(out, "sameTenant", profile.sameTenant);
    put(out, "needsSoftDelete", profile.needsSoftDelete);
    put(out, "needsPurgeProtection", profile.needsPurgeProtection);
    put(out, "retentionAtLeast", profile.retentionAtLeast);
    put(out, "trustedService", profile.trustedService);
    put(out, "userAssignedNeedsOpenNetwork", profile.userAssignedNeedsOpenNetwork);
    put(out, "vaultMovable", profile.vaultMovable);
}

void putResource(QJsonObject &out, const ServiceProfile &profile)
{
    out.insert(QLatin1String("keySource"), text(keySourceText(profile.keySource)));
    put(out, "noKeyBecause", profile.noKeyBecause);
    if (!profile.stores.empty()) out.insert(QLatin1String("stores"), list(profile.stores));
    put(out, "storeBeside", profile.storeBeside);
    put(out, "onlyBeforeFirstUse", profile.onlyBeforeFirstUse);
    put(out, "revertible", profile.revertible);
    put(out, "deletionNeedsKey", profile.deletionNeedsKey);
    put(out, "movable", profile.movable);
    put(out, "movesWithinSubscription", profile.movesWithinSubscription);
    put(out, "serviceManagedByDefault", profile.serviceManagedByDefault);
}

void putLoss(QJsonObject &out, const ServiceProfile &profile)
{
    put(out, "onLoss", profile.onLoss);
    QJsonObject losses;
    for (const auto &[event, effect] : profile.losses)
        losses.insert(text(lossEventText(event)), QJsonObject{{QLatin1String("what"), text(effect.what)},
                                                              {QLatin1String("goesOn"), effect.goesOn}});
    if (!losses.isEmpty()) out.insert(QLatin1String("losses"), losses);
    put(out, "lossWithin", profile.lossWithin);
    put(out, "recovery", profile.recovery);
    put(out, "checksAccessEvery", profile.checksAccessEvery);
    put(out, "dropsAfter", profile.dropsAfter);
}

QJsonArray factsView(const ServiceProfile &profile)
{
    QJsonArray out;
    for (const auto &fact : profileFacts(profile))
        out.append(QJsonObject{{QLatin1String("fact"), text(fact.label.text())},
                               {QLatin1String("value"), text(fact.value.text())}});
    return out;
}

} // namespace

QJsonObject fileView(const ServiceProfile &profile)
{
    QJsonObject out;
    put(out, "id", profile.id);
    put(out, "service", profile.service);
    put(out, "title", profile.title);
    put(out, "edition", profile.edition);
    out.insert(QLatin1String("words"), wordsView(profile.words));
    putResource(out, profile);
    putKeys(out, profile);
    putVaultAndIdentity(out, profile);
    putLoss(out, profile);
    if (!profile.limits.empty()) out.insert(QLatin1String("limits"), list(profile.limits));
    put(out, "source", profile.source);
    put(out, "confidence", profile.confidence);
    return out;
}

QJsonObject view(const Catalogue &catalogue, const ServiceProfile &profile)
{
    QJsonArray services;
    for (const auto *service : catalogue.servicesOf(profile.id)) services.append(text(service->id));
    return {{QLatin1String("id"), text(profile.id)},
            {QLatin1String("own"), catalogue.isOwn(profile.id)},
            {QLatin1String("services"), services},
            {QLatin1String("facts"), factsView(profile)},
            {QLatin1String("profile"), fileView(profile)}};
}

QJsonObject view(const Catalogue &catalogue, const ListedService &service)
{
    QJsonArray profiles;
    for (const auto &id : service.profiles)
        if (const auto *profile = catalogue.find(id)) profiles.append(view(catalogue, *profile));
    return {{QLatin1String("id"), text(service.id)},
            {QLatin1String("title"), text(service.title)},
            {QLatin1String("groups"), list(service.groups)},
            {QLatin1String("vault"), text(supportText(service.vault))},
            {QLatin1String("managedHsm"), text(supportText(service.managedHsm))},
            {QLatin1String("note"), text(service.note)},
            {QLatin1String("keyNote"), text(service.keyNote)},
            {QLatin1String("profiles"), profiles}};
}

} // namespace keyward::reports
