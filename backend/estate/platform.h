// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/directory.h"

namespace keyward::estate {

struct PolicyTemplate { ///< VLT-13
    std::string id;
    std::string title;
    PermissionSet permissions;
};

/// A service and whether the trusted-services bypass of a vault's firewall lets it in.
struct TrustedService {
    std::string id;
    std::string title;
    bool listed = false;
    std::string use; ///< what for; where it is not listed, what it needs instead
};

/// What must be registered in a subscription before its kind of resource is made there.
struct ResourceProvider {
    std::string name; ///< Microsoft.KeyVault
    std::string title;
    std::string firstParty; ///< the application that appears in the tenant with it; empty: none
    std::string applicationId;
};

struct KnownRegion {
    std::string name;
    std::string geography;
};

/// What the platform brings along, as data (resources/catalogue/platform.json).
struct Platform {
    std::vector<Role> roles;
    std::vector<PolicyTemplate> templates;
    std::vector<TrustedService> services;
    std::vector<ResourceProvider> providers;
    std::vector<KnownRegion> regions;

    static Result<Platform> parse(ByteView json); ///< Code::Internal with the place: the file ships with the program
    const Role *role(const RoleId &id) const;
    const PolicyTemplate *policyTemplate(std::string_view id) const;
    const TrustedService *service(std::string_view id) const;
    const ResourceProvider *provider(std::string_view name) const; ///< without regard to case
    std::string geographyOf(const Region &region) const;           ///< of unknown regions as far as their names tell
};

/// What a role's data actions come to. Code::ValueInvalid for one that no permission on keys matches.
Result<PermissionSet> permissionsOf(const std::vector<std::string> &dataActions,
                                    const std::vector<std::string> &notDataActions);
std::string dataActionOf(Permission permission); ///< Microsoft.KeyVault/vaults/keys/wrap/action

} // namespace keyward::estate
