// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/plans/guides.h"

#include <deque>

/// Private to the plans: how their steps are put together.
namespace keyward::estate {

/// Ids that follow from one drawn before.
class FollowingIds final : public Random
{
public:
    explicit FollowingIds(const RecordId &first) : m_first(first) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    RecordId m_first;
    std::uint64_t m_count = 0;
};

/// Collects steps, and keeps the estate as those so far would leave it: what comes is looked at there.
class PlanBuilder
{
public:
    PlanBuilder(const Estate &estate, Instant now, const RecordId &ids);

    /// What was found there stays as it was while the plan is made: the estates before it are kept.
    const Estate &then() const { return m_thens.back(); }
    Instant now() const { return m_now; }
    Random &ids() { return m_ids; }

    void leadsTo(Statement what) { m_plan.what = std::move(what); }
    void done(std::string id, Statement what);
    void blocked(std::string id, Statement what, Error reason);
    /// Tried on then(). What the rules refuse is blocked; 'loses' is said beside what the impact finds.
    void needed(std::string id, Statement what, const Action &action, std::vector<Statement> loses = {});
    /// Those of the way to a customer-managed key, each named after it.
    void enabling(const std::string &name, Goal goal);
    /// … of what is bound and goes on under another key, with the identity that it has.
    void rebinding(const ResourceId &resource, const Key &to);
    void advise(Statement advice) { m_plan.advice.push_back(std::move(advice)); }
    Plan take() { return std::move(m_plan); }
    /// A plan of one step that says what is missing.
    Plan stop(std::string id, Statement what, Error reason);

private:
    Plan m_plan;
    std::deque<Estate> m_thens; ///< one after each step that is needed; they share what is the same in them
    Instant m_now;
    FollowingIds m_ids;
};

std::vector<ResourceId> byName(std::vector<const Resource *> resources);
/// Whether what is bound to a key can go on under another one, where one is named. Codes: Usage, and why it is not
/// there.
Status mayGoOnUnder(const Estate &estate, const KeyId &key, const std::optional<KeyId> &instead);

} // namespace keyward::estate
