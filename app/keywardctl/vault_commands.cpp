// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/cost_commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/estate/describe.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

void show(Invocation &invocation, const Estate &estate, const Vault &vault)
{
    auto &out = invocation.out();
    out.field("Name", vault.name.text());
    out.field("URI", vault.uri());
    out.field("Region", vault.place.region.text());
    out.field("Subscription", vault.place.subscription);
    out.field("Resource group", vault.place.resourceGroup);
    out.field("Tier", std::string(tierText(vault.tier)));
    out.field("Access", std::string(modelText(vault.accessModel)));
    out.field("Networks", std::string(accessText(vault.firewall.access)) +
                              (vault.firewall.trustedServices ? ", trusted services let in" : ""));
    out.field("Soft delete", vault.softDelete ? "on" : "off");
    out.field("Purge protection", vault.purgeProtection ? "on" : "off");
    out.field("Retention", std::to_string(vault.retentionDays) + " days");
    out.field("Keys", std::to_string(estate.keysOf(vault.id).size()));
    for (const auto &[name, value] : vault.tags) out.field("Tag " + name, value);
    if (vault.deleted)
        out.field("Deleted", isoText(vault.deleted->at) + ", purged by itself on " + isoText(vault.deleted->purgeAt));
    out.document(reports::view(estate, vault));
}

Tier tierFrom(const std::string &word)
{
    return word == "premium" ? Tier::Premium : word == "managed-hsm" ? Tier::ManagedHsm : Tier::Standard;
}

struct CreateOptions {
    std::string name, region, subscription, group = "default", tier = "standard";
    bool purgeProtection = false;
    unsigned retention = 90;
    std::vector<std::string> tags;
};

Status create(Invocation &invocation, const CreateOptions &o)
{
    KEYWARD_TRY(auto name, VaultName::from(o.name));
    KEYWARD_TRY(auto place, invocation.placement(o.region, o.subscription, o.group));
    KEYWARD_TRY(const auto id, invocation.fresh<VaultId>());
    return invocation.carryOut(command::CreateVault{id, std::move(name), std::move(place), tierFrom(o.tier),
                                                    tagsFrom(o.tags), o.purgeProtection, o.retention},
                               o.purgeProtection, [&](const Estate &after) {
                                   return Told{"Vault " + o.name + " created.", reports::view(after, *after.vault(id))};
                               });
}

Status list(Invocation &invocation, bool deleted)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    std::vector<const Vault *> vaults;
    for (const auto &[id, vault] : snapshot->vaults())
        if (vault->deleted.has_value() == deleted) vaults.push_back(vault.get());
    std::ranges::sort(vaults, {}, [](const Vault *vault) { return vault->name.text(); });
    Listing listing({"VAULT", "REGION", "KEYS", "PURGE PROTECTION", "STATE"}, Listing::Order::AsAdded);
    for (const auto *vault : vaults) {
        listing.add({vault->name.text(), vault->place.region.text(), std::to_string(snapshot->keysOf(vault->id).size()),
                     vault->purgeProtection ? "on" : "off",
                     vault->deleted ? "purged " + dateText(vault->deleted->purgeAt) : "active"},
                    reports::view(*snapshot, *vault));
    }
    return listing.tell(invocation,
                        deleted ? "There are no deleted vaults."
                                : "There are no vaults yet. Create one: keywardctl vault create NAME --region REGION");
}

struct UpdateOptions {
    std::string name, tier;
    std::optional<bool> purgeProtection, softDelete;
    std::vector<std::string> tags;
    std::optional<unsigned> retention;
    bool noTags = false;
};

Status update(Invocation &invocation, const UpdateOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.name));
    command::UpdateVault action{vault->id, o.softDelete, o.purgeProtection, o.retention, {}, {}};
    if (!o.tags.empty() || o.noTags) action.tags = tagsFrom(o.tags);
    if (!o.tier.empty()) action.tier = tierFrom(o.tier);
    return invocation.carryOut(action, o.purgeProtection.has_value(), [&](const Estate &after) {
        return Told{"Vault " + o.name + " updated.", reports::view(after, *after.vault(vault->id))};
    });
}

struct MoveOptions {
    std::string name, subscription, group;
};

Status move(Invocation &invocation, const MoveOptions &o)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(o.name));
    KEYWARD_TRY(const auto *subscription,
                invocation.subscription(o.subscription.empty() ? vault->place.subscription : o.subscription));
    const auto id = vault->id;
    return invocation.carryOut(
        command::MoveVault{id, subscription->guid, o.group.empty() ? vault->place.resourceGroup : o.group},
        [&](const Estate &after) {
            return Told{"Vault " + o.name + " moved.", reports::view(after, *after.vault(id))};
        });
}

template <class Action> Status simple(Invocation &invocation, const std::string &name, const char *done)
{
    KEYWARD_TRY(const auto *vault, invocation.vault(name));
    const auto id = vault->id;
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto held = stillHeldBy(*before, Action{id});
    KEYWARD_TRY(const auto snapshot, invocation.change(Action{id}));
    if (invocation.dryRun()) return {};
    for (const auto &backup : held) invocation.out().note("Still holds keys of it: " + backup);
    invocation.out().line("Vault " + name + " " + done + ".");
    const auto *after = snapshot->vault(id);
    invocation.out().document(
        after ? reports::view(*snapshot, *after)
              : QJsonObject{{QLatin1String("name"), reports::text(name)}, {QLatin1String("purged"), true}});
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::CreateVault> &c)
{
    Line line("vault create");
    line.word(c->name.text());
    addPlace(line, c.estate, c->place);
    if (c->tier != Tier::Standard) line.option("--tier", std::string(tierText(c->tier)));
    line.flag("--purge-protection", c->purgeProtection);
    if (c->retentionDays != 90) line.option("--retention-days", std::to_string(c->retentionDays));
    addTags(line, c->tags);
    return line;
}

MaybeLine lineOf(const Typed<command::UpdateVault> &c)
{
    auto line = about(c.estate, "vault update", c->vault);
    if (c->softDelete) line.flag(*c->softDelete ? "--soft-delete" : "--no-soft-delete");
    if (c->purgeProtection) line.flag(*c->purgeProtection ? "--purge-protection" : "--no-purge-protection");
    if (c->retentionDays) line.option("--retention-days", std::to_string(*c->retentionDays));
    if (c->tier) line.option("--tier", std::string(tierText(*c->tier)));
    replaceTags(line, c->tags);
    return line;
}

MaybeLine lineOf(const Typed<command::MoveVault> &c)
{
    auto line = about(c.estate, "vault move", c->vault);
    addMove(line, c.estate, c->subscription, c->resourceGroup);
    return line;
}

MaybeLine lineOf(const Typed<command::DeleteVault> &c) { return about(c.estate, "vault delete", c->vault); }
MaybeLine lineOf(const Typed<command::RecoverVault> &c) { return about(c.estate, "vault recover", c->vault); }
MaybeLine lineOf(const Typed<command::PurgeVault> &c) { return about(c.estate, "vault purge", c->vault); }

void addVaultCommands(Commands &commands)
{
    auto *group = commands.group("vault", "Key vaults");
    auto c = options<CreateOptions>();
    auto *createApp =
        commands.change(group, "create", "Create a key vault", [c](Invocation &s) { return create(s, *c); });
    createApp->add_option("NAME", c->name, "3 to 24 letters, digits and hyphens")->required();
    createApp->add_option("--region", c->region, "Where it stands, as in westeurope")->required();
    createApp->add_option("--subscription", c->subscription, "Default: the keystore's");
    createApp->add_option("--resource-group", c->group, "Default: default");
    createApp
        ->add_option("--tier", c->tier, "standard; premium, which takes -HSM keys; managed-hsm needs a PKCS#11 token")
        ->check(CLI::IsMember({"standard", "premium", "managed-hsm"}));
    createApp->add_flag("--purge-protection", c->purgeProtection,
                        "Nobody can purge keys before their retention ends; can never be turned off");
    createApp->add_option("--retention-days", c->retention, "7 to 90, fixed at creation (default 90)");
    createApp->add_option("--tag", c->tags, "NAME=VALUE, may be repeated");
    createApp->footer("Example: keywardctl vault create contoso-keys --region westeurope --purge-protection");

    auto deleted = options<bool>();
    auto *listApp =
        commands.reads(group, "list", "List key vaults", [deleted](Invocation &s) { return list(s, *deleted); });
    listApp->add_flag("--deleted", *deleted, "Those that were deleted and can be recovered");

    auto name = options<std::string>();
    auto *showApp = commands.reads(group, "show", "Show a key vault's properties", [name](Invocation &s) -> Status {
        KEYWARD_TRY(const auto *vault, s.vault(*name));
        KEYWARD_TRY(const auto snapshot, s.snapshot());
        show(s, *snapshot, *vault);
        return {};
    });
    showApp->add_option("NAME", *name)->required();
    addCostsOfVaults(commands, group);

    auto u = options<UpdateOptions>();
    auto *updateApp = commands.change(group, "update", "Change a key vault's properties",
                                      [u](Invocation &s) { return update(s, *u); });
    updateApp->add_option("NAME", u->name)->required();
    updateApp->add_flag("--purge-protection,!--no-purge-protection", u->purgeProtection,
                        "Turn it on; it can never be turned off");
    updateApp->add_flag("--soft-delete,!--no-soft-delete", u->softDelete, "Turn it on; it can never be turned off");
    updateApp->add_option("--retention-days", u->retention, "Fixed at creation; only the same value passes");
    auto *tags = updateApp->add_option("--tag", u->tags, "NAME=VALUE; replaces all tags");
    updateApp->add_flag("--no-tags", u->noTags, "Remove all tags")->excludes(tags);
    updateApp->add_option("--tier", u->tier)->check(CLI::IsMember({"standard", "premium", "managed-hsm"}));

    auto m = options<MoveOptions>();
    auto *moveApp = commands.change(group, "move", "Move a key vault to another resource group or subscription",
                                    [m](Invocation &s) { return move(s, *m); });
    moveApp->add_option("NAME", m->name)->required();
    moveApp->add_option("--subscription", m->subscription);
    moveApp->add_option("--resource-group", m->group);

    const auto byName = [&](const char *verb, const char *text, auto run) {
        auto vaultName = options<std::string>();
        auto *app = commands.change(group, verb, text, [vaultName, run](Invocation &s) { return run(s, *vaultName); });
        app->add_option("NAME", *vaultName)->required();
    };
    byName("delete", "Delete a key vault; it can be recovered until its retention ends",
           [](Invocation &s, const std::string &n) { return simple<command::DeleteVault>(s, n, "deleted"); });
    byName("recover", "Recover a deleted key vault",
           [](Invocation &s, const std::string &n) { return simple<command::RecoverVault>(s, n, "recovered"); });
    byName("purge", "Destroy a deleted key vault with all its keys",
           [](Invocation &s, const std::string &n) { return simple<command::PurgeVault>(s, n, "purged"); });
}

} // namespace keyward::ctl
