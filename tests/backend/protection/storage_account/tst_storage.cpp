// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/findings.h"
#include "backend/estate/services/preparation.h"
#include "tests/support/storage_desk.h"

#include <sys/stat.h>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;
using State = engine::DataCheck::State;

/// Blobs and files of a storage account on a real keystore: under one data key, which is wrapped anew and never
/// replaced.
class TestStorage : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

    static std::size_t calls(test::StorageDesk &at, std::string_view operation)
    {
        const auto log = test::must(at.desk.engine().newest(100'000, 0));
        return static_cast<std::size_t>(
            std::ranges::count_if(log, [&](const auto &entry) { return entry.operation == operation; }));
    }
    static engine::DataCheck checked(test::StorageDesk &at)
    {
        const auto all = test::must(at.storage.verify(engine::Depth::Contents, {}));
        return all.size() == 1 ? all.front() : engine::DataCheck{.data = {}, .state = State::Damaged};
    }

private Q_SLOTS:
    void whatIsStoredComesBackAndNothingOfItCanBeFoundOnTheDisk_data()
    {
        QTest::addColumn<qulonglong>("size");
        QTest::newRow("nothing") << qulonglong(0);
        QTest::newRow("one byte") << qulonglong(1);
        QTest::newRow("a segment") << qulonglong(protection::segmentSize);
        QTest::newRow("a segment and a byte") << qulonglong(protection::segmentSize + 1);
        QTest::newRow("several") << qulonglong(protection::segmentSize * 3 + 7);
    }
    void whatIsStoredComesBackAndNothingOfItCanBeFoundOnTheDisk()
    {
        QFETCH(qulonglong, size);
        const auto folder = m_folders.fresh();
        const std::string marker = "a-text-that-nobody-may-find", name = "a-name-that-nobody-may-find";
        std::string content;
        while (content.size() < size) content += marker;
        content.resize(size);
        {
            test::StorageDesk at(folder, m_clock);
            at.bind();
            KW_OK(at.put("reports/" + name, content));
        }
        for (const auto &[file, bytes] : test::bytesIn(folder)) {
            QVERIFY2(bytes.find(marker) == std::string::npos, file.c_str());
            QVERIFY2(bytes.find(name) == std::string::npos, file.c_str());
        }
        test::StorageDesk again(folder, m_clock);
        const auto got = again.get("reports/" + name);
        KW_OK(got);
        QVERIFY(*got == content);
        QCOMPARE(again.paths(), std::vector<std::string>{"reports/" + name});
        QVERIFY(checked(again).state == State::Whole);
    }

    void MOD_2_theDataKeyIsWrappedByTheBoundKeyElseByThePlatforms()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "1"));
        QVERIFY(at.facet().hasKey() && !at.facet().by);
        at.bind();
        QVERIFY(at.facet().by && at.facet().by->version == at.version());
        QVERIFY(!awaitsRewrap(*at.desk.estate(), at.accountNow()));
        const auto unwraps = calls(at, "unwrapKey");
        QCOMPARE(*at.get("a"), std::string("1"));
        QVERIFY(calls(at, "unwrapKey") > unwraps); // MOD-3: each time the vault is asked
        // Going back needs the key once more, and from then on not at all.
        KW_OK(at.desk.run(command::SetServiceManaged{at.account}));
        QVERIFY(!at.facet().by);
        KW_OK(at.desk.run(at.enabled(at.version(), false), true));
        QCOMPARE(*at.get("a"), std::string("1"));
    }

    void MOD_3_aRotationWrapsTheDataKeyAnewAndTouchesNoStoredByte()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.put("a", std::string(3'000'000, 'a')));
        KW_OK(at.put("b", "2"));
        (void)at.paths(); // what the index's log holds is in its file from here on
        const auto before = test::bytesIn(at.folder());
        const auto wrapped = at.facet().wrapped;
        const auto former = at.rotate();
        QVERIFY(at.facet().by->version == at.version() && at.facet().by->version != former);
        QVERIFY(at.facet().wrapped != wrapped);
        const auto after = test::bytesIn(at.folder());
        for (const auto &[file, bytes] : before)
            if (!file.starts_with("index-")) QVERIFY2(after.at(file) == bytes, file.c_str());
        // The vendor says to keep the former version for a day; after that nothing here needs it.
        KW_REFUSED(at.desk.run(at.enabled(former, false)), Code::LiveClaims);
        m_clock.advance(std::chrono::hours(25));
        (void)at.due();
        KW_OK(at.desk.run(at.enabled(former, false)));
        QCOMPARE(*at.get("b"), std::string("2"));
    }

    void P4_whatCannotBeUnwrappedIsNotBoundAnew()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.put("a", "1"));
        const auto former = at.version();
        KW_OK(at.desk.run(at.enabled(former, false), true));
        at.prepare("another");
        KW_REFUSED(at.desk.run(at.setKey(), true), Code::StorageKeyUnreachable);
        KW_REFUSED(at.desk.run(command::SetServiceManaged{at.account}, true), Code::StorageKeyUnreachable);
        at.key = at.desk.estate()->keyNamed(at.vault, "cmk")->id;
        KW_OK(at.desk.run(at.enabled(former, true)));
        at.key = at.desk.estate()->keyNamed(at.vault, "another")->id;
        KW_OK(at.desk.run(at.setKey()));
        QCOMPARE(*at.get("a"), std::string("1"));
    }

    void aWrapThatCouldNotBeDoneIsToldAndDoneByTime()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.put("a", "1"));
        at.desk.engine().settleBy([](const ResourceId &) {}); // a process that died between the two
        (void)at.rotate();
        QVERIFY(awaitsRewrap(*at.desk.estate(), at.accountNow()));
        std::vector<Finding> findings;
        addFindings(findings, *at.desk.estate(), at.accountNow());
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY(findings.front().what.code == Code::StorageRewrapWaits);
        const auto done = at.due();
        QCOMPARE(done.done.size(), std::size_t(1));
        QVERIFY(!awaitsRewrap(*at.desk.estate(), at.accountNow()));
        QCOMPARE(*at.get("a"), std::string("1"));
    }

    void MOD_5_withoutTheKeyNothingIsReadOrWritten_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("policy removed") << 0;
        QTest::newRow("version disabled") << 1;
        QTest::newRow("key deleted") << 2;
        QTest::newRow("networks limited") << 3;
    }
    void MOD_5_withoutTheKeyNothingIsReadOrWritten()
    {
        QFETCH(int, how);
        test::StorageDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.put("a", "1"));
        command::SetFirewall closed{at.vault};
        closed.access = Firewall::Access::SelectedNetworks;
        closed.trustedServices = false;
        const auto take = how == 0   ? Action(command::RemoveAccessPolicy{at.vault, at.identity()})
                          : how == 1 ? Action(at.enabled(at.version(), false))
                          : how == 2 ? Action(command::DeleteKey{at.key})
                                     : Action(closed);
        KW_REFUSED(at.desk.run(take), how == 0 || how == 3 ? Code::OverrideNeeded : Code::LiveClaims); // told before
        KW_OK(at.desk.run(take, true));
        const auto refused = at.get("a");
        KW_REFUSED(refused, Code::StorageInaccessible);
        QVERIFY(!remedy(refused.error()).empty());
        KW_REFUSED(at.put("b", "2"), Code::StorageInaccessible);
        KW_REFUSED(at.remove("a"), Code::StorageInaccessible);
        KW_REFUSED(at.storage.list(at.account, {}), Code::StorageInaccessible);
        QVERIFY(!fs::exists(at.outside("out")));
        QVERIFY(checked(at).state == State::Unopened);
        command::SetFirewall open{at.vault};
        open.trustedServices = true;
        const auto give =
            how == 0   ? Action(command::SetAccessPolicy{
                           at.vault, at.identity(), {Permission::Get, Permission::WrapKey, Permission::UnwrapKey}})
            : how == 1 ? Action(at.enabled(at.version(), true))
            : how == 2 ? Action(command::RecoverKey{at.key})
                       : Action(open);
        KW_OK(at.desk.run(give));
        QCOMPARE(*at.get("a"), std::string("1")); // by itself
        QCOMPARE(at.paths(), std::vector<std::string>{"a"});
    }

    void anotherProcessIsObeyedAtOnce()
    {
        const auto folder = m_folders.fresh();
        test::StorageDesk at(folder, m_clock);
        at.bind();
        KW_OK(at.put("a", "1"));
        test::StorageDesk other(folder, m_clock);
        QCOMPARE(*other.get("a"), std::string("1"));
        KW_OK(other.put("b", "2"));
        QCOMPARE(*at.get("b"), std::string("2"));
        KW_OK(other.desk.run(command::RemoveAccessPolicy{other.vault, other.identity()}, true));
        KW_REFUSED(at.get("a"), Code::StorageInaccessible);
    }

    void nothingIsOverwrittenUnlessItIsSaid()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "first"));
        KW_REFUSED(at.put("a", "second"), Code::ObjectExists);
        QCOMPARE(*at.get("a"), std::string("first"));
        KW_OK(at.put("a", "second", true));
        QCOMPARE(*at.get("a"), std::string("second"));
        QCOMPARE(at.filesThere(), std::size_t(1)); // the former one is gone
        KW_OK(at.remove("a"));
        KW_REFUSED(at.remove("a"), Code::ObjectMissing);
        KW_REFUSED(at.get("a"), Code::ObjectMissing);
        QCOMPARE(at.filesThere(), std::size_t(0));
        // On this side a file that is there stays as it is.
        KW_OK(at.put("a", "third"));
        const auto there = at.fileWith("there", "mine");
        KW_REFUSED(at.storage.getFile(at.account, test::must(ObjectPath::from("a")), there, test::owner, {}),
                   Code::FileExists);
        QCOMPARE(fs::file_size(there), std::uintmax_t(4));
    }

    void aStoredFileIsForItsUserAlone()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "1"));
        KW_OK(at.get("a"));
        struct stat info{};
        QCOMPARE(::stat(at.outside("out").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0600U);
    }

    void whatIsCancelledLeavesNothing()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "first"));
        const auto big = at.fileWith("big", std::string(5'000'000, 'x'));
        const auto stop = [](const engine::Progress &progress) { return progress.bytes < 1'000'000; };
        KW_REFUSED(
            at.storage.putFile({.resource = at.account, .path = test::must(ObjectPath::from("a")), .overwrite = true},
                               big, test::owner, stop),
            Code::Cancelled);
        QCOMPARE(*at.get("a"), std::string("first"));
        QCOMPARE(at.filesThere(), std::size_t(1));
        KW_OK(at.put("b", std::string(5'000'000, 'x')));
        fs::remove(at.outside("out"));
        KW_REFUSED(
            at.storage.getFile(at.account, test::must(ObjectPath::from("b")), at.outside("out"), test::owner, stop),
            Code::Cancelled);
        QVERIFY(!fs::exists(at.outside("out")));
        QCOMPARE(std::distance(fs::directory_iterator(at.outside("")), fs::directory_iterator()), 2); // in, big
    }

    void aSourceThatFailsLeavesNothing()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        int pieces = 0;
        const Bytes piece(100'000, 7);
        const auto failing = [&]() -> Result<ByteView> {
            if (++pieces < 30) return ByteView(piece);
            return fail(Code::Io, "the source", {"it broke"});
        };
        KW_REFUSED(at.storage.put({.resource = at.account, .path = test::must(ObjectPath::from("a"))}, failing,
                                  test::owner, {}),
                   Code::Io);
        QVERIFY(at.paths().empty());
        QCOMPARE(at.filesThere(), std::size_t(0));
    }

    void whatAKilledProcessLeftGoesWithTheNextThatIsStored()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "1"));
        const auto left = test::id<RecordId>();
        {
            auto session = test::must(protection::FilesSession::open(
                {at.desk.engine(), at.desk.keys(), test::context(), at.desk.store().folder()}, at.account));
            KW_OK(session.index().addLoose(left));
            std::ofstream(session.fileOf(left)) << "half of something";
            const auto writing = test::must(session.writing()); // as long as somebody writes it may be theirs
            KW_OK(at.put("b", "2"));
            QVERIFY(fs::exists(session.fileOf(left)));
        }
        KW_OK(at.put("c", "3"));
        QVERIFY(!fs::exists(at.folder() / left.text()));
        QCOMPARE(at.filesThere(), std::size_t(3));
    }

    void whatAKilledProcessLeftOfANewStoreIsMadeAnew()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.desk.run(command::OpenStorage{at.account, "0123456789abcdef"}));
        fs::create_directory(at.folder());
        for (const char *left : {"index", "index-wal"}) std::ofstream(at.folder() / left) << "half";
        KW_OK(at.put("a", "1"));
        QCOMPARE(*at.get("a"), std::string("1"));
    }

    /// What was made while the catalogue had the kind, and no service kept its data here.
    void anAccountFromBeforeHoldsBlobsAndFilesOnceItIsRead()
    {
        const auto folder = m_folders.fresh();
        {
            test::Desk desk(folder, m_clock); // to make the keystore
        }
        {
            auto store = test::must(keystore::SqliteStore::open(
                {test::context(), folder / "state"}, folder / "s.keyward", test::typed(test::Desk::passphrase)));
            custody::SoftwareCustody custody(test::context(),
                                             [&](const RecordId &material) { return store->readSecret(material); });
            auto elsewhere = *test::catalogue()->find("storage-account");
            elsewhere.service = "kept-elsewhere";
            const auto then = test::catalogue()->with(std::make_shared<const ServiceProfile>(std::move(elsewhere)));
            const auto engine = test::must(engine::Engine::open(
                {*store, custody, m_clock, *test::context(), test::context(), then, store->folder(), false}));
            const auto settings = engine->snapshot()->settings();
            test::must(engine->execute({command::CreateResource{test::id<ResourceId>(),
                                                                "storage-account",
                                                                test::must(ResourceName::from("st1")),
                                                                {test::must(Region::from("westeurope")),
                                                                 settings.tenant, settings.subscription, "default"},
                                                                {}}},
                                       test::owner));
            QVERIFY(keepsNothingHere(*engine->snapshot()->resourceNamed("st1")));
        }
        test::StorageDesk at(folder, m_clock);
        KW_OK(at.put("a", "1"));
        QCOMPARE(*at.get("a"), std::string("1"));
    }

    void lookingMakesNoStore()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        QVERIFY(at.paths().empty());
        KW_REFUSED(at.get("a"), Code::ObjectMissing);
        KW_REFUSED(at.remove("a"), Code::ObjectMissing);
        QVERIFY(at.facet().folder.empty());
    }

    void pathsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("fine");
        QTest::newRow("plain") << QByteArray("a") << true;
        QTest::newRow("deep") << QByteArray("a/b c/\xc3\xa4.txt") << true;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("root") << QByteArray("/a") << false;
        QTest::newRow("ends with a slash") << QByteArray("a/") << false;
        QTest::newRow("double slash") << QByteArray("a//b") << false;
        QTest::newRow("point") << QByteArray("a/./b") << false;
        QTest::newRow("up") << QByteArray("../a") << false;
        QTest::newRow("line") << QByteArray("a\nb") << false;
        QTest::newRow("not UTF-8") << QByteArray("a\xff") << false;
        QTest::newRow("long") << QByteArray(1024, 'a') << true;
        QTest::newRow("too long") << QByteArray(1025, 'a') << false;
    }
    void pathsAreChecked()
    {
        QFETCH(QByteArray, path);
        QFETCH(bool, fine);
        QCOMPARE(ObjectPath::from(path.toStdString()).has_value(), fine);
    }

    void theListIsByPathAndCanBeNarrowed()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        for (const char *path : {"b/2", "a", "b/1", "b_%"}) KW_OK(at.put(path, path));
        QCOMPARE(at.paths(), (std::vector<std::string>{"a", "b/1", "b/2", "b_%"}));
        QCOMPARE(at.paths("b/"), (std::vector<std::string>{"b/1", "b/2"}));
        QCOMPARE(at.paths("b_"), (std::vector<std::string>{"b_%"}));
        QVERIFY(at.paths("nothing").empty());
    }

    void theKeystoresOwnFilesAndWhatIsNoFileAreNotStored()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "1"));
        const auto from = [&](const fs::path &file) {
            return at.storage.putFile({.resource = at.account, .path = test::must(ObjectPath::from("x"))}, file,
                                      test::owner, {});
        };
        KW_REFUSED(from(at.folder() / "index"), Code::ValueInvalid);
        KW_REFUSED(from(at.outside("")), Code::NotRegularFile);
        QVERIFY(!from(at.outside("nowhere")));
        QCOMPARE(at.paths(), std::vector<std::string>{"a"});
    }

    void alteredBytesAreFoundAndGiveNothing_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("a byte") << 0;
        QTest::newRow("cut short") << 1;
        QTest::newRow("another's bytes") << 2;
        QTest::newRow("gone") << 3;
    }
    void alteredBytesAreFoundAndGiveNothing()
    {
        QFETCH(int, how);
        test::StorageDesk at(m_folders.fresh(), m_clock);
        at.bind();
        KW_OK(at.put("a", std::string(3'000'000, 'a')));
        std::set<fs::path> first;
        for (const auto &entry : fs::directory_iterator(at.folder())) first.insert(entry.path());
        KW_OK(at.put("b", std::string(3'000'000, 'b')));
        fs::path a, b;
        for (const auto &entry : fs::directory_iterator(at.folder())) {
            if (entry.path().filename().string().starts_with("index")) continue;
            (first.contains(entry.path()) ? a : b) = entry.path();
        }
        QVERIFY(checked(at).state == State::Whole);
        switch (how) {
        case 0: {
            std::fstream out(a, std::ios::in | std::ios::out | std::ios::binary);
            out.seekp(2'500'000);
            const char was = static_cast<char>(out.peek());
            out.put(static_cast<char>(was ^ 1));
            break;
        }
        case 1: fs::resize_file(a, 8 + protection::segmentSize + 16); break;
        case 2: fs::copy_file(b, a, fs::copy_options::overwrite_existing); break;
        default: fs::remove(a);
        }
        KW_REFUSED(at.get("a"), Code::ObjectDamaged);
        QVERIFY(!fs::exists(at.outside("out")));
        const auto found = checked(at);
        QVERIFY(found.state == State::Damaged);
        QVERIFY(found.reason->code == Code::ObjectDamaged);
        QCOMPARE(found.reason->target, std::string("a")); // which one
        KW_OK(at.get("b"));
        KW_OK(at.put("a", "anew", true)); // and it can be mended
        QVERIFY(checked(at).state == State::Whole);
    }

    void aLostIndexIsDamageAndNeverAnEmptyAccount()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "1"));
        for (const char *file : {"index", "index-wal", "index-shm"}) fs::remove(at.folder() / file);
        KW_REFUSED(at.storage.list(at.account, {}), Code::StorageDamaged);
        KW_REFUSED(at.put("b", "2"), Code::StorageDamaged);
        QVERIFY(checked(at).state == State::Damaged);
    }

    void anAccountWithDataIsDeletedOnlyWithIt()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "1"));
        const auto folder = at.folder();
        KW_REFUSED(at.desk.run(command::DeleteResource{at.account}), Code::StorageNotEmpty);
        KW_OK(at.storage.deleteData(at.account, test::owner));
        QVERIFY(!fs::exists(folder));
        QVERIFY(at.paths().empty());
        KW_OK(at.put("a", "2")); // begun anew, under another data key
        QCOMPARE(*at.get("a"), std::string("2"));
        KW_OK(at.storage.deleteData(at.account, test::owner));
        KW_OK(at.desk.run(command::DeleteResource{at.account}));
    }

    void whatIsPutWhileTheAccountIsEmptiedIsNotCalledStored()
    {
        const auto folder = m_folders.fresh();
        test::StorageDesk at(folder, m_clock), other(folder, m_clock);
        KW_OK(at.put("a", "1"));
        bool emptied = false, ended = false;
        const Bytes piece(10, 7);
        const auto source = [&]() -> Result<ByteView> {
            if (!std::exchange(emptied, true)) {
                KEYWARD_CHECK(other.desk.engine().refresh());
                KEYWARD_CHECK(other.storage.deleteData(other.account, test::owner).transform([](auto) {}));
                return ByteView(piece);
            }
            ended = true;
            return ByteView{};
        };
        const auto put = at.storage.put({.resource = at.account, .path = test::must(ObjectPath::from("b"))}, source,
                                        test::owner, {});
        QVERIFY2(emptied && ended, put ? "" : message(put.error()).c_str());
        KW_REFUSED(put, Code::Conflict);
        QVERIFY(at.paths().empty());
    }

    void everyPutGetAndDeleteIsInTheLog()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a/b", "1"));
        KW_OK(at.get("a/b"));
        KW_OK(at.remove("a/b"));
        for (const char *operation : {"storage.put", "storage.get", "storage.delete"})
            QCOMPARE(calls(at, operation), std::size_t(1));
    }

    void TDE_13_anOutageOfItsRegionRefuses()
    {
        test::StorageDesk at(m_folders.fresh(), m_clock);
        KW_OK(at.put("a", "1"));
        KW_OK(at.desk.run(command::SetRegionOutage{test::must(Region::from("westeurope"))}, true));
        KW_REFUSED(at.get("a"), Code::RegionOut);
        KW_REFUSED(at.put("b", "1"), Code::RegionOut);
        KW_OK(at.desk.run(command::SetRegionOutage{test::must(Region::from("westeurope")), false}));
        QCOMPARE(*at.get("a"), std::string("1"));
    }
};

QTEST_GUILESS_MAIN(TestStorage)
#include "tst_storage.moc"
