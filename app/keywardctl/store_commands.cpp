// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"

#include "backend/base/new_file.h"
#include "backend/base/paths.h"
#include "backend/crypto/kdf.h"
#include "backend/estate/describe.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct InitOptions {
    SecretSource passphrase;
    std::string kdf, recoveryFile;
    bool recoveryKey = false;
};

Status init(Invocation &invocation, const InitOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.storePath());
    KEYWARD_CHECK(StorePath::fresh(path).transform([](const StorePath &) {}));
    if (!o.kdf.empty()) KEYWARD_CHECK(crypto::Argon2Parameters::from(o.kdf).transform([](const auto &) {}));
    const bool recovery = o.recoveryKey || !o.recoveryFile.empty();
    if (recovery) KEYWARD_CHECK(recoveryKeyHasAPlace(invocation, o.recoveryFile));
    auto source = invocation.globals().passphrase.given() ? invocation.globals().passphrase : o.passphrase;
    if (const char *file = std::getenv("KEYWARD_PASSPHRASE_FILE"); !source.given() && file && *file) source.file = file;
    KEYWARD_TRY(const auto passphrase, invocation.newPassphrase(source));
    KEYWARD_TRY(const auto made, invocation.keystores().create(
                                     {.file = path, .passphrase = passphrase, .hashing = o.kdf}, invocation.held()));
    auto &administration = made->administration();
    if (recovery) {
        KEYWARD_TRY(const auto key, administration.newRecoveryKey());
        KEYWARD_CHECK(giveRecoveryKey(invocation, key.text, o.recoveryFile));
        KEYWARD_CHECK(administration.enrol(key, {}, invocation.actor()).transform([](const auto &) {}));
    }
    const auto facts = administration.facts();
    invocation.out().line("Keystore created: " + path.string() + " (passphrase hashing " + facts.passphraseHashing +
                          ")");
    if (!recovery)
        invocation.out().note("There is no recovery key. If the passphrase is forgotten, nobody can open the keystore: "
                              "keywardctl store slot add recovery-key");
    invocation.out().document(QJsonObject{{QLatin1String("file"), reports::text(path.string())},
                                          {QLatin1String("id"), reports::text(facts.id)},
                                          {QLatin1String("kdf"), reports::text(facts.passphraseHashing)},
                                          {QLatin1String("signer"), reports::text(facts.signer)}});
    return {};
}

Status info(Invocation &invocation)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    const auto facts = looking->administration().facts();
    const auto snapshot = looking->console().snapshot();
    auto &out = invocation.out();
    out.field("File", facts.file.string());
    out.field("Id", facts.id);
    out.field("Format", std::to_string(facts.format));
    out.field("Log entries", std::to_string(facts.entries));
    out.field("Vaults, keys",
              std::to_string(snapshot->vaults().size()) + ", " + std::to_string(snapshot->keys().size()));
    out.field("Passphrase hashing", "Argon2id " + facts.passphraseHashing);
    out.field("Report signer", facts.signer);
    out.field("Protected memory",
              humanBytes(facts.protectedMemory) +
                  (facts.memoryLocked ? ", never swapped" : ", NOT locked: raise the memory-lock limit (ulimit -l)"));
    out.field("Clock",
              facts.clock.trusted() ? "trusted" : "NOT trusted: it " + facts.clock.text() + " (keywardctl clock show)");
    QJsonArray slots_;
    for (const auto &slot : facts.slots) {
        out.field("Unlock slot",
                  slot.id.text().substr(0, 8) + "  " + std::string(kindText(slot.kind)) + "  " + slot.label);
        slots_.append(view(slot));
    }
    out.document(QJsonObject{{QLatin1String("file"), reports::text(facts.file.string())},
                             {QLatin1String("id"), reports::text(facts.id)},
                             {QLatin1String("format"), static_cast<int>(facts.format)},
                             {QLatin1String("entries"), static_cast<qint64>(facts.entries)},
                             {QLatin1String("vaults"), static_cast<qint64>(snapshot->vaults().size())},
                             {QLatin1String("keys"), static_cast<qint64>(snapshot->keys().size())},
                             {QLatin1String("kdf"), reports::text(facts.passphraseHashing)},
                             {QLatin1String("signer"), reports::text(facts.signer)},
                             {QLatin1String("memoryLocked"), facts.memoryLocked},
                             {QLatin1String("clockTrusted"), facts.clock.trusted()},
                             {QLatin1String("slots"), slots_}});
    return {};
}

struct BackupOptions {
    std::string file, every;
    unsigned keep = 7;
    bool stop = false;
};

Status backUp(Invocation &invocation, const BackupOptions &o)
{
    if (o.stop || !o.every.empty()) {
        std::optional<StoreBackupSchedule> schedule;
        if (!o.stop) {
            KEYWARD_TRY(const auto every, parseDuration(o.every));
            if (!isFolder(o.file))
                return fail(Code::Io, o.file, {"with --every this names a folder, and there is none"});
            KEYWARD_TRY(const auto folder, absolutePath(o.file));
            schedule = StoreBackupSchedule{folder.string(), every, o.keep, {}};
        }
        return invocation.carryOut(command::SetStoreBackup{schedule}, [&](const Estate &) {
            return Told{schedule ? "The keystore is backed up every " + humanDuration(schedule->every) + " into " +
                                       schedule->folder + ", keeping " +
                                       (schedule->keep == 0 ? "all copies" : std::to_string(schedule->keep)) +
                                       ". Schedules run with 'keywardctl schedule run' or by an agent."
                                 : "The scheduled backup was stopped.",
                        QJsonObject{{QLatin1String("scheduled"), schedule.has_value()}}};
        });
    }
    if (o.file.empty()) return fail(Code::Usage, {}, {"Name a new FILE for the copy, or --stop the schedule."});
    if (invocation.dryRun()) return invocation.change(command::NoteStoreBackup{o.file}).transform([](const auto &) {});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(acting->administration().copyTo(o.file));
    if (const auto noted = invocation.change(command::NoteStoreBackup{o.file}); !noted)
        return std::unexpected(takenBack(o.file, noted.error())); // a copy that the log does not know is none
    invocation.out().line(
        "Keystore backed up to " + o.file +
        " (sealed; the same passphrases open it). What services keep beside the keystore is not in it.");
    invocation.out().document(QJsonObject{{QLatin1String("file"), reports::text(o.file)}});
    return {};
}

QJsonArray listView(const std::vector<std::string> &items)
{
    QJsonArray out;
    for (const auto &item : items) out.append(reports::text(item));
    return out;
}

Status restore(Invocation &invocation, const std::string &file)
{
    KEYWARD_TRY(const auto path, invocation.storePath());
    KEYWARD_CHECK(invocation.keystores().inspect(file));
    KEYWARD_TRY(const auto copy, StorePath::existing(file));
    KEYWARD_TRY(auto unlock, invocation.unlock(copy, false));
    const auto revived = invocation.keystores().putBack(
        {.copy = file, .store = path, .with = std::move(unlock), .dryRun = invocation.dryRun()}, invocation.actor(),
        {.lookOnly = false, .waiting = invocation.held().waiting});
    if (!revived) return std::unexpected(revived.error());
    auto &out = invocation.out();
    out.line(std::string(invocation.dryRun() ? "Would put back" : "Put back") + " the copy that ends with log entry " +
             std::to_string(revived->fromEntry) + ".");
    if (!revived->setAside.empty()) out.line("The keystore that was there is now " + revived->setAside.string());
    const auto list = [&](const std::string &title, const std::vector<std::string> &items) {
        for (const auto &item : items) out.line("  " + title + ": " + item);
    };
    const auto grants = textsOf(revived->grants), slots = textsOf(revived->slots), keys = textsOf(revived->keys);
    list("revives grant", grants);
    list("revives unlock slot", slots);
    list("revives key", keys);
    list("stored data that is gone", revived->withoutData);
    if (!revived->compared)
        out.line(
            "  There was no keystore here that opens with the same passphrase, so what the copy revives is not known.");
    else if (grants.empty() && slots.empty() && keys.empty())
        out.line("  It revives no grant, unlock slot or key.");
    out.document(QJsonObject{{QLatin1String("fromEntry"), static_cast<qint64>(revived->fromEntry)},
                             {QLatin1String("compared"), revived->compared},
                             {QLatin1String("grants"), listView(grants)},
                             {QLatin1String("slots"), listView(slots)},
                             {QLatin1String("keys"), listView(keys)},
                             {QLatin1String("pointsWithoutData"), listView(revived->withoutData)},
                             {QLatin1String("setAside"), reports::text(revived->setAside.string())},
                             {QLatin1String("dryRun"), invocation.dryRun()}});
    return {};
}

/// What of the stored data is not as it should be; the first of it decides the exit status.
Status tellDamage(Invocation &invocation, const std::vector<engine::DataCheck> &checked, QJsonArray &data)
{
    using State = engine::DataCheck::State;
    std::vector<Error> damaged;
    for (const auto &check : checked) {
        const auto why = check.reason ? message(*check.reason) : std::string();
        data.append(QJsonObject{{QLatin1String("id"), reports::text(check.data.text())},
                                {QLatin1String("state"), reports::text(engine::stateText(check.state))},
                                {QLatin1String("reason"), reports::text(why)}});
        if (check.state == State::Damaged) damaged.push_back(*check.reason);
        if (check.state == State::Unopened && check.reason)
            invocation.out().note("Stored data " + check.data.text().substr(0, 12) +
                                  " is all there, but was not opened: " + why);
    }
    for (std::size_t i = 1; i < damaged.size(); ++i) invocation.out().note("also: " + message(damaged[i]));
    return damaged.empty() ? Status{} : std::unexpected(damaged.front());
}

Status verify(Invocation &invocation, bool quick)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    KEYWARD_TRY(const auto checked, withProgress(invocation, "Checking", [&](const auto &progress) {
                    return looking->administration().verifyAll(
                        quick ? engine::Depth::Presence : engine::Depth::Contents, progress);
                }));
    QJsonArray points;
    KEYWARD_CHECK(tellDamage(invocation, checked.data, points));
    invocation.out().line(
        "The keystore is whole: every record opens and stands where it belongs, unlock slots and header "
        "are as they were sealed" +
        std::string(quick ? "; stored data was not read."
                          : ", and so is stored data, " + counted(static_cast<std::uint64_t>(points.size()), "piece") +
                                "."));
    QJsonObject json{{QLatin1String("intact"), true}, {QLatin1String("records"), static_cast<qint64>(checked.records)}};
    if (!quick) json.insert(QLatin1String("points"), points);
    invocation.out().document(json);
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::SetStoreBackup> &c)
{
    Line line("store backup");
    if (!c->schedule) return line.flag("--stop");
    return line.word(c->schedule->folder)
        .option("--every", isoDuration(c->schedule->every))
        .option("--keep", std::to_string(c->schedule->keep));
}

MaybeLine lineOf(const Typed<command::NoteStoreBackup> &c)
{
    Line line("store backup");
    return line.word(c->file);
}

MaybeLine lineOf(const Typed<command::Initialise> &) { return nobodyTypesIt; } // 'store init' makes the file as well
MaybeLine lineOf(const Typed<command::AdoptPlaces> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::SaveDraft> &) { return nobodyTypesIt; } // wizards are the window's
MaybeLine lineOf(const Typed<command::DropDraft> &) { return nobodyTypesIt; }

void addStoreCommands(Commands &commands)
{
    auto *group = commands.group("store", "The keystore itself");
    auto i = options<InitOptions>();
    auto *initApp = commands.act(group, "init", "Create a keystore", "it makes a keystore",
                                 [i](Invocation &s) { return init(s, *i); });
    initApp->add_option("--kdf", i->kdf, "Passphrase hashing, as in m=256,t=3,p=4 (default: about half a second here)");
    initApp->add_option("--recovery-key-file", i->recoveryFile, "Write a recovery key into this new file (0600)");
    initApp->add_flag("--recovery-key", i->recoveryKey, "Print a recovery key once");
    initApp->footer("Example: keywardctl --store my.keyward store init --recovery-key");
    commands.reads(group, "info", "Show the keystore's properties", info);
    auto b = options<BackupOptions>();
    auto *backupApp = commands.change(group, "backup", "Copy the keystore while it is open, once or on a schedule",
                                      [b](Invocation &s) { return backUp(s, *b); });
    auto *copy = backupApp->add_option("FILE", b->file, "A new file; with --every an existing folder");
    auto *every =
        backupApp->add_option("--every", b->every, "On a schedule: a length of time, at least 15m")->needs(copy);
    auto *keep =
        backupApp->add_option("--keep", b->keep, "How many scheduled copies are kept (default 7); 0 keeps all");
    keep->needs(every);
    excludeEach(backupApp->add_flag("--stop", b->stop, "End the schedule"), {copy, every, keep});
    auto file = options<std::string>();
    commands
        .change(group, "restore", "Put a copy back; lists what it revives, sets the present keystore aside",
                [file](Invocation &s) { return restore(s, *file); })
        ->add_option("FILE", *file)
        ->required();
    auto quick = options<bool>(false);
    auto *verifyApp = commands.reads(group, "verify", "Open every record, compare the hash tree, check all stored data",
                                     [quick](Invocation &invocation) { return verify(invocation, *quick); });
    verifyApp->add_flag("--quick", *quick, "Leave out stored data");
    addSlotCommands(commands, group);
}

} // namespace keyward::ctl
