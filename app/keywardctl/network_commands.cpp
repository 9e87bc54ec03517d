// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-10: the firewall of a vault, virtual networks, private endpoints, and what reaches what.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/estate/describe.h"
#include "backend/estate/reach.h"
#include "backend/reports/access_views.h"

#include <set>

namespace keyward::ctl {

using namespace estate;

namespace {

std::string pathOf(const Estate &estate, const SubnetRef &ref)
{
    const auto *network = estate.network(ref.network);
    return (network ? network->name.text() : ref.network.text()) + "/" + ref.subnet;
}

void noteEverybody(Invocation &invocation, const Firewall &rules)
{
    const auto who = everybodyLetIn(rules.ranges);
    if (rules.access == Firewall::Access::SelectedNetworks && !who.empty())
        invocation.out().note("The ranges let " + who.text() + " in, so they keep out nobody.");
}

/// What was left out of a list of ranges, as another one holds it.
void noteContained(Invocation &invocation, const std::vector<IpRange> &given)
{
    const auto kept = outermost(given);
    std::set<std::string> seen;
    for (const auto &range : given) {
        const auto holder = std::ranges::find_if(kept, [&](const IpRange &one) { return one.contains(range); });
        const bool again = !seen.insert(range.text()).second;
        if (again)
            invocation.out().note("Range " + range.text() + " was given more than once.");
        else if (holder != kept.end() && *holder != range)
            invocation.out().note("Range " + range.text() + " is left out: " + holder->text() + " contains it.");
    }
}

Status show(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(name));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    auto &out = invocation.out();
    const auto &rules = vault->firewall;
    out.field("Vault", vault->name.text());
    out.field("Public access", rules.access == Firewall::Access::AllNetworks        ? "from all networks"
                               : rules.access == Firewall::Access::SelectedNetworks ? "from selected networks"
                                                                                    : "disabled");
    out.field("Trusted services", rules.trustedServices ? "let in" : "kept out");
    for (const auto &range : rules.ranges) out.field("Address range", range.text());
    for (const auto &ref : rules.subnets) out.field("Subnet", pathOf(*snapshot, ref));
    for (const auto &endpoint : rules.endpoints)
        out.field("Private endpoint", endpoint.name + " from " + pathOf(*snapshot, endpoint.subnet) + ", " +
                                          std::string(stateText(endpoint.state)) +
                                          (endpoint.note.empty() ? "" : ": " + endpoint.note));
    if (rules.access != Firewall::Access::SelectedNetworks && (!rules.ranges.empty() || !rules.subnets.empty()))
        out.note("The ranges and subnets count only with selected networks.");
    noteEverybody(invocation, rules);
    out.document(reports::firewallView(*snapshot, *vault));
    return {};
}

struct SetOptions {
    std::string vault, access;
    std::optional<bool> trusted;
    std::vector<std::string> ranges, subnets;
    bool noRanges = false, noSubnets = false;
};

Status set(Invocation &invocation, const SetOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    command::SetFirewall action{vault->id};
    if (!o.access.empty())
        action.access = o.access == "all"        ? Firewall::Access::AllNetworks
                        : o.access == "selected" ? Firewall::Access::SelectedNetworks
                                                 : Firewall::Access::Disabled;
    action.trustedServices = o.trusted;
    if (!o.ranges.empty() || o.noRanges) {
        action.ranges.emplace();
        for (const auto &text : o.ranges) {
            KEYWARD_TRY(auto range, IpRange::from(text));
            action.ranges->push_back(std::move(range));
        }
    }
    if (!o.subnets.empty() || o.noSubnets) {
        action.subnets.emplace();
        for (const auto &path : o.subnets) {
            KEYWARD_TRY(auto ref, invocation.subnet(path));
            action.subnets->insert(std::move(ref));
        }
    }
    KEYWARD_TRY(const auto snapshot, invocation.change(action));
    if (invocation.dryRun()) return {};
    invocation.out().line("The network rules of vault " + o.vault + " were changed.");
    if (action.ranges) noteContained(invocation, *action.ranges);
    noteEverybody(invocation, snapshot->vault(action.vault)->firewall);
    invocation.out().document(reports::firewallView(*snapshot, *snapshot->vault(action.vault)));
    return {};
}

Status matrix(Invocation &invocation, const std::string &name)
{
    std::optional<VaultId> only;
    if (!name.empty()) {
        KEYWARD_TRY(const auto *vault, invocation.vault(name));
        only = vault->id;
    }
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"RESOURCE", "VAULT", "IDENTITY", "REACHES", "RULE", "WHY"}, Listing::Order::AsAdded);
    for (const auto &one : reachability(*snapshot, only)) {
        listing.add({snapshot->resource(one.resource)->name.text(), snapshot->vault(one.vault)->name.text(),
                     std::string(kindText(one.kind)) + (one.inUse ? " (in use)" : ""),
                     one.passage.allowed() ? "yes" : "no", std::string(ruleText(one.passage.rule)),
                     sentence(one.passage).text()},
                    reports::view(*snapshot, one));
    }
    return listing.tell(invocation, "No resource is bound to a key yet.");
}

Status services(Invocation &invocation)
{
    Listing listing({"SERVICE", "TRUSTED", "FOR"}, Listing::Order::AsAdded);
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    for (const auto &one : snapshot->catalogue().platform().services) {
        listing.add({one.title, one.listed ? "listed" : "not listed", one.use},
                    QJsonObject{{QLatin1String("id"), reports::text(one.id)},
                                {QLatin1String("title"), reports::text(one.title)},
                                {QLatin1String("listed"), one.listed},
                                {QLatin1String("use"), reports::text(one.use)}});
    }
    return listing.tell(invocation, "");
}

// Virtual networks

struct NetworkOptions {
    std::string name, region, subscription, group = "default", range;
    std::vector<std::string> space;
    bool serviceEndpoint = false;
};

Status createNetwork(Invocation &invocation, const NetworkOptions &o)
{
    KEYWARD_TRY(auto name, ResourceName::from(o.name));
    KEYWARD_TRY(auto place, invocation.placement(o.region, o.subscription, o.group));
    KEYWARD_TRY(const auto id, invocation.fresh<NetworkId>());
    command::CreateNetwork action{id, std::move(name), std::move(place), {}};
    for (const auto &text : o.space) {
        KEYWARD_TRY(auto range, IpRange::from(text));
        action.space.push_back(std::move(range));
    }
    KEYWARD_TRY(const auto snapshot, invocation.change(action));
    if (invocation.dryRun()) return {};
    invocation.out().line("Virtual network " + o.name + " created.");
    noteContained(invocation, action.space);
    invocation.out().document(reports::view(*snapshot, *snapshot->network(id)));
    return {};
}

Status listNetworks(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"NETWORK", "REGION", "ADDRESSES"});
    for (const auto &[id, network] : snapshot->networks()) {
        std::string space;
        for (const auto &range : network->space) space += (space.empty() ? "" : ", ") + range.text();
        listing.add({network->name.text(), network->place.region.text(), space}, reports::view(*snapshot, *network));
        for (const auto &subnet : network->subnets)
            listing.addRow({network->name.text() + "/" + subnet.name, "",
                            subnet.range.text() + (subnet.serviceEndpoint ? ", service endpoint" : "")});
    }
    return listing.tell(invocation,
                        "There are no virtual networks yet. Create one: keywardctl network vnet-create NAME --region "
                        "REGION --space 10.1.0.0/16");
}

Result<NetworkId> networkNamed(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    if (const auto *network = snapshot->networkNamed(name)) return network->id;
    return fail(Code::NotFound, name, {"virtual network"});
}

Status deleteNetwork(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto id, networkNamed(invocation, name));
    return invocation.carryOut(command::DeleteNetwork{id}, [&](const Estate &) {
        return Told::gone("Virtual network " + name + " deleted.", name);
    });
}

Status setSubnet(Invocation &invocation, const NetworkOptions &o, bool remove)
{
    const auto slash = o.name.find('/');
    if (slash == std::string::npos)
        return fail(Code::Usage, o.name, {"'" + o.name + "' names no subnet. Write NETWORK/SUBNET."});
    KEYWARD_TRY(const auto id, networkNamed(invocation, o.name.substr(0, slash)));
    Action action = command::RemoveSubnet{id, o.name.substr(slash + 1)};
    if (!remove) {
        KEYWARD_TRY(auto range, IpRange::from(o.range));
        action = command::SetSubnet{id, {o.name.substr(slash + 1), std::move(range), o.serviceEndpoint}};
    }
    return invocation.carryOut(action, [&](const Estate &after) {
        return Told{"Subnet " + o.name + (remove ? " removed." : " set."), reports::view(after, *after.network(id))};
    });
}

// Private endpoints

struct EndpointOptions {
    std::string vault, name, subnet, note;
};

Status request(Invocation &invocation, const EndpointOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    KEYWARD_TRY(auto name, ResourceName::from(o.name));
    KEYWARD_TRY(auto ref, invocation.subnet(o.subnet));
    const auto id = vault->id;
    KEYWARD_TRY(const auto made, invocation.fresh<EndpointId>());
    return invocation.carryOut(
        command::RequestEndpoint{id, made, std::move(name), std::move(ref)}, [&](const Estate &after) {
            return Told{"Private endpoint " + o.name + " waits for approval: keywardctl endpoint approve " + o.vault +
                            " " + o.name,
                        reports::firewallView(after, *after.vault(id))};
        });
}

Status decide(Invocation &invocation, const EndpointOptions &o, std::optional<PrivateEndpoint::State> state)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.vault));
    const auto id = vault->id;
    const auto &endpoints = vault->firewall.endpoints;
    const auto found = std::ranges::find(endpoints, o.name, &PrivateEndpoint::name);
    if (found == endpoints.end()) return fail(Code::NotFound, o.name, {"private endpoint"});
    return invocation.carryOut(state ? Action(command::DecideEndpoint{id, found->id, *state, o.note})
                                     : Action(command::RemoveEndpoint{id, found->id}),
                               [&](const Estate &after) {
                                   return Told{"Private endpoint " + o.name + ": " +
                                                   (state ? std::string(stateText(*state)) : "removed") + ".",
                                               reports::firewallView(after, *after.vault(id))};
                               });
}

void addEndpoints(Commands &commands)
{
    auto *group = commands.group("endpoint", "Private endpoints of key vaults");
    auto r = options<EndpointOptions>();
    auto *requestApp = commands.change(group, "request", "Ask for a private way into a vault from a subnet",
                                       [r](Invocation &s) { return request(s, *r); });
    requestApp->add_option("VAULT", r->vault)->required();
    requestApp->add_option("NAME", r->name)->required();
    requestApp->add_option("--subnet", r->subnet, "NETWORK/SUBNET")->required();
    const auto deciding = [&](const char *verb, const char *text, std::optional<PrivateEndpoint::State> state) {
        auto o = options<EndpointOptions>();
        auto *app = commands.change(group, verb, text, [o, state](Invocation &s) { return decide(s, *o, state); });
        app->add_option("VAULT", o->vault)->required();
        app->add_option("NAME", o->name)->required();
        if (state) app->add_option("--note", o->note, "Why");
    };
    deciding("approve", "Let it in", PrivateEndpoint::State::Approved);
    deciding("reject", "Keep it out", PrivateEndpoint::State::Rejected);
    deciding("disconnect", "End it from the other side", PrivateEndpoint::State::Disconnected);
    deciding("remove", "Remove it", std::nullopt);
}

} // namespace

namespace {

/// By the endpoint's name, where it is there.
MaybeLine endpointLine(const Estate &estate, const char *verb, const VaultId &vault, const EndpointId &id)
{
    const auto *in = estate.vault(vault);
    const auto *endpoint = in ? in->firewall.endpoint(id) : nullptr;
    if (!endpoint) return notAsALine;
    return about(estate, verb, vault).word(endpoint->name);
}

} // namespace

MaybeLine lineOf(const Typed<command::SetFirewall> &c)
{
    auto line = about(c.estate, "network set", c->vault);
    if (c->access) line.option("--access", std::string(accessText(*c->access)));
    if (c->trustedServices) line.flag(*c->trustedServices ? "--trusted-services" : "--no-trusted-services");
    if (c->ranges) {
        line.flag("--no-ranges", c->ranges->empty());
        for (const auto &range : *c->ranges) line.option("--range", range.text());
    }
    if (c->subnets) {
        line.flag("--no-subnets", c->subnets->empty());
        for (const auto &ref : *c->subnets) line.option("--subnet", pathOf(c.estate, ref));
    }
    return line;
}

MaybeLine lineOf(const Typed<command::RequestEndpoint> &c)
{
    return about(c.estate, "endpoint request", c->vault)
        .word(c->name.text())
        .option("--subnet", pathOf(c.estate, c->subnet));
}

MaybeLine lineOf(const Typed<command::DecideEndpoint> &c)
{
    using State = PrivateEndpoint::State;
    if (c->state == State::Pending) return notAsALine;
    const auto *verb = c->state == State::Approved   ? "endpoint approve"
                       : c->state == State::Rejected ? "endpoint reject"
                                                     : "endpoint disconnect";
    auto line = endpointLine(c.estate, verb, c->vault, c->endpoint);
    if (line && !c->note.empty()) line->option("--note", c->note);
    return line;
}

MaybeLine lineOf(const Typed<command::RemoveEndpoint> &c)
{
    return endpointLine(c.estate, "endpoint remove", c->vault, c->endpoint);
}

MaybeLine lineOf(const Typed<command::CreateNetwork> &c)
{
    Line line("network vnet-create");
    line.word(c->name.text());
    addPlace(line, c.estate, c->place);
    for (const auto &range : c->space) line.option("--space", range.text());
    return line;
}

MaybeLine lineOf(const Typed<command::DeleteNetwork> &c) { return about(c.estate, "network vnet-delete", c->network); }

MaybeLine lineOf(const Typed<command::SetSubnet> &c)
{
    Line line("network subnet-add");
    return line.word(pathOf(c.estate, {c->network, c->subnet.name}))
        .option("--range", c->subnet.range.text())
        .flag("--service-endpoint", c->subnet.serviceEndpoint);
}

MaybeLine lineOf(const Typed<command::RemoveSubnet> &c)
{
    Line line("network subnet-remove");
    return line.word(pathOf(c.estate, {c->network, c->subnet}));
}

void addNetworkCommands(Commands &commands)
{
    auto *group = commands.group("network", "Firewalls of key vaults, and virtual networks");
    auto shown = options<std::string>();
    commands
        .reads(group, "show", "Show the network rules of a vault", [shown](Invocation &s) { return show(s, *shown); })
        ->add_option("VAULT", *shown)
        ->required();
    auto o = options<SetOptions>();
    auto *setApp =
        commands.change(group, "set", "Change the network rules of a vault", [o](Invocation &s) { return set(s, *o); });
    setApp->add_option("VAULT", o->vault)->required();
    setApp->add_option("--access", o->access, "all, selected or disabled")
        ->check(CLI::IsMember({"all", "selected", "disabled"}));
    setApp->add_flag("--trusted-services,!--no-trusted-services", o->trusted,
                     "Whether services on the list come in all the same");
    auto *ranges = setApp->add_option("--range", o->ranges, "An address range; may be repeated; replaces all");
    setApp->add_flag("--no-ranges", o->noRanges, "Remove all address ranges")->excludes(ranges);
    auto *subnets = setApp->add_option("--subnet", o->subnets, "NETWORK/SUBNET; may be repeated; replaces all");
    setApp->add_flag("--no-subnets", o->noSubnets, "Remove all subnets")->excludes(subnets);
    setApp->footer("Example: keywardctl network set contoso-keys --access selected --range 192.0.2.0/24");
    addJudging(commands, group, "test", "Whether a call from an address gets through to a key, and which rule decides");
    auto only = options<std::string>();
    commands
        .reads(group, "matrix", "Which bound resources reach their vaults, by kind of identity",
               [only](Invocation &s) { return matrix(s, *only); })
        ->add_option("VAULT", *only, "Only this vault");
    commands.reads(group, "trusted-services", "The list of trusted services", services);

    auto c = options<NetworkOptions>();
    auto *createApp = commands.change(group, "vnet-create", "Create a virtual network",
                                      [c](Invocation &s) { return createNetwork(s, *c); });
    createApp->add_option("NAME", c->name)->required();
    createApp->add_option("--region", c->region)->required();
    createApp->add_option("--space", c->space, "Its addresses; may be repeated")->required();
    createApp->add_option("--subscription", c->subscription);
    createApp->add_option("--resource-group", c->group);
    commands.reads(group, "vnet-list", "List virtual networks and their subnets", listNetworks);
    auto gone = options<std::string>();
    commands
        .change(group, "vnet-delete", "Delete a virtual network",
                [gone](Invocation &s) { return deleteNetwork(s, *gone); })
        ->add_option("NAME", *gone)
        ->required();
    auto a = options<NetworkOptions>();
    auto *subnetApp = commands.change(group, "subnet-add", "Add a subnet, or change the one of that name",
                                      [a](Invocation &s) { return setSubnet(s, *a, false); });
    subnetApp->add_option("SUBNET", a->name, "NETWORK/SUBNET")->required();
    subnetApp->add_option("--range", a->range)->required();
    subnetApp->add_flag("--service-endpoint", a->serviceEndpoint, "So that vaults can see and allow it");
    auto d = options<NetworkOptions>();
    commands.change(group, "subnet-remove", "Remove a subnet", [d](Invocation &s) { return setSubnet(s, *d, true); })
        ->add_option("SUBNET", d->name, "NETWORK/SUBNET")
        ->required();
    addEndpoints(commands);
}

} // namespace keyward::ctl
