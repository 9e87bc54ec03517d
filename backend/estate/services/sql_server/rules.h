// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"
#include "backend/estate/entities.h"

/// Private to the rules of SQL servers: what its files of commands share.
namespace keyward::estate {

/// Its facet; Code::ValueInvalid for a resource of another service.
Result<SqlServer> serverIn(const Resource &resource);

} // namespace keyward::estate
