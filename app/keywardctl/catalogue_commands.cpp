// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The catalogue of services: MOD-17.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"

#include "backend/base/paths.h"
#include "backend/engine/api/secret_file.h"
#include "backend/estate/profile_facts.h"
#include "backend/estate/profile_file.h"
#include "backend/reports/catalogue_views.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string out;
    for (const auto &word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

struct ListOptions {
    std::string group;
    bool own = false;
};

Status list(Invocation &invocation, const ListOptions &o)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto &catalogue = snapshot->catalogue();
    Listing listing({"SERVICE", "NAME", "GROUP", "VAULT", "MANAGED HSM", "PROFILES"});
    for (const auto &service : catalogue.services()) {
        const bool asked = o.group.empty() || std::ranges::contains(service.groups, o.group);
        if (!asked || o.own) continue;
        listing.add({service.id, service.title, joined(service.groups), std::string(supportText(service.vault)),
                     std::string(supportText(service.managedHsm)), joined(service.profiles)},
                    reports::view(catalogue, service));
    }
    if (o.group.empty())
        for (const auto &[id, own] : snapshot->ownProfiles())
            if (const auto *profile = catalogue.find(own->profile))
                listing.add({profile->id, profile->title, "of your own",
                             profile->keySource == KeySource::OwnKey ? "yes" : "no", profile->managedHsm ? "yes" : "no",
                             profile->id},
                            reports::view(catalogue, *profile));
    return listing.tell(invocation, o.own ? "There are no profiles of your own yet. Add one: keywardctl catalogue add "
                                            "FILE"
                                          : "There is no such group of services.");
}

void tell(Output &out, const ServiceProfile &profile)
{
    out.line(profile.title + " (" + profile.id + ")");
    for (const auto &fact : profileFacts(profile)) out.field("  " + fact.label.text(), fact.value.text());
    out.line();
}

Status show(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto &catalogue = snapshot->catalogue();
    auto &out = invocation.out();
    const auto *service = catalogue.service(name);
    const auto *profile = catalogue.find(name);
    if (!service && !profile)
        return std::unexpected(
            Error{Code::NotFound, name, {"service or profile"}, "keywardctl catalogue list has all of them."});
    if (!service) {
        tell(out, *profile);
        out.document(reports::view(catalogue, *profile));
        return {};
    }
    out.field("Service", service->title);
    out.field("Group", joined(service->groups));
    out.field("Keys of a vault", std::string(supportText(service->vault)));
    out.field("Keys of a managed HSM", std::string(supportText(service->managedHsm)));
    if (!service->note.empty()) out.field("Note", service->note);
    if (!service->keyNote.empty()) out.field("Keys", service->keyNote);
    out.line();
    for (const auto &id : service->profiles)
        if (const auto *one = catalogue.find(id)) tell(out, *one);
    out.line("Add one: keywardctl resource create " + service->profiles.front() + " NAME --region REGION");
    out.document(reports::view(catalogue, *service));
    return {};
}

Result<std::string> contentsOf(const std::string &file)
{
    KEYWARD_TRY(const auto path, absolutePath(file));
    KEYWARD_TRY(const auto bytes, engine::readFile(path, longestProfileFile));
    return std::string(textOf(bytes));
}

Status validate(Invocation &invocation, const std::string &file)
{
    KEYWARD_TRY(const auto text, contentsOf(file));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto profile = ownProfile(bytesOf(text), &snapshot->catalogue());
    if (!profile) return fail(Code::ProfileFaulty, file, {sentence(profile.error())});
    tell(invocation.out(), *profile);
    invocation.out().line("'" + file + "' is a profile that can be added.");
    invocation.out().document(QJsonObject{{QLatin1String("valid"), true},
                                          {QLatin1String("file"), reports::text(file)},
                                          {QLatin1String("profile"), reports::fileView(*profile)}});
    return {};
}

Status add(Invocation &invocation, const std::string &file)
{
    KEYWARD_TRY(auto text, contentsOf(file));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    if (const auto profile = ownProfile(bytesOf(text), &snapshot->catalogue()); !profile)
        return fail(Code::ProfileFaulty, file, {sentence(profile.error())});
    KEYWARD_TRY(const auto id, invocation.fresh<OwnProfileId>());
    return invocation.carryOut(command::AddProfile{.id = id, .text = std::move(text)}, [&](const Estate &after) {
        const auto &profile = *after.catalogue().find(after.ownProfile(id)->profile);
        return Told{"Profile " + profile.id + " added. Add a resource of it: keywardctl resource create " + profile.id +
                        " NAME --region REGION",
                    reports::view(after.catalogue(), profile)};
    });
}

Status remove(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto *own = snapshot->ownProfileNamed(name);
    if (!own && snapshot->catalogue().find(name))
        return std::unexpected(Error{
            Code::NotFound, name, {"profile of your own"}, "It came with the program; only those of your own can go."});
    if (!own) return fail(Code::NotFound, name, {"profile of your own"});
    return invocation.carryOut(command::RemoveProfile{own->id}, [&](const Estate &) {
        return Told::gone("Profile " + name + " removed.", name, "removed");
    });
}

} // namespace

MaybeLine lineOf(const Typed<command::AddProfile> &) { return notAsALine; } // its file may be anywhere
MaybeLine lineOf(const Typed<command::RemoveProfile> &c) { return about(c.estate, "catalogue remove", c->profile); }

void addCatalogueCommands(Commands &commands)
{
    auto *group = commands.group("catalogue", "Services that take customer-managed keys, and what each demands");
    auto l = options<ListOptions>();
    auto *listApp = commands.reads(group, "list", "List the services", [l](Invocation &s) { return list(s, *l); });
    listApp->add_option("--group", l->group, "Of one group alone, as in Storage");
    listApp->add_flag("--own", l->own, "Only profiles of your own");
    auto shown = options<std::string>();
    commands
        .reads(group, "show", "Show what a service supports, what it demands, and what happens without its key",
               [shown](Invocation &s) { return show(s, *shown); })
        ->add_option("SERVICE", *shown, "As listed, or one of the profiles of it")
        ->required();
    auto checked = options<std::string>();
    commands
        .reads(group, "validate", "Say whether a file is a profile that can be added, or what is wrong in which line",
               [checked](Invocation &s) { return validate(s, *checked); })
        ->add_option("FILE", *checked)
        ->required();
    auto added = options<std::string>();
    auto *addApp =
        commands.change(group, "add", "Add a profile of your own", [added](Invocation &s) { return add(s, *added); });
    addApp->add_option("FILE", *added)->required();
    addApp->footer("A file holds {\"schema\": \"keyward.profiles/1\", \"profiles\": [{…}]} with one profile; "
                   "'catalogue show PROFILE --json' shows one as \"profile\", with all the fields there are.");
    auto removed = options<std::string>();
    commands
        .change(group, "remove", "Remove a profile of your own of which there is no resource",
                [removed](Invocation &s) { return remove(s, *removed); })
        ->add_option("PROFILE", *removed)
        ->required();
}

} // namespace keyward::ctl
