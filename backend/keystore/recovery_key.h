// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

namespace keyward::keystore {

/// A recovery key on paper: 256 random bits in 16 groups of six digits. A group is 16 bits times eleven, so a mistyped
/// digit or two swapped neighbours make it indivisible and the wrong group can be named.
Result<crypto::SecretBytes> recoveryKeyText(const crypto::SecretBytes &key);
/// Spaces, hyphens and line ends do not matter. Code::RecoveryKeyMalformed names the group.
Result<crypto::SecretBytes> parseRecoveryKey(const crypto::SecretBytes &text);
/// Whether a typed secret looks like a recovery key rather than a passphrase: nothing but 96 digits and separators.
bool looksLikeRecoveryKey(const crypto::SecretBytes &text);

} // namespace keyward::keystore
