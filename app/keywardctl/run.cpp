// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/run.h"

#include "app/desk/process.h"
#include "app/keywardctl/service_commands.h"

#include <sstream>

namespace keyward::ctl {
namespace {

void addGlobals(CLI::App &app, Globals &globals)
{
    app.add_option("--store", globals.store, "The keystore file (or KEYWARD_STORE)");
    auto *file = app.add_option("--passphrase-file", globals.passphrase.file,
                                "Unlock with the first line of this file (or KEYWARD_PASSPHRASE_FILE)");
    app.add_option("--passphrase-fd", globals.passphrase.descriptor,
                   "Unlock with the first line read from this file descriptor")
        ->excludes(file);
    app.add_flag("--system-keyring", globals.systemKeyring,
                 "Unlock with the key kept in the desktop session's keyring");
    app.add_flag("--json", globals.json, "Print one JSON document");
}

/// Where the next word that is no option stands; the root's options may take a value.
std::size_t nextWord(const std::vector<std::string> &arguments, std::size_t from, const CLI::App &root)
{
    for (; from < arguments.size() && arguments[from].starts_with("-"); ++from) {
        const auto *option = root.get_option_no_throw(arguments[from]);
        if (option && option->get_items_expected_max() > 0) ++from;
    }
    return std::min(from, arguments.size());
}

/// 'impact' stands before any command with all its options, so it is taken out of the line before that is read.
bool takeImpact(std::vector<std::string> &arguments, const CLI::App &root)
{
    const auto first = nextWord(arguments, 0, root);
    if (first == arguments.size() || arguments[first] != "impact") return false;
    if (nextWord(arguments, first + 1, root) == arguments.size())
        return false; // to be told what is missing, or its help
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(first));
    return true;
}

void addImpact(Commands &commands)
{
    auto *app = commands.reads(
        nullptr, "impact", "What a command would break, when, and how to undo it; changes nothing",
        [](Invocation &) -> Status { return fail(Code::Usage, {}, {"impact needs the command to look at."}); });
    app->footer("Example: keywardctl impact key disable contoso-keys/backup-cmk");
}

int endOfParsing(const CLI::ParseError &error, const CLI::App &app, Output refusals, std::FILE *to)
{
    if (error.get_exit_code() != 0) return refusals.error({Code::Usage, {}, {error.what()}, {}});
    std::ostringstream help; // --help, --version
    app.exit(error, help, help);
    Output out(false, to);
    out.text(help.str());
    return out.finish({});
}

void declareCommands(Commands &commands)
{
    addStoreCommands(commands);
    addUnlockCommands(commands);
    addVaultCommands(commands);
    addKeyCommands(commands);
    addAccessCommands(commands);
    addRoleCommands(commands);
    addNetworkCommands(commands);
    addDirectoryCommands(commands);
    addPlaceCommands(commands);
    addCatalogueCommands(commands);
    addResourceCommands(commands);
    addStorageCommands(commands);
    addCmkCommands(commands);
    addGuideCommands(commands);
    estate::eachOf(estate::Services{}, [&]<class Facet>() { addCommands(ServiceCommands<Facet>{commands}); });
    addJobCommands(commands);
    addAuditCommands(commands);
    addSiemCommands(commands);
    addScheduleCommands(commands);
    addCompletion(commands);
    addImpact(commands);
    commands.holdOptionsToRules();
}

} // namespace

bool jsonAsked(const std::vector<std::string> &arguments)
{
    return std::ranges::contains(arguments, std::string("--json"));
}

int runLine(std::vector<std::string> arguments, const Surroundings &around)
{
    Globals globals;
    CLI::App app{"Keyward: customer-managed keys, administered and enforced."};
    app.name("keywardctl");
    app.fallthrough();
    app.require_subcommand(1);
    app.set_version_flag("--version", "keywardctl " KEYWARD_VERSION);
    app.footer("Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 locked or wrong passphrase, 4 damaged or "
               "tampered with.");
    addGlobals(app, globals);
    Commands commands(app, globals);
    declareCommands(commands);
    globals.dryRun = takeImpact(arguments, app);
    Output refusals(jsonAsked(arguments), around.out, around.err);
    if (auto refusal = refusalOfEquals(arguments); !refusal.empty())
        return refusals.error({Code::Usage, {}, {std::move(refusal)}, {}});
    std::ranges::reverse(arguments); // as CLI11 wants them
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError &error) {
        return endOfParsing(error, app, refusals, around.out);
    }
    if (globals.json) app::silenceQt(); // what it has to say is no part of the document
    Invocation invocation(globals, around);
    return invocation.out().finish(commands.chosen()(invocation));
}

} // namespace keyward::ctl
