// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/describe_names.h"

#include "backend/estate/describe.h"
#include "backend/estate/unfinished.h"

namespace keyward::estate {

std::string nameOf(const Estate &estate, const VaultId &id)
{
    const auto *vault = estate.vault(id);
    return vault ? vault->name.text() : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const KeyId &id)
{
    const auto *key = estate.key(id);
    return key ? keyPath(estate, *key) : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const ResourceId &id)
{
    const auto *resource = estate.resource(id);
    return resource ? resource->name.text() : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const PrincipalId &id)
{
    const auto *principal = estate.principal(id);
    return principal ? principal->name : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const JobId &id)
{
    const auto *job = estate.job(id);
    return id.text().substr(0, 8) + (job ? " (" + job->title + ")" : "");
}
std::string nameOf(const Estate &estate, const DraftId &id)
{
    const auto *draft = estate.draft(id);
    return draft ? subjectOf(estate, *draft) : id.text().substr(0, 8);
}
std::string nameOf(const Estate &, const PointId &id) { return id.text().substr(0, 8); }
std::string nameOf(const Estate &, const DatabaseBackupId &id) { return id.text().substr(0, 8); }

std::string nameOf(const Estate &estate, const DatabaseId &id)
{
    const auto *database = estate.database(id);
    return database ? nameOf(estate, database->server) + "/" + database->name.text() : id.text().substr(0, 8);
}

std::string nameOf(const Estate &estate, const TenantId &id)
{
    const auto *tenant = estate.tenant(id);
    return tenant ? tenant->name : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const SubscriptionId &id)
{
    const auto *subscription = estate.subscription(id);
    return subscription ? subscription->name : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const GroupId &id)
{
    const auto *group = estate.group(id);
    return group ? group->name.text() : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const RoleId &id)
{
    const auto *role = estate.role(id);
    return role ? role->name : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const LockId &id)
{
    const auto *lock = estate.lock(id);
    return lock ? lock->name : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const NetworkId &id)
{
    const auto *network = estate.network(id);
    return network ? network->name.text() : id.text().substr(0, 8);
}
std::string nameOf(const Estate &, const AssignmentId &id) { return id.text().substr(0, 8); }
std::string nameOf(const Estate &estate, const SiemReceiverId &id)
{
    const auto *receiver = estate.siemReceiver(id);
    return receiver ? receiver->name : id.text().substr(0, 8);
}
std::string nameOf(const Estate &estate, const OwnProfileId &id)
{
    const auto *own = estate.ownProfile(id);
    return own ? own->profile : id.text().substr(0, 8);
}

} // namespace keyward::estate
