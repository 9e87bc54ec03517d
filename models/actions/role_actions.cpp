// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Roles of one's own, and who has which role where.

#include "models/access_targets.h"
#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"

#include "backend/base/display_name.h"
#include "backend/estate/platform.h"
#include "backend/estate/scope.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RoleActions)
};

// Assignments

std::vector<Field> whoAndWhat(const Situation &s, const std::string &tenant)
{
    return {
        {.id = QStringLiteral("principal"),
         .label = Words::tr("Who"),
         .kind = Field::Kind::Pick,
         .picker = principalPicker(s, [tenant](const Principal &one) { return one.tenant == tenant; })},
        {.id = QStringLiteral("role"), .label = Words::tr("Role"), .kind = Field::Kind::Pick, .picker = rolePicker(s)}};
}

Result<Deed> assigned(const Situation &s, const Values &values, const estate::Scope &scope)
{
    KEYWARD_TRY(const auto principal, PrincipalId::from(utf8(stringOf(values, "principal"))));
    KEYWARD_TRY(const auto role, RoleId::from(utf8(stringOf(values, "role"))));
    return Deed{command::AssignRole{s.random().id<AssignmentId>(), principal, role, scope}};
}

const DeclaredAction assignAnywhere([]() -> ActionRecord {
    return {
        .id = QStringLiteral("role.assign"),
        .text = Words::tr("Assign role"),
        .icon = QStringLiteral("list-add-user"),
        .scope = Scope::Estate,
        .order = 30,
        .blades = {QStringLiteral("assignments")},
        .primary = true,
        .explanation = Words::tr("Gives a role on a place and all below it. It counts in vaults that go by roles."),
        .allowed = somebodyThere,
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto fields = whoAndWhat(s, s.estate().settings().tenant);
            fields.push_back({.id = QStringLiteral("scope"),
                              .label = Words::tr("On"),
                              .kind = Field::Kind::Pick,
                              .hint = Words::tr("On a single key: from that key's own page"),
                              .picker = scopePicker(s)});
            return fields;
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto scope, scopeFrom(s.estate(), utf8(stringOf(values, "scope"))));
            return assigned(s, values, scope);
        },
    };
});

bool byRoles(const Vault *vault) { return vault && !vault->deleted && vault->accessModel == AccessModel::Roles; }

const DeclaredAction assignOnVault([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vault.assign"),
        .text = Words::tr("Assign role"),
        .icon = QStringLiteral("list-add-user"),
        .scope = Scope::Vault,
        .order = 10,
        .blades = {QStringLiteral("vault.roles")},
        .primary = true,
        .explanation = Words::tr("Gives a role on this vault and all its keys."),
        .supported = [](const Situation &s) { return byRoles(s.estate().vault(s.target.vault())); },
        .allowed = somebodyThere,
        .fields = [](const Situation &s) { return whoAndWhat(s, s.estate().vault(s.target.vault())->place.tenant); },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return assigned(s, values, {estate::Scope::Kind::Vault, s.target.id});
        },
        .sameForMany = true,
    };
});

const DeclaredAction assignOnKey([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.assign"),
        .text = Words::tr("Assign role"),
        .icon = QStringLiteral("list-add-user"),
        .scope = Scope::Key,
        .order = 60,
        .blades = {QStringLiteral("key.access")},
        .primary = true,
        .explanation = Words::tr("Gives a role on this key alone."),
        .supported =
            [](const Situation &s) {
                const auto *key = s.estate().key(s.target.key());
                return !key->deleted && byRoles(s.estate().vault(key->vault));
            },
        .allowed = somebodyThere,
        .fields =
            [](const Situation &s) {
                return whoAndWhat(s, s.estate().vault(s.estate().key(s.target.key())->vault)->place.tenant);
            },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return assigned(s, values, {estate::Scope::Kind::Key, s.target.id});
        },
        .sameForMany = true,
    };
});

const DeclaredAction removeAssignment([]() -> ActionRecord {
    return {
        .id = QStringLiteral("assignment.remove"),
        .text = Words::tr("Remove assignment"),
        .icon = QStringLiteral("list-remove-user"),
        .scope = assignmentScope,
        .order = 30,
        .blades = {QStringLiteral("assignments"), QStringLiteral("vault.roles")},
        .explanation = Words::tr("Takes the role away. Whoever has it by this alone can no longer do what it allows."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RemoveAssignment{assignmentOf(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

// Roles of one's own

/// Each data action once, with the permissions it comes to.
std::vector<Field::Option> dataActions()
{
    std::vector<Field::Option> out;
    for (unsigned i = 0; i < permissionCount; ++i) {
        const auto permission = Permission(i);
        const auto action = text(dataActionOf(permission));
        const auto found = std::ranges::find(out, action, &Field::Option::value);
        if (found == out.end())
            out.push_back({action, text(permissionText(permission))});
        else
            found->text += QStringLiteral(", ") + text(permissionText(permission));
    }
    return out;
}

std::vector<std::string> listed(const QString &typed)
{
    static const QRegularExpression gaps(QStringLiteral("[,;\\s]+"));
    std::vector<std::string> out;
    for (const auto &one : typed.split(gaps, Qt::SkipEmptyParts)) out.push_back(utf8(one));
    return out;
}

QString joined(const std::vector<std::string> &actions)
{
    QStringList out;
    for (const auto &action : actions) out += text(action);
    return out.join(QStringLiteral(", "));
}

QString patternError(const QVariant &value)
{
    const auto found = permissionsOf(listed(value.toString()), {});
    return found ? QString() : refusalOf(found.error()).whole();
}

std::vector<Field> roleFields(const Role &role)
{
    const auto known = dataActions();
    QStringList ticked;
    std::vector<std::string> patterns;
    for (const auto &action : role.dataActions)
        if (std::ranges::contains(known, text(action), &Field::Option::value))
            ticked += text(action);
        else
            patterns.push_back(action);
    return {{.id = QStringLiteral("description"),
             .label = Words::tr("Description"),
             .value = text(role.description),
             .optional = true},
            {.id = QStringLiteral("actions"),
             .label = Words::tr("It allows"),
             .kind = Field::Kind::Many,
             .value = ticked.join(QLatin1Char(',')),
             .options = known,
             .optional = true},
            {.id = QStringLiteral("patterns"),
             .label = Words::tr("Further data actions"),
             .value = joined(patterns),
             .hint = Words::tr("As in Microsoft.KeyVault/vaults/keys/*/action; * stands for any characters"),
             .error = patternError,
             .optional = true},
            {.id = QStringLiteral("except"),
             .label = Words::tr("But not"),
             .value = joined(role.notDataActions),
             .hint = Words::tr("Taken from what is allowed above"),
             .error = patternError,
             .optional = true}};
}

Role roleFrom(const RoleId &id, std::string name, const Values &values)
{
    auto actions = listed(stringOf(values, "actions"));
    for (auto &pattern : listed(stringOf(values, "patterns"))) actions.push_back(std::move(pattern));
    return {id, std::move(name), utf8(stringOf(values, "description")), std::move(actions),
            listed(stringOf(values, "except"))};
}

const DeclaredAction createRole([]() -> ActionRecord {
    return {
        .id = QStringLiteral("role.create"),
        .text = Words::tr("Create role"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 31,
        .blades = {QStringLiteral("roles")},
        .primary = true,
        .explanation = Words::tr("A role of your own: what whoever has it may do with the keys below where it is "
                                 "assigned."),
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> {
            auto fields = roleFields({});
            fields.insert(fields.begin(),
                          {.id = QStringLiteral("name"), .label = Words::tr("Name"), .error = nameError<DisplayName>});
            return fields;
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto id = s.random().id<RoleId>();
            return Deed{command::CreateRole{roleFrom(id, utf8(stringOf(values, "name")), values)}, {}, targetOf(id)};
        },
    };
});

bool own(const Situation &s) { return !s.estate().role(roleOf(s.target))->builtIn; }

const DeclaredAction changeRole([]() -> ActionRecord {
    return {
        .id = QStringLiteral("role.edit"),
        .text = Words::tr("Change role"),
        .icon = QStringLiteral("document-edit"),
        .scope = roleScope,
        .order = 10,
        .blades = {QStringLiteral("roles"), QStringLiteral("role.overview")},
        .explanation = Words::tr("Changes what it allows, for everybody who has it."),
        .supported = own,
        .allowed = always,
        .fields = [](const Situation &s) { return roleFields(*s.estate().role(roleOf(s.target))); },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto *role = s.estate().role(roleOf(s.target));
            return Deed{command::UpdateRole{roleFrom(role->id, role->name, values)}};
        },
        .previews = true,
    };
});

const DeclaredAction deleteRole([]() -> ActionRecord {
    return {
        .id = QStringLiteral("role.delete"),
        .text = Words::tr("Delete role"),
        .icon = QStringLiteral("edit-delete"),
        .scope = roleScope,
        .order = 90,
        .blades = {QStringLiteral("roles"), QStringLiteral("role.overview")},
        .supported = own,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeleteRole{roleOf(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
