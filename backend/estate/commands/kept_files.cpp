// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The data keys of resources that keep files: made, wrapped anew, destroyed with all that is under them.

#include "backend/estate/commands/kept_files.h"

#include "backend/estate/commands/row.h"
#include "backend/estate/regions.h"
#include "backend/estate/stores.h"

namespace keyward::estate {
namespace {

/// A copy to be changed.
struct Keeper {
    Resource resource;
    KeptFiles &files() { return *keptFilesIn(resource); }
};

Result<Keeper> keeperIn(const Estate &estate, const ResourceId &id)
{
    KEYWARD_TRY(const auto *resource, existing(estate, id));
    if (keptFilesOf(*resource)) return Keeper{*resource};
    return fail(Code::ValueInvalid, resource->name.text(),
                {"resource", said("it is a {0}, which keeps no files", resource->type)});
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const OpenStorage &c)
{
    return administrationOf(estate, c.resource, changes(c.resource));
}
Words wordsOf(const Estate &estate, const OpenStorage &c)
{
    return {.sentence = said("Make the place of the files of {0}", nameOf(estate, c.resource)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const OpenStorage &command)
{
    KEYWARD_TRY(auto keeper, keeperIn(draft.estate(), command.resource));
    KEYWARD_CHECK(regionIsUp(draft.estate(), keeper.resource.place.region));
    if (!keeper.files().folder.empty())
        return fail(Code::AlreadyExists, keeper.resource.name.text(), {"place of the files of"});
    if (command.folder.empty()) return fail(Code::Internal, keeper.resource.name.text(), {"a store without a folder"});
    keeper.files().folder = command.folder;
    keeper.resource.protectionAttempted = true;
    draft.put(std::move(keeper.resource));
    return {};
}

Facts factsOf(const Estate &estate, const KeepStorageKey &c) { return administrationOf(estate, c.resource, {}); }
Words wordsOf(const Estate &estate, const KeepStorageKey &c)
{
    return {.sentence = said("Wrap the data key of {0} by {1}", nameOf(estate, c.resource),
                             c.by ? Sentence::Argument(c.by->uri) : said("the platform's key")),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const KeepStorageKey &command)
{
    KEYWARD_TRY(auto keeper, keeperIn(draft.estate(), command.resource));
    auto &files = keeper.files();
    const auto name = keeper.resource.name.text();
    if (command.wrapped.empty()) return fail(Code::Internal, name, {"a data key without bytes"});
    // Emptied meanwhile, bound to another key, or somebody was faster.
    if (files.folder.empty() || files.folder != command.folder) return fail(Code::Conflict, name);
    const auto *binding = protectingBinding(draft.estate(), keeper.resource);
    if (!sameKeyVersion(command.by, binding ? std::optional(*binding) : std::nullopt))
        return fail(Code::Conflict, name);
    if (files.hasKey() && !awaitsRewrap(draft.estate(), keeper.resource)) return fail(Code::Conflict, name);
    files.by = command.by;
    files.asked = command.by ? keeper.resource.store : std::nullopt;
    files.algorithm = command.algorithm;
    files.wrapped = command.wrapped;
    draft.put(std::move(keeper.resource));
    return {};
}

Facts factsOf(const Estate &estate, const EmptyStorage &c)
{
    return administrationOf(estate, c.resource, removes(c.resource));
}
Words wordsOf(const Estate &estate, const EmptyStorage &c)
{
    return {.sentence = said("Delete all files of {0}", nameOf(estate, c.resource)),
            .irreversible = said("they are destroyed"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const EmptyStorage &command)
{
    KEYWARD_TRY(auto keeper, keeperIn(draft.estate(), command.resource));
    const auto folder = keeper.files().folder;
    if (folder.empty()) return fail(Code::NotFound, keeper.resource.name.text(), {"data of"});
    KEYWARD_CHECK(mayBeEmptied(keeper.resource));
    keeper.files() = {.folder = {}, .by = {}, .wrapped = {}};
    draft.put(std::move(keeper.resource));
    draft.change.effects.push_back(effect::RemoveFolder{folder});
    draft.change.destroys = true;
    return {};
}

} // namespace command
} // namespace keyward::estate
