// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/siem.h"
#include "backend/reports/views.h"

/// Receivers of the log, as JSON.
namespace keyward::reports {

QJsonObject view(const estate::SiemReceiver &receiver);
QJsonObject view(const estate::SiemReceiver &receiver, const engine::SiemStanding &standing);
const char *stateText(const engine::SiemStanding &standing); ///< current, waiting, down

} // namespace keyward::reports
