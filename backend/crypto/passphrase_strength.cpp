// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/passphrase_strength.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>

namespace keyward::crypto {

PassphraseStrength passphraseStrength(const SecretBytes &passphrase)
{
    if (passphrase.empty()) return {};
    constexpr std::size_t longest =
        100; // its time grows with the cube of the length; this much is beyond guessing anyway
    auto text = SecretBytes::ofSize(longest + 1);
    if (!text) return {};
    const auto length = std::min(longest, passphrase.size());
    std::ranges::copy(passphrase.exposed().first(length), text->writable().begin()); // the rest stays zero and ends it
    PassphraseStrength out;
    out.bits = ZxcvbnMatch(reinterpret_cast<const char *>(text->exposed().data()), nullptr, nullptr);
    static constexpr std::array<double, 4> steps{20, 35, 50, 65}; // with Argon2id before each guess
    out.score = static_cast<int>(std::ranges::count_if(steps, [&](double step) { return out.bits >= step; }));
    return out;
}

} // namespace keyward::crypto
