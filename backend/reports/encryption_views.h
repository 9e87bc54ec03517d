// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/encryption_models.h"
#include "backend/reports/views.h"

namespace keyward::reports {

QJsonObject view(const estate::ComparedModel &model); ///< one of those that are compared

} // namespace keyward::reports
