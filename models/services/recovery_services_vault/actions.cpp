// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/paths.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/place_fields.h"
#include "models/service_parts.h"
#include "models/services/recovery_services_vault/targets.h"

#include "backend/estate/describe.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryServicesVaultActions)
};

/// What the snapshot can tell before a folder is named.
Status mayProtect(const Situation &s)
{
    return applyUnguarded(
               s.estate(),
               {command::StartBackup{s.target.resource(), s.random().id<JobId>(), s.random().id<PointId>(), "x", "/"}},
               s.workspace.actor(), s.moment->now)
        .transform([](const Change &) {});
}

Result<Deed> backupOf(const Situation &s, const QString &folder, bool skipUnreadable, bool inGuest)
{
    KEYWARD_TRY(const auto source, absolutePath(pathOf(folder)));
    const engine::BackupRequest request{
        .resource = s.target.resource(), .source = source, .skipUnreadable = skipUnreadable, .inGuest = inGuest};
    return Deed{command::StartBackup{.resource = s.target.resource(),
                                     .job = s.random().id<JobId>(),
                                     .point = s.random().id<PointId>(),
                                     .folder = {},
                                     .source = source.string(),
                                     .skipUnreadable = skipUnreadable,
                                     .inGuest = inGuest},
                [request, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                       const engine::ProgressCallback &progress) -> Result<Outcome> {
                    KEYWARD_TRY(const auto id, backupsOf(workplace).backUp(request, actor, progress));
                    const auto estate = workplace.console().snapshot();
                    const auto *point = estate->point(id);
                    if (!point) return fail(Code::NotFound, id.text(), {"recovery point"});
                    const auto warnings = point->warnings.empty()
                                              ? QString()
                                              : Words::tr("%Ln warnings", nullptr, countOf(point->warnings.size()));
                    return Outcome{Words::tr("Backed up %1: %2, %3.")
                                       .arg(text(point->source),
                                            Words::tr("%Ln entries", nullptr, countOf(point->files)),
                                            bytesText(point->bytes)),
                                   warnings,
                                   itemOf(point->resource, point->source),
                                   {}};
                }};
}

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("resource.create"),
        .text = Words::tr("Create Recovery Services vault"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 20,
        .blades = {QStringLiteral("resources")},
        .primary = true,
        .explanation = Words::tr("Protects folders as encrypted recovery points. Enable a customer-managed key before "
                                 "the first item is protected; afterwards it can never be set."),
        .fields =
            [](const Situation &s) {
                return newResourceFields(s, RecoveryServicesVault::service,
                                         Words::tr("Its key must come from a key vault in the same region"));
            },
        .deed = newResource,
    };
});

const DeclaredAction backUp([]() -> ActionRecord {
    return {
        .id = QStringLiteral("backup.run"),
        .text = Words::tr("Back up a folder"),
        .icon = QStringLiteral("folder-sync"),
        .scope = Scope::Resource,
        .order = 15,
        .blades = {QStringLiteral("rsv.items"), QStringLiteral("resource.overview")},
        .primary = false,
        .explanation =
            Words::tr("Makes one recovery point under a fresh data key. On any failure nothing is left half done."),
        .supported = isRecoveryServicesVault,
        .allowed = mayProtect,
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("folder"),
                     .label = Words::tr("Folder"),
                     .kind = Field::Kind::Folder,
                     .error = existingFolderError},
                    {.id = QStringLiteral("skip"),
                     .label = Words::tr("Leave out what cannot be read, with a warning"),
                     .kind = Field::Kind::Check,
                     .value = false},
                    {.id = QStringLiteral("inGuest"),
                     .label = Words::tr("It is of a machine whose disks are encrypted in the guest"),
                     .kind = Field::Kind::Check,
                     .value = false}};
        },
        .deed =
            [](const Situation &s, const Values &values) {
                return backupOf(s, stringOf(values, "folder"), values.value(QStringLiteral("skip")).toBool(),
                                values.value(QStringLiteral("inGuest")).toBool());
            },
    };
});

const DeclaredAction backUpAgain([]() -> ActionRecord {
    return {
        .id = QStringLiteral("item.backup"),
        .text = Words::tr("Back up now"),
        .icon = QStringLiteral("folder-sync"),
        .scope = itemScope,
        .order = 10,
        .blades = {QStringLiteral("item.points")},
        .primary = true,
        .allowed = [](const Situation &s) -> Status {
            KEYWARD_CHECK(mayProtect(s));
            if (!isFolder(s.target.name)) return fail(Code::SourceMissing, s.target.name);
            return {};
        },
        .deed = [](const Situation &s, const Values &) { return backupOf(s, text(s.target.name), false, false); },
        .oneAtATime = true,
    };
});

const DeclaredAction resume([]() -> ActionRecord {
    return {
        .id = QStringLiteral("job.resume"),
        .text = Words::tr("Run again"),
        .icon = QStringLiteral("view-refresh"),
        .scope = Scope::Job,
        .order = 20,
        .blades = {QStringLiteral("jobs"), QStringLiteral("resource.jobs")},
        .supported =
            [](const Situation &s) {
                const auto *job = s.estate().job(s.target.job());
                return job->state == JobState::Interrupted && workOf<BackupWork>(*job);
            },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::ResumeBackup{s.target.job(), s.random().id<PointId>(), {}},
                        [job = s.target.job(), actor = s.workspace.actor()](
                            engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
                            KEYWARD_CHECK(
                                backupsOf(workplace).resume(job, actor, progress).transform([](const auto &) {}));
                            return Outcome{Words::tr("The interrupted backup was made again."), {}, {}, {}};
                        }};
        },
        .oneAtATime = true,
    };
});

} // namespace

engine::FolderBackups &backupsOf(engine::Workplace &workplace)
{
    return workplace.services().get<engine::FolderBackups>();
}

std::vector<std::string> linesOf(const QString &typed)
{
    std::vector<std::string> out;
    const auto lines = typed.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const auto &line : lines)
        if (const auto one = line.trimmed(); !one.isEmpty()) out.push_back(utf8(one));
    return out;
}

bool isRecoveryServicesVault(const Situation &s)
{
    return isOf<RecoveryServicesVault>(s.estate(), s.target.resource());
}

} // namespace keyward::models
