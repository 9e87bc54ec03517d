// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/cost_commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/plan_run.h"

#include "backend/estate/describe.h"
#include "backend/estate/lookup.h"
#include "backend/estate/stores.h"
#include "backend/reports/encryption_views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct CmkOptions {
    std::string resource, key, vaultSubscription, identity, apiVersion;
    bool serviceManaged = false, systemAssigned = false;
};

Result<std::optional<PrincipalId>> identityFrom(Invocation &invocation, const std::string &name)
{
    if (name.empty()) return std::nullopt;
    KEYWARD_TRY(const auto *principal, invocation.principal(name));
    return std::optional(principal->id);
}

/// The version to stay on, said where a URI left it open; none to follow new ones.
Result<std::optional<VersionId>> versionFor(Invocation &invocation, const KeyPath &path, const CmkOptions &o)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    KEYWARD_CHECK(subscriptionFits(*snapshot, path, o.vaultSubscription));
    const auto version = pinnedVersion(path, now);
    if (version && !path.version)
        invocation.out().note("A URI is not followed: the resource stays on version " + version->text() +
                              ", the newest now. To follow new versions, give the key as " + path.vault->name.text() +
                              "/" + path.key->name.text() + ".");
    return version;
}

Result<Goal> goalFrom(Invocation &invocation, const CmkOptions &o)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(o.resource));
    KEYWARD_TRY(const auto path, invocation.key(o.key));
    KEYWARD_TRY(const auto version, versionFor(invocation, path, o));
    KEYWARD_TRY(const auto newPrincipal, invocation.fresh<PrincipalId>());
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    KEYWARD_TRY(const auto newAssignment, invocation.fresh<AssignmentId>());
    KEYWARD_TRY(const auto identity, identityFrom(invocation, o.identity));
    return Goal{resource->id, path.vault->id, path.key->id, version, newPrincipal, job, newAssignment, identity};
}

Status plan(Invocation &invocation, const CmkOptions &o)
{
    KEYWARD_TRY(const auto goal, goalFrom(invocation, o));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    const auto steps = planEnable(*snapshot, goal, now);
    printPlan(invocation, *snapshot, steps);
    invocation.out().line(
        steps.done() ? "Everything is done."
        : steps.blocked()
            ? "Blocked; nothing was changed."
            : "Nothing was changed. Carry it out: keywardctl cmk enable " + o.resource + " --key " + o.key +
                  (o.vaultSubscription.empty() ? "" : " --key-vault-subscription '" + o.vaultSubscription + "'") +
                  (steps.needsAcknowledgement() ? " --yes" : ""));
    invocation.out().document(reports::view(*snapshot, steps, invocation.lines()));
    return {};
}

Status enable(Invocation &invocation, const CmkOptions &o)
{
    if (invocation.dryRun()) return plan(invocation, o);
    KEYWARD_TRY(const auto goal, goalFrom(invocation, o));
    const auto planned = [&](const Estate &estate, Instant now) -> Result<Plan> {
        return planEnable(estate, goal, now);
    };
    KEYWARD_TRY(const auto snapshot, carryOutPlan(invocation, o.resource, planned));
    invocation.out().document(reports::bindingView(*snapshot, *snapshot->resource(goal.resource)));
    return {};
}

Status show(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto view = reports::bindingView(*snapshot, *resource);
    for (auto it = view.begin(); it != view.end(); ++it)
        invocation.out().field(it.key().toStdString(), it->isBool()   ? (it->toBool() ? "yes" : "no")
                                                       : it->isNull() ? "-"
                                                                      : it->toString().toStdString());
    invocation.out().document(view);
    return {};
}

Status models(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const Resource *resource = nullptr;
    if (!name.empty()) {
        KEYWARD_TRY(resource, invocation.resource(name));
    }
    auto &out = invocation.out();
    QJsonArray all;
    for (const auto &model : comparedModels(*snapshot, resource)) {
        out.line(model.title.text() + (model.inUse ? " (in use)" : ""));
        const auto told = [&](const std::string &label, const Sentence &what) { out.field("  " + label, what.text()); };
        told("who encrypts", model.encrypts);
        told("who holds the key", model.holds);
        told("what works", model.functionality);
        for (const auto &one : model.advantages) told("for it", one);
        for (const auto &one : model.drawbacks) told("against it", one);
        if (!model.unavailable.empty()) told("not here", model.unavailable);
        out.line();
        all.append(reports::view(model));
    }
    out.line(howToChooseAModel().text());
    out.document(all);
    return {};
}

Status health(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    const auto verdict = assess(*snapshot, *resource, now);
    auto &out = invocation.out();
    const bool bound = protectingBinding(*snapshot, *resource) != nullptr;
    out.line(describe(*snapshot, *resource) + ": " +
             (bound ? std::string(healthText(verdict.health)) : "service-managed keys"));
    for (const auto &reason : verdict.reasons) {
        out.line("  " + std::string(healthText(reason.weight)) + ": " + reason.text());
        const auto fix = reason.fix ? invocation.lines().lineOf(*snapshot, *reason.fix) : std::string();
        if (!fix.empty()) out.line("    fix: " + fix);
        const bool firstOfSeveral =
            !fix.empty() && reason.remedy().contains(fix); // BKP-7: a way back has more than one step
        if (!reason.remedy().empty() && (fix.empty() || firstOfSeveral)) out.line("    remedy: " + reason.remedy());
    }
    if (verdict.lostAt) out.line("  access ends on " + isoText(*verdict.lostAt));
    auto json = reports::view(verdict);
    json.insert(QLatin1String("resource"), reports::text(name));
    out.document(json);
    return {};
}

/// BKP-22: scripts say for which version of the interface they were written; those before this one save a key in
/// another form.
constexpr const char *newerFormSince = "2021-04-01";
constexpr const char *olderFormUntil = "2021-02-10";

Result<bool> isOlderForm(const std::string &apiVersion)
{
    if (apiVersion.empty()) return false;
    const auto day = parseInstant(apiVersion + "T00:00:00Z");
    if (!day) return fail(Code::ValueInvalid, apiVersion, {"version of the interface", "a day, as in 2021-04-01"});
    return *day < *parseInstant(std::string(newerFormSince) + "T00:00:00Z");
}

Status setKey(Invocation &invocation, const CmkOptions &o)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(o.resource));
    const auto id = resource->id;
    if (o.serviceManaged == !o.key.empty()) return fail(Code::Usage, {}, {"Give either --key or --service-managed."});
    Action action = command::SetServiceManaged{id};
    if (!o.key.empty()) {
        KEYWARD_TRY(const auto path, invocation.key(o.key));
        KEYWARD_TRY(const auto version, versionFor(invocation, path, o));
        KEYWARD_TRY(auto identity, identityFrom(invocation, o.identity));
        if (!identity && resource->binding && !o.systemAssigned) identity = resource->binding->identity;
        KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
        KEYWARD_TRY(const auto olderForm, isOlderForm(o.apiVersion));
        action = command::SetKey{.resource = id,
                                 .vault = path.vault->id,
                                 .key = path.key->id,
                                 .version = version,
                                 .vaultSubscription = path.vault->place.subscription,
                                 .job = job,
                                 .identity = identity,
                                 .olderForm = olderForm};
    }
    return invocation.carryOut(action, [&](const Estate &after) {
        return Told{describe(after, *after.resource(id)) +
                        (o.key.empty() ? " uses service-managed keys." : " now encrypts under " + o.key + "."),
                    reports::bindingView(after, *after.resource(id))};
    });
}

} // namespace

namespace {

std::string keyWord(const Estate &estate, const KeyId &key, const std::optional<VersionId> &version)
{
    return nameOf(estate, key) + (version ? "/" + version->text() : "");
}

} // namespace

std::string KeywardctlLines::lineOf(const Estate &estate, const Goal &goal, bool acknowledging) const
{
    auto line = about(estate, "cmk enable", goal.resource).option("--key", keyWord(estate, goal.key, goal.version));
    if (goal.identity) line.option("--identity", lineName(estate, *goal.identity));
    return line.flag("--yes", acknowledging).text();
}

namespace {

/// A version that is still to be made has an id that nobody can type: by URI, the newest there is by then.
bool yetToBeMade(const Estate &estate, const command::SetKey &c)
{
    const auto *key = estate.key(c.key);
    const auto *version = key && c.version ? key->version(*c.version) : nullptr;
    return version && version->pending && version == &key->latest() && estate.vault(key->vault);
}

} // namespace

MaybeLine lineOf(const Typed<command::SetKey> &c)
{
    auto line = about(c.estate, "cmk set-key", c->resource);
    if (yetToBeMade(c.estate, *c.operator->())) {
        const auto &vault = *c.estate.vault(c->vault);
        line.option("--key", keyUri(vault, *c.estate.key(c->key)))
            .option("--key-vault-subscription", subscriptionWord(c.estate, vault.place.subscription));
    } else {
        line.option("--key", keyWord(c.estate, c->key, c->version));
    }
    if (c->identity) line.option("--identity", lineName(c.estate, *c->identity));
    const auto *resource = c.estate.resource(c->resource);
    const bool otherwise = resource && resource->binding && resource->binding->identity;
    if (c->olderForm) line.option("--api-version", olderFormUntil);
    return line.flag("--system-assigned", otherwise && !c->identity);
}

MaybeLine lineOf(const Typed<command::SetServiceManaged> &c)
{
    return about(c.estate, "cmk set-key", c->resource).flag("--service-managed");
}

MaybeLine lineOf(const Typed<command::FollowNewVersion> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::NoteAccess> &) { return nobodyTypesIt; }

void addCmkCommands(Commands &commands)
{
    auto *group = commands.group("cmk", "Customer-managed keys of resources");
    const auto withKey = [](CLI::App *app, CmkOptions &o) {
        app->add_option("RESOURCE", o.resource)->required();
        app->add_option(
               "--key", o.key,
               "VAULT/KEY follows new versions; VAULT/KEY/VERSION or a URI stays on that version, or on the newest now")
            ->required();
        app->add_option("--key-vault-subscription", o.vaultSubscription,
                        "With a URI: the subscription of its key vault");
        app->add_option("--identity", o.identity,
                        "A user-assigned identity to go by; default: the system-assigned one");
    };
    auto p = options<CmkOptions>();
    withKey(commands.reads(group, "plan", "Print the steps to a customer-managed key; changes nothing",
                           [p](Invocation &s) { return plan(s, *p); }),
            *p);
    auto e = options<CmkOptions>();
    auto *enableApp =
        commands.change(group, "enable", "Carry out the steps that are needed, in order; can be run again",
                        [e](Invocation &s) { return enable(s, *e); });
    withKey(enableApp, *e);
    enableApp->footer("Example: keywardctl cmk enable backups --key contoso-keys/backup-cmk --yes");
    auto shown = options<std::string>();
    commands
        .reads(group, "show", "Show a resource's encryption properties",
               [shown](Invocation &s) { return show(s, *shown); })
        ->add_option("RESOURCE", *shown)
        ->required();
    auto compared = options<std::string>();
    commands
        .reads(group, "models",
               "Compare the ways to encrypt: who does, who holds the key, what is for and against each",
               [compared](Invocation &s) { return models(s, *compared); })
        ->add_option("RESOURCE", *compared, "Say also which it has, and which it can have");
    auto *modelsGroup = commands.group("models", "The ways to encrypt");
    auto also = options<std::string>();
    commands
        .reads(modelsGroup, "compare",
               "Compare them: who encrypts, who holds the key, what is for and against each; as 'cmk models'",
               [also](Invocation &s) { return models(s, *also); })
        ->add_option("RESOURCE", *also, "Say also which it has, and which it can have");
    auto checked = options<std::string>();
    commands
        .reads(group, "health", "Say whether a resource can use its key, why not, and what mends it",
               [checked](Invocation &s) { return health(s, *checked); })
        ->add_option("RESOURCE", *checked)
        ->required();
    addCostsOfResources(commands, group);
    auto k = options<CmkOptions>();
    auto *setApp = commands.change(group, "set-key", "Set or change the key of a resource",
                                   [k](Invocation &s) { return setKey(s, *k); });
    setApp->add_option("RESOURCE", k->resource)->required();
    auto *key = setApp->add_option(
        "--key", k->key,
        "VAULT/KEY follows new versions; VAULT/KEY/VERSION or a URI stays on that version, or on the newest now");
    auto *subscription = setApp->add_option("--key-vault-subscription", k->vaultSubscription,
                                            "With a URI: the subscription of its key vault");
    auto *identity = setApp->add_option("--identity", k->identity, "A user-assigned identity to go by");
    auto *own = setApp->add_flag("--system-assigned", k->systemAssigned,
                                 "Go by the system-assigned identity, whatever it goes by now");
    own->excludes(identity);
    auto *version = setApp->add_option("--api-version", k->apiVersion,
                                       "The version of the interface that a script was written for, as a day: those "
                                       "before 2021-04-01 save the key of a Recovery Services vault in an older form");
    excludeEach(setApp->add_flag("--service-managed", k->serviceManaged,
                                 "Return to service-managed keys, where the service allows it"),
                {key, subscription, identity, own, version});
}

} // namespace keyward::ctl
