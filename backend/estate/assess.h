// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/apply.h"

#include <set>

namespace keyward::estate {

enum class Health : std::uint8_t { Working, Warning, AtRisk, Lost };
std::string_view healthText(Health health); ///< working, warning, at-risk, lost

/// What stands between a resource and a key it needs, told apart without words. One does not hide another: a disabled
/// key in a vault that gives no permission has both, so that taking the permission away is seen while the key is
/// disabled.
struct Obstacle {
    enum class Kind : std::uint8_t {
        KeyPurged,
        VersionGone,
        VaultDeleted,
        KeyDeleted,
        Pending,
        Disabled,
        NotYetValid,
        Expired,
        OperationNotOnKey,
        OtherTenant,
        Identity,
        PermissionMissing,
        IdentityKind,
        BypassOff,
        ServiceNotListed,
        RegionOut
    };
    Kind kind = Kind::KeyPurged;
    RecordId about;                           ///< the vault, key or version; of an identity the resource
    std::optional<Permission> operation = {}; ///< where it is about one
    auto operator<=>(const Obstacle &) const = default;
};

/// One reason for a verdict, and the command that would end it where there is one.
struct Reason {
    Health weight = Health::Warning;
    Statement what; ///< with its remedy
    std::optional<Action> fix;
    std::vector<Obstacle> obstacles = {}; ///< none: it stands in nobody's way yet

    std::string text() const { return message(what); }
    std::string remedy() const { return keyward::remedy(what); }
    bool operator==(const Reason &other) const { return weight == other.weight && same(what, other.what); }
};

/// How a resource stands with its customer-managed key.
struct BindingHealth {
    Health health = Health::Working;
    std::vector<Reason> reasons;
    std::optional<Instant> lostAt;     ///< when at risk: access ends then
    std::optional<Instant> validUntil; ///< time alone changes this verdict then
    std::uint64_t unreadable = 0;      ///< pieces of stored data that cannot be opened now
    std::uint64_t unreadableKept = 0;  ///< of these: what needs its key until it is deleted, as backups do
    bool operator==(const BindingHealth &) const = default;
};

/// All that stands in the way of what its service does now.
std::set<Obstacle> obstaclesOf(const BindingHealth &health);

/// When time alone changes which verdict. A value; come and go in a time that hardly grows with their number.
class DueTimes
{
public:
    using One = std::pair<Instant, ResourceId>;
    void insert(const One &one);
    void erase(const One &one);
    std::optional<One> first() const; ///< the earliest
    bool operator==(const DueTimes &other) const;

private:
    struct List;
    std::shared_ptr<const List> m_list; ///< null: empty
};

/// Verdicts on every bound resource. A value; updated in proportion to what a change touched.
struct Assessment {
    IdMap<ResourceId, BindingHealth> bindings;
    DueTimes due;
    std::optional<Instant> validUntil() const;
};

BindingHealth assess(const Estate &estate, const Resource &resource, Instant now);
Assessment assess(const Estate &estate, Instant now);
/// From the assessment before a change to the one after it.
Assessment assess(Assessment before, const Estate &estateBefore, const Change &change, Instant now);

/// The resources whose verdict a change may alter, before or after it.
std::vector<ResourceId> affectedBy(const Estate &before, const Change &change);

} // namespace keyward::estate
