// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/draw.h"
#include "tests/support/world.h"

/// What commands of any kind are drawn from.
namespace keyward::test {

/// One that is not there, where there is none.
template <class T> estate::IdOf<T> anyOf(const estate::Estate &estate)
{
    std::vector<estate::IdOf<T>> all;
    for (const auto &[id, entity] : estate.all<T>()) all.push_back(id);
    return all.empty() ? id<estate::IdOf<T>>() : any(all);
}
std::string anyText(); ///< that is hard to write on a line

/// A command of a service, named by its facet, as anyCommand() draws it. Each service has one function for it, in its
/// file below services/; one that has none does not link.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend" // it is meant: one function for each service
template <class Facet> struct ServiceCommand {
    World &world;
    const std::filesystem::path &folder;
    friend estate::Action anyCommand(const ServiceCommand &of);
};
#pragma GCC diagnostic pop

} // namespace keyward::test
