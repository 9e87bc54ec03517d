// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/sql_server/replication.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/sql_server/rules.h"

#include <algorithm>
#include <set>

namespace keyward::estate {
namespace {

struct Found {
    const Vault *vault = nullptr;
    const Key *key = nullptr;
    const KeyVersion *version = nullptr;
};

std::optional<Found> find(const Estate &estate, const KeyId &id, const VersionId &version)
{
    Found out;
    out.key = estate.key(id);
    out.vault = out.key ? estate.vault(out.key->vault) : nullptr;
    out.version = out.vault ? out.key->version(version) : nullptr;
    return out.version ? std::optional(out) : std::nullopt;
}

/// The version itself first, then copies of it.
std::vector<const ServerKey *> copiesOn(const Estate &estate, const Resource &server, const KeyId &key,
                                        const VersionId &version)
{
    const auto *facet = facetOf<SqlServer>(server);
    std::vector<const ServerKey *> out;
    if (!facet) return out;
    const auto *same = facet->key(key, version);
    if (same) out.push_back(same);
    const auto wanted = find(estate, key, version);
    if (!wanted || wanted->version->spki.empty()) return out;
    for (const auto &one : facet->keys) {
        const auto there = &one == same ? std::optional<Found>() : find(estate, one.key, one.version);
        if (there && there->version->spki == wanted->version->spki) out.push_back(&one);
    }
    return out;
}

/// What is done for a server to reach a key again. Anything else (a version that was disabled, a region that is out)
/// was somebody's decision, which nobody undoes by the way.
std::optional<Action> grantIn(std::optional<Action> fix)
{
    const bool grants = fix && (std::holds_alternative<command::SetAccessPolicy>(*fix) ||
                                std::holds_alternative<command::AssignRole>(*fix) ||
                                std::holds_alternative<command::SetFirewall>(*fix));
    return grants ? std::move(fix) : std::nullopt;
}

} // namespace

bool linked(const Resource &server, const ResourceId &other)
{
    const auto *facet = facetOf<SqlServer>(server);
    return facet && std::ranges::contains(facet->partners, other);
}

std::vector<const Resource *> partnersOf(const Estate &estate, const Resource &server)
{
    std::vector<const Resource *> out;
    if (const auto *facet = facetOf<SqlServer>(server))
        for (const auto &id : facet->partners)
            if (const auto *partner = estate.resource(id)) out.push_back(partner);
    std::ranges::sort(out, {}, [](const Resource *one) { return one->name.text(); });
    return out;
}

Status mayBeLinked(const Resource &server, const Resource &partner)
{
    const auto name = server.name.text(), other = partner.name.text();
    for (const auto *one : {&server, &partner})
        if (!facetOf<SqlServer>(*one)) return serverIn(*one).transform([](const auto &) {});
    if (server.id == partner.id)
        return fail(Code::ValueInvalid, name, {"partner", said("a server is not linked with itself")});
    if (server.place.tenant != partner.place.tenant)
        return fail(Code::ValueInvalid, other,
                    {"partner", said("it stands in another tenant, whose servers have other keys")});
    return linked(server, partner.id) ? fail(Code::AlreadyExists, name + " - " + other, {"link"}) : Status{};
}

const ServerKey *copyOn(const Estate &estate, const Resource &server, const KeyId &key, const VersionId &version)
{
    const auto all = copiesOn(estate, server, key, version);
    return all.empty() ? nullptr : all.front();
}

const ServerKey *usableCopyOn(const Estate &estate, const Resource &server, const KeyId &key, const VersionId &version,
                              Instant now)
{
    for (const auto *one : copiesOn(estate, server, key, version)) {
        const auto there = find(estate, one->key, one->version);
        if (there && obstaclesTo(estate, server, *there->vault, *there->key, *there->version,
                                 {{Permission::UnwrapKey}, false}, now)
                         .empty())
            return one;
    }
    return nullptr;
}

std::optional<NoCopy> lacksCopy(const Estate &estate, const Resource &server, const KeyId &key,
                                const VersionId &version, Instant now)
{
    if (usableCopyOn(estate, server, key, version, now)) return {};
    const auto *copy = copyOn(estate, server, key, version);
    if (!copy) {
        const auto wanted = find(estate, key, version);
        if (!wanted) return NoCopy{said("it is not in its vault any more"), "Restore a backup of the key.", {}};
        return NoCopy{said("it was not added to that server"),
                      "Add it: keywardctl sql key add " + server.name.text() + " --key " +
                          keyPath(estate, *wanted->key) + "/" + version.text(),
                      {}};
    }
    const auto there = find(estate, copy->key, copy->version);
    if (!there) return NoCopy{said("it was purged"), "Restore a backup of the key: keywardctl key restore.", {}};
    auto first = std::move(
        obstaclesTo(estate, server, *there->vault, *there->key, *there->version, {{Permission::UnwrapKey}, false}, now)
            .front());
    return NoCopy{sentence(first.what), remedy(first.what), grantIn(std::move(first.fix))};
}

Error refusalFor(std::string about, const Resource &server, const std::string &keyUri, const NoCopy &lacking)
{
    return {Code::ReplicaKeyMissing, std::move(about), {server.name.text(), keyUri, lacking.why}, lacking.remedy};
}

std::vector<ServerKey> keysToShare(const Estate &estate, const Resource &server)
{
    const auto *facet = facetOf<SqlServer>(server);
    std::vector<ServerKey> out;
    if (!facet) return out;
    for (const auto &one : facet->keys) {
        const bool protector = server.binding && sameKeyVersion(*server.binding, one);
        const bool wraps = std::ranges::any_of(estate.databasesOf(server.id), [&](const DatabaseId &id) {
            const auto &by = estate.database(id)->wrappedBy;
            return by && sameKeyVersion(*by, one);
        });
        if (protector || wraps) out.push_back(one);
    }
    return out;
}

std::vector<ServerKey> keysUnknownTo(const Estate &estate, const Resource &server, const Resource &of)
{
    auto out = keysToShare(estate, of);
    std::erase_if(out, [&](const ServerKey &one) { return copyOn(estate, server, one.key, one.version); });
    return out;
}

Status notLinked(const Estate &estate, const Resource &server)
{
    const auto *facet = facetOf<SqlServer>(server);
    if (!facet || facet->partners.empty()) return {};
    const auto partner = nameOf(estate, facet->partners.front());
    return std::unexpected(
        Error{Code::ServersLinked,
              server.name.text(),
              {partner, said("a linked server is not deleted")},
              "Unlink them first: keywardctl sql link remove " + server.name.text() + " --partner " + partner + "."});
}

std::vector<const Database *> replicasOf(const Estate &estate, const Database &primary)
{
    const auto *server = estate.resource(primary.server);
    std::vector<const Database *> out;
    if (!server) return out;
    for (const auto *partner : partnersOf(estate, *server)) { // a replica has its primary's name
        const auto *there = estate.databaseNamed(partner->id, primary.name.text());
        if (there && there->replication && there->replication->primary == primary.id) out.push_back(there);
    }
    return out;
}

bool replicates(const Estate &estate, const Resource &primary, const Resource &secondary)
{
    return std::ranges::any_of(estate.databasesOf(secondary.id), [&](const DatabaseId &id) {
        const auto &follows = estate.database(id)->replication;
        const auto *leads = follows ? estate.database(follows->primary) : nullptr;
        return leads && leads->server == primary.id;
    });
}

bool leadsTo(const Estate &estate, const Resource &from, const Resource &to)
{
    std::set<ResourceId> seen;
    std::vector<const Resource *> next{&from};
    while (!next.empty()) {
        const auto *one = next.back();
        next.pop_back();
        if (!seen.insert(one->id).second) continue;
        for (const auto *partner : partnersOf(estate, *one)) {
            if (!replicates(estate, *one, *partner)) continue;
            if (partner->id == to.id) return true;
            next.push_back(partner);
        }
    }
    return false;
}

namespace {

/// What both ask: a copy of the key that wraps the primary's data key, which the replica's server may use.
Status mayUseKeyOf(const Estate &estate, const Database &primary, const Resource &server, Instant now)
{
    if (!primary.wrappedBy) return {};
    const auto lacking = lacksCopy(estate, server, primary.wrappedBy->key, primary.wrappedBy->version, now);
    if (!lacking) return {};
    return std::unexpected(refusalFor(nameOf(estate, primary.id), server, primary.wrappedBy->uri, *lacking));
}

/// Servers of two tenants have no keys in common; a move parts them.
Status sameTenant(const Resource &server, const Resource &other)
{
    if (server.place.tenant == other.place.tenant) return {};
    return std::unexpected(Error{Code::ServersLinked,
                                 server.name.text(),
                                 {other.name.text(), said("they stand in different tenants, so nothing is replicated")},
                                 "End the replication, or move them into one tenant."});
}

} // namespace

Status mayBeReplicated(const Estate &estate, const Database &database, const Resource &server, Instant now)
{
    const auto path = nameOf(estate, database.id);
    const auto *home = estate.resource(database.server);
    if (!home) return fail(Code::NotFound, path, {"server"});
    KEYWARD_CHECK(serverIn(server).transform([](const auto &) {}));
    if (!linked(*home, server.id)) return fail(Code::ServersNotLinked, home->name.text(), {server.name.text()});
    KEYWARD_CHECK(sameTenant(*home, server));
    KEYWARD_CHECK(followsNone(estate, database));
    KEYWARD_CHECK(mayBeOpened(estate, database.id));
    KEYWARD_CHECK(regionIsUp(estate, server.place.region));
    KEYWARD_CHECK(mayBeMade(estate, server, database.name, database.encrypted));
    return mayUseKeyOf(estate, database, server, now);
}

Status mayFollow(const Estate &estate, const Database &replica, Instant now)
{
    KEYWARD_CHECK(replicaIn(estate, replica.id).transform([](const auto &) {}));
    const auto *primary = estate.database(replica.replication->primary);
    const auto *server = estate.resource(replica.server);
    if (!primary || !server) return fail(Code::NotFound, nameOf(estate, replica.id), {"primary"});
    const auto *home = estate.resource(primary->server);
    if (home) KEYWARD_CHECK(sameTenant(*home, *server));
    KEYWARD_CHECK(primaryIsThere(estate, replica));
    KEYWARD_CHECK(mayBeOpened(estate, replica.id));
    return mayUseKeyOf(estate, *primary, *server, now);
}

Result<const Database *> replicaIn(const Estate &estate, const DatabaseId &id)
{
    const auto *replica = estate.database(id);
    if (!replica) return fail(Code::NotFound, id.text().substr(0, 8), {"database"});
    if (!replica->replication) return fail(Code::DatabaseNoReplica, nameOf(estate, id));
    return replica;
}

Status primaryIsThere(const Estate &estate, const Database &replica)
{
    KEYWARD_CHECK(replicaIn(estate, replica.id).transform([](const auto &) {}));
    return mayBeOpened(estate, replica.replication->primary);
}

Status mayFailOver(const Estate &estate, const DatabaseId &id)
{
    KEYWARD_CHECK(replicaIn(estate, id).transform([](const auto &) {}));
    return mayBeOpened(estate, id);
}

bool Readability::anywhere() const { return std::ranges::any_of(copies, &Copy::readable); }

namespace {

Copy copyWithout(const Estate &estate, const Database &database, const std::vector<Region> &regions)
{
    Copy out{.database = &database, .server = estate.resource(database.server), .readable = false, .why = {}};
    const auto &region = out.server->place.region;
    const auto key = database.wrappedBy ? find(estate, database.wrappedBy->key, database.wrappedBy->version)
                                        : std::optional<Found>();
    if (std::ranges::contains(regions, region))
        out.why = said("its server stands in {0}", region.text());
    else if (key && std::ranges::contains(regions, key->vault->place.region))
        out.why = said("its key is in vault {0}, which stands in {1}", key->vault->name.text(),
                       key->vault->place.region.text());
    else if (const auto may = mayBeOpened(estate, database.id); !may)
        out.why = sentence(may.error());
    else
        out.readable = true;
    return out;
}

} // namespace

std::vector<Readability> readableWithout(const Estate &estate, const std::vector<Region> &regions)
{
    std::vector<Readability> out;
    for (const auto &[id, database] : estate.databases()) {
        if (database->replication || database->dropped || !estate.resource(database->server)) continue;
        Readability one{.primary = database.get(), .copies = {copyWithout(estate, *database, regions)}};
        bool touched = !one.copies.front().readable;
        for (const auto *replica : replicasOf(estate, *database)) {
            one.copies.push_back(copyWithout(estate, *replica, regions));
            touched |= !one.copies.back().readable;
        }
        if (touched) out.push_back(std::move(one));
    }
    std::ranges::sort(out, {}, [&](const Readability &one) { return nameOf(estate, one.primary->id); });
    return out;
}

} // namespace keyward::estate
