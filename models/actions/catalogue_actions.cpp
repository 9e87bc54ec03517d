// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The catalogue: resources of any of its services, stores, profiles of one's own.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/place_fields.h"
#include "models/catalogue.h"

#include "backend/engine/api/secret_file.h"
#include "backend/estate/profile_file.h"
#include "backend/estate/stores.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CatalogueActions)
};

const Resource *resourceOf(const Situation &s) { return s.estate().resource(s.target.resource()); }
const ServiceProfile *profileOf(const Situation &s)
{
    const auto *resource = resourceOf(s);
    return resource ? s.estate().catalogue().find(resource->type) : nullptr;
}
bool keepsDataElsewhere(const Situation &s)
{
    const auto *profile = profileOf(s);
    return profile && profile->keySource == KeySource::Store;
}

std::vector<Field> addOneFields(const Situation &s)
{
    const auto entry = catalogueEntry(s.estate(), s.target.name);
    const auto &profiles = entry.profiles;
    return newResourceFields(s, profiles, profiles.empty() ? QString() : text(profiles.front()->id));
}

const DeclaredAction addOne([]() -> ActionRecord {
    return {
        .id = QStringLiteral("service.addOne"),
        .text = Words::tr("Add one"),
        .icon = QStringLiteral("list-add"),
        .scope = serviceScope,
        .order = 10,
        .blades = {QStringLiteral("service.overview")},
        .primary = true,
        .explanation = Words::tr("A resource of this service: bound, checked, rotated and revoked by its rules. What "
                                 "keeps no data here is known by its rules alone."),
        .fields = addOneFields,
        .deed = newResource,
    };
});

Result<Deed> addProfile(const Situation &s, const Values &values)
{
    const auto file = pathOf(stringOf(values, "file"));
    const auto id = s.random().id<OwnProfileId>();
    // The file is read beside the window.
    return Deed{.action = {},
                .errand = [file, id, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                  const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_TRY(const auto bytes, engine::readFile(file, longestProfileFile));
                    const auto known = workplace.console().snapshot();
                    if (const auto read = ownProfile(bytes, &known->catalogue()); !read)
                        return fail(Code::ProfileFaulty, file.filename().string(), {sentence(read.error())});
                    const command::AddProfile add{.id = id, .text = std::string(textOf(bytes))};
                    KEYWARD_TRY(const auto after, workplace.console().execute({add}, actor, {}));
                    const auto *own = after->ownProfile(id);
                    return Outcome{
                        .sentence =
                            Words::tr("The catalogue has a profile '%1'.").arg(own ? text(own->profile) : QString()),
                        .detail = {}};
                },
                .title = Words::tr("Add a profile from '%1'").arg(text(file.filename().string())),
                .commandLine = text(s.workspace.lines().lineOf(
                    engine::StoreDeed{.what = engine::StoreDeed::What::AddProfile, .file = file.string()}))};
}

const DeclaredAction addFromFile([]() -> ActionRecord {
    return {
        .id = QStringLiteral("catalogue.add"),
        .text = Words::tr("Add profile from file"),
        .icon = QStringLiteral("document-import"),
        .scope = Scope::Estate,
        .order = 10,
        .blades = {QStringLiteral("catalogue")},
        .primary = true,
        .explanation = Words::tr("A JSON file that says what a service demands of a key and what it loses without one. "
                                 "What is wrong with it is told by line; nothing is added then."),
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("File"),
                     .kind = Field::Kind::OldFile,
                     .hint = Words::tr("As 'keywardctl catalogue show PROFILE --json' writes one")}};
        },
        .deed = addProfile,
    };
});

const DeclaredAction removeProfile([]() -> ActionRecord {
    return {
        .id = QStringLiteral("catalogue.remove"),
        .text = Words::tr("Remove profile"),
        .icon = QStringLiteral("edit-delete"),
        .scope = serviceScope,
        .order = 90,
        .blades = {QStringLiteral("service.overview")},
        .supported = [](const Situation &s) { return s.estate().catalogue().isOwn(s.target.name); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto *own = s.estate().ownProfileNamed(s.target.name);
            if (!own) return fail(Code::NotFound, s.target.name, {"profile of your own"});
            return Deed{.action = command::RemoveProfile{own->id}};
        },
        .previews = true,
        .destructive = true,
    };
});

const DeclaredAction setStore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("resource.store"),
        .text = Words::tr("Choose store"),
        .icon = QStringLiteral("folder-sync"),
        .scope = Scope::Resource,
        .order = 12,
        .blades = {QStringLiteral("resource.encryption"), QStringLiteral("resource.overview")},
        .primary = false,
        .explanation = Words::tr("This service keeps its data in a resource of yours. That one's key protects it, and "
                                 "what that one loses it loses."),
        .supported = keepsDataElsewhere,
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            std::vector<Field::Option> stores{{QString(), Words::tr("None")}};
            for (const auto *store : storesFor(s.estate(), *resourceOf(s)))
                stores.push_back({text(store->id.text()), text(store->name.text())});
            const auto &now = resourceOf(s)->store;
            return {{.id = QStringLiteral("store"),
                     .label = Words::tr("Store"),
                     .kind = Field::Kind::Choice,
                     .value = now ? text(now->text()) : QString(),
                     .options = std::move(stores),
                     .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            command::SetStore set{.resource = s.target.resource(), .store = {}};
            if (const auto chosen = utf8(stringOf(values, "store")); !chosen.empty()) {
                KEYWARD_TRY(set.store, ResourceId::from(chosen));
            }
            return Deed{.action = set};
        },
    };
});

const DeclaredAction putIntoUse([]() -> ActionRecord {
    return {
        .id = QStringLiteral("resource.use"),
        .text = Words::tr("Put into use"),
        .icon = QStringLiteral("media-playback-start"),
        .scope = Scope::Resource,
        .order = 60,
        .blades = {QStringLiteral("resource.overview")},
        .supported =
            [](const Situation &s) {
                const auto *profile = profileOf(s);
                return profile && profile->onlyBeforeFirstUse && keepsNothingHere(*resourceOf(s)) &&
                       !resourceOf(s)->protectionAttempted;
            },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::NoteUse{s.target.resource()}};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
