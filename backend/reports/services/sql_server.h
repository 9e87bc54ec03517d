// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/sql_server/replication.h"
#include "backend/reports/views.h"

namespace keyward::reports {

QJsonObject view(const estate::Estate &estate, const estate::Database &database);
QJsonObject view(const estate::Estate &estate, const estate::DatabaseBackup &backup);
/// One that follows another.
QJsonObject replicaView(const estate::Estate &estate, const estate::Database &replica);
/// Where a database stays readable while regions are out.
QJsonObject view(const estate::Estate &estate, const estate::Readability &of);
/// A key that was added to a server, and whether it is the protector.
QJsonObject view(const estate::Estate &estate, const estate::Resource &server, const estate::ServerKey &key);

} // namespace keyward::reports
