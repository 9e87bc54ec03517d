// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/estate/told.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct PolicyOptions {
    std::string vault, principal, permissions, policyTemplate;
};

/// VLT-13: named one by one, or as a template has them.
Result<PermissionSet> permissionsFrom(Invocation &invocation, const PolicyOptions &o)
{
    if (o.permissions.empty() == o.policyTemplate.empty())
        return fail(Code::Usage, {}, {"Give either --key-permissions or --template."});
    if (o.policyTemplate.empty()) return PermissionSet::from(o.permissions);
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    if (const auto *found = snapshot->catalogue().platform().policyTemplate(o.policyTemplate))
        return found->permissions;
    return fail(Code::NotFound, o.policyTemplate, {"policy template"});
}

Status listTemplates(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"TEMPLATE", "FOR", "KEY PERMISSIONS"}, Listing::Order::AsAdded);
    for (const auto &one : snapshot->catalogue().platform().templates)
        listing.add({one.id, one.title, one.permissions.text()},
                    QJsonObject{{QLatin1String("id"), reports::text(one.id)},
                                {QLatin1String("title"), reports::text(one.title)},
                                {QLatin1String("keyPermissions"), reports::text(one.permissions.text())}});
    KEYWARD_CHECK(listing.tell(invocation, ""));
    for (const auto &group : permissionGroups())
        invocation.out().line(std::string(group.title) + ": " + group.permissions.text());
    return {};
}

Status setPolicy(Invocation &invocation, const PolicyOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    KEYWARD_TRY(const auto *principal, invocation.principal(o.principal));
    KEYWARD_TRY(const auto permissions, permissionsFrom(invocation, o));
    const auto id = vault->id;
    KEYWARD_TRY(const auto snapshot, invocation.change(command::SetAccessPolicy{id, principal->id, permissions}));
    if (invocation.dryRun()) return {};
    invocation.out().line("'" + o.principal + "' may now " + permissions.text() + " in vault " + o.vault + ".");
    if (snapshot->vault(id)->accessModel == AccessModel::Roles)
        invocation.out().note(
            "Roles decide in this vault, so the policy has no effect until it goes by access policies: "
            "keywardctl access switch " +
            o.vault + " --to policies");
    invocation.out().document(reports::accessView(*snapshot, *snapshot->vault(id)));
    return {};
}

Status removePolicy(Invocation &invocation, const PolicyOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    KEYWARD_TRY(const auto *principal, invocation.principal(o.principal));
    const auto id = vault->id;
    const command::RemoveAccessPolicy action{id, principal->id};
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto undo = invocation.lines().undoOf(told(*before, action).undo);
    KEYWARD_TRY(const auto snapshot, invocation.change(action));
    if (invocation.dryRun()) return {};
    invocation.out().line("'" + o.principal + "' has no access to vault " + o.vault + " any more.");
    invocation.out().line("Undo: " + undo);
    invocation.out().document(reports::accessView(*snapshot, *snapshot->vault(id)));
    return {};
}

Status listPolicies(Invocation &invocation, const std::string &only)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    if (!only.empty()) KEYWARD_CHECK(invocation.vault(only).transform([](const auto *) {}));
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
    invocation.out().table({"VAULT", "PRINCIPAL", "KEY PERMISSIONS"}, rows, "There are no access policies yet.");
    invocation.out().document(json);
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::SetAccessPolicy> &c)
{
    return about(c.estate, "policy set", c->vault)
        .option("--principal", lineName(c.estate, c->principal))
        .option("--key-permissions", c->permissions.text());
}

MaybeLine lineOf(const Typed<command::RemoveAccessPolicy> &c)
{
    return about(c.estate, "policy remove", c->vault).option("--principal", lineName(c.estate, c->principal));
}

void addAccessCommands(Commands &commands)
{
    auto *policy = commands.group("policy", "Access policies of key vaults");
    auto set = options<PolicyOptions>();
    auto *setApp = commands.change(policy, "set", "Set what a principal may do with the keys of a vault",
                                   [set](Invocation &s) { return setPolicy(s, *set); });
    setApp->add_option("VAULT", set->vault)->required();
    setApp->add_option("--principal", set->principal, "Any principal, by name or object id")->required();
    auto *permissions = setApp->add_option("--key-permissions", set->permissions, "As in get,list,wrapKey,unwrapKey");
    setApp->add_option("--template", set->policyTemplate, "As in service-encryption; 'policy templates' lists them")
        ->excludes(permissions);
    commands.reads(policy, "templates", "List policy templates, and permissions by group", listTemplates);
    auto remove = options<PolicyOptions>();
    auto *removeApp = commands.change(policy, "remove", "Take a principal's access to a vault away",
                                      [remove](Invocation &s) { return removePolicy(s, *remove); });
    removeApp->add_option("VAULT", remove->vault)->required();
    removeApp->add_option("--principal", remove->principal)->required();
    auto only = options<std::string>();
    auto *listApp = commands.reads(policy, "list", "List access policies",
                                   [only](Invocation &s) { return listPolicies(s, *only); });
    listApp->add_option("VAULT", *only, "Only those of this vault");
}

} // namespace keyward::ctl
