// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/plan_run.h"

#include "backend/estate/fresh_ids.h"
#include "backend/estate/plans/blocked.h"

namespace keyward::ctl {

using namespace estate;

namespace {

constexpr const char *indent = "               ";

std::string listed(const std::vector<Statement> &statements)
{
    std::string out;
    for (const auto &one : statements) out += (out.empty() ? "" : "; ") + message(one);
    return out;
}

/// Of the steps that have to be agreed to.
std::string asked(const Plan &plan, bool overriding)
{
    std::string out;
    for (const auto &step : plan.steps) {
        if (!step.asks() || (overriding && !step.overrides)) continue;
        const auto lost = listed(step.loses);
        out += (out.empty() ? "" : "; ") + step.title() + ": " + step.irreversible.text() +
               (step.irreversible.empty() || lost.empty() ? "" : "; ") + lost;
    }
    return out;
}

Status agreedTo(Invocation &invocation, const Estate &estate, const Plan &plan, const std::string &about)
{
    const auto &globals = invocation.globals();
    const bool unseen = plan.needsAcknowledgement() && !globals.yes;
    if (!unseen && (!plan.needsOverride() || globals.overrideClaims)) return {};
    printPlan(invocation, estate, plan);
    if (!unseen) return fail(Code::OverrideNeeded, about, {asked(plan, true)});
    const bool forGood = std::ranges::any_of(plan.steps, [](const Step &step) { return !step.irreversible.empty(); });
    Error error{
        Code::AcknowledgeNeeded,
        about,
        {(forGood ? "Some steps cannot be taken back. " : "Some steps take something away. ") + asked(plan, false)},
        {}};
    if (plan.needsOverride()) error.remedy = "Read the plan, then repeat with --yes --override.";
    return std::unexpected(std::move(error));
}

} // namespace

void printPlan(Invocation &invocation, const Estate &estate, const Plan &plan)
{
    auto &out = invocation.out();
    const auto lines = invocation.lines().linesOf(estate, plan);
    out.line(plan.what ? "Goal: " + plan.goal() : "Plan");
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const auto &step = plan.steps[i];
        const auto mark = step.state == Step::State::Done     ? "[done]   "
                          : step.state == Step::State::Needed ? "[needed] "
                                                              : "[blocked]";
        out.line("  " + std::to_string(i + 1) + ". " + mark + " " + step.title());
        if (!step.irreversible.empty()) out.line(std::string(indent) + "for good: " + step.irreversible.text());
        for (const auto &loss : step.loses) out.line(std::string(indent) + "loses:    " + message(loss));
        if (step.state == Step::State::Needed && !lines[i].empty())
            out.line(std::string(indent) + "same as:  " + lines[i]);
        if (step.reason) {
            out.line(std::string(indent) + "why:      " + message(*step.reason));
            if (const auto advice = remedy(*step.reason); !advice.empty())
                out.line(std::string(indent) + "remedy:   " + advice);
        }
    }
    for (const auto &advice : plan.advice) {
        out.line("Besides: " + message(advice));
        if (const auto help = remedy(advice); !help.empty()) out.line("         " + help);
    }
}

Result<engine::EstatePtr> carryOutPlan(Invocation &invocation, const std::string &about, const Planned &planned)
{
    KEYWARD_TRY(auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto begun, invocation.now());
    KEYWARD_TRY(auto plan, planned(*snapshot, begun));
    KEYWARD_CHECK(nothingBlocks(plan));
    KEYWARD_CHECK(agreedTo(invocation, *snapshot, plan, about));
    KEYWARD_TRY(auto *acting, invocation.acting());
    const auto overriding = invocation.globals().overrideClaims;
    while (const auto *step = plan.next()) {
        const auto title = step->title();
        auto after =
            acting->console().execute({withFreshIds(*step->action, acting->random()), overriding}, invocation.actor());
        if (!after) {
            invocation.out().note("Stopped at: " + title);
            return std::unexpected(after.error());
        }
        snapshot = *std::move(after);
        invocation.out().line("done: " + title);
        KEYWARD_TRY(plan, planned(*snapshot, acting->console().now()));
    }
    KEYWARD_CHECK(nothingBlocks(plan));
    invocation.out().line(plan.goal() + ".");
    for (const auto &advice : plan.advice) invocation.out().line("Besides: " + message(advice) + ". " + remedy(advice));
    return snapshot;
}

} // namespace keyward::ctl
