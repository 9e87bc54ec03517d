// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"
#include "backend/estate/kept_files.h"

/// What a resource that keeps files does with its data key. What is stored is no business of the estate.
namespace keyward::estate::command {

/// The place of what is stored, once for each resource.
struct OpenStorage {
    KEYWARD_COMMAND(OpenStorage, "storage.open");
    ResourceId resource;
    std::string folder; ///< random name below STORE.d
};

/// Its data key, wrapped by what protects the resource: the first time, or instead of what it was wrapped by.
struct KeepStorageKey {
    KEYWARD_COMMAND(KeepStorageKey, "storage.key");
    ResourceId resource;
    std::string folder; ///< that the key is of: what is stored may be deleted, and begun anew, meanwhile
    std::optional<WrappedBy> by;
    WrapAlgorithm algorithm = WrapAlgorithm::AesKw;
    Bytes wrapped;
};

/// All files, for good.
struct EmptyStorage {
    KEYWARD_COMMAND(EmptyStorage, "storage.empty");
    ResourceId resource;
};

using KeptFilesCommands = CommandList<OpenStorage, KeepStorageKey, EmptyStorage>;

} // namespace keyward::estate::command
