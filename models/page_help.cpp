// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/page_help.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PageHelp)
};

struct Row {
    const char *blade;
    const char *text;
};
constexpr Row rows[] = {
    {"home", QT_TRANSLATE_NOOP(
                 "PageHelp", "Where you stand: what needs a hand first, what time will bring, and what runs now. Each "
                             "line leads to the page that mends it.")},
    {"resources",
     QT_TRANSLATE_NOOP("PageHelp", "Everything that a key protects, with the key it goes by and its health. Create a "
                                   "resource, give it a key of your own, then put data in it.")},
    {"vaults",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Key vaults hold keys and decide who may use them, from where. A key and the resource it "
                       "protects stand in the same region, as a rule.")},
    {"vaults.deleted",
     QT_TRANSLATE_NOOP("PageHelp",
                       "A deleted vault waits here with its keys until its retention ends. Until then it can be "
                       "recovered; purged, it is gone for good and so is all that its keys protect.")},
    {"keys",
     QT_TRANSLATE_NOOP("PageHelp",
                       "All keys of all vaults. Open one for its versions, what it protects, and who may use it.")},
    {"deletedKeys",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Deleted keys of all vaults wait here until their retention ends. Recovered, they work as "
                       "before; purged, they are gone for good.")},
    {"vault.deletedKeys",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Deleted keys of this vault wait here until their retention ends. Recovered, they work as "
                       "before; purged, they are gone for good.")},
    {"identities",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Who there is: identities of resources, applications with their secrets, and groups. "
                       "Permissions are given to them in vaults.")},
    {"roles", QT_TRANSLATE_NOOP(
                  "PageHelp", "What roles permit, those of the platform and your own. A role is given to somebody at a "
                              "place: that is an assignment.")},
    {"assignments",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Who has which role where. An assignment at a subscription or a resource group holds for "
                       "everything in it. It counts for keys only in vaults that go by roles.")},
    {"explain",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Asks whether somebody may do something with a key, and shows every rule that was looked "
                       "at: permissions, the network, the state of the key. Where something is in the way, the "
                       "fix stands beside it.")},
    {"vault.explain",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Asks whether somebody may do something with a key of this vault, and shows every rule "
                       "that was looked at. Where something is in the way, the fix stands beside it.")},
    {"principal.explain",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Asks whether this identity may do something with a key, and shows every rule that was "
                       "looked at. Where something is in the way, the fix stands beside it.")},
    {"jobs", QT_TRANSLATE_NOOP("PageHelp",
                               "Work that lasts: what runs now, in this window or another program, and what was run, "
                               "with how it ended and why.")},
    {"resource.jobs",
     QT_TRANSLATE_NOOP("PageHelp", "Work that lasted or lasts for this resource, with how it ended and why.")},
    {"activity",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Every change and every use of a key, written before it is answered. Entries are chained "
                       "and signed, so that an altered or removed one is found.")},
    {"resource.activity",
     QT_TRANSLATE_NOOP("PageHelp", "Every change to this resource and every use of a key in its name.")},
    {"vault.activity",
     QT_TRANSLATE_NOOP("PageHelp", "Every change to this vault and its keys, and every use of them.")},
    {"key.activity",
     QT_TRANSLATE_NOOP("PageHelp", "Every change to this key and every use of it, with who asked and from where.")},
    {"subscription.activity", QT_TRANSLATE_NOOP("PageHelp", "Every change to this subscription.")},
    {"group.activity", QT_TRANSLATE_NOOP("PageHelp", "Every change to this resource group.")},
    {"network.activity", QT_TRANSLATE_NOOP("PageHelp", "Every change to this virtual network.")},
    {"reports",
     QT_TRANSLATE_NOOP("PageHelp", "One signed document about the whole estate, for auditors. What was exported can be "
                                   "verified later, here or by whoever has the fingerprint of the signer.")},
    {"keystore",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The file that holds everything here: how it is unlocked, whether it is whole, copies of "
                       "it, and its clock. Keep a recovery key and copies somewhere else.")},
    {"catalogue",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Every service that may take keys of yours: what it supports, what it demands of the key, and "
                       "what stops without one. Open one to add a resource of it; describe one that is not listed in "
                       "a file of your own.")},
    {"service.overview",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The rules by which resources of this service are bound and checked, with where they come from "
                       "and how sure they are. Where they changed, both editions stand here; a resource goes by the "
                       "one it was made with.")},
    {"siem",
     QT_TRANSLATE_NOOP(
         "PageHelp", "Where the log goes besides: to a file, or to a receiver on the network that watches it (SIEM). "
                     "Entries are sent each minute while the keystore is open; what a receiver has not read to the "
                     "end is sent again, so nothing is lost while it is away. Add one, then send it a test message.")},
    {"locks", QT_TRANSLATE_NOOP("PageHelp",
                                "Locks guard places and what stands in them against deletion, or against any change, "
                                "whatever somebody's permissions are.")},
    {"vault.locks",
     QT_TRANSLATE_NOOP("PageHelp", "Locks that hold for this vault: its own and those of the places it stands in.")},
    {"resource.locks",
     QT_TRANSLATE_NOOP("PageHelp", "Locks that hold for this resource: its own and those of the places it stands in.")},
    {"network.locks",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Locks that hold for this virtual network: its own and those of the places it stands in.")},
    {"group.locks", QT_TRANSLATE_NOOP("PageHelp", "Locks that hold for everything in this resource group.")},
    {"subscription.locks", QT_TRANSLATE_NOOP("PageHelp", "Locks that hold for everything in this subscription.")},
    {"subscriptions",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Subscriptions belong to a tenant and hold resource groups. Key vaults serve resources of "
                       "their own tenant only.")},
    {"groups", QT_TRANSLATE_NOOP(
                   "PageHelp", "Resource groups hold vaults, resources and networks of a subscription. Roles and locks "
                               "set on a group hold for all in it.")},
    {"networks",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Virtual networks and their subnets. A vault that is limited to selected networks lets in "
                       "the subnets that it names.")},
    {"tenants", QT_TRANSLATE_NOOP(
                    "PageHelp", "Tenants are separate directories of identities. Moving a subscription to another one "
                                "takes effect on every key that is used across it.")},
    {"subscription.overview",
     QT_TRANSLATE_NOOP("PageHelp", "What stands in this subscription, and the tenant it belongs to.")},
    {"subscription.providers",
     QT_TRANSLATE_NOOP("PageHelp",
                       "A service can be used in a subscription once its resource provider is registered there.")},
    {"group.overview", QT_TRANSLATE_NOOP("PageHelp", "What stands in this resource group.")},
    {"network.overview",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The address space of this network and its subnets, and the vaults that let them in.")},
    {"vault.overview",
     QT_TRANSLATE_NOOP("PageHelp", "What this vault is, how its keys are doing, and what needs a hand.")},
    {"vault.keys",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The keys of this vault. A key is made here, imported, or restored from its backup; a "
                       "file dropped on this page is imported.")},
    {"vault.properties",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Tier, retention and purge protection, and where the vault stands. Retention and purge "
                       "protection are for good.")},
    {"vault.access",
     QT_TRANSLATE_NOOP("PageHelp", "Who may do what with the keys of this vault, while it goes by access policies. "
                                   "Permissions are given per identity, for all keys of the vault.")},
    {"vault.roles",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Who may do what with the keys of this vault, while it goes by roles. Assignments of the "
                       "places above hold here as well.")},
    {"vault.who",
     QT_TRANSLATE_NOOP("PageHelp", "Everybody who may do something with a key of this vault, however it was given: by "
                                   "policy, by role, through a group.")},
    {"vault.networking",
     QT_TRANSLATE_NOOP("PageHelp",
                       "From where this vault may be called: all networks, selected ones, or none but private "
                       "endpoints. What comes from elsewhere is refused whatever its permissions.")},
    {"vault.endpoints",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Private endpoints lead from a subnet straight to this vault. A request works once it was "
                       "approved here.")},
    {"vault.call",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Asks whether a call from an address, a subnet or a service would get through to this "
                       "vault, and by which rule.")},
    {"vault.reach",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Which services and subnets reach this vault, with the source of each rule and its date.")},
    {"reach",
     QT_TRANSLATE_NOOP("PageHelp", "Which services reach which vaults, with the source of each rule and its date.")},
    {"key.overview",
     QT_TRANSLATE_NOOP("PageHelp", "What this key is, its dates, its newest version, and what it protects.")},
    {"key.versions",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Every version of this key. Old versions open what was encrypted under them, so they are "
                       "disabled rather than removed while anything needs them.")},
    {"key.used",
     QT_TRANSLATE_NOOP("PageHelp",
                       "What depends on this key, version by version. Disabling or deleting takes it away from "
                       "all of these.")},
    {"key.access",
     QT_TRANSLATE_NOOP("PageHelp", "Everybody who may do something with this key, however it was given.")},
    {"principal.overview",
     QT_TRANSLATE_NOOP("PageHelp", "What this identity is, the resources that go by it, and the groups it is in.")},
    {"principal.access",
     QT_TRANSLATE_NOOP("PageHelp", "Everything that was given to this identity, directly and through groups.")},
    {"role.overview", QT_TRANSLATE_NOOP("PageHelp", "What this role permits, and who has it where.")},
    {"resource.overview",
     QT_TRANSLATE_NOOP("PageHelp", "What this resource is, the key it goes by, and what to do next.")},
    {"resource.encryption",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The key that protects this resource: service-managed, or one of yours. The data keys are "
                       "wrapped by it; changing the key wraps them anew and leaves the data as it is.")},
    {"resource.models",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The four ways to encrypt beside each other: who encrypts, who holds the key, what still works, "
                       "what is for and against each, and which of them this resource has or can have.")},
    {"resource.health",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Whether this resource can use its key, why not, since when, and what mends it, in order.")},
    {"resource.costs",
     QT_TRANSLATE_NOOP("PageHelp",
                       "What this resource asked of key vaults, call by call, and what that costs by a list of prices. "
                       "A customer-managed key costs nothing extra in the service; the calls of its vault do.")},
    {"vault.costs",
     QT_TRANSLATE_NOOP("PageHelp",
                       "What was asked of this vault, by whomever, and what that costs by a list of prices, with the "
                       "monthly charge of its hardware-protected keys.")},
    {"resource.identity",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The identity by which this resource asks for its key. It needs permissions where the key "
                       "is.")},
    {"rsv.items",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Folders that are backed up here, with their recovery points, and the policy that makes "
                       "them by itself.")},
    {"item.points",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Recovery points of one folder, each under a data key of its own. Restore one, a part of "
                       "it, or check that it is whole.")},
    {"bot.configuration",
     QT_TRANSLATE_NOOP(
         "PageHelp", "Where this bot's messages go, and its settings. All of it is stored in two layers, the inner one "
                     "under your key where one is set; without that key it can be neither seen nor changed.")},
    {"bot.channels",
     QT_TRANSLATE_NOOP(
         "PageHelp", "By which channels people reach this bot. The secret of each signs what goes to the endpoint; it "
                     "is stored in two layers and never shown again.")},
    {"bot.conversations",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Which conversations this bot has, by which channel, since when. What is said in them is only "
                       "kept while it is on its way, for less than a day.")},
    {"bot.chat",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Talks to this bot as somebody on a channel does. Return sends, Shift+Return begins a new line; "
                       "answers appear as they come. What cannot be handed to the endpoint waits and is sent again.")},
    {"storage.objects",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The files that this resource keeps. Each is encrypted before its first byte is written, under "
                       "a data key of the resource, which the key wraps that protects it; their names are encrypted, "
                       "too. Drop a file here to store it.")},
    {"disk.snapshots",
     QT_TRANSLATE_NOOP(
         "PageHelp", "The files of this disk as they were at one moment. A snapshot shares with the disk what did not "
                     "change since, and is under the disk's data key. A disk made of one keeps the disk encryption "
                     "set.")},
    {"sql.databases",
     QT_TRANSLATE_NOOP("PageHelp",
                       "The databases of this server and how they are. Encrypted ones are inaccessible while the "
                       "server cannot use its key, and dropped when that lasts too long, where its rules say so.")},
    {"sql.keys",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Key versions that this server may use. One of them is its protector, which wraps the data keys "
                       "of its databases; the others can become it, or are still needed to open something.")},
    {"sql.replication",
     QT_TRANSLATE_NOOP(
         "PageHelp", "Servers that this one is linked with, and what is replicated between them. A replica follows its "
                     "primary every five minutes, can be read, and can take its place: first the keys, then "
                     "replication, then failover. Give each server a vault in its own region.")},
    {"sql.backups",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Backups of this server's databases, also of those that are gone. Each stays under the key that "
                       "was the protector when it was made, and can be restored, here or on another server, as long as "
                       "that key can be used there.")},
    {"database.backups",
     QT_TRANSLATE_NOOP("PageHelp",
                       "Backups of this database, each under the key that was the protector when it was made. A "
                       "restore makes a new database of it.")},
    {"databaseBackup.overview",
     QT_TRANSLATE_NOOP("PageHelp",
                       "What this backup holds, which key it takes to restore it, and on which servers that "
                       "is possible now.")},
    {"database.overview",
     QT_TRANSLATE_NOOP("PageHelp",
                       "How this database is, whether its pages are encrypted, and which key wraps its data key.")},
    {"database.query",
     QT_TRANSLATE_NOOP(
         "PageHelp", "Asks this database in SQL; Ctrl+Return runs it. Several statements are one transaction. What is "
                     "asked and found is neither logged nor kept.")},
    {"database.activity",
     QT_TRANSLATE_NOOP("PageHelp", "Every change to this database as a whole. What is asked of it is not logged.")},
};

} // namespace

QString pageHelp(const QString &blade)
{
    const auto row = std::ranges::find_if(rows, [&](const Row &one) { return blade == QLatin1String(one.blade); });
    return row == std::end(rows) ? QString() : Words::tr(row->text);
}

} // namespace keyward::models
