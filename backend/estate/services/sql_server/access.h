// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// Whether a database can be opened: the one answer for service, command line, window and reports (TDE-4, TDE-6).
namespace keyward::estate {

enum class DatabaseState {
    Online,
    RegionOut,    ///< its server's region cannot be reached
    Inaccessible, ///< its server cannot use its key, and its data key is under one
    Dropped,      ///< can be recovered, until it is destroyed
};
DatabaseState stateOf(const Estate &estate, const Database &database);
std::string_view stateText(DatabaseState state); ///< online, region out, inaccessible, dropped

/// Before a key is asked for. Codes: NotFound, RegionOut, DatabaseDropped, DatabaseInaccessible, which says since when
/// and why, and when the database is dropped for it.
Status mayBeOpened(const Estate &estate, const DatabaseId &id);
/// Whether a server can wrap the data key of a new database, SERVER/NAME. Code::DatabaseInaccessible.
Status takesNewData(const Estate &estate, const Resource &server, const std::string &path);

} // namespace keyward::estate
