// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/commands.h"

namespace keyward::ctl {

/// The commands of a service, named by its facet. Each has one function addCommands(), in its file below services/; one
/// that has none does not link.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend" // it is meant: one function for each service
template <class Facet> struct ServiceCommands {
    Commands &commands;
    friend void addCommands(const ServiceCommands &of);
};
#pragma GCC diagnostic pop

} // namespace keyward::ctl
