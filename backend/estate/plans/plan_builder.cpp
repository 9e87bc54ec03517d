// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/plans/plan_builder.h"

#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/fresh_ids.h"
#include "backend/estate/services/preparation.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using State = Step::State;

constexpr std::size_t mostLosses = 20;

/// The estate after a change, as if what it makes were made, and what it leaves services to do were done.
Estate made(Change change)
{
    const auto effects = change.effects;
    for (const auto &effect : effects) {
        complete(change, effect, {});
        if (const auto *left = std::get_if<effect::Settle>(&effect)) settleIn(change.next, left->resource);
    }
    return std::move(change.next);
}

/// What a service is still at work on counts as done, as no step comes before it is: else a plan made anew meanwhile
/// would tell of losses that there will not be.
Estate followed(Estate estate)
{
    std::vector<ResourceId> all;
    for (const auto &[id, resource] : estate.resources()) all.push_back(id);
    for (const auto &id : all) settleIn(estate, id);
    return estate;
}

/// Who loses what by it: services, those who were granted something, and what only the key can open.
std::vector<Statement> lossesOf(const Estate &estate, const Impact &impact)
{
    std::vector<Statement> out;
    for (const auto &effect : impact.effects) {
        const auto *resource = effect.added.empty() ? nullptr : estate.resource(effect.resource);
        const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
        if (resource) out.push_back({Code::LossService, effect.name, {phrase(profile ? profile->onLoss : "-")}, {}});
    }
    for (const auto &claim : impact.claims)
        if (claim.use.purpose != Use::Purpose::NewData) out.push_back(claim.what); // that is said of the service
    for (const auto &one : impact.access)
        if (!one.lost.empty()) out.push_back({Code::LossAccess, one.name, {one.lost.text(), one.place}, {}});
    if (out.size() > mostLosses) {
        const auto more = out.size() - mostLosses;
        out.resize(mostLosses);
        out.push_back({Code::LossMore, std::to_string(more), {}, {}});
    }
    return out;
}

} // namespace

/// SplitMix64 over the first id and a counter: different each time, and the same for the same first id.
void FollowingIds::fill(std::span<std::uint8_t> out)
{
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::uint64_t mixed = (++m_count) * 0x9e3779b97f4a7c15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        out[i] = static_cast<std::uint8_t>(m_first.bytes[i % m_first.bytes.size()] ^ (mixed >> 56U));
    }
}

PlanBuilder::PlanBuilder(const Estate &estate, Instant now, const RecordId &ids)
    : m_thens{followed(estate)}, m_now(now), m_ids(ids)
{}

void PlanBuilder::done(std::string id, Statement what)
{
    m_plan.steps.push_back({.id = std::move(id),
                            .state = State::Done,
                            .what = std::move(what),
                            .action = {},
                            .irreversible = {},
                            .reason = {}});
}

void PlanBuilder::blocked(std::string id, Statement what, Error reason)
{
    m_plan.steps.push_back({.id = std::move(id),
                            .state = State::Blocked,
                            .what = std::move(what),
                            .action = {},
                            .irreversible = {},
                            .reason = std::move(reason)});
}

void PlanBuilder::needed(std::string id, Statement what, const Action &action, std::vector<Statement> loses)
{
    const auto actor = Actor::owner("owner"); // whoever carries it out is asked by the rules once more
    auto filled = withFreshIds(action, m_ids);
    const auto impact = impactOf(then(), {filled, true}, actor, m_now);
    auto change = applyUnguarded(then(), {filled, true}, actor, m_now);
    if (!impact || !change) return blocked(std::move(id), std::move(what), impact ? change.error() : impact.error());
    for (auto &loss : lossesOf(then(), *impact)) loses.push_back(std::move(loss));
    m_plan.steps.push_back({.id = std::move(id),
                            .state = State::Needed,
                            .what = std::move(what),
                            .action = std::move(filled),
                            .irreversible = impact->irreversible,
                            .reason = {},
                            .loses = std::move(loses),
                            .overrides = impact->takesAway});
    m_thens.push_back(made(*std::move(change)));
}

void PlanBuilder::enabling(const std::string &name, Goal goal)
{
    goal.newPrincipal = m_ids.id<PrincipalId>();
    goal.job = m_ids.id<JobId>();
    goal.newAssignment = m_ids.id<AssignmentId>();
    const auto way = planEnable(then(), goal, m_now);
    for (const auto &step : way.steps) {
        auto id = step.id + ":" + name;
        if (step.reason)
            blocked(std::move(id), step.what, *step.reason);
        else if (step.action)
            needed(std::move(id), step.what, *step.action);
        else
            done(std::move(id), step.what);
    }
}

void PlanBuilder::rebinding(const ResourceId &id, const Key &to)
{
    const auto &resource = *then().resource(id);
    enabling(resource.name.text(), {.resource = id,
                                    .vault = to.vault,
                                    .key = to.id,
                                    .version = {},
                                    .newPrincipal = {},
                                    .job = {},
                                    .identity = resource.binding->identity});
}

std::vector<ResourceId> byName(std::vector<const Resource *> resources)
{
    std::ranges::sort(resources, {}, [](const Resource *resource) { return resource->name.text(); });
    std::vector<ResourceId> out;
    out.reserve(resources.size());
    for (const auto *resource : resources) out.push_back(resource->id);
    return out;
}

Status mayGoOnUnder(const Estate &estate, const KeyId &key, const std::optional<KeyId> &instead)
{
    if (!instead) return {};
    if (*instead == key)
        return fail(Code::Usage, nameOf(estate, key), {"What is bound has to go on under another key than this one."});
    return liveKey(estate, *instead).transform([](const auto *) {});
}

Plan PlanBuilder::stop(std::string id, Statement what, Error reason)
{
    blocked(std::move(id), std::move(what), std::move(reason));
    return take();
}

Plan planFor(const Estate &estate, const AnyGoal &goal, Instant now, const RecordId &ids)
{
    struct Way {
        const Estate &estate;
        Instant now;
        const RecordId &ids;
        Plan operator()(const Goal &to) const { return planEnable(estate, to, now); }
        Plan operator()(const RotateGoal &to) const { return planRotate(estate, to, now, ids); }
        Plan operator()(const RevokeGoal &to) const { return planRevoke(estate, to, now, ids); }
        Plan operator()(const AccessModelGoal &to) const { return planAccessModel(estate, to, now, ids); }
        Plan operator()(const MoveGoal &to) const { return planTenantMove(estate, to, now, ids); }
        Plan operator()(const RecoverGoal &to) const { return planRecovery(estate, to, now, ids); }
        Plan operator()(const CompromiseGoal &to) const { return planCompromise(estate, to, now, ids); }
    };
    return std::visit(Way{estate, now, ids}, goal);
}

} // namespace keyward::estate
