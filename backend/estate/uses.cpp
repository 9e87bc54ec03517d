// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/uses.h"

#include "backend/estate/entities.h"
#include "backend/estate/kept_files.h"

#include <algorithm>
#include <iterator>

namespace keyward::estate {

std::string_view purposeText(Use::Purpose purpose)
{
    static constexpr std::string_view texts[] = {"new-data", "former-data", "stored-data"};
    return texts[static_cast<std::size_t>(purpose)];
}

std::string_view endsText(Use::Ends ends)
{
    static constexpr std::string_view texts[] = {"rebinding", "next-success", "data-deleted",
                                                 "rewrap",    "time",         "next-key"};
    return texts[static_cast<std::size_t>(ends)];
}

Uses usesOf(const Resource &resource)
{
    auto out = std::visit(
        [&]<class F>(const F &facet) -> Uses {
            if constexpr (requires { usesOf(resource, facet); })
                return usesOf(resource, facet);
            else
                return {};
        },
        resource.facet);
    if (const auto *files = keptFilesOf(resource)) std::ranges::move(usesOf(resource, *files), std::back_inserter(out));
    for (const auto &former : resource.formerKeys)
        out.push_back({.resource = resource.id,
                       .vault = former.vault,
                       .key = former.key,
                       .version = former.version,
                       .purpose = Use::Purpose::FormerData,
                       .ends = former.until ? Use::Ends::Time : Use::Ends::NextKey});
    if (!resource.binding) return out;
    const auto &binding = *resource.binding;
    out.push_back({.resource = resource.id,
                   .vault = binding.vault,
                   .key = binding.key,
                   .version = binding.version,
                   .purpose = Use::Purpose::NewData,
                   .ends = Use::Ends::Rebinding});
    if (binding.former)
        out.push_back({.resource = resource.id,
                       .vault = binding.vault,
                       .key = binding.key,
                       .version = *binding.former,
                       .purpose = Use::Purpose::FormerData,
                       .ends = Use::Ends::NextSuccess});
    return out;
}

} // namespace keyward::estate
