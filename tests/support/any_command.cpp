// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Commands of every kind that people type, on whatever there is in the world, with values that are hard to write.

#include "tests/support/any_command.h"

#include "tests/support/own_profile.h"

#include <functional>

namespace keyward::test {

using namespace estate;

namespace {

const std::vector<std::string> hard{"Bot's friend",   "-dash",     "--dashes",  "two  spaces", "ünïcode €",
                                    "$(touch x)",     "back`tick", "a\\b",      "[1,2]",       "{}",
                                    "#not a comment", "50%",       "~",         "!x",          "plain",
                                    "a;b|c&d",        "*",         "\"quoted\""};

DisplayName anyName()
{
    for (;;)
        if (auto name = DisplayName::from(maybe() ? anyText() : anyText() + std::to_string(below(1000)))) return *name;
}
ResourceName anyResourceName() { return must(ResourceName::from("thing-" + std::to_string(below(1000)))); }
Tags anyTags()
{
    Tags out;
    for (int i = below(3); i > 0; --i) out[any(std::vector<std::string>{"owner", "for what", "a'b"})] = anyText();
    return out;
}
std::optional<Tags> perhapsTags() { return maybe() ? std::optional(anyTags()) : std::nullopt; }

Placement anyPlace(const Estate &estate)
{
    const auto &group = *estate.group(anyOf<ResourceGroup>(estate));
    const auto &within = *estate.subscription(*estate.subscriptionId(group.subscription));
    return {must(Region::from(any(std::vector<const char *>{"westeurope", "northeurope"}))), within.tenant, within.guid,
            group.name.text()};
}

Instant anyTime(Instant now) { return now + Days(below(400)) + std::chrono::seconds(below(86'400)); }

command::VersionSeed anySeed(Instant now)
{
    command::VersionSeed seed{id<VersionId>(), id<RecordId>(), below(4) > 0};
    if (maybe()) seed.expires = maybe() ? std::optional(anyTime(now)) : std::nullopt;
    if (below(4) == 0) seed.notBefore = std::optional(anyTime(now));
    seed.tags = perhapsTags();
    if (maybe()) seed.operations = PermissionSet{Permission::WrapKey, Permission::UnwrapKey};
    return seed;
}

KeySpec anySpec()
{
    switch (below(4)) {
    case 0: return must(KeySpec::rsa(any(std::vector<unsigned>{2048, 3072, 4096})));
    case 1: return must(KeySpec::ec(any(std::vector<const char *>{"P-256", "P-384", "P-521", "P-256K"})));
    case 2: return must(KeySpec::oct(256));
    default: return must(KeySpec::rsa(2048)).inHsm();
    }
}

Action anyVaultCommand(World &world)
{
    const auto &estate = world.model.estate;
    const auto vault = anyOf<Vault>(estate);
    switch (below(6)) {
    case 0:
        return command::CreateVault{id<VaultId>(),
                                    must(VaultName::from("kv-" + std::to_string(below(1000)))),
                                    anyPlace(estate),
                                    maybe() ? Tier::Premium : Tier::Standard,
                                    anyTags(),
                                    below(4) == 0,
                                    static_cast<unsigned>(7 + below(84))};
    case 1: {
        command::UpdateVault update{vault, {}, {}, {}, perhapsTags(), {}};
        if (maybe()) update.softDelete = maybe();
        if (below(4) == 0) update.purgeProtection = maybe();
        if (maybe()) update.tier = maybe() ? Tier::Premium : Tier::Standard;
        if (maybe()) update.retentionDays = 90;
        return update;
    }
    case 2: {
        const auto to = anyPlace(estate);
        return command::MoveVault{vault, to.subscription, to.resourceGroup};
    }
    case 3: return command::DeleteVault{vault};
    case 4: return command::RecoverVault{vault};
    default: return command::PurgeVault{vault};
    }
}

Action anyKeyCommand(World &world, const std::filesystem::path &folder)
{
    const auto &[estate, now] = std::tie(world.model.estate, world.model.now);
    const auto key = anyOf<Key>(estate);
    const auto *there = estate.key(key);
    const auto version = there ? any(there->versions).id : id<VersionId>();
    switch (below(9)) {
    case 0: {
        const auto again = there && maybe(); // a next version
        return command::CreateKey{id<KeyId>(), again ? there->vault : anyOf<Vault>(estate),
                                  again ? there->name : must(KeyName::from("k" + std::to_string(below(1000)))),
                                  again ? there->spec : anySpec(), anySeed(now)};
    }
    case 1: return command::RotateKey{key, anySeed(now)};
    case 2: return command::UpdateKeyVersion{key, version, maybe(), {}, {}, {}, {}};
    case 3: {
        command::UpdateKeyVersion update{key, version, {}, {}, {}, perhapsTags(), {}};
        if (below(4) == 0) update.enabled = false;
        if (maybe()) update.expires = maybe() ? std::optional(anyTime(now)) : std::nullopt;
        if (maybe()) update.notBefore = maybe() ? std::optional(anyTime(now)) : std::nullopt;
        if (maybe()) update.operations = PermissionSet{Permission::WrapKey};
        return update;
    }
    case 4: return command::DeleteKey{key};
    case 5: return command::RecoverKey{key};
    case 6: return command::PurgeKey{key};
    case 7: return command::NoteKeyBackup{key, (folder / anyText()).string()};
    default: return command::NoteEscrow{key, version, maybe() ? std::string() : anyText()};
    }
}

Scope anyLockScope(const Estate &estate)
{
    switch (below(5)) {
    case 0: return {Scope::Kind::Resource, recordOf(anyOf<Resource>(estate))};
    case 1: return {Scope::Kind::Network, recordOf(anyOf<VirtualNetwork>(estate))};
    case 2: return {Scope::Kind::Group, recordOf(anyOf<ResourceGroup>(estate))};
    case 3: return {Scope::Kind::Subscription, recordOf(anyOf<Subscription>(estate))};
    default: return {Scope::Kind::Vault, recordOf(anyOf<Vault>(estate))};
    }
}

Scope anyRoleScope(const Estate &estate)
{
    switch (below(5)) {
    case 0: return {Scope::Kind::Tenant, recordOf(anyOf<Tenant>(estate))};
    case 1: return {Scope::Kind::Group, recordOf(anyOf<ResourceGroup>(estate))};
    case 2: return {Scope::Kind::Subscription, recordOf(anyOf<Subscription>(estate))};
    case 3: return {Scope::Kind::Key, recordOf(anyOf<Key>(estate))};
    default: return {Scope::Kind::Vault, recordOf(anyOf<Vault>(estate))};
    }
}

Role anyRole(const Estate &estate, bool isNew)
{
    const auto *before = isNew ? nullptr : estate.find<Role>(anyOf<Role>(estate));
    Role role{before ? before->id : id<RoleId>(),
              before ? before->name : anyName().text(),
              maybe() ? std::string() : anyText(),
              {"Microsoft.KeyVault/vaults/keys/*"},
              {}};
    if (maybe()) role.notDataActions = {"Microsoft.KeyVault/vaults/keys/sign/action"};
    return role;
}

Action anyAccessCommand(World &world)
{
    const auto &estate = world.model.estate;
    const auto vault = anyOf<Vault>(estate);
    const auto who = anyOf<Principal>(estate);
    const auto &builtIn = catalogue()->platform().roles;
    switch (below(10)) {
    case 0: return command::SetAccessPolicy{vault, who, anyPermissions()};
    case 1: return command::RemoveAccessPolicy{vault, who};
    case 2: return command::SetAccessModel{vault, maybe() ? AccessModel::Roles : AccessModel::Policies};
    case 3: return command::CreateRole{anyRole(estate, true)};
    case 4: return command::UpdateRole{anyRole(estate, false)};
    case 5: return command::DeleteRole{anyOf<Role>(estate)};
    case 6:
        return command::AssignRole{id<AssignmentId>(), who, maybe() ? any(builtIn).id : anyOf<Role>(estate),
                                   anyRoleScope(estate)};
    case 7: return command::RemoveAssignment{anyOf<RoleAssignment>(estate)};
    case 8:
        return command::CreateLock{{id<LockId>(),
                                    anyName().text(),
                                    maybe() ? Lock::Level::ReadOnly : Lock::Level::CannotDelete,
                                    anyLockScope(estate),
                                    maybe() ? std::string() : anyText(),
                                    {}}};
    default: return command::RemoveLock{anyOf<Lock>(estate)};
    }
}

SubnetRef anySubnet(const Estate &estate)
{
    const auto id = anyOf<VirtualNetwork>(estate);
    const auto *network = estate.network(id);
    return {id, network && !network->subnets.empty() ? any(network->subnets).name : "none"};
}

struct EndpointOf {
    VaultId vault;
    EndpointId endpoint;
};

/// Mostly one that there is: few vaults have any.
EndpointOf anyEndpoint(const Estate &estate)
{
    std::vector<EndpointOf> all;
    for (const auto &[id, vault] : estate.all<Vault>())
        for (const auto &endpoint : vault->firewall.endpoints) all.push_back({.vault = id, .endpoint = endpoint.id});
    if (all.empty() || below(4) == 0) return {.vault = anyOf<Vault>(estate), .endpoint = id<EndpointId>()};
    return any(all);
}

command::SetFirewall anyFirewall(const Estate &estate)
{
    command::SetFirewall rules{anyOf<Vault>(estate)};
    if (maybe()) rules.access = Firewall::Access(1 + below(3));
    if (maybe()) rules.trustedServices = maybe();
    if (maybe()) rules.ranges.emplace();
    if (rules.ranges && maybe()) rules.ranges->push_back(must(IpRange::from("192.0.2.0/24")));
    if (maybe()) rules.subnets.emplace();
    if (rules.subnets && maybe()) rules.subnets->insert(anySubnet(estate));
    return rules;
}

Action anyNetworkCommand(World &world)
{
    const auto &estate = world.model.estate;
    const auto vault = anyOf<Vault>(estate);
    const auto network = anyOf<VirtualNetwork>(estate);
    switch (below(8)) {
    case 0: return anyFirewall(estate);
    case 1: return command::RequestEndpoint{vault, id<EndpointId>(), anyResourceName(), anySubnet(estate)};
    case 2: {
        const auto [in, endpoint] = anyEndpoint(estate);
        return command::DecideEndpoint{in, endpoint, PrivateEndpoint::State(2 + below(3)),
                                       maybe() ? std::string() : anyText()};
    }
    case 3: {
        const auto [in, endpoint] = anyEndpoint(estate);
        return command::RemoveEndpoint{in, endpoint};
    }
    case 4:
        return command::CreateNetwork{id<NetworkId>(),
                                      anyResourceName(),
                                      anyPlace(estate),
                                      {must(IpRange::from("10.2.0.0/16")), must(IpRange::from("10.3.0.0/16"))}};
    case 5:
        return command::SetSubnet{
            network,
            {"sub" + std::to_string(below(9)),
             must(IpRange::from("10." + std::to_string(1 + below(3)) + "." + std::to_string(below(99)) + ".0/24")),
             maybe()}};
    case 6: {
        const auto gone = anySubnet(estate);
        return command::RemoveSubnet{gone.network, gone.subnet};
    }
    default: return command::DeleteNetwork{network};
    }
}

Action anyPlaceCommand(World &world)
{
    const auto &estate = world.model.estate;
    const auto subscription = anyOf<Subscription>(estate);
    const auto &tenant = estate.tenant(anyOf<Tenant>(estate))->directory;
    switch (below(9)) {
    case 8: return command::SetRegionOutage{must(Region::from("uksouth")), maybe()}; // where hardly anything stands
    case 0: return command::CreateTenant{id<TenantId>(), anyName()};
    case 1: return command::CreateSubscription{id<SubscriptionId>(), anyName(), tenant};
    case 2:
        return command::RegisterProvider{subscription, any(catalogue()->platform().providers).name, id<PrincipalId>()};
    case 3: return command::UnregisterProvider{subscription, any(catalogue()->platform().providers).name};
    case 4: return command::TransferSubscription{subscription, tenant};
    case 5:
        return command::CreateGroup{id<GroupId>(), estate.subscription(subscription)->guid,
                                    must(ResourceGroupName::from("group-" + std::to_string(below(1000)) + "(x)")),
                                    must(Region::from("westeurope")), anyTags()};
    case 6: return command::UpdateGroup{anyOf<ResourceGroup>(estate), anyTags()};
    default: return command::DeleteGroup{anyOf<ResourceGroup>(estate)};
    }
}

Action anyPrincipalCommand(World &world)
{
    const auto &estate = world.model.estate;
    const auto &home = estate.settings().tenant;
    const auto who = anyOf<Principal>(estate);
    const auto resource = anyOf<Resource>(estate);
    switch (below(9)) {
    case 0: return command::CreateApplication{id<PrincipalId>(), anyName(), home, guidText(id<RecordId>())};
    case 1: return command::CreateUserIdentity{id<PrincipalId>(), anyName(), anyPlace(estate)};
    case 2: return command::CreatePrincipalGroup{id<PrincipalId>(), anyName(), home};
    case 3: return command::SetMember{any(world.groups), who, maybe()};
    case 4: return command::DeletePrincipal{who};
    case 5: {
        const auto app = any(world.apps);
        const auto *there = estate.principal(app);
        return command::RemoveClientSecret{app, there && !there->secrets.empty() ? there->secrets.front().id
                                                                                 : id<SecretId>()};
    }
    case 6: return command::AssignIdentity{resource, any(world.identities)};
    case 7: return command::UnassignIdentity{resource, any(world.identities)};
    default:
        return command::AddClientSecret{any(world.apps),
                                        {id<SecretId>(), "for tests", "abc", {}, anyTime(world.model.now), {}, {}}};
    }
}

Action anyResourceCommand(World &world)
{
    const auto &estate = world.model.estate;
    const auto resource = anyOf<Resource>(estate);
    switch (below(9)) {
    case 7: return command::SetStore{resource, maybe() ? std::optional(anyOf<Resource>(estate)) : std::nullopt};
    case 8: return command::NoteUse{resource};
    case 0: {
        command::CreateResource create{id<ResourceId>(), any(catalogue()->all())->id, anyResourceName(),
                                       anyPlace(estate), anyTags()};
        const auto *key = estate.key(anyOf<Key>(estate));
        if (key && maybe())
            create.key = command::KeyAtCreation{.vault = key->vault,
                                                .key = key->id,
                                                .version = maybe() ? std::optional(key->latest().id) : std::nullopt,
                                                .identity = anyOf<Principal>(estate),
                                                .job = id<JobId>()};
        return create;
    }
    case 1: return command::DeleteResource{resource};
    case 2: {
        const auto to = anyPlace(estate);
        return command::MoveResource{resource, to.subscription, to.resourceGroup};
    }
    case 3: return command::EnableIdentity{resource, id<PrincipalId>()};
    case 4: return command::DisableIdentity{resource};
    case 5: {
        const auto &bound = any(world.bounds);
        const auto *key = estate.key(bound.key);
        if (!key) return command::SetServiceManaged{resource};
        command::SetKey set{bound.resource, key->vault, key->id, {}, {}, id<JobId>()};
        if (maybe()) set.version = any(key->versions).id;
        if (maybe()) set.identity = any(world.identities);
        return set;
    }
    default: return command::SetServiceManaged{resource};
    }
}

Action anyJobCommand(World &world)
{
    const auto job = anyOf<Job>(world.model.estate);
    if (maybe()) return command::RequestCancel{job};
    return command::EndJob{job, maybe() ? JobState::Interrupted : JobState::Failed, {}, {}};
}

template <class... Facets>
Action anyServiceCommand(World &world, const std::filesystem::path &folder, TypeList<Facets...>)
{
    const std::vector<std::function<Action()>> draws{
        [&] { return anyCommand(ServiceCommand<Facets>{world, folder}); }...};
    return any(draws)();
}

Action anyStoreCommand(const std::filesystem::path &folder)
{
    if (maybe()) return command::NoteStoreBackup{(folder / anyText()).string()};
    if (maybe()) return command::SetStoreBackup{};
    const auto copies = folder / "the copies";
    std::filesystem::create_directories(copies); // a schedule wants one that is there
    return command::SetStoreBackup{StoreBackupSchedule{
        copies.string(), std::chrono::minutes(15 + below(3000)), static_cast<unsigned>(below(30)), {}}};
}

SiemTarget anySiemTarget(const std::filesystem::path &folder)
{
    const HostPort at{any(std::vector<std::string>{"siem.example.org", "192.0.2.7", "2001:db8::7"}),
                      static_cast<std::uint16_t>(1 + below(65'535))};
    switch (below(3)) {
    case 0: return SiemFile{(folder / ("log " + std::to_string(below(1000)))).string()};
    case 1: return SiemTcp{at};
    default: return SiemTls{at, maybe() ? "siem.example.com" : "", maybe() ? "PEM" : ""};
    }
}

Action anySiemCommand(World &world, const std::filesystem::path &folder)
{
    if (maybe()) return command::RemoveSiemReceiver{anyOf<SiemReceiver>(world.model.estate)};
    return command::AddSiemReceiver{id<SiemReceiverId>(), anyName(), anySiemTarget(folder), maybe()};
}

Action anyCatalogueCommand(World &world)
{
    if (maybe()) return command::RemoveProfile{anyOf<OwnProfile>(world.model.estate)};
    return command::AddProfile{id<OwnProfileId>(), ownProfileText("own-" + std::to_string(below(1000)))};
}

} // namespace

std::string anyText() { return any(hard); }

void furnish(World &world)
{
    auto &model = world.model;
    const auto open = model.vault("kv-open", false);
    for (const auto *name : {"loose", "spare"}) model.key(open, name);
    must(model.run(command::ImportKey{id<KeyId>(),
                                      open,
                                      must(KeyName::from("brought")),
                                      must(KeySpec::rsa(2048)),
                                      {id<VersionId>(), id<RecordId>()},
                                      Bytes{1},
                                      "PEM"}));
    model.resource("rsv-plain");
    must(model.run(command::CreateSubscription{id<SubscriptionId>(), must(DisplayName::from("Other's")),
                                               model.estate.settings().tenant}));
    must(model.run(command::CreateRole{anyRole(model.estate, true)}));
    for (const auto &identity : world.identities) model.grant(world.bounds.front().vault, identity);
    for (const auto &app : world.apps) {
        must(model.run(command::AddClientSecret{
            app, {id<SecretId>(), "from the start", "abc", {}, model.now + Days(90), {}, {}}}));
        model.assign("Key Vault Reader", app, "vault:kv-open");
    }
    must(model.run(command::AddProfile{id<OwnProfileId>(), ownProfileText()}));
    model.resource("job", "westeurope", "stream-analytics");
    must(model.run(command::AddSiemReceiver{id<SiemReceiverId>(), must(DisplayName::from("Bob's SIEM")),
                                            SiemTcp{{"siem.example.org", 514}}}));
    for (const auto *name : {"kv-kept", "kv-safe"})
        must(model.run(command::CreateLock{{id<LockId>(),
                                            std::string("from the start of ") + name,
                                            Lock::Level::CannotDelete,
                                            {Scope::Kind::Vault, recordOf(model.vault(name))},
                                            "",
                                            {}}}));
}

Action anyCommand(World &world, const std::filesystem::path &folder)
{
    switch (below(13)) {
    case 11: return anyCatalogueCommand(world);
    case 0: return anyVaultCommand(world);
    case 1: return anyKeyCommand(world, folder);
    case 2: return anyAccessCommand(world);
    case 3: return anyNetworkCommand(world);
    case 4: return anyPlaceCommand(world);
    case 5: return anyPrincipalCommand(world);
    case 6: return anyResourceCommand(world);
    case 7: return anyServiceCommand(world, folder, Services{});
    case 8: return anyStoreCommand(folder);
    case 9: return anyJobCommand(world);
    case 10: return anySiemCommand(world, folder);
    default: return anyActionWithMoves(world);
    }
}

} // namespace keyward::test
