// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/custody/software_custody.h"

#include "backend/crypto/key_import.h"
#include "backend/crypto/key_wrap.h"

#include <algorithm>

namespace keyward::custody {

SoftwareCustody::SoftwareCustody(crypto::ContextPtr context, ReadMaterial read, Monotonic monotonic)
    : m_context(std::move(context)), m_read(std::move(read)), m_monotonic(std::move(monotonic))
{}

/// Protected memory may be full of keys that nobody needs just now; a refusal comes only after they are gone.
template <class Use> auto SoftwareCustody::withRoom(Use use) -> decltype(use())
{
    auto outcome = use();
    while (!outcome && outcome.error().code == Code::SecretHeapFull) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_entries.empty()) break;
            dropOldest(std::max<std::size_t>(1, m_entries.size() / 2));
        }
        outcome = use();
    }
    return outcome;
}

Result<NewKey> SoftwareCustody::generate(const KeySpec &spec)
{
    if (spec.kind == KeyKind::Oct) {
        KEYWARD_TRY(auto material, crypto::SecretBytes::random(spec.bits / 8u, *m_context));
        return NewKey{std::move(material), {}};
    }
    KEYWARD_TRY(const auto key, crypto::PrivateKey::generate(m_context, spec));
    KEYWARD_TRY(auto material, key.pkcs8());
    return NewKey{std::move(material), key.publicKey().spki()};
}

Result<crypto::SecretBytes> SoftwareCustody::unwrap(const KeyHandle &key, WrapAlgorithm algorithm, ByteView wrapped)
{
    if (key.spec.kind == KeyKind::Oct) {
        KEYWARD_TRY(const auto material, m_read(key.material));
        return crypto::aesUnwrap(*m_context, material, algorithm, wrapped);
    }
    return withRoom([&]() -> Result<crypto::SecretBytes> {
        KEYWARD_TRY(const auto handle, parsed(key.material));
        return handle.unwrap(algorithm, wrapped);
    });
}

Result<Bytes> SoftwareCustody::wrap(const KeyHandle &key, ByteView spki, WrapAlgorithm algorithm,
                                    const crypto::SecretBytes &secret)
{
    if (key.spec.kind == KeyKind::Oct) {
        KEYWARD_TRY(const auto material, m_read(key.material));
        return crypto::aesWrap(*m_context, material, algorithm, secret);
    }
    KEYWARD_TRY(const auto publicKey, crypto::PublicKey::fromSpki(m_context, spki));
    return publicKey.wrap(algorithm, secret);
}

Result<crypto::SecretBytes> SoftwareCustody::openTransfer(const KeyHandle &key, ByteView ciphertext)
{
    return withRoom([&]() -> Result<crypto::SecretBytes> {
        KEYWARD_TRY(const auto handle, parsed(key.material));
        return crypto::openTransfer(*m_context, handle, ciphertext);
    });
}

Result<Bytes> SoftwareCustody::sign(const KeyHandle &key, SignAlgorithm algorithm, ByteView message)
{
    return withRoom([&]() -> Result<Bytes> {
        KEYWARD_TRY(const auto handle, parsed(key.material));
        return handle.sign(algorithm, message);
    });
}

Result<crypto::PrivateKey> SoftwareCustody::parsed(const RecordId &material)
{
    const auto now = m_monotonic();
    {
        const std::lock_guard lock(m_mutex);
        dropIdle(now);
        if (const auto found = m_index.find(material); found != m_index.end()) {
            found->second->lastUsed = now;
            m_entries.splice(m_entries.begin(), m_entries, found->second);
            return found->second->key;
        }
    }
    KEYWARD_TRY(auto key, parseAnew(material));
    const std::lock_guard lock(m_mutex);
    if (m_index.contains(material)) return key; // another thread was quicker
    if (m_entries.size() >= cacheLimit) dropOldest(1);
    m_entries.push_front({material, key, now});
    m_index.emplace(material, m_entries.begin());
    return key;
}

Result<crypto::PrivateKey> SoftwareCustody::parseAnew(const RecordId &material)
{
    return withRoom([&]() -> Result<crypto::PrivateKey> {
        KEYWARD_TRY(const auto secret, m_read(material));
        return crypto::PrivateKey::fromPkcs8(m_context, secret);
    });
}

void SoftwareCustody::dropIdle(std::chrono::steady_clock::time_point now)
{
    while (!m_entries.empty() && now - m_entries.back().lastUsed > idleLimit) dropOldest(1);
}

void SoftwareCustody::dropOldest(std::size_t count)
{
    for (; count > 0 && !m_entries.empty(); --count) {
        m_index.erase(m_entries.back().material);
        m_entries.pop_back();
    }
}

void SoftwareCustody::forget(const RecordId &material)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find(material);
    if (found == m_index.end()) return;
    m_entries.erase(found->second);
    m_index.erase(found);
}

void SoftwareCustody::forgetAll()
{
    const std::lock_guard lock(m_mutex);
    m_index.clear();
    m_entries.clear();
}

std::size_t SoftwareCustody::cached() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size();
}

} // namespace keyward::custody
