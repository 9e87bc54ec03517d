// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/key_file.h"

#include "backend/crypto/import_errors.h"
#include "backend/crypto/pkcs12_bundle.h"

#include <algorithm>
#include <openssl/decoder.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

namespace keyward::crypto {
namespace {

using SigPtr = std::unique_ptr<X509_SIG, Freer<X509_SIG_free>>;
using InfoPtr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freer<PKCS8_PRIV_KEY_INFO_free>>;
using DecoderPtr = std::unique_ptr<OSSL_DECODER_CTX, Freer<OSSL_DECODER_CTX_free>>;

/// OpenSSL would ask on the terminal.
int noPassphrase(char *, std::size_t, std::size_t *, const OSSL_PARAM *, void *) { return 0; }

/// DER without encryption, PKCS#8 or older.
PkeyPtr decoded(OSSL_LIB_CTX *library, ByteView der)
{
    EVP_PKEY *raw = nullptr;
    const DecoderPtr decoder(
        ::OSSL_DECODER_CTX_new_for_pkey(&raw, "DER", nullptr, nullptr, OSSL_KEYMGMT_SELECT_KEYPAIR, library, nullptr));
    const auto *cursor = der.data();
    auto left = der.size();
    const bool ok = decoder && ::OSSL_DECODER_CTX_set_passphrase_cb(decoder.get(), noPassphrase, nullptr) == 1 &&
                    ::OSSL_DECODER_from_data(decoder.get(), &cursor, &left) == 1;
    ::ERR_clear_error();
    PkeyPtr key(raw);
    return ok ? std::move(key) : nullptr;
}

/// What a person has to know first: that a passphrase is missing, then how to convert, then that something is broken.
int weight(const Error &error)
{
    switch (error.code) {
    case Code::SecretHeapFull: return 5;
    case Code::ImportNeedsPassphrase: return 4;
    case Code::ImportOldEncryption: return 3;
    case Code::ImportOtherFormat: return 2;
    default: return 1;
    }
}

std::string withCipher(const char *format, const std::string &cipher)
{
    return outdated(cipher) ? format + (" (" + cipher + ")") : format;
}

} // namespace

struct KeyFile::PemBlock {
    std::string_view label;
    std::string_view header;
    ByteView data;
};

KeyFile::KeyFile(const Context &context, const SecretBytes *passphrase)
    : m_contexts(context), m_passphrase(passphrase ? *passphrase : m_none)
{}

void KeyFile::note(Status outcome)
{
    if (outcome || (m_problem && weight(*m_problem) >= weight(outcome.error()))) return;
    m_problem = std::move(outcome).error();
}

void KeyFile::readPem(ByteView file)
{
    const BioPtr bio(::BIO_new_mem_buf(file.data(), intSize(file.size())));
    for (auto left = file.size() + 1; bio && ::BIO_ctrl_pending(bio.get()) < left;) {
        left = ::BIO_ctrl_pending(bio.get());
        char *label = nullptr, *header = nullptr;
        unsigned char *data = nullptr;
        long size = 0;
        const bool read =
            ::PEM_read_bio_ex(bio.get(), &label, &header, &data, &size, PEM_FLAG_SECURE | PEM_FLAG_EAY_COMPATIBLE) == 1;
        const bool ended = !read && ERR_GET_REASON(::ERR_peek_last_error()) == PEM_R_NO_START_LINE;
        ::ERR_clear_error();
        if (ended) break;
        if (read)
            note(readBlock({label, header, {data, static_cast<std::size_t>(size)}}));
        else
            note(malformed("its PEM block is broken"));
        for (auto *part : {label, header}) ::OPENSSL_secure_free(part);
        ::OPENSSL_secure_clear_free(data, static_cast<std::size_t>(size));
    }
}

Status KeyFile::readBlock(const PemBlock &block)
{
    if (block.label == "PKCS12") return readBundle(block.data);
    if (!block.label.ends_with("PRIVATE KEY") || block.label == "OPENSSH PRIVATE KEY") return {};
    if (block.label == "ENCRYPTED PRIVATE KEY") {
        const auto *cursor = block.data.data();
        const SigPtr sealed(::d2i_X509_SIG(nullptr, &cursor, static_cast<long>(block.data.size())));
        return sealed ? readEncrypted(sealed.get(), "encrypted PEM") : malformed("its PEM block is broken");
    }
    if (block.header.empty()) return readPlain(block.data, "PEM");
    const auto old = TraditionalPem::from(block.header);
    if (!old) return malformed("its PEM header is broken");
    KEYWARD_TRY(const auto der, old->decrypted(m_contexts, block.data, m_passphrase));
    return readPlain(der.exposed(), withCipher("encrypted PEM", old->cipher), old->cipher);
}

/// With 'cipher' it was encrypted, and what does not decode was decrypted with the wrong passphrase.
Status KeyFile::readPlain(ByteView der, std::string format, const std::string &cipher)
{
    auto key = decoded(m_contexts.modern(), der);
    if (!key)
        return cipher.empty()
                   ? malformed(format == "PEM" ? "its PEM block is broken" : "it is in none of the known formats")
                   : unlessFull(fail(Code::ImportNeedsPassphrase));
    m_keys.push_back({std::move(key), std::move(format), outdated(cipher) ? cipher : std::string()});
    return {};
}

Status KeyFile::readEncrypted(const X509_SIG *sealed, const char *format)
{
    const X509_ALGOR *algorithm = nullptr;
    ::X509_SIG_get0(sealed, &algorithm, nullptr);
    const auto cipher = cipherOf(algorithm);
    auto *library = m_contexts.knowing(cipher);
    if (!library)
        return notReadHere(cipher, std::string_view(format).ends_with("PEM") ? Container::Pem : Container::Pkcs8);
    const auto passphrase = m_passphrase.exposed();
    const InfoPtr info(::PKCS8_decrypt_ex(sealed,
                                          passphrase.empty() ? "" : reinterpret_cast<const char *>(passphrase.data()),
                                          intSize(passphrase.size()), library, nullptr));
    const int size = info ? ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0) return unlessFull(fail(Code::ImportNeedsPassphrase));
    KEYWARD_TRY(auto der, SecretBytes::ofSize(static_cast<std::size_t>(size)));
    auto *cursor = der.writable().data();
    ::i2d_PKCS8_PRIV_KEY_INFO(info.get(), &cursor);
    return readPlain(der.exposed(), withCipher(format, cipher), cipher);
}

Status KeyFile::readBundle(ByteView der)
{
    KEYWARD_TRY(const auto keys, keysOfBundle(m_contexts, der, m_passphrase));
    for (const auto &one : keys)
        KEYWARD_CHECK(readPlain(one.pkcs8.exposed(), withCipher("PKCS#12", one.cipher), one.cipher));
    return keys.empty() ? Status(malformed("the PKCS#12 bundle has no private key")) : Status();
}

void KeyFile::readDer(ByteView file)
{
    const auto *cursor = file.data();
    const SigPtr sealed(::d2i_X509_SIG(nullptr, &cursor, static_cast<long>(file.size())));
    ::ERR_clear_error();
    if (sealed) return note(readEncrypted(sealed.get(), "encrypted PKCS#8"));
    note(isBundle(file) ? readBundle(file) : readPlain(file, "PKCS#8"));
}

} // namespace keyward::crypto
