// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/hpke.h"

#include "backend/crypto/openssl_support.h"

namespace keyward::crypto {
namespace {

constexpr OSSL_HPKE_SUITE suite{OSSL_HPKE_KEM_ID_X25519, OSSL_HPKE_KDF_ID_HKDF_SHA256, OSSL_HPKE_AEAD_ID_AES_GCM_256};
constexpr std::size_t publicSize = 32;
constexpr std::size_t tagSize = 16;

HpkeCtxPtr newContext(const Context &context, int role)
{
    return HpkeCtxPtr(::OSSL_HPKE_CTX_new(OSSL_HPKE_MODE_BASE, suite, role, context.native(), nullptr));
}

} // namespace

Result<HpkeKeyPair> hpkeKeyPair(const Context &context, const SecretBytes &seed)
{
    const SecretScope scope;
    HpkeKeyPair pair{{}, Bytes(publicSize)};
    std::size_t size = publicSize;
    EVP_PKEY *raw = nullptr;
    if (::OSSL_HPKE_keygen(suite, pair.publicKey.data(), &size, &raw, seed.exposed().data(), seed.size(),
                           context.native(), nullptr) != 1)
        return opensslFailure("HPKE key");
    const PkeyPtr key(raw);
    KEYWARD_TRY(pair.privateKey, SecretBytes::ofSize(32));
    std::size_t privateSize = 32;
    if (::EVP_PKEY_get_raw_private_key(key.get(), pair.privateKey.writable().data(), &privateSize) != 1)
        return opensslFailure("HPKE key");
    return pair;
}

Result<Bytes> hpkeSeal(const Context &context, ByteView publicKey, std::string_view info, ByteView associated,
                       ByteView plain)
{
    const SecretScope scope;
    const auto ctx = newContext(context, OSSL_HPKE_ROLE_SENDER);
    Bytes out(publicSize + plain.size() + tagSize);
    std::size_t encapsulated = publicSize;
    std::size_t sealed = plain.size() + tagSize;
    const bool ok = ctx &&
                    ::OSSL_HPKE_encap(ctx.get(), out.data(), &encapsulated, publicKey.data(), publicKey.size(),
                                      bytesOf(info).data(), info.size()) == 1 &&
                    ::OSSL_HPKE_seal(ctx.get(), out.data() + publicSize, &sealed, associated.data(), associated.size(),
                                     plain.data(), plain.size()) == 1;
    if (!ok) return opensslFailure("HPKE seal");
    return out;
}

Result<SecretBytes> hpkeOpen(const Context &context, const HpkeKeyPair &pair, std::string_view info,
                             ByteView associated, ByteView sealed)
{
    const SecretScope scope;
    if (sealed.size() < publicSize + tagSize) return fail(Code::UnwrapFailed);
    const auto ctx = newContext(context, OSSL_HPKE_ROLE_RECEIVER);
    const PkeyPtr key(::EVP_PKEY_new_raw_private_key_ex(context.native(), "X25519", nullptr,
                                                        pair.privateKey.exposed().data(), pair.privateKey.size()));
    const auto text = sealed.subspan(publicSize);
    KEYWARD_TRY(SecretBytes out, SecretBytes::ofSize(text.size()));
    std::size_t size = out.size();
    const bool ok =
        ctx && key &&
        ::OSSL_HPKE_decap(ctx.get(), sealed.data(), publicSize, key.get(), bytesOf(info).data(), info.size()) == 1 &&
        ::OSSL_HPKE_open(ctx.get(), out.writable().data(), &size, associated.data(), associated.size(), text.data(),
                         text.size()) == 1;
    if (!ok) return unlessFull(fail(Code::UnwrapFailed));
    ::ERR_clear_error();
    out.truncate(size);
    return out;
}

} // namespace keyward::crypto
