// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/key_import.h"

#include "backend/crypto/import_errors.h"
#include "backend/crypto/jwk_key.h"
#include "backend/crypto/key_file.h"
#include "backend/crypto/other_formats.h"

#include <algorithm>
#include <openssl/core_names.h>
#include <openssl/x509.h>

namespace keyward::crypto {
namespace {

std::unexpected<Error> weak(Sentence::Argument why) { return unlessFull(fail(Code::ImportWeak, {}, {std::move(why)})); }

std::string nameOf(EVP_PKEY *key)
{
    const auto *type = ::EVP_PKEY_get0_type_name(key);
    char group[40] = {};
    std::size_t size = 0;
    ::EVP_PKEY_get_group_name(key, group, sizeof group, &size);
    ::ERR_clear_error();
    return std::string(type ? type : "?") + " " +
           (size > 0 ? std::string(group, size) : std::to_string(::EVP_PKEY_get_bits(key)));
}

Result<SecretBytes> pkcs8Of(EVP_PKEY *key)
{
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freer<PKCS8_PRIV_KEY_INFO_free>> info(::EVP_PKEY2PKCS8(key));
    const int size = info ? ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0) return malformed("it has no private part");
    KEYWARD_TRY(auto out, SecretBytes::ofSize(static_cast<std::size_t>(size)));
    auto *cursor = out.writable().data();
    ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), &cursor);
    return out;
}

/// Numbers first, as what OpenSSL checks takes hours on absurd ones. A key that lacks its primes gets them.
Status checkRsa(const Context &context, PkeyPtr &key)
{
    KEYWARD_TRY(auto numbers, rsaNumbers(key.get()));
    if (!numbers.p || !numbers.q) {
        KEYWARD_CHECK(findPrimes(numbers));
        KEYWARD_TRY(key, rsaKey(context, numbers));
    }
    return soundRsa(numbers);
}

/// A private number so small that it is found by trying.
Status checkEc(EVP_PKEY *key)
{
    const auto secret = numberOf(key, OSSL_PKEY_PARAM_PRIV_KEY);
    if (!secret) return malformed("it has no private part");
    if (::BN_num_bits(secret.get()) <= ::EVP_PKEY_get_bits(key) / 2)
        return weak("its private number is so small that it can be found");
    return {};
}

Result<ForeignKey> checkedKey(const ContextPtr &context, FoundKey found)
{
    KEYWARD_TRY(auto material, pkcs8Of(found.key.get()));
    const auto parsed = PrivateKey::fromPkcs8(context, material);
    if (!parsed) return unlessFull(fail(Code::KeySpecUnsupported, nameOf(found.key.get())));
    const bool rsa = parsed->spec().kind == KeyKind::Rsa;
    KEYWARD_CHECK(rsa ? checkRsa(*context, found.key) : checkEc(found.key.get()));
    const PkeyCtxPtr check(::EVP_PKEY_CTX_new_from_pkey(context->native(), found.key.get(), nullptr));
    if (!check || ::EVP_PKEY_check(check.get()) != 1) return weak("its parts do not belong together");
    if (rsa) { // with the primes that may have been found
        KEYWARD_TRY(material, pkcs8Of(found.key.get()));
    }
    return ForeignKey{std::move(material), parsed->spec(), parsed->publicKey().spki(), std::move(found.format),
                      std::move(found.outdated)};
}

Result<ForeignKey> symmetric(SecretBytes bytes, std::string format)
{
    KEYWARD_TRY(const auto spec, KeySpec::oct(static_cast<unsigned>(bytes.size() * 8)));
    if (std::ranges::all_of(bytes.exposed(), [&](std::uint8_t byte) { return byte == bytes.exposed().front(); }))
        return weak("all its bytes are the same");
    return ForeignKey{std::move(bytes), spec, {}, std::move(format), {}};
}

bool usable(const ContextPtr &context, const FoundKey &found)
{
    const auto material = pkcs8Of(found.key.get());
    return material && PrivateKey::fromPkcs8(context, *material).has_value();
}

/// The one key of a kind that can be used, however often it is there. Otherwise the reason that says best what to do.
Result<ForeignKey> theOne(const ContextPtr &context, std::vector<FoundKey> keys, const std::optional<Error> &problem)
{
    std::vector<FoundKey> fit;
    for (auto &one : keys) {
        const auto same = [&](const FoundKey &other) { return ::EVP_PKEY_eq(one.key.get(), other.key.get()) == 1; };
        if (usable(context, one) && !std::ranges::any_of(fit, same)) fit.push_back(std::move(one));
    }
    ::ERR_clear_error();
    if (fit.size() > 1) return fail(Code::ImportAmbiguous, {}, {std::to_string(fit.size())});
    if (fit.size() == 1) return checkedKey(context, std::move(fit.front()));
    const bool mendable = problem && problem->code != Code::ImportMalformed;
    if (!keys.empty() && !mendable) return checkedKey(context, std::move(keys.front())); // which says why it is none
    return problem ? Result<ForeignKey>(std::unexpected(*problem))
                   : malformed("as PEM it has no private key, only public parts");
}

Result<ForeignKey> fromJson(const ContextPtr &context, std::string_view json)
{
    std::vector<FoundKey> keys;
    std::optional<Error> problem;
    const auto all = jwksOf(json);
    for (const auto one : all) {
        auto key = keyOfJwk(*context, one);
        if (key && !key->key && all.size() == 1) return symmetric(std::move(key->bytes), "JWK");
        if (key && key->key)
            keys.push_back({std::move(key->key), "JWK", {}});
        else if (!problem)
            problem = key ? Error{Code::ImportAmbiguous, {}, {std::to_string(all.size())}, {}} : key.error();
    }
    return theOne(context, std::move(keys), problem);
}

} // namespace

Result<ForeignKey> readForeignKey(const ContextPtr &context, const SecretBytes &file, const SecretBytes *passphrase)
{
    const SecretScope scope;
    KEYWARD_TRY(const auto converted, fromUtf16(file.exposed()));
    if (converted) return readForeignKey(context, *converted, passphrase);
    const auto bytes = file.exposed();
    const auto text = withoutByteOrderMark(textOf(bytes));
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return malformed("it is empty");
    if (looksLikeJwk(text)) return fromJson(context, text);
    KeyFile found(*context, passphrase);
    if (text.contains("-----BEGIN ")) {
        found.readPem(bytesOf(text));
    } else if (bytes.size() == 16 || bytes.size() == 24 || bytes.size() == 32) {
        KEYWARD_TRY(auto raw, file.clone());
        return symmetric(std::move(raw), "raw AES");
    } else if (!otherFormat(bytes)) {
        found.readDer(bytes);
    }
    const auto other = otherFormat(bytes);
    const bool mendable = found.problem() && found.problem()->code != Code::ImportMalformed;
    return theOne(context, std::move(found.keys()), other && !mendable ? other : found.problem());
}

} // namespace keyward::crypto
