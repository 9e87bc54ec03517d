// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/prices.h"
#include "tests/support/fixture.h"

namespace keyward::test {

/// The list that ships.
inline estate::PriceListPtr prices()
{
    static const auto parsed = must(estate::PriceList::parse(resource(":/keyward/catalogue/prices.json")));
    return parsed;
}

} // namespace keyward::test
