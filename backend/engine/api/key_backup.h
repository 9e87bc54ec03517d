// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/console.h"

namespace keyward::engine {

/// VLT-7, MOD-6: a key with all its versions as one sealed blob, and back. The blob opens only in the keystore it came
/// from or a copy of it, and only in the same subscription and geography.
class KeyBackup
{
public:
    virtual ~KeyBackup() = default;
    virtual Result<Bytes> backUp(const estate::KeyId &key, const estate::Actor &actor) = 0;
    /// Codes: BackupMalformed, BackupForeign, AlreadyExists, NameInDeletedState.
    virtual Result<estate::KeyId> restore(const estate::VaultId &into, ByteView blob, const estate::Actor &actor) = 0;
};

} // namespace keyward::engine
