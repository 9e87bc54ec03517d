// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/reports/report.h"
#include "backend/reports/views.h"

namespace keyward::reports {

QJsonObject view(const estate::Estate &estate, const estate::RecoveryPoint &point);
QJsonObject view(const estate::BackupPolicy &policy);
void addFacet(QJsonObject &out, const estate::Estate &estate, const estate::Resource &resource,
              const estate::RecoveryServicesVault &facet);
StoredSection storedSection(const estate::Estate &estate, const estate::RecoveryServicesVault &);
void addWork(QJsonObject &out, const estate::Estate &estate, const estate::BackupWork &work);
void addWork(QJsonObject &out, const estate::Estate &estate, const estate::RestoreWork &work);

} // namespace keyward::reports
