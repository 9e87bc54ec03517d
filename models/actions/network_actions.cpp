// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// VLT-10: the firewall of a vault, rule by rule, and its private endpoints. Each shows first what it locks out (CON-4).

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"
#include "models/actions/place_fields.h"
#include "models/places.h"

#include "backend/base/own_addresses.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkActions)
};

const Vault &vaultOf(const Situation &s) { return *s.estate().vault(s.target.vault()); }
const Firewall &rulesOf(const Situation &s) { return vaultOf(s).firewall; }
bool isLive(const Situation &s) { return !vaultOf(s).deleted; }
bool countsNow(const Situation &s) { return rulesOf(s).access == Firewall::Access::SelectedNetworks; }

/// Whether rules may be changed at all: a lock or the like stands against any of them.
Status changeable(const Situation &s)
{
    return apply(s.estate(), {command::SetFirewall{s.target.vault()}}, s.workspace.actor(), s.moment->now)
        .transform([](const Change &) {});
}

// Who is let in at all

const DeclaredAction setAccess([]() -> ActionRecord {
    return {
        .id = QStringLiteral("network.set"),
        .text = Words::tr("Change public access"),
        .icon = QStringLiteral("document-edit"),
        .scope = Scope::Vault,
        .order = 10,
        .blades = {QStringLiteral("vault.networking")},
        .primary = true,
        .explanation =
            Words::tr("Says from where the keys of this vault can be used. Management is not limited by it."),
        .supported = isLive,
        .allowed = changeable,
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("access"),
                     .label = Words::tr("Let in from"),
                     .kind = Field::Kind::Choice,
                     .value = text(accessText(rulesOf(s).access)),
                     .options = {{QStringLiteral("all"), Words::tr("All networks")},
                                 {QStringLiteral("selected"), Words::tr("Selected networks and private endpoints")},
                                 {QStringLiteral("disabled"), Words::tr("Private endpoints only")}}},
                    {.id = QStringLiteral("trusted"),
                     .label = Words::tr("Trusted services come in all the same"),
                     .kind = Field::Kind::Check,
                     .value = rulesOf(s).trustedServices,
                     .hint = Words::tr("Backup, storage, databases and others; the list is under Who reaches it")}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            command::SetFirewall rules{s.target.vault()};
            const auto access = stringOf(values, "access");
            rules.access = access == QLatin1String("all")        ? Firewall::Access::AllNetworks
                           : access == QLatin1String("selected") ? Firewall::Access::SelectedNetworks
                                                                 : Firewall::Access::Disabled;
            rules.trustedServices = values.value(QStringLiteral("trusted")).toBool();
            return Deed{.action = std::move(rules)};
        },
        .previews = true,
    };
});

Result<Deed> trusted(const Situation &s, bool on)
{
    command::SetFirewall rules{s.target.vault()};
    rules.trustedServices = on;
    return Deed{.action = std::move(rules)};
}

const DeclaredAction letTrustedIn([]() -> ActionRecord {
    return {
        .id = QStringLiteral("trusted.on"),
        .text = Words::tr("Let trusted services in"),
        .icon = QStringLiteral("network-connect"),
        .scope = Scope::Vault,
        .order = 20,
        .blades = {QStringLiteral("vault.reach")},
        .explanation = Words::tr("Services on the platform's list come in whatever the network rules say. What they "
                                 "may do is still decided by what they were given."),
        .supported = [](const Situation &s) { return isLive(s) && !rulesOf(s).trustedServices; },
        .deed = [](const Situation &s, const Values &) { return trusted(s, true); },
        .previews = true,
    };
});

const DeclaredAction keepTrustedOut([]() -> ActionRecord {
    return {
        .id = QStringLiteral("trusted.off"),
        .text = Words::tr("Keep trusted services out"),
        .icon = QStringLiteral("network-disconnect"),
        .scope = Scope::Vault,
        .order = 21,
        .blades = {QStringLiteral("vault.reach")},
        .explanation = Words::tr("Where networks are limited, services of the platform no longer reach the keys: what "
                                 "is bound to them stops working."),
        .supported = [](const Situation &s) { return isLive(s) && rulesOf(s).trustedServices; },
        .deed = [](const Situation &s, const Values &) { return trusted(s, false); },
        .previews = true,
        .destructive = true,
    };
});

// Address ranges and subnets, one by one

/// A rule counts only for selected networks; where it would not, that can be had in the same step.
std::vector<Field> withLimit(const Situation &s, Field rule)
{
    std::vector<Field> out{std::move(rule)};
    if (!countsNow(s))
        out.push_back({.id = QStringLiteral("limit"),
                       .label = rulesOf(s).access == Firewall::Access::AllNetworks
                                    ? Words::tr("From now on, let in selected networks only")
                                    : Words::tr("From now on, let in selected networks besides private endpoints"),
                       .kind = Field::Kind::Check,
                       .value = false,
                       .hint = Words::tr("Without it the rule is kept but has no effect")});
    return out;
}

command::SetFirewall changed(const Situation &s, const Values &values)
{
    command::SetFirewall rules{s.target.vault()};
    if (values.value(QStringLiteral("limit")).toBool()) rules.access = Firewall::Access::SelectedNetworks;
    return rules;
}

Result<Deed> withRange(const Situation &s, const Values &values, const QString &typed)
{
    KEYWARD_TRY(auto range, IpRange::from(utf8(typed)));
    for (const auto &there : rulesOf(s).ranges)
        if (there.contains(range))
            return refused(there == range
                               ? Words::tr("%1 is let in already.").arg(typed)
                               : Words::tr("%1 is let in already, within %2.").arg(typed, text(there.text())),
                           {});
    auto rules = changed(s, values);
    rules.ranges = rulesOf(s).ranges;
    rules.ranges->push_back(std::move(range));
    return Deed{.action = std::move(rules)};
}

const DeclaredAction addRange([]() -> ActionRecord {
    return {
        .id = QStringLiteral("range.add"),
        .text = Words::tr("Add address range"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Vault,
        .order = 20,
        .blades = {QStringLiteral("vault.networking")},
        .explanation = Words::tr("Callers from it can use the keys, as far as they were given access."),
        .supported = isLive,
        .allowed = changeable,
        .fields =
            [](const Situation &s) {
                return withLimit(s, {.id = QStringLiteral("range"),
                                     .label = Words::tr("Address or range"),
                                     .hint = Words::tr("As in 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32"),
                                     .error = rangeError});
            },
        .deed = [](const Situation &s,
                   const Values &values) { return withRange(s, values, stringOf(values, "range")); },
        .previews = true,
    };
});

std::vector<Field::Option> addressesHere()
{
    std::vector<Field::Option> out;
    for (const auto &own : ownAddresses())
        out.push_back({text(own.address.text()),
                       own.loopback
                           ? Words::tr("%1: programs on this machine only").arg(text(own.address.text()))
                           : Words::tr("%1: this machine at %2").arg(text(own.address.text()), text(own.interface))});
    return out;
}

const DeclaredAction addMine([]() -> ActionRecord {
    return {
        .id = QStringLiteral("range.mine"),
        .text = Words::tr("Add my address"),
        .icon = QStringLiteral("computer"),
        .scope = Scope::Vault,
        .order = 30,
        .blades = {QStringLiteral("vault.networking")},
        .explanation = Words::tr("One of the addresses that this machine has now. Others may see another one where a "
                                 "router stands between; add that as an address range."),
        .supported = isLive,
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(changeable(s));
            if (addressesHere().empty())
                return refused(Words::tr("This machine does not tell its addresses."),
                               Words::tr("Write it as an address range."));
            return {};
        },
        .fields =
            [](const Situation &s) {
                auto options = addressesHere();
                const auto first = options.empty() ? QString() : options.front().value;
                return withLimit(s, {.id = QStringLiteral("address"),
                                     .label = Words::tr("Address"),
                                     .kind = Field::Kind::Choice,
                                     .value = first,
                                     .options = std::move(options)});
            },
        .deed = [](const Situation &s,
                   const Values &values) { return withRange(s, values, stringOf(values, "address")); },
        .previews = true,
    };
});

QString optionOf(const SubnetRef &ref) { return text(ref.network.text() + "/" + ref.subnet); }

Result<SubnetRef> subnetFrom(const QString &option)
{
    const auto word = utf8(option);
    const auto slash = word.find('/');
    KEYWARD_TRY(const auto network, NetworkId::from(word.substr(0, slash)));
    return SubnetRef{network, slash == std::string::npos ? std::string() : word.substr(slash + 1)};
}

using WantsSubnet = std::function<bool(const SubnetRef &, const Subnet &)>;

bool anySubnet(const Estate &estate, const WantsSubnet &wanted)
{
    for (const auto &[id, network] : estate.networks())
        for (const auto &subnet : network->subnets)
            if (wanted({id, subnet.name}, subnet)) return true;
    return false;
}

std::vector<Pickable> subnetsThat(const Estate &estate, const WantsSubnet &wanted)
{
    std::vector<Pickable> out;
    for (const auto &[id, network] : estate.networks())
        for (const auto &subnet : network->subnets)
            if (const SubnetRef ref{id, subnet.name}; wanted(ref, subnet))
                out.push_back({{optionOf(ref), pathText(estate, ref), text(subnet.range.text())}, {}, {}});
    std::ranges::sort(out, {}, [](const Pickable &one) { return one.item.text; });
    return out;
}

Field subnetField(const QString &label, std::vector<Pickable> all)
{
    const auto first = all.empty() ? QString() : all.front().item.value;
    return {.id = QStringLiteral("subnet"),
            .label = label,
            .kind = Field::Kind::Pick,
            .value = first,
            .picker = pickAmong(std::move(all))};
}

WantsSubnet notLetIn(const Situation &s)
{
    return [let = rulesOf(s).subnets](const SubnetRef &ref, const Subnet &subnet) {
        return subnet.serviceEndpoint && !let.contains(ref);
    };
}

const DeclaredAction addSubnet([]() -> ActionRecord {
    return {
        .id = QStringLiteral("subnetRule.add"),
        .text = Words::tr("Let a subnet in"),
        .icon = QStringLiteral("network-wired"),
        .scope = Scope::Vault,
        .order = 40,
        .blades = {QStringLiteral("vault.networking")},
        .explanation = Words::tr("A subnet of a virtual network that has a service endpoint for key vaults."),
        .supported = isLive,
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(changeable(s));
            if (!anySubnet(s.estate(), notLetIn(s)))
                return refused(Words::tr("There is no further subnet with a service endpoint."),
                               Words::tr("Give a subnet of a virtual network a service endpoint first."));
            return {};
        },
        .fields =
            [](const Situation &s) {
                return withLimit(s, subnetField(Words::tr("Subnet"), subnetsThat(s.estate(), notLetIn(s))));
            },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto ref, subnetFrom(stringOf(values, "subnet")));
            auto rules = changed(s, values);
            rules.subnets = rulesOf(s).subnets;
            rules.subnets->insert(std::move(ref));
            return Deed{.action = std::move(rules)};
        },
        .previews = true,
    };
});

constexpr const char *aboutRemoving = QT_TRANSLATE_NOOP(
    "NetworkActions", "Callers from there are kept out from then on, unless another rule lets them in.");

const DeclaredAction removeRange([]() -> ActionRecord {
    return {
        .id = QStringLiteral("range.remove"),
        .text = Words::tr("Remove range"),
        .icon = QStringLiteral("list-remove"),
        .scope = rangeScope,
        .order = 50,
        .blades = {QStringLiteral("vault.networking")},
        .explanation = Words::tr(aboutRemoving),
        .supported = isLive,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            command::SetFirewall rules{s.target.vault()};
            rules.ranges = rulesOf(s).ranges;
            std::erase_if(*rules.ranges, [&](const IpRange &range) { return range.text() == s.target.name; });
            return Deed{.action = std::move(rules)};
        },
        .previews = true,
        .destructive = true,
    };
});

const DeclaredAction removeSubnet([]() -> ActionRecord {
    return {
        .id = QStringLiteral("subnetRule.remove"),
        .text = Words::tr("Remove subnet"),
        .icon = QStringLiteral("list-remove"),
        .scope = subnetRuleScope,
        .order = 51,
        .blades = {QStringLiteral("vault.networking")},
        .explanation = Words::tr(aboutRemoving),
        .supported = isLive,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            command::SetFirewall rules{s.target.vault()};
            rules.subnets = rulesOf(s).subnets;
            rules.subnets->erase(subnetIn(s.target));
            return Deed{.action = std::move(rules)};
        },
        .previews = true,
        .destructive = true,
    };
});

// Private endpoints

const PrivateEndpoint *endpointOf(const Situation &s) { return rulesOf(s).endpoint(endpointIn(s.target)); }
bool stands(const Situation &s, PrivateEndpoint::State state) { return isLive(s) && endpointOf(s)->state == state; }

std::vector<Pickable> allSubnets(const Situation &s)
{
    return subnetsThat(s.estate(), [](const SubnetRef &, const Subnet &) { return true; });
}

const DeclaredAction requestEndpoint([]() -> ActionRecord {
    return {
        .id = QStringLiteral("endpoint.request"),
        .text = Words::tr("Request private endpoint"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Vault,
        .order = 10,
        .blades = {QStringLiteral("vault.endpoints")},
        .primary = true,
        .explanation = Words::tr("A private way into this vault for a whole virtual network. It lets nobody in before "
                                 "it is approved."),
        .supported = isLive,
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(changeable(s));
            if (!anySubnet(s.estate(), [](const auto &, const auto &) { return true; }))
                return refused(Words::tr("There is no subnet in which it could stand."),
                               Words::tr("Create a virtual network with a subnet first."));
            return {};
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"),
                     .label = Words::tr("Name"),
                     .hint = Words::tr("2 to 50 letters, digits and hyphens"),
                     .error = nameError<ResourceName>},
                    subnetField(Words::tr("In subnet"), allSubnets(s))};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, ResourceName::from(utf8(stringOf(values, "name"))));
            KEYWARD_TRY(auto ref, subnetFrom(stringOf(values, "subnet")));
            return Deed{.action = command::RequestEndpoint{s.target.vault(), s.random().id<EndpointId>(),
                                                           std::move(name), std::move(ref)}};
        },
        .previews = true,
    };
});

std::vector<Field> noteField(const Situation &)
{
    return {{.id = QStringLiteral("note"), .label = Words::tr("Why"), .optional = true}};
}

ActionRecord decision(const char *id, const QString &verb, const char *icon, int order, PrivateEndpoint::State state)
{
    return {
        .id = QString::fromLatin1(id),
        .text = verb,
        .icon = QString::fromLatin1(icon),
        .scope = endpointScope,
        .order = order,
        .blades = {QStringLiteral("vault.endpoints")},
        .allowed = [state](const Situation &s) -> Status {
            return apply(s.estate(), {command::DecideEndpoint{s.target.vault(), endpointIn(s.target), state, {}}, true},
                         s.workspace.actor(), s.moment->now)
                .transform([](const Change &) {});
        },
        .fields = noteField,
        .deed = [state](const Situation &s, const Values &values) -> Result<Deed> {
            return Deed{.action = command::DecideEndpoint{s.target.vault(), endpointIn(s.target), state,
                                                          utf8(stringOf(values, "note"))}};
        },
        .previews = true,
    };
}

const DeclaredAction approve([]() -> ActionRecord {
    using State_ = PrivateEndpoint::State;
    auto out = decision("endpoint.approve", Words::tr("Approve"), "dialog-ok-apply", 20, State_::Approved);
    out.explanation = Words::tr("Callers in its virtual network come in from then on, whatever the other rules say.");
    out.supported = [](const Situation &s) { return stands(s, State_::Pending) || stands(s, State_::Rejected); };
    return out;
});

const DeclaredAction reject([]() -> ActionRecord {
    using State_ = PrivateEndpoint::State;
    auto out = decision("endpoint.reject", Words::tr("Reject"), "dialog-cancel", 30, State_::Rejected);
    out.explanation = Words::tr("It lets nobody in, and can be approved later.");
    out.supported = [](const Situation &s) { return stands(s, State_::Pending) || stands(s, State_::Approved); };
    out.destructive = true;
    return out;
});

const DeclaredAction disconnect([]() -> ActionRecord {
    using State_ = PrivateEndpoint::State;
    auto out = decision("endpoint.disconnect", Words::tr("Disconnect"), "network-disconnect", 40, State_::Disconnected);
    out.explanation = Words::tr("As if it were ended from the other side: it lets nobody in, and only a new request "
                                "brings it back.");
    out.supported = [](const Situation &s) { return stands(s, State_::Approved); };
    out.destructive = true;
    return out;
});

const DeclaredAction removeEndpoint([]() -> ActionRecord {
    return {
        .id = QStringLiteral("endpoint.remove"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("list-remove"),
        .scope = endpointScope,
        .order = 50,
        .blades = {QStringLiteral("vault.endpoints")},
        .explanation = Words::tr(aboutRemoving),
        .supported = isLive,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::RemoveEndpoint{s.target.vault(), endpointIn(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
