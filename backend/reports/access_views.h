// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/reach.h"
#include "backend/reports/views.h"

/// Places, principals, roles, locks and networks as JSON.
namespace keyward::reports {

QJsonObject view(const estate::Tenant &tenant);
QJsonObject view(const estate::Subscription &subscription);
QJsonObject view(const estate::ResourceGroup &group);
QJsonObject view(const estate::Role &role);
QJsonObject view(const estate::Estate &estate, const estate::RoleAssignment &assignment);
QJsonObject view(const estate::Estate &estate, const estate::Lock &lock);
QJsonObject view(const estate::Estate &estate, const estate::VirtualNetwork &network);
QJsonObject firewallView(const estate::Estate &estate, const estate::Vault &vault);
QJsonObject view(const estate::Estate &estate, const estate::Vault &vault, const estate::Effective &one);
QJsonObject view(const estate::Estate &estate, const estate::Reach &reach);
QJsonObject view(const estate::AccessDifference &difference);

} // namespace keyward::reports
