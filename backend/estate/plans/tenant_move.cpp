// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// BKP-7: to service-managed keys where the service takes them back, then the move, then identity, permission and key
// anew. The same on the way back.

#include "backend/estate/tenant_move.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/plans/plan_builder.h"

#include <algorithm>

namespace keyward::estate {
namespace {

std::string tenantName(const Estate &estate, const std::string &guid)
{
    const auto id = estate.tenantId(guid);
    const auto *tenant = id ? estate.tenant(*id) : nullptr;
    return tenant && !tenant->name.empty() ? tenant->name : guid;
}

class Moving
{
public:
    Moving(const MoveGoal &goal, PlanBuilder &plan, const Subscription &subscription)
        : m_goal(goal), m_plan(plan), m_name(subscription.name), m_guid(subscription.guid)
    {}

    void run()
    {
        auto all = m_goal.set.empty() ? boundIn(m_plan.then(), m_goal.subscription) : m_goal.set;
        const auto tenant = tenantName(m_plan.then(), m_goal.tenant);
        if (m_plan.then().subscription(m_goal.subscription)->tenant == m_goal.tenant) {
            m_plan.done("move", {Code::GuideMoved, m_name, {tenant}, {}});
        } else {
            for (const auto &one : all) serviceStep(one);
            m_plan.needed("move", {Code::GuideTransfer, m_name, {tenant}, {}},
                          command::TransferSubscription{m_goal.subscription, m_goal.tenant});
        }
        for (auto &one : all) setStep(one);
    }

private:
    const Resource *resourceOf(const Goal &one) const { return m_plan.then().resource(one.resource); }

    void serviceStep(const Goal &one)
    {
        const auto *resource = resourceOf(one);
        const auto *profile = resource ? m_plan.then().catalogue().find(resource->type) : nullptr;
        if (!resource || !resource->binding || !profile || !profile->revertible) return;
        const auto name = resource->name.text();
        m_plan.needed("service:" + name, {Code::GuideServiceManaged, name, {}, {}},
                      command::SetServiceManaged{resource->id});
    }

    /// A user-assigned identity stays with the old tenant: its resource goes by its own from then on.
    void setStep(Goal &one)
    {
        const auto *resource = resourceOf(one);
        if (!resource) return;
        const auto *used = one.identity ? m_plan.then().principal(*one.identity) : nullptr;
        if (one.identity && (!used || leftBehind(*resource, *used))) one.identity.reset();
        m_plan.enabling(resource->name.text(), one);
    }

    const MoveGoal &m_goal;
    PlanBuilder &m_plan;
    std::string m_name, m_guid;
};

} // namespace

std::vector<Goal> boundIn(const Estate &estate, const SubscriptionId &id)
{
    const auto *subscription = estate.subscription(id);
    std::vector<const Resource *> found;
    for (const auto &[resourceId, resource] : estate.resources()) {
        if (!subscription || !resource->binding) continue;
        const auto *vault = estate.vault(resource->binding->vault);
        const bool within = resource->place.subscription == subscription->guid ||
                            (vault && vault->place.subscription == subscription->guid);
        if (within) found.push_back(resource.get());
    }
    std::ranges::sort(found, {}, [](const Resource *resource) { return resource->name.text(); });
    std::vector<Goal> out;
    for (const auto *resource : found)
        out.push_back({.resource = resource->id,
                       .vault = resource->binding->vault,
                       .key = resource->binding->key,
                       .version = resource->binding->pinned ? std::optional(resource->binding->version) : std::nullopt,
                       .newPrincipal = {},
                       .job = {},
                       .identity = resource->binding->identity});
    return out;
}

Plan planTenantMove(const Estate &estate, const MoveGoal &goal, Instant now, const RecordId &ids)
{
    PlanBuilder plan(estate, now, ids);
    const auto *subscription = estate.subscription(goal.subscription);
    if (!subscription || !estate.tenantId(goal.tenant)) {
        const auto shown = nameOf(estate, goal.subscription);
        return plan.stop("move", {Code::GuideMoved, shown, {tenantName(estate, goal.tenant)}, {}},
                         subscription ? Error{Code::NotFound, goal.tenant, {"tenant"}, {}}
                                      : Error{Code::NotFound, shown, {"subscription"}, {}});
    }
    plan.leadsTo({Code::GuideMove, subscription->name, {tenantName(estate, goal.tenant)}, {}});
    Moving(goal, plan, *subscription).run();
    return plan.take();
}

} // namespace keyward::estate
