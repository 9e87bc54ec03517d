// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Copies of the keystore, its clock, and the ways to another one.

#include "models/actions/action.h"
#include "models/actions/keystore_fields.h"

#include "backend/base/new_file.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>

namespace keyward::models {

namespace {

using namespace estate;
using engine::StoreDeed;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeystoreActions)
};

// Copies

QString suggestedCopy(const Situation &s)
{
    const auto &facts = s.workspace.facts();
    const auto name = facts ? text(facts->file.stem().string()) : QStringLiteral("keystore");
    return QDir::homePath() + QLatin1Char('/') + name + QStringLiteral("-copy-") +
           QDate::currentDate().toString(Qt::ISODate) + QStringLiteral(".keyward");
}

const DeclaredAction copyStore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("store.copy"),
        .text = Words::tr("Make a copy"),
        .icon = QStringLiteral("edit-copy"),
        .scope = Scope::Estate,
        .order = 0,
        .blades = {keystoreBlade},
        .primary = true,
        .explanation = Words::tr("A sealed copy of the keystore as it is now; the same passphrases open it. What "
                                 "services keep beside the keystore, such as recovery points, is not in it."),
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("Into the new file"),
                     .kind = Field::Kind::NewFile,
                     .value = suggestedCopy(s),
                     .hint = Words::tr("Best on another disk"),
                     .error = newFileError,
                     .suffix = QStringLiteral("keyward")}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto file = pathOf(stringOf(values, "file")).string();
            return Deed{
                .action = command::NoteStoreBackup{file},
                .errand = [file, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                              const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(workplace.administration().copyTo(file));
                    const auto noted = workplace.console().execute({command::NoteStoreBackup{file}}, actor, {});
                    if (!noted) return std::unexpected(takenBack(file, noted.error())); // unknown to the log
                    return Outcome{.sentence = Words::tr("The keystore was copied."), .detail = text(file)};
                }};
        },
    };
});

const DeclaredAction scheduleCopies([]() -> ActionRecord {
    return {
        .id = QStringLiteral("store.schedule"),
        .text = Words::tr("Schedule copies"),
        .icon = QStringLiteral("view-calendar"),
        .scope = Scope::Estate,
        .order = 2,
        .blades = {keystoreBlade},
        .explanation = Words::tr("Copies are made by themselves while the keystore is open in Keyward or held by an "
                                 "unlock agent; one that was missed is made up for. Only copies of the schedule are "
                                 "ever removed."),
        .fields = [](const Situation &s) -> std::vector<Field> {
            const auto &now = s.estate().settings().storeBackup;
            const auto every = now ? text(isoDuration(now->every)) : text(isoDuration(Days(1)));
            std::vector<Field::Option> lengths;
            for (const auto length : {Millis(std::chrono::hours(1)), Millis(std::chrono::hours(6)), Millis(Days(1)),
                                      Millis(Days(7)), Millis(Days(30))})
                lengths.push_back({text(isoDuration(length)), Words::tr("Every %1").arg(duration(length))});
            if (now && std::ranges::find(lengths, every, &Field::Option::value) == lengths.end())
                lengths.insert(lengths.begin(), {every, Words::tr("Every %1").arg(duration(now->every))});
            std::vector<Field::Option> kept;
            for (const auto many : {3, 7, 30, 100})
                kept.push_back({QString::number(many), Words::tr("The newest %1").arg(many)});
            kept.push_back({QStringLiteral("0"), Words::tr("All of them")});
            const auto keep = QString::number(now ? now->keep : 7);
            if (std::ranges::find(kept, keep, &Field::Option::value) == kept.end())
                kept.insert(kept.begin(), {keep, Words::tr("The newest %1").arg(keep)});
            return {{.id = QStringLiteral("folder"),
                     .label = Words::tr("Folder for the copies"),
                     .kind = Field::Kind::Folder,
                     .value = now ? text(now->folder) : QString(),
                     .hint = Words::tr("Best on another disk"),
                     .error = existingFolderError},
                    {.id = QStringLiteral("every"),
                     .label = Words::tr("How often"),
                     .kind = Field::Kind::Choice,
                     .value = every,
                     .options = std::move(lengths)},
                    {.id = QStringLiteral("keep"),
                     .label = Words::tr("How many are kept"),
                     .kind = Field::Kind::Choice,
                     .value = keep,
                     .options = std::move(kept)}};
        },
        .deed = [](const Situation &, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto every, parseDuration(utf8(stringOf(values, "every"))));
            return Deed{
                command::SetStoreBackup{StoreBackupSchedule{pathOf(stringOf(values, "folder")).string(),
                                                            every,
                                                            static_cast<unsigned>(stringOf(values, "keep").toUInt()),
                                                            {}}}};
        },
    };
});

const DeclaredAction stopCopies([]() -> ActionRecord {
    return {
        .id = QStringLiteral("store.unschedule"),
        .text = Words::tr("Stop scheduled copies"),
        .icon = QStringLiteral("process-stop"),
        .scope = Scope::Estate,
        .order = 4,
        .blades = {keystoreBlade},
        .explanation = Words::tr("The copies that were made stay where they are."),
        .supported = [](const Situation &s) { return s.estate().settings().storeBackup.has_value(); },
        .deed = [](const Situation &, const Values &) -> Result<Deed> { return Deed{command::SetStoreBackup{}}; },
        .previews = true,
    };
});

// Clock and agent

const DeclaredAction acceptClock([]() -> ActionRecord {
    return {
        .id = QStringLiteral("clock.accept"),
        .text = Words::tr("Accept the clock"),
        .icon = QStringLiteral("clock-large"),
        .scope = Scope::Estate,
        .order = 30,
        .blades = {keystoreBlade},
        .explanation = Words::tr("You vouch for the time that this machine shows. What destroys data goes on: "
                                 "retentions end, and what is purged by then is gone for good. A later time that was "
                                 "committed before is given up. Look at the clock first."),
        .supported =
            [](const Situation &s) {
                const auto &facts = s.workspace.facts();
                return facts && !facts->clock.trusted();
            },
        .allowed = always,
        .fields = [](const Situation &) -> std::vector<Field> {
            return {tick(Words::tr("The time that this machine shows is right"))};
        },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = {},
                        .errand = [actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                            KEYWARD_CHECK(workplace.administration().acceptClock(actor));
                            return Outcome{.sentence = Words::tr("The clock was accepted.")};
                        },
                        .title = Words::tr("Accept the clock"),
                        .commandLine = lineOf(s, {.what = StoreDeed::What::AcceptClock})};
        },
        .destructive = true,
    };
});

const DeclaredAction lockAgent([]() -> ActionRecord {
    return {
        .id = QStringLiteral("agent.lock"),
        .text = Words::tr("Lock the unlock agent"),
        .icon = QStringLiteral("object-locked"),
        .scope = Scope::Estate,
        .order = 32,
        .blades = {keystoreBlade},
        .supported = [](const Situation &s) { return s.workspace.agentLeft() || s.workspace.agentTrouble(); },
        .allowed = always,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{
                .action = {},
                .errand = [](engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(workplace.administration().lockAgent());
                    return Outcome{.sentence = Words::tr("The unlock agent let go of the keystore.")};
                },
                .title = Words::tr("Lock the unlock agent"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::LockAgent})};
        },
    };
});

// Another keystore

ActionRecord leaving(const char *page, const QString &words, const char *symbol, int order)
{
    ActionRecord record;
    record.id = QStringLiteral("store.") + QString::fromLatin1(page);
    record.text = words;
    record.icon = QString::fromLatin1(symbol);
    record.scope = Scope::Estate;
    record.order = order;
    record.allowed = always;
    record.leaves = QString::fromLatin1(page);
    return record;
}

const DeclaredAction openAnother([]() {
    return leaving("open", Words::tr("Open another keystore"), "document-open", 80);
});
const DeclaredAction createAnother([]() {
    return leaving("create", Words::tr("Create a keystore"), "document-new", 82);
});
const DeclaredAction openSample([]() {
    return leaving("sample", Words::tr("Open a sample estate"), "view-list-details", 84);
});
const DeclaredAction putCopyBack([]() {
    auto record = leaving("restore", Words::tr("Put a copy back"), "document-revert", 6);
    record.blades = {keystoreBlade};
    return record;
});

} // namespace
} // namespace keyward::models
