// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/context.h"

#include "backend/crypto/openssl_support.h"
#include "backend/crypto/secret_bytes.h"

#include <cstdlib>
#include <openssl/provider.h>
#include <openssl/rand.h>

namespace keyward::crypto {

Result<std::shared_ptr<Context>> Context::create()
{
    prepareSecretHeap();
    if (!allocationsAreOurs())
        return fail(Code::CryptoFailed, {},
                    {"a library of this process used OpenSSL before it could be told to wipe what it frees"});
    ::OPENSSL_init_crypto(OPENSSL_INIT_LOAD_CRYPTO_STRINGS,
                          nullptr); // what stays for good does not belong in protected memory
    auto *native = ::OSSL_LIB_CTX_new();
    if (!native) return opensslFailure("library context");
    std::shared_ptr<Context> context(new Context(native));
    context->m_provider = ::OSSL_PROVIDER_load(native, "default");
    if (!context->m_provider) return opensslFailure("default provider");
    return context;
}

Context::~Context()
{
    if (m_provider) ::OSSL_PROVIDER_unload(m_provider);
    ::OSSL_LIB_CTX_free(m_native);
}

void Context::fill(std::span<std::uint8_t> out)
{
    // Nothing sensible can be done without randomness; going on would be worse than ending.
    if (::RAND_bytes_ex(m_native, out.data(), out.size(), 0) != 1) std::abort();
}

} // namespace keyward::crypto
