// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a tree over the log stands on: a leaf for each entry, which nothing that happens later changes.

#include "tests/support/fixture.h"
#include "tests/support/hands.h"

#include "backend/keystore/recovery_key.h"
#include "backend/keystore/store_parts.h"

#include <QCryptographicHash>

#include <set>

using namespace keyward;
using namespace keyward::keystore;

namespace {

/// By another implementation.
crypto::Digest sha256(std::initializer_list<ByteView> parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &part : parts)
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(part.data()), static_cast<qsizetype>(part.size())));
    crypto::Digest out{};
    std::ranges::copy(hash.result(), reinterpret_cast<char *>(out.data()));
    return out;
}

const Bytes leafMark{0x00};
const Bytes nodeMark{0x01};

/// RFC 9162, section 2.1.1.
crypto::Digest treeHash(std::span<const crypto::Digest> leaves)
{
    if (leaves.empty()) return sha256({});
    if (leaves.size() == 1) return leaves[0];
    std::size_t left = 1;
    while (left * 2 < leaves.size()) left *= 2;
    return sha256({nodeMark, treeHash(leaves.first(left)), treeHash(leaves.subspan(left))});
}

/// Of each entry its own; of one from before there were any, by its hash in the chain, as ARCHITECTURE.md says.
std::vector<crypto::Digest> leavesOf(Store &store)
{
    std::vector<crypto::Digest> out;
    for (const auto &row : test::must(store.auditFrom(1, 100'000)))
        out.push_back(row.leaf ? row.leaf->hash : sha256({leafMark, test::must(store.auditHashAt(row.sequence))}));
    return out;
}

} // namespace

class TestLogLeaves : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    std::filesystem::path m_path;

    std::filesystem::path file() const { return m_path / "s.keyward"; }
    StoreEnvironment environment() const { return {test::context(), m_path / "state"}; }
    Result<std::unique_ptr<SqliteStore>> open()
    {
        return SqliteStore::open(environment(), file(), test::typed(test::Desk::passphrase));
    }
    void older(const char *name)
    {
        m_path = m_folders.fresh();
        std::filesystem::copy_file(std::string(KEYWARD_SOURCE_DIR "/tests/backend/keystore/data/") + name, file());
        std::filesystem::permissions(file(), std::filesystem::perms(0600));
        m_clock.set(*parseInstant("2026-11-30T12:00:00Z"));
    }
    WriteBatch entry(Bytes payload) const
    {
        WriteBatch batch;
        batch.now = m_clock.now();
        batch.audit.push_back(std::move(payload));
        return batch;
    }
    /// What seals the store's parts, as somebody has it who holds the root key.
    Keyring keyring(SqliteStore &store) const
    {
        const auto root = test::must(store.rootKey());
        auto sealer = test::must(rootSealer(test::context(), root, "keyring"));
        const auto sealed = test::Hands(file()).blob("SELECT value FROM header WHERE part='keyring'");
        const auto ring = test::must(sealer.openSecret(sealed, partAssociatedData(store.id(), "keyring")));
        return test::must(Keyring::decode(test::context(), ring));
    }
    /// Puts another last entry in the place of the store's, with a head that goes with it: what only a holder of the
    /// keys can do, or a program that errs.
    void replaceLast(const std::function<void(AuditEnvelope &)> &change, const std::function<void(Bytes &)> &bytes = {})
    {
        auto store = test::must(open());
        auto ring = keyring(*store);
        auto head = store->head();
        crypto::Sha256 sha(*test::context());
        test::Hands hands(file());
        Bytes plain;
        QVERIFY(ring.openAudit(store->id(), head.sequence,
                               hands.blob("SELECT value FROM audit ORDER BY sequence DESC LIMIT 1"), plain));
        AuditEnvelope envelope;
        KW_OK(decodeEnvelope(head.sequence, plain, envelope));
        change(envelope);
        auto content = encodeEnvelope(envelope);
        if (bytes) bytes(content);
        const auto sealed = ring.sealAudit(store->id(), head.sequence, content);
        head.auditHash = auditHash(sha, head.sequence, sealed);
        SealedHead whole;
        QVERIFY(ring.openPart(store->id(), "head", hands.blob("SELECT value FROM header WHERE part='head'"), plain));
        whole = test::must(decodeHead(plain, file()));
        whole.head = head;
        const auto sealedHead = ring.sealPart(store->id(), "head", encodeHead(whole));
        store.reset();
        QVERIFY(hands.put("UPDATE audit SET value=? WHERE sequence=(SELECT max(sequence) FROM audit)", sealed));
        QVERIFY(hands.put("UPDATE header SET value=? WHERE part='head'", sealedHead));
        std::filesystem::remove_all(m_path / "state");
    }
    void made(int entries)
    {
        m_path = m_folders.fresh();
        test::Desk desk(m_path, m_clock);
        for (int i = 0; i < entries; ++i)
            KW_OK(desk.engine().note(engine::entryBy(test::owner, "test.note", std::to_string(i))));
    }

private Q_SLOTS:
    void aLeafIsTheHashOfASaltOfItsOwnAndTheContents()
    {
        made(5);
        auto store = test::must(open());
        std::set<std::array<std::uint8_t, 32>> salts;
        const auto rows = test::must(store->auditFrom(1, 100));
        QVERIFY(rows.size() >= 6);
        for (const auto &row : rows) {
            QVERIFY(row.leaf.has_value());
            QCOMPARE(row.leaf->hash, sha256({leafMark, row.leaf->salt, row.payload}));
            salts.insert(row.leaf->salt);
        }
        QCOMPARE(salts.size(), rows.size());
        WriteBatch batch = entry({1, 2, 3}); // alike, and in one transaction
        batch.audit.push_back({1, 2, 3});
        KW_OK(store->commit(batch));
        const auto last = test::must(store->auditBefore(store->head().sequence, 2));
        QVERIFY(last[0].payload == last[1].payload && last[0].leaf->hash != last[1].leaf->hash);
    }

    void aLeafStaysWhateverIsDoneToTheKeys()
    {
        made(5);
        auto store = test::must(open());
        const auto before = leavesOf(*store);
        const auto recovery = test::must(crypto::SecretBytes::random(32, *test::context()));
        KW_OK(store->addSecretSlot(SlotKind::RecoveryKey, recovery, "paper", {1}, m_clock.now()));
        KW_OK(store->replacePassphrase(test::secret(test::Desk::passphrase), {}, {2}, m_clock.now()));
        KW_OK(store->verifyAudit());
        auto after = leavesOf(*store);
        QCOMPARE(after.size(), before.size() + 2);
        after.resize(before.size());
        QVERIFY(after == before);
    }

    /// A tree over all entries, those included that were written before there were leaves.
    void aTreeCanBeLaidOverAnOlderLogWithoutTouchingIt()
    {
        older("format2.keyward");
        const auto rows = [&] { return test::Hands(file()).number("SELECT count(*) FROM audit"); };
        const auto count = rows();
        auto store = test::must(open());
        const auto old = leavesOf(*store);
        QCOMPARE(old.size(), std::size_t(count));
        for (const auto &row : test::must(store->auditFrom(1, 1000))) QVERIFY(!row.leaf); // none is made up
        const auto sealed = test::Hands(file()).blob("SELECT group_concat(hex(value)) FROM audit");
        for (std::uint8_t i = 0; i < 5; ++i) KW_OK(store->commit(entry({i})));
        const auto all = leavesOf(*store);
        QCOMPARE(all.size(), old.size() + 5);
        QCOMPARE(treeHash(std::span(all).first(old.size())), treeHash(old)); // the earlier tree is within the later
        QVERIFY(treeHash(all) != treeHash(old));
        QVERIFY(test::Hands(file()).blob("SELECT group_concat(hex(value)) FROM (SELECT value FROM audit LIMIT " +
                                         std::to_string(count) + ")") == sealed);
        for (const auto &row : test::must(store->auditFrom(static_cast<std::uint64_t>(count) + 1, 10)))
            QVERIFY(row.leaf);
        KW_OK(store->verifyAudit());
    }

    void aLeafThatIsNotOfTheContentsIsFound()
    {
        made(3);
        replaceLast([](AuditEnvelope &) {});
        KW_OK(test::must(open())->verifyAudit()); // the hands themselves do no harm
        for (const auto &change : std::initializer_list<std::function<void(AuditEnvelope &)>>{
                 [](AuditEnvelope &e) { e.leaf->hash[31] ^= 1; }, [](AuditEnvelope &e) { e.leaf->salt[0] ^= 1; },
                 [](AuditEnvelope &e) { e.payload.back() ^= 1; }}) {
            made(3);
            replaceLast(change);
            auto store = test::must(open());
            const auto verified = store->verifyAudit();
            KW_REFUSED(verified, Code::AuditTampered);
            QCOMPARE(verified.error().target, std::to_string(store->head().sequence));
        }
    }

    /// What a newer Keyward wrote is refused, and not read by halves.
    void anEntryOfANewerEditionIsRefused()
    {
        made(3);
        AuditEnvelope first;
        std::size_t place = 0;
        replaceLast(
            [&](AuditEnvelope &e) {
                first = e;
                first.leaf.reset();
                place = encodeEnvelope(first).size(); // where the edition stands
            },
            [&](Bytes &bytes) { bytes[place] = AuditEnvelope::currentEdition + 1; });
        auto store = test::must(open());
        KW_REFUSED(store->verifyAudit(), Code::StoreNewer);
        KW_REFUSED(store->auditFrom(1, 100), Code::StoreNewer);
    }

    void aHeadOfANewerEditionIsRefused()
    {
        made(1);
        {
            auto store = test::must(open());
            auto ring = keyring(*store);
            test::Hands hands(file());
            Bytes plain;
            QVERIFY(
                ring.openPart(store->id(), "head", hands.blob("SELECT value FROM header WHERE part='head'"), plain));
            const auto number = plain.size() - 2 * sizeof(crypto::Digest) - 1;
            QCOMPARE(unsigned(plain[number]), currentHeadEdition);
            plain[number] = currentHeadEdition + 1;
            const auto sealed = ring.sealPart(store->id(), "head", plain);
            store.reset();
            QVERIFY(hands.put("UPDATE header SET value=? WHERE part='head'", sealed));
        }
        const auto opened = open();
        KW_REFUSED(opened, Code::StoreNewer);
        QCOMPARE(opened.error().target, file().string());
    }

    void everyEditionOfTheHeadIsRead()
    {
        const Head head{
            .sequence = 300, .auditHash = {1}, .treeRoot = {2}, .metadataRecords = 4, .lastTime = m_clock.now()};
        Encoder first;
        first(head.sequence, head.auditHash, head.treeRoot, head.metadataRecords, head.lastTime);
        const auto one = first.take();
        auto read = test::must(decodeHead(one, "f"));
        QVERIFY(read.edition == 1 && !read.cover && read.head.sequence == 300 && read.head.metadataRecords == 4);
        Bytes two = one;
        append(two, crypto::Digest{7});
        append(two, crypto::Digest{8});
        read = test::must(decodeHead(two, "f"));
        QVERIFY(read.edition == 2 && read.cover->header == crypto::Digest{7} && read.cover->slots == crypto::Digest{8});
        read = test::must(decodeHead(encodeHead(read), "f"));
        QVERIFY(read.edition == 3 && read.cover->slots == crypto::Digest{8} && read.head.lastTime == head.lastTime);
        auto longer = encodeHead(read);
        longer.push_back(0);
        KW_REFUSED(decodeHead(longer, "f"), Code::HeaderTampered);
        two.pop_back();
        KW_REFUSED(decodeHead(two, "f"), Code::HeaderTampered);
    }

    void anOlderFormatIsBroughtForwardByTheFirstChange()
    {
        older("format2.keyward");
        const auto format = [&] { return test::Hands(file()).number("PRAGMA user_version"); };
        auto store = test::must(open());
        QVERIFY(store->needsForward());
        KW_OK(store->commit(entry({1})));
        QVERIFY(!store->needsForward());
        QCOMPARE(format(), currentFormat);
        store = test::must(open());
        QVERIFY(!store->needsForward());
        KW_OK(store->verifyRecords());
        KW_OK(store->verifyAudit());
    }

    /// Somebody else writes while it is opened, so that it stays in its format at first.
    void whatCouldNotBeBroughtForwardAtOpeningIsByTheFirstChange()
    {
        for (const auto *name : {"format1.keyward", "format2.keyward"}) {
            older(name);
            auto hasty = environment();
            hasty.patience.longest = std::chrono::milliseconds(1);
            std::unique_ptr<SqliteStore> store;
            {
                test::Hands other(file());
                QVERIFY(other.run("BEGIN IMMEDIATE"));
                store = test::must(SqliteStore::open(hasty, file(), test::typed(test::Desk::passphrase)));
                QVERIFY(other.run("ROLLBACK"));
            }
            QVERIFY(test::Hands(file()).number("PRAGMA user_version") < currentFormat);
            KW_OK(store->commit(entry({1})));
            QCOMPARE(test::Hands(file()).number("PRAGMA user_version"), currentFormat);
            store = test::must(open());
            KW_OK(store->verifyRecords());
            KW_OK(store->verifyAudit());
        }
    }
};

QTEST_GUILESS_MAIN(TestLogLeaves)
#include "tst_log_leaves.moc"
