// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/session.h"

#include <CLI/CLI.hpp>

namespace keyward::ctl {

/// What the chosen command does once the line is parsed.
using Run = std::function<Status(Session &)>;

/// Collects the declared commands; each sets the run when it is chosen.
class Commands
{
public:
    Commands(CLI::App &root, Globals &globals) : m_root(root), m_globals(globals) {}

    CLI::App *group(const std::string &name, const std::string &description)
    {
        auto *app = m_root.add_subcommand(name, description);
        app->require_subcommand(1);
        return app;
    }
    CLI::App *add(CLI::App *parent, const std::string &name, const std::string &description, Run run)
    {
        auto *app = (parent ? parent : &m_root)->add_subcommand(name, description);
        app->callback([this, run = std::move(run)] { m_chosen = run; });
        return app;
    }
    /// With --dry-run, --override and --yes.
    CLI::App *change(CLI::App *parent, const std::string &name, const std::string &description, Run run)
    {
        auto *app = add(parent, name, description, std::move(run));
        app->add_flag("--dry-run", m_globals.dryRun, "Print what would change and what would break; change nothing");
        app->add_flag("--override", m_globals.overrideClaims, "Go on although something in use loses access");
        app->add_flag("--yes", m_globals.yes, "Acknowledge what cannot be undone");
        return app;
    }
    CLI::App &root() { return m_root; }
    const Run &chosen() const { return m_chosen; }

private:
    CLI::App &m_root;
    Globals &m_globals;
    Run m_chosen;
};

/// Values of options, alive as long as the parsed line.
template <class T>
std::shared_ptr<T> options(T initial = {}) { return std::make_shared<T>(std::move(initial)); }

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
void addResourceCommands(Commands &commands);
void addCmkCommands(Commands &commands);
void addBackupCommands(Commands &commands);
void addJobCommands(Commands &commands);
void addAuditCommands(Commands &commands);
void addScheduleCommands(Commands &commands);
void addCompletion(Commands &commands);

void addNewPassphraseOptions(CLI::App *app, SecretSource &source);

/// Set by an interrupt from the keyboard; long runs end cleanly then.
bool interrupted();
protection::ProgressCallback progressOn(Session &session, const std::string &verb);

} // namespace keyward::ctl
