// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/target.h"

#include "models/text.h"

namespace keyward::models {

using namespace estate;

bool exists(const Estate &estate, const Target &target)
{
    switch (target.scope) {
    case Scope::Estate: return true;
    case Scope::Vault: return estate.vault(target.vault());
    case Scope::Key: return estate.key(target.key());
    case Scope::Version: {
        const auto *key = estate.key(target.key());
        return key && key->version(target.version());
    }
    case Scope::Policy: {
        const auto *vault = estate.vault(target.vault());
        return vault && vault->policies.contains(target.principal());
    }
    case Scope::Resource:
    case Scope::Item: return estate.resource(target.resource());
    case Scope::Point: return estate.point(target.point());
    case Scope::Job: return estate.job(target.job());
    }
    return false;
}

QString titleOf(const Estate &estate, const Target &target)
{
    if (!exists(estate, target)) return {};
    switch (target.scope) {
    case Scope::Estate: return {};
    case Scope::Vault: return text(estate.vault(target.vault())->name.text());
    case Scope::Key: return text(estate.key(target.key())->name.text());
    case Scope::Version: return text(target.version().text().substr(0, 8));
    case Scope::Policy: {
        const auto *principal = estate.principal(target.principal());
        return principal ? text(principal->name) : QStringLiteral("Deleted identity");
    }
    case Scope::Resource: return text(estate.resource(target.resource())->name.text());
    case Scope::Item: return text(target.name);
    case Scope::Point: return dateAndTime(estate.point(target.point())->created);
    case Scope::Job: return text(estate.job(target.job())->title);
    }
    return {};
}

QString kindOf(const Estate &estate, const Target &target)
{
    if (!exists(estate, target)) return {};
    switch (target.scope) {
    case Scope::Vault:
        return QStringLiteral("Key vault, ") + regionTitle(estate.vault(target.vault())->place.region.text());
    case Scope::Key: return QStringLiteral("Key, ") + text(estate.key(target.key())->spec.text());
    case Scope::Resource: {
        const auto *resource = estate.resource(target.resource());
        const auto *profile = estate.catalogue().find(resource->type);
        return text(profile ? profile->title : resource->type) + QStringLiteral(", ") +
               regionTitle(resource->place.region.text());
    }
    case Scope::Item:
        return QStringLiteral("Folder, protected by ") + text(estate.resource(target.resource())->name.text());
    default: return {};
    }
}

std::optional<Chip> chipOf(const Estate &estate, const Assessment &assessment, const Target &target, Instant now)
{
    if (!exists(estate, target)) return std::nullopt;
    switch (target.scope) {
    case Scope::Vault: return chipOf(*estate.vault(target.vault()));
    case Scope::Key: {
        const auto *key = estate.key(target.key());
        return chipOf(*key, key->latest(), now);
    }
    case Scope::Resource:
        return chipOf(*estate.resource(target.resource()), assessment.bindings.find(target.resource()));
    default: return std::nullopt;
    }
}

Target parentOf(const Estate &estate, const Target &target)
{
    switch (target.scope) {
    case Scope::Key: {
        const auto *key = estate.key(target.key());
        return key ? Target::of(key->vault) : Target{};
    }
    case Scope::Version: return Target::of(target.key());
    case Scope::Policy: return Target::of(target.vault());
    case Scope::Item: return Target::of(target.resource());
    case Scope::Point: {
        const auto *point = estate.point(target.point());
        return point ? Target::of(point->resource) : Target{};
    }
    case Scope::Job: {
        const auto *job = estate.job(target.job());
        return job ? Target::of(job->resource) : Target{};
    }
    default: return {};
    }
}

} // namespace keyward::models
