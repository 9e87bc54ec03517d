// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/storage_account.h"
#include "backend/reports/views.h"

namespace keyward::reports {

QJsonObject view(const engine::StoredObject &object);

} // namespace keyward::reports
