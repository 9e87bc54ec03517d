// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/draw.h"
#include "tests/support/world.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"

#include <rapidcheck.h>

using namespace keyward;
using namespace keyward::estate;
using namespace keyward::test;

namespace {

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
                    RC_ASSERT(is.unreadable <= was.unreadable);
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
