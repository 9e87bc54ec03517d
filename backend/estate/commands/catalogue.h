// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

/// Profiles of the customer's own.
namespace keyward::estate::command {

struct AddProfile {
    KEYWARD_COMMAND(AddProfile, "catalogue.add");
    OwnProfileId id;
    std::string text; ///< of its file (profile_file.h)
};

/// As long as no resource is of it.
struct RemoveProfile {
    KEYWARD_COMMAND(RemoveProfile, "catalogue.remove");
    OwnProfileId profile;
};

using CatalogueCommands = CommandList<AddProfile, RemoveProfile>;

} // namespace keyward::estate::command
