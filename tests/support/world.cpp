// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/world.h"

#include "backend/estate/scope.h"
#include "tests/support/draw.h"

namespace keyward::test {

using namespace estate;

World::World()
{
    for (const auto *name : {"rsv1", "rsv2"}) bounds.push_back(model.bound(name));
    for (const auto &bound : bounds) model.point(bound.resource);
    for (const auto *name : {"app1", "app2"}) apps.push_back(model.application(name));
    for (const auto *name : {"group1", "group2"}) groups.push_back(model.group(name));
    for (const auto *name : {"shared1", "shared2"}) identities.push_back(model.userIdentity(name));
    must(model.run(command::CreateTenant{id<TenantId>(), must(DisplayName::from("Abroad"))}));
    must(model.run(command::CreateNetwork{
        network, must(ResourceName::from("vnet1")), model.place(), {must(IpRange::from("10.1.0.0/16"))}}));
    must(model.run(command::SetSubnet{network, {"apps", must(IpRange::from("10.1.2.0/24")), true}}));
}

std::vector<PrincipalId> World::everybody() const
{
    auto out = apps;
    out.insert(out.end(), groups.begin(), groups.end());
    for (const auto &bound : bounds) out.push_back(bound.principal);
    return out;
}

PermissionSet anyPermissions()
{
    return PermissionSet::ofBits(*rc::gen::inRange<std::uint32_t>(1, 1u << permissionCount));
}

namespace {

Scope anyScope(const World &world, const Desk::Bound &bound)
{
    static const std::vector<const char *> broad{"tenant", "subscription", "group:default"};
    switch (*rc::gen::inRange(0, 3)) {
    case 0: return must(scopeFrom(world.model.estate, any(broad)));
    case 1: return {Scope::Kind::Vault, recordOf(bound.vault)};
    default: return {Scope::Kind::Key, recordOf(bound.key)};
    }
}

} // namespace

Action anyAction(World &world)
{
    auto &model = world.model;
    const auto bound = any(world.bounds);
    const auto *key = model.estate.key(bound.key);
    const auto version = key ? any(key->versions).id : id<VersionId>();
    const auto &roles = catalogue()->platform().roles;
    const auto who = any(world.everybody());
    switch (*rc::gen::inRange(0, 22)) {
    case 0: return command::UpdateKeyVersion{bound.key, version, *rc::gen::arbitrary<bool>(), {}, {}, {}, {}};
    case 1:
        return command::UpdateKeyVersion{
            bound.key, version, {}, {}, std::optional(model.now + Days(*rc::gen::inRange(-3, 60))), {}, {}};
    case 2: return command::DeleteKey{bound.key};
    case 3: return command::RecoverKey{bound.key};
    case 4: return command::PurgeKey{bound.key};
    case 5: return command::RotateKey{bound.key, {id<VersionId>(), id<RecordId>(), true, {}, {}, {}, {}}};
    case 6: return command::SetAccessPolicy{bound.vault, who, anyPermissions()};
    case 7: return command::RemoveAccessPolicy{bound.vault, who};
    case 8:
        return command::SetAccessModel{bound.vault,
                                       *rc::gen::arbitrary<bool>() ? AccessModel::Roles : AccessModel::Policies};
    case 9: return command::AssignRole{id<AssignmentId>(), who, any(roles).id, anyScope(world, bound)};
    case 10: {
        std::vector<AssignmentId> all;
        for (const auto &[id, one] : model.estate.assignments()) all.push_back(id);
        return command::RemoveAssignment{all.empty() ? id<AssignmentId>() : any(all)};
    }
    case 11: return command::SetMember{any(world.groups), who, *rc::gen::arbitrary<bool>()};
    case 12: {
        command::SetFirewall rules{bound.vault};
        rules.access = Firewall::Access(*rc::gen::inRange(1, 4));
        rules.trustedServices = *rc::gen::arbitrary<bool>();
        if (*rc::gen::arbitrary<bool>()) rules.ranges = {{must(IpRange::from("192.0.2.0/24"))}};
        if (*rc::gen::arbitrary<bool>()) rules.subnets = {{{world.network, "apps"}}};
        return rules;
    }
    case 13: return command::DeleteVault{bound.vault};
    case 14: return command::RecoverVault{bound.vault};
    case 15: return command::PurgeVault{bound.vault};
    case 16: return command::DisableIdentity{bound.resource};
    case 17: return command::FollowNewVersion{bound.resource, id<JobId>()};
    case 18: return command::DeletePrincipal{who};
    case 19:
        return model.estate.key(bound.key) ? Action(model.binding(bound.resource, bound.vault, bound.key))
                                           : Action(command::SetStoreBackup{});
    case 20: {
        const auto point = model.estate.pointsOf(bound.resource);
        return point.empty() ? Action(command::SetStoreBackup{}) : Action(command::DeletePoint{*point.begin()});
    }
    default: model.now += std::chrono::hours(*rc::gen::inRange(1, 24 * 40)); return command::SetStoreBackup{};
    }
}

Action anyActionWithMoves(World &world)
{
    auto &model = world.model;
    const auto bound = any(world.bounds);
    const auto *key = model.estate.key(bound.key);
    const auto home = *model.estate.subscriptionId(model.estate.settings().subscription);
    switch (*rc::gen::inRange(0, 16)) {
    case 0: {
        std::vector<std::string> tenants;
        for (const auto &[id, tenant] : model.estate.tenants()) tenants.push_back(tenant->directory);
        return command::TransferSubscription{home, any(tenants)};
    }
    case 1: return command::EnableIdentity{bound.resource, id<PrincipalId>()};
    case 2: return command::DisableIdentity{bound.resource};
    case 3: return command::AssignIdentity{bound.resource, any(world.identities)};
    case 4: return command::UnassignIdentity{bound.resource, any(world.identities)};
    case 5: return command::DeletePrincipal{any(world.identities)};
    case 6:
        return command::SetAccessPolicy{bound.vault, any(world.identities),
                                        must(PermissionSet::from("get,list,wrapKey,unwrapKey"))};
    case 7:
        if (!key) return command::SetStoreBackup{};
        return command::SetKey{bound.resource, bound.vault, bound.key, {}, {}, id<JobId>(), any(world.identities)};
    case 8: {
        if (!key) return command::SetStoreBackup{};
        command::UpdateKeyVersion narrow{bound.key, any(key->versions).id, {}, {}, {}, {}, {}};
        const std::vector<PermissionSet> sets{
            {Permission::UnwrapKey}, {Permission::WrapKey}, {Permission::WrapKey, Permission::UnwrapKey}};
        narrow.operations = any(sets);
        return narrow;
    }
    case 9: {
        if (!key) return command::SetStoreBackup{};
        command::UpdateKeyVersion late{bound.key, any(key->versions).id, {}, {}, {}, {}, {}};
        late.notBefore = std::optional(model.now + Days(*rc::gen::inRange(-3, 3)));
        return late;
    }
    case 10: return command::SetAccessPolicy{bound.vault, bound.principal, anyPermissions()};
    default: return anyAction(world);
    }
}

} // namespace keyward::test
