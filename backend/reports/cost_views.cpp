// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/cost_views.h"

#include "backend/reports/json.h"

namespace keyward::reports {

using namespace estate;

namespace {

QJsonValue amountValue(const std::optional<Money> &amount) { return amount ? text(amount->text()) : QJsonValue(); }

QJsonObject viewOfLine(const CostLine &line)
{
    return {{QLatin1String("operation"), line.call ? QJsonValue(text(permissionText(*line.call))) : QJsonValue()},
            {QLatin1String("keys"), text(line.keys.text())},
            {QLatin1String("count"), number(line.count)},
            {QLatin1String("refused"), number(line.refused)},
            {QLatin1String("price"), line.amount ? QJsonValue(text(line.price.text())) : QJsonValue()},
            {QLatin1String("per"), line.amount ? number(line.per) : QJsonValue()},
            {QLatin1String("amount"), amountValue(line.amount)}};
}

} // namespace

QJsonObject view(const CostEstimate &estimate, const PriceList &prices)
{
    QJsonArray lines;
    for (const auto &line : estimate.lines) lines.append(viewOfLine(line));
    return {{QLatin1String("month"), text(monthText(estimate.month))},
            {QLatin1String("calls"), number(estimate.calls.all())},
            {QLatin1String("refused"), number(estimate.calls.refused)},
            {QLatin1String("lines"), lines},
            {QLatin1String("total"), text(estimate.total.text())},
            {QLatin1String("currency"), text(prices.currency)},
            {QLatin1String("notInIt"), list(textsOf(estimate.leftOut))},
            {QLatin1String("prices"), text(prices.title)},
            {QLatin1String("pricesRead"), text(prices.read)}};
}

QJsonObject view(const CallForecast &forecast, const PriceList &prices)
{
    return {{QLatin1String("every"), text(isoDuration(forecast.every))},
            {QLatin1String("days"), static_cast<qint64>(CallForecast::within.count())},
            {QLatin1String("checks"), number(forecast.checks)},
            {QLatin1String("wrapKey"), number(forecast.wraps)},
            {QLatin1String("unwrapKey"), number(forecast.unwraps)},
            {QLatin1String("calls"), number(forecast.calls())},
            {QLatin1String("amount"), amountValue(forecast.amount)},
            {QLatin1String("currency"), text(prices.currency)}};
}

std::string operationText(const CostLine &line)
{
    return line.call ? std::string(permissionText(*line.call)) : "keys in use";
}

std::string priceText(const CostLine &line)
{
    if (!line.amount) return "–";
    return line.price.text() + (line.per == 1 ? "" : " for " + std::to_string(line.per));
}

std::string amountText(const std::optional<Money> &amount, const PriceList &prices)
{
    return amount ? amount->text() + " " + prices.currency : "–";
}

} // namespace keyward::reports
