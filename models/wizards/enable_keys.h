// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/list_table.h"

/// The keys that a resource may be given, as the wizard lists them.
namespace keyward::models {

/// A change of key leaves it to the identity that the resource goes by; empty: by its own.
std::optional<estate::PrincipalId> identityFor(const estate::Estate &estate, const estate::ResourceId &resource);

struct OfferedKeys {
    std::vector<ListRow> rows; ///< those that fit first, then why the others do not
    std::size_t notListed = 0; ///< beyond what anybody would read
};
/// 'filter' is folded, and looked for in VAULT/KEY. Asks the rules of each key: for a thread beside the window.
OfferedKeys keysFor(const estate::Estate &estate, const estate::ResourceId &resource, const std::string &filter,
                    Instant now);

} // namespace keyward::models
