// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/line_cases.h"

#include "models/access_targets.h"
#include "models/catalogue.h"
#include "models/kept_files/targets.h"
#include "models/places.h"
#include "models/secret_draft.h"
#include "models/services/bot_service/targets.h"
#include "models/services/managed_disk/targets.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/services/sql_server/targets.h"
#include "models/siem.h"
#include "tests/support/opened.h"

namespace keyward::test {

using namespace models;

QString clientSecret;

Target vaultAt(const estate::Estate &estate, const char *name) { return Target::of(estate.vaultNamed(name)->id); }
Target keyAt_(const estate::Estate &estate, const char *vault, const char *key)
{
    return Target::of(estate.keyNamed(estate.vaultNamed(vault)->id, key)->id);
}
Target newest(const estate::Estate &estate, const char *vault, const char *key)
{
    const auto *found = estate.keyNamed(estate.vaultNamed(vault)->id, key);
    return Target::of(found->id, found->latest().id);
}

namespace {

/// What a form of a new passphrase holds: the old one, so that the test still opens the keystore.
void typePassphrase(const estate::Estate &, QMap<QString, QVariant> &values)
{
    const auto typed = std::make_shared<TypedSecret>();
    typed->secret.type(QString::fromLatin1(passphrase));
    typed->again.type(QString::fromLatin1(passphrase));
    values["passphrase"] = QVariant::fromValue(typed);
}

void typeClientSecret(const estate::Estate &, QMap<QString, QVariant> &values)
{
    const auto typed = std::make_shared<TypedSecret>();
    typed->secret.type(clientSecret);
    values["secret"] = QVariant::fromValue(typed);
}

Target resourceAt(const estate::Estate &estate, const char *name) { return Target::of(estate.resourceNamed(name)->id); }
Target policyAt(const estate::Estate &estate)
{
    return Target::of(estate.vaultNamed("kv-open")->id, estate.principalNamed(friendly)->id);
}

struct GroupAt {
    const estate::ResourceGroup *group;
    QString id() const { return text(group->id.text()); }
    Target target() const { return Target::of(group->id); }
};
GroupAt groupAt(const estate::Estate &estate, const char *name)
{
    return {estate.group(*estate.groupId(estate.settings().subscription, name))};
}
Target endpointAt(const estate::Estate &estate, const char *name)
{
    const auto *vault = estate.vaultNamed("kv-net");
    return endpointOf(vault->id,
                      std::ranges::find(vault->firewall.endpoints, name, &estate::PrivateEndpoint::name)->id);
}

std::vector<Case> otherCases()
{
    const auto vault = [](const char *name) { return [name](const estate::Estate &e) { return vaultAt(e, name); }; };
    const auto key = [](const char *in, const char *name) {
        return [in, name](const estate::Estate &e) { return keyAt_(e, in, name); };
    };
    const auto resource = [](const char *name) {
        return [name](const estate::Estate &e) { return resourceAt(e, name); };
    };
    const auto nothing = [](const estate::Estate &) { return Target{}; };
    const auto principal = [](const char *name) {
        return [name](const estate::Estate &e) { return targetOf(e.principalNamed(name)->id); };
    };
    const auto ownRole = [](const estate::Estate &e) { return targetOf(e.roleNamed("signer")->id); };
    const auto userAsReader = [](const estate::Estate &e, QMap<QString, QVariant> &values) {
        values["principal"] = text(e.principalNamed(friendly)->id.text());
        values["role"] = text(e.roleNamed("Key Vault Reader")->id.text());
    };
    const auto point = [](const estate::Estate &e) { return targetOf(e.points().begin()->first); };
    return {
        {"a protected vault",
         "vault.create",
         nothing,
         {{"name", "kv8"}, {"region", "northeurope"}, {"protected", true}}},
        {"an open vault", "vault.create", nothing, {{"name", "kv9"}, {"protected", false}}},
        {"purge protection", "vault.protect", vault("kv-open")},
        {"a vault deleted", "vault.delete", vault("kv-open")},
        {"a vault in use deleted", "vault.delete", vault("kv-rsv1")},
        {"a vault recovered", "vault.recover", vault("kv-gone")},
        {"a vault purged", "vault.purge", vault("kv-gone")},
        {"by roles", "access.roles", vault("kv-open")},
        {"by policies", "access.policies", vault("kv-roles")},
        {"a policy",
         "policy.add",
         vault("kv-rsv1"),
         {{"permissions", "get,list,wrapKey"}},
         nullptr,
         [](const auto &e, auto &values) { values["principal"] = text(e.principalNamed(friendly)->id.text()); }},
        {"a policy edited", "policy.edit", policyAt, {{"permissions", "get,sign"}}},
        {"a policy removed", "policy.remove", policyAt},
        {"by policies, keeping what roles gave", "access.policies", vault("kv-assigned")},
        {"a role on a place",
         "role.assign",
         nothing,
         {{"scope", "subscription"}},
         nullptr,
         [](const auto &e, auto &values) {
             values["principal"] = text(e.principalNamed(friendly)->id.text());
             values["role"] = text(e.roleNamed("Key Vault Reader")->id.text());
             for (const auto &[id, one] : e.subscriptions())
                 values["scope"] = text(scopeText(e, {estate::Scope::Kind::Subscription, RecordId{id.bytes}}));
         }},
        {"a role on a vault", "vault.assign", vault("kv-roles"), {}, nullptr, userAsReader},
        {"a role on a key", "key.assign", key("kv-roles", "cmk"), {}, nullptr, userAsReader},
        {"a role taken away", "assignment.remove",
         [](const auto &e) { return targetOf(e.assignments().begin()->first); }},
        {"a role of one's own",
         "role.create",
         nothing,
         {{"name", "wraps, it's all"},
          {"description", "only for Ada's data"},
          {"actions", "Microsoft.KeyVault/vaults/keys/read,Microsoft.KeyVault/vaults/keys/wrap/action"},
          {"patterns", "Microsoft.KeyVault/vaults/keys/un*"},
          {"except", "Microsoft.KeyVault/vaults/keys/read"}}},
        {"a role changed",
         "role.edit",
         ownRole,
         {{"description", ""}, {"actions", "Microsoft.KeyVault/vaults/keys/sign/action"}}},
        {"a role deleted", "role.delete", ownRole},
        {"an identity", "identity.create", nothing, {{"name", "Ada's identity"}, {"region", "North Europe"}}},
        {"an application", "app.create", nothing, {{"name", "Ada's app"}}},
        {"a group", "principalGroup.create", nothing, {{"name", "Ada's group"}}},
        {"an application deleted", "principal.delete", principal(friendly)},
        {"an identity deleted", "principal.delete", principal("a spare identity")},
        {"a group deleted", "principal.delete", principal("admins")},
        {"a member added",
         "member.add",
         principal("admins"),
         {},
         nullptr,
         [](const auto &e, auto &values) { values["member"] = text(e.principalNamed("a spare identity")->id.text()); }},
        {"a member removed", "member.remove",
         [](const auto &e) { return memberOf(e.principalNamed("admins")->id, e.principalNamed(friendly)->id); }},
        {"a client secret", "secret.add", principal(friendly), {{"label", "it's Ada's"}, {"expires", "P90D"}}},
        {"a client secret checked", "secret.check", principal(friendly), {}, nullptr, typeClientSecret, true},
        {"a client secret removed", "secret.remove",
         [](const auto &e) {
             const auto *app = e.principalNamed(friendly);
             return secretOf(app->id, app->secrets.front().id);
         }},
        {"an identity given to a resource",
         "identity.assign",
         resource("rsv-plain"),
         {},
         nullptr,
         [](const auto &e, auto &values) {
             values["identity"] = text(e.principalNamed("a spare identity")->id.text());
         }},
        {"an identity taken from a resource", "identity.unassign",
         [](const auto &e) {
             return identityAt(e.resourceNamed("rsv-id")->id, e.principalNamed("a spare identity")->id);
         }},
        {"an EC key that expires",
         "key.create",
         vault("kv-open"),
         {{"name", "k9"}, {"kind", "EC:P-384"}, {"expires", "30d"}}},
        {"a next version by its name", "key.create", vault("kv-rsv1"), {{"name", "cmk"}, {"kind", "RSA:2048"}}},
        {"a key with all that it can have",
         "key.create",
         vault("kv-open"),
         {{"name", "k8"},
          {"activation", "2d"},
          {"expires", "400d"},
          {"operations", "wrapKey,unwrapKey"},
          {"tags", "owner=ada lovelace, for=it's me"},
          {"enabled", false}}},
        {"a key changed",
         "key.edit",
         key("kv-open", "kept"),
         {{"activation", "1h"}, {"expires", "90d"}, {"operations", "wrapKey,unwrapKey"}, {"tags", "owner=bob"}}},
        {"a version freed of its dates and disabled",
         "version.edit",
         [](const auto &e) { return newest(e, "kv-open", "kept"); },
         {{"expires", ""}, {"tags", ""}, {"enabled", false}}},
        {"an original noted", "key.escrow", key("kv-open", "brought"), {{"place", "safe 3, it's there"}}},
        {"an original of a version",
         "version.escrow",
         [](const auto &e) { return newest(e, "kv-open", "brought"); },
         {{"place", "safe 4"}}},
        {"a key restored", "key.restore", vault("kv-open"), {{"file", "$/back.keybackup"}}},
        {"rotated as it was", "key.rotate", key("kv-open", "kept")},
        {"rotated otherwise",
         "key.rotate",
         key("kv-open", "kept"),
         {{"expires", "90d"}, {"operations", "wrapKey,unwrapKey"}, {"tags", "owner=ada lovelace, for=it's me"}}},
        {"a key disabled", "key.disable", key("kv-rsv1", "cmk")},
        {"a key enabled", "key.enable", key("kv-open", "off")},
        {"a version disabled", "version.disable", [](const auto &e) { return newest(e, "kv-rsv1", "cmk"); }},
        {"a version enabled", "version.enable", [](const auto &e) { return newest(e, "kv-open", "off"); }},
        {"a key backed up", "key.backup", key("kv-rsv1", "cmk"), {{"file", "$/a key's backup"}}, "a key's backup"},
        {"a key deleted", "key.delete", key("kv-rsv1", "cmk")},
        {"a key recovered", "key.recover", key("kv-open", "gone")},
        {"a key purged", "key.purge", key("kv-open", "gone")},
        {"a resource, its region as people write it",
         "resource.create",
         nothing,
         {{"name", "rsv9"}, {"region", "North Europe"}}},
        {"a resource by the newer rules",
         "resource.create",
         nothing,
         {{"name", "rsv8"}, {"type", "recovery-services-vault-2"}}},
        {"a resource deleted", "resource.delete", resource("rsv-id")},
        {"an identity on", "identity.enable", resource("rsv-plain")},
        {"a folder backed up",
         "backup.run",
         resource("rsv1"),
         {{"folder", "$/documents"}, {"skip", true}, {"inGuest", true}}},
        {"a folder backed up for good", "backup.run", resource("rsv-plain"), {{"folder", "$/documents"}}},
        {"backed up again", "item.backup",
         [](const auto &e) { return itemOf(e.resourceNamed("rsv1")->id, e.points().begin()->second->source); }},
        {"restored", "point.restore", point, {{"target", "$/restored here"}}, "restored here"},
        {"restored in part", "point.restore", point, {{"target", "$/restored"}, {"include", "inner"}}, "restored"},
        {"restored into an account",
         "point.restore",
         point,
         {{"where", "resource"}, {"below", "it's back"}},
         nullptr,
         [](const auto &e, auto &values) { values["into"] = text(e.resourceNamed("st1")->id.text()); }},
        {"restored as a disk",
         "point.restore",
         point,
         {{"where", "disk"}, {"disk", "disk-r"}},
         nullptr,
         [](const auto &e, auto &values) { values["set"] = text(e.resourceNamed("set1")->id.text()); }},
        {"a point deleted", "point.delete", point},
        {"a point checked", "point.check", point, {}, nullptr, {}, true},
        {"restored as of now",
         "item.restore",
         [](const auto &e) { return itemOf(e.resourceNamed("rsv1")->id, e.points().begin()->second->source); },
         {{"target", "$/restored by date"}, {"include", "inner\na.txt"}},
         "restored by date"},
        {"a policy for backups",
         "backup.policy",
         resource("rsv1"),
         {{"folder", "$/documents"}, {"every", "PT6H"}, {"excludes", "*.o\nit's"}, {"last", "7"}, {"for", "90d"}}},
        {"less of a policy",
         "backup.policy",
         resource("rsv-id"),
         {{"folder", "$/documents"}, {"every", ""}, {"excludes", ""}, {"last", ""}, {"for", ""}}},
        {"no more policy for backups", "backup.policy.remove", resource("rsv-id")},
        {"a job run again", "job.resume",
         [](const auto &e) {
             for (const auto &[id, job] : e.jobs())
                 if (job->state == estate::JobState::Interrupted) return Target::of(id);
             return Target{};
         }},
        {"a report",
         "report.export",
         nothing,
         {{"file", "$/a report"}, {"format", "json"}, {"entries", "500"}},
         "a report.json"}};
}

std::vector<Case> placeCases()
{
    const auto vault = [](const char *name) { return [name](const estate::Estate &e) { return vaultAt(e, name); }; };
    const auto resource = [](const char *name) {
        return [name](const estate::Estate &e) { return resourceAt(e, name); };
    };
    const auto nothing = [](const estate::Estate &) { return Target{}; };
    return {
        {"network rules", "network.set", vault("kv-open"), {{"access", "selected"}, {"trusted", false}}},
        {"a vault elsewhere, with all there is to say",
         "vault.create",
         nothing,
         {{"name", "kv7"},
          {"region", "germanywestcentral"},
          {"tier", "premium"},
          {"retention", "7"},
          {"tags", "owner=ada lovelace, for=it's me"}},
         nullptr,
         [](const auto &e, auto &values) { values["group"] = groupAt(e, "production").id(); }},
        {"a vault by roles", "vault.create", nothing, {{"name", "kv6"}, {"model", "roles"}, {"protected", false}}},
        {"a vault changed", "vault.change", vault("kv-open"), {{"tier", "premium"}, {"tags", "owner=ada"}}},
        {"a vault moved",
         "vault.move",
         vault("kv-open"),
         {},
         nullptr,
         [](const auto &e, auto &values) { values["group"] = groupAt(e, "production").id(); }},
        {"a resource moved",
         "resource.move",
         resource("rsv-plain"),
         {},
         nullptr,
         [](const auto &e, auto &values) { values["group"] = groupAt(e, "production").id(); }},
        {"a tenant", "tenant.create", nothing, {{"name", "Northwind's"}}},
        {"a subscription", "subscription.create", nothing, {{"name", "Third one"}}},
        {"a subscription of another tenant",
         "subscription.create",
         nothing,
         {{"name", "Third one"}},
         nullptr,
         [](const auto &e, auto &values) { values["tenant"] = text(e.tenantNamed("Fabrikam")->directory); }},
        {"a subscription moved", "subscription.transfer",
         [](const auto &e) { return Target::of(e.subscriptionNamed("Second one")->id); }},
        {"all moved", "subscription.transfer",
         [](const auto &e) { return Target::of(e.subscriptionNamed(e.settings().subscription)->id); }},
        {"a provider", "provider.register",
         [](const auto &e) { return providerOf(e.subscriptionNamed("Second one")->id, "Microsoft.BotService"); }},
        {"a provider no more", "provider.unregister",
         [](const auto &e) { return providerOf(e.subscriptionNamed("Second one")->id, "Microsoft.KeyVault"); }},
        {"a group", "group.create", nothing, {{"name", "web"}, {"region", "northeurope"}, {"tags", "costs=4711"}}},
        {"a group of a subscription",
         "group.createHere",
         [](const auto &e) { return Target::of(e.subscriptionNamed("Second one")->id); },
         {{"name", "web"}}},
        {"tags of a group",
         "group.tags",
         [](const auto &e) { return groupAt(e, "production").target(); },
         {{"tags", "costs=4711"}}},
        {"a group deleted", "group.delete", [](const auto &e) { return groupAt(e, "empty").target(); }},
        {"a lock on a vault", "vault.lock", vault("kv-open"), {{"name", "do not"}, {"note", "it's needed"}}},
        {"a lock on a resource", "resource.lock", resource("rsv-id"), {{"name", "do not"}, {"level", "ReadOnly"}}},
        {"a lock on a network",
         "network.lock",
         [](const auto &e) { return Target::of(e.networkNamed("vnet1")->id); },
         {{"name", "do not"}}},
        {"a lock on a group",
         "group.lock",
         [](const auto &e) { return groupAt(e, "empty").target(); },
         {{"name", "do not"}}},
        {"a lock on a subscription",
         "subscription.lock",
         [](const auto &e) { return Target::of(e.subscriptionNamed("Second one")->id); },
         {{"name", "do not"}}},
        {"a lock on a tenant",
         "tenant.lock",
         [](const auto &e) { return Target::of(e.tenantNamed("Fabrikam")->id); },
         {{"name", "do not"}}},
        {"a lock removed", "lock.remove", [](const auto &e) { return Target::of(e.lockNamed("keep")->id); }},
        {"trusted services kept out", "trusted.off", vault("kv-rsv1")},
        {"trusted services let in", "trusted.on", vault("kv-net")},
        {"a range, and limited to it", "range.add", vault("kv-open"), {{"range", "2001:db8::/32"}, {"limit", true}}},
        {"another range", "range.add", vault("kv-net"), {{"range", "198.51.100.7"}}},
        {"my address", "range.mine", vault("kv-net"), {{"address", "127.0.0.1"}}},
        {"a range removed", "range.remove",
         [](const auto &e) { return rangeOf(e.vaultNamed("kv-net")->id, "192.0.2.0/24"); }},
        {"a subnet let in", "subnetRule.add", vault("kv-open")},
        {"a subnet let in no more", "subnetRule.remove",
         [](const auto &e) {
             const auto *in = e.vaultNamed("kv-net");
             return subnetRuleOf(in->id, *in->firewall.subnets.begin());
         }},
        {"an endpoint", "endpoint.request", vault("kv-open"), {{"name", "pe9"}}},
        {"an endpoint approved",
         "endpoint.approve",
         [](const auto &e) { return endpointAt(e, "pe-new"); },
         {{"note", "it's ours"}}},
        {"an endpoint rejected", "endpoint.reject", [](const auto &e) { return endpointAt(e, "pe-old"); }},
        {"an endpoint disconnected", "endpoint.disconnect", [](const auto &e) { return endpointAt(e, "pe-old"); }},
        {"an endpoint removed", "endpoint.remove", [](const auto &e) { return endpointAt(e, "pe-old"); }},
        {"a network",
         "vnet.create",
         nothing,
         {{"name", "vnet9"}, {"space", "10.9.0.0/16, 2001:db8:9::/48"}, {"region", "eastus2"}}},
        {"a network deleted", "vnet.delete", [](const auto &e) { return Target::of(e.networkNamed("vnet2")->id); }},
        {"a subnet",
         "subnet.add",
         [](const auto &e) { return Target::of(e.networkNamed("vnet1")->id); },
         {{"name", "more"}, {"range", "10.1.9.0/24"}}},
        {"a subnet changed",
         "subnet.change",
         [](const auto &e) { return subnetOf(e.networkNamed("vnet1")->id, "jobs"); },
         {{"range", "10.1.3.0/24"}, {"endpoint", true}}},
        {"a subnet removed", "subnet.remove",
         [](const auto &e) { return subnetOf(e.networkNamed("vnet1")->id, "jobs"); }}};
}

Target databaseAt(const estate::Estate &estate, const char *name)
{
    return targetOf(estate.databaseNamed(estate.resourceNamed("sql1")->id, name)->id);
}

std::vector<Case> sqlCases()
{
    const auto server = [](const estate::Estate &e) { return resourceAt(e, "sql1"); };
    const auto database = [](const char *name) {
        return [name](const estate::Estate &e) { return databaseAt(e, name); };
    };
    const auto added = [](const char *key) {
        return [key](const estate::Estate &e) {
            const auto version = newest(e, "kv-sql", key);
            return serverKeyOf(e.resourceNamed("sql1")->id, version.key(), version.version());
        };
    };
    const auto backup = [](const estate::Estate &e) {
        return targetOf(estate::databaseBackups(e, e.resourceNamed("sql1")->id).front()->id);
    };
    const auto geo = [](const char *on, const char *name) {
        return [=](const estate::Estate &e) { return targetOf(e.databaseNamed(e.resourceNamed(on)->id, name)->id); };
    };
    const auto idOf = [](const estate::Estate &e, const char *on) { return text(e.resourceNamed(on)->id.text()); };
    return {{"servers linked",
             "server.link",
             [](const estate::Estate &e) { return resourceAt(e, "geo3"); },
             {},
             nullptr,
             [=](const auto &e, auto &values) { values["partner"] = idOf(e, "geo2"); }},
            {"servers unlinked", "server.unlink",
             [](const estate::Estate &e) {
                 return serverLinkOf(e.resourceNamed("geo3")->id, e.resourceNamed("geo1")->id);
             }},
            {"a database replicated",
             "database.replicate",
             geo("geo1", "alone"),
             {},
             nullptr,
             [=](const auto &e, auto &values) { values["server"] = idOf(e, "geo2"); }},
            {"changes carried over", "database.sync", geo("geo2", "led"), {}, nullptr, {}, true},
            {"a failover", "database.failOver", geo("geo2", "led")},
            {"a replica on its own", "replica.detach", geo("geo2", "led")},
            {"a region out", "region.outage", [](const estate::Estate &) { return regionTarget("uksouth"); }},
            {"a region back", "region.outageEnd", [](const estate::Estate &) { return regionTarget("ukwest"); }},
            {"a SQL server", "server.create", [](const auto &) { return Target{}; }, {{"name", "sql9"}}},
            {"an empty database", "database.create", server, {{"name", "visits"}}},
            {"one that is not encrypted", "database.create", server, {{"name", "press2"}, {"encrypted", false}}},
            {"one from a script",
             "database.create",
             server,
             {{"name", "scripted"}, {"source", "script"}, {"script", "$/it's a script.sql"}}},
            {"one from a file",
             "database.create",
             server,
             {{"name", "copied"}, {"source", "file"}, {"file", "$/plain.sqlite"}}},
            {"encryption on", "database.encrypt", database("press")},
            {"encryption off", "database.decrypt", database("orders")},
            {"in the clear",
             "database.export",
             database("orders"),
             {{"file", "$/out it goes.sqlite"}},
             "out it goes.sqlite",
             {},
             true},
            {"a database dropped", "database.drop", database("orders")},
            {"a database destroyed", "database.destroy", database("orders")},
            {"a database recovered", "database.recover", database("old")},
            {"a database backed up", "database.backup", database("orders")},
            {"a backup restored", "databaseBackup.restore", backup, {{"name", "press-again"}}},
            {"a backup deleted", "databaseBackup.delete", backup},
            {"a key added",
             "server.addKey",
             server,
             {},
             nullptr,
             [](const auto &e, auto &values) {
                 const auto version = newest(e, "kv-sql", "third");
                 values["key"] = text(version.key().text() + "/" + version.version().text());
             }},
            {"a protector", "server.protect", added("second")},
            {"a key taken off", "server.removeKey", added("second")},
            {"the platform's key", "server.serviceManaged", server},
            {"access asked for", "server.check", server, {}, nullptr, {}, true},
            {"dropped ones kept longer", "server.dropRule", server, {{"keep", "P35D"}}},
            {"none kept", "server.dropRule", server, {{"keep", "PT0S"}}}};
}

std::vector<Case> botCases()
{
    const auto bot = [](const estate::Estate &e) { return resourceAt(e, "bot1"); };
    const auto setting = [=](const estate::Estate &e) { return botSettingOf(bot(e).resource(), "Greeting"); };
    const auto channel = [=](const estate::Estate &e) {
        return botChannelOf(bot(e).resource(), must(estate::ChannelKind::from("slack")));
    };
    return {{"a bot registration", "bot.create", [](const auto &) { return Target{}; }, {{"name", "bot9"}}},
            {"a setting", "bot.configure", bot, {{"name", "Hello"}, {"value", "it's \"us\" = we"}}, nullptr, {}, true},
            {"a setting changed", "setting.change", setting, {{"value", "-"}}, nullptr, {}, true},
            {"a setting removed", "setting.remove", setting, {}, nullptr, {}, true},
            {"an endpoint", "bot.endpoint", bot, {{"url", "https://bot.example.com/api"}}, nullptr, {}, true},
            {"no endpoint", "bot.endpoint", bot, {{"to", "none"}}, nullptr, {}, true},
            {"a channel", "channel.add", bot, {{"kind", "msteams"}, {"settings", "Tenant=it's us"}}, nullptr, {}, true},
            {"one with a secret", "channel.add", bot, {{"kind", "telegram"}}, nullptr, typeClientSecret, true},
            {"a channel changed", "channel.change", channel, {{"settings", "A=b\nC=d"}}, nullptr, {}, true},
            {"a channel removed", "channel.remove", channel, {}, nullptr, {}, true},
            {"a message",
             "bot.send",
             bot,
             {{"conversation", "anna@example.com"}, {"text", "it's me"}, {"file", "$/it's a script.sql"}},
             nullptr,
             {},
             true},
            {"a pace", "bot.pace", bot, {{"pace", "1048576"}}},
            {"a bot's service-managed keys", "bot.serviceManaged", bot},
            {"a bot's data", "bot.deleteData", bot}};
}

std::vector<Case> storageCases()
{
    const auto account = [](const estate::Estate &e) { return resourceAt(e, "st1"); };
    const auto object = [=](const estate::Estate &e) {
        return storedObjectOf(account(e).resource(), must(estate::ObjectPath::from("it's a/note.txt")));
    };
    return {{"a storage account", "storage.create", [](const auto &) { return Target{}; }, {{"name", "st9"}}},
            {"a file stored",
             "storage.put",
             account,
             {{"file", "$/it's a script.sql"}, {"path", "-new one"}},
             nullptr,
             {},
             true},
            {"in place of another",
             "storage.put",
             account,
             {{"file", "$/it's a script.sql"}, {"path", "it's a/note.txt"}, {"overwrite", true}},
             nullptr,
             {},
             true},
            {"a file got", "storage.get", object, {{"file", "$/got it.txt"}}, "got it.txt", {}, true},
            {"a file deleted", "storage.delete", object, {}, nullptr, {}, true},
            {"an account's service-managed keys", "storage.serviceManaged", account},
            {"all that it holds", "storage.empty", account}};
}

std::vector<Case> diskCases()
{
    const auto disk = [](const estate::Estate &e) { return resourceAt(e, "disk1"); };
    const auto snapshot = [=](const estate::Estate &e) {
        const auto target = disk(e);
        return snapshotTarget(target.resource(), diskOf(e, target)->snapshots.front());
    };
    const auto machine = [](const auto &e, auto &values) {
        values["machine"] = text(e.resourceNamed("vm1")->id.text());
    };
    const auto set = [](const auto &e, auto &values) { values["store"] = text(e.resourceNamed("set1")->id.text()); };
    return {{"a disk", "disk.create", [](const auto &) { return Target{}; }, {{"name", "disk9"}}, nullptr, set},
            {"a disk without a set", "disk.create", [](const auto &) { return Target{}; }, {{"name", "disk8"}}},
            {"a disk attached", "disk.attach", disk, {}, nullptr, machine},
            {"a disk detached", "disk.detach", [](const auto &e) { return resourceAt(e, "disk2"); }},
            {"encryption in the guest", "disk.inGuest", [](const auto &e) { return resourceAt(e, "disk3"); }},
            {"a snapshot", "disk.snapshot", disk, {{"name", "s2"}}},
            {"a disk of a snapshot", "disk.restore", snapshot, {{"name", "disk7"}}},
            {"a snapshot deleted", "disk.snapshotDelete", snapshot}};
}

std::vector<Case> storeCases()
{
    const auto nothing = [](const estate::Estate &) { return Target{}; };
    const auto resource = [](const char *name) {
        return [name](const estate::Estate &e) { return resourceAt(e, name); };
    };
    const auto receiver = [](const estate::Estate &e) { return targetOf(e.siemReceiverNamed("Bob's SIEM")->id); };
    return {
        {"a copy of the keystore", "store.copy", nothing, {{"file", "$/a copy"}}, "a copy", {}, true},
        {"copies on a schedule", "store.schedule", nothing, {{"folder", "$/documents"}, {"every", "PT6H"}}},
        {"no more copies", "store.unschedule", nothing},
        {"the keystore verified", "store.verify", nothing, {}, nullptr, {}, true},
        {"quickly", "store.verify", nothing, {{"contents", false}}, nullptr, {}, true},
        {"the log verified", "audit.verify", nothing, {}, nullptr, {}, true},
        {"a report verified", "report.verify", nothing, {{"file", "$/kept report.json"}}, nullptr, {}, true},
        {"another passphrase", "passphrase.change", nothing, {}, nullptr, typePassphrase, true},
        {"a second passphrase", "slot.passphrase", nothing, {{"label", "it's mine"}}, nullptr, typePassphrase, true},
        {"a recovery key", "slot.recovery", nothing, {}, nullptr, {}, true},
        {"a profile of one's own", "catalogue.add", nothing, {{"file", "$/it's a profile.json"}}},
        {"one removed", "catalogue.remove", [](const estate::Estate &) { return serviceTarget("wiki"); }},
        {"one of the catalogue",
         "service.addOne",
         [](const estate::Estate &) { return serviceTarget("event-hubs"); },
         {{"name", "hub9"}, {"type", "event-hubs-2"}, {"region", "northeurope"}}},
        {"a store chosen",
         "resource.store",
         resource("job1"),
         {},
         nullptr,
         [](const auto &e, auto &values) { values["store"] = text(e.resourceNamed("account1")->id.text()); }},
        {"none any more", "resource.store", resource("job2"), {{"store", ""}}},
        {"put into use", "resource.use", resource("hub1")},
        {"a receiver",
         "siem.add",
         nothing,
         {{"name", "the SOC's"}, {"place", "siem.example.org:6514"}, {"serverName", "siem.example.com"}}},
        {"one in the clear", "siem.add", nothing, {{"name", "-old"}, {"how", "tcp"}, {"place", "[2001:db8::7]:514"}}},
        {"one that is a file",
         "siem.add",
         nothing,
         {{"name", "lines"}, {"how", "file"}, {"file", "$/its lines.jsonl"}, {"from", "start"}}},
        {"a receiver removed", "siem.remove", receiver},
        {"a receiver tested", "siem.test", receiver, {}, nullptr, {}, true},
        {"a way to unlock removed", "slot.remove", nothing, {{"understood", true}}, nullptr, {}, true}};
}

} // namespace

std::vector<Case> cases()
{
    auto out = otherCases();
    std::ranges::move(placeCases(), std::back_inserter(out));
    std::ranges::move(sqlCases(), std::back_inserter(out));
    std::ranges::move(botCases(), std::back_inserter(out));
    std::ranges::move(storageCases(), std::back_inserter(out));
    std::ranges::move(diskCases(), std::back_inserter(out));
    std::ranges::move(storeCases(), std::back_inserter(out));
    return out;
}

} // namespace keyward::test
