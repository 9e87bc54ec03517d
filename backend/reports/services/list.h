// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/reports/report.h"

/// What services add to JSON and reports. Each says it in its own file, of its facet and of each of its kinds of job;
/// what is left out does not link.
namespace keyward::reports {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend" // it is meant: one function for each service

/// What a service alone needs of a resource.
template <class Facet> struct FacetOf {
    const estate::Estate &estate;
    const estate::Resource &resource;
    const Facet &facet;
    friend void addFacet(QJsonObject &out, const FacetOf &of);
};

/// What a job does.
template <class Work> struct WorkOf {
    const estate::Estate &estate;
    const Work &work;
    friend void addWork(QJsonObject &out, const WorkOf &of);
};

/// Everything that a service keeps, a section for each kind of it.
template <class Facet> struct StoredOf {
    const estate::Estate &estate;
    friend std::vector<StoredSection> storedSections(const StoredOf &of);
};

#pragma GCC diagnostic pop

} // namespace keyward::reports
