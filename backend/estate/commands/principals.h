// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Applications, user-assigned identities and groups of principals.
namespace keyward::estate::command {

struct CreateApplication {
    KEYWARD_COMMAND(CreateApplication, "application.create");
    PrincipalId id;
    DisplayName name;
    std::string tenant;
    std::string applicationId;
};

struct CreateUserIdentity {
    KEYWARD_COMMAND(CreateUserIdentity, "identity.create");
    PrincipalId id;
    DisplayName name;
    Placement place;
};

struct CreatePrincipalGroup {
    KEYWARD_COMMAND(CreatePrincipalGroup, "principalGroup.create");
    PrincipalId id;
    DisplayName name;
    std::string tenant;
};

struct SetMember {
    KEYWARD_COMMAND(SetMember, "principalGroup.member");
    PrincipalId group, member;
    bool in = true;
};

struct DeletePrincipal {
    KEYWARD_COMMAND(DeletePrincipal, "principal.delete");
    PrincipalId principal;
};

/// What recognises it; the secret itself is shown once.
struct AddClientSecret {
    KEYWARD_COMMAND(AddClientSecret, "secret.add");
    PrincipalId application;
    ClientSecret secret;
};

struct RemoveClientSecret {
    KEYWARD_COMMAND(RemoveClientSecret, "secret.remove");
    PrincipalId application;
    SecretId secret;
};

struct AssignIdentity {
    KEYWARD_COMMAND(AssignIdentity, "identity.assign");
    ResourceId resource;
    PrincipalId identity;
};

struct UnassignIdentity {
    KEYWARD_COMMAND(UnassignIdentity, "identity.unassign");
    ResourceId resource;
    PrincipalId identity;
};

using PrincipalCommands =
    CommandList<CreateApplication, CreateUserIdentity, CreatePrincipalGroup, SetMember, DeletePrincipal,
                AddClientSecret, RemoveClientSecret, AssignIdentity, UnassignIdentity>;

} // namespace keyward::estate::command
