// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/change_builder.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/row.h"

/// Private to the commands: what their rows are put together from.
namespace keyward::estate {

inline Scope scopeOf(const VaultId &id) { return {Scope::Kind::Vault, recordOf(id)}; }
inline Scope scopeOf(const ResourceId &id) { return {Scope::Kind::Resource, recordOf(id)}; }
inline Scope scopeOf(const NetworkId &id) { return {Scope::Kind::Network, recordOf(id)}; }
inline Scope scopeOf(const GroupId &id) { return {Scope::Kind::Group, recordOf(id)}; }
inline Scope scopeOf(const SubscriptionId &id) { return {Scope::Kind::Subscription, recordOf(id)}; }
inline Scope scopeOf(const TenantId &id) { return {Scope::Kind::Tenant, recordOf(id)}; }
Guards changes(const auto &id) { return {{scopeOf(id), false}}; }
Guards removes(const auto &id) { return {{scopeOf(id), true}}; }
inline std::optional<DataCall> callOn(Permission operation, const VaultId &vault)
{
    return DataCall{.operation = operation, .vault = vault};
}
/// Of a key that is not there: in no vault, so nobody is granted it.
std::optional<DataCall> callOn(const Estate &estate, Permission operation, const KeyId &key);

/// The row of a command that changes one thing, takes nothing away, and makes what it says.
template <class Id> Facts administrationOf(const Estate &estate, const Id &id, Guards guarded, NewIds makes = {})
{
    return {.subject = nameOf(estate, id),
            .about = referenceTo(id),
            .dataCall = administration,
            .guarded = std::move(guarded),
            .makes = std::move(makes),
            .takesAway = {}};
}

/// What stands in the place: its group, or its subscription where there is no such group.
Guards into(const Estate &estate, const Placement &place, bool removes = false);
/// A move also enters another place.
Guards alsoInto(const Estate &estate, Guards guarded, Placement place, const std::string &subscription,
                const std::string &group);

/// Taken where it is the id of any record.
NewId newId(const Estate &estate, const RecordId &id);
template <class Tag> NewId newId(const Estate &estate, const Id<Tag> &id) { return newId(estate, recordOf(id)); }
NewIds made(const Estate &estate, const auto &...ids) { return {newId(estate, ids)...}; }

/// Code::Conflict where it ended already.
Result<const Job *> runningJob(const Estate &estate, const JobId &id);
/// A job of a resource that begins now.
Job begunJob(const ChangeBuilder &draft, const JobId &id, const ResourceId &resource, std::string title, JobWork work,
             std::string folder = {});
/// A running job as it is once it succeeded; its folder is that of what it made. Code::Conflict where it ended already.
Result<Job> succeededJob(const ChangeBuilder &draft, const JobId &id);

/// What is stored goes with the thing: its folder is removed once that is saved, and the job that made it remembers the
/// folder, should the removal be cut short.
void removeStored(ChangeBuilder &draft, const JobId &madeBy, const std::string &folder);

std::string subscriptionName(const Estate &estate, const std::string &guid);

} // namespace keyward::estate
