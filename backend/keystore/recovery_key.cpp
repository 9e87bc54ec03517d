// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/recovery_key.h"

#include <algorithm>

namespace keyward::keystore {
namespace {

constexpr std::size_t groups = 16;
constexpr std::size_t digitsPerGroup = 6;
constexpr std::uint32_t check = 11;

bool separator(std::uint8_t c) { return c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t'; }
bool digit(std::uint8_t c) { return c >= '0' && c <= '9'; }

} // namespace

Result<crypto::SecretBytes> recoveryKeyText(const crypto::SecretBytes &key)
{
    KEYWARD_TRY(auto out, crypto::SecretBytes::ofSize(groups * (digitsPerGroup + 1) - 1));
    auto text = out.writable();
    for (std::size_t g = 0; g < groups; ++g) {
        std::uint32_t value = (std::uint32_t(key.exposed()[2 * g]) << 8 | key.exposed()[2 * g + 1]) * check;
        for (std::size_t d = digitsPerGroup; d-- > 0; value /= 10)
            text[g * (digitsPerGroup + 1) + d] = static_cast<std::uint8_t>('0' + value % 10);
        if (g + 1 < groups) text[g * (digitsPerGroup + 1) + digitsPerGroup] = '-';
    }
    return out;
}

bool looksLikeRecoveryKey(const crypto::SecretBytes &text)
{
    const auto view = text.exposed();
    return std::ranges::all_of(view, [](std::uint8_t c) { return digit(c) || separator(c); }) &&
           std::ranges::count_if(view, digit) == static_cast<std::ptrdiff_t>(groups * digitsPerGroup);
}

Result<crypto::SecretBytes> parseRecoveryKey(const crypto::SecretBytes &text)
{
    KEYWARD_TRY(auto out, crypto::SecretBytes::ofSize(groups * 2));
    std::size_t count = 0;
    std::uint32_t value = 0;
    for (const auto c : text.exposed()) {
        if (separator(c)) continue;
        const auto group = count / digitsPerGroup + 1;
        if (!digit(c) || group > groups) return fail(Code::RecoveryKeyMalformed, {}, {"it has 16 groups of 6 digits"});
        value = value * 10 + (c - std::uint32_t('0'));
        if (++count % digitsPerGroup != 0) continue;
        if (value % check != 0 || value / check > 0xffff)
            return fail(Code::RecoveryKeyMalformed, {}, {said("group {0} does not fit its check digit", group)});
        out.writable()[2 * (group - 1)] = static_cast<std::uint8_t>(value / check >> 8);
        out.writable()[2 * (group - 1) + 1] = static_cast<std::uint8_t>(value / check);
        value = 0;
    }
    if (count != groups * digitsPerGroup)
        return fail(Code::RecoveryKeyMalformed, {},
                    {said("it has 16 groups of 6 digits; {0} digits were typed", count)});
    return out;
}

} // namespace keyward::keystore
