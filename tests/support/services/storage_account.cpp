// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/any_command.h"

namespace keyward::test {

using namespace estate;

namespace {

/// A storage account that holds something, where there is none yet.
ResourceId filledAccount(World &world)
{
    auto &model = world.model;
    for (const auto &[id_, resource] : model.estate.resources())
        if (facetOf<StorageAccount>(*resource)) return id_;
    const auto account = id<ResourceId>();
    const command::CreateResource create{
        account, "storage-account", must(ResourceName::from("storage-1")), model.place(), {}};
    if (!model.run(create, true)) return account; // its place is locked, or moved away
    (void)model.run(command::OpenStorage{account, id<RecordId>().text()}, true);
    return account;
}

} // namespace

Action anyCommand(const ServiceCommand<StorageAccount> &of)
{
    const auto account = filledAccount(of.world);
    const auto *resource = of.world.model.estate.resource(account);
    const auto *facet = resource ? keptFilesOf(*resource) : nullptr;
    switch (below(3)) {
    case 0: return command::OpenStorage{account, id<RecordId>().text()};
    case 1:
        return command::KeepStorageKey{.resource = account,
                                       .folder = facet && maybe() ? facet->folder : id<RecordId>().text(),
                                       .by = {},
                                       .wrapped = Bytes(40, 7)};
    default: return command::EmptyStorage{account};
    }
}

} // namespace keyward::test
