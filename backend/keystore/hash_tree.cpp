// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/hash_tree.h"

#include <algorithm>

namespace keyward::keystore {

HashTree::HashTree(const crypto::Context &context, const crypto::SecretBytes &key)
    : m_hmac(context, key), m_buckets(branches * bucketsPerBranch)
{
    m_staleBranches.fill(true);
}

void HashTree::touch(std::size_t bucket)
{
    m_buckets[bucket].stale = true;
    m_staleBranches[bucket / bucketsPerBranch] = true;
}

void HashTree::set(const RecordId &id, std::uint64_t revision, const Tag &tag)
{
    auto &leaves = m_buckets[bucketOf(id)].leaves;
    const auto place = std::ranges::lower_bound(leaves, id, {}, &Leaf::id);
    const Leaf leaf{id, bigEndian(revision), tag};
    if (place != leaves.end() && place->id == id) {
        *place = leaf;
    } else {
        leaves.insert(place, leaf);
        ++m_size;
    }
    touch(bucketOf(id));
}

void HashTree::remove(const RecordId &id)
{
    auto &leaves = m_buckets[bucketOf(id)].leaves;
    const auto place = std::ranges::lower_bound(leaves, id, {}, &Leaf::id);
    if (place == leaves.end() || place->id != id) return;
    leaves.erase(place);
    --m_size;
    touch(bucketOf(id));
}

std::optional<HashTree::State> HashTree::find(const RecordId &id) const
{
    const auto &leaves = m_buckets[bucketOf(id)].leaves;
    const auto place = std::ranges::lower_bound(leaves, id, {}, &Leaf::id);
    if (place == leaves.end() || place->id != id) return std::nullopt;
    std::uint64_t revision = 0;
    for (const auto byte : place->revision) revision = revision << 8 | byte;
    return State{revision, place->tag};
}

void HashTree::refresh(std::size_t branch)
{
    Bytes joined;
    joined.reserve(bucketsPerBranch * 32);
    for (std::size_t i = branch * bucketsPerBranch; i < (branch + 1) * bucketsPerBranch; ++i) {
        auto &bucket = m_buckets[i];
        if (bucket.stale && bucket.leaves.empty()) bucket.digest = {};
        if (bucket.stale && !bucket.leaves.empty()) {
            static_assert(sizeof(Leaf) == 40);
            const auto *bytes = reinterpret_cast<const std::uint8_t *>(bucket.leaves.data());
            bucket.digest = m_hmac.of({bytesOf("leaf"), {bytes, bucket.leaves.size() * sizeof(Leaf)}});
        }
        bucket.stale = false;
        append(joined, bucket.digest);
    }
    m_branches[branch] = m_hmac.of({bytesOf("branch"), joined});
    m_staleBranches[branch] = false;
}

crypto::Digest HashTree::root()
{
    Bytes joined;
    joined.reserve(branches * 32);
    for (std::size_t branch = 0; branch < branches; ++branch) {
        if (m_staleBranches[branch]) refresh(branch);
        append(joined, m_branches[branch]);
    }
    return m_hmac.of({bytesOf("root"), bigEndian(std::uint64_t(m_size)), joined});
}

} // namespace keyward::keystore
