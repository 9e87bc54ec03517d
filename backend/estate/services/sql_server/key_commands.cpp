// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys that are added to a SQL server, and how long it keeps what was dropped.

#include "backend/estate/commands/row.h"
#include "backend/estate/services/sql_server/rules.h"
#include "backend/estate/services/sql_server/server_keys.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// Of a key by one of its versions, wherever it is.
std::string versionName(const Estate &estate, const SqlServer &facet, const KeyId &key, const VersionId &version)
{
    const auto *found = facet.key(key, version);
    return found ? nameOfKey(estate, *found) : version.text();
}

std::string versionName(const Estate &estate, const command::RemoveServerKey &c)
{
    const auto *server = estate.resource(c.server);
    const auto *facet = server ? facetOf<SqlServer>(*server) : nullptr;
    return facet ? versionName(estate, *facet, c.key, c.version) : c.version.text();
}

void putFacet(ChangeBuilder &draft, const Resource &before, SqlServer facet)
{
    Resource resource = before;
    resource.facet = std::move(facet);
    draft.put(std::move(resource));
}

struct Addition {
    const Resource *server;
    const SqlServer *facet;
    const Vault *vault;
    const Key *key;
};

/// What forms ask of each key version there is, so nothing is copied before it is refused.
Result<Addition> additionOf(const Estate &estate, const command::AddServerKey &command)
{
    KEYWARD_TRY(const auto *server, existing(estate, command.server));
    const auto *facet = facetOf<SqlServer>(*server);
    if (!facet) return std::unexpected(serverIn(*server).error());
    KEYWARD_TRY(const auto *profile, profileOf(estate, *server));
    KEYWARD_TRY(const auto *vault, liveVault(estate, command.vault));
    KEYWARD_TRY(const auto *key, liveKey(estate, command.key));
    const auto *version = key->version(command.version);
    if (!version) return fail(Code::NotFound, command.version.text(), {"key version"});
    const auto path = keyPath(estate, *key);
    KEYWARD_CHECK(profileAccepts(*profile, *server, *vault, *key)); // TDE-11, TDE-14, TDE-18
    KEYWARD_CHECK(profileAcceptsVersion(*profile, path, version));  // TDE-9
    if (facet->has(command.key, command.version))
        return fail(Code::AlreadyExists, path + "/" + command.version.text(), {"server key"});
    return Addition{server, facet, vault, key};
}

} // namespace

std::string nameOfKey(const Estate &estate, const ServerKey &key)
{
    return estate.key(key.key) ? nameOf(estate, key.key) + "/" + key.version.text() : key.uri;
}

Status mayBeAdded(const Estate &estate, const command::AddServerKey &addition)
{
    return additionOf(estate, addition).transform([](const auto &) {});
}

namespace command {

Facts factsOf(const Estate &estate, const AddServerKey &c)
{
    return administrationOf(estate, c.server, changes(c.server));
}
Words wordsOf(const Estate &estate, const AddServerKey &c)
{
    return {.sentence = said("Add key {0} to server {1}", nameOf(estate, c.key) + "/" + c.version.text(),
                             nameOf(estate, c.server)),
            .irreversible = {},
            .undo = RemoveServerKey{c.server, c.key, c.version}};
}
Status applyTo(ChangeBuilder &draft, const AddServerKey &command)
{
    KEYWARD_TRY(const auto to, additionOf(draft.estate(), command));
    auto facet = *to.facet;
    facet.keys.push_back({.vault = to.vault->id,
                          .key = to.key->id,
                          .version = command.version,
                          .uri = keyUri(*to.vault, *to.key, &command.version),
                          .added = draft.now});
    putFacet(draft, *to.server, std::move(facet));
    return {};
}

Facts factsOf(const Estate &estate, const RemoveServerKey &c)
{
    return administrationOf(estate, c.server, changes(c.server));
}
Words wordsOf(const Estate &estate, const RemoveServerKey &c)
{
    Words out{.sentence = said("Take key {0} off server {1}", versionName(estate, c), nameOf(estate, c.server)),
              .irreversible = {},
              .undo = {}};
    const auto *server = estate.resource(c.server);
    const auto *facet = server ? facetOf<SqlServer>(*server) : nullptr;
    if (!facet) return out;
    const auto *found = facet->key(c.key, c.version);
    if (found && estate.key(found->key)) out.undo = AddServerKey{c.server, found->vault, found->key, c.version};
    return out;
}
Status applyTo(ChangeBuilder &draft, const RemoveServerKey &command)
{
    KEYWARD_TRY(const auto *server, existing(draft.estate(), command.server));
    KEYWARD_TRY(auto facet, serverIn(*server));
    const auto name = versionName(draft.estate(), facet, command.key, command.version);
    if (!facet.has(command.key, command.version)) return fail(Code::KeyNotOnServer, server->name.text(), {name});
    if (const auto why = whyNeeded(draft.estate(), *server, command.key, command.version); !why.empty())
        return fail(Code::KeyNeededByServer, server->name.text(), {name, why}); // TDE-16
    std::erase_if(facet.keys, [&](const ServerKey &one) { return sameKeyVersion(one, command); });
    putFacet(draft, *server, std::move(facet));
    return {};
}

Facts factsOf(const Estate &estate, const SetDropRule &c)
{
    return administrationOf(estate, c.server, changes(c.server));
}
Words wordsOf(const Estate &estate, const SetDropRule &c)
{
    const auto name = nameOf(estate, c.server);
    const auto *server = estate.resource(c.server);
    const auto *facet = server ? facetOf<SqlServer>(*server) : nullptr;
    return {.sentence = c.keepDropped.count() > 0
                            ? said("Keep dropped databases of server {0} for {1}", name, humanDuration(c.keepDropped))
                            : said("Destroy dropped databases of server {0} at once", name),
            .irreversible = {},
            .undo = facet ? std::optional<Action>(SetDropRule{c.server, facet->keepDropped}) : std::nullopt};
}
Status applyTo(ChangeBuilder &draft, const SetDropRule &command)
{
    constexpr Millis longest = Days(365);
    KEYWARD_TRY(const auto *server, existing(draft.estate(), command.server));
    KEYWARD_TRY(auto facet, serverIn(*server));
    if (command.keepDropped < Millis(0) || command.keepDropped > longest)
        return fail(Code::ValueInvalid, isoDuration(command.keepDropped), {"time to keep", said("at most 365 days")});
    facet.keepDropped = command.keepDropped; // of what is dropped from now on
    putFacet(draft, *server, std::move(facet));
    return {};
}

} // namespace command
} // namespace keyward::estate
