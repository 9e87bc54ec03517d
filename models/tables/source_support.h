// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/names.h"
#include "backend/estate/describe.h"
#include "models/tables/table_source.h"
#include "models/text.h"

#include <algorithm>
#include <set>

/// What several table sources share.
namespace keyward::models {

using namespace estate;

template <class EntityId> EntityId as(const RecordId &id) { return EntityId{id.bytes}; }
template <class EntityId> RecordId raw(const EntityId &id) { return RecordId{id.bytes}; }

inline std::vector<RecordId> listed(const std::set<RecordId> &ids) { return {ids.begin(), ids.end()}; }
inline Cell dateCell(const std::optional<Instant> &at, Instant now)
{
    if (!at) return {QStringLiteral("–"), {}, {}, false, true};
    return {relative(*at, now), dateAndTime(*at), {}};
}
inline std::int64_t ticks(const std::optional<Instant> &at)
{
    return at ? at->time_since_epoch().count() : std::numeric_limits<std::int64_t>::max();
}

} // namespace keyward::models
