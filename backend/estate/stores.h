// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// MOD-24: services that keep their data in a store of the customer's. Such a resource has no binding; what protects it
/// is its store's, and what that loses it loses.
namespace keyward::estate {

/// Code::ProfileOwnStore, with what can serve; Code::ProfileNoKey of what keeps no data or has it encrypted before.
Status takesOwnKey(const Estate &estate, const Resource &resource, const ServiceProfile &profile);

/// Whether resources of the one kind can keep the data of those of the other.
bool canServe(const ServiceProfile &store, const ServiceProfile &of);
/// Code::CannotBeStore
Status canStore(const Estate &estate, const Resource &store, const Resource &of, const ServiceProfile &profile);

/// Whether its service lets a resource go over to that store now; absent: to none.
Status mayHaveStore(const Estate &estate, const Resource &resource, const std::optional<ResourceId> &store);
/// Of a resource whose data is here: whether its data key can be wrapped by the store's key. Code::NoAccessToStore
Status mayTakeUp(const Estate &estate, const Resource &store, const Resource &resource, Instant now);

/// Resources that can keep its data, by name.
std::vector<const Resource *> storesFor(const Estate &estate, const Resource &resource);

/// Whose key protects its data, and by whose identity it is asked: its store, else itself.
const Resource &keyHolder(const Estate &estate, const Resource &resource);
/// By whose key it is protected: its own, its store's, or none.
const Binding *protectingBinding(const Estate &estate, const Resource &resource);

} // namespace keyward::estate
