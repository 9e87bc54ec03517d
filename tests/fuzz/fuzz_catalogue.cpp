// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/profile.h"

#include <cstdlib>

/// The two files of the catalogue.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace keyward;
    const ByteView view(data, size);
    if (const auto platform = estate::Platform::parse(view); platform && platform->roles.empty()) std::abort();
    (void)estate::Catalogue::parse(view, view);
    return 0;
}
