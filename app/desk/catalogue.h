// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/prices.h"
#include "backend/estate/profile.h"

#include <memory>

namespace keyward::app {

Result<std::shared_ptr<const estate::Catalogue>> loadCatalogue(); ///< the one that ships with the program
Result<estate::PriceListPtr> loadPrices();

} // namespace keyward::app
