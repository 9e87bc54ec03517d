// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/key_spec.h"

namespace keyward {

Result<KeySpec> KeySpec::rsa(unsigned bits)
{
    if (bits != 2048 && bits != 3072 && bits != 4096)
        return fail(Code::KeySpecUnsupported, "RSA " + std::to_string(bits));
    return KeySpec{KeyKind::Rsa, static_cast<std::uint16_t>(bits), Curve::None, false};
}

Result<KeySpec> KeySpec::ec(std::string_view curve)
{
    if (curve == "P-256") return KeySpec{KeyKind::Ec, 256, Curve::P256, false};
    if (curve == "P-384") return KeySpec{KeyKind::Ec, 384, Curve::P384, false};
    if (curve == "P-521") return KeySpec{KeyKind::Ec, 521, Curve::P521, false};
    if (curve == "P-256K") return KeySpec{KeyKind::Ec, 256, Curve::P256K, false};
    return fail(Code::KeySpecUnsupported, "EC " + std::string(curve));
}

Result<KeySpec> KeySpec::oct(unsigned bits)
{
    if (bits != 128 && bits != 192 && bits != 256) return fail(Code::KeySpecUnsupported, "oct " + std::to_string(bits));
    return KeySpec{KeyKind::Oct, static_cast<std::uint16_t>(bits), Curve::None, false};
}

std::string KeySpec::text() const
{
    const std::string detail = kind == KeyKind::Ec ? std::string(curveText(curve)) : std::to_string(bits);
    return kty() + " " + detail;
}

Result<KeySpec> KeySpec::from(std::string_view kty, unsigned bits, std::string_view curve)
{
    const bool wantsHsm = kty.ends_with("-HSM");
    const auto plain = wantsHsm ? kty.substr(0, kty.size() - 4) : kty;
    KEYWARD_TRY(const auto spec, plain == "RSA"   ? rsa(bits)
                                 : plain == "EC"  ? ec(curve)
                                 : plain == "oct" ? oct(bits)
                                                  : Result<KeySpec>(fail(Code::KeySpecUnsupported, std::string(kty))));
    return wantsHsm ? spec.inHsm() : spec;
}

KeySpec KeySpec::inHsm() const
{
    auto out = *this;
    out.hsm = true;
    return out;
}

std::string KeySpec::kty() const { return std::string(kindText(kind)) + (hsm ? "-HSM" : ""); }

std::string_view kindText(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Rsa: return "RSA";
    case KeyKind::Ec: return "EC";
    case KeyKind::Oct: return "oct";
    }
    return "";
}

std::string_view curveText(Curve curve)
{
    switch (curve) {
    case Curve::None: return "";
    case Curve::P256: return "P-256";
    case Curve::P384: return "P-384";
    case Curve::P521: return "P-521";
    case Curve::P256K: return "P-256K";
    }
    return "";
}

std::string_view algorithmText(WrapAlgorithm algorithm)
{
    switch (algorithm) {
    case WrapAlgorithm::RsaOaep: return "RSA-OAEP";
    case WrapAlgorithm::RsaOaep256: return "RSA-OAEP-256";
    case WrapAlgorithm::Rsa15: return "RSA1_5";
    case WrapAlgorithm::AesKw: return "AES-KW";
    case WrapAlgorithm::AesKwp: return "AES-KWP";
    }
    return "";
}

std::string_view algorithmText(SignAlgorithm algorithm)
{
    static constexpr std::string_view names[] = {"RS256", "RS384", "RS512", "PS256", "PS384",
                                                 "PS512", "ES256", "ES384", "ES512", "ES256K"};
    return names[static_cast<std::size_t>(algorithm)];
}

Result<WrapAlgorithm> wrapAlgorithmFrom(std::string_view name)
{
    for (const auto one : {WrapAlgorithm::RsaOaep256, WrapAlgorithm::RsaOaep, WrapAlgorithm::Rsa15,
                           WrapAlgorithm::AesKw, WrapAlgorithm::AesKwp})
        if (name == algorithmText(one)) return one;
    return fail(Code::ValueInvalid, std::string(name),
                {"algorithm", "RSA-OAEP-256, RSA-OAEP; RSA1_5 to read old data"});
}

Result<SignAlgorithm> signAlgorithmFrom(std::string_view name)
{
    for (unsigned i = 0; i <= static_cast<unsigned>(SignAlgorithm::Es256K); ++i)
        if (name == algorithmText(SignAlgorithm(i))) return SignAlgorithm(i);
    return fail(Code::ValueInvalid, std::string(name),
                {"algorithm", "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, ES256K"});
}

} // namespace keyward
