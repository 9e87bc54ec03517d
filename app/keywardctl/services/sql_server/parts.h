// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keywardctl/line.h"
#include "app/keywardctl/listing.h"
#include "app/keywardctl/service_commands.h"
#include "backend/engine/api/services/sql_server.h"
#include "backend/reports/services/sql_server.h"

/// What the commands of SQL servers share.
namespace keyward::ctl {

inline engine::SqlServers &serversOf(engine::Workplace &workplace)
{
    return workplace.services().get<engine::SqlServers>();
}

/// Code::ValueInvalid for a resource of another kind.
Result<const estate::Resource *> sqlServer(Invocation &invocation, const std::string &name);
struct DatabasePath {
    const estate::Resource *server;
    std::string name;
};
Result<DatabasePath> databasePath(Invocation &invocation, const std::string &path); ///< SERVER/NAME, there or not
Result<const estate::Database *> database(Invocation &invocation, const std::string &path);

void addDatabaseCommands(Commands &commands, CLI::App *sql);
void addBackupCommands(Commands &commands, CLI::App *sql);
void addReplicationCommands(Commands &commands, CLI::App *sql);
void addQueryCommand(Commands &commands, CLI::App *sql);
void addServerKeyCommands(Commands &commands, CLI::App *sql);

} // namespace keyward::ctl
