// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Key vaults.
namespace keyward::estate::command {

struct CreateVault {
    KEYWARD_COMMAND(CreateVault, "vault.create");
    VaultId id;
    VaultName name;
    Placement place;
    Tier tier = Tier::Standard;
    Tags tags;
    bool purgeProtection = false;
    unsigned retentionDays = 90;
};

struct UpdateVault {
    KEYWARD_COMMAND(UpdateVault, "vault.update");
    VaultId vault;
    std::optional<bool> softDelete, purgeProtection;
    std::optional<unsigned> retentionDays;
    std::optional<Tags> tags;
    std::optional<Tier> tier;
};

struct MoveVault {
    KEYWARD_COMMAND(MoveVault, "vault.move");
    VaultId vault;
    std::string subscription, resourceGroup;
};

struct DeleteVault {
    KEYWARD_COMMAND(DeleteVault, "vault.delete");
    VaultId vault;
};

struct RecoverVault {
    KEYWARD_COMMAND(RecoverVault, "vault.recover");
    VaultId vault;
};

struct PurgeVault {
    KEYWARD_COMMAND(PurgeVault, "vault.purge");
    VaultId vault;
};

using VaultCommands = CommandList<CreateVault, UpdateVault, MoveVault, DeleteVault, RecoverVault, PurgeVault>;

} // namespace keyward::estate::command
