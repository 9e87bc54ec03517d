// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The kinds of things that every keystore has. Those of a service stand with it.

#include "models/service_parts.h"
#include "models/text.h"
#include "models/thing.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Things)
};

const Thing vaultThing([]() -> ThingRecord {
    return {
        .scope = Scope::Vault,
        .exists = [](const Estate &e, const Target &t) { return e.vault(t.vault()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.vault(t.vault())->name.text()); },
        .kind =
            [](const Estate &e, const Target &t) {
                return Words::tr("Key vault, %1").arg(regionTitle(e.vault(t.vault())->place.region.text()));
            },
        .chip = [](const Estate &e, const Assessment &, const Target &t,
                   Instant) { return std::optional(chipOf(*e.vault(t.vault()))); },
        .logged = [](const Estate &e, const Target &t) { return e.vault(t.vault())->name.text(); },
        .list = QStringLiteral("vaults"),
        .icon = QStringLiteral("folder-locked"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, vault] : e.vaults()) found(Target::of(id), vault->name.text());
            },
    };
});

const Thing resourceThing([]() -> ThingRecord {
    return {
        .scope = Scope::Resource,
        .exists = [](const Estate &e, const Target &t) { return e.resource(t.resource()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.resource(t.resource())->name.text()); },
        .kind =
            [](const Estate &e, const Target &t) {
                const auto *resource = e.resource(t.resource());
                const auto *profile = e.catalogue().find(resource->type);
                return (profile ? spokenOf(profile->title) : text(resource->type)) + QStringLiteral(", ") +
                       regionTitle(resource->place.region.text());
            },
        .chip = [](const Estate &e, const Assessment &a, const Target &t,
                   Instant) { return std::optional(chipOf(*e.resource(t.resource()), a.bindings.find(t.resource()))); },
        .logged = [](const Estate &e, const Target &t) { return e.resource(t.resource())->name.text(); },
        .list = QStringLiteral("resources"),
        .icon = QStringLiteral("server-database"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, resource] : e.resources()) found(Target::of(id), resource->name.text());
            },
    };
});

const Thing keyThing([]() -> ThingRecord {
    return {
        .scope = Scope::Key,
        .exists = [](const Estate &e, const Target &t) { return e.key(t.key()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.key(t.key())->name.text()); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Key, %1").arg(text(e.key(t.key())->spec.text())); },
        .chip =
            [](const Estate &e, const Assessment &, const Target &t, Instant now) {
                const auto *key = e.key(t.key());
                return std::optional(chipOf(*key, key->latest(), now));
            },
        .parent = [](const Estate &e, const Target &t) { return Target::of(e.key(t.key())->vault); },
        .logged = [](const Estate &e, const Target &t) { return keyPath(e, *e.key(t.key())); },
        .beside = QStringLiteral("vault.keys"),
        .icon = QStringLiteral("password-copy"),
        .each =
            [](const Estate &e, bool byPath, const ThingRecord::Found &found) {
                for (const auto &[id, key] : e.keys()) {
                    if (byPath)
                        found(Target::of(id), keyPath(e, *key));
                    else
                        found(Target::of(id), key->name.text());
                }
            },
        .found =
            [](const Estate &e, const Target &t) {
                const auto *key = e.key(t.key());
                const auto *vault = e.vault(key->vault);
                return Words::tr("Key in %1, %2")
                    .arg(vault ? text(vault->name.text()) : QString(), text(key->spec.text()));
            },
    };
});

const Thing versionThing([]() -> ThingRecord {
    return {
        .scope = Scope::Version,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *key = e.key(t.key());
                return key && key->version(t.version());
            },
        .title = [](const Estate &, const Target &t) { return text(t.version().text().substr(0, 8)); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.key()); },
    };
});

const Thing policyThing([]() -> ThingRecord {
    return {
        .scope = Scope::Policy,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *vault = e.vault(t.vault());
                return vault && vault->policies.contains(t.principal());
            },
        .title =
            [](const Estate &e, const Target &t) {
                const auto *principal = e.principal(t.principal());
                return principal ? text(principal->name) : Words::tr("Deleted identity");
            },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.vault()); },
    };
});

const Thing jobThing([]() -> ThingRecord {
    return {
        .scope = Scope::Job,
        .exists = [](const Estate &e, const Target &t) { return e.job(t.job()) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return jobTitle(*e.job(t.job())); },
        .parent = [](const Estate &e, const Target &t) { return Target::of(e.job(t.job())->resource); },
    };
});

} // namespace
} // namespace keyward::models
