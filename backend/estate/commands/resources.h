// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Resources, their own identities, and their bindings to customer-managed keys.
namespace keyward::estate::command {

/// BKP-18: a resource that comes into being with its key, which a user-assigned identity asks for: it has its
/// permission, and the key vault its protections, before there is the resource.
struct KeyAtCreation {
    VaultId vault;
    KeyId key;
    std::optional<VersionId> version; ///< pinned; absent: new ones are followed
    PrincipalId identity;
    JobId job;
};

struct CreateResource {
    KEYWARD_COMMAND(CreateResource, "resource.create");
    ResourceId id;
    std::string type;
    ResourceName name;
    Placement place;
    Tags tags;
    std::optional<KeyAtCreation> key = {};
    std::optional<ResourceId> store = {}; ///< of the customer's, whose key protects it from the start
};

struct DeleteResource {
    KEYWARD_COMMAND(DeleteResource, "resource.delete");
    ResourceId resource;
};

struct MoveResource {
    KEYWARD_COMMAND(MoveResource, "resource.move");
    ResourceId resource;
    std::string subscription, resourceGroup;
};

struct EnableIdentity {
    KEYWARD_COMMAND(EnableIdentity, "identity.enable");
    ResourceId resource;
    PrincipalId principal;
};

struct DisableIdentity {
    KEYWARD_COMMAND(DisableIdentity, "identity.disable");
    ResourceId resource;
};

/// Binds a resource to a key, for the first time or anew. Pinned: given by URI with version.
/// The user-assigned identity to go by; absent: the system-assigned.
struct SetKey {
    KEYWARD_COMMAND(SetKey, "binding.setKey");
    ResourceId resource;
    VaultId vault;
    KeyId key;
    std::optional<VersionId> version;
    std::string vaultSubscription;
    JobId job;
    std::optional<PrincipalId> identity = {};
    bool olderForm = false; ///< by a script from before 2021-04, of a service whose form was another one then (BKP-22)
};

struct SetServiceManaged {
    KEYWARD_COMMAND(SetServiceManaged, "binding.serviceManaged");
    ResourceId resource;
};

/// MOD-24: which store of the customer's a resource keeps its data in; absent: none any more.
struct SetStore {
    KEYWARD_COMMAND(SetStore, "resource.store");
    ResourceId resource;
    std::optional<ResourceId> store;
};

/// A resource of which only the profile is known was put into use: what may be done only before is over.
struct NoteUse {
    KEYWARD_COMMAND(NoteUse, "resource.use");
    ResourceId resource;
};

/// BKP-13: a binding that is not pinned takes up the newest version.
struct FollowNewVersion {
    KEYWARD_COMMAND(FollowNewVersion, "binding.followVersion");
    ResourceId resource;
    JobId job;
};

/// Former keys whose time is over are not asked for any more.
struct ReleaseFormerKeys {
    KEYWARD_COMMAND(ReleaseFormerKeys, "binding.releaseFormer");
    ResourceId resource;
};

/// A service asked its vault whether it still may use its key. The countdown of a loss begins when it was found.
struct NoteAccess {
    KEYWARD_COMMAND(NoteAccess, "access.check");
    ResourceId resource;
    std::optional<AccessLoss> loss; ///< absent: it may
};

using ResourceCommands =
    CommandList<CreateResource, DeleteResource, MoveResource, EnableIdentity, DisableIdentity, SetKey,
                SetServiceManaged, FollowNewVersion, NoteAccess, SetStore, NoteUse, ReleaseFormerKeys>;

} // namespace keyward::estate::command
