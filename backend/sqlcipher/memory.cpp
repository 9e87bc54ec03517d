// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/sqlcipher/memory.h"

#include "backend/crypto/secret_bytes.h"
#include "backend/sqlcipher/library.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <new>

namespace keyward::sqlcipher {
namespace {

using crypto::SecretBytes;

constexpr int largestKey = 512; // bytes; a page or a statement is larger, what surrounds a key is not
constexpr std::size_t before = 32;
static_assert(sizeof(SecretBytes) <= before && before % alignof(std::max_align_t) == 0);

thread_local unsigned scopes = 0;
thread_local bool full = false;

// The secure heap is one mapping: what lies between two of its blocks is of it too.
std::atomic<std::uintptr_t> lowest = UINTPTR_MAX;
std::atomic<std::uintptr_t> highest = 0;

bool isSecret(const void *block)
{
    const auto at = reinterpret_cast<std::uintptr_t>(block);
    return at >= lowest.load(std::memory_order_relaxed) && at <= highest.load(std::memory_order_relaxed);
}

/// The owner of a secret block, who lives in its first bytes.
SecretBytes &ownerOf(void *block)
{
    return *std::launder(reinterpret_cast<SecretBytes *>(static_cast<std::uint8_t *>(block) - before));
}

template <class Closer> void extend(std::atomic<std::uintptr_t> &end, std::uintptr_t at, Closer closer)
{
    auto known = end.load(std::memory_order_relaxed);
    while (closer(at, known) && !end.compare_exchange_weak(known, at, std::memory_order_relaxed)) {}
}

/// Null where the secure heap is full. SQLCipher (4.6.1, sqlcipherCodecAttach) does not survive that, so it gets
/// ordinary memory then, and whoever opened the scope gives up.
void *allocateSecret(std::size_t size)
{
    auto owner = SecretBytes::ofSize(before + size);
    if (!owner) {
        full = true;
        return nullptr;
    }
    std::uint8_t *start = owner->writable().data();
    new (start) SecretBytes(std::move(*owner));
    const auto block = reinterpret_cast<std::uintptr_t>(start + before);
    extend(lowest, block, std::less());
    extend(highest, block, std::greater());
    return start + before;
}

int sizeOf(void *block)
{
    if (!block) return 0;
    if (isSecret(block)) return static_cast<int>(ownerOf(block).size() - before);
    return static_cast<int>(::malloc_usable_size(block));
}

void *allocate(int size)
{
    if (size <= 0) return nullptr;
    if (scopes > 0 && size <= largestKey)
        if (void *block = allocateSecret(static_cast<std::size_t>(size))) return block;
    return std::malloc(static_cast<std::size_t>(size));
}

void release(void *block)
{
    if (!block) return;
    if (isSecret(block)) {
        const SecretBytes last(std::move(ownerOf(block))); // which wipes the place that it stood in
        return;
    }
    crypto::wipe({static_cast<std::uint8_t *>(block), ::malloc_usable_size(block)});
    std::free(block);
}

/// Never in place: what the old block held would stay behind where realloc moves it.
void *reallocate(void *block, int size)
{
    if (block && size > 0 && size <= sizeOf(block)) return block;
    void *next = allocate(size);
    if (!block || !next) return next;
    std::memcpy(next, block, static_cast<std::size_t>(std::min(size, sizeOf(block))));
    release(block);
    return next;
}

int roundUp(int size) { return (size + 7) & ~7; }
int begin(void *) { return SQLITE_OK; }
void end(void *) {}

bool install()
{
    crypto::prepareSecretHeap();
    sqlite3_mem_methods ours{.xMalloc = allocate,
                             .xFree = release,
                             .xRealloc = reallocate,
                             .xSize = sizeOf,
                             .xRoundup = roundUp,
                             .xInit = begin,
                             .xShutdown = end,
                             .pAppData = nullptr};
    ::sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
    ::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // one lock for all threads, for numbers that nobody reads
    return ::sqlite3_initialize() == SQLITE_OK;
}

} // namespace

void prepareMemory()
{
    [[maybe_unused]] static const bool done = install(); // the library is the process's, so is its allocator
}

KeyScope::KeyScope()
{
    if (scopes++ == 0) full = false;
}

KeyScope::~KeyScope() { --scopes; }

bool KeyScope::ranOut() { return scopes > 0 && (full || crypto::protectedMemoryRanOut()); }

} // namespace keyward::sqlcipher
