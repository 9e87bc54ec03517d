// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/apply.h"

#include <immer/flex_vector.hpp>

namespace keyward::estate {

enum class Health : std::uint8_t { Working, Warning, AtRisk, Lost };
std::string_view healthText(Health health); ///< working, warning, at-risk, lost

/// One reason for a verdict, and the command that would end it where there is one.
struct Reason {
    Health weight = Health::Warning;
    std::string text;
    std::string remedy;
    std::optional<Action> fix;
    bool operator==(const Reason &other) const { return weight == other.weight && text == other.text && remedy == other.remedy; }
};

/// How a resource stands with its customer-managed key.
struct BindingHealth {
    Health health = Health::Working;
    std::vector<Reason> reasons;
    std::optional<Instant> lostAt;     ///< when at risk: access ends then
    std::optional<Instant> validUntil; ///< time alone changes this verdict then
    std::uint64_t unreadablePoints = 0; ///< recovery points that cannot be restored now
    bool operator==(const BindingHealth &) const = default;
};

/// Verdicts on every bound resource. A value; updated in proportion to what a change touched.
struct Assessment {
    immer::map<ResourceId, BindingHealth> bindings;
    immer::flex_vector<std::pair<Instant, ResourceId>> due; ///< when time alone changes which, the earliest first
    std::optional<Instant> validUntil() const { return due.empty() ? std::nullopt : std::optional(due.front().first); }
};

BindingHealth assess(const Estate &estate, const Resource &resource, Instant now);
Assessment assess(const Estate &estate, Instant now);
/// From the assessment before a change to the one after it.
Assessment assess(Assessment before, const Estate &estateBefore, const Change &change, Instant now);

/// The resources whose verdict a change may alter, before or after it.
std::vector<ResourceId> affectedBy(const Estate &before, const Change &change);

} // namespace keyward::estate
