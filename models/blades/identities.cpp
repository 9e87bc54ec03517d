// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everybody who can be given access, one of them, and roles.

#include "models/access_targets.h"
#include "models/access_words.h"
#include "models/blades/access_rows.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Identities)
};

/// What one looks for beside its kind: whose it is, where it stands, how it signs in.
QString standingOf(const Estate &estate, const Principal &one)
{
    switch (one.kind) {
    case PrincipalKind::SystemAssigned: {
        const auto *resource = one.resource ? estate.resource(*one.resource) : nullptr;
        const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
        return profile ? Words::tr("%1 %2", "a kind of resource, its name")
                             .arg(spokenOf(profile->title), text(resource->name.text()))
                       : QString();
    }
    case PrincipalKind::UserAssigned: {
        const auto used = estate.resourcesOf(one.id).size();
        const auto group = one.place ? text(one.place->resourceGroup) : QString();
        return used ? Words::tr("Resource group %1, used by %Ln resources", nullptr, countOf(used)).arg(group)
                    : Words::tr("Resource group %1, not used").arg(group);
    }
    case PrincipalKind::Application:
        return one.secrets.empty() ? Words::tr("Has no client secret")
                                   : Words::tr("%Ln client secrets", nullptr, countOf(one.secrets.size()));
    case PrincipalKind::Group: return Words::tr("%Ln members", nullptr, countOf(one.members.size()));
    case PrincipalKind::FirstParty: return Words::tr("Comes with the platform");
    }
    return {};
}

std::size_t grantsOf(const Estate &estate, const Principal &one)
{
    return estate.access().assignmentsOf(one.id).size() + estate.access().policiesOf(one.id).size();
}

class IdentitiesBlade final : public Presenter
{
public:
    IdentitiesBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *model = new ComputedTable(
            {{Words::tr("Name"), 200, false, true},
             {Words::tr("Kind"), 200},
             {Words::tr("Belongs to"), 300},
             {Words::tr("Grants"), 70, true},
             {Words::tr("Object id"), 110}},
            [](const engine::Published &moment) {
                const auto &estate = *moment.estate;
                std::vector<ComputedRow> rows;
                for (const auto &[id, one] : estate.principals()) {
                    const auto grants = grantsOf(estate, *one);
                    rows.push_back(
                        {.row =
                             {RecordId{id.bytes},
                              {{text(one->name), {}, {}, false, false, true},
                               {kindTitle(one->kind), {}, {}},
                               {standingOf(estate, *one), {}, {}, false, true},
                               {number(grants), Words::tr("Role assignments and access policies"), {}},
                               {text(id.text().substr(0, 8)) + QStringLiteral("…"), text(id.text()), {}, true, true}},
                              targetOf(id),
                              {},
                              {}},
                         .kind = text(kindText(one->kind)),
                         .words = id.text() + '\n' + one->applicationId,
                         .number = static_cast<std::int64_t>(grants)});
                }
                return rows;
            },
            workspace.feed(), workspace.background());
        model->setKinds(kindsOfPrincipals());
        auto *table = add<TablePart>(QStringLiteral("identities"), QString(), model);
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln identities", nullptr, n); };
        table->emptyTitle = Words::tr("Nobody can be given access yet");
        table->emptyText = Words::tr("Identities of resources, applications and groups are what key vaults let in. "
                                     "Create one, or turn on the identity of a resource.");
        table->emptyAction = QStringLiteral("identity.create");
        start();
    }

protected:
    void update(const engine::Published &) override {}
};

class PrincipalOverview final : public Presenter
{
public:
    PrincipalOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        m_secrets = new ListTable({{Words::tr("Label"), 180, false, true},
                                   {Words::tr("Begins with"), 110},
                                   {Words::tr("Created"), 120},
                                   {Words::tr("Expires"), 130},
                                   {QString(), 110}});
        m_secretsPart = add<TablePart>(QStringLiteral("secrets"), Words::tr("Client secrets"), m_secrets);
        m_secretsPart->opens = false;
        m_secretsPart->emptyTitle = Words::tr("No client secret");
        m_secretsPart->emptyText = Words::tr("Without one the application cannot sign in.");
        m_secretsPart->emptyAction = QStringLiteral("secret.add");
        m_members =
            new ListTable({{Words::tr("Member"), 220, false, true}, {Words::tr("Kind"), 220}, {QString(), 110}});
        m_membersPart = add<TablePart>(QStringLiteral("members"), Words::tr("Members"), m_members);
        m_membersPart->emptyTitle = Words::tr("Nobody is in this group");
        m_membersPart->emptyText = Words::tr("What is given to the group, all its members have.");
        m_membersPart->emptyAction = QStringLiteral("member.add");
        m_users = new ListTable({{Words::tr("Resource"), 200, false, true}, {Words::tr("As"), 260}});
        m_usersPart = add<TablePart>(QStringLiteral("users"), Words::tr("Used by"), m_users);
        m_usersPart->emptyTitle = Words::tr("No resource has it");
        m_usersPart->emptyText = Words::tr("It is given to a resource on that resource’s Identity page.");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto &one = *estate.principal(principalOf(target()));
        showFacts(estate, one);
        m_secretsPart->setPresent(one.kind == PrincipalKind::Application);
        showSecrets(one, moment.now);
        m_membersPart->setPresent(one.kind == PrincipalKind::Group);
        showMembers(estate, one);
        m_usersPart->setPresent(one.kind == PrincipalKind::UserAssigned || one.kind == PrincipalKind::SystemAssigned);
        showUsers(estate, one);
    }

private:
    void showFacts(const Estate &estate, const Principal &one)
    {
        std::vector<FactsPart::Fact> facts{{.label = Words::tr("Object (principal) id"),
                                            .value = grouped(one.id.text()),
                                            .mono = true,
                                            .copyable = true},
                                           {.label = Words::tr("Type"), .value = kindTitle(one.kind)}};
        if (!one.applicationId.empty())
            facts.push_back(
                {.label = Words::tr("Client id"), .value = text(one.applicationId), .mono = true, .copyable = true});
        facts.push_back({.label = Words::tr("Tenant"), .value = text(one.tenant), .mono = true, .copyable = true});
        if (one.place) {
            facts.push_back({.label = Words::tr("Region"), .value = regionTitle(one.place->region.text())});
            facts.push_back({.label = Words::tr("Resource group"), .value = text(one.place->resourceGroup)});
        }
        const auto groups = estate.access().groupsOf(one.id);
        for (const auto &id : groups)
            facts.push_back(
                {.label = Words::tr("In group"), .value = nameOfPrincipal(estate, id), .link = targetOf(id)});
        if (one.created != Instant{})
            facts.push_back({.label = Words::tr("Created"), .value = dateAndTime(one.created)});
        m_facts->set(std::move(facts));
    }

    void showSecrets(const Principal &one, Instant now)
    {
        std::vector<ListRow> rows;
        std::vector<CalloutsPart::Callout> callouts;
        for (const auto &secret : one.secrets) {
            const bool over = secret.expires <= now;
            const bool soon = !over && secret.expires - now < Days(30);
            const auto label = secret.label.empty() ? Words::tr("Without a label") : text(secret.label);
            rows.push_back({RecordId{secret.id.bytes},
                            {{label, text(secret.id.text()), {}, false, secret.label.empty(), true},
                             {text(secret.hint) + QStringLiteral("…"), {}, {}, true},
                             {shortDate(secret.created), dateAndTime(secret.created), {}},
                             {over ? Words::tr("Expired") : relative(secret.expires, now), dateAndTime(secret.expires),
                              over   ? std::optional(State::Lost)
                              : soon ? std::optional(State::Warning)
                                     : std::nullopt}},
                            secretOf(one.id, secret.id),
                            Words::tr("Remove…"),
                            QStringLiteral("secret.remove")});
            if (over || soon)
                callouts.push_back({over ? State::Lost : State::Warning,
                                    over ? Words::tr("A client secret has expired: %1").arg(label)
                                         : Words::tr("A client secret expires soon: %1").arg(label),
                                    Words::tr("Add another one, give it to the application, then remove this one."),
                                    Words::tr("Add client secret…"),
                                    {},
                                    QStringLiteral("secret.add")});
        }
        m_secrets->setRows(std::move(rows));
        m_callouts->set(std::move(callouts));
    }

    void showMembers(const Estate &estate, const Principal &one)
    {
        std::vector<ListRow> rows;
        for (const auto &id : one.members) {
            const auto *member = estate.principal(id);
            rows.push_back({RecordId{id.bytes},
                            {{nameOfPrincipal(estate, id), text(id.text()), {}, false, false, true},
                             {member ? kindTitle(member->kind) : QString(), {}, {}}},
                            memberOf(one.id, id),
                            Words::tr("Remove…"),
                            QStringLiteral("member.remove")});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_members->setRows(std::move(rows));
    }

    void showUsers(const Estate &estate, const Principal &one)
    {
        std::vector<ListRow> rows;
        const auto users = estate.resourcesOf(one.id);
        for (const auto &id : users) {
            const auto *resource = estate.resource(id);
            const bool bound = resource->binding &&
                               (one.kind == PrincipalKind::SystemAssigned ? !resource->binding->identity
                                                                          : resource->binding->identity == one.id);
            rows.push_back({RecordId{id.bytes},
                            {{text(resource->name.text()), {}, {}, false, false, true},
                             {bound ? Words::tr("By it the resource comes to its key")
                                    : Words::tr("Has it, and uses no key by it"),
                              {},
                              {}}},
                            Target::of(id),
                            {},
                            {}});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_users->setRows(std::move(rows));
    }

    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ListTable *m_secrets;
    TablePart *m_secretsPart;
    ListTable *m_members;
    TablePart *m_membersPart;
    ListTable *m_users;
    TablePart *m_usersPart;
};

/// What it was given, and what that comes to.
class PrincipalAccess final : public Presenter
{
public:
    PrincipalAccess(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_roles = new ListTable({{Words::tr("Role"), 260, false, true}, {Words::tr("On"), 260}, {QString(), 110}});
        auto *roles = add<TablePart>(QStringLiteral("assignments"), Words::tr("Role assignments"), m_roles);
        roles->opens = false;
        roles->emptyTitle = Words::tr("It has no role");
        m_policies = new ListTable(
            {{Words::tr("Key vault"), 180}, {Words::tr("Key permissions"), 280, false, true}, {QString(), 110}});
        auto *policies = add<TablePart>(QStringLiteral("policies"), Words::tr("Access policies"), m_policies);
        policies->emptyTitle = Words::tr("No vault has a policy for it");
        auto *reach = add<TablePart>(QStringLiteral("reach"), Words::tr("What it may do"),
                                     reachTable(workspace, principalOf(target)));
        reach->emptyTitle = Words::tr("No vault lets it in");
        reach->emptyText = Words::tr("What it was given itself and through its groups comes together here.");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto id = principalOf(target());
        std::vector<ListRow> rows;
        const auto assignments = estate.access().assignmentsOf(id);
        for (const auto &one : assignments) {
            const auto *assignment = estate.assignment(one);
            const auto *role = estate.role(assignment->role);
            rows.push_back({RecordId{one.bytes},
                            {{nameOfRole(estate, assignment->role),
                              role ? spaced(role->permissions) : QString(),
                              {},
                              false,
                              false,
                              true},
                             {scopeTitle(estate, assignment->scope), {}, {}}},
                            targetOf(one),
                            Words::tr("Remove…"),
                            QStringLiteral("assignment.remove")});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text + row.cells[1].text; });
        m_roles->setRows(std::move(rows));
        rows.clear();
        const auto vaults = estate.access().policiesOf(id);
        for (const auto &vaultId : vaults) {
            const auto *vault = estate.vault(vaultId);
            const bool counts = vault->accessModel == AccessModel::Policies && !vault->deleted;
            rows.push_back({RecordId{vaultId.bytes},
                            {{text(vault->name.text()), {}, {}, false, !counts, counts},
                             {counts ? spaced(vault->policies.at(id))
                                     : Words::tr("%1 (without effect)").arg(spaced(vault->policies.at(id))),
                              {},
                              {},
                              false,
                              !counts}},
                            Target::of(vaultId, id),
                            counts ? Words::tr("Change…") : QString(),
                            counts ? QStringLiteral("policy.edit") : QString()});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_policies->setRows(std::move(rows));
    }

private:
    ListTable *m_roles;
    ListTable *m_policies;
};

// Roles

class RolesBlade final : public Presenter
{
public:
    RolesBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *model = new ComputedTable(
            {{Words::tr("Role"), 300},
             {Words::tr("Kind"), 110},
             {Words::tr("Key permissions"), 300, false, true},
             {Words::tr("Assigned"), 90, true}},
            [](const engine::Published &moment) {
                const auto &estate = *moment.estate;
                std::vector<ComputedRow> rows;
                const auto row = [&](const Role &role) {
                    const auto assigned = estate.access().assignmentsOf(role.id).size();
                    rows.push_back({.row = {RecordId{role.id.bytes},
                                            {{text(role.name), described(role), {}, false, false, true},
                                             {role.builtIn ? Words::tr("Built in") : Words::tr("Your own"), {}, {}},
                                             {spaced(role.permissions), {}, {}},
                                             {number(assigned), Words::tr("How often it is assigned"), {}}},
                                            targetOf(role.id),
                                            {},
                                            {}},
                                    .kind = role.builtIn ? QStringLiteral("builtIn") : QStringLiteral("own"),
                                    .words = role.description,
                                    .number = static_cast<std::int64_t>(assigned)});
                };
                for (const auto &role : estate.catalogue().platform().roles) row(role);
                for (const auto &[id, role] : estate.roles()) row(*role);
                return rows;
            },
            workspace.feed(), workspace.background());
        model->setKinds(
            {{QStringLiteral("builtIn"), Words::tr("Built in")}, {QStringLiteral("own"), Words::tr("Your own")}});
        auto *table = add<TablePart>(QStringLiteral("roles"), QString(), model);
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln roles", nullptr, n); };
        start();
    }

protected:
    void update(const engine::Published &) override {}
};

class RoleOverview final : public Presenter
{
public:
    RoleOverview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        m_actions = add<FactsPart>(QStringLiteral("actions"), Words::tr("Data actions"));
        m_assigned = new ListTable({{Words::tr("Who"), 220, false, true}, {Words::tr("On"), 260}, {QString(), 110}});
        auto *table = add<TablePart>(QStringLiteral("assignments"), Words::tr("Who has it"), m_assigned);
        table->opens = false;
        table->emptyTitle = Words::tr("Nobody has this role");
        table->emptyText = Words::tr("It is assigned on the Access control page, for everything below a place, or on "
                                     "that of a vault.");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto &role = *estate.role(roleOf(target()));
        m_facts->set({{.label = Words::tr("Description"),
                       .value = role.description.empty() ? QStringLiteral("–") : described(role)},
                      {.label = Words::tr("Key permissions"), .value = spaced(role.permissions)},
                      {.label = Words::tr("Role id"), .value = text(role.id.text()), .mono = true, .copyable = true}});
        std::vector<FactsPart::Fact> actions;
        for (const auto &action : role.dataActions)
            actions.push_back({.label = Words::tr("Allowed"), .value = text(action), .mono = true});
        for (const auto &action : role.notDataActions)
            actions.push_back({.label = Words::tr("But not"), .value = text(action), .mono = true});
        m_actions->set(std::move(actions));
        std::vector<ListRow> rows;
        const auto ids = estate.access().assignmentsOf(role.id);
        for (const auto &id : ids) {
            const auto *one = estate.assignment(id);
            rows.push_back({RecordId{id.bytes},
                            {{nameOfPrincipal(estate, one->principal), {}, {}, false, false, true},
                             {scopeTitle(estate, one->scope), {}, {}}},
                            targetOf(id),
                            Words::tr("Remove…"),
                            QStringLiteral("assignment.remove")});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_assigned->setRows(std::move(rows));
    }

private:
    FactsPart *m_facts;
    FactsPart *m_actions;
    ListTable *m_assigned;
};

const Blade identities([]() -> BladeRecord {
    return {.id = QStringLiteral("identities"),
            .title = Words::tr("Identities"),
            .icon = QStringLiteral("im-user"),
            .order = 35,
            .group = Words::tr("Access"),
            .badge =
                [](const engine::Published &m, const Target &) {
                    const auto count = m.estate->principals().size();
                    return count ? number(count) : QString();
                },
            .make = makePresenter<IdentitiesBlade>};
});
const Blade roles([]() -> BladeRecord {
    return {.id = QStringLiteral("roles"),
            .title = Words::tr("Roles"),
            .icon = QStringLiteral("view-list-details"),
            .order = 36,
            .group = Words::tr("Access"),
            .make = makePresenter<RolesBlade>};
});
const Blade principalOverview([]() -> BladeRecord {
    return {.id = QStringLiteral("principal.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = principalScope,
            .order = 0,
            .make = makePresenter<PrincipalOverview>};
});
const Blade principalAccess([]() -> BladeRecord {
    return {.id = QStringLiteral("principal.access"),
            .title = Words::tr("Permissions"),
            .icon = QStringLiteral("system-users"),
            .scope = principalScope,
            .order = 10,
            .make = makePresenter<PrincipalAccess>};
});
const Blade roleOverview([]() -> BladeRecord {
    return {.id = QStringLiteral("role.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = roleScope,
            .order = 0,
            .make = makePresenter<RoleOverview>};
});

} // namespace
} // namespace keyward::models
