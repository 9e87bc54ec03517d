// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/access_words.h"

#include "models/text.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

/// By its name, or by the beginning of its id where it has none.
QString named(const std::string &name, const RecordId &id)
{
    return text(name.empty() ? id.text().substr(0, 8) : name);
}

} // namespace

QString scopeTitle(const Estate &estate, const estate::Scope &scope)
{
    using Kind = estate::Scope::Kind;
    const auto &raw = scope.id.bytes;
    switch (scope.kind) {
    case Kind::Tenant: {
        const auto *tenant = estate.tenant(TenantId{raw});
        return Words::tr("Tenant %1").arg(named(tenant ? tenant->name : std::string(), scope.id));
    }
    case Kind::Subscription: {
        const auto *subscription = estate.subscription(SubscriptionId{raw});
        return Words::tr("Subscription %1").arg(named(subscription ? subscription->name : std::string(), scope.id));
    }
    case Kind::Group: {
        const auto *group = estate.group(GroupId{raw});
        return Words::tr("Resource group %1").arg(named(group ? group->name.text() : std::string(), scope.id));
    }
    case Kind::Vault: {
        const auto *vault = estate.vault(VaultId{raw});
        return Words::tr("Key vault %1").arg(named(vault ? vault->name.text() : std::string(), scope.id));
    }
    case Kind::Key: {
        const auto *key = estate.key(KeyId{raw});
        return Words::tr("Key %1").arg(named(key ? keyPath(estate, *key) : std::string(), scope.id));
    }
    case Kind::Resource: {
        const auto *resource = estate.resource(ResourceId{raw});
        return Words::tr("Resource %1").arg(named(resource ? resource->name.text() : std::string(), scope.id));
    }
    case Kind::Network: {
        const auto *network = estate.network(NetworkId{raw});
        return Words::tr("Virtual network %1").arg(named(network ? network->name.text() : std::string(), scope.id));
    }
    }
    return {};
}

QString nameOfPrincipal(const Estate &estate, const PrincipalId &id)
{
    const auto *principal = estate.principal(id);
    return principal ? text(principal->name) : Words::tr("Deleted identity");
}

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
