// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Principals, roles and what was given, as kinds of things.

#include "models/access_targets.h"
#include "models/access_words.h"
#include "models/text.h"
#include "models/thing.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessThings)
};

const Thing principalThing([]() -> ThingRecord {
    return {
        .scope = principalScope,
        .exists = [](const Estate &e, const Target &t) { return e.principal(principalOf(t)) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return nameOfPrincipal(e, principalOf(t)); },
        .kind = [](const Estate &e, const Target &t) { return kindTitle(e.principal(principalOf(t))->kind); },
        .logged = [](const Estate &e, const Target &t) { return e.principal(principalOf(t))->name; },
        .list = QStringLiteral("identities"),
        .icon = QStringLiteral("im-user"),
        .each =
            [](const Estate &e, bool, const ThingRecord::Found &found) {
                for (const auto &[id, principal] : e.principals()) // a system-assigned one is found as its resource
                    if (principal->kind != PrincipalKind::SystemAssigned) found(targetOf(id), principal->name);
            },
    };
});

const Thing roleThing([]() -> ThingRecord {
    return {
        .scope = roleScope,
        .exists = [](const Estate &e, const Target &t) { return e.role(roleOf(t)) != nullptr; },
        .title = [](const Estate &e, const Target &t) { return text(e.role(roleOf(t))->name); },
        .kind =
            [](const Estate &e, const Target &t) {
                return e.role(roleOf(t))->builtIn ? Words::tr("Built-in role") : Words::tr("Role of your own");
            },
        .list = QStringLiteral("roles"),
        .icon = QStringLiteral("view-list-details"),
    };
});

const Thing assignmentThing([]() -> ThingRecord {
    return {
        .scope = assignmentScope,
        .exists = [](const Estate &e, const Target &t) { return e.assignment(assignmentOf(t)) != nullptr; },
        .title =
            [](const Estate &e, const Target &t) {
                const auto *one = e.assignment(assignmentOf(t));
                return Words::tr("%1 of %2 on: %3", "a role, who has it, a place")
                    .arg(nameOfRole(e, one->role), nameOfPrincipal(e, one->principal), scopeTitle(e, one->scope));
            },
        .parent = [](const Estate &e, const Target &t) { return targetOf(e.assignment(assignmentOf(t))->principal); },
    };
});

const Thing memberThing([]() -> ThingRecord {
    return {
        .scope = memberScope,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *group = e.principal(principalOf(t));
                return group && group->members.contains(t.principal());
            },
        .title = [](const Estate &e, const Target &t) { return nameOfPrincipal(e, t.principal()); },
        .parent = [](const Estate &, const Target &t) { return targetOf(t.principal()); },
    };
});

const Thing secretThing([]() -> ThingRecord {
    return {
        .scope = clientSecretScope,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *app = e.principal(principalOf(t));
                return app && app->secret(clientSecretOf(t));
            },
        .title =
            [](const Estate &e, const Target &t) {
                const auto *secret = e.principal(principalOf(t))->secret(clientSecretOf(t));
                return secret->label.empty() ? text(secret->id.text().substr(0, 8)) : text(secret->label);
            },
        .parent = [](const Estate &, const Target &t) { return targetOf(principalOf(t)); },
    };
});

const Thing resourceIdentityThing([]() -> ThingRecord {
    return {
        .scope = resourceIdentityScope,
        .exists =
            [](const Estate &e, const Target &t) {
                const auto *resource = e.resource(t.resource());
                return resource && resource->userIdentities.contains(t.principal());
            },
        .title = [](const Estate &e, const Target &t) { return nameOfPrincipal(e, t.principal()); },
        .parent = [](const Estate &, const Target &t) { return targetOf(t.principal()); },
    };
});

} // namespace
} // namespace keyward::models
