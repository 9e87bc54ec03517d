// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/digest.h"

#include "backend/crypto/openssl_support.h"

#include <cassert>
#include <cstdlib>
#include <openssl/core_names.h>
#include <openssl/params.h>

namespace keyward::crypto {

struct Sha256::Parts {
    MdPtr md;
    MdCtxPtr ctx;
};

Sha256::Sha256(const Context &context)
    : m(new Parts{MdPtr(::EVP_MD_fetch(context.native(), "SHA256", nullptr)), MdCtxPtr(::EVP_MD_CTX_new())})
{
    assert(m->md && m->ctx);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

Digest Sha256::of(std::initializer_list<ByteView> parts)
{
    begin();
    for (const auto part : parts) add(part);
    return end();
}

void Sha256::begin() { ::EVP_DigestInit_ex2(m->ctx.get(), m->md.get(), nullptr); }
void Sha256::add(ByteView part) { ::EVP_DigestUpdate(m->ctx.get(), part.data(), part.size()); }

Digest Sha256::end()
{
    Digest out{};
    ::EVP_DigestFinal_ex(m->ctx.get(), out.data(), nullptr);
    return out;
}

struct HmacSha256::Parts {
    MacPtr mac;
    MacCtxPtr ctx;
};

HmacSha256::HmacSha256(const Context &context, const SecretBytes &key)
    : m(new Parts{MacPtr(::EVP_MAC_fetch(context.native(), "HMAC", nullptr)), nullptr})
{
    m->ctx.reset(::EVP_MAC_CTX_new(m->mac.get()));
    char name[] = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                 OSSL_PARAM_construct_end()};
    if (::EVP_MAC_init(m->ctx.get(), key.exposed().data(), key.size(), params) != 1) std::abort(); // out of memory
}
HmacSha256::~HmacSha256() = default;
HmacSha256::HmacSha256(HmacSha256 &&) noexcept = default;
HmacSha256 &HmacSha256::operator=(HmacSha256 &&) noexcept = default;

Digest HmacSha256::of(std::initializer_list<ByteView> parts)
{
    Digest out{};
    std::size_t size = 0;
    ::EVP_MAC_init(m->ctx.get(), nullptr, 0, nullptr); // same key again
    for (const auto part : parts) ::EVP_MAC_update(m->ctx.get(), part.data(), part.size());
    ::EVP_MAC_final(m->ctx.get(), out.data(), &size, out.size());
    return out;
}

} // namespace keyward::crypto
