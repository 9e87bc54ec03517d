// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/reports/views.h"

/// Values as JSON writes them here.
namespace keyward::reports {

inline QJsonValue time(const std::optional<Instant> &at) { return at ? QJsonValue(text(isoText(*at))) : QJsonValue(); }
inline QJsonValue number(std::uint64_t value) { return QJsonValue(static_cast<qint64>(value)); }
template <class Strings> QJsonArray list(const Strings &texts)
{
    QJsonArray out;
    for (const auto &one : texts) out.append(text(one));
    return out;
}

} // namespace keyward::reports
