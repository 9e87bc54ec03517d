// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that a resource keeps: put there, got from there, deleted; and all of them at once.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/kept_files/targets.h"

#include "backend/base/paths.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeptFilesActions)
};

Status usable(const Situation &s) { return storageUsable(*s.moment, s.target.resource()); }

QString pathError(const QVariant &value) { return nameError<ObjectPath>(value); }

std::vector<Field> putFields(const Situation &)
{
    return {{.id = QStringLiteral("file"),
             .label = Words::tr("File"),
             .kind = Field::Kind::OldFile,
             .error = existingFileError},
            {.id = QStringLiteral("path"),
             .label = Words::tr("Path"),
             .hint = Words::tr("As reports/2026/q3.pdf; empty: the file's own name"),
             .error = [](const QVariant &value) { return value.toString().isEmpty() ? QString() : pathError(value); },
             .optional = true},
            {.id = QStringLiteral("overwrite"),
             .label = Words::tr("Put it in place of one that has this path"),
             .kind = Field::Kind::Check,
             .value = false}};
}

QString pathIn(const Values &values)
{
    const auto typed = stringOf(values, "path");
    return typed.isEmpty() ? QFileInfo(stringOf(values, "file")).fileName() : typed;
}

Result<Deed> putDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto path, ObjectPath::from(utf8(pathIn(values))));
    const auto file = pathOf(stringOf(values, "file"));
    const engine::PutRequest request{
        .resource = s.target.resource(), .path = path, .overwrite = values.value(QStringLiteral("overwrite")).toBool()};
    const auto name = nameOf(s.estate(), request.resource);
    return Deed{
        .action = {},
        .errand = [=, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                   const engine::ProgressCallback &progress) -> Result<Outcome> {
            KEYWARD_TRY(const auto stored, storageOf(workplace).putFile(request, file, actor, progress));
            return Outcome{
                .sentence =
                    Words::tr("%1 is stored in %2.", "a path, a resource").arg(text(stored.path.text()), text(name)),
                .detail = Words::tr("%1, encrypted before it was written.").arg(bytesText(stored.bytes)),
                .target = Target::of(request.resource)};
        },
        .title = Words::tr("Store %1 in %2", "a path, a resource").arg(text(path.text()), text(name)),
        .commandLine = text(s.workspace.lines().lineOf(engine::StorageDeed{.what = engine::StorageDeed::What::Put,
                                                                           .resource = name,
                                                                           .path = path.text(),
                                                                           .file = file.string(),
                                                                           .overwrite = request.overwrite}))};
}

const DeclaredAction put([]() -> ActionRecord {
    return {
        .id = QStringLiteral("storage.put"),
        .text = Words::tr("Upload"),
        .icon = QStringLiteral("document-import"),
        .scope = Scope::Resource,
        .order = 20,
        .blades = {QStringLiteral("storage.objects")},
        .primary = true,
        .explanation =
            Words::tr("The vault is asked for its data key, which is logged. Of a file that could not be stored "
                      "whole nothing stays."),
        .supported = [](const Situation &s) { return hasFiles(s); },
        .allowed = usable,
        .fields = putFields,
        .deed = putDeed,
        .oneAtATime = true,
        .takesFile = true,
        .statement =
            [](const Situation &, const Values &values) {
                const auto path = pathIn(values);
                return path.isEmpty() ? QString() : Words::tr("It is stored as %1.").arg(path);
            },
    };
});

Result<Deed> getDeed(const Situation &s, const Values &values)
{
    KEYWARD_TRY(const auto path, ObjectPath::from(s.target.name));
    KEYWARD_TRY(const auto file, absolutePath(pathOf(stringOf(values, "file"))));
    const auto resource = s.target.resource();
    const auto name = nameOf(s.estate(), resource);
    return Deed{
        .action = {},
        .errand = [=, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                   const engine::ProgressCallback &progress) -> Result<Outcome> {
            KEYWARD_TRY(const auto got, storageOf(workplace).getFile(resource, path, file, actor, progress));
            return Outcome{
                .sentence = Words::tr("%1 was written.").arg(text(file.string())),
                .detail =
                    Words::tr("%1. Every segment was checked; the file is not encrypted.").arg(bytesText(got.bytes)),
                .target = Target::of(resource),
                .file = text(file.string())};
        },
        .title = Words::tr("Write %1 of %2 into a file", "a path, a resource").arg(text(path.text()), text(name)),
        .commandLine = text(s.workspace.lines().lineOf(engine::StorageDeed{
            .what = engine::StorageDeed::What::Get, .resource = name, .path = path.text(), .file = file.string()}))};
}

const DeclaredAction get([]() -> ActionRecord {
    return {
        .id = QStringLiteral("storage.get"),
        .text = Words::tr("Download"),
        .icon = QStringLiteral("document-save"),
        .scope = storedObjectScope,
        .order = 20,
        .blades = {QStringLiteral("storage.objects")},
        .explanation = Words::tr("The new file is readable by you alone, and not encrypted. It has its name only once "
                                 "all of it was checked."),
        .allowed = usable,
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto name = QFileInfo(text(s.target.name)).fileName();
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("Into the new file"),
                     .kind = Field::Kind::NewFile,
                     .value = QString(QDir::homePath() + QLatin1Char('/') + name),
                     .error = newFileError}};
        },
        .deed = getDeed,
        .oneAtATime = true,
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("storage.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = storedObjectScope,
        .order = 80,
        .blades = {QStringLiteral("storage.objects")},
        .explanation =
            Words::tr("It is gone for good: deleted files are not kept here, but for those that a snapshot has."),
        .allowed = usable,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            KEYWARD_TRY(const auto path, ObjectPath::from(s.target.name));
            const auto resource = s.target.resource();
            const auto name = nameOf(s.estate(), resource);
            return Deed{
                .action = {},
                .errand = [=, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                           const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(storageOf(workplace).remove(resource, path, actor));
                    return Outcome{.sentence = Words::tr("%1 was deleted.").arg(text(path.text())),
                                   .detail = {},
                                   .target = Target::of(resource)};
                },
                .title = Words::tr("Delete %1").arg(text(path.text())),
                .commandLine = text(s.workspace.lines().lineOf(engine::StorageDeed{
                    .what = engine::StorageDeed::What::Delete, .resource = name, .path = path.text()}))};
        },
        .previews = true,
        .destructive = true,
        .oneAtATime = true,
    };
});

const DeclaredAction empty([]() -> ActionRecord {
    return {
        .id = QStringLiteral("storage.empty"),
        .text = Words::tr("Delete all"),
        .icon = QStringLiteral("edit-delete-shred"),
        .scope = Scope::Resource,
        .order = 85,
        .blades = {QStringLiteral("storage.objects")},
        .explanation = Words::tr("All files are destroyed with their data key. The resource itself stays, with the key "
                                 "that protects it."),
        .supported = [](const Situation &s) { return hasFiles(s); },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::EmptyStorage{s.target.resource()}};
        },
        .previews = true,
    };
});

} // namespace
} // namespace keyward::models
