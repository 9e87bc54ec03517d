// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"
#include "backend/protection/service_parts.h"

namespace keyward::protection {

/// A resource as it is now, with the estate that it is of, and what a service keeps of it: null of one that is none of
/// that service's.
template <class Kept> struct ResourceNow {
    engine::EstatePtr estate;
    const estate::Resource *resource = nullptr;
    const Kept *kept = nullptr;
};

/// Code::NotFound
template <class Kept>
Result<ResourceNow<Kept>> resourceNow(const ServiceParts &parts, const estate::ResourceId &id,
                                      const Kept *(*keptIn)(const estate::Resource &))
{
    ResourceNow<Kept> out{.estate = parts.console.snapshot()};
    out.resource = out.estate->resource(id);
    if (!out.resource) return fail(Code::NotFound, id.text(), {"resource"});
    out.kept = keptIn(*out.resource);
    return out;
}

} // namespace keyward::protection
