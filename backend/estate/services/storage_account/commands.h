// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"
#include "backend/estate/services/storage_account/entities.h"

/// What a storage account does with its data key. What is stored is no business of the estate.
namespace keyward::estate::command {

/// The place of what is stored, once for each account.
struct OpenStorage {
    KEYWARD_COMMAND(OpenStorage, "storage.open");
    ResourceId account;
    std::string folder; ///< random name below STORE.d
};

/// Its data key, wrapped by what the account is bound to: the first time, or instead of what it was wrapped by.
struct KeepStorageKey {
    KEYWARD_COMMAND(KeepStorageKey, "storage.key");
    ResourceId account;
    std::string folder; ///< that the key is of: what is stored may be deleted, and begun anew, meanwhile
    std::optional<WrappedBy> by;
    WrapAlgorithm algorithm = WrapAlgorithm::AesKw;
    Bytes wrapped;
};

/// All blobs and files, for good.
struct EmptyStorage {
    KEYWARD_COMMAND(EmptyStorage, "storage.empty");
    ResourceId account;
};

template <> struct CommandsOf<StorageAccount> {
    using List = CommandList<OpenStorage, KeepStorageKey, EmptyStorage>;
};

} // namespace keyward::estate::command
