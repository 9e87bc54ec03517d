// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/asymmetric.h"
#include "backend/custody/custody.h"

#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <unordered_map>

namespace keyward::custody {

/// Keys of the sealed keystore, worked with by OpenSSL. Parsed keys are cached, as parsing anew costs more than half of
/// an unwrap: at most 1,024, dropped after a minute without use, and sooner where the secret heap runs full.
class SoftwareCustody final : public Custody
{
public:
    static constexpr std::size_t cacheLimit = 1'024;
    static constexpr std::chrono::seconds idleLimit{60};
    using ReadMaterial = std::function<Result<crypto::SecretBytes>(const RecordId &)>;
    using Monotonic = std::function<std::chrono::steady_clock::time_point()>;

    SoftwareCustody(crypto::ContextPtr context, ReadMaterial read,
                    Monotonic monotonic = std::chrono::steady_clock::now);

    Result<NewKey> generate(const KeySpec &spec) override;
    Result<crypto::SecretBytes> unwrap(const KeyHandle &key, WrapAlgorithm algorithm, ByteView wrapped) override;
    Result<Bytes> wrap(const KeyHandle &key, ByteView spki, WrapAlgorithm algorithm,
                       const crypto::SecretBytes &secret) override;
    Result<crypto::SecretBytes> openTransfer(const KeyHandle &key, ByteView ciphertext) override;
    Result<Bytes> sign(const KeyHandle &key, SignAlgorithm algorithm, ByteView message) override;
    void forget(const RecordId &material) override;
    void forgetAll() override;
    std::size_t cached() const;

private:
    struct Entry {
        RecordId material;
        crypto::PrivateKey key;
        std::chrono::steady_clock::time_point lastUsed;
    };
    Result<crypto::PrivateKey> parsed(const RecordId &material);
    Result<crypto::PrivateKey> parseAnew(const RecordId &material);
    template <class Use> auto withRoom(Use use) -> decltype(use());
    void dropIdle(std::chrono::steady_clock::time_point now);
    void dropOldest(std::size_t count);

    crypto::ContextPtr m_context;
    ReadMaterial m_read;
    Monotonic m_monotonic;
    mutable std::mutex m_mutex;
    std::list<Entry> m_entries; ///< most recently used first
    std::unordered_map<RecordId, std::list<Entry>::iterator> m_index;
};

} // namespace keyward::custody
