// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/digest.h"

#include <optional>

namespace keyward::keystore {

/// A keyed hash tree over (id, revision, tag) of every record. Its root, sealed with each change, makes a record that
/// was removed, replaced or put back visible. Held in memory and rebuilt at opening, when every record is read anyway;
/// a change computes one path: a bucket of its leaves, its branch and the root.
class HashTree
{
public:
    using Tag = std::array<std::uint8_t, 16>;

    HashTree(const crypto::Context &context, const crypto::SecretBytes &key);
    void set(const RecordId &id, std::uint64_t revision, const Tag &tag);
    void remove(const RecordId &id);
    struct State {
        std::uint64_t revision;
        Tag tag;
    };
    std::optional<State> find(const RecordId &id) const;
    std::size_t size() const { return m_size; }
    crypto::Digest root();

private:
    static constexpr std::size_t branches = 64;
    static constexpr std::size_t bucketsPerBranch = 64;
    struct Leaf {
        RecordId id;
        std::array<std::uint8_t, 8> revision;
        Tag tag;
    };
    struct Bucket {
        std::vector<Leaf> leaves; ///< ordered by id
        crypto::Digest digest{};
        bool stale = true;
    };

    static std::size_t bucketOf(const RecordId &id) { return std::size_t(id.bytes[0]) << 4 | id.bytes[1] >> 4; }
    void touch(std::size_t bucket);
    void refresh(std::size_t branch);

    crypto::HmacSha256 m_hmac;
    std::vector<Bucket> m_buckets;
    std::array<crypto::Digest, branches> m_branches{};
    std::array<bool, branches> m_staleBranches{};
    std::size_t m_size = 0;
};

} // namespace keyward::keystore
