// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Where things stand: tenants, subscriptions, resource groups.
namespace keyward::estate::command {

struct CreateTenant {
    KEYWARD_COMMAND(CreateTenant, "tenant.create");
    TenantId id;
    DisplayName name;
};

struct CreateSubscription {
    KEYWARD_COMMAND(CreateSubscription, "subscription.create");
    SubscriptionId id;
    DisplayName name;
    std::string tenant;
};

/// Of its first-party application.
struct RegisterProvider {
    KEYWARD_COMMAND(RegisterProvider, "provider.register");
    SubscriptionId subscription;
    std::string provider;
    PrincipalId newPrincipal;
};

struct UnregisterProvider {
    KEYWARD_COMMAND(UnregisterProvider, "provider.unregister");
    SubscriptionId subscription;
    std::string provider;
};

/// With all that stands in it (BKP-7).
struct TransferSubscription {
    KEYWARD_COMMAND(TransferSubscription, "subscription.transfer");
    SubscriptionId subscription;
    std::string tenant;
};

struct CreateGroup {
    KEYWARD_COMMAND(CreateGroup, "group.create");
    GroupId id;
    std::string subscription;
    ResourceGroupName name;
    Region region;
    Tags tags = {};
};

struct UpdateGroup {
    KEYWARD_COMMAND(UpdateGroup, "group.update");
    GroupId group;
    Tags tags;
};

struct DeleteGroup {
    KEYWARD_COMMAND(DeleteGroup, "group.delete");
    GroupId group;
};

/// A rehearsal: all that stands in a region works no longer, until it ends.
struct SetRegionOutage {
    KEYWARD_COMMAND(SetRegionOutage, "region.outage");
    Region region;
    bool out = true;
};

using PlaceCommands = CommandList<CreateTenant, CreateSubscription, RegisterProvider, UnregisterProvider,
                                  TransferSubscription, CreateGroup, UpdateGroup, DeleteGroup, SetRegionOutage>;

} // namespace keyward::estate::command
