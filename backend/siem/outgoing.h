// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/digest.h"
#include "backend/engine/api/audit.h"

namespace keyward::siem {

/// An entry of the log as it leaves, with what proves it: its leaf hash, and the hash by which the log goes on from it,
/// which the checkpoint of a signed report names. A message that only tests the way has the number 0 and no hash.
struct Outgoing {
    engine::AuditEntry entry;
    std::optional<crypto::Digest> hash = {};
    std::optional<crypto::Digest> leaf = {}; ///< entries from before format 3 have none
};

/// Whose log it is.
struct Source {
    std::string store; ///< its id
    std::string host;  ///< this machine's name
};

} // namespace keyward::siem
