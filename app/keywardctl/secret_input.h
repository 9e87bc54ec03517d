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

/// The first line, without its end and without the mark that editors put before UTF-8, straight into protected memory.
/// Codes: Io, ValueInvalid for what could not be meant (UTF-16, more than 4,096 bytes).
Result<crypto::SecretBytes> readSecret(const SecretSource &source);
struct MarkedSecret {
    crypto::SecretBytes secret;
    bool marked = false; ///< there was a mark
};
Result<MarkedSecret> readMarkedSecret(const SecretSource &source);
Result<crypto::SecretBytes> withMark(const crypto::SecretBytes &secret); ///< as it was read until the mark was left out
bool terminalThere();
/// Asks on the terminal without echo; twice where a new secret is set.
Result<crypto::SecretBytes> promptSecret(const std::string &question, bool twice);

Status writeSecretFile(const std::filesystem::path &file,
                       const crypto::SecretBytes &secret); ///< new, 0600; Code::FileExists
Status writeSecretTo(int descriptor, const crypto::SecretBytes &secret);

} // namespace keyward::ctl
