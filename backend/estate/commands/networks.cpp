// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-10: a vault's firewall and private endpoints; virtual networks and their subnets.

#include "backend/estate/commands/row.h"
#include "backend/estate/reach.h"
#include "backend/estate/regions.h"

#include <algorithm>

namespace keyward::estate {
namespace {

constexpr std::size_t mostRanges = 1000;
constexpr std::size_t mostSubnets = 200;

Result<const VirtualNetwork *> networkOf(const Estate &estate, const NetworkId &id)
{
    const auto *network = estate.network(id);
    if (!network) return fail(Code::NotFound, id.text(), {"virtual network"});
    return network;
}

Result<const Subnet *> subnetOf(const Estate &estate, const SubnetRef &ref)
{
    KEYWARD_TRY(const auto *network, networkOf(estate, ref.network));
    const auto *subnet = network->subnet(ref.subnet);
    if (!subnet) return fail(Code::NotFound, network->name.text() + "/" + ref.subnet, {"subnet"});
    return subnet;
}

/// Vaults whose rules or endpoints name the subnet; of the whole network where none is named.
std::string usersOf(const Estate &estate, const NetworkId &network, const std::string *subnet)
{
    std::string out;
    const auto named = [&](const SubnetRef &ref) {
        return ref.network == network && (!subnet || ref.subnet == *subnet);
    };
    for (const auto &[id, vault] : estate.vaults()) {
        const bool rule = std::ranges::any_of(vault->firewall.subnets, named);
        const bool endpoint = std::ranges::any_of(vault->firewall.endpoints, named, &PrivateEndpoint::subnet);
        if (rule || endpoint) out += (out.empty() ? "" : ", ") + vault->name.text();
    }
    return out;
}

Sentence firewallText(const command::SetFirewall &c, const std::string &vault)
{
    Sentence how;
    const auto add = [&](Sentence what) {
        how = how.empty() ? std::move(what) : said("{0}, {1}", how, std::move(what));
    };
    if (c.access)
        add(*c.access == Firewall::Access::AllNetworks        ? said("all networks")
            : *c.access == Firewall::Access::SelectedNetworks ? said("selected networks")
                                                              : said("public access disabled"));
    if (c.trustedServices)
        add(*c.trustedServices ? said("bypass for trusted services on") : said("bypass for trusted services off"));
    if (c.ranges) add(c.ranges->size() == 1 ? said("1 address range") : said("{0} address ranges", c.ranges->size()));
    if (c.subnets) add(c.subnets->size() == 1 ? said("1 subnet") : said("{0} subnets", c.subnets->size()));
    return how.empty() ? said("Change the network rules of vault {0}", vault)
                       : said("Change the network rules of vault {0}: {1}", vault, std::move(how));
}

NewIds endpointIds(const Estate &estate, const command::RequestEndpoint &command)
{
    const auto *vault = estate.vault(command.vault);
    return {{recordOf(command.id), vault && vault->firewall.endpoint(command.id)}};
}

} // namespace

namespace command {

Facts factsOf(const Estate &estate, const SetFirewall &c)
{
    return administrationOf(estate, c.vault, changes(c.vault));
}
Words wordsOf(const Estate &estate, const SetFirewall &c)
{
    Words out{.sentence = firewallText(c, nameOf(estate, c.vault)), .irreversible = {}, .undo = {}};
    if (const auto *vault = estate.vault(c.vault))
        out.undo = SetFirewall{.vault = c.vault,
                               .access = vault->firewall.access,
                               .trustedServices = vault->firewall.trustedServices,
                               .ranges = vault->firewall.ranges,
                               .subnets = vault->firewall.subnets};
    return out;
}
Status applyTo(ChangeBuilder &draft, const SetFirewall &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    Vault vault = *before;
    auto &firewall = vault.firewall;
    if (command.access) firewall.access = *command.access;
    if (command.trustedServices) firewall.trustedServices = *command.trustedServices;
    if (command.ranges && command.ranges->size() > mostRanges)
        return fail(Code::ValueInvalid, std::to_string(command.ranges->size()),
                    {"number of address ranges", said("at most {0}", mostRanges)});
    if (command.ranges) firewall.ranges = outermost(*command.ranges);
    if (command.subnets) firewall.subnets = *command.subnets;
    if (firewall.subnets.size() > mostSubnets)
        return fail(Code::ValueInvalid, std::to_string(firewall.subnets.size()),
                    {"number of subnets", said("at most {0}", mostSubnets)});
    if (command.subnets)
        for (const auto &ref : firewall.subnets) {
            KEYWARD_TRY(const auto *subnet, subnetOf(draft.estate(), ref));
            const auto path = draft.estate().network(ref.network)->name.text() + "/" + ref.subnet;
            if (!subnet->serviceEndpoint)
                return fail(
                    Code::ValueInvalid, path,
                    {"subnet", said("it has no service endpoint for key vaults: keywardctl network subnet-add {0} … "
                                    "--service-endpoint",
                                    path)});
        }
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const RequestEndpoint &c)
{
    return {.subject = nameOf(estate, c.vault),
            .about = referenceTo(c.vault),
            .dataCall = administration,
            .guarded = changes(c.vault),
            .makes = endpointIds(estate, c),
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const RequestEndpoint &c)
{
    return {.sentence = said("Request private endpoint {0} to vault {1}", c.name.text(), nameOf(estate, c.vault)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RequestEndpoint &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    KEYWARD_CHECK(subnetOf(draft.estate(), command.subnet).transform([](const Subnet *) {}));
    Vault vault = *before;
    if (std::ranges::contains(vault.firewall.endpoints, command.name.text(), &PrivateEndpoint::name))
        return fail(Code::AlreadyExists, command.name.text(), {"private endpoint"});
    vault.firewall.endpoints.push_back(
        {command.id, command.name.text(), command.subnet, PrivateEndpoint::State::Pending, {}, draft.now});
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const DecideEndpoint &c)
{
    return administrationOf(estate, c.vault, changes(c.vault));
}
Words wordsOf(const Estate &estate, const DecideEndpoint &c)
{
    return {.sentence = said("Set a private endpoint of vault {0} to {1}", nameOf(estate, c.vault), stateText(c.state)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DecideEndpoint &command)
{
    using State = PrivateEndpoint::State;
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    Vault vault = *before;
    const auto found = std::ranges::find(vault.firewall.endpoints, command.endpoint, &PrivateEndpoint::id);
    if (found == vault.firewall.endpoints.end())
        return fail(Code::NotFound, command.endpoint.text(), {"private endpoint"});
    if (found->state == command.state)
        return fail(Code::AlreadyExists, found->name, {said("{0} private endpoint", stateText(command.state))});
    const bool possible =
        found->state == State::Pending    ? command.state == State::Approved || command.state == State::Rejected
        : found->state == State::Approved ? command.state == State::Rejected || command.state == State::Disconnected
        : found->state == State::Rejected ? command.state == State::Approved
                                          : false; // disconnected: only a new request helps
    if (!possible)
        return fail(Code::ValueInvalid, std::string(stateText(command.state)),
                    {said("state for private endpoint {0}", found->name),
                     found->state == State::Disconnected
                         ? said("it is {0}; remove it and request it again", stateText(found->state))
                         : said("it is {0}", stateText(found->state))});
    found->state = command.state;
    found->note = command.note;
    found->changed = draft.now;
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const RemoveEndpoint &c)
{
    return administrationOf(estate, c.vault, removes(c.vault));
}
Words wordsOf(const Estate &estate, const RemoveEndpoint &c)
{
    return {.sentence = said("Remove a private endpoint of vault {0}", nameOf(estate, c.vault)),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RemoveEndpoint &command)
{
    KEYWARD_TRY(const auto *before, liveVault(draft.estate(), command.vault));
    Vault vault = *before;
    if (std::erase_if(vault.firewall.endpoints,
                      [&](const PrivateEndpoint &one) { return one.id == command.endpoint; }) == 0)
        return fail(Code::NotFound, command.endpoint.text(), {"private endpoint"});
    draft.put(std::move(vault));
    return {};
}

Facts factsOf(const Estate &estate, const CreateNetwork &c)
{
    return {.subject = c.name.text(),
            .about = referenceTo(c.id),
            .dataCall = administration,
            .guarded = into(estate, c.place),
            .makes = made(estate, c.id),
            .takesAway = {}};
}
Words wordsOf(const Estate &, const CreateNetwork &c)
{
    return {.sentence = said("Create virtual network {0}", c.name.text()), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const CreateNetwork &command)
{
    if (draft.estate().networkNamed(command.name.text()))
        return fail(Code::AlreadyExists, command.name.text(), {"virtual network"});
    KEYWARD_CHECK(regionKnown(draft.estate().catalogue().platform(), command.place.region));
    KEYWARD_CHECK(placeExists(draft.estate(), command.place));
    if (command.space.empty())
        return fail(Code::ValueInvalid, "", {"virtual network", "give it an address space, as in 10.1.0.0/16"});
    if (command.space.size() > mostRanges)
        return fail(Code::ValueInvalid, std::to_string(command.space.size()),
                    {"number of address ranges", said("at most {0}", mostRanges)});
    draft.put(VirtualNetwork{command.id, command.name, command.place, outermost(command.space), {}});
    return {};
}

Facts factsOf(const Estate &estate, const SetSubnet &c)
{
    return {.subject = nameOf(estate, c.network) + "/" + c.subnet.name,
            .about = referenceTo(c.network),
            .dataCall = administration,
            .guarded = changes(c.network),
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const SetSubnet &c)
{
    return {.sentence = c.subnet.serviceEndpoint ? said("Set subnet {0}/{1} to {2} with a service endpoint",
                                                        nameOf(estate, c.network), c.subnet.name, c.subnet.range.text())
                                                 : said("Set subnet {0}/{1} to {2}", nameOf(estate, c.network),
                                                        c.subnet.name, c.subnet.range.text()),
            .irreversible = {},
            .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const SetSubnet &command)
{
    KEYWARD_TRY(const auto *before, networkOf(draft.estate(), command.network));
    VirtualNetwork network = *before;
    const auto path = network.name.text() + "/" + command.subnet.name;
    if (!ResourceNameRule::holds(command.subnet.name))
        return fail(Code::NameInvalid, command.subnet.name, {"subnet name", ResourceNameRule::rule});
    if (!std::ranges::any_of(network.space, [&](const IpRange &space) { return space.contains(command.subnet.range); }))
        return fail(Code::ValueInvalid, command.subnet.range.text(),
                    {said("range of subnet {0}", path), "it is not inside the network's address space"});
    std::erase_if(network.subnets, [&](const Subnet &one) { return one.name == command.subnet.name; });
    for (const auto &other : network.subnets)
        if (other.range.overlaps(command.subnet.range))
            return fail(Code::ValueInvalid, command.subnet.range.text(),
                        {said("range of subnet {0}", path), said("it overlaps subnet {0}", other.name)});
    if (!command.subnet.serviceEndpoint) {
        const SubnetRef ref{network.id, command.subnet.name};
        for (const auto &[id, vault] : draft.estate().vaults())
            if (vault->firewall.subnets.contains(ref))
                return fail(Code::Busy, path,
                            {said("vault {0} lets it in through its service endpoint", vault->name.text())});
    }
    network.subnets.push_back(command.subnet);
    std::ranges::sort(network.subnets, {}, &Subnet::name);
    draft.put(std::move(network));
    return {};
}

Facts factsOf(const Estate &estate, const RemoveSubnet &c)
{
    return {.subject = nameOf(estate, c.network) + "/" + c.subnet,
            .about = referenceTo(c.network),
            .dataCall = administration,
            .guarded = removes(c.network),
            .makes = {},
            .takesAway = {}};
}
Words wordsOf(const Estate &estate, const RemoveSubnet &c)
{
    return {
        .sentence = said("Remove subnet {0}/{1}", nameOf(estate, c.network), c.subnet), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const RemoveSubnet &command)
{
    KEYWARD_TRY(const auto *before, networkOf(draft.estate(), command.network));
    VirtualNetwork network = *before;
    if (std::erase_if(network.subnets, [&](const Subnet &one) { return one.name == command.subnet; }) == 0)
        return fail(Code::NotFound, network.name.text() + "/" + command.subnet, {"subnet"});
    if (const auto users = usersOf(draft.estate(), command.network, &command.subnet); !users.empty())
        return fail(Code::VaultNotEmpty, network.name.text() + "/" + command.subnet,
                    {said("rules or private endpoints of vaults: {0}", users)});
    draft.put(std::move(network));
    return {};
}

Facts factsOf(const Estate &estate, const DeleteNetwork &c)
{
    return administrationOf(estate, c.network, removes(c.network));
}
Words wordsOf(const Estate &estate, const DeleteNetwork &c)
{
    return {.sentence = said("Delete virtual network {0}", nameOf(estate, c.network)), .irreversible = {}, .undo = {}};
}
Status applyTo(ChangeBuilder &draft, const DeleteNetwork &command)
{
    KEYWARD_TRY(const auto *network, networkOf(draft.estate(), command.network));
    if (const auto users = usersOf(draft.estate(), command.network, nullptr); !users.empty())
        return fail(Code::VaultNotEmpty, network->name.text(),
                    {said("rules or private endpoints of vaults: {0}", users)});
    dropScope(draft, recordOf(command.network));
    draft.remove(command.network);
    return {};
}

} // namespace command
} // namespace keyward::estate
