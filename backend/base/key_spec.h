// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/codec.h"

#include <cstdint>
#include <type_traits>

namespace keyward {

/// VLT-4. Kinds as the Key Vault protocol spells them.
enum class KeyKind : std::uint8_t { Rsa, Ec, Oct };
enum class Curve : std::uint8_t { None, P256, P384, P521, P256K };

/// What a key is made as. Bits: RSA modulus or symmetric length; for EC the field size.
struct KeySpec {
    KeyKind kind = KeyKind::Rsa;
    std::uint16_t bits = 2048;
    Curve curve = Curve::None;
    bool hsm = false; ///< the -HSM variants, for premium vaults

    bool operator==(const KeySpec &) const = default;
    static Result<KeySpec> rsa(unsigned bits);         ///< 2048, 3072, 4096
    static Result<KeySpec> ec(std::string_view curve); ///< P-256, P-384, P-521, P-256K
    static Result<KeySpec> oct(unsigned bits);         ///< 128, 192, 256
    static Result<KeySpec> from(std::string_view kty, unsigned bits,
                                std::string_view curve); ///< kty: RSA, EC-HSM, oct, …
    KeySpec inHsm() const;                               ///< the same as an -HSM variant
    bool sameMaterial(const KeySpec &other) const
    {
        return kind == other.kind && bits == other.bits && curve == other.curve;
    }
    std::string kty() const;  ///< "RSA", "EC-HSM"
    std::string text() const; ///< "RSA 2048", "EC-HSM P-256"
};

KEYWARD_LAYOUT(KeySpec, first(s.kind, s.bits, s.curve), since(2, s.hsm))

std::string_view kindText(KeyKind kind); ///< RSA, EC, oct
std::string_view curveText(Curve curve); ///< P-256, …

enum class WrapAlgorithm : std::uint8_t {
    RsaOaep,    ///< RSA-OAEP with SHA-1 (RFC 8017), name RSA-OAEP
    RsaOaep256, ///< RSA-OAEP with SHA-256 for hash and MGF1
    Rsa15,      ///< PKCS #1 v1.5, only unwrapping, only for data of older systems
    AesKw,      ///< RFC 3394
    AesKwp,     ///< RFC 5649
};
enum class SignAlgorithm : std::uint8_t { Rs256, Rs384, Rs512, Ps256, Ps384, Ps512, Es256, Es384, Es512, Es256K };

std::string_view algorithmText(WrapAlgorithm algorithm); ///< as in RFC 7518
std::string_view algorithmText(SignAlgorithm algorithm);
/// By that name. Code::ValueInvalid, with the names there are.
Result<WrapAlgorithm> wrapAlgorithmFrom(std::string_view name);
Result<SignAlgorithm> signAlgorithmFrom(std::string_view name);

/// Whether an algorithm is kept only to read what older systems wrote.
constexpr bool compatibilityOnly(WrapAlgorithm algorithm) { return algorithm == WrapAlgorithm::Rsa15; }

} // namespace keyward
