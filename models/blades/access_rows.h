// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/access.h"
#include "models/presenter.h"
#include "models/tables/computed_table.h"

/// Tables of who was given what, for every page that shows one.
namespace keyward::models {

/// Everybody with a role: everywhere, or on one scope and what it inherits from.
ComputedTable *assignmentsTable(Workspace &workspace, const Target &target);
/// Who may do what in a vault or with a key, and by which grant.
ComputedTable *effectiveTable(Workspace &workspace, const Target &target);
/// What one principal may do where, and by which grant.
ComputedTable *reachTable(Workspace &workspace, const estate::PrincipalId &principal);
std::vector<TableModel::Kind> kindsOfPrincipals();                              ///< to which such a table is narrowed
QString grantsText(const estate::Estate &estate, const estate::Effective &one); ///< or why it is without effect

} // namespace keyward::models
