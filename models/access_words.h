// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/access.h"

#include <QString>

/// How places, grants and losses read in the window.
namespace keyward::models {

QString scopeTitle(const estate::Estate &estate, const estate::Scope &scope); ///< Key vault kv1
QString grantTitle(const estate::Estate &estate, const estate::PrincipalId &principal,
                   const estate::Grant &grant); ///< Role Key Vault Reader on key vault kv1, through group admins
/// Who loses what, one sentence each; of many the first, and how many there are beyond. Empty: nobody.
QString lossesText(const std::vector<estate::AccessDifference> &differences);
QString nameOfPrincipal(const estate::Estate &estate, const estate::PrincipalId &id);
QString described(const estate::Role &role); ///< those of the platform are words of the catalogue
/// In the order in which they are offered.
inline constexpr estate::PrincipalKind principalKinds[] = {
    estate::PrincipalKind::SystemAssigned, estate::PrincipalKind::UserAssigned, estate::PrincipalKind::Application,
    estate::PrincipalKind::Group, estate::PrincipalKind::FirstParty};
QString nameOfRole(const estate::Estate &estate, const estate::RoleId &id);

} // namespace keyward::models
