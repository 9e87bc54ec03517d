// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/costs.h"
#include "backend/reports/views.h"

/// Calls of vaults and what they cost, as JSON. Amounts are decimal text, so that nothing rounds them.
namespace keyward::reports {

QJsonObject view(const estate::CostEstimate &estimate, const estate::PriceList &prices);
QJsonObject view(const estate::CallForecast &forecast, const estate::PriceList &prices);

std::string operationText(const estate::CostLine &line); ///< unwrapKey; keys in use
/// "0.03 for 10000"; – where it is not known.
std::string priceText(const estate::CostLine &line);
std::string amountText(const std::optional<estate::Money> &amount, const estate::PriceList &prices); ///< 0.00036 USD; –

} // namespace keyward::reports
