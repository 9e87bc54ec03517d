// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The data keys of storage accounts: made, wrapped anew, destroyed with all that is under them.

#include "backend/estate/commands/row.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/storage_account/entities.h"

namespace keyward::estate {
namespace {

/// A copy to be changed.
struct Account {
    Resource resource;
    StorageAccount &facet() { return std::get<StorageAccount>(resource.facet); }
};

Result<Account> accountIn(const Estate &estate, const ResourceId &id)
{
    KEYWARD_TRY(const auto *resource, existing(estate, id));
    if (facetOf<StorageAccount>(*resource)) return Account{*resource};
    return fail(Code::ValueInvalid, resource->name.text(),
                {"storage account", said("it is a {0}, which holds no blobs or files", resource->type)});
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const OpenStorage &c)
{
    return administrationOf(estate, c.account, changes(c.account));
}
Words wordsOf(const Estate &estate, const OpenStorage &c)
{
    return {.sentence = said("Make the store of storage account {0}", nameOf(estate, c.account)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const OpenStorage &command)
{
    KEYWARD_TRY(auto account, accountIn(draft.estate(), command.account));
    KEYWARD_CHECK(regionIsUp(draft.estate(), account.resource.place.region));
    if (!account.facet().folder.empty())
        return fail(Code::AlreadyExists, account.resource.name.text(), {"store of storage account"});
    if (command.folder.empty()) return fail(Code::Internal, account.resource.name.text(), {"a store without a folder"});
    account.facet().folder = command.folder;
    account.resource.protectionAttempted = true;
    draft.put(std::move(account.resource));
    return {};
}

Facts factsOf(const Estate &estate, const KeepStorageKey &c) { return administrationOf(estate, c.account, {}); }
Words wordsOf(const Estate &estate, const KeepStorageKey &c)
{
    return {.sentence = said("Wrap the data key of storage account {0} by {1}", nameOf(estate, c.account),
                             c.by ? Sentence::Argument(c.by->uri) : said("the platform's key")),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const KeepStorageKey &command)
{
    KEYWARD_TRY(auto account, accountIn(draft.estate(), command.account));
    auto &facet = account.facet();
    const auto name = account.resource.name.text();
    if (command.wrapped.empty()) return fail(Code::Internal, name, {"a data key without bytes"});
    // Emptied meanwhile, bound to another key, or somebody was faster.
    if (facet.folder.empty() || facet.folder != command.folder) return fail(Code::Conflict, name);
    if (!sameKeyVersion(command.by, account.resource.binding)) return fail(Code::Conflict, name);
    if (facet.hasKey() && !awaitsRewrap(account.resource)) return fail(Code::Conflict, name);
    facet.by = command.by;
    facet.algorithm = command.algorithm;
    facet.wrapped = command.wrapped;
    draft.put(std::move(account.resource));
    return {};
}

Facts factsOf(const Estate &estate, const EmptyStorage &c)
{
    return administrationOf(estate, c.account, removes(c.account));
}
Words wordsOf(const Estate &estate, const EmptyStorage &c)
{
    return {.sentence = said("Delete all blobs and files of storage account {0}", nameOf(estate, c.account)),
            .irreversible = said("they are destroyed"),
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const EmptyStorage &command)
{
    KEYWARD_TRY(auto account, accountIn(draft.estate(), command.account));
    const auto folder = account.facet().folder;
    if (folder.empty()) return fail(Code::NotFound, account.resource.name.text(), {"data of storage account"});
    account.facet() = {.folder = {}, .by = {}, .wrapped = {}};
    draft.put(std::move(account.resource));
    draft.change.effects.push_back(effect::RemoveFolder{folder});
    draft.change.destroys = true;
    return {};
}

} // namespace command
} // namespace keyward::estate
