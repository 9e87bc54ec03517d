// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/ids.h"

#include <memory>

namespace keyward::crypto {

/// What protected memory this process got.
struct SecretHeap {
    std::size_t size = 0;      ///< bytes; 0 where there is none
    bool locked = false;       ///< never written to swap
    std::size_t lockLimit = 0; ///< RLIMIT_MEMLOCK at start, bytes
};

/// Sets up OpenSSL's secure heap, once per process, before any secret is made: guard pages, wiped on free, kept
/// out of core dumps, and locked as far as the memory-lock limit allows. Later calls report what there is.
SecretHeap prepareSecretHeap(std::size_t wanted = 4u << 20);
std::size_t secretHeapUsed();

/// No core dump and no ptrace by other processes of the same user.
void forbidCoreDumps();

/// Bytes that must not be seen: in the secure heap, move-only, wiped on destruction, compared in constant time.
/// Nothing converts it; exposed() is the one way out, and it can be grepped for.
class SecretBytes
{
public:
    SecretBytes() = default;
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    static Result<SecretBytes> ofSize(std::size_t size); ///< zeros; Code::SecretHeapFull
    static Result<SecretBytes> random(std::size_t size, Random &random);
    static Result<SecretBytes> copyOf(ByteView source); ///< the caller wipes the source

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    ByteView exposed() const { return {m_data, m_size}; }
    std::span<std::uint8_t> writable() { return {m_data, m_size}; }
    void truncate(std::size_t size); ///< wipes what is cut off
    Result<SecretBytes> clone() const { return copyOf(exposed()); }
    bool sameAs(const SecretBytes &other) const; ///< constant time for equal sizes

private:
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

void wipe(std::span<std::uint8_t> memory); ///< not optimised away

} // namespace keyward::crypto
