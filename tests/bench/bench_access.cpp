// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The core with very many grants, keys and bindings: what must not grow with their number does not.

#include "tests/bench/harness.h"
#include "tests/support/fixture.h"

#include "backend/estate/access.h"
#include "backend/estate/assess.h"
#include "backend/estate/authorize.h"

namespace keyward::bench {
namespace {

using namespace estate;

constexpr int rounds = 41;

/// A vault with one key under each model, and as many grants around them as wanted, half policies and half role
/// assignments.
struct Grants {
    test::Model model;
    PrincipalId caller;
    VaultId byPolicy, byRole;
    KeyId policyKey, roleKey;

    explicit Grants(std::size_t count)
    {
        caller = model.application("caller");
        byPolicy = model.vault("kv-policy");
        byRole = model.vault("kv-role");
        policyKey = model.key(byPolicy, "k");
        roleKey = model.key(byRole, "k");
        test::must(model.run(command::SetAccessModel{byRole, AccessModel::Roles}, true));
        model.grant(byPolicy, model.group("team", {caller}));
        model.assign("Key Vault Crypto User", caller, "group:default");
        const auto role = model.estate.roleNamed("Key Vault Reader")->id;
        Vault vault;
        for (std::size_t i = 0; i < count / 2; ++i) { // by hand: a thousand policies a vault
            if (i % 1000 == 0) {
                if (i > 0) model.estate.put(vault);
                vault = *model.estate.vault(byPolicy);
                if (i > 0) {
                    vault.id = test::id<VaultId>();
                    vault.name = test::must(VaultName::from("kv" + std::to_string(i)));
                }
            }
            const Principal other{test::id<PrincipalId>(), "p" + std::to_string(i), PrincipalKind::Application,
                                  model.estate.settings().tenant};
            model.estate.put(other);
            vault.policies[other.id] = PermissionSet{Permission::Get};
            model.estate.put(
                RoleAssignment{test::id<AssignmentId>(), other.id, role, {Scope::Kind::Vault, recordOf(byRole)}, {}});
        }
        model.estate.put(vault);
    }
    double microseconds(const VaultId &vault, const KeyId &key) const
    {
        constexpr int calls = 2000;
        const AccessRequest request{caller,    vault, key, model.keyOf(key).latest().id, Permission::WrapKey,
                                    model.now, {}};
        bool allowed = true;
        const auto took = seconds([&] {
            for (int i = 0; i < calls; ++i) allowed &= authorize(model.estate, request).allowed();
        });
        return allowed ? took / calls * 1e6 : 1e9;
    }
};

void benchAuthorize(Table &table)
{
    const Grants few(100), many(100'000);
    const auto policies = interleaved(
        rounds, [&] { return few.microseconds(few.byPolicy, few.policyKey); },
        [&] { return many.microseconds(many.byPolicy, many.policyKey); });
    table.add("core", "authorize by policy, through a group: 100,000 grants against 100", "µs", policies, 2.0, false);
    const auto roles = interleaved(
        rounds, [&] { return few.microseconds(few.byRole, few.roleKey); },
        [&] { return many.microseconds(many.byRole, many.roleKey); });
    table.add("core", "authorize by role on the resource group: 100,000 grants against 100", "µs", roles, 2.0, false);
    table.add("core", "authorize with 100,000 grants", "µs", std::max(policies.ours, roles.ours), 5.0, false);
}

void benchKeyByName(Table &table)
{
    test::Model model;
    const auto vault = model.vault("kv1");
    auto key = model.keyOf(model.key(vault, "first"));
    for (int i = 0; i < 100'000; ++i) {
        key.id = test::id<KeyId>();
        key.name = test::must(KeyName::from("key-" + std::to_string(i)));
        model.estate.put(key);
    }
    std::vector<double> samples;
    for (int round = 0; round < rounds; ++round)
        samples.push_back(seconds([&] {
                              for (int i = 0; i < 1000; ++i)
                                  if (!model.estate.keyNamed(vault, "key-" + std::to_string(i * 97 % 100'000)))
                                      std::abort();
                          }) *
                          1e3);
    table.add("core", "a key by name among 100,000", "µs", median(samples), 10.0, false);
}

/// What one change costs with so many resources bound to keys of their own.
struct Bindings {
    test::Model model;
    test::Desk::Bound bound;
    Assessment assessment;

    explicit Bindings(int count)
    {
        bound = model.bound();
        const auto resource = *model.estate.resource(bound.resource);
        const auto vault = *model.estate.vault(bound.vault);
        auto key = model.keyOf(bound.key);
        for (int i = 0; i < count; ++i) {
            auto ownVault = vault;
            ownVault.id = test::id<VaultId>();
            ownVault.name = test::must(VaultName::from("v" + std::to_string(i) + "x"));
            model.estate.put(ownVault);
            auto own = key;
            own.id = test::id<KeyId>();
            own.vault = ownVault.id;
            own.versions[0].expires = model.now + Days(40 + i % 300); // each due at a time of its own
            model.estate.put(own);
            auto other = resource;
            other.id = test::id<ResourceId>();
            other.name = test::must(ResourceName::from("r" + std::to_string(i)));
            other.binding->vault = ownVault.id;
            other.binding->key = own.id;
            model.estate.put(other);
        }
        assessment = assess(model.estate, model.now);
    }
    double microseconds()
    {
        constexpr int changes = 200;
        const auto version = model.keyOf(bound.key).latest().id;
        bool on = false;
        return seconds([&] {
                   for (int i = 0; i < changes; ++i, on = !on) {
                       auto change = test::must(applyUnguarded(
                           model.estate, {command::UpdateKeyVersion{bound.key, version, on, {}, {}, {}, {}}},
                           test::owner, model.now));
                       assessment = assess(std::move(assessment), model.estate, change, model.now);
                       model.estate = std::move(change.next);
                   }
               }) /
               changes * 1e6;
    }
};

void benchAssess(Table &table)
{
    Bindings few(100), many(10'000);
    const auto one = interleaved(rounds, [&] { return few.microseconds(); }, [&] { return many.microseconds(); });
    table.add("core", "one change applied and assessed: 10,000 bindings against 100", "µs", one, 3.0, false);
}

} // namespace

void benchAccess(Table &table)
{
    benchAuthorize(table);
    benchKeyByName(table);
    benchAssess(table);
}

} // namespace keyward::bench
