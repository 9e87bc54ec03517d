// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/keystore/database.h"

namespace keyward::keystore {

/// The four tables of a keystore. Nothing else may stand in the file: a trigger, view, index or table that somebody
/// planted shows before anything is read from the file or written to it.
Status makeSchema(Database &database);
Status checkSchema(Database &database); ///< Code::SchemaTampered, with the name of what is too much or missing

} // namespace keyward::keystore
