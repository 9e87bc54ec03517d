// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/asymmetric.h"

#include "backend/crypto/openssl_support.h"

#include <openssl/core_names.h>
#include <openssl/decoder.h>
#include <openssl/ec.h>
#include <openssl/encoder.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace keyward::crypto {
namespace {

using KeyHandle = std::shared_ptr<EVP_PKEY>;

KeyHandle own(EVP_PKEY *key) { return KeyHandle(key, ::EVP_PKEY_free); }

const char *groupName(Curve curve)
{
    switch (curve) {
    case Curve::P256: return "P-256";
    case Curve::P384: return "P-384";
    case Curve::P521: return "P-521";
    case Curve::P256K: return "secp256k1";
    case Curve::None: break;
    }
    return "";
}

KeySpec specOf(EVP_PKEY *key)
{
    const auto bits = static_cast<std::uint16_t>(::EVP_PKEY_get_bits(key));
    if (::EVP_PKEY_is_a(key, "RSA")) return {KeyKind::Rsa, bits, Curve::None};
    char name[40] = {};
    std::size_t size = 0;
    ::EVP_PKEY_get_group_name(key, name, sizeof name, &size);
    const std::string_view group(name, size);
    if (group == "prime256v1") return {KeyKind::Ec, 256, Curve::P256};
    if (group == "secp384r1") return {KeyKind::Ec, 384, Curve::P384};
    if (group == "secp521r1") return {KeyKind::Ec, 521, Curve::P521};
    return {KeyKind::Ec, 256, Curve::P256K};
}

bool supported(EVP_PKEY *key)
{
    if (::EVP_PKEY_is_a(key, "RSA")) return KeySpec::rsa(static_cast<unsigned>(::EVP_PKEY_get_bits(key))).has_value();
    if (!::EVP_PKEY_is_a(key, "EC")) return false;
    char name[40] = {};
    std::size_t size = 0;
    ::EVP_PKEY_get_group_name(key, name, sizeof name, &size);
    const std::string_view group(name, size);
    return group == "prime256v1" || group == "secp384r1" || group == "secp521r1" || group == "secp256k1";
}

/// Sets the padding of RSA encryption; both OAEP digests are always named.
bool setPadding(EVP_PKEY_CTX *ctx, WrapAlgorithm algorithm)
{
    if (algorithm == WrapAlgorithm::Rsa15) return ::EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PADDING) == 1;
    const char *digest = algorithm == WrapAlgorithm::RsaOaep256 ? "SHA256" : "SHA1";
    return ::EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_OAEP_PADDING) == 1 &&
           ::EVP_PKEY_CTX_set_rsa_oaep_md_name(ctx, digest, nullptr) == 1 &&
           ::EVP_PKEY_CTX_set_rsa_mgf1_md_name(ctx, digest, nullptr) == 1;
}

/// RFC 8017, section 7.1.1.
std::size_t longestPlain(EVP_PKEY *key, WrapAlgorithm algorithm)
{
    const std::size_t digest = algorithm == WrapAlgorithm::RsaOaep256 ? 32 : 20;
    return static_cast<std::size_t>(::EVP_PKEY_get_size(key)) - 2 * digest - 2;
}

bool isRsaWrap(WrapAlgorithm algorithm)
{
    return algorithm == WrapAlgorithm::RsaOaep || algorithm == WrapAlgorithm::RsaOaep256 ||
           algorithm == WrapAlgorithm::Rsa15;
}

struct SignTraits {
    const char *digest;
    bool pss;
    Curve curve; ///< None for RSA
};

SignTraits traits(SignAlgorithm algorithm)
{
    switch (algorithm) {
    case SignAlgorithm::Rs256: return {"SHA256", false, Curve::None};
    case SignAlgorithm::Rs384: return {"SHA384", false, Curve::None};
    case SignAlgorithm::Rs512: return {"SHA512", false, Curve::None};
    case SignAlgorithm::Ps256: return {"SHA256", true, Curve::None};
    case SignAlgorithm::Ps384: return {"SHA384", true, Curve::None};
    case SignAlgorithm::Ps512: return {"SHA512", true, Curve::None};
    case SignAlgorithm::Es256: return {"SHA256", false, Curve::P256};
    case SignAlgorithm::Es384: return {"SHA384", false, Curve::P384};
    case SignAlgorithm::Es512: return {"SHA512", false, Curve::P521};
    case SignAlgorithm::Es256K: return {"SHA256", false, Curve::P256K};
    }
    return {};
}

bool fits(const KeySpec &spec, SignAlgorithm algorithm)
{
    const auto wanted = traits(algorithm).curve;
    return wanted == Curve::None ? spec.kind == KeyKind::Rsa : spec.kind == KeyKind::Ec && spec.curve == wanted;
}

bool setPss(EVP_PKEY_CTX *ctx, const SignTraits &with)
{
    return !with.pss || (::EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PSS_PADDING) == 1 &&
                         ::EVP_PKEY_CTX_set_rsa_pss_saltlen(ctx, RSA_PSS_SALTLEN_DIGEST) == 1);
}

std::size_t coordinateSize(const KeySpec &spec) { return (spec.bits + 7u) / 8u; }

/// DER of ECDSA-Sig-Value to r || s and back.
Result<Bytes> rawSignature(ByteView der, std::size_t half)
{
    const auto *cursor = der.data();
    const std::unique_ptr<ECDSA_SIG, Freer<ECDSA_SIG_free>> sig(
        ::d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(der.size())));
    Bytes out(half * 2);
    if (!sig || ::BN_bn2binpad(::ECDSA_SIG_get0_r(sig.get()), out.data(), intSize(half)) < 0 ||
        ::BN_bn2binpad(::ECDSA_SIG_get0_s(sig.get()), out.data() + half, intSize(half)) < 0)
        return opensslFailure("ECDSA signature");
    return out;
}

Bytes derSignature(ByteView raw)
{
    const std::unique_ptr<ECDSA_SIG, Freer<ECDSA_SIG_free>> sig(::ECDSA_SIG_new());
    const auto half = raw.size() / 2;
    ::ECDSA_SIG_set0(sig.get(), ::BN_bin2bn(raw.data(), intSize(half), nullptr),
                     ::BN_bin2bn(raw.data() + half, intSize(half), nullptr));
    unsigned char *der = nullptr;
    const int size = ::i2d_ECDSA_SIG(sig.get(), &der);
    Bytes out(der, der + std::max(size, 0));
    ::OPENSSL_free(der);
    return out;
}

} // namespace

Result<PublicKey> PublicKey::fromSpki(ContextPtr context, ByteView der)
{
    const auto *cursor = der.data();
    auto key = own(::d2i_PUBKEY_ex(nullptr, &cursor, static_cast<long>(der.size()), context->native(), nullptr));
    ::ERR_clear_error();
    if (!key || !supported(key.get())) return fail(Code::KeyMaterialInvalid, "public key");
    return PublicKey(std::move(context), std::move(key));
}

Bytes PublicKey::spki() const
{
    unsigned char *der = nullptr;
    const int size = ::i2d_PUBKEY(m_key.get(), &der);
    Bytes out(der, der + std::max(size, 0));
    ::OPENSSL_free(der);
    return out;
}

KeySpec PublicKey::spec() const { return specOf(m_key.get()); }

Result<Bytes> PublicKey::wrap(WrapAlgorithm algorithm, const SecretBytes &key) const
{
    const SecretScope scope;
    // RSA1_5 is kept only to read what older systems wrote.
    if (!isRsaWrap(algorithm) || compatibilityOnly(algorithm) || spec().kind != KeyKind::Rsa)
        return fail(Code::AlgorithmUnsupported, std::string(algorithmText(algorithm)));
    const auto plain = key.exposed();
    if (const auto most = longestPlain(m_key.get(), algorithm); plain.size() > most)
        return fail(Code::DataTooLong, {},
                    {std::string(algorithmText(algorithm)), std::to_string(most), std::to_string(plain.size())});
    const PkeyCtxPtr ctx(::EVP_PKEY_CTX_new_from_pkey(m_context->native(), m_key.get(), nullptr));
    Bytes out(static_cast<std::size_t>(::EVP_PKEY_get_size(m_key.get())));
    std::size_t size = out.size();
    if (!ctx || ::EVP_PKEY_encrypt_init(ctx.get()) != 1 || !setPadding(ctx.get(), algorithm) ||
        ::EVP_PKEY_encrypt(ctx.get(), out.data(), &size, plain.data(), plain.size()) != 1)
        return opensslFailure("wrap");
    out.resize(size);
    return out;
}

Status PublicKey::verify(SignAlgorithm algorithm, ByteView message, ByteView signature) const
{
    const auto with = traits(algorithm);
    const auto shape = spec();
    if (!fits(shape, algorithm)) return fail(Code::AlgorithmUnsupported, std::string(algorithmText(algorithm)));
    const bool raw = shape.kind == KeyKind::Ec;
    if (raw && signature.size() != 2 * coordinateSize(shape)) return fail(Code::SignatureInvalid);
    const Bytes der = raw ? derSignature(signature) : Bytes(signature.begin(), signature.end());
    const MdCtxPtr ctx(::EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyCtx = nullptr;
    const bool ok = ctx &&
                    ::EVP_DigestVerifyInit_ex(ctx.get(), &keyCtx, with.digest, m_context->native(), nullptr,
                                              m_key.get(), nullptr) == 1 &&
                    setPss(keyCtx, with) &&
                    ::EVP_DigestVerify(ctx.get(), der.data(), der.size(), message.data(), message.size()) == 1;
    ::ERR_clear_error();
    if (!ok) return fail(Code::SignatureInvalid);
    return {};
}

Result<PrivateKey> PrivateKey::generate(ContextPtr context, const KeySpec &spec)
{
    const SecretScope scope;
    EVP_PKEY *raw = nullptr;
    if (spec.kind == KeyKind::Rsa)
        raw = ::EVP_PKEY_Q_keygen(context->native(), nullptr, "RSA", static_cast<std::size_t>(spec.bits));
    else if (spec.kind == KeyKind::Ec)
        raw = ::EVP_PKEY_Q_keygen(context->native(), nullptr, "EC", groupName(spec.curve));
    else
        return fail(Code::KeySpecUnsupported, spec.text());
    if (!raw) return opensslFailure("key generation");
    return PrivateKey(std::move(context), own(raw));
}

Result<PrivateKey> PrivateKey::fromPkcs8(ContextPtr context, const SecretBytes &der)
{
    const SecretScope scope;
    EVP_PKEY *raw = nullptr;
    const auto *cursor = der.exposed().data();
    std::size_t left = der.size();
    using DecoderPtr = std::unique_ptr<OSSL_DECODER_CTX, Freer<OSSL_DECODER_CTX_free>>;
    const DecoderPtr decoder(::OSSL_DECODER_CTX_new_for_pkey(&raw, "DER", "PrivateKeyInfo", nullptr,
                                                             OSSL_KEYMGMT_SELECT_ALL, context->native(), nullptr));
    const bool ok = decoder && ::OSSL_DECODER_from_data(decoder.get(), &cursor, &left) == 1;
    auto key = own(raw);
    if (!ok || !key || !supported(key.get())) return unlessFull(fail(Code::KeyMaterialInvalid, "private key"));
    ::ERR_clear_error();
    return PrivateKey(std::move(context), std::move(key));
}

Result<SecretBytes> PrivateKey::pkcs8() const
{
    const SecretScope scope;
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freer<PKCS8_PRIV_KEY_INFO_free>> info(::EVP_PKEY2PKCS8(m_key.get()));
    const int size = info ? ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0) return opensslFailure("private key");
    KEYWARD_TRY(SecretBytes out, SecretBytes::ofSize(static_cast<std::size_t>(size)));
    auto *cursor = out.writable().data();
    ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), &cursor);
    return out;
}

PublicKey PrivateKey::publicKey() const { return PublicKey(m_context, m_key); }
KeySpec PrivateKey::spec() const { return specOf(m_key.get()); }

Result<SecretBytes> PrivateKey::unwrap(WrapAlgorithm algorithm, ByteView wrapped) const
{
    const SecretScope scope;
    if (!isRsaWrap(algorithm) || !::EVP_PKEY_is_a(m_key.get(), "RSA"))
        return fail(Code::AlgorithmUnsupported, std::string(algorithmText(algorithm)));
    const PkeyCtxPtr ctx(::EVP_PKEY_CTX_new_from_pkey(m_context->native(), m_key.get(), nullptr));
    KEYWARD_TRY(SecretBytes out, SecretBytes::ofSize(static_cast<std::size_t>(::EVP_PKEY_get_size(m_key.get()))));
    std::size_t size = out.size();
    const bool ok = ctx && ::EVP_PKEY_decrypt_init(ctx.get()) == 1 && setPadding(ctx.get(), algorithm) &&
                    ::EVP_PKEY_decrypt(ctx.get(), out.writable().data(), &size, wrapped.data(), wrapped.size()) == 1;
    if (!ok) return unlessFull(fail(Code::UnwrapFailed));
    ::ERR_clear_error();
    out.truncate(size);
    return out;
}

Result<Bytes> PrivateKey::sign(SignAlgorithm algorithm, ByteView message) const
{
    const SecretScope scope;
    const auto shape = spec();
    const auto with = traits(algorithm);
    if (!fits(shape, algorithm)) return fail(Code::AlgorithmUnsupported, std::string(algorithmText(algorithm)));
    const MdCtxPtr ctx(::EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyCtx = nullptr;
    Bytes out(static_cast<std::size_t>(::EVP_PKEY_get_size(m_key.get())));
    std::size_t size = out.size();
    if (!ctx ||
        ::EVP_DigestSignInit_ex(ctx.get(), &keyCtx, with.digest, m_context->native(), nullptr, m_key.get(), nullptr) !=
            1 ||
        !setPss(keyCtx, with) || ::EVP_DigestSign(ctx.get(), out.data(), &size, message.data(), message.size()) != 1)
        return opensslFailure("sign");
    out.resize(size);
    return shape.kind == KeyKind::Ec ? rawSignature(out, coordinateSize(shape)) : Result<Bytes>(std::move(out));
}

Result<Bytes> ed25519PublicKey(const Context &context, const SecretBytes &seed)
{
    const SecretScope scope;
    const PkeyPtr key(
        ::EVP_PKEY_new_raw_private_key_ex(context.native(), "ED25519", nullptr, seed.exposed().data(), seed.size()));
    Bytes out(32);
    std::size_t size = out.size();
    if (!key || ::EVP_PKEY_get_raw_public_key(key.get(), out.data(), &size) != 1) return opensslFailure("Ed25519");
    return out;
}

Result<Bytes> ed25519Sign(const Context &context, const SecretBytes &seed, ByteView message)
{
    const SecretScope scope;
    const PkeyPtr key(
        ::EVP_PKEY_new_raw_private_key_ex(context.native(), "ED25519", nullptr, seed.exposed().data(), seed.size()));
    const MdCtxPtr ctx(::EVP_MD_CTX_new());
    Bytes out(64);
    std::size_t size = out.size();
    if (!key || !ctx ||
        ::EVP_DigestSignInit_ex(ctx.get(), nullptr, nullptr, context.native(), nullptr, key.get(), nullptr) != 1 ||
        ::EVP_DigestSign(ctx.get(), out.data(), &size, message.data(), message.size()) != 1)
        return opensslFailure("Ed25519");
    return out;
}

bool ed25519Verify(const Context &context, ByteView publicKey, ByteView message, ByteView signature)
{
    const PkeyPtr key(
        ::EVP_PKEY_new_raw_public_key_ex(context.native(), "ED25519", nullptr, publicKey.data(), publicKey.size()));
    const MdCtxPtr ctx(::EVP_MD_CTX_new());
    const bool ok =
        key && ctx &&
        ::EVP_DigestVerifyInit_ex(ctx.get(), nullptr, nullptr, context.native(), nullptr, key.get(), nullptr) == 1 &&
        ::EVP_DigestVerify(ctx.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
    ::ERR_clear_error();
    return ok;
}

} // namespace keyward::crypto
