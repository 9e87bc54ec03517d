// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/key_options.h"
#include "app/keywardctl/line.h"

#include "backend/engine/api/key_import.h"
#include "backend/engine/api/secret_file.h"
#include "backend/estate/describe.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

using engine::largestKeyFile;
using engine::readSecretFile;
constexpr const char *passphraseFile = "passphrase-file"; ///< what a line calls the file that a person makes for it

struct ImportOptions : VersionOptions {
    std::string file;
    SecretSource passphrase;
    bool hsm = false;
};

/// The reading itself knows no file name.
void aboutFile(Error &error, const std::string &file, bool passphraseGiven)
{
    if (error.target.empty()) error.target = file;
    if (error.code == Code::ImportNeedsPassphrase && passphraseGiven)
        error.arguments = {", and the one given does not open it"};
}

/// Old encryptions are read, as they protect only the way here; but what they protected there is open to whoever kept
/// the file.
void warnOfEncryption(Invocation &invocation, const std::string &file, const std::string &cipher)
{
    if (cipher.empty()) return;
    invocation.out().note(
        "'" + file + "' is encrypted with " + cipher +
        ", which protects no longer. Destroy the file, and rotate the key if others may have had it.");
}

Status import(Invocation &invocation, const ImportOptions &o)
{
    const auto slash = o.path.find('/');
    if (slash == std::string::npos)
        return fail(Code::Usage, o.path, {"'" + o.path + "' names no key. Write VAULT/NAME."});
    KEYWARD_TRY(const auto *vault, invocation.vault(o.path.substr(0, slash)));
    engine::ImportRequest request;
    request.vault = vault->id;
    KEYWARD_TRY(request.name, KeyName::from(o.path.substr(slash + 1)));
    KEYWARD_TRY(request.file, readSecretFile(o.file, largestKeyFile));
    KEYWARD_TRY(request.seed, seedFrom(invocation, o));
    request.hsm = o.hsm;
    request.override_ = invocation.globals().overrideClaims;
    const auto attempt = [&]() -> Status {
        if (invocation.dryRun()) {
            KEYWARD_TRY(const auto command,
                        invocation.looking().value()->keyImport().look(request, invocation.actor()));
            return invocation.change(command).transform([](const auto &) {});
        }
        KEYWARD_TRY(auto *acting, invocation.acting());
        const auto before = acting->console().snapshot();
        KEYWARD_TRY(const auto done, acting->keyImport().import(request, invocation.actor()));
        warnOfEncryption(invocation, o.file, done.outdated);
        const command::ImportKey made{done.key, request.vault, request.name, done.spec, request.seed, {}, done.format};
        return printMade(invocation, *acting->console().snapshot(), request.vault, request.name.text(),
                         "imported (" + done.spec.text() + ", from " + done.format + ")", successionOf(*before, made));
    };
    if (o.passphrase.given()) {
        KEYWARD_TRY(request.passphrase, readSecret(o.passphrase));
    }
    auto status = attempt();
    if (!status && status.error().code == Code::ImportNeedsPassphrase && !o.passphrase.given() && terminalThere()) {
        KEYWARD_TRY(request.passphrase, promptSecret("Passphrase of " + o.file + ": ", false));
        status = attempt();
    }
    if (!status) aboutFile(status.error(), o.file, o.passphrase.given());
    return status;
}

Status escrow(Invocation &invocation, const std::string &given, const std::string &place)
{
    KEYWARD_TRY(const auto path, invocation.key(given));
    const auto id = path.key->id;
    const auto version = path.chosen().id;
    return invocation.carryOut(command::NoteEscrow{id, version, place}, [&](const Estate &after) {
        return Told{place.empty() ? "Noted: nobody says where the original of " + given + " is kept."
                                  : "Noted: the original of " + given + " is kept: " + place,
                    reports::view(after, *after.key(id))};
    });
}

struct TransferOptions {
    std::string kek, file, output;
    SecretSource passphrase;
};

/// The other side of an import: what whoever holds a key does with the public part of a vault's key, without this
/// keystore.
Status makeTransfer(Invocation &invocation, const TransferOptions &o)
{
    KEYWARD_TRY(const auto path, invocation.key(o.kek));
    KEYWARD_TRY(const auto file, readSecretFile(o.file, largestKeyFile));
    KEYWARD_TRY(const auto passphrase,
                o.passphrase.given() ? readSecret(o.passphrase) : crypto::SecretBytes::ofSize(0));
    KEYWARD_TRY(const auto *looking, invocation.looking());
    auto made = looking->keyImport().seal({*path.vault, *path.key, path.chosen(), file, passphrase});
    if (!made) {
        aboutFile(made.error(), o.file, o.passphrase.given());
        return std::unexpected(made.error());
    }
    warnOfEncryption(invocation, o.file, made->outdated);
    KEYWARD_CHECK(invocation.newFile(o.output, {made->blob}));
    invocation.out().line("Transfer blob " + o.output + " written: " + made->spec.text() + " under " +
                          keyPath(*looking->console().snapshot(), *path.key) + ".");
    invocation.out().document(
        QJsonObject{{QLatin1String("file"), reports::text(o.output)},
                    {QLatin1String("kid"), reports::text(keyUri(*path.vault, *path.key, &path.chosen().id))}});
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::ImportKey> &) { return nobodyTypesIt; } // what it imports is in a file

MaybeLine lineOf(const Estate &estate, const engine::ImportTask &task)
{
    const auto &c = task.command;
    Line line("key import");
    line.word(nameOf(estate, c.vault) + "/" + c.name.text()).option("--file", task.file.string());
    if (task.passphrase) line.option("--import-passphrase-file", passphraseFile);
    line.flag("--hsm", c.spec.hsm);
    if (estate.keyNamed(c.vault, c.name.text()))
        addNext(line, c.first);
    else
        addFirst(line, c.first);
    return line;
}

MaybeLine lineOf(const Estate &estate, const engine::TransferTask &task)
{
    Line line("key transfer-blob");
    line.word(nameOf(estate, task.key) + "/" + task.version.text()).option("--file", task.file.string());
    if (task.passphrase) line.option("--import-passphrase-file", passphraseFile);
    return line.option("--output", task.output.string());
}

MaybeLine lineOf(const Typed<command::NoteEscrow> &c)
{
    Line line("key escrow");
    return line.word(nameOf(c.estate, c->key) + "/" + c->version.text()).mayBeEmpty("--where", c->place);
}

void addKeyImport(Commands &commands, CLI::App *group)
{
    auto i = options<ImportOptions>();
    auto *app =
        commands.change(group, "import", "Import a key made elsewhere, or as the next version of one of that name",
                        [i](Invocation &s) { return import(s, *i); });
    app->add_option("KEY", i->path, "VAULT/NAME")->required();
    app->add_option("--file", i->file,
                    "PEM, PKCS#8, PKCS#12 (.pfx), JWK, a .byok transfer blob, or the bytes of an AES key")
        ->required();
    auto *passphrase = app->add_option("--import-passphrase-file", i->passphrase.file,
                                       "The passphrase of that file is the first line of this one");
    app->add_option("--import-passphrase-fd", i->passphrase.descriptor, "… or read from this file descriptor")
        ->excludes(passphrase);
    app->add_flag("--hsm", i->hsm, "As an -HSM kind, in a premium vault");
    addVersionOptions(app, *i);
    app->footer("Example: keywardctl key import contoso-keys/backup-cmk --file backup-cmk.pfx --import-passphrase-file "
                "pfx-passphrase");

    auto escrowed = options<std::string>();
    auto where = options<std::string>();
    auto *escrowApp = commands.change(group, "escrow", "Note where the original of an imported key is kept",
                                      [escrowed, where](Invocation &s) { return escrow(s, *escrowed, *where); });
    escrowApp->add_option("KEY", *escrowed, "VAULT/NAME[/VERSION]")->required();
    commands.mayBeEmpty(
        escrowApp->add_option("--where", *where, "As in 'safe 3, Amsterdam'; empty takes the note away")->required());

    auto t = options<TransferOptions>();
    auto *transferApp = commands.act(group, "transfer-blob",
                                     "Wrap a key for a vault's import key (.byok), for those who hold the original",
                                     "it makes a file", [t](Invocation &s) { return makeTransfer(s, *t); });
    transferApp->add_option("KEK", t->kek, "The key of the vault made with --ops import")->required();
    transferApp->add_option("--file", t->file, "The key to wrap")->required();
    transferApp->add_option("--output", t->output, "A new file")->required();
    transferApp->add_option("--import-passphrase-file", t->passphrase.file,
                            "The passphrase of that file is the first line of this one");
}

} // namespace keyward::ctl
