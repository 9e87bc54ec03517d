// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#define SQLITE_HAS_CODEC
#include <keyward_sqlcipher_names.h>
// The names come first: what the library's own header declares is then called as in our copy of it (CMakeLists.txt).
#include <sqlcipher/sqlite3.h>

/// SQLCipher, for the sources of this folder only.
