// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"
#include "backend/estate/change_builder.h"
#include "backend/estate/entities.h"

/// Private to the rules of SQL servers: what its files of commands share.
namespace keyward::estate {

/// Code::DatabaseDropped for one that is no database until it is recovered.
Result<const Database *> liveDatabase(const Estate &estate, const DatabaseId &id);
/// A job on a server, which begins now.
Job runningOn(const Resource &server, const JobId &id, std::string title, JobWork work, std::string folder,
              Instant now);
/// One job at a time is at work on a database, or makes one of a name. Code::Busy.
Status notBusy(const Estate &estate, const ResourceId &server, const std::optional<DatabaseId> &database,
               const std::string &name);
/// A job that succeeded; its folder is that of what it made.
Status endJob(ChangeBuilder &draft, const JobId &id);

/// Its facet; Code::ValueInvalid for a resource of another service.
Result<SqlServer> serverIn(const Resource &resource);

} // namespace keyward::estate
