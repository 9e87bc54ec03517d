// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/listing.h"

#include "backend/crypto/kdf.h"
#include "backend/reports/views.h"

#include <unistd.h>

namespace keyward::ctl {

Status recoveryKeyHasAPlace(const Invocation &invocation, const std::string &file)
{
    std::error_code error;
    if (!file.empty() && std::filesystem::symlink_status(file, error).type() != std::filesystem::file_type::not_found)
        return fail(Code::FileExists, file);
    if (!file.empty() || !invocation.globals().json) return {};
    return fail(Code::Usage, {},
                {"With --json a recovery key must go to a new file of its own, where no log keeps it. Name one with "
                 "--file or --recovery-key-file."});
}

Status giveRecoveryKey(Invocation &invocation, const crypto::SecretBytes &text, const std::string &file)
{
    KEYWARD_CHECK(recoveryKeyHasAPlace(invocation, file));
    if (!file.empty()) {
        KEYWARD_CHECK(invocation.newSecretFile(file, text));
        invocation.out().line("Recovery key written to " + file + " (0600). Keep it away from this machine.");
        return {};
    }
    invocation.out().note("Recovery key, shown only now. Write it down and keep it away from this machine:");
    return writeSecretTo(STDOUT_FILENO, text);
}

QJsonObject view(const engine::UnlockSlot &slot)
{
    return {{QLatin1String("id"), reports::text(slot.id.text())},
            {QLatin1String("kind"), reports::text(kindText(slot.kind))},
            {QLatin1String("label"), reports::text(slot.label)},
            {QLatin1String("created"), reports::text(isoText(slot.created))}};
}

void addNewPassphraseOptions(CLI::App *app, SecretSource &source)
{
    auto *file =
        app->add_option("--new-passphrase-file", source.file, "The new passphrase is the first line of this file");
    app->add_option("--new-passphrase-fd", source.descriptor, "… or of this file descriptor")->excludes(file);
}

namespace {

constexpr const char *olderCopies = "Copies of the keystore made before still open with it.";

void warnOfAgent(Invocation &invocation, const engine::Rekeyed &done)
{
    if (done.agent)
        invocation.out().note("warning: " + message(*done.agent) +
                              " It still holds the former root key, which opens older copies.");
}

struct ChangeOptions {
    SecretSource passphrase;
    std::string kdf;
};

Status changePassphrase(Invocation &invocation, const ChangeOptions &o)
{
    if (!o.kdf.empty()) KEYWARD_CHECK(crypto::Argon2Parameters::from(o.kdf).transform([](const auto &) {}));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto passphrase, invocation.newPassphrase(o.passphrase));
    KEYWARD_TRY(const auto done, acting->administration().changePassphrase(passphrase, o.kdf, invocation.actor()));
    warnOfAgent(invocation, done);
    invocation.out().line(std::string("The passphrase was changed and every record sealed anew. ") + olderCopies);
    invocation.out().document(QJsonObject{{QLatin1String("changed"), true}});
    return {};
}

Status list(Invocation &invocation)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    Listing listing({"SLOT", "KIND", "LABEL", "CREATED"}, Listing::Order::AsAdded);
    for (const auto &slot : looking->administration().facts().slots) {
        listing.add({slot.id.text().substr(0, 12), std::string(kindText(slot.kind)), slot.label, isoText(slot.created)},
                    view(slot));
    }
    return listing.tell(invocation, "");
}

struct AddOptions {
    std::string kind, label, file;
    SecretSource passphrase;
};

Result<engine::UnlockSlot> add(Invocation &invocation, engine::StoreAdministration &administration, const AddOptions &o)
{
    if (o.kind == "system-keyring") return administration.addSystemKeyring(o.label, invocation.actor());
    if (o.kind == "passphrase") {
        KEYWARD_TRY(const auto passphrase, invocation.newPassphrase(o.passphrase));
        return administration.addPassphrase(passphrase, o.label, invocation.actor());
    }
    KEYWARD_TRY(const auto key, administration.newRecoveryKey());
    KEYWARD_CHECK(giveRecoveryKey(invocation, key.text, o.file));
    return administration.enrol(key, o.label, invocation.actor());
}

Status add(Invocation &invocation, const AddOptions &o)
{
    if (o.kind == "recovery-key") KEYWARD_CHECK(recoveryKeyHasAPlace(invocation, o.file)); // before anything is opened
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto slot, add(invocation, acting->administration(), o));
    invocation.out().line("Unlock slot added: " + slot.id.text().substr(0, 12) + " (" + o.kind + ")");
    invocation.out().document(QJsonObject{{QLatin1String("id"), reports::text(slot.id.text())},
                                          {QLatin1String("kind"), reports::text(o.kind)}});
    return {};
}

Result<engine::UnlockSlot> slotAt(const std::vector<engine::UnlockSlot> &slots, const std::string &prefix)
{
    const engine::UnlockSlot *found = nullptr;
    for (const auto &slot : slots) {
        if (prefix.empty() || !slot.id.text().starts_with(prefix)) continue;
        if (found) return fail(Code::Ambiguous, prefix, {"several unlock slots"});
        found = &slot;
    }
    if (!found) return fail(Code::NotFound, prefix, {"unlock slot"});
    return *found;
}

Status remove(Invocation &invocation, const std::string &prefix)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    KEYWARD_TRY(const auto slot, slotAt(looking->administration().facts().slots, prefix));
    if (invocation.dryRun()) {
        invocation.out().line("Would remove unlock slot " + slot.id.text().substr(0, 12) +
                              ", change the root key and seal every record anew. " + olderCopies);
        invocation.out().document(QJsonObject{{QLatin1String("dryRun"), true}});
        return {};
    }
    if (!invocation.globals().yes)
        return fail(
            Code::AcknowledgeNeeded, prefix,
            {"Removing the unlock slot '" + slot.label + "' cannot be undone; the root key changes. " + olderCopies});
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto done, acting->administration().removeSlot(slot.id, invocation.actor()));
    warnOfAgent(invocation, done);
    invocation.out().line(std::string("Unlock slot removed; the root key was changed and every record sealed anew. ") +
                          olderCopies);
    invocation.out().document(QJsonObject{{QLatin1String("removed"), true}});
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
                     "it changes the root key, not the estate", [c](Invocation &s) { return changePassphrase(s, *c); });
    addNewPassphraseOptions(changeApp, c->passphrase);
    changeApp->add_option("--kdf", c->kdf, "New hashing parameters, where no other passphrase shares them");
    auto *slot = store->add_subcommand("slot", "Ways to unlock the keystore");
    slot->require_subcommand(1);
    commands.reads(slot, "list", "List them", list);
    auto a = options<AddOptions>();
    auto *addApp = commands.act(slot, "add", "Add one", "it changes the ways to unlock, not the estate",
                                [a](Invocation &s) { return add(s, *a); });
    addApp->add_option("KIND", a->kind, "passphrase, recovery-key or system-keyring")
        ->required()
        ->check(CLI::IsMember({"passphrase", "recovery-key", "system-keyring"}));
    addApp->add_option("--label", a->label, "To tell it from others");
    addApp->add_option("--file", a->file, "Write a recovery key into this new file (0600) instead of printing it");
    addNewPassphraseOptions(addApp, a->passphrase);
    auto id = options<std::string>();
    commands.change(slot, "remove", "Remove one; changes the root key", [id](Invocation &s) { return remove(s, *id); })
        ->add_option("SLOT", *id, "Its id or the first characters of it")
        ->required();
}

} // namespace keyward::ctl
