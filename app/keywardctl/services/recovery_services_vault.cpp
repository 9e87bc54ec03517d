// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"
#include "app/keywardctl/service_commands.h"

#include "backend/base/paths.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/estate/describe.h"
#include "backend/estate/plan.h"
#include "backend/estate/regions.h"
#include "backend/estate/services/recovery_services_vault/restored_disk.h"
#include "backend/reports/services/recovery_services_vault.h"

namespace keyward::ctl {

using namespace estate;

namespace {

engine::FolderBackups &backupsOf(engine::Workplace &workplace)
{
    return workplace.services().get<engine::FolderBackups>();
}

void printPoint(Invocation &invocation, const Estate &estate, const RecoveryPoint &point)
{
    auto &out = invocation.out();
    out.field("Recovery point", point.id.text());
    out.field("Source", point.source);
    out.field("Created", isoText(point.created));
    out.field("Contents",
              std::to_string(point.files) + (point.files == 1 ? " entry, " : " entries, ") + humanBytes(point.bytes));
    out.field("Stored", humanBytes(point.storedBytes) + " in " + counted(point.segments, "segment"));
    out.field("Data key under", point.wrappedBy ? point.wrappedBy->uri : "the platform's key");
    for (const auto &warning : point.warnings) out.field("Warning", warning);
    out.document(reports::view(estate, point));
}

struct RunOptions {
    std::string resource, source;
    bool skipUnreadable = false;
    std::string kind = "folder";
    std::uint64_t limitRate = 0;
    bool inGuest = false;
};

void showChecklist(Invocation &invocation, const Estate &estate, const Resource &resource) // BKP-16
{
    if (resource.protectionAttempted) return;
    invocation.out().note("Before the first item is protected in " + resource.name.text() + ":");
    for (const auto &item : protectionChecklist(estate, resource))
        invocation.out().note(std::string(item.done ? "  [x] " : "  [ ] ") + item.title());
}

Status run(Invocation &invocation, const RunOptions &o)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(o.resource));
    KEYWARD_TRY(const auto before, invocation.snapshot());
    const auto kind = o.kind == "mars-agent"        ? command::ProtectionKind::MarsAgent
                      : o.kind == "classic-machine" ? command::ProtectionKind::ClassicMachine
                                                    : command::ProtectionKind::Folder;
    KEYWARD_TRY(const auto source, realPath(o.source));
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    KEYWARD_TRY(const auto pointId, invocation.fresh<PointId>());
    const command::StartBackup preview{resource->id,     job,   pointId, {},       source.string(),
                                       o.skipUnreadable, false, kind,    o.inGuest};
    if (invocation.dryRun()) return invocation.change(preview).transform([](const auto &) {});
    showChecklist(invocation, *before, *resource);
    const auto forGood = irreversible(*before, preview).text(); // BKP-21
    if (!forGood.empty() && !invocation.globals().yes) return fail(Code::AcknowledgeNeeded, o.resource, {forGood});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto point, withProgress(invocation, "Backing up", [&](const auto &progress) {
                    return backupsOf(*acting).backUp({.resource = resource->id,
                                                      .source = source,
                                                      .skipUnreadable = o.skipUnreadable,
                                                      .scheduled = false,
                                                      .kind = kind,
                                                      .bytesPerSecond = o.limitRate,
                                                      .inGuest = o.inGuest},
                                                     invocation.actor(), progress);
                }));
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    printPoint(invocation, *snapshot, *snapshot->point(point));
    return {};
}

Status list(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    std::vector<const RecoveryPoint *> points;
    std::optional<ResourceId> only;
    if (!name.empty()) {
        KEYWARD_TRY(const auto *resource, invocation.resource(name));
        only = resource->id;
    }
    for (const auto &[id, point] : snapshot->points())
        if (!only || point->resource == *only) points.push_back(point.get());
    std::ranges::sort(points, {}, &RecoveryPoint::created);
    Listing listing({"POINT", "RESOURCE", "CREATED", "ENTRIES", "SIZE", "SOURCE"}, Listing::Order::AsAdded);
    for (const auto *point : points) {
        const auto *resource = snapshot->resource(point->resource);
        listing.add({point->id.text().substr(0, 12), resource ? resource->name.text() : "-", isoText(point->created),
                     std::to_string(point->files), humanBytes(point->bytes), point->source},
                    reports::view(*snapshot, *point));
    }
    return listing.tell(invocation,
                        "There are no recovery points yet. Make one: keywardctl backup run RESOURCE --source DIR");
}

struct ShowOptions {
    std::string point;
    bool files = false;
};

Status show(Invocation &invocation, const ShowOptions &o)
{
    KEYWARD_TRY(const auto *point, invocation.point(o.point));
    if (!o.files) {
        KEYWARD_TRY(const auto snapshot, invocation.snapshot());
        printPoint(invocation, *snapshot, *point);
        return {};
    }
    KEYWARD_TRY(auto *acting, invocation.acting()); // it uses the point's key, which is logged
    KEYWARD_TRY(const auto files, backupsOf(*acting).list(point->id));
    Listing listing({"", "BYTES", "PATH"}, Listing::Order::AsAdded);
    for (const auto &file : files) {
        listing.add({std::string(1, file.kind), std::to_string(file.size), printable(file.path)},
                    QJsonObject{{QLatin1String("path"), reports::text(printable(file.path))},
                                {QLatin1String("size"), static_cast<qint64>(file.size)},
                                {QLatin1String("kind"), QString(QLatin1Char(file.kind))}});
    }
    return listing.tell(invocation, "");
}

struct RestoreOptions {
    std::string point, target, region, into, disk, set, group;
    std::vector<std::string> includes;
};

Result<command::CreateResource> newDisk(Invocation &invocation, const RestoreOptions &o, const RecoveryPoint &point)
{
    KEYWARD_TRY(const auto now, invocation.snapshot());
    KEYWARD_TRY(const auto id, invocation.fresh<ResourceId>());
    KEYWARD_TRY(auto out, diskOf(*now, point, o.disk, id));
    if (!o.group.empty()) out.place.resourceGroup = o.group;
    if (o.set.empty()) return out;
    KEYWARD_TRY(const auto *set, invocation.resource(o.set));
    out.store = set->id;
    return out;
}

/// Where it goes: a folder, below a path of a resource that keeps files, or a new disk.
struct RestoreTarget {
    std::filesystem::path path;
    std::string named; ///< as people are told
    std::optional<ResourceId> into = {};
    std::optional<command::CreateResource> made = {};
};
Result<RestoreTarget> targetOf(Invocation &invocation, const RestoreOptions &o, const RecoveryPoint &point)
{
    RestoreTarget out{.path = o.target, .named = printable(o.target)};
    if (!o.disk.empty()) {
        KEYWARD_TRY(out.made, newDisk(invocation, o, point));
        out.into = out.made->id;
        out.named = "the new disk " + o.disk;
    } else if (!o.into.empty()) {
        KEYWARD_TRY(const auto *keeper, invocation.resource(o.into));
        out.into = keeper->id;
        out.named = o.into + "/" + printable(o.target);
    } else if (!o.target.empty()) {
        KEYWARD_TRY(out.path, realPath(o.target));
        out.named = printable(out.path.string());
    } else {
        return fail(Code::Usage, {},
                    {"Say where it goes: --target FOLDER, --into NAME --target PATH, or --as-disk NAME."});
    }
    return out;
}

Status restore(Invocation &invocation, const RestoreOptions &o)
{
    KEYWARD_TRY(const auto *point, invocation.point(o.point));
    const auto id = point->id;
    KEYWARD_TRY(const auto to, targetOf(invocation, o, *point));
    std::string region;
    if (!o.region.empty()) {
        KEYWARD_TRY(const auto now, invocation.snapshot());
        KEYWARD_TRY(const auto known, regionFrom(now->catalogue().platform(), o.region));
        region = known.text();
    }
    KEYWARD_TRY(const auto job, invocation.fresh<JobId>());
    const command::StartRestore preview{job, id, to.path.string(), o.includes, region, to.into, to.made};
    if (invocation.dryRun()) return invocation.change(preview).transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto outcome, withProgress(invocation, "Restoring", [&](const auto &progress) {
                    return backupsOf(*acting).restore({id, to.path, o.includes, region, to.into, to.made},
                                                      invocation.actor(), progress);
                }));
    invocation.out().line("Restored " + counted(outcome.summary.files, "file") + (to.into ? ", " : " and folders, ") +
                          humanBytes(outcome.summary.bytes) + ", into " + to.named + ". Every segment was checked.");
    QJsonArray warnings;
    for (const auto &warning : outcome.summary.warnings) {
        invocation.out().note("warning: " + warning);
        warnings.append(reports::text(warning));
    }
    invocation.out().document(
        QJsonObject{{QLatin1String("point"), reports::text(id.text())},
                    {QLatin1String("target"), reports::text(to.path.string())},
                    {QLatin1String("into"), to.into ? reports::text(to.made ? o.disk : o.into) : QJsonValue()},
                    {QLatin1String("files"), static_cast<qint64>(outcome.summary.files)},
                    {QLatin1String("bytes"), static_cast<qint64>(outcome.summary.bytes)},
                    {QLatin1String("warnings"), warnings},
                    {QLatin1String("job"), reports::text(outcome.job.text())}});
    return {};
}

Status remove(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *point, invocation.point(prefix));
    const auto id = point->id;
    return invocation.carryOut(command::DeletePoint{id}, [&](const Estate &) {
        return Told{"Recovery point " + id.text() + " deleted.",
                    QJsonObject{{QLatin1String("id"), reports::text(id.text())}, {QLatin1String("deleted"), true}}};
    });
}

Status check(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *point, invocation.point(prefix));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(backupsOf(*acting).check(point->id));
    invocation.out().line("Recovery point " + point->id.text() + " is whole: " + counted(point->segments, "segment") +
                          " checked.");
    invocation.out().document(
        QJsonObject{{QLatin1String("id"), reports::text(point->id.text())}, {QLatin1String("intact"), true}});
    return {};
}

struct PolicyOptions {
    std::string resource, source, every, keepFor;
    std::vector<std::string> excludes;
    std::optional<unsigned> keepLast;
    bool none = false, noSchedule = false, noExcludes = false, noKeepFor = false;
};

Status policy(Invocation &invocation, const PolicyOptions &o)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(o.resource));
    const auto id = resource->id;
    auto policy = o.none ? BackupPolicy{} : policyOf(*resource);
    const bool changes = o.none || !o.source.empty() || !o.every.empty() || !o.keepFor.empty() || !o.excludes.empty() ||
                         o.keepLast || o.noSchedule || o.noExcludes || o.noKeepFor;
    if (o.noSchedule) policy.every = {};
    if (o.noExcludes) policy.excludes.clear();
    if (o.noKeepFor) policy.keepFor = {};
    if (!o.source.empty()) {
        KEYWARD_TRY(const auto source, realPath(o.source));
        policy.source = source.string();
    }
    if (!o.every.empty()) {
        KEYWARD_TRY(policy.every, parseDuration(o.every));
    }
    if (!o.keepFor.empty()) {
        KEYWARD_TRY(policy.keepFor, parseDuration(o.keepFor));
    }
    if (!o.excludes.empty()) policy.excludes = o.excludes;
    if (o.keepLast) policy.keepLast = *o.keepLast;
    if (changes) KEYWARD_CHECK(invocation.change(command::SetBackupPolicy{id, policy}).transform([](const auto &) {}));
    if (changes && invocation.dryRun()) return {};
    KEYWARD_TRY(const auto snapshot, invocation.snapshot());
    const auto now = policyOf(*snapshot->resource(id));
    auto &out = invocation.out();
    out.field("Source", now.source.empty() ? "-" : now.source);
    out.field("Every", now.every.count() ? humanDuration(now.every) : "only when asked");
    out.field("Keep last", now.keepLast ? std::to_string(now.keepLast) : "all");
    out.field("Keep for", now.keepFor.count() ? humanDuration(now.keepFor) : "for good");
    for (const auto &pattern : now.excludes) out.field("Leaves out", pattern);
    if (now.every.count())
        out.note("Schedules run with 'keywardctl schedule run', by an agent, or from a timer of the system.");
    out.document(reports::view(now));
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::StartBackup> &c)
{
    using Kind = command::ProtectionKind;
    if (c->scheduled) return notAsALine;
    auto line = about(c.estate, "backup run", c->resource).option("--source", c->source);
    line.flag("--skip-unreadable", c->skipUnreadable);
    line.flag("--in-guest", c->inGuest);
    if (c->kind != Kind::Folder) line.option("--kind", c->kind == Kind::MarsAgent ? "mars-agent" : "classic-machine");
    return line;
}

MaybeLine lineOf(const Typed<command::StartRestore> &c)
{
    Line line("backup restore");
    line.option("--point", shortened(c->point));
    if (c->made) {
        line.option("--as-disk", c->made->name.text()).option("--resource-group", c->made->place.resourceGroup);
        if (c->made->store) line.option("--set", nameOf(c.estate, *c->made->store));
    } else {
        line.option("--target", c->target);
        if (c->into) line.option("--into", nameOf(c.estate, *c->into));
    }
    for (const auto &path : c->includes) line.option("--include", path);
    if (!c->intoRegion.empty()) line.option("--target-region", c->intoRegion);
    return line;
}

MaybeLine lineOf(const Typed<command::DeletePoint> &c)
{
    if (c->byRetention) return notAsALine;
    Line line("backup delete");
    return line.word(shortened(c->point));
}

MaybeLine lineOf(const Typed<command::SetBackupPolicy> &c)
{
    auto line = about(c.estate, "backup policy", c->resource);
    const auto &to = c->policy;
    if (to.source.empty() && !to.every.count() && to.excludes.empty() && !to.keepLast && !to.keepFor.count())
        return line.flag("--none");
    const auto *resource = c.estate.resource(c->resource);
    const auto now = resource ? policyOf(*resource) : BackupPolicy{};
    if (to.source.empty() && !now.source.empty()) return notAsALine; // the folder goes with the whole policy only
    if (!to.source.empty()) line.option("--source", to.source);
    if (to.every.count()) line.option("--every", isoDuration(to.every));
    line.flag("--no-schedule", !to.every.count() && now.every.count());
    line.option("--keep-last", std::to_string(to.keepLast));
    if (to.keepFor.count()) line.option("--keep-for", isoDuration(to.keepFor));
    line.flag("--no-keep-for", !to.keepFor.count() && now.keepFor.count());
    line.flag("--no-excludes", to.excludes.empty() && !now.excludes.empty());
    for (const auto &pattern : to.excludes) line.option("--exclude", pattern);
    return line;
}

MaybeLine lineOf(const Typed<command::NoteProtectionAttempt> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::FinishBackup> &) { return nobodyTypesIt; }

void addCommands(const ServiceCommands<RecoveryServicesVault> &of)
{
    auto &commands = of.commands;
    auto *group = commands.group("backup", "Backups of folders in Recovery Services vaults");
    auto r = options<RunOptions>();
    auto *runApp = commands.change(group, "run", "Back up a folder as a new recovery point",
                                   [r](Invocation &s) { return run(s, *r); });
    runApp->add_option("RESOURCE", r->resource)->required();
    runApp->add_option("--source", r->source, "The folder")->required();
    runApp->add_flag("--skip-unreadable", r->skipUnreadable,
                     "Leave out what cannot be read, with a warning, instead of refusing");
    runApp->add_option("--limit-rate", r->limitRate, "Read at most so many bytes a second, as in 500KiB or 20MiB")
        ->transform(CLI::AsSizeValue(false));
    runApp->add_option("--kind", r->kind, "What is protected")
        ->check(CLI::IsMember({"folder", "mars-agent", "classic-machine"}));
    runApp->add_flag("--in-guest", r->inGuest,
                     "It is of a machine whose disks are encrypted in the guest: no disk made of it can have a set");
    runApp->footer("Example: keywardctl backup run backups --source /srv/data");
    auto listed = options<std::string>();
    commands.reads(group, "list", "List recovery points", [listed](Invocation &s) { return list(s, *listed); })
        ->add_option("RESOURCE", *listed);
    auto sh = options<ShowOptions>();
    auto *showApp =
        commands.reads(group, "show", "Show a recovery point", [sh](Invocation &s) { return show(s, *sh); });
    showApp->add_option("POINT", sh->point, "Its id or the first characters of it")->required();
    showApp->add_flag("--files", sh->files, "List what it holds (opens it with its key)");
    auto re = options<RestoreOptions>();
    auto *restoreApp =
        commands.change(group, "restore", "Restore a recovery point, or parts of it, into a new or empty folder",
                        [re](Invocation &s) { return restore(s, *re); });
    restoreApp->add_option("--point", re->point, "Its id or the first characters of it")->required();
    auto *target = restoreApp->add_option("--target", re->target,
                                          "A new or empty folder; with --into a path below which nothing is yet");
    auto *into = restoreApp->add_option("--into", re->into,
                                        "A storage account or disk to take the files, under its own encryption");
    into->needs(target);
    auto *disk = restoreApp->add_option("--as-disk", re->disk, "The name of a new managed disk, made for it");
    excludeEach(disk, {target, into});
    restoreApp->add_option("--set", re->set, "The new disk's disk encryption set; else the platform's key protects it")
        ->needs(disk);
    restoreApp->add_option("--resource-group", re->group, "The new disk's; default: the vault's")->needs(disk);
    restoreApp->add_option("--include", re->includes, "A path below the root; may be repeated");
    restoreApp->add_option("--target-region", re->region, "Where the target stands, if elsewhere");
    auto removed = options<std::string>();
    commands
        .change(group, "delete", "Destroy a recovery point", [removed](Invocation &s) { return remove(s, *removed); })
        ->add_option("POINT", *removed)
        ->required();
    auto checked = options<std::string>();
    commands
        .act(group, "check", "Read a recovery point and check every segment",
             "it uses the key of the point, which is logged", [checked](Invocation &s) { return check(s, *checked); })
        ->add_option("POINT", *checked)
        ->required();
    auto p = options<PolicyOptions>();
    auto *policyApp = commands.change(group, "policy", "Show or change schedule, excludes and retention",
                                      [p](Invocation &s) { return policy(s, *p); });
    policyApp->add_option("RESOURCE", p->resource)->required();
    auto *source = policyApp->add_option("--source", p->source, "The folder that the schedule backs up");
    auto *every = policyApp->add_option("--every", p->every, "A length of time, at least 15m");
    auto *keepLast =
        policyApp->add_option("--keep-last", p->keepLast, "How many recovery points are kept; 0 keeps all");
    auto *keepFor = policyApp->add_option("--keep-for", p->keepFor, "For how long they are kept; the newest always is");
    auto *exclude =
        policyApp->add_option("--exclude", p->excludes, "A shell pattern; may be repeated, replaces the former ones");
    auto *noSchedule = policyApp->add_flag("--no-schedule", p->noSchedule, "Back up only when asked")->excludes(every);
    auto *noKeepFor = policyApp->add_flag("--no-keep-for", p->noKeepFor, "Keep without a limit of time");
    auto *noExcludes = policyApp->add_flag("--no-excludes", p->noExcludes, "Leave nothing out");
    noKeepFor->excludes(keepFor);
    noExcludes->excludes(exclude);
    excludeEach(policyApp->add_flag("--none", p->none, "Remove the policy"),
                {source, every, keepLast, keepFor, exclude, noSchedule, noKeepFor, noExcludes});
}

} // namespace keyward::ctl
