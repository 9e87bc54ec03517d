// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/access_words.h"

#include "models/text.h"

#include "backend/estate/describe_names.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

/// By its name, or by the beginning of its id where it has none.

} // namespace

QString scopeTitle(const Estate &estate, const estate::Scope &scope)
{
    using Kind = estate::Scope::Kind;
    const auto &raw = scope.id.bytes;
    switch (scope.kind) {
    case Kind::Tenant: return Words::tr("Tenant %1").arg(text(nameOf(estate, TenantId{raw})));
    case Kind::Subscription: return Words::tr("Subscription %1").arg(text(nameOf(estate, SubscriptionId{raw})));
    case Kind::Group: return Words::tr("Resource group %1").arg(text(nameOf(estate, GroupId{raw})));
    case Kind::Vault: return Words::tr("Key vault %1").arg(text(nameOf(estate, VaultId{raw})));
    case Kind::Key: return Words::tr("Key %1").arg(text(nameOf(estate, KeyId{raw})));
    case Kind::Resource: return Words::tr("Resource %1").arg(text(nameOf(estate, ResourceId{raw})));
    case Kind::Network: return Words::tr("Virtual network %1").arg(text(nameOf(estate, NetworkId{raw})));
    }
    return {};
}

QString nameOfPrincipal(const Estate &estate, const PrincipalId &id)
{
    const auto *principal = estate.principal(id);
    return principal ? text(principal->name) : Words::tr("Deleted identity");
}

QString described(const Role &role) { return role.builtIn ? spokenOf(role.description) : text(role.description); }

QString nameOfRole(const Estate &estate, const RoleId &id)
{
    const auto *role = estate.role(id);
    return role ? text(role->name) : Words::tr("Deleted role");
}

QString grantTitle(const Estate &estate, const PrincipalId &principal, const Grant &grant)
{
    const auto *assignment = grant.assignment ? estate.assignment(*grant.assignment) : nullptr;
    const auto title = assignment ? Words::tr("Role %1 on: %2", "a role, a place")
                                        .arg(nameOfRole(estate, assignment->role), scopeTitle(estate, *grant.scope))
                                  : Words::tr("Access policy");
    if (grant.through == principal) return title;
    return Words::tr("%1, through group %2", "what was granted, a group")
        .arg(title, nameOfPrincipal(estate, grant.through));
}

QString lossesText(const std::vector<AccessDifference> &differences)
{
    constexpr int shown = 5;
    QStringList out;
    int all = 0;
    for (const auto &one : differences) {
        if (one.lost.empty() || ++all > shown) continue;
        out += Words::tr("%1 loses %2 in %3.").arg(text(one.name), spaced(one.lost), text(one.place));
    }
    if (all > shown) out += Words::tr("%Ln more identities lose access.", nullptr, all - shown);
    return out.join(QLatin1Char(' '));
}

} // namespace keyward::models
