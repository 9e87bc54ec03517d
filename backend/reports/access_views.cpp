// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/access_views.h"

#include "backend/estate/describe.h"
#include "backend/reports/json.h"

namespace keyward::reports {

using namespace estate;

namespace {

QString nameOf(const Estate &estate, const PrincipalId &id)
{
    const auto *principal = estate.principal(id);
    return text(principal ? principal->name : id.text());
}

QString subnetText(const Estate &estate, const SubnetRef &ref)
{
    const auto *network = estate.network(ref.network);
    return text((network ? network->name.text() : ref.network.text()) + "/" + ref.subnet);
}

} // namespace

QJsonObject view(const Tenant &tenant)
{
    return {{QLatin1String("name"), text(tenant.name)}, {QLatin1String("tenantId"), text(tenant.directory)}};
}

QJsonObject view(const Subscription &subscription)
{
    return {{QLatin1String("name"), text(subscription.name)},
            {QLatin1String("subscriptionId"), text(subscription.guid)},
            {QLatin1String("tenantId"), text(subscription.tenant)},
            {QLatin1String("resourceProviders"), list(subscription.providers)}};
}

QJsonObject view(const ResourceGroup &group)
{
    QJsonObject tags;
    for (const auto &[name, value] : group.tags) tags.insert(text(name), text(value));
    return {{QLatin1String("name"), text(group.name.text())},
            {QLatin1String("subscriptionId"), text(group.subscription)},
            {QLatin1String("region"), text(group.region.text())},
            {QLatin1String("tags"), tags}};
}

QJsonObject view(const Role &role)
{
    return {{QLatin1String("name"), text(role.name)},
            {QLatin1String("id"), text(role.id.text())},
            {QLatin1String("description"), text(role.description)},
            {QLatin1String("type"), QLatin1String(role.builtIn ? "BuiltInRole" : "CustomRole")},
            {QLatin1String("dataActions"), list(role.dataActions)},
            {QLatin1String("notDataActions"), list(role.notDataActions)},
            {QLatin1String("keyPermissions"), list(role.permissions.names())}};
}

QJsonObject view(const Estate &estate, const RoleAssignment &assignment)
{
    const auto *role = estate.role(assignment.role);
    return {{QLatin1String("id"), text(assignment.id.text())},
            {QLatin1String("principal"), nameOf(estate, assignment.principal)},
            {QLatin1String("principalId"), text(assignment.principal.text())},
            {QLatin1String("role"), text(role ? role->name : assignment.role.text())},
            {QLatin1String("scope"), text(scopeText(estate, assignment.scope))},
            {QLatin1String("created"), text(isoText(assignment.created))}};
}

QJsonObject view(const Estate &estate, const Lock &lock)
{
    return {{QLatin1String("name"), text(lock.name)},
            {QLatin1String("level"), text(levelText(lock.level))},
            {QLatin1String("scope"), text(scopeText(estate, lock.scope))},
            {QLatin1String("note"), text(lock.note)},
            {QLatin1String("created"), text(isoText(lock.created))}};
}

QJsonObject view(const Estate &, const VirtualNetwork &network)
{
    QJsonArray space, subnets;
    for (const auto &range : network.space) space.append(text(range.text()));
    for (const auto &subnet : network.subnets)
        subnets.append(QJsonObject{{QLatin1String("name"), text(subnet.name)},
                                   {QLatin1String("range"), text(subnet.range.text())},
                                   {QLatin1String("serviceEndpoint"), subnet.serviceEndpoint}});
    return {{QLatin1String("name"), text(network.name.text())},
            {QLatin1String("region"), text(network.place.region.text())},
            {QLatin1String("addressSpace"), space},
            {QLatin1String("subnets"), subnets}};
}

QJsonObject firewallView(const Estate &estate, const Vault &vault)
{
    QJsonArray ranges, subnets, endpoints;
    for (const auto &range : vault.firewall.ranges) ranges.append(text(range.text()));
    for (const auto &ref : vault.firewall.subnets) subnets.append(subnetText(estate, ref));
    for (const auto &endpoint : vault.firewall.endpoints)
        endpoints.append(QJsonObject{{QLatin1String("name"), text(endpoint.name)},
                                     {QLatin1String("subnet"), subnetText(estate, endpoint.subnet)},
                                     {QLatin1String("state"), text(stateText(endpoint.state))},
                                     {QLatin1String("note"), text(endpoint.note)},
                                     {QLatin1String("changed"), text(isoText(endpoint.changed))}});
    return {{QLatin1String("vault"), text(vault.name.text())},
            {QLatin1String("access"), text(accessText(vault.firewall.access))},
            {QLatin1String("bypassTrustedServices"), vault.firewall.trustedServices},
            {QLatin1String("ipRules"), ranges},
            {QLatin1String("virtualNetworkRules"), subnets},
            {QLatin1String("privateEndpoints"), endpoints}};
}

QJsonObject view(const Estate &estate, const Vault &vault, const Effective &one)
{
    QJsonArray grants;
    for (const auto &grant : one.grants) grants.append(text(describe(estate, one.principal, grant)));
    const auto *principal = estate.principal(one.principal);
    const auto *key = one.key ? estate.key(*one.key) : nullptr;
    return {{QLatin1String("vault"), text(vault.name.text())},
            {QLatin1String("key"), key ? text(key->name.text()) : QJsonValue()},
            {QLatin1String("principal"), nameOf(estate, one.principal)},
            {QLatin1String("principalId"), text(one.principal.text())},
            {QLatin1String("kind"), principal ? text(kindText(principal->kind)) : QString()},
            {QLatin1String("keyPermissions"), list(one.permissions.names())},
            {QLatin1String("grantedBy"), grants},
            {QLatin1String("ineffective"),
             one.ineffective.empty() ? QJsonValue() : QJsonValue(text(one.ineffective.text()))}};
}

QJsonObject view(const Estate &estate, const Reach &reach)
{
    const auto *resource = estate.resource(reach.resource);
    const auto *vault = estate.vault(reach.vault);
    return {{QLatin1String("resource"), resource ? text(resource->name.text()) : QString()},
            {QLatin1String("vault"), vault ? text(vault->name.text()) : QString()},
            {QLatin1String("identity"), text(kindText(reach.kind))},
            {QLatin1String("inUse"), reach.inUse},
            {QLatin1String("allowed"), reach.passage.allowed()},
            {QLatin1String("rule"), text(ruleText(reach.passage.rule))},
            {QLatin1String("reason"), text(sentence(reach.passage).text())}};
}

QJsonObject view(const AccessDifference &difference)
{
    return {{QLatin1String("principal"), text(difference.name)},
            {QLatin1String("principalId"), text(difference.principal.text())},
            {QLatin1String("place"), text(difference.place)},
            {QLatin1String("gained"), list(difference.gained.names())},
            {QLatin1String("lost"), list(difference.lost.names())}};
}

} // namespace keyward::reports
