// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/reports/views.h"

namespace keyward::reports {

QJsonObject view(const estate::Estate &estate, const estate::Database &database);
QJsonObject view(const estate::Estate &estate, const estate::DatabaseBackup &backup);
/// A key that was added to a server, and whether it is the protector.
QJsonObject view(const estate::Estate &estate, const estate::Resource &server, const estate::ServerKey &key);

} // namespace keyward::reports
