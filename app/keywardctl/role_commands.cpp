// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles and their assignments; who can do what, and why.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"
#include "backend/estate/describe.h"
#include "backend/reports/access_views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

Result<const Role *> roleNamed(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    if (const auto *role = snapshot->roleNamed(name)) return role;
    return fail(Code::NotFound, name, {"role"});
}

Status listRoles(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"ROLE", "KIND", "KEY PERMISSIONS", "ASSIGNED"});
    const auto add = [&](const Role &role) {
        listing.add({role.name, role.builtIn ? "built in" : "custom", role.permissions.text(),
                     std::to_string(snapshot->access().assignmentsOf(role.id).size())},
                    reports::view(role));
    };
    for (const auto &role : snapshot->catalogue().platform().roles) add(role);
    for (const auto &[id, role] : snapshot->roles()) add(*role);
    return listing.tell(invocation, "");
}

Status showRole(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *role, roleNamed(invocation, name));
    auto &out = invocation.out();
    out.field("Name", role->name);
    out.field("Id", role->id.text());
    out.field("Description", role->description);
    for (const auto &action : role->dataActions) out.field("Data action", action);
    for (const auto &action : role->notDataActions) out.field("But not", action);
    out.field("Key permissions", role->permissions.text());
    out.document(reports::view(*role));
    return {};
}

struct RoleOptions {
    std::string name;
    std::optional<std::string> description;
    std::vector<std::string> actions, notActions;
};

Status saveRole(Invocation &invocation, const RoleOptions &o, bool isNew)
{
    KEYWARD_TRY(const auto fresh, invocation.fresh<RoleId>());
    Role role{fresh, o.name, o.description.value_or(""), o.actions, o.notActions};
    if (!isNew) {
        KEYWARD_TRY(const auto *before, roleNamed(invocation, o.name));
        role.id = before->id;
        if (!o.description) role.description = before->description;
    }
    const auto id = role.id;
    return invocation.carryOut(
        isNew ? Action(command::CreateRole{std::move(role)}) : Action(command::UpdateRole{std::move(role)}),
        [&](const Estate &after) {
            return Told{"Role '" + o.name + "' allows " + after.role(id)->permissions.text() + ".",
                        reports::view(*after.role(id))};
        });
}

Status deleteRole(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *role, roleNamed(invocation, name));
    return invocation.carryOut(command::DeleteRole{role->id},
                               [&](const Estate &) { return Told::gone("Role '" + name + "' deleted.", name); });
}

struct AssignOptions {
    std::string role, principal, scope;
};

Status assign(Invocation &invocation, const AssignOptions &o)
{
    KEYWARD_TRY(const auto *role, roleNamed(invocation, o.role));
    KEYWARD_TRY(const auto *principal, invocation.principal(o.principal));
    KEYWARD_TRY(const auto scope, invocation.scope(o.scope));
    KEYWARD_TRY(const auto id, invocation.fresh<AssignmentId>());
    KEYWARD_TRY(const auto snapshot, invocation.change(command::AssignRole{id, principal->id, role->id, scope}));
    if (invocation.dryRun()) return {};
    invocation.out().line("'" + o.principal + "' has role " + role->name + " on " + describe(*snapshot, scope) + ".");
    const auto *vault = scope.kind == Scope::Kind::Vault ? snapshot->vault(VaultId{scope.id.bytes}) : nullptr;
    if (vault && vault->accessModel == AccessModel::Policies)
        invocation.out().note("Access policies decide in this vault, so the role has no effect until it goes by roles: "
                              "keywardctl access switch " +
                              vault->name.text() + " --to roles");
    invocation.out().document(reports::view(*snapshot, *snapshot->assignment(id)));
    return {};
}

Status unassign(Invocation &invocation, const AssignOptions &o)
{
    KEYWARD_TRY(const auto *role, roleNamed(invocation, o.role));
    KEYWARD_TRY(const auto *principal, invocation.principal(o.principal));
    KEYWARD_TRY(const auto scope, invocation.scope(o.scope));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    std::optional<AssignmentId> found;
    if (const auto *held = snapshot->access().held(principal->id, scope.id))
        for (const auto &id : held->by)
            if (snapshot->assignment(id)->role == role->id) found = id;
    if (!found)
        return fail(Code::NotFound, o.principal,
                    {"assignment of role " + role->name + " on " + describe(*snapshot, scope) + " to"});
    return invocation.carryOut(command::RemoveAssignment{*found}, [&](const Estate &) {
        return Told{"'" + o.principal + "' no longer has role " + role->name + " on " + describe(*snapshot, scope) +
                        ".",
                    reports::view(*snapshot, *snapshot->assignment(*found))};
    });
}

Status listAssignments(Invocation &invocation, const std::string &principal)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    std::optional<PrincipalId> only;
    if (!principal.empty()) {
        KEYWARD_TRY(const auto *found, invocation.principal(principal));
        only = found->id;
    }
    Listing listing({"PRINCIPAL", "ROLE", "ON"});
    for (const auto &[id, one] : snapshot->assignments()) {
        if (only && one->principal != *only) continue;
        const auto *who = snapshot->principal(one->principal);
        const auto *role = snapshot->role(one->role);
        listing.add(
            {who ? who->name : one->principal.text(), role ? role->name : "?", scopeText(*snapshot, one->scope)},
            reports::view(*snapshot, *one));
    }
    return listing.tell(
        invocation,
        "There are no role assignments yet. Make one: keywardctl role assign ROLE --principal NAME --scope vault:NAME");
}

// Who can do what.

struct AccessOptions {
    std::string vault, key, principal, operation, as, from, service;
};

Result<PermissionSet> operations(const std::string &names)
{
    return names.empty() ? PermissionSet{} : PermissionSet::from(names);
}

Status listAccess(Invocation &invocation, const AccessOptions &o)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto wanted, operations(o.operation));
    std::optional<KeyPath> path;
    std::optional<VaultId> onlyVault;
    std::optional<PrincipalId> onlyPrincipal;
    if (!o.key.empty()) {
        KEYWARD_TRY(path, invocation.key(o.key));
        onlyVault = path->vault->id;
    }
    if (!o.vault.empty()) {
        KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
        onlyVault = vault->id;
    }
    if (!o.principal.empty()) {
        KEYWARD_TRY(const auto *principal, invocation.principal(o.principal));
        onlyPrincipal = principal->id;
    }
    Listing listing({"VAULT", "PRINCIPAL", "KEY PERMISSIONS", "GRANTED BY"});
    for (const auto &[id, vault] : snapshot->vaults()) {
        if (vault->deleted || (onlyVault && id != *onlyVault)) continue;
        for (const auto &one : whoCan(*snapshot, *vault, path ? std::optional(path->key->id) : std::nullopt)) {
            if ((onlyPrincipal && one.principal != *onlyPrincipal) || !wanted.without(one.permissions).empty())
                continue;
            const auto *who = snapshot->principal(one.principal);
            const auto *key = one.key ? snapshot->key(*one.key) : nullptr;
            std::string by;
            for (const auto &grant : one.grants)
                by += (by.empty() ? "" : "; ") + describe(*snapshot, one.principal, grant);
            listing.add({vault->name.text() + (key ? "/" + key->name.text() : ""), who->name, one.permissions.text(),
                         one.ineffective.empty() ? by : "without effect: " + one.ineffective.text()},
                        reports::view(*snapshot, *vault, one));
        }
    }
    return listing.tell(invocation, "Nobody.");
}

/// One call judged as it would be, and the rule that decides; nothing is done with the key.
Status judge(Invocation &invocation, const AccessOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.key(o.key));
    KEYWARD_TRY(const auto *principal, invocation.principal(o.as));
    KEYWARD_TRY(const auto operation, operations(o.operation));
    if (operation.count() != 1)
        return fail(Code::ValueInvalid, o.operation, {"operation", "name exactly one, as in unwrapKey"});
    Origin origin;
    if (!o.from.empty()) {
        KEYWARD_TRY(const auto address, IpAddress::from(o.from));
        origin = Origin::at(address);
    }
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    const auto *resource = principal->resource ? snapshot->resource(*principal->resource) : nullptr;
    if (o.from.empty() && resource) origin = Origin::of(resource->type); // a service calls for its resource
    if (o.from.empty() && !resource && principal->kind == PrincipalKind::UserAssigned)
        for (const auto &id : snapshot->resourcesOf(principal->id)) origin = Origin::of(snapshot->resource(id)->type);
    const auto &version = path.chosen();
    const auto bit = static_cast<unsigned>(std::countr_zero(operation.bits()));
    const auto decision =
        authorize(*snapshot, {principal->id, path.vault->id, path.key->id, version.id, Permission(bit), now, origin});
    auto &out = invocation.out();
    const auto name = "'" + principal->name + "'";
    out.line(std::string(decision.allowed() ? "Allowed: " : "Denied: ") + name +
             (decision.allowed() ? " may " : " may not ") + operation.text() + " with " +
             keyPath(*snapshot, *path.key) + "/" + version.id.text());
    out.field("Rule", std::string(ruleText(decision.rule)));
    if (decision.refusal) {
        out.field("Why", message(*decision.refusal));
        if (const auto advice = remedy(*decision.refusal); !advice.empty()) out.field("Remedy", advice);
    }
    const auto &passage = decision.passage;
    out.field("Network", std::string(ruleText(passage.rule)) + ": " + sentence(passage).text());
    out.field("Comes from", origin.service.empty() ? "address " + origin.address.text() : "service " + origin.service);
    QJsonArray grants;
    for (const auto &grant : grantsOf(*snapshot, principal->id, *path.vault, path.key->id)) {
        const auto text = describe(*snapshot, principal->id, grant);
        out.field(grant.permissions.has(Permission(bit)) ? "Granted by" : "Not by",
                  text + " (" + grant.permissions.text() + ")");
        if (grant.permissions.has(Permission(bit))) grants.append(reports::text(text));
    }
    QJsonObject json{{QLatin1String("allowed"), decision.allowed()},
                     {QLatin1String("rule"), reports::text(ruleText(decision.rule))},
                     {QLatin1String("networkRule"), reports::text(ruleText(passage.rule))},
                     {QLatin1String("grantedBy"), grants},
                     {QLatin1String("principal"), reports::text(principal->name)},
                     {QLatin1String("operation"), reports::text(operation.text())}};
    if (decision.refusal) json.insert(QLatin1String("reason"), reports::view(*decision.refusal));
    out.document(json);
    return {};
}

struct SwitchOptions {
    std::string vault, to;
    bool stage = false;
};

Status switchModel(Invocation &invocation, const SwitchOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto id = vault->id;
    const auto to = o.to == "roles" ? AccessModel::Roles : AccessModel::Policies;
    if (vault->accessModel == to)
        return fail(Code::AlreadyExists, o.vault, {said("use of {0} in vault", modelText(to))});
    auto staged = stagedSwitch(*before, *vault, to, [&] { return *invocation.fresh<AssignmentId>(); });
    auto &out = invocation.out();
    if (o.stage) {
        for (const auto &action : staged) {
            out.line((invocation.dryRun() ? "would stage: " : "staged: ") + describe(*before, action).text());
            if (invocation.dryRun()) continue;
            KEYWARD_TRY(auto *acting, invocation.acting());
            KEYWARD_CHECK(acting->console().execute({action}, invocation.actor()).transform([](const auto &) {}));
        }
        if (staged.empty()) out.line("Nothing to stage: everybody who has access keeps it.");
    } else if (invocation.dryRun()) {
        for (const auto &action : staged) out.line("To keep it:  " + invocation.lines().lineOf(*before, action));
    }
    return invocation.carryOut(command::SetAccessModel{id, to}, [&](const Estate &after) {
        return Told{"Vault " + o.vault + " goes by " + std::string(modelText(to)) +
                        " now; the other grants are kept, without effect.",
                    reports::view(after, *after.vault(id))};
    });
}

} // namespace

namespace {

Line saved(const char *verb, const std::string &name, const Role &role)
{
    Line line(verb);
    line.word(name);
    for (const auto &action : role.dataActions) line.option("--data-action", action);
    for (const auto &action : role.notDataActions) line.option("--not-data-action", action);
    return line;
}

Line given(const Estate &estate, const char *verb, const RoleId &role, const PrincipalId &to, const Scope &scope)
{
    return about(estate, verb, role)
        .option("--principal", lineName(estate, to))
        .option("--scope", scopeText(estate, scope));
}

} // namespace

MaybeLine lineOf(const Typed<command::CreateRole> &c)
{
    auto line = saved("role create", c->role.name, c->role);
    if (!c->role.description.empty()) line.option("--description", c->role.description);
    return line;
}

MaybeLine lineOf(const Typed<command::UpdateRole> &c)
{
    if (nameOf(c.estate, c->role.id) != c->role.name) return notAsALine; // roles keep their names
    return saved("role update", c->role.name, c->role).mayBeEmpty("--description", c->role.description);
}

MaybeLine lineOf(const Typed<command::DeleteRole> &c) { return about(c.estate, "role delete", c->role); }

MaybeLine lineOf(const Typed<command::AssignRole> &c)
{
    return given(c.estate, "role assign", c->role, c->principal, c->scope);
}

MaybeLine lineOf(const Typed<command::RemoveAssignment> &c)
{
    const auto *gone = c.estate.assignment(c->assignment);
    if (!gone) return notAsALine;
    return given(c.estate, "role unassign", gone->role, gone->principal, gone->scope);
}

MaybeLine lineOf(const Typed<command::SetAccessModel> &c)
{
    return about(c.estate, "access switch", c->vault)
        .option("--to", c->model == AccessModel::Roles ? "roles" : "policies");
}

void addRoleCommands(Commands &commands)
{
    auto *group = commands.group("role", "Roles, built in and of your own, and who has them where");
    commands.reads(group, "list", "List roles", listRoles);
    auto shown = options<std::string>();
    commands.reads(group, "show", "Show a role", [shown](Invocation &s) { return showRole(s, *shown); })
        ->add_option("NAME", *shown)
        ->required();
    const auto saving = [&](const char *verb, const char *text, bool isNew) {
        auto o = options<RoleOptions>();
        auto *app = commands.change(group, verb, text, [o, isNew](Invocation &s) { return saveRole(s, *o, isNew); });
        app->add_option("NAME", o->name)->required();
        auto *description = app->add_option("--description", o->description);
        if (!isNew) commands.mayBeEmpty(description); // takes it away
        app->add_option("--data-action", o->actions,
                        "As in Microsoft.KeyVault/vaults/keys/wrap/action; * stands for any characters")
            ->required();
        app->add_option("--not-data-action", o->notActions, "Taken from the former");
    };
    saving("create", "Create a role of your own", true);
    saving("update", "Replace what a role of your own allows, for everybody who has it", false);
    auto gone = options<std::string>();
    commands
        .change(group, "delete", "Delete a role of your own that nobody has",
                [gone](Invocation &s) { return deleteRole(s, *gone); })
        ->add_option("NAME", *gone)
        ->required();
    const auto assigning = [&](const char *verb, const char *text, auto run) {
        auto o = options<AssignOptions>();
        auto *app = commands.change(group, verb, text, [o, run](Invocation &s) -> Status { return run(s, *o); });
        app->add_option("ROLE", o->role)->required();
        app->add_option("--principal", o->principal)->required();
        app->add_option("--scope", o->scope, "tenant, subscription:NAME, group:NAME, vault:NAME or key:VAULT/KEY")
            ->required();
    };
    assigning("assign", "Assign a role to a principal on a scope", assign);
    assigning("unassign", "Take it away again", unassign);
    auto only = options<std::string>();
    commands
        .reads(group, "assignments", "List role assignments",
               [only](Invocation &s) { return listAssignments(s, *only); })
        ->add_option("--principal", *only, "Only those of this principal");

    auto *access = commands.group("access", "Who can do what, and by which grant");
    auto l = options<AccessOptions>();
    auto *listApp = commands.reads(access, "list", "Effective access, by vault, key, principal or operation",
                                   [l](Invocation &s) { return listAccess(s, *l); });
    auto *inVault = listApp->add_option("--vault", l->vault, "Only in this vault");
    listApp->add_option("--key", l->key, "VAULT/KEY")->excludes(inVault);
    listApp->add_option("--principal", l->principal);
    listApp->add_option("--operation", l->operation, "Only those who may do all of these");
    addJudging(commands, access, "explain",
               "Whether a principal may do something with a key now, and which rule decides");
    auto w = options<SwitchOptions>();
    auto *switchApp = commands.change(
        access, "switch", "Let roles or access policies decide in a vault; refused if anybody would lose access",
        [w](Invocation &s) { return switchModel(s, *w); });
    switchApp->add_option("VAULT", w->vault)->required();
    switchApp->add_option("--to", w->to, "roles or policies")->required()->check(CLI::IsMember({"roles", "policies"}));
    switchApp->add_flag("--stage", w->stage, "First make the grants that keep everybody's access");
    switchApp->footer("Look first: keywardctl access switch VAULT --to roles --dry-run");
}

void addJudging(Commands &commands, CLI::App *group, const char *verb, const char *text)
{
    auto e = options<AccessOptions>();
    auto *app = commands.reads(group, verb, text, [e](Invocation &s) { return judge(s, *e); });
    app->add_option("KEY", e->key, "VAULT/NAME[/VERSION]")->required();
    app->add_option("--as", e->as, "The principal")->required();
    app->add_option("--operation", e->operation, "As in unwrapKey")->required();
    app->add_option("--from", e->from, "The address it calls from; default: its service, or 127.0.0.1");
    app->footer(std::string("Example: keywardctl ") + group->get_name() + " " + verb +
                " contoso-keys/backup-cmk --as backups --operation unwrapKey");
}

} // namespace keyward::ctl
