// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/console.h"

#include <filesystem>

namespace keyward::engine {

/// VLT-7, MOD-6: a key with all its versions as one sealed blob, and back. The blob opens only in the keystore it came
/// from or a copy of it, and only in the same subscription and geography.
class KeyBackup
{
public:
    virtual ~KeyBackup() = default;
    virtual Result<Bytes> backUp(const estate::KeyId &key, const estate::Actor &actor) = 0;
    /// Into a new file that only this user may read. The key counts as backed up once the file is safe, and remembers
    /// it.
    virtual Status backUpTo(const estate::KeyId &key, const std::filesystem::path &file,
                            const estate::Actor &actor) = 0;
    /// Codes: BackupMalformed, BackupNewer, BackupForeign, AlreadyExists, NameInDeletedState.
    virtual Result<estate::KeyId> restore(const estate::VaultId &into, ByteView blob, const estate::Actor &actor) = 0;
};

} // namespace keyward::engine
