// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tenants, subscriptions with their resource providers, resource groups; moves.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/key_fields.h"
#include "models/actions/place_fields.h"
#include "models/places.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceActions)
};

const Subscription *subscriptionOf(const Situation &s) { return s.estate().subscription(s.target.subscription()); }
const ResourceGroup *groupOf(const Situation &s) { return s.estate().group(s.target.group()); }
const Resource *resourceOf(const Situation &s) { return s.estate().resource(s.target.resource()); }

/// Tried without what a form fills in.
Status tried(const Situation &s, const Action &action)
{
    return apply(s.estate(), {action}, s.workspace.actor(), s.moment->now).transform([](const Change &) {});
}

// Tenants and subscriptions

std::vector<Field::Option> tenantsBut(const Estate &estate, const std::string &guid)
{
    std::vector<Field::Option> out;
    for (const auto &[id, tenant] : estate.tenants())
        if (tenant->directory != guid) out.push_back({text(tenant->directory), text(tenant->name)});
    std::ranges::sort(out, {}, &Field::Option::text);
    return out;
}

const DeclaredAction createTenant([]() -> ActionRecord {
    return {
        .id = QStringLiteral("tenant.create"),
        .text = Words::tr("Create tenant"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 71,
        .blades = {QStringLiteral("tenants")},
        .primary = true,
        .explanation = Words::tr("A directory of its own: identities of one tenant have no access in another."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"), .label = Words::tr("Name"), .error = nameError<DisplayName>}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, DisplayName::from(utf8(stringOf(values, "name"))));
            return Deed{.action = command::CreateTenant{s.random().id<TenantId>(), std::move(name)}};
        },
    };
});

const DeclaredAction createSubscription([]() -> ActionRecord {
    return {
        .id = QStringLiteral("subscription.create"),
        .text = Words::tr("Create subscription"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 72,
        .blades = {QStringLiteral("subscriptions")},
        .primary = true,
        .explanation = Words::tr("Holds resource groups, and says which kinds of resources can be made in it. Only the "
                                 "resource provider of key vaults is registered from the start."),
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("name"), .label = Words::tr("Name"), .error = nameError<DisplayName>},
                    {.id = QStringLiteral("tenant"),
                     .label = Words::tr("Tenant"),
                     .kind = Field::Kind::Choice,
                     .value = text(s.estate().settings().tenant),
                     .options = tenantsBut(s.estate(), {})}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(auto name, DisplayName::from(utf8(stringOf(values, "name"))));
            const auto id = s.random().id<SubscriptionId>();
            return Deed{.action = command::CreateSubscription{id, std::move(name), utf8(stringOf(values, "tenant"))},
                        .made = Target::of(id)};
        },
    };
});

const DeclaredAction transfer([]() -> ActionRecord {
    return {
        .id = QStringLiteral("subscription.transfer"),
        .text = Words::tr("Move to another tenant"),
        .icon = QStringLiteral("transform-move"),
        .scope = Scope::Subscription,
        .order = 80,
        .blades = {QStringLiteral("subscription.overview")},
        .explanation =
            Words::tr("With all that stands in it. Role assignments in it end, and identities stay behind: resources "
                      "lose their keys until identities, keys and permissions are set up again in the new tenant."),
        .allowed = [](const Situation &s) -> Status {
            if (!tenantsBut(s.estate(), subscriptionOf(s)->tenant).empty()) return {};
            return refused(Words::tr("There is no other tenant."), Words::tr("Create another tenant first."));
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto options = tenantsBut(s.estate(), subscriptionOf(s)->tenant);
            const auto first = options.empty() ? QString() : options.front().value;
            return {{.id = QStringLiteral("tenant"),
                     .label = Words::tr("To tenant"),
                     .kind = Field::Kind::Choice,
                     .value = first,
                     .options = std::move(options)}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return Deed{.action =
                            command::TransferSubscription{s.target.subscription(), utf8(stringOf(values, "tenant"))}};
        },
        .previews = true,
        .destructive = true,
    };
});

// Resource providers

bool registered(const Situation &s) { return subscriptionOf(s)->providers.contains(s.target.name); }

const DeclaredAction registerProvider([]() -> ActionRecord {
    return {
        .id = QStringLiteral("provider.register"),
        .text = Words::tr("Register"),
        .icon = QStringLiteral("dialog-ok-apply"),
        .scope = providerScope,
        .order = 10,
        .blades = {QStringLiteral("subscription.providers")},
        .supported = [](const Situation &s) { return !registered(s); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::RegisterProvider{s.target.subscription(), s.target.name,
                                                            s.random().id<PrincipalId>()}};
        },
    };
});

const DeclaredAction unregisterProvider([]() -> ActionRecord {
    return {
        .id = QStringLiteral("provider.unregister"),
        .text = Words::tr("Unregister"),
        .icon = QStringLiteral("dialog-cancel"),
        .scope = providerScope,
        .order = 20,
        .blades = {QStringLiteral("subscription.providers")},
        .explanation = Words::tr("The application of the provider, where it has one, stays in the tenant."),
        .supported = registered,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::UnregisterProvider{s.target.subscription(), s.target.name}};
        },
        .previews = true,
    };
});

// Resource groups

std::vector<Field> groupFields(const Situation &s, bool inOne)
{
    std::vector<Field> out{{.id = QStringLiteral("name"),
                            .label = Words::tr("Name"),
                            .hint = Words::tr("1 to 90 letters, digits, hyphens, underscores, points and parentheses"),
                            .error = nameError<ResourceGroupName>}};
    if (!inOne) {
        std::vector<Field::Option> options;
        for (const auto &[id, one] : s.estate().subscriptions()) options.push_back({text(one->guid), text(one->name)});
        std::ranges::sort(options, {}, &Field::Option::text);
        out.push_back({.id = QStringLiteral("subscription"),
                       .label = Words::tr("Subscription"),
                       .kind = Field::Kind::Choice,
                       .value = text(s.estate().settings().subscription),
                       .options = std::move(options)});
    }
    out.push_back(regionField(s, Words::tr("Of the group itself; what stands in it may be elsewhere")));
    out.push_back(tagsField({}));
    return out;
}

Result<Deed> groupDeed(const Situation &s, const Values &values, const std::string &subscription)
{
    KEYWARD_TRY(auto name, ResourceGroupName::from(utf8(stringOf(values, "name"))));
    KEYWARD_TRY(auto place, placement(s, values));
    const auto id = s.random().id<GroupId>();
    return Deed{.action = command::CreateGroup{id, subscription, std::move(name), std::move(place.region),
                                               tagsFrom(stringOf(values, "tags"))},
                .made = Target::of(id)};
}

constexpr const char *aboutGroups = QT_TRANSLATE_NOOP(
    "PlaceActions", "Holds what belongs together. Roles and locks that are set on it hold for all in it.");

const DeclaredAction createGroup([]() -> ActionRecord {
    return {
        .id = QStringLiteral("group.create"),
        .text = Words::tr("Create resource group"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 73,
        .blades = {QStringLiteral("groups")},
        .primary = true,
        .explanation = Words::tr(aboutGroups),
        .fields = [](const Situation &s) { return groupFields(s, false); },
        .deed = [](const Situation &s,
                   const Values &values) { return groupDeed(s, values, utf8(stringOf(values, "subscription"))); },
    };
});

const DeclaredAction createGroupHere([]() -> ActionRecord {
    return {
        .id = QStringLiteral("group.createHere"),
        .text = Words::tr("Create resource group"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Subscription,
        .order = 10,
        .blades = {QStringLiteral("subscription.overview")},
        .primary = true,
        .explanation = Words::tr(aboutGroups),
        .fields = [](const Situation &s) { return groupFields(s, true); },
        .deed = [](const Situation &s, const Values &values) { return groupDeed(s, values, subscriptionOf(s)->guid); },
    };
});

const DeclaredAction tagGroup([]() -> ActionRecord {
    return {
        .id = QStringLiteral("group.tags"),
        .text = Words::tr("Change tags"),
        .icon = QStringLiteral("tag"),
        .scope = Scope::Group,
        .order = 10,
        .blades = {QStringLiteral("group.overview"), QStringLiteral("groups")},
        .allowed =
            [](const Situation &s) { return tried(s, command::UpdateGroup{s.target.group(), groupOf(s)->tags}); },
        .fields = [](const Situation &s) -> std::vector<Field> { return {tagsField(groupOf(s)->tags)}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            return Deed{.action = command::UpdateGroup{s.target.group(), tagsFrom(stringOf(values, "tags"))}};
        },
    };
});

const DeclaredAction deleteGroup([]() -> ActionRecord {
    return {
        .id = QStringLiteral("group.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Group,
        .order = 90,
        .blades = {QStringLiteral("group.overview"), QStringLiteral("groups")},
        .explanation = Words::tr("Only an empty one can be deleted. Role assignments and locks on it go with it."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::DeleteGroup{s.target.group()}};
        },
        .previews = true,
        .destructive = true,
    };
});

// Resources

const DeclaredAction moveResource([]() -> ActionRecord {
    return {
        .id = QStringLiteral("resource.move"),
        .text = Words::tr("Move"),
        .icon = QStringLiteral("transform-move"),
        .scope = Scope::Resource,
        .order = 80,
        .blades = {QStringLiteral("resource.overview")},
        .explanation = Words::tr("Into another resource group, of this subscription or another. Role assignments and "
                                 "locks of the new place hold for it, those of the old one no longer do. It follows "
                                 "its subscription to another tenant."),
        .allowed = [](const Situation &s) -> Status {
            const auto *resource = resourceOf(s);
            KEYWARD_CHECK(somewhereElse(s, resource->place));
            const auto *profile = s.estate().catalogue().find(resource->type);
            if (resource->binding && profile && !profile->movable)
                return fail(Code::MoveRefused, resource->name.text(), {"resource group"});
            return {};
        },
        .fields = [](const Situation &s) -> std::vector<Field> { return {moveField(s, resourceOf(s)->place)}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto *group, groupFrom(s, values));
            return Deed{.action = command::MoveResource{s.target.resource(), group->subscription, group->name.text()}};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
