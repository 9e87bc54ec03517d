// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/all.h"
#include "backend/estate/services/declare.h"

/// What the services of backend/services.cmake come to together: a facet each, and what their jobs do. Records know
/// each by its number, so that their order here means nothing.
namespace keyward::estate {

/// A binding was set or followed a new version; done when it is noted.
struct KeyChangeWork {
    KEYWARD_WORK("key-change", 0);
    std::string keyUri;
};
KEYWARD_FIELDS(KeyChangeWork, s.keyUri)

template <class List> struct OfServices;
template <class... Facets> struct OfServices<TypeList<Facets...>> {
    using Facet = Joined<TypeList<std::monostate, Facets...>>::Any;
    using Work = Joined<TypeList<KeyChangeWork>, typename JobsOf<Facets>::List...>::Any;
};
using Facet = OfServices<Services>::Facet;
using JobWork = OfServices<Services>::Work;

/// The empty facet of a service; that of one that keeps nothing here is none.
Facet facetOf(std::string_view service);
/// Resources from when their service kept nothing here yet get its empty facet. Of an estate that was just read.
void takeUpFacets(Estate &estate);

} // namespace keyward::estate
