// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/target.h"

/// The catalogue of services as things of the window.
namespace keyward::models {

inline constexpr Scope serviceScope{"service"}; ///< one of the list, or a profile of the customer's own
inline Target serviceTarget(std::string id) { return {serviceScope, {}, {}, std::move(id)}; }

/// One row of the catalogue.
struct CatalogueEntry {
    std::string id;
    const estate::ListedService *listed = nullptr; ///< null: a profile of the customer's own
    std::vector<const estate::ServiceProfile *> profiles;
};
/// All of them, as the catalogue of this estate has them.
std::vector<CatalogueEntry> catalogueEntries(const estate::Estate &estate);
/// Without profiles where there is no such service.
CatalogueEntry catalogueEntry(const estate::Estate &estate, std::string_view id);

QString titleOf(const CatalogueEntry &entry);
QString groupsOf(const CatalogueEntry &entry);

} // namespace keyward::models
