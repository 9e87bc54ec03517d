// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/jwk.h"
#include "backend/crypto/key_import.h"

#include <cstdlib>

/// The .byok file, and the JSON and base64url under it. What is accepted is written again and read as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace keyward;
    const ByteView view(data, size);
    (void)crypto::looksLikeTransferBlob(view);
    for (const auto &[name, value] : crypto::membersOf(textOf(view)).strings) {
        if (const auto bytes = crypto::decodeBase64Url(value); bytes && bytes->size() > value.size()) std::abort();
        const auto text = crypto::resolved(value); // what an escape means survives being written again
        const auto json = "{\"x\":" + crypto::quoted(text) + "}";
        if (crypto::membersOf(json).text("x") != text) std::abort();
    }
    const auto blob = crypto::parseTransferBlob(view);
    if (!blob) return 0;
    const auto again = crypto::parseTransferBlob(crypto::transferBlobText(*blob, "fuzz"));
    if (!again || again->kid != blob->kid || again->ciphertext != blob->ciphertext) std::abort();
    return 0;
}
