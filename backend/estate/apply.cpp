// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/apply.h"

#include "backend/estate/authorize.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/impact.h"
#include "backend/estate/locks.h"
#include "backend/estate/regions.h"
#include "backend/estate/row.h"

#include <algorithm>
#include <set>

namespace keyward::estate {

Result<const Vault *> liveVault(const Estate &estate, const VaultId &id)
{
    const auto *vault = estate.vault(id);
    if (!vault) return fail(Code::NotFound, id.text(), {"vault"});
    if (vault->deleted) return fail(Code::IsDeleted, vault->name.text(), {"vault"});
    return vault;
}

Result<const Key *> liveKey(const Estate &estate, const KeyId &id)
{
    const auto *key = estate.key(id);
    if (!key) return fail(Code::NotFound, id.text(), {"key"});
    KEYWARD_TRY(const auto *vault, liveVault(estate, key->vault));
    if (key->deleted) return fail(Code::KeyDeleted, vault->name.text() + "/" + key->name.text());
    return key;
}

Result<const Resource *> existing(const Estate &estate, const ResourceId &id)
{
    if (const auto *resource = estate.resource(id)) return resource;
    return fail(Code::NotFound, id.text(), {"resource"});
}

Result<const Job *> existing(const Estate &estate, const JobId &id)
{
    if (const auto *job = estate.job(id)) return job;
    return fail(Code::NotFound, id.text(), {"job"});
}

Result<const RecoveryPoint *> existing(const Estate &estate, const PointId &id)
{
    if (const auto *point = estate.point(id)) return point;
    return fail(Code::NotFound, id.text(), {"recovery point"});
}

Result<const Database *> existing(const Estate &estate, const DatabaseId &id)
{
    if (const auto *database = estate.database(id)) return database;
    return fail(Code::NotFound, id.text(), {"database"});
}

Result<const DatabaseBackup *> existing(const Estate &estate, const DatabaseBackupId &id)
{
    if (const auto *backup = estate.databaseBackup(id)) return backup;
    return fail(Code::NotFound, id.text(), {"database backup"});
}

Result<const ServiceProfile *> profileOf(const Estate &estate, const Resource &resource)
{
    if (const auto *profile = estate.catalogue().find(resource.type)) return profile;
    return fail(Code::NotFound, resource.type, {"service profile"});
}

namespace {

/// Nothing is ever put in the place of something else.
Status newIdsFree(const NewIds &ids)
{
    for (auto one = ids.begin(); one != ids.end(); ++one)
        if (one->taken || one->id.isNull() || std::ranges::contains(ids.begin(), one, one->id, &NewId::id))
            return fail(Code::IdTaken, one->id.text());
    return {};
}

/// What an application asks for is judged as the data operation that it is. What is none is no business of one.
Status refuseApplication(const Estate &estate, const Facts &facts, const Command &command, const Actor &actor,
                         Instant now)
{
    if (actor.kind != Actor::Kind::Principal) return {};
    const auto address =
        actor.address == "local" ? Result<IpAddress>(IpAddress::loopback()) : IpAddress::from(actor.address);
    if (!facts.dataCall || !actor.id || !address)
        return fail(Code::AdministrationOnly, actor.name, {std::string(operationName(command.action))});
    auto decision = authorize(estate, {.principal = PrincipalId{actor.id->id.bytes},
                                       .vault = facts.dataCall->vault,
                                       .key = facts.dataCall->key,
                                       .version = {},
                                       .operation = facts.dataCall->operation,
                                       .now = now,
                                       .origin = Origin::at(*address)});
    return decision.allowed() ? Status{} : std::unexpected(std::move(*decision.refusal));
}

/// What a vault would have to answer.
Status refuseOutage(const Estate &estate, const Facts &facts)
{
    const auto *vault = facts.dataCall ? estate.vault(facts.dataCall->vault) : nullptr;
    return vault ? regionIsUp(estate, vault->place.region) : Status{};
}

Result<Change> applyBy(const Facts &facts, const Estate &estate, const Command &command, const Actor &actor,
                       Instant now)
{
    KEYWARD_CHECK(refuseApplication(estate, facts, command, actor, now));
    KEYWARD_CHECK(refuseLocked(estate, facts.guarded, actor));
    KEYWARD_CHECK(refuseOutage(estate, facts));
    ChangeBuilder draft(estate, now);
    KEYWARD_CHECK(std::visit([&](const auto &action) { return applyTo(draft, action); }, command.action));
    KEYWARD_CHECK(refuseKept(estate, facts));
    KEYWARD_CHECK(newIdsFree(facts.makes)); // after the rules: their refusals say more
    return std::move(draft.change);
}

} // namespace

Result<Change> applyUnguarded(const Estate &estate, const Command &command, const Actor &actor, Instant now)
{
    return applyBy(factsOf(estate, command.action), estate, command, actor, now);
}

Estate afterwards(const Estate &estate, const Action &action)
{
    ChangeBuilder draft(estate, Instant{});
    const auto applied = std::visit([&](const auto &command) { return applyTo(draft, command); }, action);
    if (!applied) return estate;
    return std::move(draft.change.next);
}

Result<Change> apply(const Estate &estate, const Command &command, const Actor &actor, Instant now)
{
    const auto facts = factsOf(estate, command.action);
    KEYWARD_TRY(auto change, applyBy(facts, estate, command, actor, now));
    if (!command.overrideClaims) KEYWARD_CHECK(refuseLosses(estate, facts, change, now));
    return change;
}

void complete(Change &change, const Effect &effect, const EffectResult &result)
{
    if (const auto *made = std::get_if<effect::MakeKey>(&effect)) {
        Key key = *change.next.key(made->key);
        const auto version = std::ranges::find(key.versions, made->version, &KeyVersion::id);
        version->spki = result.publicPart;
        version->pending = false;
        change.next.put(std::move(key));
    } else if (const auto *secret = std::get_if<effect::MakeSecret>(&effect); secret && secret->signer) {
        Settings settings = change.next.settings();
        settings.reportSignerPublicKey = result.publicPart;
        change.next.put(std::move(settings));
    }
}

command::AdoptPlaces missingPlaces(const Estate &estate, const std::function<RecordId()> &newId)
{
    command::AdoptPlaces out;
    std::set<std::string> tenants, subscriptions, groups;
    const auto look = [&](const Placement &place) {
        if (!estate.tenantId(place.tenant) && tenants.insert(place.tenant).second)
            out.tenants.push_back({TenantId{newId().bytes}, place.tenant,
                                   tenants.size() == 1 ? "Default tenant" : "Tenant " + place.tenant});
        if (!estate.subscriptionId(place.subscription) && subscriptions.insert(place.subscription).second)
            out.subscriptions.push_back(
                {SubscriptionId{newId().bytes},
                 place.subscription,
                 subscriptions.size() == 1 ? "Default subscription" : "Subscription " + place.subscription,
                 place.tenant,
                 {"Microsoft.KeyVault", "Microsoft.RecoveryServices"}});
        auto name = ResourceGroupName::from(place.resourceGroup);
        if (name && !estate.groupId(place.subscription, place.resourceGroup) &&
            groups.insert(place.subscription + "/" + folded(place.resourceGroup)).second)
            out.groups.push_back({GroupId{newId().bytes}, place.subscription, *name, place.region, {}});
    };
    const auto &settings = estate.settings();
    const auto &regions = estate.catalogue().platform().regions;
    look({Region::from(regions.front().name).value_or(Region{}), settings.tenant, settings.subscription, "default"});
    for (const auto &[id, vault] : estate.vaults()) look(vault->place);
    for (const auto &[id, resource] : estate.resources()) look(resource->place);
    return out;
}

Status tagsAllowed(const Tags &tags)
{
    constexpr std::size_t most = 50, longest = 256;
    if (tags.size() > most)
        return fail(Code::ValueInvalid, std::to_string(tags.size()), {"number of tags", said("at most {0}", most)});
    for (const auto &[name, value] : tags)
        if (name.empty() || name.size() > longest || value.size() > longest)
            return fail(Code::ValueInvalid, name.substr(0, 40),
                        {"tag", "name and value have at most 256 characters, the name at least one"});
    return {};
}

} // namespace keyward::estate
