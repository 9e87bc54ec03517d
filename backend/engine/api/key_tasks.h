// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"

#include <filesystem>
#include <variant>

/// What is done with keys and files together, as it is worded on a line (command_lines.h): no command of the estate
/// says all of it.
namespace keyward::engine {

/// A key from its backup.
struct RestoreTask {
    estate::VaultId vault;
    std::filesystem::path file;
};

/// A key made elsewhere. Its command says what becomes of it, the file where it is.
struct ImportTask {
    estate::command::ImportKey command;
    std::filesystem::path file;
    bool passphrase = false; ///< one is asked for
};

/// A key that somebody holds, sealed under a vault's key.
struct TransferTask {
    estate::KeyId key;
    estate::VersionId version;
    std::filesystem::path file, output;
    bool passphrase = false;
};

/// A use of a key version on files.
struct UseTask {
    std::string_view verb; ///< encrypt, decrypt, wrap, unwrap, sign, verify
    estate::KeyId key;
    estate::VersionId version;
    estate::PrincipalId principal;
    std::string address; ///< empty: this machine
    std::string algorithm;
    std::filesystem::path input, output, signature; ///< output is of all but verify, signature of verify
};

using KeyTask = std::variant<RestoreTask, ImportTask, TransferTask, UseTask>;

} // namespace keyward::engine
