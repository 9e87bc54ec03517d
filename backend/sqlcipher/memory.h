// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/protected_allocation.h"

namespace keyward::sqlcipher {

/// Where SQLCipher's own copies of a key stand, and what is left of anything that it freed. It keeps a key as long as
/// its connection, in memory from SQLite's allocator; so SQLite allocates through us. While a KeyScope lives, what it
/// allocates in this thread, if small enough to be a key, comes from OpenSSL's secure heap, and stays there wherever it
/// is used and freed. Whatever it frees, pages in plain text among it, is wiped.
///
/// SQLCipher's own cipher_memory_security stays off: it wipes the same, and beside that locks each allocation into
/// memory and unlocks it again, two system calls for each value of a row, on pages that other allocations share (so
/// that the first free unlocks its neighbours).
void prepareMemory(); ///< before anything else of SQLCipher; later calls do nothing

class KeyScope
{
public:
    KeyScope();
    ~KeyScope();
    KeyScope(const KeyScope &) = delete;
    KeyScope &operator=(const KeyScope &) = delete;
    static bool ranOut(); ///< within a scope: whether the secure heap was full since it began

private:
    crypto::SecretScope m_openssl; ///< its copies too
};

} // namespace keyward::sqlcipher
