// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/paths.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/place_fields.h"
#include "models/services/recovery_services_vault/targets.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/services/recovery_services_vault/restored_disk.h"

#include <QCoreApplication>
#include <QDir>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryPointActions)
};

/// BKP-17: resources that take what is restored, by name.
std::vector<Field::Option> keepers(const Situation &s)
{
    std::vector<Field::Option> out;
    for (const auto &[id, resource] : s.estate().resources())
        if (keptFilesOf(*resource)) out.push_back({text(id.text()), text(resource->name.text())});
    std::ranges::sort(out, {}, &Field::Option::text);
    return out;
}

bool goesTo(const Values &values, const char *where)
{
    const auto chosen = stringOf(values, "where");
    return chosen.isEmpty() ? QLatin1String(where) == QLatin1String("folder") : chosen == QLatin1String(where);
}
bool intoFolder(const Values &values) { return goesTo(values, "folder"); }
bool intoResource(const Values &values) { return goesTo(values, "resource"); }
bool asDisk(const Values &values) { return goesTo(values, "disk"); }

/// BKP-17: sets that a disk could have which a point of that vault becomes; none where it was encrypted in the guest.
std::vector<Field::Option> setsFor(const Situation &s, const ServiceProfile &kind)
{
    std::vector<Field::Option> out{{QString(), Words::tr("None: the platform's key protects it")}};
    for (const auto *set : storesOf(s.estate(), {&kind})) out.push_back({text(set->id.text()), text(set->name.text())});
    return out;
}

void addResourceFields(std::vector<Field> &out, const Situation &s, const QString &name)
{
    auto resources = keepers(s);
    if (resources.empty()) return;
    const auto first = resources.front().value;
    out.front().options.push_back(
        {QStringLiteral("resource"), Words::tr("Into a storage account or disk, under its encryption")});
    out.push_back({.id = QStringLiteral("into"),
                   .label = Words::tr("Storage account or disk"),
                   .kind = Field::Kind::Choice,
                   .value = first,
                   .options = std::move(resources),
                   .when = intoResource});
    out.push_back({.id = QStringLiteral("below"),
                   .label = Words::tr("Below the path"),
                   .value = name + QStringLiteral("-restored"),
                   .hint = Words::tr("Nothing may be stored below it yet. Files come with their contents alone."),
                   .when = intoResource});
}

void addDiskFields(std::vector<Field> &out, const Situation &s, const QString &name, bool inGuest)
{
    const auto *kind = kindForRestores(s.estate().catalogue());
    if (!kind) return;
    out.front().options.push_back({QStringLiteral("disk"), Words::tr("As a new disk")});
    out.push_back({.id = QStringLiteral("disk"),
                   .label = Words::tr("Name of the new disk"),
                   .value = QString(name.toLower() + QStringLiteral("-disk")),
                   .hint = Words::tr("It comes with the files' contents, beside the vault that the point is in"),
                   .error = nameError<ResourceName>,
                   .when = asDisk});
    if (inGuest) return;
    out.push_back({.id = QStringLiteral("set"),
                   .label = Words::tr("Disk encryption set"),
                   .kind = Field::Kind::Choice,
                   .value = QString(),
                   .options = setsFor(s, *kind),
                   .optional = true,
                   .when = asDisk});
}

/// Where it goes to and which of it, whichever point it is.
std::vector<Field> restoreFields(const Situation &s, const std::string &source, bool inGuest)
{
    const auto name = QString::fromStdString(std::filesystem::path(source).filename().string());
    std::vector<Field> out{{.id = QStringLiteral("where"),
                            .label = Words::tr("Where to"),
                            .kind = Field::Kind::Choice,
                            .value = QStringLiteral("folder"),
                            .options = {{QStringLiteral("folder"), Words::tr("Into a folder, in the clear")}}}};
    addResourceFields(out, s, name);
    addDiskFields(out, s, name, inGuest);
    out.push_back({.id = QStringLiteral("target"),
                   .label = Words::tr("Into the new or empty folder"),
                   .kind = Field::Kind::Folder,
                   .value = QDir::homePath() + QLatin1Char('/') + name + QStringLiteral("-restored"),
                   .error = newFolderError,
                   .when = intoFolder});
    out.push_back({.id = QStringLiteral("include"),
                   .label = Words::tr("Only these files and folders"),
                   .kind = Field::Kind::Passage,
                   .hint = Words::tr("One a line, as they stand below %1; empty: everything").arg(text(source)),
                   .optional = true});
    return out;
}

Result<command::CreateResource> chosenDisk(const Situation &s, const RecoveryPoint &point, const Values &values)
{
    KEYWARD_TRY(auto out, diskOf(s.estate(), point, utf8(stringOf(values, "disk")), s.random().id<ResourceId>()));
    if (const auto set = utf8(stringOf(values, "set")); !set.empty()) {
        KEYWARD_TRY(out.store, ResourceId::from(set));
    }
    return out;
}

Result<Deed> restoreOf(const Situation &s, const RecoveryPoint &point, const Values &values)
{
    engine::RestoreRequest request{.point = point.id, .target = {}, .includes = linesOf(stringOf(values, "include"))};
    if (asDisk(values)) {
        KEYWARD_TRY(request.made, chosenDisk(s, point, values));
        request.into = request.made->id;
    } else if (intoResource(values)) {
        KEYWARD_TRY(request.into, ResourceId::from(utf8(stringOf(values, "into"))));
        request.target = utf8(stringOf(values, "below"));
    } else {
        KEYWARD_TRY(request.target, absolutePath(pathOf(stringOf(values, "target"))));
    }
    const auto where = request.made   ? text(request.made->name.text())
                       : request.into ? text(nameOf(s.estate(), *request.into) + '/' + request.target.string())
                                      : QString();
    return Deed{command::StartRestore{s.random().id<JobId>(),
                                      request.point,
                                      request.target.string(),
                                      request.includes,
                                      {},
                                      request.into,
                                      request.made},
                [request, where, actor = s.workspace.actor(), resource = point.resource](
                    engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_TRY(const auto outcome, backupsOf(workplace).restore(request, actor, progress));
                    const auto what = Words::tr("%Ln entries", nullptr, countOf(outcome.summary.files));
                    const auto size = bytesText(outcome.summary.bytes);
                    if (request.into) {
                        const auto left = outcome.summary.warnings.size();
                        return Outcome{
                            .sentence = Words::tr("Restored %1, %2, into %3.").arg(what, size, where),
                            .detail = left ? Words::tr("%Ln were left out, as they are no files; the job says which.",
                                                       nullptr, countOf(left))
                                           : Words::tr("Every segment was checked."),
                            .target = Target::of(*request.into)};
                    }
                    return Outcome{
                        Words::tr("Restored %1, %2, into %3.").arg(what, size, text(request.target.string())),
                        Words::tr("Every segment was checked."), Target::of(resource), text(request.target.string())};
                }};
}

QString restoreWords()
{
    return Words::tr("The folder, or the files, appear under their name only when every segment was checked.");
}

const DeclaredAction restore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("point.restore"),
        .text = Words::tr("Restore"),
        .icon = QStringLiteral("edit-undo"),
        .scope = pointScope,
        .order = 20,
        .blades = {QStringLiteral("item.points")},
        .explanation = restoreWords(),
        .fields =
            [](const Situation &s) {
                const auto &point = *s.estate().point(pointOf(s.target));
                return restoreFields(s, point.source, point.inGuest);
            },
        .deed = [](const Situation &s,
                   const Values &values) { return restoreOf(s, *s.estate().point(pointOf(s.target)), values); },
    };
});

// By date

/// The newest that was made by then.
const RecoveryPoint *pointAt(const Situation &s, const std::optional<Instant> &then)
{
    const RecoveryPoint *out = nullptr;
    const auto &points = s.estate().pointsOf(s.target.resource());
    for (const auto &id : points) {
        const auto *point = s.estate().point(id);
        if (point->source != s.target.name || (then && point->created > *then)) continue;
        if (!out || point->created > out->created) out = point;
    }
    return out;
}

Result<const RecoveryPoint *> chosenPoint(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto then, momentIn(values, "then", s.moment->now));
    if (const auto *point = pointAt(s, then)) return point;
    return fail(Code::NotFound, s.target.name, {"recovery point made by then"});
}

const DeclaredAction restoreAsOf([]() -> ActionRecord {
    return {
        .id = QStringLiteral("item.restore"),
        .text = Words::tr("Restore as of a date"),
        .icon = QStringLiteral("edit-undo"),
        .scope = itemScope,
        .order = 25,
        .blades = {QStringLiteral("item.points"), QStringLiteral("rsv.items")},
        .explanation = restoreWords(),
        .allowed = [](const Situation &s) -> Status {
            return pointAt(s, {}) ? Status{} : fail(Code::NotFound, s.target.name, {"recovery point"});
        },
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto fields = restoreFields(s, s.target.name, pointAt(s, {})->inGuest);
            fields.insert(fields.begin(),
                          {.id = QStringLiteral("then"),
                           .label = Words::tr("As of"),
                           .kind = Field::Kind::Date,
                           .hint = Words::tr("The newest recovery point made by then; empty: the newest there is"),
                           .error =
                               [now = s.moment->now](const QVariant &value) {
                                   const auto then = momentFrom(value.toString(), now);
                                   return then ? QString() : refusalOf(then.error()).whole();
                               },
                           .optional = true});
            return fields;
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto *point, chosenPoint(s, values));
            return restoreOf(s, *point, values);
        },
        .statement =
            [](const Situation &s, const Values &values) {
                const auto point = chosenPoint(s, values);
                return point ? Words::tr("The recovery point of %1 is restored.").arg(dateAndTime((*point)->created))
                             : QString();
            },
    };
});

const DeclaredAction check([]() -> ActionRecord {
    return {
        .id = QStringLiteral("point.check"),
        .text = Words::tr("Check"),
        .icon = QStringLiteral("security-high"),
        .scope = pointScope,
        .order = 30,
        .blades = {QStringLiteral("item.points")},
        .explanation = Words::tr("Reads the whole recovery point and checks every segment, as a restore would, without "
                                 "writing anything. It uses the key of the point, which is logged."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto *point = s.estate().point(pointOf(s.target));
            return Deed{
                .action = {},
                .errand = [id = point->id, at = itemOf(point->resource, point->source)](
                              engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(backupsOf(workplace).check(id));
                    const auto estate = workplace.console().snapshot();
                    const auto *checked = estate->point(id);
                    return Outcome{
                        .sentence = Words::tr("The recovery point is whole."),
                        .detail = checked ? Words::tr("%Ln segments were checked.", nullptr, countOf(checked->segments))
                                          : QString(),
                        .target = at};
                },
                .title = Words::tr("Check the recovery point of %1").arg(dateAndTime(point->created)),
                .commandLine = text(s.workspace.lines().lineOf(
                    engine::StoreDeed{.what = engine::StoreDeed::What::CheckPoint, .about = point->id.text()}))};
        },
        .oneAtATime = true,
    };
});

const DeclaredAction removePoint([]() -> ActionRecord {
    return {
        .id = QStringLiteral("point.delete"),
        .text = Words::tr("Delete point"),
        .icon = QStringLiteral("edit-delete"),
        .scope = pointScope,
        .order = 90,
        .blades = {QStringLiteral("item.points")},
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeletePoint{pointOf(s.target)}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
