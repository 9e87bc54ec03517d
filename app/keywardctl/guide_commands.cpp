// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Guided ways: each prints its plan, or carries it out step by step.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/plan_run.h"

#include "backend/estate/describe.h"
#include "backend/estate/plans/guides.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

using GoalOf = std::function<Result<GuideGoal>(Invocation &)>;

Status guide(Invocation &invocation, const std::string &about, const GoalOf &goalOf)
{
    KEYWARD_TRY(const auto goal, goalOf(invocation));
    const auto planned = [&](const Estate &estate, Instant now) -> Result<Plan> {
        KEYWARD_TRY(const auto ids, invocation.fresh<RecordId>());
        return planFor(estate, std::visit([](const auto &one) -> AnyGoal { return one; }, goal), now, ids);
    };
    KEYWARD_TRY(auto snapshot, invocation.snapshot());
    if (!invocation.dryRun()) {
        KEYWARD_TRY(snapshot, carryOutPlan(invocation, about, planned));
    }
    KEYWARD_TRY(const auto now, invocation.now());
    KEYWARD_TRY(const auto plan, planned(*snapshot, now));
    auto json = reports::view(*snapshot, plan, invocation.lines());
    json.insert(QLatin1String("dryRun"), invocation.dryRun());
    if (invocation.dryRun()) {
        printPlan(invocation, *snapshot, plan);
        invocation.out().line(plan.done()      ? "Everything is done."
                              : plan.blocked() ? "Blocked; nothing was changed."
                                               : "Nothing was changed. Carry it out: " +
                                                     invocation.lines().lineOf(*snapshot, goal, plan));
    }
    invocation.out().document(json);
    return {};
}

struct RotateOptions {
    std::string key;
    bool keepFormer = false;
};

Result<GuideGoal> rotateGoal(Invocation &invocation, const RotateOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.key(o.key));
    return RotateGoal{.key = path.key->id, .from = path.chosen().id, .retire = !o.keepFormer};
}

struct RevokeOptions {
    std::string key, resource, principal, instead;
};

Result<GuideGoal> revokeGoal(Invocation &invocation, const RevokeOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.key(o.key));
    RevokeGoal goal{.key = path.key->id, .version = path.version};
    if (!o.resource.empty()) {
        KEYWARD_TRY(const auto *resource, invocation.resource(o.resource));
        KEYWARD_TRY(const auto snapshot, invocation.snapshot());
        const auto *identity = snapshot->identityOf(*resource);
        if (!identity) return fail(Code::IdentityMissing, o.resource);
        goal.principal = identity->id;
    }
    if (!o.principal.empty()) {
        KEYWARD_TRY(const auto *principal, invocation.principal(o.principal));
        goal.principal = principal->id;
    }
    if (goal.principal && goal.version)
        return fail(Code::Usage, o.key, {"A grant holds for all versions of a key. Name it as VAULT/KEY."});
    if (!o.instead.empty()) {
        KEYWARD_TRY(const auto other, invocation.key(o.instead));
        if (other.key->id == path.key->id)
            return fail(Code::Usage, o.instead, {"What is bound has to go on under another key than this one."});
        goal.instead = other.key->id;
    }
    return goal;
}

struct ModelOptions {
    std::string vault, to;
    bool noGrants = false;
};

Result<GuideGoal> modelGoal(Invocation &invocation, const ModelOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    return AccessModelGoal{.vault = vault->id,
                           .to = o.to == "roles" ? AccessModel::Roles : AccessModel::Policies,
                           .keepAccess = !o.noGrants};
}

struct MoveOptions {
    std::string subscription, tenant;
};

Result<GuideGoal> moveGoal(Invocation &invocation, const MoveOptions &o)
{
    KEYWARD_TRY(const auto *subscription, invocation.subscription(o.subscription));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto *tenant = snapshot->tenantNamed(o.tenant);
    if (!tenant) return fail(Code::NotFound, o.tenant, {"tenant"});
    return MoveGoal{
        .subscription = subscription->id, .tenant = tenant->directory, .set = boundIn(*snapshot, subscription->id)};
}

struct RecoverOptions {
    std::string vault;
    bool allKeys = false;
};

Result<GuideGoal> recoverGoal(Invocation &invocation, const RecoverOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    return RecoverGoal{.vault = vault->id, .allKeys = o.allKeys};
}

struct CompromiseOptions {
    std::string key, instead;
    bool giveUp = false, deleteStored = false;
};

Result<GuideGoal> compromiseGoal(Invocation &invocation, const CompromiseOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.key(o.key));
    if (path.version)
        return fail(Code::Usage, o.key, {"A key is deleted with all of its versions. Name it as VAULT/KEY."});
    CompromiseGoal goal{.key = path.key->id, .instead = {}, .giveUp = o.giveUp, .deleteStored = o.deleteStored};
    if (!o.instead.empty()) {
        KEYWARD_TRY(const auto other, invocation.key(o.instead));
        goal.instead = other.key->id;
    }
    return goal;
}

/// One kind of goal as the line that leads there.
struct Written {
    const Estate &estate;

    Line operator()(const RotateGoal &to) const
    {
        Line line("guide rotate");
        return line.word(nameOf(estate, to.key) + "/" + to.from.text()).flag("--keep-former", !to.retire);
    }
    Line operator()(const RevokeGoal &to) const
    {
        Line line("guide revoke");
        line.word(nameOf(estate, to.key) + (to.version ? "/" + to.version->text() : ""));
        if (to.principal) line.option("--principal", lineName(estate, *to.principal));
        if (to.instead) line.option("--instead", nameOf(estate, *to.instead));
        return line;
    }
    Line operator()(const AccessModelGoal &to) const
    {
        return about(estate, "guide access-model", to.vault)
            .option("--to", to.to == AccessModel::Roles ? "roles" : "policies")
            .flag("--no-grants", !to.keepAccess);
    }
    Line operator()(const MoveGoal &to) const
    {
        Line line("guide move");
        const auto *one = estate.subscription(to.subscription);
        return line.word(one ? subscriptionWord(estate, one->guid) : nameOf(estate, to.subscription))
            .option("--tenant", tenantWord(estate, to.tenant));
    }
    Line operator()(const RecoverGoal &to) const
    {
        return about(estate, "guide recover", to.vault).flag("--all-keys", to.allKeys);
    }
    Line operator()(const CompromiseGoal &to) const
    {
        auto line = about(estate, "guide compromised", to.key);
        if (to.instead) line.option("--instead", nameOf(estate, *to.instead));
        return line.flag("--give-up", to.giveUp).flag("--delete-stored", to.deleteStored);
    }
};

} // namespace

std::string KeywardctlLines::lineOf(const Estate &estate, const GuideGoal &goal, const Plan &plan) const
{
    return std::visit(Written{estate}, goal)
        .flag("--yes", plan.needsAcknowledgement())
        .flag("--override", plan.needsOverride())
        .text();
}

void addGuideCommands(Commands &commands)
{
    auto *group = commands.group("guide", "Guided ways in the safe order; --dry-run prints the plan, and each can be "
                                          "run again after it stopped");
    auto r = options<RotateOptions>();
    auto *rotate = commands.change(
        group, "rotate", "Rotate a key and have everything bound to it take up the version",
        [r](Invocation &s) { return guide(s, r->key, [r](Invocation &i) { return rotateGoal(i, *r); }); });
    rotate->add_option("KEY", r->key, "VAULT/KEY leaves the newest version, VAULT/KEY/VERSION that one")->required();
    rotate->add_flag("--keep-former", r->keepFormer, "Leave the former version enabled also when nothing needs it");
    rotate->footer("Example: keywardctl guide rotate contoso-keys/backup-cmk --dry-run");
    auto v = options<RevokeOptions>();
    auto *revoke = commands.change(
        group, "revoke",
        "Take a key away, from everybody or from one, so that it can be "
        "given back",
        [v](Invocation &s) { return guide(s, v->key, [v](Invocation &i) { return revokeGoal(i, *v); }); });
    revoke->add_option("KEY", v->key, "VAULT/KEY, or VAULT/KEY/VERSION for that version alone")->required();
    auto *from = revoke->add_option("--resource", v->resource, "Only from the identity of this resource");
    revoke->add_option("--principal", v->principal, "Only from this principal")->excludes(from);
    revoke->add_option("--instead", v->instead, "What is bound to the key goes on under this one: VAULT/KEY");
    revoke->footer("Example: keywardctl guide revoke contoso-keys/backup-cmk --resource backups --dry-run");
    auto m = options<ModelOptions>();
    auto *model = commands.change(
        group, "access-model",
        "Let roles or access policies decide in a vault; everybody "
        "is granted the equivalent first",
        [m](Invocation &s) { return guide(s, m->vault, [m](Invocation &i) { return modelGoal(i, *m); }); });
    model->add_option("VAULT", m->vault)->required();
    model->add_option("--to", m->to, "roles or policies")->required()->check(CLI::IsMember({"roles", "policies"}));
    model->add_flag("--no-grants", m->noGrants, "Grant nothing first; who loses what is told");
    auto t = options<MoveOptions>();
    auto *move = commands.change(
        group, "move",
        "Move a subscription to another tenant, or back, and set up again what "
        "it holds",
        [t](Invocation &s) { return guide(s, t->subscription, [t](Invocation &i) { return moveGoal(i, *t); }); });
    move->add_option("SUBSCRIPTION", t->subscription)->required();
    move->add_option("--tenant", t->tenant)->required();
    auto c = options<RecoverOptions>();
    auto *recover =
        commands.change(group, "recover", "Recover a deleted vault, its keys, and what needs them", [c](Invocation &s) {
            return guide(s, c->vault, [c](Invocation &i) { return recoverGoal(i, *c); });
        });
    recover->add_option("VAULT", c->vault)->required();
    recover->add_flag("--all-keys", c->allKeys, "Also deleted keys that nothing needs");
    auto k = options<CompromiseOptions>();
    auto *compromised = commands.change(
        group, "compromised",
        "Put everything under another key, and only then delete a key that somebody else may know",
        [k](Invocation &s) { return guide(s, k->key, [k](Invocation &i) { return compromiseGoal(i, *k); }); });
    compromised->add_option("KEY", k->key, "VAULT/KEY")->required();
    compromised->add_option("--instead", k->instead,
                            "What it protects goes under this key: VAULT/KEY; otherwise under the platform's");
    compromised->add_flag("--give-up", k->giveUp, "Where there is no time: what works under the key is dropped first");
    compromised->add_flag("--delete-stored", k->deleteStored, "Delete what only the key opens, as backups");
    compromised->footer("Example: keywardctl guide compromised contoso-keys/tde --instead contoso-keys/tde-2 "
                        "--delete-stored --dry-run");
}

} // namespace keyward::ctl
