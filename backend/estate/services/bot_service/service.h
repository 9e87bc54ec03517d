// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/bot_service/entities.h"

/// A bot registration, as the list of services takes it up.
namespace keyward::estate {

template <> struct JobsOf<BotService> {
    using List = TypeList<ReencryptionWork>;
};

} // namespace keyward::estate
