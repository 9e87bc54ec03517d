// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/paths.h"
#include "models/actions/action.h"
#include "models/actions/fields.h"

#include "backend/estate/describe.h"
#include "backend/estate/encryption_models.h"
#include "backend/estate/stores.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResourceActions)
};

const Resource *resourceOf(const Situation &s) { return s.estate().resource(s.target.resource()); }

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("resource.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Resource,
        .order = 90,
        .blades = {QStringLiteral("resource.overview")},
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeleteResource{s.target.resource()}};
        },
        .previews = true,
        .destructive = true,
    };
});

const DeclaredAction enableIdentity([]() -> ActionRecord {
    return {
        .id = QStringLiteral("identity.enable"),
        .text = Words::tr("Turn on"),
        .icon = QStringLiteral("im-user"),
        .scope = Scope::Resource,
        .order = 10,
        .blades = {QStringLiteral("resource.identity")},
        .primary = true,
        .explanation = Words::tr("Registers the resource with the directory under an object id of its own, to which "
                                 "key vaults can give access."),
        .supported =
            [](const Situation &s) {
                const auto *profile = s.estate().catalogue().find(resourceOf(s)->type);
                return !resourceOf(s)->identity && !(profile && profile->goesByFirstParty());
            },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::EnableIdentity{s.target.resource(), s.random().id<PrincipalId>()}};
        },
        .previews = true,
    };
});

const DeclaredAction disableIdentity([]() -> ActionRecord {
    return {
        .id = QStringLiteral("identity.disable"),
        .text = Words::tr("Turn off"),
        .icon = QStringLiteral("list-remove-user"),
        .scope = Scope::Resource,
        .order = 20,
        .blades = {QStringLiteral("resource.identity")},
        .supported = [](const Situation &s) { return resourceOf(s)->identity.has_value(); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DisableIdentity{s.target.resource()}};
        },
        .previews = true,
        .destructive = true,
    };
});

const DeclaredAction enableKey([]() -> ActionRecord {
    return {
        .id = QStringLiteral("cmk.enable"),
        .text = Words::tr("Enable a customer-managed key"),
        .icon = QStringLiteral("document-encrypt"),
        .scope = Scope::Resource,
        .order = 10,
        .blades = {QStringLiteral("resource.encryption"), QStringLiteral("resource.models"),
                   QStringLiteral("resource.overview")},
        .primary = true,
        .supported = [](const Situation &s) { return !resourceOf(s)->binding && !resourceOf(s)->store; },
        .allowed = [](const Situation &s) -> Status {
            const auto *profile = s.estate().catalogue().find(resourceOf(s)->type);
            if (!profile) return {};
            KEYWARD_CHECK(takesOwnKey(s.estate(), *resourceOf(s), *profile));
            return mayTakeKey(*resourceOf(s), *profile);
        },
        .wizard = QStringLiteral("enable-cmk"),
    };
});

const DeclaredAction changeKey([]() -> ActionRecord {
    return {
        .id = QStringLiteral("cmk.change"),
        .text = Words::tr("Change key"),
        .icon = QStringLiteral("document-encrypt"),
        .scope = Scope::Resource,
        .order = 10,
        .blades = {QStringLiteral("resource.encryption")},
        .supported = [](const Situation &s) { return resourceOf(s)->binding.has_value(); },
        .allowed = always,
        .wizard = QStringLiteral("enable-cmk"),
    };
});

const Job *jobOf(const Situation &s) { return s.estate().job(s.target.job()); }

const DeclaredAction cancel([]() -> ActionRecord {
    return {
        .id = QStringLiteral("job.cancel"),
        .text = Words::tr("Cancel job"),
        .icon = QStringLiteral("process-stop"),
        .scope = Scope::Job,
        .order = 10,
        .blades = {QStringLiteral("jobs"), QStringLiteral("resource.jobs")},
        .supported = [](const Situation &s) { return jobOf(s)->state == JobState::Running; },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RequestCancel{s.target.job()}};
        },
    };
});

} // namespace
} // namespace keyward::models
