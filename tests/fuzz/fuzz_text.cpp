// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/network.h"
#include "backend/base/time.h"
#include "backend/estate/platform.h"

#include <cstdlib>

/// What people type: addresses, ranges, times, lengths of time, names, permissions, data actions. What is accepted,
/// written out and read again is the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace keyward;
    const std::string text(reinterpret_cast<const char *>(data), size);
    if (const auto address = IpAddress::from(text); address && IpAddress::from(address->text()) != address)
        std::abort();
    if (const auto range = IpRange::from(text)) {
        const auto again = IpRange::from(range->text());
        if (!again || !(*again == *range) || !range->contains(*again) || !again->contains(*range)) std::abort();
    }
    if (const auto time = parseInstant(text); time && parseInstant(isoTextMillis(*time)) != time) std::abort();
    if (const auto length = parseDuration(text); length && length->count() < 0) std::abort();
    if (const auto set = estate::PermissionSet::from(text); set && estate::PermissionSet::from(set->text()) != set)
        std::abort();
    (void)estate::permissionsOf({text}, {});
    (void)VaultName::from(text);
    (void)KeyName::from(text);
    (void)ResourceGroupName::from(text);
    (void)DisplayName::from(text);
    if (const auto hex = fromHex(text); hex && hex->size() * 2 != text.size()) std::abort();
    if (const auto raw = fromBase64Url(text); raw && fromBase64Url(toBase64Url(*raw)) != raw) std::abort();
    return 0;
}
