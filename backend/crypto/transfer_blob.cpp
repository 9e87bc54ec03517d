// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The .byok file of the vendor's "bring your own key" specification; RSA-AES key wrap of PKCS#11 (CKM_RSA_AES_KEY_WRAP).

#include "backend/crypto/jwk.h"
#include "backend/crypto/key_import.h"
#include "backend/crypto/key_wrap.h"

namespace keyward::crypto {
namespace {

constexpr std::string_view mechanism = "CKM_RSA_AES_KEY_WRAP";

std::unexpected<Error> malformed(std::string why) { return fail(Code::ImportMalformed, {}, {std::move(why)}); }

/// The text of the object that is the member "header".
std::string_view headerOf(std::string_view json)
{
    const auto name = json.find("\"header\"");
    const auto open = name == std::string_view::npos ? name : json.find('{', name);
    const auto close = open == std::string_view::npos ? open : json.find('}', open);
    return close == std::string_view::npos ? std::string_view{} : json.substr(open, close - open + 1);
}

} // namespace

bool looksLikeTransferBlob(ByteView file)
{
    const auto text = textOf(file);
    const auto start = text.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && text[start] == '{' && text.contains("\"ciphertext\"");
}

Result<TransferBlob> parseTransferBlob(ByteView file)
{
    const auto text = textOf(file);
    const auto members = stringMembers(text);
    const auto header = stringMembers(headerOf(text));
    const auto at = [](const auto &map, std::string_view name) { return map.contains(name) ? map.at(name) : std::string_view{}; };
    if (members.empty() || header.empty()) return malformed("it is no transfer blob: no JSON object with a header");
    if (at(members, "schema_version") != "1.0.0") return malformed("its schema version is not 1.0.0");
    if (at(header, "alg") != "dir" || at(header, "enc") != mechanism) return malformed("its header asks for another mechanism than " + std::string(mechanism));
    TransferBlob out{std::string(at(header, "kid")), {}};
    if (out.kid.empty()) return malformed("its header names no key (kid)");
    auto ciphertext = fromBase64Url(at(members, "ciphertext"));
    if (!ciphertext || ciphertext->empty()) return malformed("its ciphertext is not base64url");
    out.ciphertext = std::move(*ciphertext);
    return out;
}

Bytes transferBlobText(const TransferBlob &blob, std::string_view generator)
{
    const auto text = "{\n  \"schema_version\": \"1.0.0\",\n  \"header\": {\n    \"kid\": \"" + blob.kid + "\",\n    \"alg\": \"dir\",\n    \"enc\": \"" + std::string(mechanism) +
                      "\"\n  },\n  \"ciphertext\": \"" + toBase64Url(blob.ciphertext) + "\",\n  \"generator\": \"" + std::string(generator) + "\"\n}\n";
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
