// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/commands.h"
#include "app/keywardctl/invocation.h"

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

/// The resource of that name, which is one of the service; 'what': as people call those. Code::ValueInvalid for one of
/// another kind.
template <class Facet>
Result<const estate::Resource *> resourceOf(Invocation &invocation, const std::string &name, std::string_view what)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    if (estate::facetOf<Facet>(*resource)) return resource;
    return fail(Code::ValueInvalid, name, {what, said("it is a {0}", resource->type)});
}

} // namespace keyward::ctl
