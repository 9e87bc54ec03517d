// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/regions.h"

#include <algorithm>
#include <numeric>

namespace keyward::estate {
namespace {

/// How many characters have to be put in, taken out or replaced to come from one to the other.
std::size_t distance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= from.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= to.size(); ++j)
            diagonal =
                std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, diagonal + (from[i - 1] != to[j - 1])}));
    }
    return row.back();
}

/// The known name that could have been meant; empty where none is near.
std::string nearest(const Platform &platform, std::string_view name)
{
    constexpr std::size_t longest = 40; // of any region's name
    if (name.empty() || name.size() > longest) return {};
    const auto tooFar = std::min<std::size_t>(3, name.size() / 2 + 1);
    const auto of = [&](const KnownRegion &region) { return distance(name, region.name); };
    const auto best = std::ranges::min_element(platform.regions, {}, of);
    return best != platform.regions.end() && of(*best) < tooFar ? best->name : std::string();
}

std::unexpected<Error> unknown(const Platform &platform, const std::string &text, std::string_view name)
{
    const auto meant = nearest(platform, name);
    Error error{Code::ValueInvalid,
                text,
                {"region", meant.empty() ? said("the platform has none of that name")
                                         : said("the platform has none of that name; did you mean {0}?", meant)},
                "List them: keywardctl region list"};
    return std::unexpected(std::move(error));
}

} // namespace

Result<Region> regionFrom(const Platform &platform, const std::string &text)
{
    auto name = folded(text);
    std::erase(name, ' ');
    if (std::ranges::contains(platform.regions, name, &KnownRegion::name)) return Region::from(std::move(name));
    return unknown(platform, text, name);
}

Status regionKnown(const Platform &platform, const Region &region)
{
    if (std::ranges::contains(platform.regions, region.text(), &KnownRegion::name)) return {};
    return unknown(platform, region.text(), region.text());
}

const RegionOutage *outageOf(const Estate &estate, const Region &region)
{
    if (!estate.initialised()) return nullptr;
    const auto &all = estate.settings().outages;
    const auto found = std::ranges::find(all, region, &RegionOutage::region);
    return found == all.end() ? nullptr : &*found;
}

Status regionIsUp(const Estate &estate, const Region &region)
{
    const auto *outage = outageOf(estate, region);
    return outage ? fail(Code::RegionOut, region.text(), {isoText(outage->since)}) : Status{};
}

std::vector<Region> regionsOut(const Estate &estate, const std::optional<Region> &besides)
{
    std::vector<Region> out;
    for (const auto &one : estate.settings().outages) out.push_back(one.region);
    if (besides && !std::ranges::contains(out, *besides)) out.push_back(*besides);
    return out;
}

namespace {

/// Null: it is bound to no key.
const Region *regionOfVault(const Estate &estate, const Resource &resource)
{
    const auto *vault = resource.binding ? estate.vault(resource.binding->vault) : nullptr;
    return vault ? &vault->place.region : nullptr;
}

} // namespace

bool needsRegion(const Estate &estate, const Resource &resource, const Region &region)
{
    const auto *ofVault = regionOfVault(estate, resource);
    return resource.place.region == region || (ofVault && *ofVault == region);
}

const RegionOutage *outageSuffered(const Estate &estate, const Resource &resource)
{
    if (const auto *own = outageOf(estate, resource.place.region)) return own;
    const auto *ofVault = regionOfVault(estate, resource);
    return ofVault ? outageOf(estate, *ofVault) : nullptr;
}

} // namespace keyward::estate
