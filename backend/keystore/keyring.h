// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/sealer.h"
#include "backend/keystore/format.h"

namespace keyward::keystore {

/// The sealing keys of a store, some per purpose: the newest seals, all of them open. Themselves sealed under the
/// root key. Holds the ciphers, so one object for one thread at a time; sibling() makes another.
class Keyring
{
public:
    static Result<Keyring> fresh(const crypto::ContextPtr &context);
    static Result<Keyring> decode(const crypto::ContextPtr &context,
                                  const crypto::SecretBytes &encoded); ///< Code::StoreDamaged
    Result<crypto::SecretBytes> encode() const;
    Result<Keyring> sibling() const;

    Status rotate();                 ///< a new key for each purpose; the old ones still open
    void forgetOld(Purpose purpose); ///< once everything of that purpose is sealed anew
    std::size_t count(Purpose purpose) const;

    /// Key material is padded in protected memory too. Code::SecretHeapFull.
    Result<Bytes> sealRecord(const StoreId &store, Purpose purpose, const RecordId &id, std::uint64_t revision,
                             ByteView plain);
    bool openRecord(const StoreId &store, Purpose purpose, const RecordId &id, std::uint64_t revision, ByteView sealed,
                    Bytes &plain);
    Result<crypto::SecretBytes> openSecretRecord(const StoreId &store, const RecordId &id, std::uint64_t revision,
                                                 ByteView sealed);
    Bytes sealAudit(const StoreId &store, std::uint64_t sequence, ByteView plain);
    bool openAudit(const StoreId &store, std::uint64_t sequence, ByteView sealed, Bytes &plain);
    Bytes sealPart(const StoreId &store, std::string_view part, ByteView plain);
    bool openPart(const StoreId &store, std::string_view part, ByteView sealed, Bytes &plain);

private:
    struct Entry {
        std::uint32_t id;
        Purpose purpose;
        crypto::SecretBytes key;
        crypto::Sealer sealer;
    };
    explicit Keyring(crypto::ContextPtr context) : m_context(std::move(context)) {}
    Status add(std::uint32_t id, Purpose purpose, crypto::SecretBytes key);
    Entry &newest(Purpose purpose);

    crypto::ContextPtr m_context;
    std::vector<Entry> m_entries; ///< newest last
};

} // namespace keyward::keystore
