// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"
#include "backend/estate/platform.h"

namespace keyward::estate {

/// The region that somebody means: by name (westeurope) or as people write it (West Europe). Code::ValueInvalid with
/// the nearest name for one that the platform does not have.
Result<Region> regionFrom(const Platform &platform, const std::string &text);

/// Whether something new may stand there. What stands elsewhere already, in older keystores, stays.
Status regionKnown(const Platform &platform, const Region &region);

/// Null while it is up.
const RegionOutage *outageOf(const Estate &estate, const Region &region);
/// Code::RegionOut.
Status regionIsUp(const Estate &estate, const Region &region);
/// Those that are out, and another one.
std::vector<Region> regionsOut(const Estate &estate, const std::optional<Region> &besides = {});

/// Whether a resource needs a region: it stands there, or the vault of its key does.
bool needsRegion(const Estate &estate, const Resource &resource, const Region &region);
/// The outage that a resource suffers: of a region that it needs, its own before that of its vault. Nothing is
/// destroyed for one. Null: none.
const RegionOutage *outageSuffered(const Estate &estate, const Resource &resource);

} // namespace keyward::estate
