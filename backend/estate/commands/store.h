// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// The keystore itself: its beginning, its copies, its clock, unfinished wizards.
namespace keyward::estate::command {

struct Initialise {
    KEYWARD_COMMAND(Initialise, "store.init");
    SettingsId id;
    std::string tenant, subscription;
    RecordId platformKek, reportSigner, backupKek;
};

/// Those not there yet.
struct AdoptPlaces {
    KEYWARD_COMMAND(AdoptPlaces, "places.adopt");
    std::vector<Tenant> tenants;
    std::vector<Subscription> subscriptions;
    std::vector<ResourceGroup> groups;
};

struct SetStoreBackup {
    KEYWARD_COMMAND(SetStoreBackup, "store.backupSchedule");
    std::optional<StoreBackupSchedule> schedule;
};

struct NoteStoreBackup {
    KEYWARD_COMMAND(NoteStoreBackup, "store.backup");
    std::string file;
};

/// Set by a jump, cleared by a synchronised clock or the owner.
struct NoteClock {
    KEYWARD_COMMAND(NoteClock, "clock.note");
    std::optional<Instant> doubtedSince;
};

/// To continue a wizard later; replaces the one with the same id.
struct SaveDraft {
    KEYWARD_COMMAND(SaveDraft, "wizard.save");
    WizardDraft draft;
};

struct DropDraft {
    KEYWARD_COMMAND(DropDraft, "wizard.drop");
    DraftId draft;
};

using StoreCommands =
    CommandList<Initialise, AdoptPlaces, SetStoreBackup, NoteStoreBackup, NoteClock, SaveDraft, DropDraft>;

} // namespace keyward::estate::command
