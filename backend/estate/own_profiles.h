// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/ids.h"

/// Profiles of services that an administrator added.
namespace keyward::estate {

/// Kept as its file was written, so that it can be shown, and read anew by whatever program opens the keystore.
struct OwnProfile {
    OwnProfileId id;
    std::string profile; ///< its id in the catalogue
    std::string text;    ///< JSON, as profile_file.h says
    Instant added{};
};

KEYWARD_RECORD(OwnProfile, 1, first(s.id, s.profile, s.text, s.added))

} // namespace keyward::estate
