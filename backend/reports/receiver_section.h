// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/reports/report.h"

/// TDE-19: who has the log besides, as of when a report is made.
namespace keyward::reports {

Section receiverSection(const ReportInput &input);
QJsonArray receiversJson(const ReportInput &input);

} // namespace keyward::reports
