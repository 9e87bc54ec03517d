// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/siem_views.h"

#include "backend/reports/json.h"

namespace keyward::reports {

using namespace estate;

QJsonObject view(const SiemReceiver &receiver)
{
    const auto *tls = std::get_if<SiemTls>(&receiver.target);
    QJsonObject out{{QLatin1String("id"), text(receiver.id.text())},
                    {QLatin1String("name"), text(receiver.name)},
                    {QLatin1String("transport"), text(transportText(receiver.target))},
                    {QLatin1String("place"), text(placeText(receiver.target))},
                    {QLatin1String("fromStart"), receiver.fromStart},
                    {QLatin1String("created"), text(isoText(receiver.created))}};
    if (tls) {
        out.insert(QLatin1String("serverName"), text(tls->name()));
        out.insert(QLatin1String("ownAuthorities"), !tls->trusted.empty());
    }
    return out;
}

const char *stateText(const engine::SiemStanding &standing)
{
    return standing.trouble ? "down" : standing.waiting > 0 ? "waiting" : "current";
}

QJsonObject view(const SiemReceiver &receiver, const engine::SiemStanding &standing)
{
    const auto &outage = receiver.outage;
    auto out = view(receiver);
    out.insert(QLatin1String("sent"), number(standing.sent));
    out.insert(QLatin1String("waiting"), number(standing.waiting));
    out.insert(QLatin1String("state"), text(stateText(standing)));
    out.insert(QLatin1String("delivered"), time(standing.delivered));
    out.insert(QLatin1String("nextTry"), time(standing.nextTry));
    out.insert(QLatin1String("downSince"), time(outage ? std::optional(outage->since) : std::nullopt));
    out.insert(QLatin1String("trouble"), standing.trouble ? QJsonValue(view(*standing.trouble)) : QJsonValue());
    return out;
}

} // namespace keyward::reports
