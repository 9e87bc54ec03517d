// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/entities.h"
#include "backend/estate/row.h"

/// Private to the rules of SQL servers: what its files of commands share.
namespace keyward::estate {

/// One job at a time is at work on a database, or makes one of a name. Code::Busy.
Status notBusy(const Estate &estate, const ResourceId &server, const std::optional<DatabaseId> &database,
               const std::string &name);
/// Whether a server can have a new database of a name. Codes: DatabaseDropped, AlreadyExists, Busy,
/// DatabaseInaccessible.
Status mayBeMade(const Estate &estate, const Resource &server, const DatabaseName &name, bool encrypted);
/// MOD-2, TDE-1: whether that is what wraps the data keys of a server's databases.
bool wrapsAs(const Resource &server, const std::optional<WrappedBy> &by);
/// What a job made of a server comes to be its database, and the job to its end. Codes: AlreadyExists; Conflict, where
/// the protector changed while the pages were written.
Status keepNew(ChangeBuilder &draft, const JobId &job, Database database);
/// The row of a command that does so.
Facts factsOfKept(const Estate &estate, const Database &database);
/// Code::DatabaseIsReplica for one that follows another.
Status followsNone(const Estate &estate, const Database &database);
/// The name of a key that was added to a server: where it is gone, what led to it.
std::string nameOfKey(const Estate &estate, const ServerKey &key);
/// The row of a command that makes one.
Facts factsOfNew(const Estate &estate, const ResourceId &server, const DatabaseName &name, NewIds makes);

/// Its facet; Code::ValueInvalid for a resource of another service.
Result<SqlServer> serverIn(const Resource &resource);

} // namespace keyward::estate
