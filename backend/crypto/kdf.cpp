// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/kdf.h"

#include "backend/crypto/openssl_support.h"

#include <algorithm>
#include <argon2.h>
#include <chrono>
#include <openssl/core_names.h>
#include <regex>

namespace keyward::crypto {
namespace {

void *mutableData(ByteView view)
{
    return const_cast<std::uint8_t *>(view.data());
} // OSSL_PARAM wants void*, reads only

} // namespace

Status Argon2Parameters::check() const
{
    const auto outside = [](std::uint32_t value, std::uint32_t least, std::uint32_t most) {
        return value < least || value > most;
    };
    if (outside(memoryMib, 64, 1024)) return fail(Code::KdfOutOfBounds, text(), {"memory is 64 to 1024 MiB"});
    if (outside(passes, 1, 16) || outside(lanes, 1, 16))
        return fail(Code::KdfOutOfBounds, text(), {"passes and lanes are 1 to 16"});
    return {};
}

std::string Argon2Parameters::text() const
{
    return "m=" + std::to_string(memoryMib) + ",t=" + std::to_string(passes) + ",p=" + std::to_string(lanes);
}

Result<Argon2Parameters> Argon2Parameters::from(std::string_view text)
{
    static const std::regex shape("m=([0-9]{1,5}),t=([0-9]{1,3}),p=([0-9]{1,3})");
    std::match_results<std::string_view::const_iterator> match;
    if (!std::regex_match(text.begin(), text.end(), match, shape))
        return fail(Code::KdfOutOfBounds, std::string(text), {"not of the form m=256,t=3,p=4"});
    const auto number = [&](std::size_t i) { return static_cast<std::uint32_t>(std::stoul(match[i].str())); };
    const Argon2Parameters out{number(1), number(2), number(3)};
    KEYWARD_CHECK(out.check());
    return out;
}

// By the reference library: OpenSSL's takes its whole working memory from the secure heap once there is one, which no
// heap of a sensible size can give.
Result<SecretBytes> argon2id(const SecretBytes &passphrase, ByteView salt, const Argon2Parameters &parameters,
                             std::size_t size)
{
    KEYWARD_CHECK(parameters.check());
    KEYWARD_TRY(SecretBytes out, SecretBytes::ofSize(size));
    const auto secret = passphrase.exposed();
    const int done =
        ::argon2id_hash_raw(parameters.passes, parameters.memoryMib * 1024, parameters.lanes, secret.data(),
                            secret.size(), salt.data(), salt.size(), out.writable().data(), out.size());
    if (done != ARGON2_OK) return fail(Code::CryptoFailed, {}, {said("Argon2id: {0}", ::argon2_error_message(done))});
    return out;
}

Argon2Parameters tunedArgon2(double seconds)
{
    Argon2Parameters best{64, 3, 4};
    auto secret = SecretBytes::ofSize(16);
    const Bytes salt(16, 0);
    for (std::uint32_t memory : {64u, 128u, 256u, 512u, 1024u}) {
        const Argon2Parameters candidate{memory, 3, 4};
        const auto start = std::chrono::steady_clock::now();
        if (!secret || !argon2id(*secret, salt, candidate)) break;
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        if (spent.count() > seconds * 1.3) break;
        best = candidate;
        if (spent.count() > seconds * 0.6) break; // doubling again would overshoot
    }
    return best;
}

Result<SecretBytes> hkdf(const Context &context, const SecretBytes &key, ByteView salt, std::string_view info,
                         std::size_t size)
{
    if (key.empty()) return fail(Code::ValueInvalid, {}, {"secret", "it is empty"}); // OpenSSL calls that a missing key
    const SecretScope scope;
    KEYWARD_TRY(SecretBytes out, SecretBytes::ofSize(size));
    const KdfPtr kdf(::EVP_KDF_fetch(context.native(), "HKDF", nullptr));
    const KdfCtxPtr ctx(kdf ? ::EVP_KDF_CTX_new(kdf.get()) : nullptr);
    if (!ctx) return opensslFailure("HKDF");
    char digest[] = "SHA256";
    static constexpr std::uint8_t noSalt = 0; // a parameter may be empty, but not point nowhere
    if (salt.empty()) salt = {&noSalt, 0};
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, mutableData(key.exposed()), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, mutableData(salt), salt.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, mutableData(bytesOf(info)), info.size()),
        OSSL_PARAM_construct_end()};
    if (::EVP_KDF_derive(ctx.get(), out.writable().data(), out.size(), params) != 1) return opensslFailure("HKDF");
    return out;
}

} // namespace keyward::crypto
