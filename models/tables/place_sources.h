// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_source.h"

/// Tables of places, networks and locks, and who reaches which vault.
namespace keyward::models {

TableSourcePtr subscriptionsSource();
TableSourcePtr groupsSource(std::optional<std::string> subscription = {}); ///< by its GUID: only those in it
TableSourcePtr networksSource();
TableSourcePtr vaultsIn(const estate::ResourceGroup &group); ///< what stands there
TableSourcePtr resourcesIn(const estate::ResourceGroup &group);
TableSourcePtr networksIn(const estate::ResourceGroup &group);
TableSourcePtr locksSource();
TableSourcePtr deletedVaultsSource();
/// VLT-10: bound resources, and whether their identities get through to their vault. Of one vault, or of all.
TableSourcePtr reachSource(std::optional<estate::VaultId> only = {});

} // namespace keyward::models
