// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/estate/describe.h"
#include "backend/estate/stores.h"
#include "backend/reports/views.h"

#include <cctype>
#include <map>

namespace keyward::ctl {

using namespace estate;

namespace {

struct CreateOptions {
    std::string type, name, region, subscription, key, identity, store, group = "default";
    std::vector<std::string> tags;
};

std::string howItEncrypts(const Estate &estate, const Resource &resource)
{
    const auto &profile = *estate.catalogue().find(resource.type);
    switch (profile.keySource) {
    case KeySource::OwnKey: break;
    case KeySource::Store:
        return "It keeps its data in a store of yours, whose key protects it: keywardctl resource store " +
               resource.name.text() + " STORE";
    case KeySource::None:
    case KeySource::ClientSide: return "It takes no customer-managed key: " + profile.noKeyBecause + ".";
    }
    return "It encrypts with service-managed keys until a customer-managed key is set.";
}

/// BKP-18: the key that it comes into being with, if any.
Result<std::optional<command::KeyAtCreation>> keyAtCreation(Invocation &invocation, const CreateOptions &o)
{
    if (o.key.empty() != o.identity.empty())
        return fail(Code::Usage, {},
                    {"--key and --identity go together: a user-assigned identity asks for the key from the start."});
    if (o.key.empty()) return std::nullopt;
    KEYWARD_TRY(const auto path, invocation.key(o.key));
    KEYWARD_TRY(const auto now, invocation.now());
    KEYWARD_TRY(const auto *identity, invocation.principal(o.identity));
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    return command::KeyAtCreation{.vault = path.vault->id,
                                  .key = path.key->id,
                                  .version = pinnedVersion(path, now),
                                  .identity = identity->id,
                                  .job = job};
}

Status create(Invocation &invocation, const CreateOptions &o)
{
    KEYWARD_TRY(auto name, ResourceName::from(o.name));
    KEYWARD_TRY(auto place, invocation.placement(o.region, o.subscription, o.group));
    KEYWARD_TRY(auto key, keyAtCreation(invocation, o));
    std::optional<ResourceId> store;
    if (!o.store.empty()) {
        KEYWARD_TRY(const auto *keeper, invocation.resource(o.store));
        store = keeper->id;
    }
    KEYWARD_TRY(const auto id, invocation.fresh<ResourceId>());
    const command::CreateResource create{
        id, o.type, std::move(name), std::move(place), tagsFrom(o.tags), std::move(key), store};
    return invocation.carryOut(create, [&](const Estate &after) {
        const auto &made = *after.resource(id);
        return Told{describe(after, made) + " created. " +
                        (made.binding ? "It encrypts under " + o.key + "." : howItEncrypts(after, made)),
                    reports::view(after, made)};
    });
}

std::string healthOf(Invocation &invocation, const Resource &resource)
{
    const auto assessment = invocation.looking().value()->console().assessment();
    const auto *health = assessment.bindings.find(resource.id);
    return health ? std::string(healthText(health->health)) : "-";
}

/// How many pieces of data are stored of each resource that has any; of whatever service.
std::map<ResourceId, std::uint64_t> storedOfEach(const Estate &estate)
{
    std::map<ResourceId, std::uint64_t> out;
    for (const auto &data : storedData(estate)) ++out[data.resource];
    return out;
}

/// "Recovery points", as the resource's service calls them.
std::string titleOfPieces(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    auto title = profile ? plural(profile->words.piece) : std::string("stored");
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return title;
}

Status list(Invocation &invocation)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    auto stored = storedOfEach(*snapshot);
    Listing listing({"RESOURCE", "KIND", "REGION", "ENCRYPTION", "HEALTH", "STORED"});
    for (const auto &[id, resource] : snapshot->resources())
        listing.add({resource->name.text(), resource->type, resource->place.region.text(),
                     resource->binding ? "customer-managed" : "service-managed", healthOf(invocation, *resource),
                     std::to_string(stored[id])},
                    reports::view(*snapshot, *resource));
    return listing.tell(invocation,
                        "There are no resources yet. Create one: keywardctl resource create KIND NAME --region REGION");
}

Status show(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    auto &out = invocation.out();
    out.field("Name", resource->name.text());
    out.field("Kind", resource->type);
    out.field("Region", resource->place.region.text());
    out.field("Subscription", resource->place.subscription);
    out.field("Resource group", resource->place.resourceGroup);
    out.field("Identity", resource->identity ? "system-assigned, " + resource->identity->text() : "off");
    for (const auto &identity : resource->userIdentities)
        if (const auto *principal = snapshot->principal(identity)) out.field("User-assigned", principal->name);
    out.field("Encryption", resource->binding ? "customer-managed key" : "service-managed keys");
    if (const auto *store = resource->store ? snapshot->resource(*resource->store) : nullptr)
        out.field("Keeps its data in", store->name.text());
    out.field("Health", healthOf(invocation, *resource));
    out.field(titleOfPieces(*snapshot, *resource), std::to_string(storedOfEach(*snapshot)[resource->id]));
    out.document(reports::view(*snapshot, *resource));
    return {};
}

struct DeleteOptions {
    std::string name;
    bool withData = false;
};

/// What is stored of it goes first. A dry run only counts it: until it is gone, the rules refuse the rest.
Result<bool> removeData(Invocation &invocation, const Resource &resource)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto *profile = snapshot->catalogue().find(resource.type);
    const auto stored = storedOfEach(*snapshot)[resource.id];
    if (stored == 0 || !profile) return false;
    const auto pieces = counted(stored, profile->words.piece);
    if (invocation.dryRun()) {
        invocation.out().line("Would destroy " + pieces + " for good, then delete resource " + resource.name.text() +
                              ".");
        invocation.out().document(QJsonObject{{QLatin1String("name"), reports::text(resource.name.text())},
                                              {QLatin1String("dataDestroyed"), static_cast<qint64>(stored)},
                                              {QLatin1String("dryRun"), true}});
        return true;
    }
    KEYWARD_TRY(auto *acting, invocation.acting());
    if (auto *service = acting->services().of(profile->service))
        KEYWARD_CHECK(service->deleteData(resource.id, invocation.actor()).transform([](auto) {}));
    invocation.out().line("Destroyed " + pieces + ".");
    return false;
}

Status remove(Invocation &invocation, const DeleteOptions &o)
{
    const auto &name = o.name;
    KEYWARD_TRY(const auto *found, invocation.resource(name));
    const auto resource = *found;
    if (o.withData) {
        KEYWARD_TRY(const bool looked, removeData(invocation, resource));
        if (looked) return {};
    }
    return invocation.carryOut(command::DeleteResource{resource.id},
                               [&](const Estate &) { return Told::gone("Resource " + name + " deleted.", name); });
}

struct StoreOptions {
    std::string name, store;
    bool none = false;
};

Status setStore(Invocation &invocation, const StoreOptions &o)
{
    if (o.store.empty() != o.none) return fail(Code::Usage, {}, {"Say which resource keeps its data, or --none."});
    KEYWARD_TRY(const auto *resource, invocation.resource(o.name));
    const auto id = resource->id;
    command::SetStore action{.resource = id, .store = {}};
    if (!o.none) {
        KEYWARD_TRY(const auto *store, invocation.resource(o.store));
        action.store = store->id;
    }
    return invocation.carryOut(action, [&](const Estate &after) {
        const auto *binding = protectingBinding(after, *after.resource(id));
        const auto *key = binding ? after.key(binding->key) : nullptr;
        return Told{o.none ? "Resource " + o.name + " keeps its data in no store of yours."
                           : "Resource " + o.name + " keeps its data in " + o.store +
                                 (key ? ", under key " + keyPath(after, *key) + "."
                                      : ", which has service-managed keys: keywardctl cmk enable " + o.store +
                                            " --key VAULT/KEY"),
                    reports::view(after, *after.resource(id))};
    });
}

Status listStores(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    Listing listing({"STORE", "KIND", "REGION", "ENCRYPTION"});
    for (const auto *store : storesFor(*snapshot, *resource))
        listing.add({store->name.text(), store->type, store->place.region.text(),
                     store->binding ? "customer-managed" : "service-managed"},
                    reports::view(*snapshot, *store));
    return listing.tell(invocation, "There is no resource yet that could keep its data.");
}

Status putIntoUse(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    const auto id = resource->id;
    return invocation.carryOut(command::NoteUse{id}, [&](const Estate &after) {
        return Told{"Resource " + name + " is in use.", reports::view(after, *after.resource(id))};
    });
}

struct MoveOptions {
    std::string name, subscription, group;
};

Status move(Invocation &invocation, const MoveOptions &o)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(o.name));
    const auto id = resource->id;
    KEYWARD_TRY(const auto *subscription,
                invocation.subscription(o.subscription.empty() ? resource->place.subscription : o.subscription));
    return invocation.carryOut(
        command::MoveResource{id, subscription->guid, o.group.empty() ? resource->place.resourceGroup : o.group},
        [&](const Estate &after) {
            return Told{"Resource " + o.name + " moved.", reports::view(after, *after.resource(id))};
        });
}

} // namespace

MaybeLine lineOf(const Typed<command::CreateResource> &c)
{
    Line line("resource create");
    line.word(c->type).word(c->name.text());
    addPlace(line, c.estate, c->place);
    addTags(line, c->tags);
    if (c->key)
        line.option("--key", nameOf(c.estate, c->key->key) + (c->key->version ? "/" + c->key->version->text() : ""))
            .option("--identity", nameOf(c.estate, c->key->identity));
    if (c->store) line.option("--store", nameOf(c.estate, *c->store));
    return line;
}

MaybeLine lineOf(const Typed<command::DeleteResource> &c) { return about(c.estate, "resource delete", c->resource); }

MaybeLine lineOf(const Typed<command::MoveResource> &c)
{
    auto line = about(c.estate, "resource move", c->resource);
    addMove(line, c.estate, c->subscription, c->resourceGroup);
    return line;
}

MaybeLine lineOf(const Typed<command::SetStore> &c)
{
    auto line = about(c.estate, "resource store", c->resource);
    if (c->store) return line.word(nameOf(c.estate, *c->store));
    return line.flag("--none");
}

MaybeLine lineOf(const Typed<command::NoteUse> &c) { return about(c.estate, "resource use", c->resource); }
MaybeLine lineOf(const Typed<command::ReleaseFormerKeys> &) { return nobodyTypesIt; }

namespace {

void addStores(Commands &commands, CLI::App *group)
{
    auto t = options<StoreOptions>();
    auto *storeApp = commands.change(group, "store", "Say in which resource of yours another one keeps its data",
                                     [t](Invocation &s) { return setStore(s, *t); });
    storeApp->add_option("NAME", t->name)->required();
    auto *which = storeApp->add_option("STORE", t->store);
    excludeEach(storeApp->add_flag("--none", t->none, "In none any more"), {which});
    auto asked = options<std::string>();
    commands
        .reads(group, "stores", "List the resources that could keep the data of another one",
               [asked](Invocation &s) { return listStores(s, *asked); })
        ->add_option("NAME", *asked)
        ->required();
    auto used = options<std::string>();
    commands
        .change(group, "use", "Put a resource into use: what can be done only before is over",
                [used](Invocation &s) { return putIntoUse(s, *used); })
        ->add_option("NAME", *used)
        ->required();
}

} // namespace

void addResourceCommands(Commands &commands)
{
    auto *group = commands.group("resource", "Resources whose data is protected by keys");
    auto c = options<CreateOptions>();
    auto *createApp =
        commands.change(group, "create", "Create a resource", [c](Invocation &s) { return create(s, *c); });
    createApp
        ->add_option("KIND", c->type,
                     "Which service, and by which edition of its rules; one that is not known names those there are")
        ->required();
    createApp->add_option("NAME", c->name)->required();
    createApp->add_option("--region", c->region)->required();
    createApp->add_option("--subscription", c->subscription, "Default: the keystore's");
    createApp->add_option("--resource-group", c->group);
    createApp->add_option("--tag", c->tags, "NAME=VALUE, may be repeated");
    createApp->add_option(
        "--key", c->key, "Its key from the start: VAULT/KEY follows new versions, VAULT/KEY/VERSION or a URI does not");
    createApp->add_option("--identity", c->identity, "With --key: a user-assigned identity that may use it");
    createApp->add_option("--store", c->store,
                          "A resource of yours whose key protects it from the start, as a disk's disk encryption set");
    commands.reads(group, "list", "List resources", list);
    auto shown = options<std::string>();
    commands.reads(group, "show", "Show a resource", [shown](Invocation &s) { return show(s, *shown); })
        ->add_option("NAME", *shown)
        ->required();
    auto removed = options<DeleteOptions>();
    auto *deleteApp = commands.change(group, "delete", "Delete a resource, its identity and that identity's access",
                                      [removed](Invocation &s) { return remove(s, *removed); });
    deleteApp->add_option("NAME", removed->name)->required();
    deleteApp->add_flag("--with-data", removed->withData, "Destroy what is stored of it first, for good");
    addStores(commands, group);
    auto m = options<MoveOptions>();
    auto *moveApp = commands.change(group, "move", "Move a resource to another group or subscription",
                                    [m](Invocation &s) { return move(s, *m); });
    moveApp->add_option("NAME", m->name)->required();
    moveApp->add_option("--subscription", m->subscription);
    moveApp->add_option("--resource-group", m->group);
}

} // namespace keyward::ctl
