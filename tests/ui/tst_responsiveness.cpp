// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window thread waits for nothing: with a store whose every call blocks for two seconds no window event waits.

#include "backend/engine/api/file_stores.h"
#include "backend/engine/api/key_usage.h"
#include "backend/engine/api/services/bot_service.h"
#include "backend/engine/api/services/managed_disk.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/engine/api/services/sql_server.h"
#include "backend/engine/api/siem.h"
#include "models/navigation.h"
#include "models/presenter.h"
#include "tests/support/no_administration.h"
#include "tests/ui/window.h"
#include "ui/shell/workspace_view.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace keyward;
using namespace keyward::test;

namespace {

std::atomic<bool> slow{false};

void block()
{
    if (slow) QThread::msleep(2000);
}

/// Databases on it.
class SlowServers final : public engine::SqlServers
{
public:
    explicit SlowServers(engine::SqlServers &inner) : m_inner(inner) {}
    std::string_view name() const override { return m_inner.name(); }
    void runDue(engine::DueWork &out, const engine::ProgressCallback &p) override
    {
        block();
        m_inner.runDue(out, p);
    }
    void settle(const estate::ResourceId &resource) override
    {
        block();
        m_inner.settle(resource);
    }
    Result<std::string> resume(const estate::JobId &j, const estate::Actor &a,
                               const engine::ProgressCallback &p) override
    {
        return block(), m_inner.resume(j, a, p);
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.verify(depth, p);
    }
    Result<std::uint64_t> deleteData(const estate::ResourceId &resource, const estate::Actor &a) override
    {
        return block(), m_inner.deleteData(resource, a);
    }
    Result<estate::DatabaseId> create(const engine::NewDatabase &what, const estate::Actor &a,
                                      const engine::ProgressCallback &p) override
    {
        return block(), m_inner.create(what, a, p);
    }
    Status setEncryption(const estate::DatabaseId &database, bool on, const estate::Actor &a,
                         const engine::ProgressCallback &p) override
    {
        return block(), m_inner.setEncryption(database, on, a, p);
    }
    Status exportPlain(const estate::DatabaseId &database, const std::filesystem::path &file, const estate::Actor &a,
                       const engine::ProgressCallback &p) override
    {
        return block(), m_inner.exportPlain(database, file, a, p);
    }
    Result<estate::DatabaseBackupId> backUp(const estate::DatabaseId &database, const estate::Actor &a,
                                            const engine::ProgressCallback &p) override
    {
        return block(), m_inner.backUp(database, a, p);
    }
    Result<estate::DatabaseId> restore(const engine::DatabaseRestore &what, const estate::Actor &a,
                                       const engine::ProgressCallback &p) override
    {
        return block(), m_inner.restore(what, a, p);
    }
    Result<estate::DatabaseId> replicate(const estate::DatabaseId &database, const estate::ResourceId &to,
                                         const estate::Actor &a, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.replicate(database, to, a, p);
    }
    Result<std::uint64_t> syncReplica(const estate::DatabaseId &replica, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.syncReplica(replica, p);
    }
    Status failOver(const estate::DatabaseId &replica, bool complete, const estate::Actor &a,
                    const engine::ProgressCallback &p) override
    {
        return block(), m_inner.failOver(replica, complete, a, p);
    }
    Result<std::unique_ptr<engine::SqlConnection>> connect(const estate::DatabaseId &database) override
    {
        return block(), m_inner.connect(database);
    }
    Status rewrap(const estate::ResourceId &server, const estate::Actor &a, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.rewrap(server, a, p);
    }
    Status checkAccess(const estate::ResourceId &server) override { return block(), m_inner.checkAccess(server); }
    std::size_t connections(const estate::ResourceId &server) const override
    {
        return block(), m_inner.connections(server);
    }

private:
    engine::SqlServers &m_inner;
};

class SlowBots final : public engine::Bots
{
public:
    explicit SlowBots(engine::Bots &inner) : m_inner(inner) {}

    std::string_view name() const override { return m_inner.name(); }
    void runDue(engine::DueWork &out, const engine::ProgressCallback &p) override
    {
        block();
        m_inner.runDue(out, p);
    }
    void settle(const estate::ResourceId &bot) override
    {
        block();
        m_inner.settle(bot);
    }
    Result<std::string> resume(const estate::JobId &j, const estate::Actor &a,
                               const engine::ProgressCallback &p) override
    {
        return block(), m_inner.resume(j, a, p);
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.verify(depth, p);
    }
    Result<std::uint64_t> deleteData(const estate::ResourceId &bot, const estate::Actor &a) override
    {
        return block(), m_inner.deleteData(bot, a);
    }
    Result<engine::BotConfiguration> configuration(const estate::ResourceId &bot) override
    {
        return block(), m_inner.configuration(bot);
    }
    Status configure(const estate::ResourceId &bot, const std::map<std::string, std::optional<std::string>> &values,
                     const estate::Actor &a) override
    {
        return block(), m_inner.configure(bot, values, a);
    }
    Status setChannel(const estate::ResourceId &bot, const engine::BotChannel &channel,
                      const crypto::SecretBytes &secret, const estate::Actor &a) override
    {
        return block(), m_inner.setChannel(bot, channel, secret, a);
    }
    Status removeChannel(const estate::ResourceId &bot, const estate::ChannelKind &kind,
                         const estate::Actor &a) override
    {
        return block(), m_inner.removeChannel(bot, kind, a);
    }
    Status setEndpoint(const estate::ResourceId &bot, const std::optional<engine::BotEndpoint> &to,
                       const estate::Actor &a) override
    {
        return block(), m_inner.setEndpoint(bot, to, a);
    }
    Result<std::vector<engine::BotConversation>> conversations(const estate::ResourceId &bot) override
    {
        return block(), m_inner.conversations(bot);
    }
    Result<engine::BotDelivery> send(const estate::ResourceId &bot, const estate::ConversationName &name,
                                     const estate::ChannelKind &channel, const engine::BotMessage &message,
                                     const estate::Actor &a) override
    {
        return block(), m_inner.send(bot, name, channel, message, a);
    }
    Result<std::vector<engine::BotMessage>> receive(const estate::ResourceId &bot, const estate::ConversationName &name,
                                                    Millis wait, const std::function<bool()> &goOn) override
    {
        return block(), m_inner.receive(bot, name, wait, goOn);
    }

private:
    engine::Bots &m_inner;
};

class SlowStorage : public engine::FileStores
{
public:
    explicit SlowStorage(engine::FileStores &inner) : m_inner(inner) {}

    std::string_view name() const override { return m_inner.name(); }
    void runDue(engine::DueWork &out, const engine::ProgressCallback &p) override
    {
        block();
        m_inner.runDue(out, p);
    }
    void settle(const estate::ResourceId &account) override
    {
        block();
        m_inner.settle(account);
    }
    Result<std::string> resume(const estate::JobId &j, const estate::Actor &a,
                               const engine::ProgressCallback &p) override
    {
        return block(), m_inner.resume(j, a, p);
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.verify(depth, p);
    }
    Result<std::uint64_t> deleteData(const estate::ResourceId &account, const estate::Actor &a) override
    {
        return block(), m_inner.deleteData(account, a);
    }
    Result<engine::StoredObject> put(const engine::PutRequest &request, const engine::PieceSource &from,
                                     const estate::Actor &a, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.put(request, from, a, p);
    }
    Result<engine::StoredObject> putFile(const engine::PutRequest &request, const std::filesystem::path &from,
                                         const estate::Actor &a, const engine::ProgressCallback &p) override
    {
        return block(), m_inner.putFile(request, from, a, p);
    }
    Result<engine::StoredObject> getFile(const estate::ResourceId &account, const estate::ObjectPath &path,
                                         const std::filesystem::path &to, const estate::Actor &a,
                                         const engine::ProgressCallback &p) override
    {
        return block(), m_inner.getFile(account, path, to, a, p);
    }
    Result<std::vector<engine::StoredObject>> list(const estate::ResourceId &account,
                                                   const std::string &prefix) override
    {
        return block(), m_inner.list(account, prefix);
    }
    Status remove(const estate::ResourceId &account, const estate::ObjectPath &path, const estate::Actor &a) override
    {
        return block(), m_inner.remove(account, path, a);
    }

private:
    engine::FileStores &m_inner;
};

class SlowDisks final : public SlowStorage, public engine::ManagedDisks
{
public:
    SlowDisks(engine::FileStores &files, engine::ManagedDisks &disks) : SlowStorage(files), m_disks(disks) {}

    Result<estate::DiskSnapshotId> takeSnapshot(const estate::ResourceId &disk, const ResourceName &name,
                                                const estate::Actor &a) override
    {
        return block(), m_disks.takeSnapshot(disk, name, a);
    }
    Result<estate::ResourceId> restoreSnapshot(const engine::SnapshotRestore &request, const estate::Actor &a,
                                               const engine::ProgressCallback &p) override
    {
        return block(), m_disks.restoreSnapshot(request, a, p);
    }

private:
    engine::ManagedDisks &m_disks;
};

class SlowSiem final : public engine::Siem
{
public:
    explicit SlowSiem(engine::Siem &inner) : m_inner(inner) {}
    Result<engine::SiemStanding> standing(const estate::SiemReceiverId &receiver) const override
    {
        return block(), m_inner.standing(receiver);
    }
    Result<Sentence> test(const estate::SiemReceiverId &receiver, const estate::Actor &actor,
                          const engine::ProgressCallback &p) override
    {
        return block(), m_inner.test(receiver, actor, p);
    }
    void forward(engine::DueWork &out, const engine::ProgressCallback &p) override
    {
        block();
        m_inner.forward(out, p);
    }
    Result<std::string> trustFrom(const std::filesystem::path &file) const override
    {
        return block(), m_inner.trustFrom(file);
    }

private:
    engine::Siem &m_inner;
};

/// A keystore behind a very slow disk.
class Slow final : public engine::Workplace,
                   engine::Console,
                   engine::AuditLog,
                   engine::KeyBackup,
                   engine::FolderBackups,
                   engine::AuditReports,
                   test::NoAdministration
{
public:
    explicit Slow(engine::WorkplacePtr inner) : m_inner(std::move(inner))
    {
        m_services.add(*this);
        m_services.add(m_servers);
        m_services.add(m_bots);
        m_services.add(m_storage);
        consistOf({.console = this,
                   .log = this,
                   .usage = &m_usage,
                   .keyBackup = this,
                   .services = &m_services,
                   .siem = &m_siem,
                   .reports = this,
                   .administration = this,
                   .random = &m_inner->random()}); // no store behind it
    }

    engine::EstatePtr snapshot() const override { return m_inner->console().snapshot(); } // never waits, by contract
    estate::Assessment assessment() const override { return block(), m_inner->console().assessment(); }
    engine::Published published() const override { return block(), m_inner->console().published(); }
    Instant now() const override { return block(), m_inner->console().now(); }
    Result<engine::EstatePtr> execute(const estate::Command &c, const estate::Actor &a,
                                      std::vector<engine::MaterialWrite> m) override
    {
        return block(), m_inner->console().execute(c, a, std::move(m));
    }
    Status refresh() override { return block(), m_inner->console().refresh(); }
    Status note(const engine::AuditEntry &entry) override { return block(), m_inner->console().note(entry); }
    engine::Listening listen(std::function<void(engine::EstatePtr)> changed) override
    {
        return m_inner->console().listen(std::move(changed));
    }

    Result<std::vector<engine::AuditEntry>> newest(std::size_t limit, std::uint64_t before) override
    {
        return block(), m_inner->log().newest(limit, before);
    }
    Result<std::vector<engine::AuditEntry>> from(std::uint64_t first, std::size_t limit) override
    {
        return block(), m_inner->log().from(first, limit);
    }
    engine::AuditCheckpoint checkpoint() override { return block(), m_inner->log().checkpoint(); }
    Status verify() override { return block(), m_inner->log().verify(); }
    Status verifyAgainst(const engine::AuditCheckpoint &earlier) override
    {
        return block(), m_inner->log().verifyAgainst(earlier);
    }

    Result<Bytes> backUp(const estate::KeyId &key, const estate::Actor &actor) override
    {
        return block(), m_inner->keyBackup().backUp(key, actor);
    }
    Status backUpTo(const estate::KeyId &key, const std::filesystem::path &file, const estate::Actor &actor) override
    {
        return block(), m_inner->keyBackup().backUpTo(key, file, actor);
    }
    Result<estate::KeyId> restore(const estate::VaultId &into, ByteView blob, const estate::Actor &actor) override
    {
        return block(), m_inner->keyBackup().restore(into, blob, actor);
    }
    Result<estate::PointId> backUp(const engine::BackupRequest &r, const estate::Actor &a,
                                   const engine::ProgressCallback &p) override
    {
        return block(), backups().backUp(r, a, p);
    }
    std::string_view name() const override { return backups().name(); }
    void runDue(engine::DueWork &out, const engine::ProgressCallback &p) override
    {
        block();
        backups().runDue(out, p);
    }
    void settle(const estate::ResourceId &resource) override
    {
        block();
        backups().settle(resource);
    }
    Result<std::string> resume(const estate::JobId &j, const estate::Actor &a,
                               const engine::ProgressCallback &p) override
    {
        return block(), backups().resume(j, a, p);
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth depth, const engine::ProgressCallback &p) override
    {
        return block(), backups().verify(depth, p);
    }
    Result<std::uint64_t> deleteData(const estate::ResourceId &resource, const estate::Actor &a) override
    {
        return block(), backups().deleteData(resource, a);
    }
    Status check(const estate::PointId &point) override { return block(), backups().check(point); }
    Result<engine::RestoreOutcome> restore(const engine::RestoreRequest &r, const estate::Actor &a,
                                           const engine::ProgressCallback &p) override
    {
        return block(), backups().restore(r, a, p);
    }
    Result<std::vector<engine::ArchivedFile>> list(const estate::PointId &point) override
    {
        return block(), backups().list(point);
    }
    Result<engine::ReportOutcome> exportTo(const engine::ReportRequest &r, const estate::Actor &a,
                                           const engine::ProgressCallback &p) override
    {
        return block(), m_inner->reports().exportTo(r, a, p);
    }
    Result<engine::ReportCheck> check(const std::filesystem::path &file, std::string_view signer) const override
    {
        return block(), m_inner->reports().check(file, signer);
    }
    Result<engine::StoreCheck> verifyAll(engine::Depth depth, const engine::ProgressCallback &p) const override
    {
        return block(), m_inner->administration().verifyAll(depth, p);
    }
    engine::StoreFacts facts() const override { return block(), m_inner->administration().facts(); }
    Result<engine::RecoveryKey> newRecoveryKey() const override
    {
        return block(), m_inner->administration().newRecoveryKey();
    }
    Result<engine::UnlockSlot> enrol(const engine::RecoveryKey &key, const std::string &label,
                                     const estate::Actor &actor) override
    {
        return block(), m_inner->administration().enrol(key, label, actor);
    }
    Status copyTo(const std::filesystem::path &file) override
    {
        return block(), m_inner->administration().copyTo(file);
    }
    Result<engine::UnlockSlot> addPassphrase(const crypto::SecretBytes &passphrase, const std::string &label,
                                             const estate::Actor &actor) override
    {
        return block(), m_inner->administration().addPassphrase(passphrase, label, actor);
    }
    Result<engine::UnlockSlot> addSystemKeyring(const std::string &label, const estate::Actor &actor) override
    {
        return block(), m_inner->administration().addSystemKeyring(label, actor);
    }
    Result<engine::Rekeyed> removeSlot(const engine::UnlockSlotId &slot, const estate::Actor &actor) override
    {
        return block(), m_inner->administration().removeSlot(slot, actor);
    }
    Result<engine::Rekeyed> changePassphrase(const crypto::SecretBytes &passphrase, const std::string &hashing,
                                             const estate::Actor &actor) override
    {
        return block(), m_inner->administration().changePassphrase(passphrase, hashing, actor);
    }
    Status acceptClock(const estate::Actor &actor) override
    {
        return block(), m_inner->administration().acceptClock(actor);
    }
    Result<std::optional<Millis>> agent() const override { return block(), m_inner->administration().agent(); }
    Status lockAgent() override { return block(), m_inner->administration().lockAgent(); }

private:
    engine::FolderBackups &backups() const { return m_inner->services().get<engine::FolderBackups>(); }
    engine::WorkplacePtr m_inner;
    SlowSiem m_siem{m_inner->siem()};
    SlowServers m_servers{m_inner->services().get<engine::SqlServers>()};
    SlowBots m_bots{m_inner->services().get<engine::Bots>()};
    SlowDisks m_storage{dynamic_cast<engine::FileStores &>(m_inner->services().get<engine::ManagedDisks>()),
                        m_inner->services().get<engine::ManagedDisks>()};
    engine::Services m_services;
    engine::KeyUsage m_usage{*this};
};

class SlowKeystores final : public engine::Keystores
{
public:
    explicit SlowKeystores(std::shared_ptr<engine::Keystores> inner) : m_inner(std::move(inner)) {}
    Result<engine::WorkplacePtr> create(const engine::NewKeystore &wanted, const engine::Holding &held) override
    {
        KEYWARD_TRY(auto made, m_inner->create(wanted, held));
        return engine::WorkplacePtr(std::make_shared<Slow>(std::move(made)));
    }
    Result<engine::WorkplacePtr> open(const std::filesystem::path &file, engine::Credential with,
                                      const engine::Holding &held) override
    {
        block();
        KEYWARD_TRY(auto made, m_inner->open(file, std::move(with), held));
        return engine::WorkplacePtr(std::make_shared<Slow>(std::move(made)));
    }
    Status inspect(const std::filesystem::path &file) override { return block(), m_inner->inspect(file); }
    Result<crypto::SecretBytes> rootKey(const std::filesystem::path &file, engine::Credential with,
                                        const engine::Holding &held) override
    {
        return block(), m_inner->rootKey(file, std::move(with), held);
    }
    Result<engine::Revived> putBack(engine::PutBack wanted, const estate::Actor &actor,
                                    const engine::Holding &held) override
    {
        return block(), m_inner->putBack(std::move(wanted), actor, held);
    }

private:
    std::shared_ptr<engine::Keystores> m_inner;
};

/// The longest time the window's thread did not come round.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_timer.start(5);
    }
    qint64 longest() const { return m_longest; }
    void restart()
    {
        m_longest = 0;
        m_since.restart();
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

constexpr qint64 mostMs = 1200; // a blocked call takes 2000; the build machine is not quiet

} // namespace

class TestResponsiveness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noWindowEventWaitsForTheStore()
    {
        QTemporaryDir folder;
        ManualClock clock;
        models::Background background;
        ui::Theme theme(*qApp, folder.filePath("window.ini"));
        auto session = std::make_unique<models::Session>(
            models::Session::Parts{std::make_shared<SlowKeystores>(keystores(folder, clock)), background, clock, owner,
                                   lines, folder.filePath("window.ini"), folder.path()});
        auto window = std::make_unique<ui::MainWindow>(*session, theme, folder.filePath("window.ini"));
        window->show();
        session->openSample();
        QTRY_VERIFY_WITH_TIMEOUT(session->stage() == models::Session::Stage::Open, 60'000);
        QTest::qWait(300);
        auto *view = window->findChild<ui::WorkspaceView *>();
        auto &workspace = *session->workspace();
        const auto kept = workspace.moment();
        const auto &estate = *kept->estate;
        slow = true;
        Heartbeat heart;
        QTest::qWait(50);
        // Every page of everything.
        std::vector<models::Target> targets{
            {},
            models::Target::of(estate.vaultNamed("kv-backup")->id),
            models::Target::of(estate.keyNamed(estate.vaultNamed("kv-backup")->id, "kek-prod")->id),
            models::Target::of(estate.resourceNamed("rsv-east")->id)};
        heart.restart();
        for (const auto &target : targets)
            for (const auto *blade : models::bladesOf(estate, target)) {
                view->navigation().go({blade->id, target});
                QTest::qWait(60);
                QVERIFY2(heart.longest() < mostMs, qPrintable(blade->id + QString(": %1 ms").arg(heart.longest())));
            }
        // A dialog, its preview, a command on its way, the search, and locking meanwhile.
        auto &host = static_cast<ui::Host &>(*view);
        host.start("key.disable",
                   models::Target::of(estate.keyNamed(estate.vaultNamed("kv-backup")->id, "kek-2023")->id));
        QTest::qWait(300);
        app::Robot robot(*window);
        QVERIFY(robot.find("dialog.do"));
        robot.click(*robot.find("dialog.do"));
        QTest::qWait(300);
        QVERIFY2(heart.longest() < mostMs, qPrintable(QString("a command: %1 ms").arg(heart.longest())));
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), 60'000);
        // What is done to the keystore itself.
        view->navigation().go({"keystore", {}});
        for (const auto *action : {"slot.recovery", "passphrase.change", "store.verify", "audit.verify"}) {
            heart.restart();
            host.start(action, {});
            QTest::qWait(300);
            QVERIFY2(robot.findAny("dialog.cancel"), action);
            if (auto *field = robot.find("field.passphrase")) {
                robot.type(*field, "another long passphrase");
                robot.type(*robot.find("field.passphrase.again"), "another long passphrase");
            }
            if (auto *copy = robot.find("recovery.copy")) robot.click(*copy);
            if (auto *deed = robot.find("dialog.do"))
                robot.click(*deed);
            else
                robot.key(robot.foremost(), Qt::Key_Escape);
            QTest::qWait(300);
            QVERIFY2(heart.longest() < mostMs, qPrintable(QString("%1: %2 ms").arg(action).arg(heart.longest())));
            QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), 60'000);
        }
        host.start("key.rotate",
                   models::Target::of(estate.keyNamed(estate.vaultNamed("kv-backup")->id, "kek-prod")->id));
        QTest::qWait(100);
        session->lock();
        QTest::qWait(300);
        QVERIFY2(heart.longest() < mostMs, qPrintable(QString("locking: %1 ms").arg(heart.longest())));
        QVERIFY(robot.find("unlock.secret") || robot.find("welcome.create"));
        // A copy being put back, looked at first.
        heart.restart();
        robot.click(*(robot.find("start.restore") ? robot.find("start.restore") : robot.find("welcome.restore")));
        QFile copy(folder.filePath("copy.keyward"));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.close();
        robot.replace(*robot.find("restore.copy"), copy.fileName());
        robot.replace(*robot.find("restore.store"), folder.filePath("s.keyward"));
        robot.type(*robot.find("restore.secret"), "a passphrase");
        robot.click(*robot.find("restore.look"));
        QTest::qWait(300);
        QVERIFY2(heart.longest() < mostMs, qPrintable(QString("a copy: %1 ms").arg(heart.longest())));
        QTRY_VERIFY_WITH_TIMEOUT(robot.find("restore.back"), 20'000); // refused: it is none
        slow = false;
        window.reset();
        session.reset();
    }
};

QTEST_MAIN(TestResponsiveness)
#include "tst_responsiveness.moc"
