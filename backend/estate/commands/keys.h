// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Keys and their versions.
namespace keyward::estate::command {

/// What a new version starts with. What is not named the version before it decides, or for a first version the kind.
struct VersionSeed {
    VersionId id;
    RecordId material;
    bool enabled = true;
    std::optional<std::optional<Instant>> notBefore = {}, expires = {}; ///< set, or set to none
    std::optional<Tags> tags = {};
    std::optional<PermissionSet> operations = {};
};

/// Over an existing name: its next version.
struct CreateKey {
    KEYWARD_COMMAND(CreateKey, "key.create");
    KeyId id;
    VaultId vault;
    KeyName name;
    KeySpec spec;
    VersionSeed first;
};

/// Material that was made elsewhere (MOD-4), saved beside it. Over an existing name: its next version.
struct ImportKey {
    KEYWARD_COMMAND(ImportKey, "key.import");
    KeyId id;
    VaultId vault;
    KeyName name;
    KeySpec spec;
    VersionSeed first;
    Bytes spki;
    std::string format;
};

/// Where the original is kept.
struct NoteEscrow {
    KEYWARD_COMMAND(NoteEscrow, "key.escrow");
    KeyId key;
    VersionId version;
    std::string place;
};

struct RotateKey {
    KEYWARD_COMMAND(RotateKey, "key.rotate");
    KeyId key;
    VersionSeed next;
};

struct UpdateKeyVersion {
    KEYWARD_COMMAND(UpdateKeyVersion, "key.update");
    KeyId key;
    VersionId version;
    std::optional<bool> enabled;
    std::optional<std::optional<Instant>> notBefore, expires; ///< set, or set to none
    std::optional<Tags> tags;
    std::optional<PermissionSet> operations;
};

struct DeleteKey {
    KEYWARD_COMMAND(DeleteKey, "key.delete");
    KeyId key;
};

struct RecoverKey {
    KEYWARD_COMMAND(RecoverKey, "key.recover");
    KeyId key;
};

struct PurgeKey {
    KEYWARD_COMMAND(PurgeKey, "key.purge");
    KeyId key;
};

/// A backup blob was made (MOD-6), to be kept there.
struct NoteKeyBackup {
    KEYWARD_COMMAND(NoteKeyBackup, "key.backup");
    KeyId key;
    std::string file = {};
};

/// With material saved beside it.
struct RestoreKey {
    KEYWARD_COMMAND(RestoreKey, "key.restore");
    Key key;
    std::string geography;
    std::string subscription;
};

using KeyCommands = CommandList<CreateKey, ImportKey, NoteEscrow, RotateKey, UpdateKeyVersion, DeleteKey, RecoverKey,
                                PurgeKey, NoteKeyBackup, RestoreKey>;

} // namespace keyward::estate::command
