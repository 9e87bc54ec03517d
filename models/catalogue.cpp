// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/catalogue.h"

#include "models/text.h"
#include "models/thing.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Catalogue)
};

CatalogueEntry ofListed(const Estate &estate, const ListedService &service)
{
    CatalogueEntry out{.id = service.id, .listed = &service, .profiles = {}};
    for (const auto &id : service.profiles)
        if (const auto *profile = estate.catalogue().find(id)) out.profiles.push_back(profile);
    return out;
}

const Thing serviceThing([]() -> ThingRecord {
    return {
        .scope = serviceScope,
        .exists = [](const Estate &e, const Target &t) { return !catalogueEntry(e, t.name).profiles.empty(); },
        .title = [](const Estate &e, const Target &t) { return titleOf(catalogueEntry(e, t.name)); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Service, %1").arg(groupsOf(catalogueEntry(e, t.name))); },
        .logged = [](const Estate &, const Target &t) { return t.name; },
        .list = QStringLiteral("catalogue"),
        .icon = QStringLiteral("view-list-details"),
        .each =
            [](const Estate &e, bool byPath, const ThingRecord::Found &found) {
                if (byPath) return;
                for (const auto &entry : catalogueEntries(e))
                    found(serviceTarget(entry.id), entry.listed ? entry.listed->title : entry.profiles.front()->title);
            },
    };
});

} // namespace

std::vector<CatalogueEntry> catalogueEntries(const Estate &estate)
{
    std::vector<CatalogueEntry> out;
    for (const auto &service : estate.catalogue().services()) out.push_back(ofListed(estate, service));
    for (const auto &[id, own] : estate.ownProfiles())
        if (const auto *profile = estate.catalogue().find(own->profile))
            out.push_back({.id = own->profile, .listed = nullptr, .profiles = {profile}});
    return out;
}

CatalogueEntry catalogueEntry(const Estate &estate, std::string_view id)
{
    const auto &catalogue = estate.catalogue();
    if (catalogue.isOwn(id)) return {.id = std::string(id), .listed = nullptr, .profiles = {catalogue.find(id)}};
    if (const auto *service = catalogue.service(id)) return ofListed(estate, *service);
    return {};
}

QString titleOf(const CatalogueEntry &entry)
{
    return entry.listed ? text(entry.listed->title) : spokenOf(entry.profiles.front()->title);
}

QString groupsOf(const CatalogueEntry &entry)
{
    if (!entry.listed) return Words::tr("of your own");
    QStringList out;
    for (const auto &group : entry.listed->groups) out += spokenOf(group);
    return out.join(QStringLiteral(", "));
}

} // namespace keyward::models
