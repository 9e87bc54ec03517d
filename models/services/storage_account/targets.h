// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "models/target.h"
#include "models/text.h"

#include "backend/engine/api/services/storage_account.h"
#include "backend/engine/api/workplace.h"

/// The blobs and files of a storage account, as things of the window. The estate knows of none.
namespace keyward::models {

struct Situation;

inline constexpr Scope storedObjectScope{"storedObject"};

inline Target storedObjectOf(const estate::ResourceId &account, const estate::ObjectPath &path)
{
    return {storedObjectScope, RecordId{account.bytes}, {}, path.text()};
}

engine::StorageAccounts &storageOf(engine::Workplace &workplace);
bool isStorage(const estate::Estate &estate, const Target &target);
bool isStorageAccount(const Situation &s);

/// Whether its key can be used, as far as the estate knows. Code::StorageInaccessible, with the reason.
Status storageUsable(const engine::Published &moment, const estate::ResourceId &account);
/// Why nothing of it is shown, and what mends that.
CalloutsPart::Callout storageRefusal(const engine::Published &moment, const estate::ResourceId &account,
                                     const Error &error);

} // namespace keyward::models
