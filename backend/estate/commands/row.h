// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/row.h"

/// Private to the commands: what their rows are put together from.
namespace keyward::estate {

Guards changes(const VaultId &id);
Guards changes(const ResourceId &id);
Guards changes(const NetworkId &id);
Guards changes(const GroupId &id);
Guards changes(const SubscriptionId &id);
Guards removes(const VaultId &id);
Guards removes(const ResourceId &id);
Guards removes(const NetworkId &id);
Guards removes(const GroupId &id);
Guards removes(const SubscriptionId &id);
/// What stands in the place: its group, or its subscription where there is no such group.
Guards into(const Estate &estate, const Placement &place, bool removes = false);
/// A move also enters another place.
Guards alsoInto(const Estate &estate, Guards guarded, Placement place, const std::string &subscription,
                const std::string &group);

/// Taken where it is the id of any record.
NewId newId(const Estate &estate, const RecordId &id);
template <class Tag> NewId newId(const Estate &estate, const Id<Tag> &id) { return newId(estate, recordOf(id)); }
NewIds made(const Estate &estate, const auto &...ids) { return {newId(estate, ids)...}; }

std::string subscriptionName(const Estate &estate, const std::string &guid);

} // namespace keyward::estate
