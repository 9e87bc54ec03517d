// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

#include <filesystem>
#include <optional>

namespace keyward::ctl {

/// Ways to give a secret; never as an argument's value, which other users of the machine could read.
struct SecretSource {
    std::string file;
    std::optional<int> descriptor;
    bool given() const { return !file.empty() || descriptor.has_value(); }
};

/// The first line, without its end, straight into protected memory.
Result<crypto::SecretBytes> readSecret(const SecretSource &source);
bool terminalThere();
/// Asks on the terminal without echo; twice where a new secret is set.
Result<crypto::SecretBytes> promptSecret(const std::string &question, bool twice);

Status writeSecretFile(const std::filesystem::path &file, const crypto::SecretBytes &secret); ///< new, 0600; Code::FileExists
Status writeSecretTo(int descriptor, const crypto::SecretBytes &secret);

} // namespace keyward::ctl
