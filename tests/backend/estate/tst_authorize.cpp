// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/estate/access.h"
#include "backend/estate/authorize.h"

using namespace keyward;
using namespace keyward::estate;

namespace {

// What should decide, written down independently of how authorize() finds it.
enum class Network {
    Open,
    AddressIn,
    AddressOut,
    SubnetIn,
    Endpoint,
    EndpointPending,
    DisabledPublic,
    DisabledEndpoint,
    ServiceTrusted,
    ServiceBypassOff
};
constexpr std::pair<Network, const char *> networks[] = {{Network::Open, "open"},
                                                         {Network::AddressIn, "address in"},
                                                         {Network::AddressOut, "address out"},
                                                         {Network::SubnetIn, "subnet"},
                                                         {Network::Endpoint, "endpoint"},
                                                         {Network::EndpointPending, "endpoint pending"},
                                                         {Network::DisabledPublic, "disabled"},
                                                         {Network::DisabledEndpoint, "disabled, endpoint"},
                                                         {Network::ServiceTrusted, "trusted service"},
                                                         {Network::ServiceBypassOff, "bypass off"}};
bool letsIn(Network network)
{
    switch (network) {
    case Network::Open:
    case Network::AddressIn:
    case Network::SubnetIn:
    case Network::Endpoint:
    case Network::DisabledEndpoint:
    case Network::ServiceTrusted: return true;
    case Network::AddressOut:
    case Network::EndpointPending:
    case Network::DisabledPublic:
    case Network::ServiceBypassOff: return false;
    }
    return false;
}

enum class State { Enabled, Disabled, Early, Expired, Deleted, VaultDeleted };
constexpr std::pair<State, const char *> states[] = {
    {State::Enabled, "enabled"}, {State::Disabled, "disabled"}, {State::Early, "early"},
    {State::Expired, "expired"}, {State::Deleted, "deleted"},   {State::VaultDeleted, "vault deleted"}};
bool isCrypto(Permission p) { return p >= Permission::Decrypt && p <= Permission::Sign; }
bool protectsNew(Permission p) { return p == Permission::Encrypt || p == Permission::WrapKey || p == Permission::Sign; }
bool stateAllows(State state, Permission p)
{
    if (state == State::Deleted || state == State::VaultDeleted) return false;
    if (!isCrypto(p) || state == State::Enabled) return true;
    return state != State::Disabled && !protectsNew(p);
}

enum class Grant_ {
    None,
    Policy,
    PolicyOther,
    GroupPolicy,
    Role,
    RoleOnKey,
    RoleOnGroup,
    RoleOther,
    RoleWhilePolicies,
    PolicyWhileRoles
};
constexpr std::pair<Grant_, const char *> grants[] = {{Grant_::None, "nothing"},
                                                      {Grant_::Policy, "policy"},
                                                      {Grant_::PolicyOther, "policy without it"},
                                                      {Grant_::GroupPolicy, "group policy"},
                                                      {Grant_::Role, "role"},
                                                      {Grant_::RoleOnKey, "role on key"},
                                                      {Grant_::RoleOnGroup, "role on resource group"},
                                                      {Grant_::RoleOther, "role without it"},
                                                      {Grant_::RoleWhilePolicies, "role, but policies decide"},
                                                      {Grant_::PolicyWhileRoles, "policy, but roles decide"}};
bool gives(Grant_ grant)
{
    return grant == Grant_::Policy || grant == Grant_::GroupPolicy || grant == Grant_::Role ||
           grant == Grant_::RoleOnKey || grant == Grant_::RoleOnGroup;
}

/// One estate per combination of network, grant and state. Copies share what is the same in them.
struct Case {
    test::Model model;
    VaultId vault;
    KeyId key;
    PrincipalId principal;
    Origin origin;

    explicit Case(Network network)
    {
        vault = model.vault("kv1", false);
        key = model.key(vault, "k");
        if (network == Network::ServiceTrusted || network == Network::ServiceBypassOff)
            principal = model.identity(model.resource("rsv1"));
        else
            principal = model.application("app");
        setNetwork(network);
    }
    Case(Network network, Grant_ grant, State state, Permission operation) : Case(network)
    {
        setGrant(grant, operation);
        setState(state);
    }
    Case with(Grant_ grant, Permission operation) const
    {
        auto out = *this;
        out.setGrant(grant, operation);
        return out;
    }
    Case in(State state) const
    {
        auto out = *this;
        out.setState(state);
        return out;
    }
    void setNetwork(Network network)
    {
        using Access = Firewall::Access;
        origin = Origin::at(test::must(IpAddress::from("10.1.2.3")));
        const auto id = test::id<NetworkId>();
        test::must(model.run(command::CreateNetwork{
            id, test::must(ResourceName::from("vnet1")), model.place(), {test::must(IpRange::from("10.1.0.0/16"))}}));
        test::must(model.run(command::SetSubnet{id, {"apps", test::must(IpRange::from("10.1.2.0/24")), true}}));
        const SubnetRef apps{id, "apps"};
        command::SetFirewall rules{vault};
        rules.access = Access::SelectedNetworks;
        rules.trustedServices = true;
        switch (network) {
        case Network::Open: rules.access = Access::AllNetworks; break;
        case Network::AddressIn: rules.ranges = {{test::must(IpRange::from("10.1.2.0/28"))}}; break;
        case Network::AddressOut: rules.ranges = {{test::must(IpRange::from("10.9.0.0/16"))}}; break;
        case Network::SubnetIn: rules.subnets = {{apps}}; break;
        case Network::Endpoint:
        case Network::EndpointPending:
        case Network::DisabledEndpoint: {
            const auto endpoint = test::id<EndpointId>();
            test::must(
                model.run(command::RequestEndpoint{vault, endpoint, test::must(ResourceName::from("pe1")), apps}));
            if (network != Network::EndpointPending)
                test::must(model.run(command::DecideEndpoint{vault, endpoint, PrivateEndpoint::State::Approved, ""}));
            if (network == Network::DisabledEndpoint) rules.access = Access::Disabled;
            break;
        }
        case Network::DisabledPublic:
            rules.access = Access::Disabled;
            rules.ranges = {{test::must(IpRange::from("10.0.0.0/8"))}}; // counts for nothing
            break;
        case Network::ServiceTrusted: origin = Origin::of("recovery-services-vault"); break;
        case Network::ServiceBypassOff:
            origin = Origin::of("recovery-services-vault");
            rules.trustedServices = false;
            break;
        }
        test::must(model.run(rules));
    }
    void setGrant(Grant_ grant, Permission operation)
    {
        const PermissionSet wanted{operation};
        const auto other = PermissionSet::ofBits((1u << permissionCount) - 1).without(wanted);
        const bool roles = grant == Grant_::Role || grant == Grant_::RoleOnKey || grant == Grant_::RoleOnGroup ||
                           grant == Grant_::RoleOther || grant == Grant_::PolicyWhileRoles;
        const auto policy = [&](const PrincipalId &who, PermissionSet what) {
            test::must(model.run(command::SetAccessPolicy{vault, who, what}));
        };
        const auto role = [&](const std::string &scope, PermissionSet what) {
            Role made{test::id<RoleId>(), "probe", "", {}, {}};
            for (unsigned i = 0; i < permissionCount; ++i)
                if (what.has(Permission(i))) made.dataActions.push_back(dataActionOf(Permission(i)));
            test::must(model.run(command::CreateRole{made}));
            model.assign("probe", principal, scope);
        };
        switch (grant) {
        case Grant_::None: break;
        case Grant_::Policy:
        case Grant_::PolicyWhileRoles: policy(principal, wanted); break;
        case Grant_::PolicyOther: policy(principal, other); break;
        case Grant_::GroupPolicy: policy(model.group("outer", {model.group("inner", {principal})}), wanted); break;
        case Grant_::Role:
        case Grant_::RoleWhilePolicies: role("vault:kv1", wanted); break;
        case Grant_::RoleOnKey: role("key:kv1/k", wanted); break;
        case Grant_::RoleOnGroup: role("group:default", wanted); break;
        case Grant_::RoleOther: { // get and list are one data action, so leave both out
            auto less = other;
            if (operation == Permission::Get || operation == Permission::List)
                less = less.without({Permission::Get, Permission::List});
            role("vault:kv1", less);
            break;
        }
        }
        if (roles) test::must(model.run(command::SetAccessModel{vault, AccessModel::Roles}, true));
    }
    void setState(State state)
    {
        const auto version = model.keyOf(key).latest().id;
        command::UpdateKeyVersion update{key, version, {}, {}, {}, {}, {}};
        switch (state) {
        case State::Enabled: return;
        case State::Disabled: update.enabled = false; break;
        case State::Early: update.notBefore = std::optional(model.now + Days(1)); break;
        case State::Expired: update.expires = std::optional(model.now - Days(1)); break;
        case State::Deleted: test::must(model.run(command::DeleteKey{key})); return;
        case State::VaultDeleted: test::must(model.run(command::DeleteVault{vault})); return;
        }
        test::must(model.run(update));
    }
    Decision decide(Permission operation) const
    {
        return authorize(model.estate,
                         {principal, vault, key, model.keyOf(key).latest().id, operation, model.now, origin});
    }
};

} // namespace

class TestAuthorize : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// VLT-5, VLT-9, VLT-10, MOD-9, MOD-11: every operation, grant, key state and network, 12,000 combinations.
    void VLT_9_everyCombinationIsJudgedAsWrittenDown()
    {
        std::size_t seen = 0, allowed = 0;
        for (const auto &[network, networkName] : networks) {
            const Case reached(network);
            for (const auto &[grant, grantName] : grants)
                for (unsigned i = 0; i < permissionCount; ++i) {
                    const auto operation = Permission(i);
                    const auto given = reached.with(grant, operation);
                    for (const auto &[state, stateName] : states) {
                        const auto one = given.in(state);
                        const bool wanted = letsIn(network) && gives(grant) && stateAllows(state, operation);
                        const auto decision = one.decide(operation);
                        ++seen;
                        allowed += decision.allowed();
                        const auto where = std::string(networkName) + ", " + grantName + ", " + stateName + ", " +
                                           std::string(permissionText(operation)) + ": " +
                                           std::string(ruleText(decision.rule));
                        QVERIFY2(decision.allowed() == wanted, where.c_str());
                        // The first check that fails names itself.
                        if (state == State::VaultDeleted)
                            QVERIFY2(decision.rule == Decision::Rule::VaultDeleted, where.c_str());
                        else if (!letsIn(network))
                            QVERIFY2(decision.rule == Decision::Rule::Firewall, where.c_str());
                        else if (!gives(grant))
                            QVERIFY2(decision.rule >= Decision::Rule::NoPolicy &&
                                         decision.rule <= Decision::Rule::RoleLacks,
                                     where.c_str());
                    }
                }
        }
        QCOMPARE(seen, std::size(networks) * std::size(grants) * std::size(states) * permissionCount);
        QVERIFY(allowed > 1000);
    }

    void strangersAreToldApart()
    {
        Case one(Network::Open, Grant_::Policy, State::Enabled, Permission::WrapKey);
        const auto version = one.model.keyOf(one.key).latest().id;
        const auto rule = [&](const PrincipalId &who, const VaultId &vault, const KeyId &key, const VersionId &v) {
            return authorize(one.model.estate, {who, vault, key, v, Permission::WrapKey, one.model.now, {}}).rule;
        };
        QCOMPARE(rule(test::id<PrincipalId>(), one.vault, one.key, version), Decision::Rule::NoSuchPrincipal);
        QCOMPARE(rule(one.principal, test::id<VaultId>(), one.key, version), Decision::Rule::NoSuchVault);
        QCOMPARE(rule(one.principal, one.vault, test::id<KeyId>(), version), Decision::Rule::NoSuchKey);
        QCOMPARE(rule(one.principal, one.vault, one.key, test::id<VersionId>()), Decision::Rule::NoSuchKey);
        const auto elsewhere = one.model.key(one.model.vault("kv2"), "k"); // a key is asked for in its own vault
        QCOMPARE(rule(one.principal, one.vault, elsewhere, one.model.keyOf(elsewhere).latest().id),
                 Decision::Rule::NoSuchKey);
        KW_OK(one.model.run(
            command::UpdateKeyVersion{one.key, version, {}, {}, {}, {}, PermissionSet{Permission::Sign}}));
        QCOMPARE(rule(one.principal, one.vault, one.key, version), Decision::Rule::OperationNotOnKey);
    }

    /// VLT-9: what is asked of a vault (create, import, list) is judged by firewall, caller and grant, and nothing
    /// else.
    void VLT_9_withoutAKeyFirewallCallerAndGrantDecide()
    {
        const auto asked = [](const Case &one, Permission operation) {
            return authorize(one.model.estate, {.principal = one.principal,
                                                .vault = one.vault,
                                                .key = {},
                                                .version = {},
                                                .operation = operation,
                                                .now = one.model.now,
                                                .origin = one.origin});
        };
        using enum Permission;
        for (const auto operation : {Create, Import, List, Restore}) {
            for (const auto &[network, networkName] : networks)
                for (const auto &[grant, grantName] : grants) {
                    const Case one(network, grant, State::Disabled, operation); // of no key that was not asked for
                    const auto decision = asked(one, operation);
                    const bool given = gives(grant) && grant != Grant_::RoleOnKey; // not on the vault as a whole
                    const auto where =
                        std::string(networkName) + ", " + grantName + ": " + std::string(ruleText(decision.rule));
                    QVERIFY2(decision.allowed() == (letsIn(network) && given), where.c_str());
                    if (!letsIn(network)) QVERIFY2(decision.rule == Decision::Rule::Firewall, where.c_str());
                    QCOMPARE(decision.passage.allowed(), letsIn(network));
                }
            Case stranger(Network::Open, Grant_::Policy, State::Enabled, operation);
            stranger.principal = test::id<PrincipalId>();
            QCOMPARE(asked(stranger, operation).rule, Decision::Rule::NoSuchPrincipal);
            const Case gone(Network::Open, Grant_::Policy, State::VaultDeleted, operation);
            QCOMPARE(asked(gone, operation).rule, Decision::Rule::VaultDeleted);
        }
    }

    /// What is done to a key as a whole asks whether there is such a key in the vault, and not for the state of
    /// versions.
    void VLT_9_withoutAVersionTheKeyMustBeThere()
    {
        using enum Permission;
        const auto asked = [](const Case &one, const std::optional<KeyId> &key, Permission operation) {
            return authorize(one.model.estate, {.principal = one.principal,
                                                .vault = one.vault,
                                                .key = key,
                                                .version = {},
                                                .operation = operation,
                                                .now = one.model.now})
                .rule;
        };
        for (const auto operation : {Update, Delete, Recover, List}) {
            Case one(Network::Open, Grant_::Policy, State::Deleted, operation); // to recover it, for one
            QCOMPARE(asked(one, one.key, operation), Decision::Rule::Granted);
            QCOMPARE(asked(one, test::id<KeyId>(), operation), Decision::Rule::NoSuchKey);
            const auto elsewhere = one.model.key(one.model.vault("kv2"), "k");
            QCOMPARE(asked(one, elsewhere, operation), Decision::Rule::NoSuchKey);
        }
        const Case onKey(Network::Open, Grant_::RoleOnKey, State::Enabled, Update); // a grant on the key alone counts
        QCOMPARE(asked(onKey, onKey.key, Update), Decision::Rule::Granted);
        QCOMPARE(asked(onKey, {}, Update), Decision::Rule::NoRole);
    }

    /// VLT-5: whoever wants to use a key says which version; without one nothing would look at its state.
    void VLT_5_noUseOfAKeyIsAllowedWithoutAVersion()
    {
        for (unsigned i = 0; i < permissionCount; ++i) {
            const auto operation = Permission(i);
            if (!isCrypto(operation)) continue;
            const Case one(Network::Open, Grant_::Policy, State::Enabled, operation);
            for (const auto &key : {std::optional<KeyId>(), std::optional(one.key)}) {
                const auto decision = authorize(one.model.estate, {.principal = one.principal,
                                                                   .vault = one.vault,
                                                                   .key = key,
                                                                   .version = {},
                                                                   .operation = operation,
                                                                   .now = one.model.now});
                QCOMPARE(decision.rule, Decision::Rule::NoSuchKey);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAuthorize)
#include "tst_authorize.moc"
