// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Applications and their secrets, managed identities, groups of principals, and the search for any of them.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/listing.h"

#include "backend/base/new_file.h"
#include "backend/base/paths.h"
#include "backend/engine/api/applications.h"
#include "backend/estate/access.h"
#include "backend/estate/describe.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct SearchOptions {
    std::string text, kind, subscription, group;
};

/// BKP-12: by part of the name or an id; user-assigned identities also by where they are.
Status search(Invocation &invocation, const SearchOptions &o)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    std::string subscription;
    if (!o.subscription.empty()) {
        KEYWARD_TRY(const auto *found, invocation.subscription(o.subscription));
        subscription = found->guid;
    }
    const auto wanted = folded(o.text);
    std::vector<const Principal *> found;
    for (const auto &[id, principal] : snapshot->principals()) {
        const bool text = wanted.empty() || folded(principal->name).contains(wanted) || id.text().starts_with(wanted) ||
                          (!principal->applicationId.empty() && folded(principal->applicationId) == wanted);
        const bool kind = o.kind.empty() || folded(kindText(principal->kind)) == folded(o.kind);
        const bool there = subscription.empty() || (principal->place && principal->place->subscription == subscription);
        const bool group =
            o.group.empty() || (principal->place && folded(principal->place->resourceGroup) == folded(o.group));
        if (text && kind && there && group) found.push_back(principal.get());
    }
    std::ranges::sort(found, {}, [](const Principal *one) { return folded(one->name); });
    Listing listing({"NAME", "OBJECT ID", "TYPE", "GROUP"}, Listing::Order::AsAdded);
    for (const auto *principal : found) {
        listing.add({principal->name, principal->id.text(), std::string(kindText(principal->kind)),
                     principal->place ? principal->place->resourceGroup : ""},
                    reports::view(*principal, *snapshot));
    }
    return listing.tell(invocation, o.text.empty() ? "There are no such principals yet."
                                                   : "Nobody's name contains '" + o.text + "'.");
}

Status showPrincipal(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *principal, invocation.principal(name));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    auto &out = invocation.out();
    out.field("Name", principal->name);
    out.field("Principal id", principal->id.text());
    out.field("Tenant id", principal->tenant);
    out.field("Type", std::string(kindText(principal->kind)));
    if (!principal->applicationId.empty()) out.field("Client id", principal->applicationId);
    for (const auto &secret : principal->secrets)
        out.field("Client secret", secret.id.text().substr(0, 8) + "  " + secret.hint + "…  until " +
                                       dateText(secret.expires) + (secret.label.empty() ? "" : "  " + secret.label));
    for (const auto &id : principal->members)
        if (const auto *member = snapshot->principal(id)) out.field("Member", member->name);
    for (const auto &id : snapshot->access().groupsOf(principal->id))
        if (const auto *group = snapshot->principal(id)) out.field("In group", group->name);
    for (const auto &id : snapshot->resourcesOf(principal->id))
        if (const auto *resource = snapshot->resource(id)) out.field("Used by", describe(*snapshot, *resource));
    for (const auto &[id, vault] : snapshot->vaults())
        if (const auto held = effectivePermissions(*snapshot, principal->id, *vault); !held.empty() && !vault->deleted)
            out.field("In " + vault->name.text(),
                      held.text() + (ineffective(*snapshot, *principal, *vault).empty()
                                         ? ""
                                         : "; without effect: " + ineffective(*snapshot, *principal, *vault).text()));
    out.document(reports::view(*principal, *snapshot));
    return {};
}

Status enable(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    KEYWARD_TRY(const auto id, invocation.fresh<PrincipalId>());
    return invocation.carryOut(command::EnableIdentity{resource->id, id}, true, [&](const Estate &after) {
        return Told{"The system-assigned identity of " + name + " is on. Object id " + id.text(),
                    reports::view(*after.principal(id), after)};
    });
}

Status disable(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    const auto id = resource->id;
    return invocation.carryOut(command::DisableIdentity{id}, [&](const Estate &after) {
        return Told{"The system-assigned identity of " + name + " is off, and what it was given is gone.",
                    reports::view(after, *after.resource(id))};
    });
}

struct NewOptions {
    std::string name, region = "westeurope", subscription, group = "default", tenant;
};

Result<engine::EstatePtr> made(Invocation &invocation, const NewOptions &o, const PrincipalId &id, const Action &action,
                               const std::string &what)
{
    KEYWARD_TRY(auto snapshot, invocation.change(action));
    if (invocation.dryRun()) return snapshot;
    const auto *principal = snapshot->principal(id);
    invocation.out().line(what + " '" + o.name + "' created. Object id " + id.text() +
                          (principal->applicationId.empty() ? "" : ", client id " + principal->applicationId));
    invocation.out().document(reports::view(*principal, *snapshot));
    return snapshot;
}

Status createIdentity(Invocation &invocation, const NewOptions &o)
{
    KEYWARD_TRY(auto name, DisplayName::from(o.name));
    KEYWARD_TRY(auto place, invocation.placement(o.region, o.subscription, o.group));
    KEYWARD_TRY(const auto id, invocation.fresh<PrincipalId>());
    return made(invocation, o, id, command::CreateUserIdentity{id, std::move(name), std::move(place)},
                "User-assigned identity")
        .transform([](const auto &) {});
}

Status createApp(Invocation &invocation, const NewOptions &o)
{
    KEYWARD_TRY(auto name, DisplayName::from(o.name));
    KEYWARD_TRY(const auto id, invocation.fresh<PrincipalId>());
    KEYWARD_TRY(const auto clientId, invocation.fresh<RecordId>());
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    return made(invocation, o, id,
                command::CreateApplication{id, std::move(name), snapshot->settings().tenant, guidText(clientId)},
                "Application")
        .transform([](const auto &) {});
}

Status createGroup(Invocation &invocation, const NewOptions &o)
{
    KEYWARD_TRY(auto name, DisplayName::from(o.name));
    KEYWARD_TRY(const auto id, invocation.fresh<PrincipalId>());
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    return made(invocation, o, id, command::CreatePrincipalGroup{id, std::move(name), snapshot->settings().tenant},
                "Group")
        .transform([](const auto &) {});
}

Status deletePrincipal(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *principal, invocation.principal(name));
    return invocation.carryOut(command::DeletePrincipal{principal->id}, [&](const Estate &) {
        return Told::gone(
            "'" + name + "' deleted, with everything it was given. Another one of that name will be another principal.",
            name);
    });
}

struct AssignOptions {
    std::string identity, resource;
};

Status assign(Invocation &invocation, const AssignOptions &o, bool on)
{
    KEYWARD_TRY(const auto *identity, invocation.principal(o.identity));
    KEYWARD_TRY(const auto *resource, invocation.resource(o.resource));
    const auto id = resource->id;
    return invocation.carryOut(on ? Action(command::AssignIdentity{id, identity->id})
                                  : Action(command::UnassignIdentity{id, identity->id}),
                               [&](const Estate &after) {
                                   return Told{on ? "'" + o.identity + "' is assigned to " + o.resource +
                                                        ". Let it use a key: keywardctl cmk enable " + o.resource +
                                                        " --key VAULT/KEY --identity '" + o.identity + "'"
                                                  : "'" + o.identity + "' was taken from " + o.resource + ".",
                                               reports::view(after, *after.resource(id))};
                               });
}

struct SecretOptions {
    std::string app, label, expires = "P180D", output, secret;
    std::optional<int> descriptor;
    SecretSource given;
};

/// On standard output; whether it arrived there.
Status shownOnce(Invocation &invocation, const crypto::SecretBytes &secret)
{
    invocation.out().line("The client secret, shown this once:");
    KEYWARD_CHECK(invocation.out().flush());
    return writeSecretTo(STDOUT_FILENO, secret);
}

Status addSecret(Invocation &invocation, const SecretOptions &o)
{
    KEYWARD_TRY(const auto *app, invocation.principal(o.app));
    KEYWARD_TRY(const auto lifetime, parseDuration(o.expires));
    if (o.output.empty() && !o.descriptor && invocation.out().json())
        return fail(Code::Usage, {},
                    {"Say where the secret goes: --secret-file FILE or --secret-fd N. It is shown once."});
    if (pathExists(o.output)) return fail(Code::FileExists, o.output);
    const auto id = app->id;
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto issued, acting->applications().addSecret(id, o.label, lifetime, invocation.actor()));
    const auto handed = !o.output.empty() ? invocation.newSecretFile(o.output, issued.text)
                        : o.descriptor    ? writeSecretTo(*o.descriptor, issued.text)
                                          : shownOnce(invocation, issued.text);
    if (!handed) { // a secret that nobody got must not be left valid
        KEYWARD_CHECK(acting->console()
                          .execute({command::RemoveClientSecret{id, issued.id}}, invocation.actor())
                          .transform([](const auto &) {}));
        return handed;
    }
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    invocation.out().line("Client secret " + issued.id.text().substr(0, 8) + " of '" + o.app + "' is valid until " +
                          isoText(issued.expires) + ".");
    if (!o.output.empty())
        invocation.out().line("It is in " + o.output + ", readable by you alone. It is not shown again.");
    invocation.out().document(reports::view(*snapshot->principal(id), *snapshot));
    return {};
}

Status removeSecret(Invocation &invocation, const SecretOptions &o)
{
    KEYWARD_TRY(const auto *app, invocation.principal(o.app));
    const ClientSecret *found = nullptr;
    for (const auto &secret : app->secrets) {
        if (!secret.id.text().starts_with(o.secret) || o.secret.empty()) continue;
        if (found) return fail(Code::Ambiguous, o.secret, {found->id.text() + ", " + secret.id.text()});
        found = &secret;
    }
    if (!found) return fail(Code::NotFound, o.secret, {"client secret"});
    const auto id = app->id;
    return invocation.carryOut(command::RemoveClientSecret{id, found->id}, [&](const Estate &after) {
        return Told{"Client secret " + o.secret + " of '" + o.app + "' removed.",
                    reports::view(*after.principal(id), after)};
    });
}

Status checkSecret(Invocation &invocation, const SecretOptions &o)
{
    KEYWARD_TRY(auto *acting, invocation.acting());
    const auto before = acting->console().snapshot();
    const auto *app = before->principalNamed(o.app);
    const auto clientId = app && !app->applicationId.empty() ? app->applicationId : o.app;
    KEYWARD_TRY(const auto secret,
                o.given.given() ? readSecret(o.given) : promptSecret("Client secret of " + o.app + ": ", false));
    KEYWARD_TRY(const auto principal, acting->applications().signIn(clientId, secret, "local"));
    const auto snapshot = acting->console().snapshot();
    invocation.out().line("The secret is right: it signs in '" + snapshot->principal(principal)->name + "'.");
    invocation.out().document(reports::view(*snapshot->principal(principal), *snapshot));
    return {};
}

struct MemberOptions {
    std::string group, member;
};

Status setMember(Invocation &invocation, const MemberOptions &o, bool in)
{
    KEYWARD_TRY(const auto *group, invocation.principal(o.group));
    KEYWARD_TRY(const auto *member, invocation.principal(o.member));
    const auto id = group->id;
    return invocation.carryOut(command::SetMember{id, member->id, in}, [&](const Estate &after) {
        return Told{"'" + o.member + "' is " + (in ? "now in" : "no longer in") + " group '" + o.group + "'.",
                    reports::view(*after.principal(id), after)};
    });
}

void addIdentities(Commands &commands)
{
    auto *group = commands.group("identity", "Managed identities of resources");
    auto found = options<SearchOptions>();
    auto *listApp =
        commands.reads(group, "list", "List identities", [found](Invocation &s) { return search(s, *found); });
    listApp->add_option("--kind", found->kind, "SystemAssigned or UserAssigned");
    listApp->add_option("--subscription", found->subscription);
    listApp->add_option("--resource-group", found->group);
    const auto byName = [&](const char *verb, const char *text, const char *what, bool changes, auto run) {
        auto name = options<std::string>();
        const Run action = [name, run](Invocation &s) -> Status { return run(s, *name); };
        auto *app = changes ? commands.change(group, verb, text, action) : commands.reads(group, verb, text, action);
        app->add_option("NAME", *name, what)->required();
    };
    byName("show", "Show an identity and what it may do", "A resource, an identity, or an object id", false,
           showPrincipal);
    byName("enable", "Turn on a resource's system-assigned identity", "A resource", true, enable);
    byName("disable", "Turn it off; refused where data would be lost by it", "A resource", true, disable);
    byName("delete", "Delete a user-assigned identity with everything it was given", "Its name or object id", true,
           deletePrincipal);
    auto c = options<NewOptions>();
    auto *createApp_ = commands.change(group, "create", "Create a user-assigned identity",
                                       [c](Invocation &s) { return createIdentity(s, *c); });
    createApp_->add_option("NAME", c->name)->required();
    createApp_->add_option("--region", c->region)->required();
    createApp_->add_option("--subscription", c->subscription, "Default: the keystore's");
    createApp_->add_option("--resource-group", c->group, "Default: default");
    const auto assigning = [&](const char *verb, const char *text, bool on) {
        auto o = options<AssignOptions>();
        auto *app = commands.change(group, verb, text, [o, on](Invocation &s) { return assign(s, *o, on); });
        app->add_option("IDENTITY", o->identity)->required();
        app->add_option("--resource", o->resource)->required();
    };
    assigning("assign", "Assign a user-assigned identity to a resource", true);
    assigning("unassign", "Take it away again", false);
}

void addApplications(Commands &commands)
{
    auto *group = commands.group("app", "Applications and their client secrets");
    auto c = options<NewOptions>();
    commands.change(group, "create", "Create an application", [c](Invocation &s) { return createApp(s, *c); })
        ->add_option("NAME", c->name)
        ->required();
    commands.reads(group, "list", "List applications",
                   [](Invocation &s) { return search(s, {"", "Application", "", ""}); });
    auto shown = options<std::string>();
    commands
        .reads(group, "show", "Show an application, its secrets and what it may do",
               [shown](Invocation &s) { return showPrincipal(s, *shown); })
        ->add_option("NAME", *shown)
        ->required();
    auto gone = options<std::string>();
    commands
        .change(group, "delete", "Delete an application with everything it was given",
                [gone](Invocation &s) { return deletePrincipal(s, *gone); })
        ->add_option("NAME", *gone)
        ->required();
    auto a = options<SecretOptions>();
    auto *addApp = commands.act(group, "secret-add", "Make a client secret; it is shown once", "it makes a secret",
                                [a](Invocation &s) { return addSecret(s, *a); });
    addApp->add_option("NAME", a->app)->required();
    addApp->add_option("--label", a->label);
    addApp->add_option("--expires", a->expires, "After this long (default P180D, at most two years)");
    auto *toFile = addApp->add_option("--secret-file", a->output, "A new file, readable by you alone");
    addApp->add_option("--secret-fd", a->descriptor, "An open file descriptor")->excludes(toFile);
    auto r = options<SecretOptions>();
    auto *removeApp = commands.change(group, "secret-remove", "Remove a client secret",
                                      [r](Invocation &s) { return removeSecret(s, *r); });
    removeApp->add_option("NAME", r->app)->required();
    removeApp->add_option("SECRET", r->secret, "The first digits of its id")->required();
    auto k = options<SecretOptions>();
    auto *checkApp =
        commands.act(group, "secret-check", "Say whether a client secret signs in; logged",
                     "it is a sign-in, which is logged", [k](Invocation &s) { return checkSecret(s, *k); });
    checkApp->add_option("NAME", k->app, "The application, or its client id")->required();
    auto *fromFile = checkApp->add_option("--secret-file", k->given.file, "Its first line");
    checkApp->add_option("--secret-fd", k->given.descriptor, "… or the first line read from this file descriptor")
        ->excludes(fromFile);
}

} // namespace

namespace {

Line aboutPrincipal(const Estate &estate, const char *verb, const PrincipalId &id)
{
    Line line(verb);
    return line.word(lineName(estate, id));
}

/// Of what is made in the keystore's own tenant, the only one that the grammar knows of.
MaybeLine madeHere(const Estate &estate, const char *verb, const DisplayName &name, const std::string &tenant)
{
    if (tenant != estate.settings().tenant) return notAsALine;
    Line line(verb);
    return line.word(name.text());
}

} // namespace

std::string KeywardctlLines::lineOf(const Estate &estate, const engine::SecretDeed &deed) const
{
    if (deed.what == engine::SecretDeed::What::Check)
        return aboutPrincipal(estate, "app secret-check", deed.application).text();
    auto line = aboutPrincipal(estate, "app secret-add", deed.application);
    if (!deed.label.empty()) line.option("--label", deed.label);
    return line.option("--expires", isoDuration(deed.lifetime)).text();
}

MaybeLine lineOf(const Typed<command::EnableIdentity> &c) { return about(c.estate, "identity enable", c->resource); }
MaybeLine lineOf(const Typed<command::DisableIdentity> &c) { return about(c.estate, "identity disable", c->resource); }

MaybeLine lineOf(const Typed<command::CreateUserIdentity> &c)
{
    Line line("identity create");
    line.word(c->name.text());
    addPlace(line, c.estate, c->place);
    return line;
}

MaybeLine lineOf(const Typed<command::AssignIdentity> &c)
{
    return aboutPrincipal(c.estate, "identity assign", c->identity).option("--resource", nameOf(c.estate, c->resource));
}

MaybeLine lineOf(const Typed<command::UnassignIdentity> &c)
{
    return aboutPrincipal(c.estate, "identity unassign", c->identity)
        .option("--resource", nameOf(c.estate, c->resource));
}

MaybeLine lineOf(const Typed<command::CreateApplication> &c)
{
    return madeHere(c.estate, "app create", c->name, c->tenant);
}

MaybeLine lineOf(const Typed<command::CreatePrincipalGroup> &c)
{
    return madeHere(c.estate, "principal-group create", c->name, c->tenant);
}

MaybeLine lineOf(const Typed<command::DeletePrincipal> &c)
{
    const auto *gone = c.estate.principal(c->principal);
    const auto *verb = gone && gone->kind == PrincipalKind::Application ? "app delete"
                       : gone && gone->kind == PrincipalKind::Group     ? "principal-group delete"
                                                                        : "identity delete";
    return aboutPrincipal(c.estate, verb, c->principal);
}

MaybeLine lineOf(const Typed<command::SetMember> &c)
{
    return aboutPrincipal(c.estate, c->in ? "principal-group add" : "principal-group remove", c->group)
        .option("--member", lineName(c.estate, c->member));
}

MaybeLine lineOf(const Typed<command::AddClientSecret> &) { return nobodyTypesIt; } // secrets are drawn, not typed

MaybeLine lineOf(const Typed<command::RemoveClientSecret> &c)
{
    return aboutPrincipal(c.estate, "app secret-remove", c->application).word(c->secret.text());
}

void addDirectoryCommands(Commands &commands)
{
    addIdentities(commands);
    addApplications(commands);
    auto *group = commands.group("principal-group", "Groups of principals, to give access to at once");
    auto c = options<NewOptions>();
    commands.change(group, "create", "Create a group", [c](Invocation &s) { return createGroup(s, *c); })
        ->add_option("NAME", c->name)
        ->required();
    commands.reads(group, "list", "List groups", [](Invocation &s) { return search(s, {"", "Group", "", ""}); });
    auto shown = options<std::string>();
    commands
        .reads(group, "show", "Show a group, its members and what they may do by it",
               [shown](Invocation &s) { return showPrincipal(s, *shown); })
        ->add_option("NAME", *shown)
        ->required();
    auto gone = options<std::string>();
    commands
        .change(group, "delete", "Delete a group; its members lose what it was given",
                [gone](Invocation &s) { return deletePrincipal(s, *gone); })
        ->add_option("NAME", *gone)
        ->required();
    const auto members = [&](const char *verb, const char *text, bool in) {
        auto o = options<MemberOptions>();
        auto *app = commands.change(group, verb, text, [o, in](Invocation &s) { return setMember(s, *o, in); });
        app->add_option("NAME", o->group)->required();
        app->add_option("--member", o->member, "Any principal, also a group")->required();
    };
    members("add", "Add a member", true);
    members("remove", "Remove a member", false);

    auto *directory = commands.group("directory", "Everybody who can be given access");
    auto o = options<SearchOptions>();
    auto *searchApp = commands.reads(directory, "search", "Find principals by part of a name, or an id",
                                     [o](Invocation &s) { return search(s, *o); });
    searchApp->add_option("TEXT", o->text, "Part of the name, the beginning of the object id, or the client id");
    searchApp->add_option("--kind", o->kind, "SystemAssigned, UserAssigned, Application, FirstParty or Group");
    searchApp->add_option("--subscription", o->subscription, "User-assigned identities in this subscription");
    searchApp->add_option("--resource-group", o->group, "… in this resource group");
}

} // namespace keyward::ctl
