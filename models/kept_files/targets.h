// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "models/target.h"
#include "models/text.h"

#include "backend/engine/api/file_stores.h"
#include "backend/engine/api/workplace.h"

/// Files that a resource keeps (blobs and files of a storage account, files on a disk), as things of the window. The
/// estate knows of none.
namespace keyward::models {

struct Situation;

inline constexpr Scope storedObjectScope{"storedObject"};

inline Target storedObjectOf(const estate::ResourceId &resource, const estate::ObjectPath &path)
{
    return {storedObjectScope, RecordId{resource.bytes}, {}, path.text()};
}

engine::FileStores &storageOf(engine::Workplace &workplace);
bool hasFiles(const estate::Estate &estate, const Target &target);
bool hasFiles(const Situation &s);
/// To the essentials of a resource: what its data key is wrapped by.
void addDataKey(std::vector<FactsPart::Fact> &out, const engine::Published &moment, const estate::Resource &resource);

/// Whether its key can be used, as far as the estate knows. Code::StorageInaccessible, with the reason.
Status storageUsable(const engine::Published &moment, const estate::ResourceId &resource);
/// Why nothing of it is shown, and what mends that.
CalloutsPart::Callout storageRefusal(const engine::Published &moment, const estate::ResourceId &resource,
                                     const Error &error);

} // namespace keyward::models
