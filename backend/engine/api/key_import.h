// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"
#include "backend/engine/api/console.h"

namespace keyward::engine {

struct ImportRequest {
    estate::VaultId vault;
    KeyName name;
    crypto::SecretBytes file;       ///< its contents
    crypto::SecretBytes passphrase; ///< where the file is protected by one; may be empty
    estate::command::VersionSeed seed;
    bool hsm = false; ///< as an -HSM variant
    bool override_ = false;
};

struct Imported {
    estate::KeyId key;
    estate::VersionId version;
    KeySpec spec;
    std::string format;
    std::string
        outdated; ///< the cipher of its file where that protects no longer: whoever saw the file may have the key
};

/// A key that somebody holds, to be sealed under a key of a vault: what an import takes from whoever must not see it.
struct TransferRequest {
    const estate::Vault &vault;
    const estate::Key &key;
    const estate::KeyVersion &version;
    const crypto::SecretBytes &file;
    const crypto::SecretBytes &passphrase; ///< may be empty
};

struct Transfer {
    Bytes blob; ///< the file to hand over
    KeySpec spec;
    std::string outdated; ///< as in Imported
};

/// MOD-4: keys made elsewhere. They are checked once, here.
class KeyImport
{
public:
    virtual ~KeyImport() = default;
    /// What an import would do, without doing it; the same refusals.
    virtual Result<estate::command::ImportKey> look(const ImportRequest &request, const estate::Actor &actor) const = 0;
    /// Codes: those of crypto::readForeignKey, and those of the command.
    virtual Result<Imported> import(const ImportRequest &request, const estate::Actor &actor) = 0;
    /// The other side of an import: needs nothing but the public part of the vault's key. Codes: those of
    /// crypto::readForeignKey; OperationNotOnKey, ImportMalformed.
    virtual Result<Transfer> seal(const TransferRequest &request) const = 0;
};

} // namespace keyward::engine
