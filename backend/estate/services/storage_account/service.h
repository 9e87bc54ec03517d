// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/storage_account/entities.h"

/// A storage account, as the list of services takes it up.
namespace keyward::estate {

template <> struct JobsOf<StorageAccount> {
    using List = TypeList<>; // what is done to one file ends with whoever asked for it; a key is wrapped at once
};

} // namespace keyward::estate
