// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/services/sql_server/parts.h"

#include "backend/estate/describe.h"
#include "backend/estate/lookup.h"

#include <algorithm>

namespace keyward::ctl {

using namespace estate;

namespace {

struct KeyOptions {
    std::string server, key;
    bool serviceManaged = false;
};

/// By its version (TDE-16); also one whose key is gone, by its URI as it was.
Result<std::pair<KeyId, VersionId>> addedKey(Invocation &invocation, const Resource &server, const std::string &named)
{
    const auto &keys = facetOf<SqlServer>(server)->keys;
    const auto found = std::ranges::find(keys, named, &ServerKey::uri);
    if (found != keys.end()) return std::pair(found->key, found->version);
    KEYWARD_TRY(const auto path, invocation.key(named));
    if (path.version) return std::pair(path.key->id, *path.version);
    return fail(Code::ProfileVersionNeeded, named, {"A SQL server"});
}

Status add(Invocation &invocation, const KeyOptions &o)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, o.server));
    KEYWARD_TRY(const auto path, invocation.key(o.key));
    if (!path.version) return fail(Code::ProfileVersionNeeded, o.key, {"A SQL server"});
    const command::AddServerKey action{server->id, path.vault->id, path.key->id, *path.version};
    return invocation.carryOut(action, [&](const Estate &after) {
        const auto &now = *after.resource(action.server);
        return Told{"Key " + nameOf(after, action.key) + "/" + action.version.text() + " is among the keys of " +
                        now.name.text() + ".",
                    reports::view(after, now, facetOf<SqlServer>(now)->keys.back())};
    });
}

Status list(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, name));
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    Listing listing({"KEY", "ADDED", "PROTECTOR", "NEEDED"}, Listing::Order::AsAdded);
    for (const auto &key : facetOf<SqlServer>(*server)->keys) {
        const auto why = whyNeeded(*estate, *server, key.key, key.version);
        const bool protects = server->binding && sameKeyVersion(*server->binding, key);
        listing.add({key.uri, isoText(key.added), protects ? "yes" : "no", why.empty() ? "no" : why.text()},
                    reports::view(*estate, *server, key));
    }
    return listing.tell(invocation, "No key was added to " + name + " yet. Add one: keywardctl sql key add " + name +
                                        " --key VAULT/KEY/VERSION");
}

Status remove(Invocation &invocation, const KeyOptions &o)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, o.server));
    KEYWARD_TRY(const auto added, addedKey(invocation, *server, o.key));
    return invocation.carryOut(command::RemoveServerKey{server->id, added.first, added.second}, [&](const Estate &) {
        return Told::gone("Key " + o.key + " is taken off " + o.server + ".", o.key, "removed");
    });
}

Status setProtector(Invocation &invocation, const KeyOptions &o)
{
    if (const auto slash = o.server.find('/'); slash != std::string::npos)
        return fail(Code::ProtectorPerDatabase, o.server, {o.server.substr(0, slash)}); // TDE-1
    KEYWARD_TRY(const auto *server, sqlServer(invocation, o.server));
    const auto id = server->id;
    Action action = command::SetServiceManaged{id};
    if (!o.serviceManaged) {
        if (o.key.empty())
            return fail(Code::Usage, {}, {"Name the protector: --key VAULT/KEY/VERSION or --service-managed."});
        KEYWARD_TRY(const auto path, invocation.key(o.key));
        KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
        const auto identity = server->binding ? server->binding->identity : std::nullopt;
        action = command::SetKey{id, path.vault->id, path.key->id, path.version, {}, job, identity};
    }
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto keys = std::ranges::count_if(liveDatabases(*before, id), &Database::encrypted);
    KEYWARD_CHECK(invocation.carryOut(action, [&](const Estate &after) {
        const auto &now = *after.resource(id);
        const auto left = wrappedOtherwise(after, now).size();
        auto sentence =
            "The protector of " + o.server + " is " + (o.serviceManaged ? "the platform's key" : o.key) + ".";
        if (left == 0)
            sentence += " " + counted(static_cast<std::uint64_t>(keys), "data key") + (keys == 1 ? " was" : " were") +
                        " wrapped by it; no page was touched.";
        return Told{sentence, reports::view(after, now)};
    }));
    if (invocation.dryRun()) return {};
    KEYWARD_TRY(const auto after, invocation.snapshot());
    const auto *now = after->resource(id);
    if (now && !wrappedOtherwise(*after, *now).empty()) return fail(Code::RewrapUnderWay, o.server);
    return {};
}

Status showProtector(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, name));
    KEYWARD_TRY(const auto estate, invocation.snapshot());
    auto &out = invocation.out();
    const auto &binding = server->binding;
    const auto *key = binding ? estate->key(binding->key) : nullptr;
    const auto *vault = key ? estate->vault(key->vault) : nullptr;
    out.field("Server", name);
    out.field("Protector", !binding ? "service-managed"
                           : vault  ? keyUri(*vault, *key, &binding->version)
                                    : "a key that was purged");
    out.field("Databases", std::to_string(liveDatabases(*estate, server->id).size()));
    if (binding) {
        const bool asked = server->accessChecked != Instant{};
        out.field("Access checked", asked ? isoText(server->accessChecked) : "not yet");
    }
    if (const auto &loss = server->loss) {
        out.field("Access lost", isoText(loss->since) + " (" + std::string(lossText(loss->kind)) + ")");
        out.field("Reason", loss->reason);
        if (const auto at = dropsAt(*estate, *server)) out.field("Databases dropped at", isoText(*at));
    }
    if (const auto left = wrappedOtherwise(*estate, *server).size(); left > 0)
        out.field("Still under another key", counted(left, "data key"));
    out.document(reports::view(*estate, *server));
    return {};
}

Status check(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, name));
    const auto id = server->id;
    if (!server->binding) return fail(Code::CmkNotEnabled, name);
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(serversOf(*acting).checkAccess(id));
    invocation.out().line("Server " + name + " can use its key.");
    invocation.out().document(
        QJsonObject{{QLatin1String("server"), reports::text(name)}, {QLatin1String("access"), true}});
    return {};
}

/// What the scheduler takes up by itself; for whoever does not wait for it.
Status rewrap(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, name));
    const auto id = server->id;
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto left = wrappedOtherwise(*before, *server).size();
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(withProgress(invocation, "Wrapping data keys", [&](const auto &progress) {
        return serversOf(*acting).rewrap(id, invocation.actor(), progress);
    }));
    KEYWARD_TRY(const auto after, invocation.snapshot());
    invocation.out().line(left == 0 ? "All data keys of " + name + " were wrapped by its protector already."
                                    : "The protector of " + name + " wraps all its data keys now; " +
                                          counted(left, "data key") + (left == 1 ? " was" : " were") + " left.");
    auto document = reports::view(*after, *after->resource(id));
    document.insert(QLatin1String("rewrapped"), static_cast<qint64>(left));
    invocation.out().document(document);
    return {};
}

struct RetentionOptions {
    std::string server, keep;
    bool none = false;
};

Status retention(Invocation &invocation, const RetentionOptions &o)
{
    KEYWARD_TRY(const auto *server, sqlServer(invocation, o.server));
    const auto id = server->id;
    if (!o.none && o.keep.empty()) {
        const auto keep = facetOf<SqlServer>(*server)->keepDropped;
        invocation.out().field("Dropped databases",
                               keep.count() ? "kept for " + humanDuration(keep) : "destroyed at once");
        KEYWARD_TRY(const auto estate, invocation.snapshot());
        invocation.out().document(reports::view(*estate, *server));
        return {};
    }
    command::SetDropRule rule{id, {}};
    if (!o.keep.empty()) {
        KEYWARD_TRY(rule.keepDropped, parseDuration(o.keep));
    }
    return invocation.carryOut(rule, [&](const Estate &after) {
        return Told{rule.keepDropped.count() ? "Dropped databases of " + o.server + " can be recovered for " +
                                                   humanDuration(rule.keepDropped) + "."
                                             : "Dropped databases of " + o.server + " are destroyed at once.",
                    reports::view(after, *after.resource(id))};
    });
}

} // namespace

MaybeLine lineOf(const Typed<command::AddServerKey> &c)
{
    return about(c.estate, "sql key add", c->server)
        .option("--key", nameOf(c.estate, c->key) + "/" + c->version.text());
}
MaybeLine lineOf(const Typed<command::RemoveServerKey> &c)
{
    auto line = about(c.estate, "sql key remove", c->server);
    const auto *server = c.estate.resource(c->server);
    const auto *facet = server ? facetOf<SqlServer>(*server) : nullptr;
    if (!facet) return notAsALine;
    const auto *found = facet->key(c->key, c->version);
    if (!found) return notAsALine;
    return line.option("--key", found->uri);
}
MaybeLine lineOf(const Typed<command::SetDropRule> &c)
{
    auto line = about(c.estate, "sql retention", c->server);
    if (c->keepDropped.count() == 0) return line.flag("--none");
    return line.option("--keep-dropped", isoDuration(c->keepDropped));
}
MaybeLine lineOf(const Typed<command::StartRewrap> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::NoteRewrapped> &) { return nobodyTypesIt; }

void addServerKeyCommands(Commands &commands, CLI::App *sql)
{
    auto *group = sql->add_subcommand("key", "Keys that were added to a SQL server")->require_subcommand(1);
    auto a = options<KeyOptions>();
    auto *addApp = commands.change(group, "add", "Add a key that may become the protector",
                                   [a](Invocation &s) { return add(s, *a); });
    addApp->add_option("SERVER", a->server)->required();
    addApp->add_option("--key", a->key, "VAULT/KEY/VERSION or the key's URI with its version")->required();
    auto listed = options<std::string>();
    commands.reads(group, "list", "List the keys of a server", [listed](Invocation &s) { return list(s, *listed); })
        ->add_option("SERVER", *listed)
        ->required();
    auto r = options<KeyOptions>();
    auto *removeApp = commands.change(group, "remove", "Take a key off a server that needs it no longer",
                                      [r](Invocation &s) { return remove(s, *r); });
    removeApp->add_option("SERVER", r->server)->required();
    removeApp->add_option("--key", r->key, "As it was added")->required();

    auto *protector =
        sql->add_subcommand("protector", "What wraps the data keys of a SQL server")->require_subcommand(1);
    auto p = options<KeyOptions>();
    auto *setApp =
        commands.change(protector, "set", "Set the protector; data keys are wrapped anew, pages stay as they are",
                        [p](Invocation &s) { return setProtector(s, *p); });
    setApp->add_option("SERVER", p->server)->required();
    auto *key = setApp->add_option("--key", p->key, "VAULT/KEY/VERSION of a key that was added to the server");
    setApp->add_flag("--service-managed", p->serviceManaged, "Back to the platform's key")->excludes(key);
    auto shown = options<std::string>();
    commands
        .reads(protector, "show", "Show the protector", [shown](Invocation &s) { return showProtector(s, *shown); })
        ->add_option("SERVER", *shown)
        ->required();
    auto left = options<std::string>();
    commands
        .act(protector, "rewrap", "Go on wrapping data keys by the protector, where that was interrupted",
             "it uses both keys, which is logged", [left](Invocation &s) { return rewrap(s, *left); })
        ->add_option("SERVER", *left)
        ->required();
    auto checked = options<std::string>();
    commands
        .act(protector, "check", "Ask the vault now whether the server may use its key",
             "it uses the key, which is logged", [checked](Invocation &s) { return check(s, *checked); })
        ->add_option("SERVER", *checked)
        ->required();
    auto t = options<RetentionOptions>();
    auto *retentionApp = commands.change(sql, "retention", "Show or change how long dropped databases can be recovered",
                                         [t](Invocation &s) { return retention(s, *t); });
    retentionApp->add_option("SERVER", t->server)->required();
    auto *keep = retentionApp->add_option("--keep-dropped", t->keep, "A length of time, as in P7D");
    retentionApp->add_flag("--none", t->none, "They are destroyed at once")->excludes(keep);
}

void addCommands(const ServiceCommands<SqlServer> &of)
{
    auto *sql = of.commands.group("sql", "SQL servers: databases, keys, protectors");
    addDatabaseCommands(of.commands, sql);
    addBackupCommands(of.commands, sql);
    addReplicationCommands(of.commands, sql);
    addQueryCommand(of.commands, sql);
    addServerKeyCommands(of.commands, sql);
}

} // namespace keyward::ctl
