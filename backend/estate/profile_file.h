// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/placed_json.h"
#include "backend/estate/profile.h"

/// Files of profiles, read in one way: the one that ships with the program and those that administrators write.
///
///     {"schema": "keyward.profiles/1", "profiles": [{"id": …, "title": …, "onLoss": …, "source": …,
///      "confidence": "A"|"B"|"C", …}]}
///
/// What a profile leaves out is as ServiceProfile says, or as below where that is nothing: an RSA key of 2048, 3072 or
/// 4096 bits, an identity of either kind that may get, wrapKey and unwrapKey. The fields are those of ServiceProfile by
/// their names; durations as P1D or 12h. The shipped one also lists "services" (ListedService). A name that is none of
/// these is a fault.
namespace keyward::estate {

struct ProfileFile {
    std::vector<ListedService> services;
    std::vector<ServiceProfile> profiles;
};

using FileFaults = std::vector<FileFault>; ///< in the order of the file
constexpr std::size_t longestProfileFile = 64 * 1024;

/// The shipped file, against what the platform has.
std::expected<ProfileFile, FileFaults> shippedProfiles(ByteView file, const Platform &platform);
/// An administrator's own: one profile and no list. With a catalogue: also whether it can be added to that.
std::expected<ServiceProfile, FileFaults> ownProfile(ByteView file, const Catalogue *known);

} // namespace keyward::estate
