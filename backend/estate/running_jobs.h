// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

namespace keyward::estate {

/// Code::Busy of a resource that a running job fills (Job::made): it may yet go, with all that is on it.
Status notBeingMade(const Estate &estate, const ResourceId &resource);
/// … or that a running job works on.
Status noJobRuns(const Estate &estate, const ResourceId &resource);

} // namespace keyward::estate
