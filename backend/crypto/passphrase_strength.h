// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"

namespace keyward::crypto {

/// How hard a passphrase is to guess, by words, names, dates and patterns as people choose them (zxcvbn).
struct PassphraseStrength {
    double bits = 0; ///< of entropy, estimated
    int score = 0;   ///< 0 useless, 1 weak, 2 fair, 3 good, 4 strong
};
PassphraseStrength passphraseStrength(const SecretBytes &passphrase);

} // namespace keyward::crypto
