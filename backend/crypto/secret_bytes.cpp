// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/secret_bytes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>
#include <openssl/crypto.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace keyward::crypto {
namespace {

constexpr std::size_t smallestHeap = 256u << 10;
constexpr std::size_t smallestBlock = 32;

SecretHeap setUpHeap(std::size_t wanted)
{
    rlimit limit{};
    SecretHeap heap;
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) == 0)
        heap.lockLimit = limit.rlim_cur == RLIM_INFINITY ? SIZE_MAX : static_cast<std::size_t>(limit.rlim_cur);
    // The heap must be a power of two; half of the limit is left to Qt, QCA and the libraries.
    const std::size_t lockable = heap.lockLimit == SIZE_MAX ? wanted : std::bit_floor(heap.lockLimit / 2);
    heap.size = std::max(std::min(wanted, lockable), smallestHeap);
    const int outcome = ::CRYPTO_secure_malloc_init(heap.size, smallestBlock);
    heap.locked = outcome == 1;
    if (outcome == 0) heap.size = 0;
    return heap;
}

} // namespace

SecretHeap prepareSecretHeap(std::size_t wanted)
{
    // The heap is OpenSSL's and the process's, so is the memory of having made it.
    static const SecretHeap heap = setUpHeap(wanted);
    return heap;
}

std::size_t secretHeapUsed() { return ::CRYPTO_secure_used(); }

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void wipe(std::span<std::uint8_t> memory) { ::OPENSSL_cleanse(memory.data(), memory.size()); }

SecretBytes::~SecretBytes()
{
    if (m_data) ::OPENSSL_secure_clear_free(m_data, m_capacity);
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0))
{}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    std::swap(m_capacity, other.m_capacity);
    return *this;
}

Result<SecretBytes> SecretBytes::ofSize(std::size_t size)
{
    prepareSecretHeap();
    SecretBytes out;
    if (size == 0) return out;
    out.m_data = static_cast<std::uint8_t *>(::OPENSSL_secure_zalloc(size));
    if (!out.m_data) return fail(Code::SecretHeapFull);
    out.m_size = out.m_capacity = size;
    return out;
}

Result<SecretBytes> SecretBytes::random(std::size_t size, Random &random)
{
    KEYWARD_TRY(SecretBytes out, ofSize(size));
    random.fill(out.writable());
    return out;
}

Result<SecretBytes> SecretBytes::copyOf(ByteView source)
{
    KEYWARD_TRY(SecretBytes out, ofSize(source.size()));
    std::ranges::copy(source, out.m_data);
    return out;
}

void SecretBytes::truncate(std::size_t size)
{
    if (size >= m_size) return;
    wipe({m_data + size, m_size - size});
    m_size = size;
}

bool SecretBytes::sameAs(const SecretBytes &other) const
{
    return m_size == other.m_size && (m_size == 0 || ::CRYPTO_memcmp(m_data, other.m_data, m_size) == 0);
}

} // namespace keyward::crypto
