// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/reports/views.h"

namespace keyward::reports {

QJsonObject view(const estate::DiskSnapshot &snapshot);

} // namespace keyward::reports
