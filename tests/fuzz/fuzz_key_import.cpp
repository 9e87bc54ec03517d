// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/key_import.h"

#include <cstdlib>

/// PEM, PKCS#8, PKCS#12, JWK, raw keys, old encryptions, other formats. What is accepted must be a key that works, and
/// read again, as it is kept, be the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace keyward;
    static const auto context = crypto::Context::create().value();
    static const auto passphrase = crypto::SecretBytes::copyOf(bytesOf("secret")).value();
    if (const auto asn1 = size > 0 && data[0] == 0x30; asn1 && (size & 7) != 0)
        return 0; // PKCS#12 is slow on purpose: one in eight
    const auto file = crypto::SecretBytes::copyOf({data, size});
    if (!file) return 0;
    const auto key = crypto::readForeignKey(context, *file, &passphrase);
    if (!key || key->spec.kind == KeyKind::Oct) return 0;
    const auto parsed = crypto::PrivateKey::fromPkcs8(context, key->material);
    if (!parsed || parsed->publicKey().spki() != key->spki) std::abort();
    if ((size & 3) != 0) return 0;
    const auto again = crypto::readForeignKey(context, key->material);
    if (!again || !again->material.sameAs(key->material)) std::abort();
    return 0;
}
