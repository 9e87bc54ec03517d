// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keystore itself.

#include "backend/base/display_name.h"
#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/commands/row.h"
#include "backend/estate/directory_names.h"
#include "backend/estate/due.h"
#include "backend/estate/reach.h"
#include "backend/estate/regions.h"
#include "backend/estate/tenant_move.h"
#include "backend/estate/unfinished.h"

#include <algorithm>

namespace keyward::estate {

namespace command {

Facts factsOf(const Estate &estate, const Initialise &c)
{
    return {.subject = "estate",
            .about = {},
            .dataCall = administration,
            .guarded = {},
            .makes = made(estate, c.id, c.platformKek, c.reportSigner, c.backupKek),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const Initialise &)
{
    return {.sentence = said("Create the keystore"), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const Initialise &command)
{
    if (draft.estate().initialised()) return fail(Code::AlreadyExists, "estate", {"estate"});
    draft.put(Settings{command.id,
                       command.tenant,
                       command.subscription,
                       command.platformKek,
                       command.reportSigner,
                       {},
                       command.backupKek,
                       {},
                       {}});
    auto next = command.id.bytes; // the first places, whose ids follow from the estate's own
    const auto newId = [&next] {
        ++next.back();
        return RecordId{next};
    };
    KEYWARD_CHECK(applyTo(draft, missingPlaces(draft.estate(), newId)));
    draft.change.effects.push_back(effect::MakeSecret{command.platformKek});
    draft.change.effects.push_back(effect::MakeSecret{command.backupKek});
    draft.change.effects.push_back(effect::MakeSecret{command.reportSigner, 32, true});
    return {};
}

Facts factsOf(const Estate &estate, const AdoptPlaces &c)
{
    NewIds makes; // those not there yet
    const auto add = [&](const auto &id, const auto &there) {
        if (!there) makes.push_back(newId(estate, id));
    };
    for (const auto &tenant : c.tenants) add(tenant.id, estate.tenantId(tenant.directory));
    for (const auto &one : c.subscriptions) add(one.id, estate.subscriptionId(one.guid));
    for (const auto &group : c.groups) add(group.id, estate.groupId(group.subscription, group.name.text()));
    return {.subject = "estate",
            .about = {},
            .dataCall = administration,
            .guarded = {},
            .makes = std::move(makes),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const AdoptPlaces &)
{
    return {.sentence = said("List the tenants, subscriptions and resource groups that things stand in"),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const AdoptPlaces &command)
{
    for (const auto &tenant : command.tenants)
        if (!draft.estate().tenantId(tenant.directory)) draft.put(tenant);
    for (const auto &one : command.subscriptions)
        if (!draft.estate().subscriptionId(one.guid)) draft.put(one);
    for (const auto &group : command.groups)
        if (!draft.estate().groupId(group.subscription, group.name.text())) draft.put(group);
    return {};
}

Facts factsOf(const Estate &, const SetStoreBackup &)
{
    return {
        .subject = "keystore", .about = {}, .dataCall = administration, .guarded = {}, .makes = {}, .takesAway = {}};
}
Words wordsOf(const Estate &, const SetStoreBackup &c)
{
    return {.sentence = c.schedule ? said("Back up the keystore every {0} into {1}", humanDuration(c.schedule->every),
                                          c.schedule->folder)
                                   : said("Stop the scheduled backup of the keystore"),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const SetStoreBackup &command)
{
    Settings settings = draft.estate().settings();
    if (command.schedule && command.schedule->every < std::chrono::minutes(15))
        return fail(Code::ValueInvalid, isoDuration(command.schedule->every), {"schedule", "at least 15 minutes"});
    settings.storeBackup = command.schedule;
    draft.put(std::move(settings));
    return {};
}

Facts factsOf(const Estate &, const NoteStoreBackup &c)
{
    return {.subject = c.file, .about = {}, .dataCall = administration, .guarded = {}, .makes = {}, .takesAway = {}};
}
Words wordsOf(const Estate &, const NoteStoreBackup &c)
{
    return {.sentence = said("Back up the keystore to {0}", c.file), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteStoreBackup &)
{
    Settings settings = draft.estate().settings();
    if (settings.storeBackup) settings.storeBackup->lastRun = draft.now;
    draft.put(std::move(settings));
    return {};
}

Facts factsOf(const Estate &, const NoteClock &)
{
    return {.subject = "clock", .about = {}, .dataCall = administration, .guarded = {}, .makes = {}, .takesAway = {}};
}
Words wordsOf(const Estate &, const NoteClock &c)
{
    return {.sentence = c.doubtedSince ? said("Doubt the clock: it jumped") : said("Accept the clock"),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const NoteClock &command)
{
    Settings settings = draft.estate().settings();
    settings.clockDoubt = command.doubtedSince;
    draft.put(std::move(settings));
    return {};
}

Facts factsOf(const Estate &estate, const SaveDraft &c)
{
    const bool replaces = estate.draft(c.draft.id) != nullptr;
    return {.subject = subjectOf(estate, c.draft),
            .about = aboutOf(estate, c.draft),
            .dataCall = administration,
            .guarded = {},
            .makes = replaces ? NewIds{} : made(estate, c.draft.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const SaveDraft &c)
{
    return {.sentence = said("Save the unfinished wizard for {0}", subjectOf(estate, c.draft)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const SaveDraft &command)
{
    if (!aboutOf(draft.estate(), command.draft))
        return fail(Code::NotFound, subjectOf(draft.estate(), command.draft), {"resource"});
    auto saved = command.draft;
    saved.saved = draft.now;
    draft.put(std::move(saved));
    return {};
}

Facts factsOf(const Estate &estate, const DropDraft &c) { return administrationOf(estate, c.draft, {}); }
Words wordsOf(const Estate &estate, const DropDraft &c)
{
    return {.sentence = said("Drop the unfinished wizard for {0}", nameOf(estate, c.draft)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DropDraft &command)
{
    if (!draft.estate().draft(command.draft)) return fail(Code::NotFound, command.draft.text(), {"saved wizard"});
    draft.remove(command.draft);
    return {};
}

} // namespace command
} // namespace keyward::estate
