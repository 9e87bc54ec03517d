// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/segment_cipher.h"

#include "backend/crypto/openssl_support.h"

#include <cstring>

namespace keyward::crypto {

struct SegmentCipher::Parts {
    CipherCtxPtr encrypt;
    CipherCtxPtr decrypt;
};

namespace {

std::array<std::uint8_t, 12> nonceOf(std::uint64_t number)
{
    std::array<std::uint8_t, 12> nonce{};
    const auto big = bigEndian(number);
    std::memcpy(nonce.data() + 4, big.data(), big.size());
    return nonce;
}

} // namespace

SegmentCipher::SegmentCipher(std::unique_ptr<Parts> parts) : m(std::move(parts)) {}
SegmentCipher::~SegmentCipher() = default;
SegmentCipher::SegmentCipher(SegmentCipher &&) noexcept = default;

Result<SegmentCipher> SegmentCipher::create(const Context &context, const SecretBytes &key)
{
    const SecretScope scope;
    auto parts = std::make_unique<Parts>();
    const CipherPtr gcm(::EVP_CIPHER_fetch(context.native(), "AES-256-GCM", nullptr));
    parts->encrypt.reset(::EVP_CIPHER_CTX_new());
    parts->decrypt.reset(::EVP_CIPHER_CTX_new());
    const bool ok =
        gcm && key.size() == 32 &&
        ::EVP_EncryptInit_ex2(parts->encrypt.get(), gcm.get(), key.exposed().data(), nullptr, nullptr) == 1 &&
        ::EVP_DecryptInit_ex2(parts->decrypt.get(), gcm.get(), key.exposed().data(), nullptr, nullptr) == 1;
    if (!ok) return opensslFailure("segment cipher");
    return SegmentCipher(std::move(parts));
}

bool SegmentCipher::seal(std::uint64_t number, ByteView plain, ByteView associated, std::uint8_t *out)
{
    auto *ctx = m->encrypt.get();
    int size = 0;
    return ::EVP_EncryptInit_ex2(ctx, nullptr, nullptr, nonceOf(number).data(), nullptr) == 1 &&
           ::EVP_EncryptUpdate(ctx, nullptr, &size, associated.data(), intSize(associated.size())) == 1 &&
           ::EVP_EncryptUpdate(ctx, out, &size, plain.data(), intSize(plain.size())) == 1 &&
           ::EVP_EncryptFinal_ex(ctx, out + plain.size(), &size) == 1 &&
           ::EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, intSize(tagSize), out + plain.size()) == 1;
}

bool SegmentCipher::open(std::uint64_t number, ByteView sealed, ByteView associated, std::uint8_t *out)
{
    if (sealed.size() < tagSize) return false;
    auto *ctx = m->decrypt.get();
    const auto text = sealed.first(sealed.size() - tagSize);
    std::array<std::uint8_t, tagSize> tag{};
    std::memcpy(tag.data(), sealed.data() + text.size(), tagSize);
    int size = 0;
    const bool ok = ::EVP_DecryptInit_ex2(ctx, nullptr, nullptr, nonceOf(number).data(), nullptr) == 1 &&
                    ::EVP_DecryptUpdate(ctx, nullptr, &size, associated.data(), intSize(associated.size())) == 1 &&
                    ::EVP_DecryptUpdate(ctx, out, &size, text.data(), intSize(text.size())) == 1 &&
                    ::EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, intSize(tagSize), tag.data()) == 1 &&
                    ::EVP_DecryptFinal_ex(ctx, out + text.size(), &size) == 1;
    if (!ok) ::ERR_clear_error();
    return ok;
}

} // namespace keyward::crypto
