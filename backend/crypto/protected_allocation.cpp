// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/protected_allocation.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <openssl/crypto.h>

namespace keyward::crypto {
namespace {

thread_local unsigned scopes = 0;
thread_local bool ranOut = false;

/// Of a block that is ours to give away, or to wipe.
std::size_t sizeOf(void *block)
{
    return ::CRYPTO_secure_allocated(block) ? ::CRYPTO_secure_actual_size(block) : ::malloc_usable_size(block);
}

void *allocate(std::size_t size, const char *, int)
{
    if (size == 0) return nullptr;
    if (scopes == 0 || !::CRYPTO_secure_malloc_initialized()) return std::malloc(size);
    void *block = ::CRYPTO_secure_malloc(size, "", 0); // line 0: no error is raised, which would allocate again
    ranOut = ranOut || !block;
    return block;
}

void release(void *block, const char *, int)
{
    if (!block) return;
    if (::CRYPTO_secure_allocated(block)) return ::CRYPTO_secure_free(block, "", 0); // which wipes
    ::OPENSSL_cleanse(block, ::malloc_usable_size(block));
    std::free(block);
}

/// Never in place: what the old block held would stay behind where realloc moves it.
void *reallocate(void *block, std::size_t size, const char *file, int line)
{
    if (size == 0) {
        release(block, file, line);
        return nullptr;
    }
    void *next = allocate(size, file, line);
    if (!block || !next) return next;
    std::memcpy(next, block, std::min(size, sizeOf(block)));
    release(block, file, line);
    return next;
}

// Before main(), so that no program and no test can forget it; OpenSSL takes an allocator only before its first
// allocation.
const bool installed = ::CRYPTO_set_mem_functions(allocate, reallocate, release) == 1;

} // namespace

SecretScope::SecretScope()
{
    if (scopes++ == 0) ranOut = false;
}

SecretScope::~SecretScope() { --scopes; }

bool protectedMemoryRanOut() { return scopes > 0 && ranOut; }

bool allocationsAreOurs() { return installed; }

} // namespace keyward::crypto
