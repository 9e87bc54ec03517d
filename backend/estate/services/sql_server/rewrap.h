// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

namespace keyward::estate {

/// Whether data keys of a server are wrapped by something else than its protector: what wrappedOtherwise() lists, found
/// sooner.
bool someWrappedOtherwise(const Estate &estate, const Resource &server);
/// Whether a job is at it.
bool rewrapRuns(const Estate &estate, const Resource &server);

} // namespace keyward::estate
