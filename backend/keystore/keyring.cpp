// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/keystore/keyring.h"

#include <algorithm>
#include <cassert>
#include <ranges>

namespace keyward::keystore {
namespace {

constexpr std::array purposes{Purpose::Metadata, Purpose::Audit, Purpose::KeyMaterial};
constexpr std::size_t entrySize = 4 + 1 + crypto::Sealer::keySize;

bool stripPadding(Bytes &plain)
{
    ByteView content;
    if (!unpadded(plain, content)) return false;
    const auto begin = plain.begin() + (content.data() - plain.data());
    plain.erase(begin + static_cast<std::ptrdiff_t>(content.size()), plain.end());
    plain.erase(plain.begin(), begin);
    return true;
}

} // namespace

Status Keyring::add(std::uint32_t id, Purpose purpose, crypto::SecretBytes key)
{
    KEYWARD_TRY(auto sealer, crypto::Sealer::create(m_context, key));
    m_entries.push_back({id, purpose, std::move(key), std::move(sealer)});
    return {};
}

Result<Keyring> Keyring::fresh(const crypto::ContextPtr &context)
{
    Keyring ring(context);
    KEYWARD_CHECK(ring.rotate());
    return ring;
}

Status Keyring::rotate()
{
    std::uint32_t next = 1;
    for (const auto &entry : m_entries) next = std::max(next, entry.id + 1);
    for (const auto purpose : purposes) {
        KEYWARD_TRY(auto key, crypto::SecretBytes::random(crypto::Sealer::keySize, *m_context));
        KEYWARD_CHECK(add(next++, purpose, std::move(key)));
    }
    return {};
}

void Keyring::forgetOld(Purpose purpose)
{
    const auto kept = newest(purpose).id;
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.purpose == purpose && entry.id != kept; });
}

std::size_t Keyring::count(Purpose purpose) const
{
    return static_cast<std::size_t>(std::ranges::count(m_entries, purpose, &Entry::purpose));
}

Result<crypto::SecretBytes> Keyring::encode() const
{
    KEYWARD_TRY(auto out, crypto::SecretBytes::ofSize(m_entries.size() * entrySize));
    auto cursor = out.writable();
    for (const auto &entry : m_entries) {
        std::ranges::copy(bigEndian(entry.id), cursor.begin());
        cursor[4] = static_cast<std::uint8_t>(entry.purpose);
        std::ranges::copy(entry.key.exposed(), cursor.begin() + 5);
        cursor = cursor.subspan(entrySize);
    }
    return out;
}

Result<Keyring> Keyring::decode(const crypto::ContextPtr &context, const crypto::SecretBytes &encoded)
{
    if (encoded.empty() || encoded.size() % entrySize != 0)
        return fail(Code::StoreDamaged, {}, {"its keyring is malformed"});
    Keyring ring(context);
    for (auto rest = encoded.exposed(); !rest.empty(); rest = rest.subspan(entrySize)) {
        const auto id =
            std::uint32_t(rest[0]) << 24 | std::uint32_t(rest[1]) << 16 | std::uint32_t(rest[2]) << 8 | rest[3];
        KEYWARD_TRY(auto key, crypto::SecretBytes::copyOf(rest.subspan(5, crypto::Sealer::keySize)));
        KEYWARD_CHECK(ring.add(id, static_cast<Purpose>(rest[4]), std::move(key)));
    }
    for (const auto purpose : purposes)
        if (ring.count(purpose) == 0) return fail(Code::StoreDamaged, {}, {"its keyring lacks a key"});
    return ring;
}

Result<Keyring> Keyring::sibling() const
{
    KEYWARD_TRY(const auto encoded, encode());
    return decode(m_context, encoded);
}

Keyring::Entry &Keyring::newest(Purpose purpose)
{
    const auto found = std::ranges::find(m_entries | std::views::reverse, purpose, &Entry::purpose);
    assert(found != m_entries.rend());
    return *found;
}

Result<Bytes> Keyring::sealRecord(const StoreId &store, Purpose purpose, const RecordId &id, std::uint64_t revision,
                                  ByteView plain)
{
    auto &entry = newest(purpose);
    const auto associated = recordAssociatedData(store, purpose, id, revision, entry.id);
    if (purpose != Purpose::KeyMaterial) return entry.sealer.seal(padded(plain), associated);
    KEYWARD_TRY(auto content, crypto::SecretBytes::ofSize(paddedSize(plain.size())));
    const auto after =
        std::ranges::copy(bigEndian(static_cast<std::uint32_t>(plain.size())), content.writable().begin()).out;
    std::ranges::copy(plain, after);
    return entry.sealer.seal(content.exposed(), associated);
}

bool Keyring::openRecord(const StoreId &store, Purpose purpose, const RecordId &id, std::uint64_t revision,
                         ByteView sealed, Bytes &plain)
{
    for (auto &entry : m_entries | std::views::reverse) {
        if (entry.purpose != purpose) continue;
        if (!entry.sealer.open(sealed, recordAssociatedData(store, purpose, id, revision, entry.id), plain)) continue;
        return stripPadding(plain);
    }
    return false;
}

Result<crypto::SecretBytes> Keyring::openSecretRecord(const StoreId &store, const RecordId &id, std::uint64_t revision,
                                                      ByteView sealed)
{
    for (auto &entry : m_entries | std::views::reverse) {
        if (entry.purpose != Purpose::KeyMaterial) continue;
        auto opened =
            entry.sealer.openSecret(sealed, recordAssociatedData(store, entry.purpose, id, revision, entry.id));
        if (!opened && opened.error().code == Code::SecretHeapFull) return opened;
        ByteView content;
        if (opened && unpadded(opened->exposed(), content)) return crypto::SecretBytes::copyOf(content);
    }
    return fail(Code::RecordTampered, id.text());
}

Bytes Keyring::sealAudit(const StoreId &store, std::uint64_t sequence, ByteView plain)
{
    auto &entry = newest(Purpose::Audit);
    return entry.sealer.seal(padded(plain), auditAssociatedData(store, sequence, entry.id));
}

bool Keyring::openAudit(const StoreId &store, std::uint64_t sequence, ByteView sealed, Bytes &plain)
{
    for (auto &entry : m_entries | std::views::reverse) {
        if (entry.purpose != Purpose::Audit) continue;
        if (!entry.sealer.open(sealed, auditAssociatedData(store, sequence, entry.id), plain)) continue;
        return stripPadding(plain);
    }
    return false;
}

Bytes Keyring::sealPart(const StoreId &store, std::string_view part, ByteView plain)
{
    return newest(Purpose::Metadata).sealer.seal(padded(plain), partAssociatedData(store, part));
}

bool Keyring::openPart(const StoreId &store, std::string_view part, ByteView sealed, Bytes &plain)
{
    for (auto &entry : m_entries | std::views::reverse)
        if (entry.purpose == Purpose::Metadata && entry.sealer.open(sealed, partAssociatedData(store, part), plain))
            return stripPadding(plain);
    return false;
}

} // namespace keyward::keystore
