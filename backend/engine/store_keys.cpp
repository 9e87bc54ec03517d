// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/store_keys.h"

#include "backend/base/new_file.h"
#include "backend/base/paths.h"
#include "backend/crypto/asymmetric.h"
#include "backend/crypto/sealer.h"
#include "backend/estate/describe.h"
#include "backend/estate/records.h"

#include <algorithm>

namespace keyward::engine {
namespace {

using namespace estate;

constexpr std::string_view blobMagic = "KWKEYBK3"; ///< whose contents begin with the edition of a key's record
/// Before, the magic alone said it.
constexpr std::pair<std::string_view, unsigned> olderMagics[] = {{"KWKEYBK1", 1}, {"KWKEYBK2", 2}};

/// The sealed contents of a backup blob, but for the key material, which follows it.
struct BlobHead {
    Key key;
    std::string subscription;
    std::string geography;
    std::vector<std::uint64_t> materialSizes; ///< in the order of the versions
};

KEYWARD_FIELDS(BlobHead, s.key, s.subscription, s.geography, s.materialSizes)

std::unexpected<Error> malformed() { return fail(Code::BackupMalformed, "the file"); }

Result<crypto::Sealer> blobSealer(Engine &engine)
{
    KEYWARD_TRY(const auto key, engine.parts().store.readSecret(engine.snapshot()->settings().backupKek));
    return crypto::Sealer::create(engine.parts().context, key);
}

Bytes encodeHead(const BlobHead &head)
{
    Encoder out;
    out.edition = editionOf<Key>;
    out.kind = static_cast<unsigned>(kindOf<Key>);
    out(editionOf<Key>, head);
    return out.take();
}

/// Codes: BackupMalformed; BackupNewer, where a key has an edition that this build does not know.
Result<BlobHead> decodeHead(std::string_view magic, ByteView bytes)
{
    Decoder in(bytes);
    in.kind = static_cast<unsigned>(kindOf<Key>);
    const auto *older = std::ranges::find(olderMagics, magic, [](const auto &one) { return one.first; });
    if (older != std::end(olderMagics))
        in.edition = older->second;
    else
        in(in.edition);
    if (in.ok() && in.edition > editionOf<Key>)
        return fail(Code::BackupNewer, "the file", {std::to_string(in.edition), std::to_string(editionOf<Key>)});
    if (in.edition == 0) in.fail();
    BlobHead head;
    in(head);
    if (!in.ok() || !in.atEnd() || head.materialSizes.size() != head.key.versions.size()) return malformed();
    return head;
}

} // namespace

Result<Bytes> StoreSigner::sign(ByteView document)
{
    KEYWARD_TRY(const auto seed, m_engine.parts().store.readSecret(m_engine.snapshot()->settings().reportSigner));
    return crypto::ed25519Sign(*m_engine.parts().context, seed, document);
}

Result<Bytes> StoreKeyBackup::backUp(const KeyId &id, const Actor &actor)
{
    // Logged, and allowed, before anything leaves.
    KEYWARD_TRY(const auto snapshot, m_engine.execute({command::NoteKeyBackup{id}}, actor));
    return seal(*snapshot, *snapshot->key(id));
}

Status StoreKeyBackup::backUpTo(const KeyId &id, const std::filesystem::path &file, const Actor &actor)
{
    const auto snapshot = m_engine.snapshot();
    KEYWARD_TRY(const auto whole, absolutePath(file));
    const Command note{command::NoteKeyBackup{id, whole.string()}};
    KEYWARD_CHECK(apply(*snapshot, note, actor, m_engine.now()).transform([](const Change &) {}));
    KEYWARD_TRY(const auto blob, seal(*snapshot, *snapshot->key(id)));
    KEYWARD_CHECK(writeNewFile(file, {blob}));
    const auto noted = m_engine.execute(note, actor);
    if (!noted) return std::unexpected(takenBack(file, noted.error())); // what is not in the log must not leave
    return {};
}

Result<Bytes> StoreKeyBackup::seal(const Estate &estate, const Key &key_)
{
    const auto *key = &key_;
    const auto &place = estate.vault(key->vault)->place;
    BlobHead head{*key, place.subscription, estate.catalogue().platform().geographyOf(place.region), {}};
    head.key.backups.clear();
    std::vector<crypto::SecretBytes> materials;
    std::size_t total = 0;
    for (const auto &version : key->versions) {
        KEYWARD_TRY(auto material, m_engine.parts().store.readSecret(version.material));
        head.materialSizes.push_back(material.size());
        total += material.size();
        materials.push_back(std::move(material));
    }
    const auto described = encodeHead(head);
    KEYWARD_TRY(auto plain, crypto::SecretBytes::ofSize(4 + described.size() + total));
    auto cursor = plain.writable();
    std::ranges::copy(bigEndian(static_cast<std::uint32_t>(described.size())), cursor.begin());
    std::ranges::copy(described, cursor.begin() + 4);
    cursor = cursor.subspan(4 + described.size());
    for (const auto &material : materials) {
        std::ranges::copy(material.exposed(), cursor.begin());
        cursor = cursor.subspan(material.size());
    }
    KEYWARD_TRY(auto sealer, blobSealer(m_engine));
    Bytes blob(blobMagic.begin(), blobMagic.end());
    append(blob, sealer.seal(plain.exposed(), bytesOf(blobMagic)));
    return blob;
}

Result<KeyId> StoreKeyBackup::restore(const VaultId &into, ByteView blob, const Actor &actor)
{
    if (blob.size() < blobMagic.size()) return malformed();
    const auto magic = textOf(blob.first(blobMagic.size()));
    const auto known = [&](const auto &one) { return one.first == magic; };
    if (magic != blobMagic && !std::ranges::any_of(olderMagics, known)) return malformed();
    KEYWARD_TRY(auto sealer, blobSealer(m_engine));
    const auto plain = sealer.openSecret(blob.subspan(magic.size()), bytesOf(magic));
    if (!plain || plain->size() < 4) return malformed();
    auto rest = plain->exposed();
    const std::size_t headSize =
        std::size_t(rest[0]) << 24 | std::size_t(rest[1]) << 16 | std::size_t(rest[2]) << 8 | rest[3];
    rest = rest.subspan(4);
    if (headSize > rest.size()) return malformed();
    KEYWARD_TRY(auto head, decodeHead(magic, rest.first(headSize)));
    rest = rest.subspan(headSize);
    auto &random = m_engine.parts().random;
    auto &key = head.key;
    // Back in its vault, after it was purged, it is the same key again: what was made under it opens. Anything else is
    // a copy, which lives on independently of the original.
    const bool same = key.vault == into && !m_engine.snapshot()->key(key.id);
    if (!same) key.id = random.id<KeyId>();
    key.vault = into;
    std::vector<MaterialWrite> materials;
    for (std::size_t i = 0; i < key.versions.size(); ++i) {
        if (head.materialSizes[i] > rest.size()) return malformed();
        KEYWARD_TRY(auto secret, crypto::SecretBytes::copyOf(rest.first(head.materialSizes[i])));
        rest = rest.subspan(head.materialSizes[i]);
        key.versions[i].material = random.id<RecordId>();
        materials.push_back({key.versions[i].material, std::move(secret)});
    }
    const auto id = key.id;
    KEYWARD_TRY(const auto done,
                m_engine.execute({command::RestoreKey{std::move(key), head.geography, head.subscription}}, actor,
                                 std::move(materials)));
    return id;
}

} // namespace keyward::engine
