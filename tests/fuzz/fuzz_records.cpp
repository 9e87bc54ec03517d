// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/records.h"

#include <cstdlib>

namespace {

using namespace keyward;
using namespace keyward::estate;

template <class T> T id(std::uint8_t n)
{
    T out;
    out.bytes.fill(n);
    return out;
}

/// One record of each kind in each edition, with something in every list.
std::vector<Bytes> everyKind()
{
    std::vector<Bytes> out;
    const auto add = [&]<class T>(EntityKind kind, const T &entity) {
        for (unsigned edition = 1; edition <= editionOf<T>; ++edition) {
            Encoder to;
            to.edition = edition;
            to.kind = static_cast<unsigned>(kind);
            to(kind, edition, entity);
            out.push_back(to.take());
        }
    };
    const Placement place{Region::from("westeurope").value(), "t", "s", "default"};
    Vault vault;
    vault.id = id<VaultId>(1);
    vault.name = VaultName::from("kv1").value();
    vault.place = place;
    vault.policies[id<PrincipalId>(2)] = cryptographic;
    vault.firewall.ranges = {IpRange::from("10.0.0.0/8").value()};
    vault.firewall.subnets = {{id<NetworkId>(3), "apps"}};
    vault.firewall.endpoints = {
        {id<EndpointId>(4), "pe1", {id<NetworkId>(3), "apps"}, PrivateEndpoint::State::Approved, "", {}}};
    add(EntityKind::Vault, vault);
    Key key;
    key.id = id<KeyId>(5);
    key.vault = vault.id;
    key.name = KeyName::from("k").value();
    key.versions.push_back({id<VersionId>(6),
                            {},
                            {},
                            true,
                            Instant{},
                            Instant{},
                            {{"a", "b"}},
                            cryptographic,
                            {1, 2},
                            id<RecordId>(7),
                            false});
    key.backups = {{{}, "file", 1}};
    add(EntityKind::Key, key);
    Principal app{id<PrincipalId>(2), "app", PrincipalKind::Application, "t"};
    app.secrets = {{id<SecretId>(8), "ci", "abc", {}, {}, {1}, {2}}};
    app.members = {id<PrincipalId>(9)};
    app.place = place;
    add(EntityKind::Principal, app);
    Resource resource;
    resource.id = id<ResourceId>(10);
    resource.name = ResourceName::from("rsv1").value();
    resource.place = place;
    resource.binding = Binding{vault.id, key.id, id<VersionId>(6), false, {}, {}, "s", app.id};
    resource.userIdentities = {app.id};
    add(EntityKind::Resource, resource);
    add(EntityKind::Tenant, Tenant{id<TenantId>(11), "t", "T"});
    add(EntityKind::Subscription, Subscription{id<SubscriptionId>(12), "s", "S", "t", {"Microsoft.KeyVault"}});
    add(EntityKind::Group,
        ResourceGroup{id<GroupId>(13), "s", ResourceGroupName::from("default").value(), place.region, {}});
    add(EntityKind::Role, Role{id<RoleId>(14), "R", "", {"Microsoft.KeyVault/vaults/keys/read"}, {}});
    add(EntityKind::Assignment,
        RoleAssignment{id<AssignmentId>(15), app.id, id<RoleId>(14), {Scope::Kind::Vault, recordOf(vault.id)}, {}});
    add(EntityKind::Lock,
        Lock{id<LockId>(16), "L", Lock::Level::ReadOnly, {Scope::Kind::Vault, recordOf(vault.id)}, "", {}});
    add(EntityKind::Network, VirtualNetwork{id<NetworkId>(3),
                                            ResourceName::from("vnet1").value(),
                                            place,
                                            {IpRange::from("10.0.0.0/8").value()},
                                            {{"apps", IpRange::from("10.1.0.0/16").value(), true}}});
    add(EntityKind::SiemReceiver, SiemReceiver{id<SiemReceiverId>(17),
                                               "soc",
                                               SiemTls{{"siem.example.org", 6514}, "siem", "PEM"},
                                               true,
                                               {},
                                               SiemOutage{SiemOutage::Kind::NotTrusted, {}, "why", 7}});
    add(EntityKind::OwnProfile,
        OwnProfile{id<OwnProfileId>(18),
                   "wiki",
                   R"({"schema": "keyward.profiles/1", "profiles": [{"id": "wiki", "title": "Wiki", "onLoss": "x",)"
                   R"( "source": "x", "confidence": "C"}]})",
                   {}});
    return out;
}

} // namespace

/// Records of the estate, of every edition. What is read is put into an estate, written and read as the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace keyward;
    using namespace keyward::estate;
    if (size < 2) return 0;
    static const auto samples = everyKind();
    Bytes input = samples[data[0] % samples.size()];
    for (std::size_t i = 1; i + 1 < size; i += 2) { // an edit each: where, and what
        const std::size_t at = 2 + data[i] * 7u % (input.size() + 1);
        if (at < input.size())
            input[at] = data[i + 1];
        else
            input.push_back(data[i + 1]);
    }
    auto entity = decode(input);
    if (!entity) return 0;
    if (const auto *key = std::get_if<Key>(&*entity); key && key->versions.empty()) return 0; // never written
    Estate estate(std::make_shared<const Catalogue>());
    const auto id = std::visit([](const auto &one) { return recordOf(one.id); }, *entity);
    const auto kind = static_cast<EntityKind>(input[0]);
    put(estate, *entity);
    const auto written = encode(estate, {kind, id, false});
    const auto again = decode(written);
    if (!again) std::abort();
    Estate other(std::make_shared<const Catalogue>());
    put(other, *again);
    if (encode(other, {kind, id, false}) != written) std::abort();
    removeRecord(estate, id);
    return 0;
}
