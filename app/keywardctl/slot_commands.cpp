// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"

#include "backend/keystore/recovery_key.h"
#include "backend/keystore/system_keyring.h"
#include "backend/reports/views.h"
#include "backend/service/agent.h"

#include <unistd.h>

namespace keyward::ctl {

Status recoveryKeyHasAPlace(const Session &session, const std::string &file)
{
    std::error_code error;
    if (!file.empty() && std::filesystem::symlink_status(file, error).type() != std::filesystem::file_type::not_found)
        return fail(Code::FileExists, file);
    if (!file.empty() || !session.globals().json) return {};
    return fail(Code::Usage, {},
                {"With --json a recovery key must go to a new file of its own, where no log keeps it. Name one with "
                 "--file or --recovery-key-file."});
}

Status giveRecoveryKey(Session &session, const crypto::SecretBytes &text, const std::string &file)
{
    KEYWARD_CHECK(recoveryKeyHasAPlace(session, file));
    if (!file.empty()) {
        KEYWARD_CHECK(session.newSecretFile(file, text));
        session.out().line("Recovery key written to " + file + " (0600). Keep it away from this machine.");
        return {};
    }
    session.out().note("Recovery key, shown only now. Write it down and keep it away from this machine:");
    return writeSecretTo(STDOUT_FILENO, text);
}

void addNewPassphraseOptions(CLI::App *app, SecretSource &source)
{
    auto *file =
        app->add_option("--new-passphrase-file", source.file, "The new passphrase is the first line of this file");
    app->add_option("--new-passphrase-fd", source.descriptor, "… or of this file descriptor")->excludes(file);
}

namespace {

constexpr const char *olderCopies = "Copies of the keystore made before still open with it.";

/// It holds the former root key, which no longer opens the keystore, but still opens copies of it.
void lockFormerAgent(Session &session, Desk &desk)
{
    const auto asked = service::askAgentToLock(desk.store().path());
    if (!asked && asked.error().code == Code::AgentBusy)
        session.out().note("warning: " + message(asked.error()) +
                           " It still holds the former root key, which opens older copies.");
}

struct ChangeOptions {
    SecretSource passphrase;
    std::string kdf;
};

Status changePassphrase(Session &session, const ChangeOptions &o)
{
    KEYWARD_TRY(auto *desk, session.acting());
    std::optional<crypto::Argon2Parameters> kdf;
    if (!o.kdf.empty()) {
        KEYWARD_TRY(kdf, crypto::Argon2Parameters::from(o.kdf));
    }
    KEYWARD_TRY(const auto passphrase, session.newPassphrase(o.passphrase));
    const auto now = desk->engine().now();
    KEYWARD_CHECK(desk->store().replacePassphrase(
        passphrase, kdf,
        app::auditPayload(*session.context(), session.actor(), now, "passphrase.change",
                          "Change the passphrase; new root key, every record sealed anew"),
        now));
    lockFormerAgent(session, *desk);
    session.out().line(std::string("The passphrase was changed and every record sealed anew. ") + olderCopies);
    session.out().document(QJsonObject{{QLatin1String("changed"), true}});
    return {};
}

Status list(Session &session)
{
    KEYWARD_TRY(auto *desk, session.desk());
    std::vector<std::vector<std::string>> rows;
    QJsonArray json;
    for (const auto &slot : desk->store().slots()) {
        rows.push_back({slot.id.text().substr(0, 12), std::string(keystore::slotKindText(slot.kind)), slot.label,
                        isoText(slot.created)});
        json.append(QJsonObject{{QLatin1String("id"), reports::text(slot.id.text())},
                                {QLatin1String("kind"), reports::text(keystore::slotKindText(slot.kind))},
                                {QLatin1String("label"), reports::text(slot.label)},
                                {QLatin1String("created"), reports::text(isoText(slot.created))}});
    }
    session.out().table({"SLOT", "KIND", "LABEL", "CREATED"}, rows, "");
    session.out().document(json);
    return {};
}

struct AddOptions {
    std::string kind, label, file;
    SecretSource passphrase;
};

Status addRecoveryKey(Session &session, Desk &desk, const AddOptions &o)
{
    KEYWARD_TRY(const auto key, crypto::SecretBytes::random(32, *session.context()));
    KEYWARD_TRY(const auto text, keystore::recoveryKeyText(key));
    const auto now = desk.engine().now();
    KEYWARD_CHECK(giveRecoveryKey(session, text, o.file)); // first: a slot whose key nobody saw would be no use
    return desk.store().addSecretSlot(
        keystore::SlotKind::RecoveryKey, key, o.label.empty() ? "recovery key" : o.label,
        app::auditPayload(*session.context(), session.actor(), now, "slot.add", "Add a recovery key"), now);
}

Status addSystemKeyring(Session &session, Desk &desk, const AddOptions &o)
{
    KEYWARD_TRY(const auto secret, crypto::SecretBytes::random(32, *session.context()));
    KEYWARD_CHECK(
        keystore::keepInSystemKeyring(desk.store().id(), secret)); // first: a slot that nothing opens would be no use
    const auto now = desk.engine().now();
    return desk.store().addSecretSlot(
        keystore::SlotKind::SystemKeyring, secret, o.label.empty() ? "system keyring" : o.label,
        app::auditPayload(*session.context(), session.actor(), now, "slot.add", "Add the system keyring"), now);
}

Status add(Session &session, const AddOptions &o)
{
    if (o.kind == "recovery-key") KEYWARD_CHECK(recoveryKeyHasAPlace(session, o.file)); // before anything is opened
    KEYWARD_TRY(auto *desk, session.acting());
    const auto now = desk->engine().now();
    if (o.kind == "recovery-key") KEYWARD_CHECK(addRecoveryKey(session, *desk, o));
    if (o.kind == "system-keyring") KEYWARD_CHECK(addSystemKeyring(session, *desk, o));
    if (o.kind == "passphrase") {
        KEYWARD_TRY(const auto passphrase, session.newPassphrase(o.passphrase));
        KEYWARD_CHECK(desk->store().addPassphrase(
            passphrase, o.label.empty() ? "passphrase" : o.label,
            app::auditPayload(*session.context(), session.actor(), now, "slot.add", "Add a passphrase"), now));
    }
    const auto slots_ = desk->store().slots();
    session.out().line("Unlock slot added: " + slots_.back().id.text().substr(0, 12) + " (" + o.kind + ")");
    session.out().document(QJsonObject{{QLatin1String("id"), reports::text(slots_.back().id.text())},
                                       {QLatin1String("kind"), reports::text(o.kind)}});
    return {};
}

Status remove(Session &session, const std::string &prefix)
{
    KEYWARD_TRY(const auto *looking, session.desk());
    std::optional<keystore::Slot> found;
    for (const auto &slot : looking->store().slots())
        if (!prefix.empty() && slot.id.text().starts_with(prefix)) {
            if (found) return fail(Code::Ambiguous, prefix, {"several unlock slots"});
            found = slot;
        }
    if (!found) return fail(Code::NotFound, prefix, {"unlock slot"});
    if (session.dryRun()) {
        session.out().line("Would remove unlock slot " + found->id.text().substr(0, 12) +
                           ", change the root key and seal every record anew. " + olderCopies);
        session.out().document(QJsonObject{{QLatin1String("dryRun"), true}});
        return {};
    }
    if (!session.globals().yes)
        return fail(Code::AcknowledgeNeeded, prefix,
                    {std::string("Removing the unlock slot '") + found->label +
                     "' cannot be undone; the root key changes. " + olderCopies});
    KEYWARD_TRY(auto *desk, session.acting());
    const auto now = desk->engine().now();
    KEYWARD_CHECK(desk->store().removeSlots(
        {found->id},
        app::auditPayload(*session.context(), session.actor(), now, "slot.remove",
                          "Remove " + std::string(keystore::slotKindText(found->kind)) + " '" + found->label +
                              "'; new root key, every record sealed anew"),
        now));
    if (found->kind == keystore::SlotKind::SystemKeyring) (void)keystore::removeFromSystemKeyring(desk->store().id());
    lockFormerAgent(session, *desk);
    session.out().line(std::string("Unlock slot removed; the root key was changed and every record sealed anew. ") +
                       olderCopies);
    session.out().document(QJsonObject{{QLatin1String("removed"), true}});
    return {};
}

} // namespace

void addSlotCommands(Commands &commands, CLI::App *store)
{
    auto *passphrase = store->add_subcommand("passphrase", "The passphrase");
    passphrase->require_subcommand(1);
    auto c = options<ChangeOptions>();
    auto *changeApp =
        commands.act(passphrase, "change", "Change the passphrase with which this run unlocked",
                     "it changes the root key, not the estate", [c](Session &s) { return changePassphrase(s, *c); });
    addNewPassphraseOptions(changeApp, c->passphrase);
    changeApp->add_option("--kdf", c->kdf, "New hashing parameters, where no other passphrase shares them");
    auto *slot = store->add_subcommand("slot", "Ways to unlock the keystore");
    slot->require_subcommand(1);
    commands.reads(slot, "list", "List them", list);
    auto a = options<AddOptions>();
    auto *addApp = commands.act(slot, "add", "Add one", "it changes the ways to unlock, not the estate",
                                [a](Session &s) { return add(s, *a); });
    addApp->add_option("KIND", a->kind, "passphrase, recovery-key or system-keyring")
        ->required()
        ->check(CLI::IsMember({"passphrase", "recovery-key", "system-keyring"}));
    addApp->add_option("--label", a->label, "To tell it from others");
    addApp->add_option("--file", a->file, "Write a recovery key into this new file (0600) instead of printing it");
    addNewPassphraseOptions(addApp, a->passphrase);
    auto id = options<std::string>();
    commands.change(slot, "remove", "Remove one; changes the root key", [id](Session &s) { return remove(s, *id); })
        ->add_option("SLOT", *id, "Its id or the first characters of it")
        ->required();
}

} // namespace keyward::ctl
