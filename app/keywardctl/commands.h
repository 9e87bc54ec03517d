// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/invocation.h"

#include <CLI/CLI.hpp>

#include <map>
#include <set>

namespace keyward::ctl {

/// What the chosen command does once the line is parsed.
using Run = std::function<Status(Invocation &)>;

/// What a command does to the world.
enum class Effect : std::uint8_t {
    Reads,   ///< nothing is different afterwards
    Changes, ///< can be looked at beforehand
    Acts,    ///< cannot
};
std::string_view effectText(Effect effect); ///< reads, changes, acts

/// Collects the declared commands; each sets the run when it is chosen. There is no way to declare one without saying
/// what it does, so that 'impact' and --dry-run know of every command, also of those still to be written.
class Commands
{
public:
    Commands(CLI::App &root, Globals &globals) : m_root(root), m_globals(globals) {}

    CLI::App *group(const std::string &name, const std::string &description);
    /// Looks and tells. Under a dry run it is carried out as ever, on a keystore that cannot be written to.
    CLI::App *reads(CLI::App *parent, const std::string &name, const std::string &description, Run run);
    /// Goes through Invocation::change(), or previews by itself where Invocation::dryRun() says so. With --dry-run,
    /// --override and --yes.
    CLI::App *change(CLI::App *parent, const std::string &name, const std::string &description, Run run);
    /// Cannot be previewed, and why not, as in "it makes a key". Refused under a dry run before it begins.
    CLI::App *act(CLI::App *parent, const std::string &name, const std::string &description, const std::string &whyNot,
                  Run run);

    /// An empty value means something here. Every other one is refused.
    CLI::Option *mayBeEmpty(CLI::Option *option);
    /// Once everything is declared: no option takes an empty value, and each occurrence takes exactly one.
    void holdOptionsToRules();

    CLI::App &root() { return m_root; }
    const Run &chosen() const { return m_chosen; }
    const std::map<const CLI::App *, Effect> &effects() const { return m_effects; }

private:
    CLI::App *declare(CLI::App *parent, const std::string &name, const std::string &description, Effect effect,
                      Run run);
    void holdToRules(CLI::App &app);

    CLI::App &m_root;
    Globals &m_globals;
    Run m_chosen;
    std::map<const CLI::App *, Effect> m_effects;
    std::set<const CLI::Option *> m_mayBeEmpty;
};

/// Neither goes with any of the others.
void excludeEach(CLI::Option *option, std::initializer_list<CLI::Option *> others);
std::string pathOf(const CLI::App &app); ///< "key create"
/// Of "--name=", which has no value and would be given what follows; what to say, or nothing.
std::string refusalOfEquals(const std::vector<std::string> &arguments);

/// Values of options, alive as long as the parsed line.
template <class T> std::shared_ptr<T> options(T initial = {}) { return std::make_shared<T>(std::move(initial)); }

void addStoreCommands(Commands &commands);
void addSlotCommands(Commands &commands, CLI::App *store);
void addUnlockCommands(Commands &commands);
void addVaultCommands(Commands &commands);
void addKeyCommands(Commands &commands);
void addAccessCommands(Commands &commands);
void addDirectoryCommands(Commands &commands);
void addNetworkCommands(Commands &commands);
void addPlaceCommands(Commands &commands);
void addRoleCommands(Commands &commands);
void addJudging(Commands &commands, CLI::App *group, const char *verb, const char *text);
void addCatalogueCommands(Commands &commands);
void addResourceCommands(Commands &commands);
void addStorageCommands(Commands &commands);
void addCmkCommands(Commands &commands);
void addGuideCommands(Commands &commands);
void addJobCommands(Commands &commands);
void addAuditCommands(Commands &commands);
void addScheduleCommands(Commands &commands);
void addSiemCommands(Commands &commands);
void addCompletion(Commands &commands);

void addNewPassphraseOptions(CLI::App *app, SecretSource &source);
/// Into a new file, or onto standard output for people; never into a JSON document or beside one. Codes: FileExists,
/// Usage.
Status recoveryKeyHasAPlace(const Invocation &invocation, const std::string &file);
QJsonObject view(const engine::UnlockSlot &slot);
Status giveRecoveryKey(Invocation &invocation, const crypto::SecretBytes &text, const std::string &file);

/// Set by an interrupt from the keyboard; long runs end cleanly then.
bool interrupted();
engine::ProgressCallback progressOn(Invocation &invocation, const std::string &verb);
/// What runs long, given that; the line that told how far it was is gone afterwards.
template <class Work> auto withProgress(Invocation &invocation, const std::string &verb, const Work &work)
{
    auto done = work(progressOn(invocation, verb));
    invocation.out().progress("");
    return done;
}

} // namespace keyward::ctl
