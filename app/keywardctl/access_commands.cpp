// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"

#include "backend/estate/describe.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

Status listIdentities(Session &session)
{
    KEYWARD_TRY(auto *desk, session.desk());
    const auto snapshot = desk->snapshot();
    std::vector<std::vector<std::string>> rows;
    QJsonArray json;
    for (const auto &[id, principal] : snapshot->principals()) {
        rows.push_back({principal->name, id.text(), "SystemAssigned"});
        json.append(reports::view(*principal, *snapshot));
    }
    std::ranges::sort(rows);
    session.out().table({"NAME", "OBJECT ID", "TYPE"}, rows, "There are no identities yet. Turn on a resource's: keywardctl identity enable RESOURCE");
    session.out().document(json);
    return {};
}

Status showIdentity(Session &session, const std::string &name)
{
    KEYWARD_TRY(const auto *principal, session.principal(name));
    const auto snapshot = session.desk().value()->snapshot();
    session.out().field("Name", principal->name);
    session.out().field("Principal id", principal->id.text());
    session.out().field("Tenant id", principal->tenant);
    session.out().field("Type", "SystemAssigned");
    for (const auto &[id, vault] : snapshot->vaults())
        if (const auto policy = vault->policies.find(principal->id); policy != vault->policies.end()) session.out().field("In " + vault->name.text(), policy->second.text());
    session.out().document(reports::view(*principal, *snapshot));
    return {};
}

Status enableIdentity(Session &session, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, session.resource(name));
    KEYWARD_TRY(auto *desk, session.desk());
    const auto id = desk->random().id<PrincipalId>();
    KEYWARD_TRY(const auto snapshot, session.change(command::EnableIdentity{resource->id, id}, true));
    if (session.dryRun()) return {};
    session.out().line("The system-assigned identity of " + name + " is on. Object id " + id.text());
    session.out().document(reports::view(*snapshot->principal(id), *snapshot));
    return {};
}

Status disableIdentity(Session &session, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, session.resource(name));
    return session.change(command::DisableIdentity{resource->id}).transform([](const auto &) {});
}

struct PolicyOptions {
    std::string vault, principal, permissions;
};

Status setPolicy(Session &session, const PolicyOptions &o)
{
    KEYWARD_TRY(const auto *vault, session.vault(o.vault));
    KEYWARD_TRY(const auto *principal, session.principal(o.principal));
    KEYWARD_TRY(const auto permissions, PermissionSet::from(o.permissions));
    const auto id = vault->id;
    KEYWARD_TRY(const auto snapshot, session.change(command::SetAccessPolicy{id, principal->id, permissions}));
    if (session.dryRun()) return {};
    session.out().line("'" + o.principal + "' may now " + permissions.text() + " in vault " + o.vault + ".");
    session.out().document(reports::accessView(*snapshot, *snapshot->vault(id)));
    return {};
}

Status removePolicy(Session &session, const PolicyOptions &o)
{
    KEYWARD_TRY(const auto *vault, session.vault(o.vault));
    KEYWARD_TRY(const auto *principal, session.principal(o.principal));
    const auto id = vault->id;
    const auto undo = undoOf(*session.desk().value()->snapshot(), command::RemoveAccessPolicy{id, principal->id});
    KEYWARD_TRY(const auto snapshot, session.change(command::RemoveAccessPolicy{id, principal->id}));
    if (session.dryRun()) return {};
    session.out().line("'" + o.principal + "' has no access to vault " + o.vault + " any more.");
    session.out().line("Undo: " + undo);
    session.out().document(reports::accessView(*snapshot, *snapshot->vault(id)));
    return {};
}

Status listPolicies(Session &session, const std::string &only)
{
    KEYWARD_TRY(auto *desk, session.desk());
    const auto snapshot = desk->snapshot();
    if (!only.empty()) KEYWARD_CHECK(session.vault(only).transform([](const auto *) {}));
    std::vector<std::vector<std::string>> rows;
    QJsonArray json;
    for (const auto &[id, vault] : snapshot->vaults()) {
        if (!only.empty() && folded(vault->name.text()) != folded(only)) continue;
        for (const auto &entry : reports::accessView(*snapshot, *vault)) json.append(entry);
        for (const auto &[principal, permissions] : vault->policies) {
            const auto *who = snapshot->principal(principal);
            rows.push_back({vault->name.text(), who ? who->name : principal.text(), permissions.text()});
        }
    }
    std::ranges::sort(rows);
    session.out().table({"VAULT", "PRINCIPAL", "KEY PERMISSIONS"}, rows, "There are no access policies yet.");
    session.out().document(json);
    return {};
}

} // namespace

void addAccessCommands(Commands &commands)
{
    auto *identity = commands.group("identity", "Identities of resources");
    commands.add(identity, "list", "List identities", listIdentities);
    const auto byName = [&](const char *verb, const char *text, bool changes, auto run) {
        auto name = options<std::string>();
        const Run action = [name, run](Session &s) -> Status { return run(s, *name); };
        auto *app = changes ? commands.change(identity, verb, text, action) : commands.add(identity, verb, text, action);
        app->add_option("NAME", *name, "A resource, or an object id")->required();
    };
    byName("show", "Show an identity and what it may do", false, showIdentity);
    byName("enable", "Turn on a resource's system-assigned identity", true, enableIdentity);
    byName("disable", "Turn it off; refused where data would be lost by it", true, disableIdentity);

    auto *policy = commands.group("policy", "Access policies of key vaults");
    auto set = options<PolicyOptions>();
    auto *setApp = commands.change(policy, "set", "Set what a principal may do with the keys of a vault", [set](Session &s) { return setPolicy(s, *set); });
    setApp->add_option("VAULT", set->vault)->required();
    setApp->add_option("--principal", set->principal, "A resource's identity, by name or object id")->required();
    setApp->add_option("--key-permissions", set->permissions, "As in get,list,wrapKey,unwrapKey")->required();
    auto remove = options<PolicyOptions>();
    auto *removeApp = commands.change(policy, "remove", "Take a principal's access to a vault away", [remove](Session &s) { return removePolicy(s, *remove); });
    removeApp->add_option("VAULT", remove->vault)->required();
    removeApp->add_option("--principal", remove->principal)->required();
    auto only = options<std::string>();
    auto *listApp = commands.add(policy, "list", "List access policies", [only](Session &s) { return listPolicies(s, *only); });
    listApp->add_option("VAULT", *only, "Only those of this vault");
}

} // namespace keyward::ctl
