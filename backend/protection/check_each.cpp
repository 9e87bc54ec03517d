// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/check_each.h"

#include "backend/estate/estate.h"

#include <algorithm>

namespace keyward::protection {

using namespace estate;

Result<std::vector<engine::DataCheck>> checkEach(const Estate &estate, const std::function<bool(const Resource &)> &has,
                                                 const std::function<engine::DataCheck(const Resource &)> &look,
                                                 const engine::ProgressCallback &progress)
{
    std::vector<const Resource *> all;
    for (const auto &[id, resource] : estate.resources())
        if (has(*resource)) all.push_back(resource.get());
    std::ranges::sort(all, {}, &Resource::created);
    std::vector<engine::DataCheck> out;
    for (const auto *one : all) {
        if (progress && !progress({.bytes = 0, .files = out.size()})) return fail(Code::Cancelled);
        out.push_back(look(*one));
        if (out.back().reason && out.back().reason->code == Code::Cancelled) return fail(Code::Cancelled);
    }
    return out;
}

} // namespace keyward::protection
