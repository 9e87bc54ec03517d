// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/keystore/database.h"

#include <functional>

namespace keyward::keystore {

/// Takes a file from one format to the next; runs before anything is unsealed, so it moves rows and never reads them.
using Migration = std::function<Status(Database &)>;

/// In order: the first one leads from format 1 to 2. A new format adds one here.
std::vector<Migration> migrations(const crypto::ContextPtr &context);

/// Brings a file to the newest format, each step and its new format number in one transaction, so that a crash leaves
/// the file in one format or the next. Code::StoreNewer for a format beyond the steps.
Status migrate(Database &database, const std::vector<Migration> &steps);

} // namespace keyward::keystore
