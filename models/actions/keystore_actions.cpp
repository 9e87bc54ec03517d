// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done to the keystore itself: ways to unlock it, copies, verification, the clock.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/recovery_sheet.h"
#include "models/secret_draft.h"
#include "models/unlock_slots.h"

#include "backend/base/new_file.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>

namespace keyward::models {

namespace {

using namespace estate;
using engine::StoreDeed;
using engine::UnlockSlot;
using SecretPtr = std::shared_ptr<const crypto::SecretBytes>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeystoreActions)
};

const auto keystoreBlade = QStringLiteral("keystore");

Status always(const Situation &) { return {}; }

QString lineOf(const Situation &s, const StoreDeed &deed) { return text(s.workspace.lines().lineOf(deed)); }

/// What was typed, for work that is done beside the window; the form keeps its own, which goes with it.
Result<SecretPtr> typedIn(const Values &values, const char *field)
{
    const auto typed = values.value(QString::fromLatin1(field)).value<TypedSecretPtr>();
    if (!typed) return fail(Code::PassphraseTooShort, {}, {std::to_string(leastPassphrase)});
    KEYWARD_TRY(auto secret, typed->secret.copy());
    return std::make_shared<const crypto::SecretBytes>(std::move(secret));
}

QString olderCopies() { return Words::tr("Copies made before still open with what opened them then."); }

/// After the root key was changed.
Outcome rekeyed(const QString &sentence, const engine::Rekeyed &done)
{
    auto detail = olderCopies();
    if (done.agent)
        detail += QLatin1Char(' ') + Words::tr("An unlock agent did not answer: it still holds the former root key, "
                                               "which opens those copies. End its process.");
    return {.sentence = sentence, .detail = detail};
}

Field newSecretField(const QString &label)
{
    return {.id = QStringLiteral("passphrase"),
            .label = label,
            .kind = Field::Kind::NewSecret,
            .value = QVariant::fromValue(std::make_shared<TypedSecret>()),
            .hint = Words::tr("Several unrelated words are easiest to keep")};
}

/// A box to be ticked before something that cannot be taken back.
Field tick(const QString &label)
{
    return {.id = QStringLiteral("understood"),
            .label = label,
            .kind = Field::Kind::Check,
            .value = false,
            .error = [](const QVariant &value) {
                return value.toBool() ? QString() : Words::tr("Tick that you understand it.");
            }};
}

QString fileIsThereError(const QVariant &value)
{
    if (auto wrong = absoluteError(value); !wrong.isEmpty()) return wrong;
    return QFileInfo(text(pathOf(value.toString()).string())).isFile() ? QString()
                                                                       : Words::tr("There is no such file.");
}

// Ways to unlock

const DeclaredAction changePassphrase([]() -> ActionRecord {
    return {
        .id = QStringLiteral("passphrase.change"),
        .text = Words::tr("Change passphrase"),
        .icon = QStringLiteral("document-edit"),
        .scope = Scope::Estate,
        .order = 20,
        .blades = {keystoreBlade},
        .explanation = Words::tr("The passphrase with which you unlocked is replaced. The root key changes and every "
                                 "record is sealed anew. Copies made before still open with the former passphrase."),
        .fields = [](const Situation &) { return std::vector{newSecretField(Words::tr("New passphrase"))}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto secret, typedIn(values, "passphrase"));
            return Deed{
                .action = {},
                .errand = [secret, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_TRY(const auto done, workplace.administration().changePassphrase(*secret, {}, actor));
                    return rekeyed(Words::tr("The passphrase was changed and every record sealed anew."), done);
                },
                .title = Words::tr("Change the passphrase"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::ChangePassphrase})};
        },
    };
});

const DeclaredAction addPassphrase([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.passphrase"),
        .text = Words::tr("Add passphrase"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 22,
        .blades = {keystoreBlade},
        .explanation = Words::tr("A second passphrase opens the keystore as the first one does, for somebody else "
                                 "perhaps. It can be removed without the other being typed."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {
                {.id = QStringLiteral("label"), .label = Words::tr("Name, to tell it from others"), .optional = true},
                newSecretField(Words::tr("Passphrase"))};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto secret, typedIn(values, "passphrase"));
            const auto label = utf8(stringOf(values, "label"));
            return Deed{
                .action = {},
                .errand = [secret, label, actor = s.workspace.actor()](
                              engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(
                        workplace.administration().addPassphrase(*secret, label, actor).transform([](const auto &) {}));
                    return Outcome{.sentence = Words::tr("The passphrase was added. It opens the keystore "
                                                         "from now on.")};
                },
                .title = Words::tr("Add a passphrase"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::AddPassphrase, .label = label})};
        },
    };
});

const DeclaredAction addRecoveryKey([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.recovery"),
        .text = Words::tr("Add recovery key"),
        .icon = QStringLiteral("document-encrypt"),
        .scope = Scope::Estate,
        .order = 24,
        .blades = {keystoreBlade},
        .explanation = Words::tr("The second way in, should the passphrase be forgotten. It is shown only now, and "
                                 "opens nothing before it is added. Keep it away from this machine."),
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto sheet = std::make_shared<RecoverySheet>();
            sheet->draw(s.workspace.workplace(), s.workspace.background(), s.workspace.storeName());
            return {{.id = QStringLiteral("key"),
                     .label = Words::tr("Recovery key"),
                     .kind = Field::Kind::RecoveryKey,
                     .value = QVariant::fromValue(RecoverySheetPtr(sheet)),
                     .error = [](const QVariant &value) -> QString {
                         const auto shown = value.value<RecoverySheetPtr>();
                         if (!shown->failure().empty()) return shown->failure().whole();
                         if (!shown->drawn()) return Words::tr("It is being drawn.");
                         return shown->confirmed() ? QString()
                                                   : Words::tr("Type the two groups, to show that you have kept it.");
                     }}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto key = values.value(QStringLiteral("key")).value<RecoverySheetPtr>()->copy();
            if (!key) return fail(Code::SecretHeapFull);
            return Deed{
                .action = {},
                .errand = [key, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                             const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(workplace.administration().enrol(*key, {}, actor).transform([](const auto &) {}));
                    return Outcome{.sentence =
                                       Words::tr("The recovery key was added. It opens the keystore from now on."),
                                   .detail = Words::tr("Keep it away from this machine.")};
                },
                .title = Words::tr("Add a recovery key"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::AddRecoveryKey})};
        },
    };
});

const DeclaredAction useKeyring([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.keyring"),
        .text = Words::tr("Use system keyring"),
        .icon = QStringLiteral("user-identity"),
        .scope = Scope::Estate,
        .order = 26,
        .blades = {keystoreBlade},
        .explanation = Words::tr("The keyring of this desktop session keeps a key of its own for the keystore. Whoever "
                                 "is signed in to the session can then open it without a passphrase."),
        .supported = [](const Situation &s) { return !slotOf(s.workspace, UnlockSlot::Kind::SystemKeyring); },
        .allowed = always,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = {},
                        .errand = [actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                            KEYWARD_CHECK(
                                workplace.administration().addSystemKeyring({}, actor).transform([](const auto &) {}));
                            return Outcome{.sentence = Words::tr("The system keyring opens the keystore from now on.")};
                        },
                        .title = Words::tr("Use the system keyring"),
                        .commandLine = lineOf(s, {.what = StoreDeed::What::AddSystemKeyring})};
        },
        .previews = true,
    };
});

std::vector<Field> removalFields(const Situation &)
{
    return {tick(Words::tr("I understand that this cannot be undone, and that copies made before still open with it"))};
}

QString removalWords()
{
    return Words::tr("It opens the keystore no longer. The root key changes and every record is sealed anew, so that "
                     "nobody who kept it can read what is written from now on.");
}

Status lastOneStays(const Situation &s)
{
    const auto &facts = s.workspace.facts();
    return facts && facts->slots.size() < 2 ? fail(Code::LastSlot, facts->file.string()) : Status{};
}

Deed removal(const Situation &s, const engine::UnlockSlotId &slot, const QString &name)
{
    return {.action = {},
            .errand = [slot, name, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                KEYWARD_TRY(const auto done, workplace.administration().removeSlot(slot, actor));
                return rekeyed(Words::tr("%1 was removed and every record sealed anew.").arg(name), done);
            },
            .title = Words::tr("Remove a way to unlock: %1").arg(name),
            .commandLine = lineOf(s, {.what = StoreDeed::What::RemoveSlot, .about = slot.text()})};
}

const DeclaredAction removeSlot([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.remove"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("edit-delete"),
        .scope = slotScope,
        .order = 28,
        .blades = {keystoreBlade},
        .explanation = removalWords(),
        .allowed = lastOneStays,
        .fields = removalFields,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return removal(s, engine::UnlockSlotId{s.target.id.bytes}, text(s.target.name));
        },
        .destructive = true,
    };
});

const DeclaredAction forgetKeyring([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.keyring.remove"),
        .text = Words::tr("Forget system keyring"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Estate,
        .order = 27,
        .blades = {keystoreBlade},
        .explanation = removalWords(),
        .supported = [](const Situation &s) { return slotOf(s.workspace, UnlockSlot::Kind::SystemKeyring) != nullptr; },
        .allowed = lastOneStays,
        .fields = removalFields,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto *slot = slotOf(s.workspace, UnlockSlot::Kind::SystemKeyring);
            if (!slot) return fail(Code::NotFound, {}, {"unlock slot"});
            return removal(s, slot->id, slotTitle(*slot));
        },
        .destructive = true,
    };
});

// Verification

/// So that it is known later when it was looked at, and what was found.
void noteVerification(engine::Workplace &workplace, const Actor &actor, const Result<QString> &found)
{
    auto entry = engine::entryBy(actor, "store.verify", "keystore");
    entry.result = found ? engine::AuditEntry::Result::Success : engine::AuditEntry::Result::Failed;
    entry.reason = found ? utf8(*found) : message(found.error());
    (void)workplace.console().note(entry); // what was found is told all the same
}

Result<Outcome> verify(engine::Workplace &workplace, engine::Depth depth, const engine::ProgressCallback &progress)
{
    using Is = engine::DataCheck::State;
    KEYWARD_TRY(const auto checked, workplace.administration().verifyAll(depth, progress));
    for (const auto &data : checked.data)
        if (data.state == Is::Damaged && data.reason) return std::unexpected(*data.reason);
    const auto unopened = std::ranges::count(checked.data, Is::Unopened, &engine::DataCheck::state);
    auto detail = depth == engine::Depth::Presence
                      ? Words::tr("Stored data was not read.")
                      : Words::tr("Stored data is whole: %n pieces.", nullptr, static_cast<int>(checked.data.size()));
    if (unopened > 0)
        detail += QLatin1Char(' ') + Words::tr("%n of them could not be opened, as their keys cannot be used now.",
                                               nullptr, static_cast<int>(unopened));
    return Outcome{.sentence = Words::tr("The keystore is whole: %1 records open and stand where they belong.")
                                   .arg(number(checked.records)),
                   .detail = detail};
}

const DeclaredAction verifyStore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("store.verify"),
        .text = Words::tr("Verify"),
        .icon = QStringLiteral("security-high"),
        .scope = Scope::Estate,
        .order = 10,
        .blades = {keystoreBlade},
        .explanation = Words::tr("Opens every record and every key, compares them with the sealed hash tree, and looks "
                                 "at stored data. Nothing is changed; the result is noted in the log."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("contents"),
                     .label = Words::tr("Read all stored data as well, which takes as long as there is data"),
                     .kind = Field::Kind::Check,
                     .value = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const bool contents = values.value(QStringLiteral("contents")).toBool();
            return Deed{.action = {},
                        .errand = [contents, actor = s.workspace.actor()](
                                      engine::Workplace &workplace,
                                      const engine::ProgressCallback &progress) -> Result<Outcome> {
                            auto found = verify(workplace, contents ? engine::Depth::Contents : engine::Depth::Presence,
                                                progress);
                            if (found)
                                noteVerification(workplace, actor, found->sentence + QLatin1Char(' ') + found->detail);
                            else if (found.error().code != Code::Cancelled)
                                noteVerification(workplace, actor, std::unexpected(found.error()));
                            return found;
                        },
                        .title = Words::tr("Verify the keystore"),
                        .commandLine = lineOf(s, {.what = StoreDeed::What::Verify, .quick = !contents})};
        },
    };
});

/// By which people compare them: without regard to case and separators.
QString bare(const QString &fingerprint)
{
    QString out;
    for (const auto c : fingerprint.toLower())
        if (c.isLetterOrNumber()) out += c;
    return out;
}

const DeclaredAction verifyLog([]() -> ActionRecord {
    return {
        .id = QStringLiteral("audit.verify"),
        .text = Words::tr("Verify the log"),
        .icon = QStringLiteral("view-calendar-list"),
        .scope = Scope::Estate,
        .order = 12,
        .blades = {keystoreBlade, QStringLiteral("activity")},
        .explanation =
            Words::tr("Proves that no entry was altered, removed or reordered. With a JSON report that was "
                      "exported earlier and kept elsewhere, also that nothing before it was rewritten since, "
                      "not even by somebody who has the keys."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("against"),
                     .label = Words::tr("Compare with the JSON report"),
                     .kind = Field::Kind::OldFile,
                     .error = fileIsThereError,
                     .optional = true,
                     .suffix = QStringLiteral("json")}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto against =
                stringOf(values, "against").isEmpty() ? std::filesystem::path() : pathOf(stringOf(values, "against"));
            return Deed{
                .action = {},
                .errand = [against](engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    auto &log = workplace.log();
                    KEYWARD_CHECK(log.verify());
                    const auto entries = number(log.checkpoint().sequence);
                    Outcome out{.sentence = Words::tr("The log is whole: %1 entries, each sealed and linked to the one "
                                                      "before it.")
                                                .arg(entries)};
                    if (against.empty()) return out;
                    KEYWARD_TRY(const auto report, workplace.reports().check(against));
                    if (!report.own) return fail(Code::SignerOther, against.string(), {report.signer});
                    if (!report.checkpoint)
                        return fail(Code::ReportMalformed, against.string(),
                                    {"only JSON reports carry a checkpoint that can be compared"});
                    KEYWARD_CHECK(log.verifyAgainst(*report.checkpoint));
                    out.detail = Words::tr("Its first %1 entries are those of the report: nothing was "
                                           "rewritten since.")
                                     .arg(number(report.checkpoint->sequence));
                    return out;
                },
                .title = Words::tr("Verify the log"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::VerifyLog, .about = against.string()})};
        },
    };
});

const DeclaredAction verifyReport([]() -> ActionRecord {
    return {
        .id = QStringLiteral("report.verify"),
        .text = Words::tr("Verify a report"),
        .icon = QStringLiteral("document-preview"),
        .scope = Scope::Estate,
        .order = 52,
        .blades = {QStringLiteral("reports")},
        .explanation = Words::tr("Shows whether a report is as it was signed. Beside a PDF or CSV file its signature "
                                 "(.sig) must lie."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("Report"),
                     .kind = Field::Kind::OldFile,
                     .error = fileIsThereError},
                    {.id = QStringLiteral("signer"),
                     .label = Words::tr("Fingerprint of the signer"),
                     .hint = Words::tr("Empty: it must be of this keystore"),
                     .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto file = pathOf(stringOf(values, "file"));
            const auto signer = stringOf(values, "signer");
            return Deed{
                .action = {},
                .errand = [file, signer](engine::Workplace &workplace,
                                         const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_TRY(const auto report, workplace.reports().check(file));
                    const bool right = signer.isEmpty() ? report.own : bare(signer) == bare(text(report.signer));
                    if (!right) return fail(Code::SignerOther, file.string(), {report.signer});
                    return Outcome{.sentence = signer.isEmpty()
                                                   ? Words::tr("The report is as this keystore signed it.")
                                                   : Words::tr("The report is as it was signed by that signer."),
                                   .detail = text(file.string())};
                },
                .title = Words::tr("Verify the report %1").arg(text(file.string())),
                .commandLine =
                    lineOf(s, {.what = StoreDeed::What::VerifyReport, .about = file.string(), .signer = utf8(signer)})};
        },
    };
});

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
