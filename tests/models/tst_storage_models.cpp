// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Storage accounts in the window: what they hold, how it is put there and got, and what is said without their key.

#include "models/kept_files/targets.h"
#include "models/page_help.h"
#include "models/tables/computed_table.h"
#include "models/thing.h"
#include "tests/models/with_service.h"
#include "tests/support/actions.h"

#include "models/presenter.h"

#include <QAbstractItemModelTester>

using namespace keyward;
using namespace keyward::models;
using namespace keyward::estate;
using keyward::test::action;
using keyward::test::carryOutErrand;
using keyward::test::must;
using keyward::test::stateNow;

namespace {

/// A keystore with a storage account that has a key of its own.
class StorageRoom : public test::Opened
{
public:
    StorageRoom()
    {
        const auto &settings = inner().console().snapshot()->settings();
        account = test::id<ResourceId>();
        must(run(command::CreateResource{
            account,
            "storage-account",
            must(ResourceName::from("files")),
            {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
            {}}));
        vaultId = vault("kv-files");
        keyId = key(vaultId, "cmk");
        identity = test::id<PrincipalId>();
        must(run(command::EnableIdentity{account, identity}));
        heal();
        const auto version = inner().console().snapshot()->key(keyId)->latest().id;
        must(run(command::SetKey{account, vaultId, keyId, version, {}, test::id<JobId>()}));
        settle();
    }
    void lose()
    {
        must(run(command::RemoveAccessPolicy{vaultId, identity}, true));
        settle();
    }
    void heal()
    {
        must(run(command::SetAccessPolicy{vaultId, identity, must(PermissionSet::from("get,wrapKey,unwrapKey"))}));
        settle();
    }
    engine::FileStores &storage() { return inner().services().get<engine::FileStores>(); }
    void put(const std::string &path, const std::string &content)
    {
        bool given = false;
        const auto source = [&]() -> Result<ByteView> {
            return std::exchange(given, true) ? ByteView{} : bytesOf(content);
        };
        must(storage().put({.resource = account, .path = must(ObjectPath::from(path))}, source, test::owner, {}));
    }
    std::unique_ptr<Presenter> page() { return bladeById("storage.objects")->make(*workspace, target()); }
    Target target() const { return Target::of(account); }
    Target object(const char *path) const { return storedObjectOf(account, must(ObjectPath::from(path))); }

    ResourceId account;
    VaultId vaultId;
    KeyId keyId;
    PrincipalId identity;
    QTemporaryDir files;
};

/// Ten thousand entries as they stand in the index, without the files: the page reads nothing else.
class Many final : public engine::FileStores
{
public:
    std::string_view name() const override { return StorageAccount::service; }
    void runDue(engine::DueWork &, const engine::ProgressCallback &) override {}
    void settle(const ResourceId &) override {}
    Result<std::string> resume(const JobId &, const Actor &, const engine::ProgressCallback &) override
    {
        return fail(Code::NotFound, {});
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth, const engine::ProgressCallback &) override
    {
        return std::vector<engine::DataCheck>{};
    }
    Result<std::uint64_t> deleteData(const ResourceId &, const Actor &) override { return std::uint64_t(0); }
    Result<engine::StoredObject> put(const engine::PutRequest &, const engine::PieceSource &, const Actor &,
                                     const engine::ProgressCallback &) override
    {
        return fail(Code::NotFound, {});
    }
    Result<engine::StoredObject> putFile(const engine::PutRequest &, const std::filesystem::path &, const Actor &,
                                         const engine::ProgressCallback &) override
    {
        return fail(Code::NotFound, {});
    }
    Result<engine::StoredObject> getFile(const ResourceId &, const ObjectPath &, const std::filesystem::path &,
                                         const Actor &, const engine::ProgressCallback &) override
    {
        return fail(Code::NotFound, {});
    }
    Result<std::vector<engine::StoredObject>> list(const ResourceId &, const std::string &) override
    {
        std::vector<engine::StoredObject> out;
        for (int i = 0; i < 10'000; ++i)
            out.push_back({.path = must(ObjectPath::from("folder/" + std::to_string(i))),
                           .bytes = static_cast<std::uint64_t>(i)});
        return out;
    }
    Status remove(const ResourceId &, const ObjectPath &, const Actor &) override { return {}; }
};

TableModel &tableOf(const Presenter &page) { return page.findChild<TablePart *>("objects")->model(); }
bool isThere(const Presenter &page) { return page.findChild<TablePart *>("objects")->present(); }
const CalloutsPart &stateOf(const Presenter &page) { return *page.findChild<CalloutsPart *>("state"); }

QStringList pathsIn(const TableModel &table)
{
    QStringList out;
    for (int row = 0; row < table.rowCount(); ++row) out += table.cell(row, 0).text;
    return out;
}

} // namespace

class TestStorageModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyStorageAccountsHaveThePage()
    {
        StorageRoom room;
        const auto other = Target::of(room.resource("rsv1"));
        room.settle();
        const auto has = [&](const Target &target) {
            return std::ranges::any_of(bladesOf(room.estate(), target),
                                       [](const auto *blade) { return blade->id == "storage.objects"; });
        };
        QVERIFY(has(room.target()) && !has(other));
        QVERIFY(!pageHelp("storage.objects").isEmpty());
        for (const auto *one : {"storage.put", "storage.empty"}) {
            QVERIFY2(stateNow(room, one, room.target()).supported, one);
            QVERIFY2(!stateNow(room, one, other).supported, one);
        }
    }

    void aFileIsPutGotAndDeletedByHand()
    {
        StorageRoom room;
        const auto page = room.page();
        auto &table = tableOf(*page);
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(*page), 60'000);
        QCOMPARE(table.rowCount(), 0);
        const auto from = room.files.filePath("it's a note.txt"), to = room.files.filePath("again.txt");
        {
            QFile file(from);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("what stands in it");
        }
        ActionDraft draft(action("storage.put"), *room.workspace, room.target());
        QVERIFY(!draft.ready());
        draft.take(from); // as if it were dropped on the page
        QCOMPARE(draft.values().value("file").toString(), from);
        QVERIFY2(draft.statement().contains("it's a note.txt"), qPrintable(draft.statement()));
        draft.setValue("path", "../up");
        QVERIFY(!draft.errorOf("path").isEmpty());
        draft.setValue("path", "notes/first");
        QVERIFY2(draft.commandLine().contains("storage put files notes/first --from '"),
                 qPrintable(draft.commandLine()));
        carryOutErrand(room, "storage.put", room.target(), {{"file", from}, {"path", "notes/first"}});
        carryOutErrand(room, "storage.put", room.target(), {{"file", from}});
        QTRY_COMPARE(pathsIn(table), (QStringList{"it's a note.txt", "notes/first"}));
        QCOMPARE(table.cell(1, 1).tooltip, QStringLiteral("17 bytes"));
        const auto row = *table.targetAt(1);
        QCOMPARE(titleOf(room.estate(), row), QStringLiteral("notes/first"));
        QCOMPARE(parentOf(room.estate(), row), room.target());
        carryOutErrand(room, "storage.get", row, {{"file", to}});
        QFile got(to);
        QVERIFY(got.open(QIODevice::ReadOnly));
        QCOMPARE(got.readAll(), QByteArray("what stands in it"));
        ActionDraft remove(action("storage.delete"), *room.workspace, row);
        QVERIFY(remove.destructive() && remove.asksForMore());
        carryOutErrand(room, "storage.delete", row, {});
        QTRY_COMPARE(pathsIn(table), QStringList{"it's a note.txt"});
        QCOMPARE(resets.size(), 0);
    }

    /// Files on a disk are shown and put as those of an account; what differs is whose key it is, and snapshots.
    void aDiskIsSnapshotAndMadeOfOne()
    {
        StorageRoom room;
        const auto make = [&](const char *name, const char *type, std::optional<ResourceId> store = {}) {
            const auto id = test::id<ResourceId>();
            must(room.run(command::CreateResource{.id = id,
                                                  .type = type,
                                                  .name = must(ResourceName::from(name)),
                                                  .place = room.estate().resource(room.account)->place,
                                                  .tags = {},
                                                  .store = store}));
            room.settle();
            return id;
        };
        const auto set = make("set1", "disk-encryption-set");
        const auto disk = Target::of(make("disk1", "managed-disk", set));
        const auto has = [&](const Target &target, const char *blade) {
            return std::ranges::any_of(bladesOf(room.estate(), target),
                                       [&](const auto *one) { return one->id == QLatin1String(blade); });
        };
        QVERIFY(has(disk, "storage.objects") && has(disk, "disk.snapshots"));
        QVERIFY(!has(room.target(), "disk.snapshots") && !pageHelp("disk.snapshots").isEmpty());
        // Nothing to be kept yet, and the page says so by its button.
        QVERIFY(!stateNow(room, "disk.snapshot", disk).enabled);
        const auto from = room.files.filePath("in");
        QFile file(from);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("1") > 0);
        file.close();
        carryOutErrand(room, "storage.put", disk, {{"file", from}});
        QVERIFY(stateNow(room, "disk.snapshot", disk).enabled);
        const auto page = bladeById("disk.snapshots")->make(*room.workspace, disk);
        auto &table = page->findChild<TablePart *>("snapshots")->model();
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        carryOutErrand(room, "disk.snapshot", disk, {{"name", "monday"}});
        QTRY_COMPARE(pathsIn(table), QStringList{"monday"});
        const auto row = *table.targetAt(0);
        QCOMPARE(titleOf(room.estate(), row), QStringLiteral("monday"));
        QCOMPARE(parentOf(room.estate(), row), disk);
        carryOutErrand(room, "disk.restore", row, {{"name", "disk2"}});
        const auto *made = room.estate().resourceNamed("disk2");
        QVERIFY(made && made->store == set);
        QVERIFY(!stateNow(room, "disk.attach", disk).enabled); // there is no machine
        const auto machine = make("vm1", "virtual-machine");
        must(room.run(command::AttachDisk{.disk = disk.resource(), .machine = machine}));
        room.settle();
        ActionDraft none(action("resource.store"), *room.workspace, disk); // its set stays while a machine has it
        none.setValue("store", "");
        QTRY_VERIFY2(none.blocker().contains("attached"), qPrintable(none.blocker()));
        QVERIFY(stateNow(room, "disk.detach", disk).enabled && !stateNow(room, "disk.attach", disk).supported);
        const auto overview = bladeById("resource.overview")->make(*room.workspace, disk);
        QStringList facts;
        for (const auto *part : overview->findChildren<FactsPart *>())
            for (const auto &fact : part->facts()) facts += fact.label + QLatin1Char('=') + fact.value;
        QVERIFY2(facts.contains("Attached to=vm1"), qPrintable(facts.join(QLatin1Char('\n'))));
    }

    /// As its profile has it, not as that of the services whose next job ends the need for a former version.
    void theEncryptionPageSaysHowSoonNewVersionsAreFollowed()
    {
        StorageRoom room;
        must(room.run(command::SetKey{room.account, room.vaultId, room.keyId, {}, {}, test::id<JobId>()}));
        room.settle();
        const auto page = bladeById("resource.encryption")->make(*room.workspace, room.target());
        QString followed;
        for (const auto *part : page->findChildren<FactsPart *>())
            for (const auto &fact : part->facts())
                if (fact.label == QLatin1String("New versions")) followed = fact.value;
        QVERIFY2(followed.startsWith("Followed within") && !followed.contains("hour"), qPrintable(followed));
    }

    void whatIsThereAlreadyIsNotReplacedUnlessItIsSaid()
    {
        StorageRoom room;
        room.put("a", "first");
        const auto from = room.files.filePath("in");
        QFile file(from);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("second") > 0);
        file.close();
        ActionDraft draft(action("storage.put"), *room.workspace, room.target());
        draft.setValue("file", from);
        draft.setValue("path", "a");
        QTRY_VERIFY(draft.ready());
        QSignalSpy over(&room.workspace->errands(), &Errands::over);
        draft.commit();
        QTRY_COMPARE(over.size(), 1);
        QCOMPARE(must(room.storage().list(room.account, {})).front().bytes, std::uint64_t(5));
        carryOutErrand(room, "storage.put", room.target(), {{"file", from}, {"path", "a"}, {"overwrite", true}});
        QCOMPARE(must(room.storage().list(room.account, {})).front().bytes, std::uint64_t(6));
    }

    /// Without the key nothing is shown; it says why and what mends it, and with the key it is there again by itself.
    void MOD_5_withoutItsKeyThePageSaysWhyAndWhatMendsIt()
    {
        StorageRoom room;
        room.put("secret/plan", "1");
        const auto page = room.page();
        QTRY_COMPARE_WITH_TIMEOUT(pathsIn(tableOf(*page)), QStringList{"secret/plan"}, 60'000);
        room.lose();
        QTRY_VERIFY(!isThere(*page));
        QTRY_VERIFY(tableOf(*page).rowCount() == 0);
        QCOMPARE(stateOf(*page).callouts().size(), std::size_t(1));
        const auto &callout = stateOf(*page).callouts().front();
        QVERIFY(callout.state == State::Lost && callout.fix);
        QVERIFY2(callout.text.contains("files"), qPrintable(callout.text));
        for (const auto *one : {"storage.put"}) QVERIFY(!stateNow(room, one, room.target()).enabled);
        QVERIFY(!stateNow(room, "storage.get", room.object("secret/plan")).enabled);
        room.heal();
        QTRY_VERIFY(isThere(*page));
        QTRY_COMPARE(pathsIn(tableOf(*page)), QStringList{"secret/plan"});
        QVERIFY(stateOf(*page).callouts().empty());
    }

    void tenThousandAreSortedAndFoundBesideTheWindow()
    {
        Many many;
        test::Opened opened([&](engine::WorkplacePtr made) -> engine::WorkplacePtr {
            return std::make_shared<test::WithService>(std::move(made), many);
        });
        const auto &settings = opened.inner().console().snapshot()->settings();
        const auto account = test::id<ResourceId>();
        must(opened.run(command::CreateResource{
            account,
            "storage-account",
            must(ResourceName::from("files")),
            {must(Region::from("westeurope")), settings.tenant, settings.subscription, "default"},
            {}}));
        opened.settle();
        const auto page = bladeById("storage.objects")->make(*opened.workspace, Target::of(account));
        auto &table = tableOf(*page);
        QTRY_COMPARE_WITH_TIMEOUT(table.rowCount(), 10'000, 60'000);
        table.sort(1, Qt::DescendingOrder);
        QTRY_COMPARE(table.cell(0, 0).text, QStringLiteral("folder/9999"));
        table.setFilter("folder/123");
        QTRY_COMPARE(table.rowCount(), 11);
    }
};

QTEST_GUILESS_MAIN(TestStorageModels)
#include "tst_storage_models.moc"
