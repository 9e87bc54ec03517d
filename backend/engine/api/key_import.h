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

/// MOD-4: keys made elsewhere. They are checked once, here.
class KeyImport
{
public:
    virtual ~KeyImport() = default;
    /// What an import would do, without doing it; the same refusals.
    virtual Result<estate::command::ImportKey> look(const ImportRequest &request, const estate::Actor &actor) = 0;
    /// Codes: those of crypto::readForeignKey, and those of the command.
    virtual Result<Imported> import(const ImportRequest &request, const estate::Actor &actor) = 0;
};

} // namespace keyward::engine
