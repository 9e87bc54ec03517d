// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/services/declare.h"

namespace keyward::estate {

struct Finding;
struct ServiceProfile;

/// What a service wants done before a resource of it may be bound to a key version.
struct Preparation {
    Statement what;                    ///< what is so, or, where there is something to do, what is done
    std::optional<Action> action = {}; ///< absent: it is so, or nothing does it
    std::optional<Error> unmet = {};   ///< as long as it is not so: why the resource cannot be bound
};

/// What would end a need that a resource has of a key, besides its binding.
struct Parting {
    enum class Of : std::uint8_t {
        Protected, ///< what works under the key: destroyed
        Kept,      ///< what needs it until it is deleted: deleted
        Mention,   ///< that the key is known to the resource: taken off
    };
    Of of = Of::Kept;
    Action action;
};
/// In the order in which they are done: all by which a resource, and those whose store it is, would need a key no
/// longer.
std::vector<Parting> partingsFrom(const Estate &estate, const Resource &resource, const KeyId &key);

/// In the order in which they are done; none for a service that wants nothing.
std::vector<Preparation> preparationsFor(const Estate &estate, const Resource &resource, const Key &key,
                                         const KeyVersion &version);
/// What else a service finds to look after in a resource of it.
void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource);
/// An estate in which a service has yet to do what a change left it (effect::Settle), as it is once that is done: for
/// plans, which cannot wait for it. Each service has one function settle(), in its folder.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend" // it is meant: one function for each service
template <class Facet> struct Settling {
    Estate &estate;
    const ResourceId &resource;
    friend void settle(const Settling &of);
};
#pragma GCC diagnostic pop
void settleIn(Estate &estate, const ResourceId &resource);

/// What protects a resource now (its own key, or its store's), as what wraps a data key; absent: the platform's key
/// does. Its URI is empty where the estate does not know the key.
std::optional<WrappedBy> boundKey(const Estate &estate, const Resource &resource);
/// What its service does here ends the need for a former version; otherwise time does, or nothing is said of it.
bool endsByWork(const Resource &resource, const ServiceProfile &profile);
/// Whether what is stored of a resource, and of those whose store it is, can be put under another key now.
Status mayRebind(const Estate &estate, const Resource &resource, Instant now);

} // namespace keyward::estate
