// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"

#include <QCoreApplication>

#include <atomic>
#include <clocale>
#include <csignal>
#include <sys/stat.h>

namespace keyward::ctl {
namespace {

std::atomic<bool> interruptSeen{false};

void onInterrupt(int) { interruptSeen = true; }

void addGlobals(CLI::App &app, Globals &globals)
{
    app.add_option("--store", globals.store, "The keystore file (or KEYWARD_STORE)");
    app.add_option("--passphrase-file", globals.passphrase.file, "Unlock with the first line of this file (or KEYWARD_PASSPHRASE_FILE)");
    app.add_option("--passphrase-fd", globals.passphrase.descriptor, "Unlock with the first line read from this file descriptor");
    app.add_flag("--system-keyring", globals.systemKeyring, "Unlock with the key kept in the desktop session's keyring");
    app.add_flag("--json", globals.json, "Print one JSON document");
}

void addImpact(Commands &commands, Globals &globals, std::vector<std::string> &inner)
{
    auto *app = commands.add(nullptr, "impact", "What a command would break, when, and how to undo it; changes nothing", [](Session &) -> Status { return {}; });
    app->prefix_command();
    app->fallthrough(false); // what follows belongs to the inner command
    app->footer("Example: keywardctl impact key disable contoso-keys/backup-cmk");
    app->callback([app, &inner, &globals] {
        inner = app->remaining();
        globals.dryRun = true;
    });
}

int usageError(const CLI::ParseError &error, const CLI::App &app, const std::vector<std::string> &arguments)
{
    if (error.get_exit_code() == 0) return app.exit(error); // --help, --version
    Output out(std::ranges::contains(arguments, std::string("--json")));
    return out.error({Code::Usage, {}, {error.what()}, {}});
}

int runLine(std::vector<std::string> arguments, Globals globals, const crypto::ContextPtr &context, const Clock &clock)
{
    CLI::App app{"Keyward: customer-managed keys, administered and enforced."};
    app.name("keywardctl");
    app.fallthrough();
    app.require_subcommand(1);
    app.set_version_flag("--version", "keywardctl " KEYWARD_VERSION);
    app.footer("Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 locked or wrong passphrase, 4 damaged or tampered with.");
    addGlobals(app, globals);
    Commands commands(app, globals);
    addStoreCommands(commands);
    addUnlockCommands(commands);
    addVaultCommands(commands);
    addKeyCommands(commands);
    addAccessCommands(commands);
    addRoleCommands(commands);
    addNetworkCommands(commands);
    addDirectoryCommands(commands);
    addPlaceCommands(commands);
    addResourceCommands(commands);
    addCmkCommands(commands);
    addBackupCommands(commands);
    addJobCommands(commands);
    addAuditCommands(commands);
    addScheduleCommands(commands);
    addCompletion(commands);
    std::vector<std::string> inner;
    addImpact(commands, globals, inner);
    const auto original = arguments;
    std::ranges::reverse(arguments); // as CLI11 wants them
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError &error) {
        return usageError(error, app, original);
    }
    if (!inner.empty()) return runLine(std::move(inner), globals, context, clock);
    Session session(globals, context, clock);
    if (!commands.chosen()) return session.out().error({Code::Usage, {}, {"impact needs the command to look at."}, {}});
    const auto status = commands.chosen()(session);
    return status ? 0 : session.out().error(status.error());
}

} // namespace

bool interrupted() { return interruptSeen; }

} // namespace keyward::ctl

int main(int argc, char **argv)
{
    using namespace keyward;
    ::umask(077);
    crypto::forbidCoreDumps();
    struct sigaction onSignal{};
    onSignal.sa_handler = ctl::onInterrupt;
    ::sigaction(SIGINT, &onSignal, nullptr);
    ::sigaction(SIGTERM, &onSignal, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    const QCoreApplication application(argc, argv);
    std::setlocale(LC_ALL, "C.UTF-8");
    const auto context = crypto::Context::create();
    if (!context) return ctl::Output(false).error(context.error());
    const SystemClock clock;
    return ctl::runLine({argv + 1, argv + argc}, {}, *context, clock);
}
