// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// What people call things; of what is gone, the first digits of its id.
namespace keyward::estate {

std::string nameOf(const Estate &estate, const VaultId &id);
std::string nameOf(const Estate &estate, const KeyId &id);
std::string nameOf(const Estate &estate, const ResourceId &id);
std::string nameOf(const Estate &estate, const PrincipalId &id);
std::string nameOf(const Estate &estate, const JobId &id);
std::string nameOf(const Estate &estate, const DraftId &id);
std::string nameOf(const Estate &estate, const PointId &id);
std::string nameOf(const Estate &estate, const DatabaseId &id); ///< SERVER/NAME
std::string nameOf(const Estate &estate, const DatabaseBackupId &id);
std::string nameOf(const Estate &estate, const TenantId &id);
std::string nameOf(const Estate &estate, const SubscriptionId &id);
std::string nameOf(const Estate &estate, const GroupId &id);
std::string nameOf(const Estate &estate, const RoleId &id);
std::string nameOf(const Estate &estate, const LockId &id);
std::string nameOf(const Estate &estate, const NetworkId &id);
std::string nameOf(const Estate &estate, const AssignmentId &id);
std::string nameOf(const Estate &estate, const SiemReceiverId &id);
std::string nameOf(const Estate &estate, const OwnProfileId &id);

} // namespace keyward::estate
