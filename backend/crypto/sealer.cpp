// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/sealer.h"

#include "backend/crypto/openssl_support.h"

#include <cassert>
#include <cstdlib>
#include <cstring>

namespace keyward::crypto {

namespace {
using Block = std::array<std::uint8_t, 16>;
}

struct Sealer::Parts {
    ContextPtr context;
    CipherPtr gcm;
    CipherCtxPtr derive; ///< AES-256-ECB under the long-term key
    CipherCtxPtr encrypt;
    CipherCtxPtr decrypt;
    Block subkey{}; ///< CMAC's K1

    ~Parts() { wipe(subkey); }
    bool setUp(const SecretBytes &key);
    bool derivedKey(ByteView nonce, std::span<std::uint8_t, 32> out);
    bool openInto(ByteView sealed, ByteView associated, std::uint8_t *out);
    bool sealInto(ByteView nonce, ByteView plain, ByteView associated, std::uint8_t *out);
};

bool Sealer::Parts::setUp(const SecretBytes &key)
{
    const SecretScope scope; // key schedules begin with the key itself
    const CipherPtr ecb(::EVP_CIPHER_fetch(context->native(), "AES-256-ECB", nullptr));
    gcm.reset(::EVP_CIPHER_fetch(context->native(), "AES-256-GCM", nullptr));
    derive.reset(::EVP_CIPHER_CTX_new());
    encrypt.reset(::EVP_CIPHER_CTX_new());
    decrypt.reset(::EVP_CIPHER_CTX_new());
    if (!ecb || !gcm || !derive || !encrypt || !decrypt) return false;
    if (::EVP_EncryptInit_ex2(derive.get(), ecb.get(), key.exposed().data(), nullptr, nullptr) != 1) return false;
    ::EVP_CIPHER_CTX_set_padding(derive.get(), 0);
    if (::EVP_EncryptInit_ex2(encrypt.get(), gcm.get(), nullptr, nullptr, nullptr) != 1) return false;
    if (::EVP_DecryptInit_ex2(decrypt.get(), gcm.get(), nullptr, nullptr, nullptr) != 1) return false;
    const Block zero{};
    Block l{};
    int size = 0;
    if (::EVP_EncryptUpdate(derive.get(), l.data(), &size, zero.data(), 16) != 1) return false;
    for (std::size_t i = 0; i < 16; ++i)
        subkey[i] = static_cast<std::uint8_t>((l[i] << 1) | (i + 1 < 16 ? l[i + 1] >> 7 : 0));
    subkey[15] = static_cast<std::uint8_t>(subkey[15] ^ ((l[0] >> 7) * 0x87));
    wipe(l);
    return true;
}

bool Sealer::Parts::derivedKey(ByteView nonce, std::span<std::uint8_t, 32> out)
{
    std::array<std::uint8_t, 32> input{0x00, 0x01, 'X', 0x00};
    std::memcpy(input.data() + 4, nonce.data(), 12);
    std::memcpy(input.data() + 16, input.data(), 16);
    input[17] = 0x02;
    for (std::size_t i = 0; i < 32; ++i) input[i] ^= subkey[i % 16];
    int size = 0;
    return ::EVP_EncryptUpdate(derive.get(), out.data(), &size, input.data(), 32) == 1;
}

bool Sealer::Parts::sealInto(ByteView nonce, ByteView plain, ByteView associated, std::uint8_t *out)
{
    std::array<std::uint8_t, 32> key{};
    int size = 0;
    bool ok = derivedKey(nonce, key);
    ok = ok && ::EVP_EncryptInit_ex2(encrypt.get(), nullptr, key.data(), nonce.data() + 12, nullptr) == 1;
    wipe(key);
    ok = ok && ::EVP_EncryptUpdate(encrypt.get(), nullptr, &size, associated.data(), intSize(associated.size())) == 1;
    ok = ok && ::EVP_EncryptUpdate(encrypt.get(), out, &size, plain.data(), intSize(plain.size())) == 1;
    ok = ok && ::EVP_EncryptFinal_ex(encrypt.get(), out + plain.size(), &size) == 1;
    return ok && ::EVP_CIPHER_CTX_ctrl(encrypt.get(), EVP_CTRL_AEAD_GET_TAG, 16, out + plain.size()) == 1;
}

bool Sealer::Parts::openInto(ByteView sealed, ByteView associated, std::uint8_t *out)
{
    std::array<std::uint8_t, 32> key{};
    std::array<std::uint8_t, tagSize> tag{};
    const auto text = sealed.subspan(nonceSize, sealed.size() - overhead);
    std::memcpy(tag.data(), sealed.data() + sealed.size() - tagSize, tagSize);
    int size = 0;
    bool ok = derivedKey(sealed.first(nonceSize), key);
    ok = ok && ::EVP_DecryptInit_ex2(decrypt.get(), nullptr, key.data(), sealed.data() + 12, nullptr) == 1;
    wipe(key);
    ok = ok && ::EVP_DecryptUpdate(decrypt.get(), nullptr, &size, associated.data(), intSize(associated.size())) == 1;
    ok = ok && ::EVP_DecryptUpdate(decrypt.get(), out, &size, text.data(), intSize(text.size())) == 1;
    ok = ok && ::EVP_CIPHER_CTX_ctrl(decrypt.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1;
    return ok && ::EVP_DecryptFinal_ex(decrypt.get(), out + text.size(), &size) == 1;
}

Sealer::Sealer(std::unique_ptr<Parts> parts) : m(std::move(parts)) {}
Sealer::~Sealer() = default;
Sealer::Sealer(Sealer &&) noexcept = default;
Sealer &Sealer::operator=(Sealer &&) noexcept = default;

Result<Sealer> Sealer::create(ContextPtr context, const SecretBytes &key)
{
    assert(key.size() == keySize);
    auto parts = std::make_unique<Parts>();
    parts->context = std::move(context);
    if (!parts->setUp(key)) return opensslFailure("sealing cipher");
    return Sealer(std::move(parts));
}

Bytes Sealer::seal(ByteView plain, ByteView associated)
{
    std::array<std::uint8_t, nonceSize> nonce{};
    m->context->fill(nonce);
    return sealWith(nonce, plain, associated);
}

Bytes Sealer::sealWith(std::span<const std::uint8_t, nonceSize> nonce, ByteView plain, ByteView associated)
{
    Bytes out(plain.size() + overhead);
    std::memcpy(out.data(), nonce.data(), nonceSize);
    // Nothing unsealed may ever be taken for sealed.
    if (!m->sealInto(nonce, plain, associated, out.data() + nonceSize)) std::abort();
    return out;
}

bool Sealer::open(ByteView sealed, ByteView associated, Bytes &out)
{
    out.clear();
    if (sealed.size() < overhead) return false;
    out.resize(sealed.size() - overhead);
    if (m->openInto(sealed, associated, out.data())) return true;
    wipe(out);
    out.clear();
    ::ERR_clear_error();
    return false;
}

Result<SecretBytes> Sealer::openSecret(ByteView sealed, ByteView associated)
{
    if (sealed.size() < overhead) return fail(Code::RecordTampered);
    KEYWARD_TRY(SecretBytes out, SecretBytes::ofSize(sealed.size() - overhead));
    if (!m->openInto(sealed, associated, out.writable().data())) {
        ::ERR_clear_error();
        return fail(Code::RecordTampered);
    }
    return out;
}

} // namespace keyward::crypto
