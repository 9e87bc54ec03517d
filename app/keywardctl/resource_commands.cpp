// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"

#include "backend/estate/describe.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct CreateOptions {
    std::string type, name, region, subscription, group = "default";
    std::vector<std::string> tags;
};

Status create(Session &session, const CreateOptions &o)
{
    KEYWARD_TRY(auto name, ResourceName::from(o.name));
    KEYWARD_TRY(auto place, session.placement(o.region, o.subscription, o.group));
    KEYWARD_TRY(const auto id, session.fresh<ResourceId>());
    KEYWARD_TRY(const auto snapshot, session.change(command::CreateResource{id, o.type, std::move(name),
                                                                            std::move(place), tagsFrom(o.tags)}));
    if (session.dryRun()) return {};
    session.out().line(describe(*snapshot, *snapshot->resource(id)) +
                       " created. It encrypts with service-managed keys until a customer-managed key is set.");
    session.out().document(reports::view(*snapshot, *snapshot->resource(id)));
    return {};
}

std::string healthOf(Session &session, const Resource &resource)
{
    const auto assessment = session.desk().value()->engine().assessment();
    const auto *health = assessment.bindings.find(resource.id);
    return health ? std::string(healthText(health->health)) : "-";
}

Status list(Session &session)
{
    KEYWARD_TRY(const auto snapshot, session.snapshot());
    std::vector<std::vector<std::string>> rows;
    QJsonArray json;
    for (const auto &[id, resource] : snapshot->resources()) {
        rows.push_back({resource->name.text(), resource->type, resource->place.region.text(),
                        resource->binding ? "customer-managed" : "service-managed", healthOf(session, *resource),
                        std::to_string(snapshot->pointsOf(id).size())});
        json.append(reports::view(*snapshot, *resource));
    }
    std::ranges::sort(rows);
    session.out().table({"RESOURCE", "KIND", "REGION", "ENCRYPTION", "HEALTH", "POINTS"}, rows,
                        "There are no resources yet. Create one: keywardctl resource create recovery-services-vault "
                        "NAME --region REGION");
    session.out().document(json);
    return {};
}

Status show(Session &session, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, session.resource(name));
    KEYWARD_TRY(const auto snapshot, session.snapshot());
    auto &out = session.out();
    out.field("Name", resource->name.text());
    out.field("Kind", resource->type);
    out.field("Region", resource->place.region.text());
    out.field("Subscription", resource->place.subscription);
    out.field("Resource group", resource->place.resourceGroup);
    out.field("Identity", resource->identity ? "system-assigned, " + resource->identity->text() : "off");
    for (const auto &identity : resource->userIdentities)
        if (const auto *principal = snapshot->principal(identity)) out.field("User-assigned", principal->name);
    out.field("Encryption", resource->binding ? "customer-managed key" : "service-managed keys");
    out.field("Health", healthOf(session, *resource));
    out.field("Recovery points", std::to_string(snapshot->pointsOf(resource->id).size()));
    out.document(reports::view(*snapshot, *resource));
    return {};
}

Status remove(Session &session, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, session.resource(name));
    KEYWARD_CHECK(session.change(command::DeleteResource{resource->id}).transform([](const auto &) {}));
    if (session.dryRun()) return {};
    session.out().line("Resource " + name + " deleted.");
    session.out().document(QJsonObject{{QLatin1String("name"), reports::text(name)}, {QLatin1String("deleted"), true}});
    return {};
}

struct MoveOptions {
    std::string name, subscription, group;
};

Status move(Session &session, const MoveOptions &o)
{
    KEYWARD_TRY(const auto *resource, session.resource(o.name));
    const auto id = resource->id;
    KEYWARD_TRY(const auto *subscription,
                session.subscription(o.subscription.empty() ? resource->place.subscription : o.subscription));
    KEYWARD_TRY(const auto snapshot,
                session.change(command::MoveResource{id, subscription->guid,
                                                     o.group.empty() ? resource->place.resourceGroup : o.group}));
    if (session.dryRun()) return {};
    session.out().line("Resource " + o.name + " moved.");
    session.out().document(reports::view(*snapshot, *snapshot->resource(id)));
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::CreateResource> &c)
{
    Line line("resource create");
    line.word(c->type).word(c->name.text());
    addPlace(line, c.estate, c->place);
    addTags(line, c->tags);
    return line;
}

MaybeLine lineOf(const Typed<command::DeleteResource> &c) { return about(c.estate, "resource delete", c->resource); }

MaybeLine lineOf(const Typed<command::MoveResource> &c)
{
    auto line = about(c.estate, "resource move", c->resource);
    addMove(line, c.estate, c->subscription, c->resourceGroup);
    return line;
}

void addResourceCommands(Commands &commands)
{
    auto *group = commands.group("resource", "Resources whose data is protected by keys");
    auto c = options<CreateOptions>();
    auto *createApp = commands.change(group, "create", "Create a resource", [c](Session &s) { return create(s, *c); });
    createApp->add_option("KIND", c->type, "recovery-services-vault, or recovery-services-vault-2 for the newer rules")
        ->required();
    createApp->add_option("NAME", c->name)->required();
    createApp->add_option("--region", c->region)->required();
    createApp->add_option("--subscription", c->subscription, "Default: the keystore's");
    createApp->add_option("--resource-group", c->group);
    createApp->add_option("--tag", c->tags, "NAME=VALUE, may be repeated");
    commands.reads(group, "list", "List resources", list);
    auto shown = options<std::string>();
    commands.reads(group, "show", "Show a resource", [shown](Session &s) { return show(s, *shown); })
        ->add_option("NAME", *shown)
        ->required();
    auto removed = options<std::string>();
    commands
        .change(group, "delete", "Delete a resource, its identity and that identity's access",
                [removed](Session &s) { return remove(s, *removed); })
        ->add_option("NAME", *removed)
        ->required();
    auto m = options<MoveOptions>();
    auto *moveApp = commands.change(group, "move", "Move a resource to another group or subscription",
                                    [m](Session &s) { return move(s, *m); });
    moveApp->add_option("NAME", m->name)->required();
    moveApp->add_option("--subscription", m->subscription);
    moveApp->add_option("--resource-group", m->group);
}

} // namespace keyward::ctl
