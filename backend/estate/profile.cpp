// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/profile.h"

#include "backend/estate/catalogue_json.h"

#include <QJsonArray>

namespace keyward::estate {
namespace {

std::unexpected<Error> malformed(Sentence::Argument what)
{
    return fail(Code::Internal, {}, {said("the service catalogue is malformed: {0}", std::move(what))});
}

Result<KeyKind> kindFrom(const QString &text)
{
    for (const auto kind : {KeyKind::Rsa, KeyKind::Ec, KeyKind::Oct})
        if (text.toStdString() == kindText(kind)) return kind;
    return malformed(said("key kind '{0}'", text.toStdString()));
}

Result<ServiceWords> wordsFrom(const QJsonObject &row, const std::string &id)
{
    bool whole = true;
    const auto word = [&](const char *name) {
        auto text = row.value(QLatin1String(name)).toString().toStdString();
        whole &= !text.empty();
        return text;
    };
    const auto optional = [&](const char *name, const char *otherwise) {
        return word(row.contains(QLatin1String(name)) ? name : otherwise);
    };
    ServiceWords out{.protects = word("protects"),
                     .piece = word("piece"),
                     .opened = word("opened"),
                     .kept = optional("kept", "piece"),
                     .keptOpened = optional("keptOpened", "opened"),
                     .untilNext = word("untilNext"),
                     .next = word("next"),
                     .afterEnd = word("afterEnd"),
                     .unused = word("unused"),
                     .bindBefore = word("bindBefore")};
    if (!whole) return malformed(said("words of {0}", id));
    return out;
}

Result<ServiceProfile> profileFrom(const QJsonObject &row)
{
    ServiceProfile out;
    const auto text = [&](const char *name) { return row.value(QLatin1String(name)).toString().toStdString(); };
    const auto flag = [&](const char *name) -> Result<bool> {
        const auto value = row.value(QLatin1String(name));
        if (!value.isBool()) return malformed(said("{0} of {1}", name, text("id")));
        return value.toBool();
    };
    const auto length = [&](const char *name) -> Result<Millis> {
        const auto given = text(name);
        return given.empty() ? Result<Millis>(Millis(0)) : parseDuration(given);
    };
    out.id = text("id");
    out.service = text("service");
    out.title = text("title");
    out.onLoss = text("onLoss");
    out.source = text("source");
    out.confidence = text("confidence");
    if (out.id.empty() || out.title.empty() || out.service.empty())
        return malformed("a row without id, service or title");
    KEYWARD_TRY(out.words, wordsFrom(row.value(QLatin1String("words")).toObject(), out.id));
    for (const auto &kind : row.value(QLatin1String("keyKinds")).toArray()) {
        KEYWARD_TRY(const auto parsed, kindFrom(kind.toString()));
        out.keyKinds.push_back(parsed);
    }
    for (const auto &size : row.value(QLatin1String("keySizes")).toArray())
        out.keySizes.push_back(static_cast<unsigned>(size.toInt()));
    for (const auto &kind : row.value(QLatin1String("identityKinds")).toArray()) {
        const auto word = kind.toString();
        if (word != QLatin1String("system") && word != QLatin1String("user"))
            return malformed(said("identity kind '{0}'", word.toStdString()));
        out.identityKinds.push_back(word == QLatin1String("system") ? PrincipalKind::SystemAssigned
                                                                    : PrincipalKind::UserAssigned);
    }
    out.trustedService = text("trustedService");
    KEYWARD_TRY(out.hsmKeys, flag("hsmKeys"));
    KEYWARD_TRY(out.userAssignedNeedsOpenNetwork, flag("userAssignedNeedsOpenNetwork"));
    KEYWARD_TRY(out.vaultMovable, flag("vaultMovable"));
    KEYWARD_TRY(out.permissions, PermissionSet::from(text("permissions")));
    KEYWARD_TRY(out.sameRegion, flag("sameRegion"));
    KEYWARD_TRY(out.sameTenant, flag("sameTenant"));
    KEYWARD_TRY(out.needsSoftDelete, flag("needsSoftDelete"));
    KEYWARD_TRY(out.needsPurgeProtection, flag("needsPurgeProtection"));
    KEYWARD_TRY(out.onlyBeforeFirstUse, flag("onlyBeforeFirstUse"));
    KEYWARD_TRY(out.revertible, flag("revertible"));
    KEYWARD_TRY(out.boundKeyNeverDeleted, flag("boundKeyNeverDeleted"));
    KEYWARD_TRY(out.movable, flag("movable"));
    KEYWARD_TRY(out.movesWithinSubscription, flag("movesWithinSubscription"));
    KEYWARD_TRY(out.takesVersions, flag("takesVersions"));
    KEYWARD_TRY(out.refusesExpiry, flag("refusesExpiry"));
    KEYWARD_TRY(out.identityPermanent, flag("identityPermanent"));
    KEYWARD_TRY(out.advisesEscrow, flag("advisesEscrow"));
    out.longestKeyName = static_cast<unsigned>(row.value(QLatin1String("longestKeyName")).toInt());
    KEYWARD_TRY(out.checksAccessEvery, length("checksAccessEvery"));
    KEYWARD_TRY(out.dropsAfter, length("dropsAfter"));
    KEYWARD_TRY(out.followsNewVersions, flag("followsNewVersions"));
    KEYWARD_TRY(out.serviceManagedByDefault, flag("serviceManagedByDefault"));
    return out;
}

} // namespace

Result<std::shared_ptr<const Catalogue>> Catalogue::parse(ByteView json, ByteView platform)
{
    const auto root = objectIn(json);
    if (!root) return malformed(root.error());
    auto catalogue = std::make_shared<Catalogue>();
    KEYWARD_TRY(catalogue->m_platform, Platform::parse(platform));
    for (const auto &row : root->value(QLatin1String("profiles")).toArray()) {
        KEYWARD_TRY(auto profile, profileFrom(row.toObject()));
        const auto id = profile.id;
        catalogue->m_profiles.emplace(id, std::move(profile));
    }
    if (catalogue->m_profiles.empty()) return malformed("no profiles");
    for (const auto &[id, profile] : catalogue->m_profiles)
        if (!profile.trustedService.empty() && !catalogue->m_platform.service(profile.trustedService))
            return malformed(said("trusted service of {0}", id));
    return std::shared_ptr<const Catalogue>(std::move(catalogue));
}

const ServiceProfile *Catalogue::find(std::string_view id) const
{
    const auto found = m_profiles.find(id);
    return found == m_profiles.end() ? nullptr : &found->second;
}

std::vector<const ServiceProfile *> Catalogue::all() const
{
    std::vector<const ServiceProfile *> out;
    for (const auto &[id, profile] : m_profiles) out.push_back(&profile);
    return out;
}

} // namespace keyward::estate
