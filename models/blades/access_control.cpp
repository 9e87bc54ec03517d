// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Access policies, role assignments, and who can do what with which keys.

#include "models/access_targets.h"
#include "models/access_words.h"
#include "models/blades/access_rows.h"

#include "backend/estate/describe.h"
#include "backend/estate/scope.h"

#include <QCoreApplication>

#include <set>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessControl)
};

/// The records from which the target inherits, and itself, innermost last; of the estate none: all.
std::vector<RecordId> scopesAt(const Estate &estate, const Target &target)
{
    const auto *key = target.scope == Scope::Key ? estate.key(target.key()) : nullptr;
    const auto *vault = key                            ? estate.vault(key->vault)
                        : target.scope == Scope::Vault ? estate.vault(target.vault())
                                                       : nullptr;
    if (!vault) return {};
    auto out = scopesOf(estate, *vault);
    if (key) out.push_back(RecordId{key->id.bytes});
    return out;
}

ComputedRow rowOf(const Estate &estate, const RoleAssignment &one, const Target &here)
{
    const auto *principal = estate.principal(one.principal);
    const auto *role = estate.role(one.role);
    const auto on = scopeTitle(estate, one.scope);
    const bool below = here.scope == Scope::Vault && one.scope.kind == estate::Scope::Kind::Key;
    const bool inherited = here.scope != Scope::Estate && !below && one.scope.id != here.id;
    return {.row = {RecordId{one.id.bytes},
                    {{nameOfPrincipal(estate, one.principal), text(one.principal.text()), {}, false, false, true},
                     {principal ? kindTitle(principal->kind) : QString(), {}, {}},
                     {nameOfRole(estate, one.role), role ? spaced(role->permissions) : QString(), {}},
                     {here.scope == Scope::Estate || below ? on
                      : inherited                          ? Words::tr("Inherited: %1", "a place").arg(on)
                                                           : Words::tr("Here"),
                      on,
                      {},
                      false,
                      inherited}},
                    targetOf(one.id),
                    {},
                    {}},
            .kind = principal ? text(kindText(principal->kind)) : QString(),
            .words = one.principal.text()};
}

/// One row for a principal in a vault, and one for each key on which it has more.
RecordId rowId(const Effective &one, const VaultId &vault)
{
    auto id = RecordId{one.principal.bytes};
    for (std::size_t i = 0; i < id.bytes.size(); ++i) id.bytes[i] ^= one.key ? one.key->bytes[i] : vault.bytes[i];
    return id;
}

Cell permissionsCell(const Effective &one)
{
    return {spaced(one.permissions), {}, {}, false, !one.ineffective.empty()};
}

} // namespace

QString grantsText(const Estate &estate, const Effective &one)
{
    if (!one.ineffective.empty()) return Words::tr("Without effect: %1").arg(spoken(one.ineffective));
    QStringList by;
    for (const auto &grant : one.grants) by += grantTitle(estate, one.principal, grant);
    return by.join(QStringLiteral("; "));
}

std::vector<TableModel::Kind> kindsOfPrincipals()
{
    std::vector<TableModel::Kind> out;
    for (const auto kind : principalKinds) out.push_back({text(kindText(kind)), kindTitle(kind)});
    return out;
}

ComputedTable *assignmentsTable(Workspace &workspace, const Target &target)
{
    auto *table = new ComputedTable(
        {{Words::tr("Who"), 180},
         {Words::tr("Kind"), 180},
         {Words::tr("Role"), 240},
         {Words::tr("On"), 220, false, true}},
        [target](const engine::Published &moment) {
            const auto &estate = *moment.estate;
            std::vector<ComputedRow> rows;
            if (target.scope == Scope::Estate)
                for (const auto &[id, one] : estate.assignments()) rows.push_back(rowOf(estate, *one, target));
            const auto scopes = scopesAt(estate, target);
            for (const auto &scope : scopes) {
                const auto ids = estate.access().assignmentsOn(scope);
                for (const auto &id : ids) rows.push_back(rowOf(estate, *estate.assignment(id), target));
            }
            if (target.scope == Scope::Vault && estate.hasKeyAssignments())
                for (const auto &key : estate.keysOf(target.vault())) {
                    const auto ids = estate.access().assignmentsOn(RecordId{key.bytes});
                    for (const auto &id : ids) rows.push_back(rowOf(estate, *estate.assignment(id), target));
                }
            return rows;
        },
        workspace.feed(), workspace.background());
    table->setKinds(kindsOfPrincipals());
    return table;
}

ComputedTable *effectiveTable(Workspace &workspace, const Target &target)
{
    auto *table = new ComputedTable(
        {{Words::tr("Who"), 180},
         {Words::tr("On"), 160},
         {Words::tr("Key permissions"), 260, false, true},
         {Words::tr("Granted by"), 300}},
        [target](const engine::Published &moment) {
            const auto &estate = *moment.estate;
            const auto *single = target.scope == Scope::Key ? estate.key(target.key()) : nullptr;
            const auto *vault = estate.vault(single ? single->vault : target.vault());
            std::vector<ComputedRow> rows;
            if (!vault) return rows;
            const auto everybody = whoCan(estate, *vault, single ? std::optional(single->id) : std::nullopt);
            for (const auto &one : everybody) {
                const auto *key = one.key && !single ? estate.key(*one.key) : nullptr;
                const auto *principal = estate.principal(one.principal);
                rows.push_back({.row = {rowId(one, vault->id),
                                        {{nameOfPrincipal(estate, one.principal), {}, {}, false, false, true},
                                         {single ? Words::tr("This key")
                                          : key  ? text(key->name.text())
                                                 : Words::tr("All keys"),
                                          {},
                                          {}},
                                         permissionsCell(one),
                                         {grantsText(estate, one), {}, {}}},
                                        targetOf(one.principal),
                                        {},
                                        {}},
                                .kind = text(kindText(principal->kind)),
                                .words = one.principal.text()});
            }
            return rows;
        },
        workspace.feed(), workspace.background());
    table->setKinds(kindsOfPrincipals());
    return table;
}

ComputedTable *reachTable(Workspace &workspace, const PrincipalId &principal)
{
    return new ComputedTable(
        {{Words::tr("Key vault"), 170},
         {Words::tr("On"), 150},
         {Words::tr("Key permissions"), 240, false, true},
         {Words::tr("Granted by"), 280}},
        [principal](const engine::Published &moment) {
            const auto &estate = *moment.estate;
            std::vector<ComputedRow> rows;
            const auto *who = estate.principal(principal);
            if (!who) return rows;
            const auto add = [&](const Vault &vault, const Key *key) {
                auto grants = grantsOf(estate, principal, vault, key ? std::optional(key->id) : std::nullopt);
                if (grants.empty()) return;
                const auto on = key ? std::optional(key->id) : std::nullopt;
                const Effective one{principal, on, effectivePermissions(estate, principal, vault, on),
                                    std::move(grants), ineffective(estate, *who, vault)};
                rows.push_back({.row = {rowId(one, vault.id),
                                        {{text(vault.name.text()), {}, {}, false, false, true},
                                         {key ? text(key->name.text()) : Words::tr("All keys"), {}, {}},
                                         permissionsCell(one),
                                         {grantsText(estate, one), {}, {}}},
                                        key ? Target::of(key->id) : Target::of(vault.id),
                                        {},
                                        {}}});
            };
            for (const auto &[id, vault] : estate.vaults())
                if (!vault->deleted) add(*vault, nullptr);
            std::set<KeyId> keys; // on which alone it has something
            estate.access().eachSelf(principal, [&](const PrincipalId &self) {
                const auto ids = estate.access().assignmentsOf(self);
                for (const auto &id : ids)
                    if (const auto &scope = estate.assignment(id)->scope; scope.kind == estate::Scope::Kind::Key)
                        keys.insert(KeyId{scope.id.bytes});
                return false;
            });
            for (const auto &id : keys) {
                const auto *key = estate.key(id);
                const auto *vault = key ? estate.vault(key->vault) : nullptr;
                if (vault && !vault->deleted && vault->accessModel == AccessModel::Roles) add(*vault, key);
            }
            return rows;
        },
        workspace.feed(), workspace.background());
}

namespace {

class VaultPolicies final : public Presenter
{
public:
    VaultPolicies(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("model"));
        m_policies = new ListTable({{Words::tr("Identity"), 170},
                                    {Words::tr("Kind"), 200},
                                    {Words::tr("Key permissions"), 260, false, true},
                                    {Words::tr("Object id"), 120}});
        auto *table = add<TablePart>(QStringLiteral("policies"), QString(), m_policies);
        table->opens = false;
        table->emptyTitle = Words::tr("No access policies");
        table->emptyText = Words::tr("An access policy says what one identity may do with every key of the vault. "
                                     "The guided enablement adds the one that a resource needs.");
        table->emptyAction = QStringLiteral("policy.add");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto *vault = moment.estate->vault(target().vault());
        const bool byRoles = vault->accessModel == AccessModel::Roles;
        std::vector<ListRow> rows;
        for (const auto &[id, permissions] : vault->policies) {
            const auto *principal = moment.estate->principal(id);
            rows.push_back({RecordId{id.bytes},
                            {{nameOfPrincipal(*moment.estate, id), {}, {}, false, byRoles, !byRoles},
                             {principal ? kindTitle(principal->kind) : QString(), {}, {}, false, byRoles},
                             {spaced(permissions), {}, {}, false, byRoles},
                             {text(id.text().substr(0, 8)) + QStringLiteral("…"), text(id.text()), {}, true, true}},
                            Target::of(vault->id, id),
                            {},
                            {}});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_policies->setRows(std::move(rows));
        std::vector<CalloutsPart::Callout> callouts;
        if (byRoles)
            callouts.push_back({State::Neutral,
                                Words::tr("Roles decide who may use this vault"),
                                Words::tr("Its access policies are kept, without effect, so they are not changed "
                                          "here. They count again once the vault goes by access policies."),
                                Words::tr("Go by access policies…"),
                                {},
                                QStringLiteral("access.policies")});
        m_callouts->set(std::move(callouts));
    }

private:
    CalloutsPart *m_callouts;
    ListTable *m_policies;
};

/// Role assignments on a vault or a key, here and inherited.
class Assignments final : public Presenter
{
public:
    Assignments(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        if (target.scope != Scope::Estate) m_callouts = add<CalloutsPart>(QStringLiteral("model"));
        auto *table = add<TablePart>(QStringLiteral("assignments"), QString(), assignmentsTable(workspace, target));
        table->fills = true;
        table->opens = false;
        table->counted = [](int n) { return Words::tr("%Ln assignments", nullptr, n); };
        table->emptyTitle = Words::tr("No role assignments");
        table->emptyText = Words::tr("A role says what somebody may do with keys. It is assigned on the tenant, a "
                                     "subscription, a resource group, a vault or a key, and holds for all below.");
        table->emptyAction =
            target.scope == Scope::Estate ? QStringLiteral("role.assign") : QStringLiteral("vault.assign");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        if (!m_callouts) return;
        const auto *vault = moment.estate->vault(target().vault());
        std::vector<CalloutsPart::Callout> callouts;
        if (vault->accessModel == AccessModel::Policies)
            callouts.push_back({State::Neutral,
                                Words::tr("Access policies decide who may use this vault"),
                                Words::tr("Role assignments have no effect in it, so none is made here. They count "
                                          "once the vault goes by roles."),
                                Words::tr("Go by roles…"),
                                {},
                                QStringLiteral("access.roles")});
        m_callouts->set(std::move(callouts));
    }

private:
    CalloutsPart *m_callouts = nullptr;
};

class WhoCan final : public Presenter
{
public:
    WhoCan(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        auto *table = add<TablePart>(QStringLiteral("effective"), QString(), effectiveTable(workspace, target));
        table->fills = true;
        table->counted = [](int n) { return Words::tr("%Ln identities", nullptr, n); };
        table->emptyTitle = target.scope == Scope::Key ? Words::tr("Nobody may use this key")
                                                       : Words::tr("Nobody may use the keys of this vault");
        table->emptyText = Words::tr("Whoever is let in appears here, with what lets them in: an access policy, a "
                                     "role, or a group. Type an operation to see who may do it.");
        start();
    }

protected:
    void update(const engine::Published &) override {}
};

const Blade policies([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.access"),
            .title = Words::tr("Access policies"),
            .icon = QStringLiteral("system-users"),
            .scope = Scope::Vault,
            .order = 20,
            .badge = [](const engine::Published &m,
                        const Target &t) { return number(m.estate->vault(t.vault())->policies.size()); },
            .make = makePresenter<VaultPolicies>};
});
const Blade vaultRoles([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.roles"),
            .title = Words::tr("Access control"),
            .icon = QStringLiteral("meeting-attending"),
            .scope = Scope::Vault,
            .order = 21,
            .make = makePresenter<Assignments>};
});
const Blade vaultWho([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.who"),
            .title = Words::tr("Who can do what"),
            .icon = QStringLiteral("view-visible"),
            .scope = Scope::Vault,
            .order = 22,
            .make = makePresenter<WhoCan>};
});
const Blade keyAccess([]() -> BladeRecord {
    return {.id = QStringLiteral("key.access"),
            .title = Words::tr("Access"),
            .icon = QStringLiteral("system-users"),
            .scope = Scope::Key,
            .order = 30,
            .make = makePresenter<WhoCan>};
});
const Blade everywhere([]() -> BladeRecord {
    return {.id = QStringLiteral("assignments"),
            .title = Words::tr("Access control"),
            .icon = QStringLiteral("meeting-attending"),
            .order = 37,
            .group = Words::tr("Access"),
            .badge =
                [](const engine::Published &m, const Target &) {
                    const auto count = m.estate->assignments().size();
                    return count ? number(count) : QString();
                },
            .make = makePresenter<Assignments>};
});

} // namespace
} // namespace keyward::models
