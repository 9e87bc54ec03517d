// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "models/registry.h"

#include "backend/engine/api/console.h"

#include <functional>

namespace keyward::models {

/// What a service adds to the blades that all resources share.
struct ServiceFactsRecord {
    std::string_view service; ///< as profiles say
    /// To the essentials of the overview.
    std::function<void(std::vector<FactsPart::Fact> &, const engine::Published &, const estate::Resource &)> add;
    QString next = {}; ///< the action that people take once its key is set
    /// What its jobs do, in the window's language; empty for what is not its own.
    std::function<QString(const estate::Job &)> jobTitle = {};
};
using ServiceFacts = Registered<ServiceFactsRecord>;

/// Of which service a resource is; empty where its type is not known.
inline std::string_view serviceOf(const estate::Estate &estate, const estate::Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return profile ? std::string_view(profile->service) : std::string_view();
}

QString jobTitle(const estate::Job &job);

/// For blades and actions that only one service has.
template <class Facet> bool isOf(const estate::Estate &estate, const estate::ResourceId &id)
{
    const auto *resource = estate.resource(id);
    return resource && estate::facetOf<Facet>(*resource);
}

} // namespace keyward::models
