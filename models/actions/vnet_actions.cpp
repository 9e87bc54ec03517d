// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Virtual networks and their subnets.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/place_fields.h"
#include "models/places.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(VnetActions)
};

const VirtualNetwork &networkOf(const Situation &s) { return *s.estate().network(s.target.network()); }

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vnet.create"),
        .text = Words::tr("Create virtual network"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 74,
        .blades = {QStringLiteral("networks")},
        .primary = true,
        .explanation = Words::tr("Addresses from which callers come. Its subnets can be let into key vaults, and "
                                 "private endpoints stand in them."),
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"),
                     .label = Words::tr("Name"),
                     .hint = Words::tr("2 to 50 letters, digits and hyphens"),
                     .error = nameError<ResourceName>},
                    {.id = QStringLiteral("space"),
                     .label = Words::tr("Addresses"),
                     .value = QStringLiteral("10.1.0.0/16"),
                     .hint = Words::tr("One range or several, as in 10.1.0.0/16, 2001:db8:1::/48"),
                     .error = rangesError},
                    regionField(s),
                    groupField(s)};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, ResourceName::from(utf8(stringOf(values, "name"))));
            KEYWARD_TRY(auto place, placement(s, values));
            KEYWARD_TRY(auto space, rangesFrom(stringOf(values, "space")));
            const auto id = s.random().id<NetworkId>();
            return Deed{.action = command::CreateNetwork{id, std::move(name), std::move(place), std::move(space)},
                        .made = Target::of(id)};
        },
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("vnet.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Network,
        .order = 90,
        .blades = {QStringLiteral("network.overview"), QStringLiteral("networks")},
        .explanation = Words::tr("With its subnets. Only one that no vault lets in and in which no private endpoint "
                                 "stands."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::DeleteNetwork{s.target.network()}};
        },
        .previews = true,
        .destructive = true,
    };
});

std::vector<Field> subnetFields(const Subnet &subnet)
{
    return {{.id = QStringLiteral("range"),
             .label = Words::tr("Addresses"),
             .value = subnet.name.empty() ? QString() : text(subnet.range.text()),
             .hint = Words::tr("A range within those of the virtual network, as in 10.1.2.0/24"),
             .error = rangeError},
            {.id = QStringLiteral("endpoint"),
             .label = Words::tr("Service endpoint for key vaults"),
             .kind = Field::Kind::Check,
             .value = subnet.serviceEndpoint,
             .hint = Words::tr("With it, vaults can see the subnet and let it in")}};
}

Result<Deed> subnetDeed(const NetworkId &network, const std::string &name, const Values &values)
{
    KEYWARD_TRY(auto range, IpRange::from(utf8(stringOf(values, "range"))));
    return Deed{.action = command::SetSubnet{
                    network, {name, std::move(range), values.value(QStringLiteral("endpoint")).toBool()}}};
}

const DeclaredAction addSubnet([]() -> ActionRecord {
    return {
        .id = QStringLiteral("subnet.add"),
        .text = Words::tr("Add subnet"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Network,
        .order = 10,
        .blades = {QStringLiteral("network.overview")},
        .primary = true,
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto out = subnetFields({{}, {}, true});
            Field name{.id = QStringLiteral("name"),
                       .label = Words::tr("Name"),
                       .hint = Words::tr("2 to 50 letters, digits and hyphens"),
                       .error = [there = networkOf(s).subnets](const QVariant &value) {
                           const auto taken =
                               std::ranges::contains(there, utf8(value.toString().trimmed()), &Subnet::name);
                           return taken ? Words::tr("There is a subnet of this name already.")
                                        : nameError<ResourceName>(value);
                       }};
            out.insert(out.begin(), std::move(name));
            return out;
        },
        .deed =
            [](const Situation &s, const Values &values) {
                return subnetDeed(s.target.network(), utf8(stringOf(values, "name")), values);
            },
        .previews = true,
    };
});

const DeclaredAction changeSubnet([]() -> ActionRecord {
    return {
        .id = QStringLiteral("subnet.change"),
        .text = Words::tr("Change subnet"),
        .icon = QStringLiteral("document-edit"),
        .scope = subnetScope,
        .order = 20,
        .blades = {QStringLiteral("network.overview")},
        .explanation = Words::tr("Where vaults let it in, that holds for its new addresses from then on."),
        .allowed = always,
        .fields = [](const Situation &s) { return subnetFields(*networkOf(s).subnet(s.target.name)); },
        .deed = [](const Situation &s,
                   const Values &values) { return subnetDeed(s.target.network(), s.target.name, values); },
        .previews = true,
    };
});

const DeclaredAction removeSubnet([]() -> ActionRecord {
    return {
        .id = QStringLiteral("subnet.remove"),
        .text = Words::tr("Remove subnet"),
        .icon = QStringLiteral("list-remove"),
        .scope = subnetScope,
        .order = 30,
        .blades = {QStringLiteral("network.overview")},
        .explanation = Words::tr("Only one that no vault lets in and in which no private endpoint stands."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::RemoveSubnet{s.target.network(), s.target.name}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
