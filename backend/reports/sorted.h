// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

#include <algorithm>
#include <vector>

/// Entities in an order that is always the same: maps have none.
namespace keyward::reports {

template <class Map, class By> auto sorted(const Map &map, By by)
{
    std::vector<decltype(map.begin()->second.get())> out;
    for (const auto &[id, entity] : map) out.push_back(entity.get());
    std::ranges::sort(out, {}, by);
    return out;
}

inline auto sortedVaults(const estate::Estate &estate) ///< by name
{
    return sorted(estate.vaults(), [](const auto *vault) { return vault->name.text(); });
}
inline auto sortedResources(const estate::Estate &estate) ///< by name
{
    return sorted(estate.resources(), [](const auto *resource) { return resource->name.text(); });
}

} // namespace keyward::reports
