// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace keyward::crypto {

/// Where OpenSSL's own copies of secrets stand. Its decoders, contexts and big numbers copy what they are given into
/// buffers that it takes from the ordinary heap; our numbers in the secure heap do not change that (BN_MONT_CTX_set,
/// for one, copies the primes of an RSA key, and keeps them as long as the key). So OpenSSL allocates through us, from
/// before main() on: whatever it frees is wiped, and while a SecretScope lives, all that it allocates in this thread
/// comes from the secure heap.
///
/// Every function of this folder that hands a secret to OpenSSL opens one first. What is allocated inside stays where
/// it is and can be freed anywhere, later. Scopes nest.
class SecretScope
{
public:
    SecretScope();
    ~SecretScope();
    SecretScope(const SecretScope &) = delete;
    SecretScope &operator=(const SecretScope &) = delete;
};

/// Whether, within a scope, the secure heap had no room for something since the outermost one began. OpenSSL then
/// reports anything; the reason is Code::SecretHeapFull.
bool protectedMemoryRanOut();

/// Whether OpenSSL took the allocator. It does unless something allocated by it before this program's own
/// initialisation.
bool allocationsAreOurs();

} // namespace keyward::crypto
