// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/service.h"

#include "backend/estate/estate.h"

#include <algorithm>

namespace keyward::engine {

std::string_view stateText(DataCheck::State state)
{
    static constexpr std::string_view texts[] = {"whole", "damaged", "unopened"};
    return texts[static_cast<std::size_t>(state)];
}

Service *Services::of(std::string_view name) const
{
    const auto found = std::ranges::find(m_all, name, [](const Service *service) { return service->name(); });
    return found == m_all.end() ? nullptr : *found;
}

Service *Services::of(const estate::Estate &estate, const estate::ResourceId &id) const
{
    const auto *resource = estate.resource(id);
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    return profile ? of(profile->service) : nullptr;
}

} // namespace keyward::engine
