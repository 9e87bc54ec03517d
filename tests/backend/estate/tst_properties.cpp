// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"

#include <rapidcheck.h>

using namespace keyward;
using namespace keyward::estate;

namespace {

/// A small world in which anything may be tried.
struct World {
    test::Model model;
    std::vector<test::Desk::Bound> bounds;
    std::vector<PrincipalId> apps, groups, identities;
    NetworkId network = test::id<NetworkId>();
    std::vector<PrincipalId> everybody() const
    {
        auto out = apps;
        out.insert(out.end(), groups.begin(), groups.end());
        for (const auto &bound : bounds) out.push_back(bound.principal);
        return out;
    }

    World()
    {
        for (const auto *name : {"rsv1", "rsv2"}) bounds.push_back(model.bound(name));
        for (const auto &bound : bounds) model.point(bound.resource);
        for (const auto *name : {"app1", "app2"}) apps.push_back(model.application(name));
        for (const auto *name : {"group1", "group2"}) groups.push_back(model.group(name));
        for (const auto *name : {"shared1", "shared2"}) identities.push_back(model.userIdentity(name));
        test::must(model.run(command::CreateTenant{test::id<TenantId>(), test::must(DisplayName::from("Abroad"))}));
        test::must(model.run(command::CreateNetwork{network,
                                                    test::must(ResourceName::from("vnet1")),
                                                    model.place(),
                                                    {test::must(IpRange::from("10.1.0.0/16"))}}));
        test::must(model.run(command::SetSubnet{network, {"apps", test::must(IpRange::from("10.1.2.0/24")), true}}));
    }
};

template <class T> T any(const std::vector<T> &of) { return of[*rc::gen::inRange<std::size_t>(0, of.size())]; }

PermissionSet anyPermissions()
{
    return PermissionSet::ofBits(*rc::gen::inRange<std::uint32_t>(1, 1u << permissionCount));
}

Scope anyScope(const World &world, const test::Desk::Bound &bound)
{
    static const std::vector<const char *> broad{"tenant", "subscription", "group:default"};
    switch (*rc::gen::inRange(0, 3)) {
    case 0: return test::must(scopeFrom(world.model.estate, any(broad)));
    case 1: return {Scope::Kind::Vault, recordOf(bound.vault)};
    default: return {Scope::Kind::Key, recordOf(bound.key)};
    }
}

Action anyAction(World &world)
{
    auto &model = world.model;
    const auto bound = any(world.bounds);
    const auto *key = model.estate.key(bound.key);
    const auto version = key ? any(key->versions).id : test::id<VersionId>();
    const auto &roles = test::catalogue()->platform().roles;
    const auto who = any(world.everybody());
    switch (*rc::gen::inRange(0, 22)) {
    case 0: return command::UpdateKeyVersion{bound.key, version, *rc::gen::arbitrary<bool>(), {}, {}, {}, {}};
    case 1:
        return command::UpdateKeyVersion{
            bound.key, version, {}, {}, std::optional(model.now + Days(*rc::gen::inRange(-3, 60))), {}, {}};
    case 2: return command::DeleteKey{bound.key};
    case 3: return command::RecoverKey{bound.key};
    case 4: return command::PurgeKey{bound.key};
    case 5: return command::RotateKey{bound.key, {test::id<VersionId>(), test::id<RecordId>(), true, {}, {}, {}, {}}};
    case 6: return command::SetAccessPolicy{bound.vault, who, anyPermissions()};
    case 7: return command::RemoveAccessPolicy{bound.vault, who};
    case 8:
        return command::SetAccessModel{bound.vault,
                                       *rc::gen::arbitrary<bool>() ? AccessModel::Roles : AccessModel::Policies};
    case 9: return command::AssignRole{test::id<AssignmentId>(), who, any(roles).id, anyScope(world, bound)};
    case 10: {
        std::vector<AssignmentId> all;
        for (const auto &[id, one] : model.estate.assignments()) all.push_back(id);
        return command::RemoveAssignment{all.empty() ? test::id<AssignmentId>() : any(all)};
    }
    case 11: return command::SetMember{any(world.groups), who, *rc::gen::arbitrary<bool>()};
    case 12: {
        command::SetFirewall rules{bound.vault};
        rules.access = Firewall::Access(*rc::gen::inRange(1, 4));
        rules.trustedServices = *rc::gen::arbitrary<bool>();
        if (*rc::gen::arbitrary<bool>()) rules.ranges = {{test::must(IpRange::from("192.0.2.0/24"))}};
        if (*rc::gen::arbitrary<bool>()) rules.subnets = {{{world.network, "apps"}}};
        return rules;
    }
    case 13: return command::DeleteVault{bound.vault};
    case 14: return command::RecoverVault{bound.vault};
    case 15: return command::PurgeVault{bound.vault};
    case 16: return command::DisableIdentity{bound.resource};
    case 17: return command::FollowNewVersion{bound.resource, test::id<JobId>()};
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

/// Also what moves, and what is about identities.
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
    case 1: return command::EnableIdentity{bound.resource, test::id<PrincipalId>()};
    case 2: return command::DisableIdentity{bound.resource};
    case 3: return command::AssignIdentity{bound.resource, any(world.identities)};
    case 4: return command::UnassignIdentity{bound.resource, any(world.identities)};
    case 5: return command::DeletePrincipal{any(world.identities)};
    case 6:
        return command::SetAccessPolicy{bound.vault, any(world.identities),
                                        test::must(PermissionSet::from("get,list,wrapKey,unwrapKey"))};
    case 7:
        if (!key) return command::SetStoreBackup{};
        return command::SetKey{bound.resource,    bound.vault,          bound.key, {}, {},
                               test::id<JobId>(), any(world.identities)};
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

std::set<Obstacle> obstacles(const Estate &estate, const ResourceId &id, Instant now)
{
    return obstaclesOf(assess(estate, *estate.resource(id), now));
}

/// What health offers, again and again, until nothing stands in the way; those that were of use.
std::optional<std::vector<Action>> mend(test::Model &model, const ResourceId &id)
{
    std::vector<Action> done;
    for (int guard = 0; guard < 12; ++guard) {
        const auto health = assess(model.estate, *model.estate.resource(id), model.now);
        if (obstaclesOf(health).empty()) return done;
        const auto fixable = std::ranges::find_if(
            health.reasons, [](const Reason &reason) { return reason.fix && !reason.obstacles.empty(); });
        if (fixable == health.reasons.end() || !model.run(*fixable->fix, true)) return std::nullopt;
        done.push_back(*fixable->fix);
    }
    return std::nullopt;
}

/// VLT-9 once more, the slow and obvious way: every grant that exists, looked at in turn.
PermissionSet obviously(const Estate &estate, const PrincipalId &who, const Vault &vault, const KeyId &key)
{
    std::set<PrincipalId> selves{who};
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto &[id, one] : estate.principals())
            for (const auto &member : one->members)
                if (selves.contains(member)) grew |= selves.insert(id).second;
    }
    PermissionSet out;
    if (vault.accessModel == AccessModel::Policies) {
        for (const auto &[id, permissions] : vault.policies)
            if (selves.contains(id)) out = out | permissions;
        return out;
    }
    for (const auto &[id, one] : estate.assignments()) {
        if (!selves.contains(one->principal)) continue;
        const auto place = placeOf(estate, one->scope);
        bool reaches = false;
        switch (one->scope.kind) {
        case Scope::Kind::Tenant: reaches = place && place->tenant == vault.place.tenant; break;
        case Scope::Kind::Subscription: reaches = place && place->subscription == vault.place.subscription; break;
        case Scope::Kind::Group:
            reaches = place && place->subscription == vault.place.subscription &&
                      place->resourceGroup == vault.place.resourceGroup;
            break;
        case Scope::Kind::Vault: reaches = one->scope.id == recordOf(vault.id); break;
        case Scope::Kind::Key: reaches = one->scope.id == recordOf(key); break;
        default: break;
        }
        if (reaches) out = out | estate.role(one->role)->permissions;
    }
    return out;
}

std::uint64_t claimsOf(const Estate &estate)
{
    std::uint64_t out = 0;
    for (const auto &[id, key] : estate.keys())
        if (!key->deleted && !estate.vault(key->vault)->deleted) out += claims(estate, *key).size();
    return out;
}

} // namespace

class TestProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void MOD_11_noSequenceLetsTheUnauthorisedUnwrap()
    {
        QVERIFY(rc::check("authorize() grants exactly what some grant gives", [] {
            World world;
            for (int step = 0; step < 30; ++step) {
                (void)world.model.run(anyAction(world), *rc::gen::arbitrary<bool>());
                const auto &estate = world.model.estate;
                for (const auto &bound : world.bounds) {
                    const auto *vault = estate.vault(bound.vault);
                    const auto *key = estate.key(bound.key);
                    if (!vault || !key) continue;
                    for (const auto &who : world.everybody()) {
                        const auto *principal = estate.principal(who);
                        const auto origin = principal && principal->kind == PrincipalKind::SystemAssigned
                                                ? Origin::of("recovery-services-vault")
                                                : Origin::at(test::must(IpAddress::from("10.1.2.3")));
                        const auto &version = key->versions.back();
                        const bool allowed = authorize(estate, {who, bound.vault, bound.key, version.id,
                                                                Permission::UnwrapKey, world.model.now, origin})
                                                 .allowed();
                        const bool granted =
                            principal && obviously(estate, who, *vault, bound.key).has(Permission::UnwrapKey);
                        const bool usable = !vault->deleted && !key->deleted && version.enabled && !version.pending;
                        const bool reached = principal && passes(estate, *vault, origin, principal).allowed();
                        RC_ASSERT(allowed == (granted && usable && reached));
                    }
                }
            }
        }));
    }

    void MOD_5_noVersionWithLiveClaimsIsLostWithoutAnOverride()
    {
        QVERIFY(rc::check("without an override, claims end only by what ends them", [] {
            World world;
            for (int step = 0; step < 30; ++step) {
                const auto action = anyAction(world);
                const auto before = world.model.estate;
                const auto had = claimsOf(before);
                const bool ends = std::holds_alternative<command::DeletePoint>(action) ||
                                  std::holds_alternative<command::SetKey>(action);
                if (!world.model.run(action) || ends) continue;
                RC_ASSERT(claimsOf(world.model.estate) >= had);
                for (const auto &[id, resource] : before.resources()) { // nor does anything in use stop working
                    const auto was = assess(before, *resource, world.model.now);
                    const auto is = assess(world.model.estate, *world.model.estate.resource(id), world.model.now);
                    RC_ASSERT(was.health == Health::Lost || is.health != Health::Lost);
                    RC_ASSERT(is.unreadablePoints <= was.unreadablePoints);
                }
            }
        }));
    }

    // Mend 5
    void MOD_5_noReasonIsAddedWithoutAnOverride()
    {
        QVERIFY(rc::check("from any state, a command that passes without an override adds no reason that was not there",
                          [] {
                              World world;
                              for (int step = 0; step < 40; ++step) {
                                  const auto action = anyActionWithMoves(world);
                                  const bool overriding = *rc::gen::arbitrary<bool>();
                                  const auto before = world.model.estate;
                                  if (!world.model.run(action, overriding) || overriding) continue;
                                  for (const auto &[id, resource] : before.resources()) {
                                      if (!world.model.estate.resource(id)) continue;
                                      const auto had = obstacles(before, id, world.model.now);
                                      const auto has = obstacles(world.model.estate, id, world.model.now);
                                      RC_ASSERT(std::ranges::includes(had, has));
                                  }
                              }
                          }));
    }

    // Mend 5
    void MOD_5_whatWouldHaveMendedItStillDoes()
    {
        QVERIFY(rc::check("what brings a binding back brings it back after any command that passed without an override",
                          [] {
                              World world;
                              for (int step = 0; step < 30; ++step) {
                                  if (*rc::gen::inRange(0, 3) > 0) {
                                      (void)world.model.run(anyActionWithMoves(world), true);
                                      continue;
                                  }
                                  const auto bound = any(world.bounds);
                                  auto copy = world.model;
                                  const auto mends = mend(copy, bound.resource);
                                  const auto action = anyActionWithMoves(world);
                                  const auto was = world.model.estate;
                                  const auto wasNow = copy.now;
                                  if (!world.model.run(action) || !mends || wasNow != world.model.now) continue;
                                  if (std::holds_alternative<command::SetKey>(action) ||
                                      std::holds_alternative<command::SetAccessModel>(action))
                                      continue; // other key, other kind of grant
                                  auto after = world.model;
                                  for (const auto &one : *mends) (void)after.run(one, true);
                                  RC_ASSERT(obstacles(after.estate, bound.resource, after.now).empty());
                              }
                          }));
    }

    void whatIsForeseenIsWhatHappens()
    {
        QVERIFY(rc::check(
            "assess() says Lost exactly where wrapping or unwrapping is refused, and impactOf() what a change then "
            "does",
            [] {
                World world;
                for (int step = 0; step < 30; ++step) {
                    const Command command{anyAction(world), true};
                    const auto &model = world.model;
                    const auto foreseen = impactOf(model.estate, command, test::owner, model.now);
                    const auto before = model.estate;
                    const auto done = world.model.run(command.action, true);
                    RC_ASSERT(foreseen.has_value() == done.has_value());
                    for (const auto &[id, resource] : model.estate.resources()) {
                        if (!resource->binding) continue;
                        const auto verdict = assess(model.estate, *resource, model.now);
                        const auto *identity = model.estate.identityOf(*resource);
                        const auto &binding = *resource->binding;
                        const auto can = [&](Permission operation) {
                            return identity &&
                                   authorize(model.estate, {identity->id, binding.vault, binding.key, binding.version,
                                                            operation, model.now, Origin::of(resource->type)})
                                       .allowed();
                        };
                        const bool all = identity && model.estate.vault(binding.vault) &&
                                         effectivePermissions(model.estate, identity->id,
                                                              *model.estate.vault(binding.vault), binding.key)
                                             .has(Permission::Get) &&
                                         effectivePermissions(model.estate, identity->id,
                                                              *model.estate.vault(binding.vault), binding.key)
                                             .has(Permission::List);
                        RC_ASSERT((verdict.health != Health::Lost) ==
                                  (can(Permission::WrapKey) && can(Permission::UnwrapKey) && all));
                        if (!foreseen) continue;
                        const auto effect = std::ranges::find(foreseen->effects, id, &Impact::Effect::resource);
                        if (effect != foreseen->effects.end())
                            RC_ASSERT(effect->after == verdict);
                        else
                            RC_ASSERT(assess(before, *before.resource(id), model.now) == verdict);
                    }
                    if (!foreseen) continue;
                    for (const auto &difference : foreseen->access) { // and access changes as foretold
                        const auto *vault = model.estate.vault(difference.vault);
                        if (!vault || vault->deleted || !model.estate.principal(difference.principal) ||
                            difference.place.contains('/'))
                            continue;
                        const auto now_ = effectivePermissions(model.estate, difference.principal, *vault);
                        RC_ASSERT(difference.gained.without(now_).empty());
                        RC_ASSERT(now_.without(difference.lost) == now_);
                    }
                }
            }));
    }

    void incrementalAssessmentEqualsFull()
    {
        QVERIFY(rc::check("assess(change) == assess(everything), whatever changes", [] {
            World world;
            auto kept = assess(world.model.estate, world.model.now);
            for (int step = 0; step < 30; ++step) {
                const auto before = world.model.estate;
                auto change = applyUnguarded(before, {anyAction(world), true}, test::owner, world.model.now);
                if (!change) continue;
                const auto effects = change->effects;
                for (const auto &effect : effects) complete(*change, effect, {});
                kept = assess(std::move(kept), before, *change, world.model.now);
                world.model.estate = std::move(change->next);
                const auto full = assess(world.model.estate, world.model.now);
                RC_ASSERT(full.bindings == kept.bindings);
                RC_ASSERT(full.due == kept.due);
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
