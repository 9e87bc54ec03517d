// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/ids.h"

#include <compare>
#include <optional>
#include <vector>

/// What needs a key version, told by each thing for itself: a kind of entity that needs keys has a function
///     Uses usesOf(const Kind &)
/// beside its declaration; a facet that does has usesOf(const Resource &, const Facet &). The estate keeps one index of
/// them; verdicts, claims, "where used", reports and the guard against losses read that and nothing else.
namespace keyward::estate {

/// One need of one key version.
struct Use {
    enum class Purpose : std::uint8_t {
        NewData,    ///< a resource is bound to it: what comes is wrapped by it
        FormerData, ///< it was in use until lately, and may still be asked for
        StoredData, ///< something stored can only be opened with it
    };
    /// What ends the need.
    enum class Ends : std::uint8_t { Rebinding, NextSuccess, DataDeleted, Rewrap, Time, NextKey };

    ResourceId resource; ///< on whose behalf, by whose identity
    VaultId vault;
    KeyId key;
    VersionId version;
    Purpose purpose = Purpose::StoredData;
    Ends ends = Ends::DataDeleted;

    auto operator<=>(const Use &) const = default;
};
using Uses = std::vector<Use>;

std::string_view purposeText(Use::Purpose purpose); ///< new-data, former-data, stored-data
std::string_view endsText(Use::Ends ends);          ///< rebinding, next-success, data-deleted, rewrap, time, next-key

} // namespace keyward::estate

template <> struct std::hash<keyward::estate::Use> {
    std::size_t operator()(const keyward::estate::Use &use) const noexcept
    {
        return std::hash<keyward::estate::VersionId>{}(use.version) ^ (static_cast<std::size_t>(use.purpose) << 1U);
    }
};
