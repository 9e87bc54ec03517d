// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/bot_service.h"
#include "backend/reports/views.h"

namespace keyward::reports {

QJsonObject view(const engine::BotConfiguration &configuration);
QJsonObject view(const engine::BotChannel &channel); ///< without its secret, which nothing shows
QJsonObject view(const engine::BotConversation &conversation);
QJsonObject view(const engine::BotMessage &message);
QJsonObject view(const engine::BotDelivery &delivery);

} // namespace keyward::reports
