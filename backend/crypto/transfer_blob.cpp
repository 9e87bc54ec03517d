// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The .byok file of the vendor's "bring your own key" specification; RSA-AES key wrap of PKCS#11
// (CKM_RSA_AES_KEY_WRAP).

#include "backend/crypto/import_errors.h"
#include "backend/crypto/jwk.h"
#include "backend/crypto/key_import.h"
#include "backend/crypto/key_wrap.h"
#include "backend/crypto/other_formats.h"

namespace keyward::crypto {
namespace {

constexpr std::string_view mechanism = "CKM_RSA_AES_KEY_WRAP";

} // namespace

bool looksLikeTransferBlob(ByteView file)
{
    const auto text = withoutByteOrderMark(textOf(file));
    const auto start = text.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && text[start] == '{' && text.contains("\"ciphertext\"");
}

Result<TransferBlob> parseTransferBlob(ByteView file)
{
    const auto members = membersOf(withoutByteOrderMark(textOf(file)));
    const auto header = membersOf(members.other("header"));
    if (members.strings.empty() || header.strings.empty())
        return malformed("it is no transfer blob: no JSON object with a header");
    if (members.text("schema_version") != "1.0.0") return malformed("its schema version is not 1.0.0");
    if (header.text("alg") != "dir" || header.text("enc") != mechanism)
        return malformed(said("its header asks for another mechanism than {0}", std::string(mechanism)));
    TransferBlob out{header.text("kid"), {}};
    if (out.kid.empty()) return malformed("its header names no key (kid)");
    auto ciphertext = fromBase64Url(members.text("ciphertext"));
    if (!ciphertext || ciphertext->empty()) return malformed("its ciphertext is not base64url");
    out.ciphertext = std::move(*ciphertext);
    return out;
}

Bytes transferBlobText(const TransferBlob &blob, std::string_view generator)
{
    const auto text = "{\n  \"schema_version\": \"1.0.0\",\n  \"header\": {\n    \"kid\": " + crypto::quoted(blob.kid) +
                      ",\n    \"alg\": \"dir\",\n    \"enc\": " + crypto::quoted(mechanism) +
                      "\n  },\n  \"ciphertext\": \"" + toBase64Url(blob.ciphertext) +
                      "\",\n  \"generator\": " + crypto::quoted(generator) + "\n}\n";
    const auto view = bytesOf(text);
    return {view.begin(), view.end()};
}

Result<SecretBytes> openTransfer(const Context &context, const PrivateKey &kek, ByteView ciphertext)
{
    const std::size_t first = kek.spec().bits / 8u;
    if (ciphertext.size() <= first) return fail(Code::UnwrapFailed);
    KEYWARD_TRY(const auto aes, kek.unwrap(WrapAlgorithm::RsaOaep, ciphertext.first(first)));
    if (aes.size() != 32) return fail(Code::UnwrapFailed);
    return aesUnwrap(context, aes, WrapAlgorithm::AesKwp, ciphertext.subspan(first));
}

Result<Bytes> sealTransfer(Context &context, const PublicKey &kek, const SecretBytes &pkcs8)
{
    KEYWARD_TRY(const auto aes, SecretBytes::random(32, context));
    KEYWARD_TRY(auto out, kek.wrap(WrapAlgorithm::RsaOaep, aes));
    KEYWARD_TRY(const auto wrapped, aesWrap(context, aes, WrapAlgorithm::AesKwp, pkcs8));
    append(out, wrapped);
    return out;
}

} // namespace keyward::crypto
