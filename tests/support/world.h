// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fixture.h"

#include <filesystem>

/// What property tests draw their commands from.
namespace keyward::test {

/// A small world in which anything may be tried.
struct World {
    Model model;
    std::vector<Desk::Bound> bounds;
    std::vector<estate::PrincipalId> apps, groups, identities;
    estate::NetworkId network = id<estate::NetworkId>();
    std::vector<estate::PrincipalId> everybody() const;
    World();
};

/// What anybody may try on the bindings, keys and access of the world, whether or not it is allowed.
estate::Action anyAction(World &world);
/// Also what moves, and what is about identities.
estate::Action anyActionWithMoves(World &world);

/// More of everything that commands may be about.
void furnish(World &world);
/// Of any kind that people type, on whatever there is; files and folders are below the given one, which is there.
estate::Action anyCommand(World &world, const std::filesystem::path &folder);

} // namespace keyward::test
