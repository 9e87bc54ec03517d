// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/prices.h"
#include "backend/estate/profile_file.h"

#include <cstdlib>

/// The three files of the catalogue.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace keyward;
    const ByteView view(data, size);
    if (const auto platform = estate::Platform::parse(view); platform && platform->roles.empty()) std::abort();
    (void)estate::Catalogue::parse(view, view);
    (void)estate::ownProfile(view, nullptr);
    if (const auto prices = estate::PriceList::parse(view); prices && (*prices)->calls.empty()) std::abort();
    return 0;
}
