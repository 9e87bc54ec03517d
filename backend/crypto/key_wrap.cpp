// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/key_wrap.h"

#include "backend/crypto/openssl_support.h"

namespace keyward::crypto {
namespace {

struct Setup {
    CipherPtr cipher;
    CipherCtxPtr ctx;
};

Result<Setup> setUp(const Context &context, const SecretBytes &kek, WrapAlgorithm algorithm, bool wrapping)
{
    if (algorithm != WrapAlgorithm::AesKw && algorithm != WrapAlgorithm::AesKwp)
        return fail(Code::AlgorithmUnsupported, std::string(algorithmText(algorithm)));
    const std::string name =
        "AES-" + std::to_string(kek.size() * 8) + "-WRAP" + (algorithm == WrapAlgorithm::AesKwp ? "-PAD" : "");
    Setup setup{CipherPtr(::EVP_CIPHER_fetch(context.native(), name.c_str(), nullptr)),
                CipherCtxPtr(::EVP_CIPHER_CTX_new())};
    if (!setup.cipher || !setup.ctx) return opensslFailure("key wrap");
    ::EVP_CIPHER_CTX_set_flags(setup.ctx.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    if (::EVP_CipherInit_ex2(setup.ctx.get(), setup.cipher.get(), kek.exposed().data(), nullptr, wrapping ? 1 : 0,
                             nullptr) != 1)
        return opensslFailure("key wrap");
    return setup;
}

} // namespace

Result<Bytes> aesWrap(const Context &context, const SecretBytes &kek, WrapAlgorithm algorithm, const SecretBytes &key)
{
    const SecretScope scope;
    KEYWARD_TRY(const Setup setup, setUp(context, kek, algorithm, true));
    Bytes out(key.size() + 16);
    int size = 0;
    if (::EVP_CipherUpdate(setup.ctx.get(), out.data(), &size, key.exposed().data(), intSize(key.size())) != 1)
        return opensslFailure("key wrap");
    out.resize(static_cast<std::size_t>(size));
    return out;
}

Result<SecretBytes> aesUnwrap(const Context &context, const SecretBytes &kek, WrapAlgorithm algorithm, ByteView wrapped)
{
    const SecretScope scope;
    KEYWARD_TRY(const Setup setup, setUp(context, kek, algorithm, false));
    KEYWARD_TRY(SecretBytes out, SecretBytes::ofSize(wrapped.size() + 16));
    int size = 0;
    const bool ok = !wrapped.empty() &&
                    ::EVP_CipherUpdate(setup.ctx.get(), out.writable().data(), &size, wrapped.data(),
                                       intSize(wrapped.size())) == 1 &&
                    size > 0;
    ::ERR_clear_error();
    if (!ok) return fail(Code::UnwrapFailed);
    out.truncate(static_cast<std::size_t>(size));
    return out;
}

} // namespace keyward::crypto
