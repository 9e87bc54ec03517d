// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-19: what receivers get of the log, whatever happens to them and to what sends it.

#include "tests/support/fixture.h"
#include "tests/support/openssl.h"
#include "tests/support/siem/receiver.h"

#include "backend/estate/findings.h"
#include "backend/siem/json_line.h"
#include "backend/siem/log_forwarder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <fstream>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

namespace {

const engine::ProgressCallback goOn = [](const engine::Progress &) { return true; };

/// A keystore with what sends its log, as one process has them.
struct Sender {
    Sender(const fs::path &folder, const Clock &clock)
        : desk(folder, clock),
          forwarder({.engine = desk.engine(),
                     .waiting = {.connect = std::chrono::seconds(2), .silence = std::chrono::milliseconds(500)}})
    {}

    SiemReceiverId add(SiemTarget target, bool fromStart = true, const std::string &name = "soc")
    {
        const auto id = test::id<SiemReceiverId>();
        test::must(
            desk.run(command::AddSiemReceiver{id, test::must(DisplayName::from(name)), std::move(target), fromStart}));
        return id;
    }
    engine::DueWork forward()
    {
        engine::DueWork out;
        forwarder.forward(out, goOn);
        return out;
    }
    engine::SiemStanding standing(const SiemReceiverId &id) { return test::must(forwarder.standing(id)); }
    std::uint64_t last() { return desk.store().head().sequence; }
    /// So many entries more.
    void write(int entries)
    {
        std::vector<engine::Engine::Pending> all(static_cast<std::size_t>(entries));
        std::vector<engine::Engine::Pending *> group;
        for (auto &one : all) {
            one.entry = engine::entryBy(test::owner, "wrapKey", "kv1/key " + test::id<KeyId>().text());
            one.entry.time = desk.engine().now();
            one.judgedBy = desk.estate();
            group.push_back(&one);
        }
        test::must(desk.engine().commitEntries(group));
    }
    fs::path folderOf(const SiemReceiverId &id) { return desk.store().folder() / siemFolder(id); }

    test::Desk desk;
    siem::LogForwarder forwarder;
};

std::string contents(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void put(const fs::path &file, const std::string &text) { std::ofstream(file, std::ios::binary) << text; }

std::vector<std::uint64_t> numbersIn(const fs::path &file)
{
    std::vector<std::uint64_t> out;
    std::istringstream in(contents(file));
    for (std::string line; std::getline(in, line);) {
        const auto mark = siem::markOf(line);
        out.push_back(mark ? mark->number : 0);
    }
    return out;
}
std::vector<std::uint64_t> upTo(std::uint64_t last, std::uint64_t first = 1)
{
    std::vector<std::uint64_t> out;
    for (auto i = first; i <= last; ++i) out.push_back(i);
    return out;
}

HostPort at(const test::SiemReceiverProcess &receiver, const std::string &host = "127.0.0.1")
{
    return {.host = host, .port = static_cast<std::uint16_t>(receiver.port())};
}

} // namespace

class TestSiemForwarding : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    QTemporaryDir m_certificates;

    QString certificate(const char *name) const { return m_certificates.filePath(QString::fromLatin1(name)); }
    QStringList identity() const { return {certificate("server.pem"), certificate("server.key")}; }

private Q_SLOTS:
    void initTestCase()
    {
        // An authority, a receiver's certificate by it, and another authority that vouched for nobody.
        for (const char *name : {"ca", "other"})
            QVERIFY(test::openssl(
                m_certificates, QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=%1 -keyout %1.key "
                                               "-out %1.pem")
                                    .arg(QLatin1String(name))));
        QVERIFY(test::openssl(m_certificates,
                              "req -newkey rsa:2048 -nodes -subj /CN=receiver -keyout server.key -out server.csr"));
        QFile names(certificate("names"));
        QVERIFY(names.open(QIODevice::WriteOnly));
        names.write("subjectAltName=DNS:localhost,DNS:siem.example.org\n");
        names.close();
        QVERIFY(test::openssl(
            m_certificates, "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile names "
                            "-out server.pem"));
    }

    void TDE_19_aFileGetsEveryEntryOnceAndInOrder()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto file = folder / "log.jsonl";
        const auto id = one.add(SiemFile{file});
        one.write(5);
        QCOMPARE(one.standing(id).waiting, one.last());
        const auto work = one.forward();
        QVERIFY2(work.failed.empty(), work.failed.empty() ? "" : message(work.failed[0]).c_str());
        QCOMPARE(work.done.size(), std::size_t(1));
        QCOMPARE(numbersIn(file), upTo(one.last()));
        struct stat info{};
        QVERIFY(::stat(file.c_str(), &info) == 0 && (info.st_mode & 0777) == 0600);
        // To send something is nothing that would be sent.
        const auto before = one.last();
        QVERIFY(one.forward().done.empty());
        QCOMPARE(one.last(), before);
        one.write(3);
        QCOMPARE(one.forward().done.size(), std::size_t(1));
        QCOMPARE(numbersIn(file), upTo(before + 3));
        const auto standing = one.standing(id);
        QCOMPARE(standing.sent, one.last());
        QCOMPARE(standing.waiting, 0u);
        QVERIFY(standing.delivered && !standing.trouble);
    }

    /// Each line and the log say the same of it, so that one who has only the lines can show them against a report.
    void TDE_19_aLineProvesItsEntryAgainstTheLog()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        one.add(SiemFile{folder / "log.jsonl"});
        one.write(3);
        one.forward();
        std::istringstream in(contents(folder / "log.jsonl"));
        std::uint64_t number = 0;
        for (std::string line; std::getline(in, line);) {
            const auto object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
            ++number;
            QCOMPARE(object["hash"].toString().toStdString(), toHex(test::must(one.desk.store().auditHashAt(number))));
            QCOMPARE(object["leaf"].toString().toStdString(),
                     toHex(test::must(one.desk.store().auditFrom(number, 1))[0].leaf->hash));
        }
        QCOMPARE(number, one.last());
        QCOMPARE(one.desk.engine().checkpoint().hash, test::must(one.desk.store().auditHashAt(number)));
    }

    void TDE_19_fromNowOnBeginsWithTheEntryAboutIt()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        one.write(4);
        const auto id = one.add(SiemFile{folder / "log.jsonl"}, false);
        const auto added = one.last();
        one.write(1200); // further back than one look
        QCOMPARE(one.standing(id).waiting, 1201u);
        one.forward();
        QCOMPARE(numbersIn(folder / "log.jsonl"), upTo(one.last(), added));
    }

    /// A process that is killed within a write, or between it and the note of it, or a machine that loses its power.
    void TDE_19_aTornFileIsGoneOnWithExactlyBehindItsLastWholeLine()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto file = folder / "log.jsonl";
        const auto id = one.add(SiemFile{file});
        one.forward();
        const auto noted = contents(one.folderOf(id) / "position");
        const auto begun = contents(file).size();
        one.write(3);
        one.forward();
        const auto whole = contents(file);
        for (auto size = begun; size <= whole.size(); size += size % 97 + 1) {
            put(one.folderOf(id) / "position", noted);
            put(file, whole.substr(0, size) + (size % 2 ? "" : std::string(size % 5, '\0')));
            QVERIFY(one.forward().failed.empty());
            QVERIFY2(contents(file) == whole, std::to_string(size).c_str());
        }
        // The first line of all, torn.
        fs::remove(one.folderOf(id) / "position");
        put(file, whole.substr(0, 20));
        QVERIFY(one.forward().failed.empty());
        QVERIFY(contents(file) == whole);
    }

    void TDE_19_linesThatWereCutOffAreWrittenAgain()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto file = folder / "log.jsonl";
        one.add(SiemFile{file});
        one.write(5);
        one.forward();
        const auto whole = contents(file);
        put(file, whole.substr(0, whole.size() / 2));
        one.write(1);
        one.forward();
        QVERIFY(contents(file).starts_with(whole));
        QCOMPARE(numbersIn(file), upTo(one.last()));
    }

    void TDE_19_aFileThatWasMovedAwayIsFollowedByANewOne()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto file = folder / "log.jsonl";
        one.add(SiemFile{file});
        one.forward();
        const auto first = one.last();
        fs::rename(file, folder / "log.jsonl.1");
        one.write(2);
        one.forward();
        QCOMPARE(numbersIn(folder / "log.jsonl.1"), upTo(first));
        QCOMPARE(numbersIn(file), upTo(one.last(), first + 1));
    }

    void TDE_19_whatIsNotItsOwnFileIsLeftAsItIs_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("link") << "link" << static_cast<int>(Code::NotRegularFile);
        QTest::newRow("pipe") << "pipe" << static_cast<int>(Code::NotRegularFile);
        QTest::newRow("two names") << "two names" << static_cast<int>(Code::SiemFileForeign);
        QTest::newRow("a letter") << "a letter" << static_cast<int>(Code::SiemFileForeign);
        QTest::newRow("lines") << "lines" << static_cast<int>(Code::SiemFileForeign);
        QTest::newRow("another's log") << "another's log" << static_cast<int>(Code::SiemFileForeign);
        QTest::newRow("no folder") << "no folder" << static_cast<int>(Code::Io);
    }
    void TDE_19_whatIsNotItsOwnFileIsLeftAsItIs()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto file = what == "no folder" ? folder / "gone/log.jsonl" : folder / "log.jsonl";
        const auto id = one.add(SiemFile{file});
        if (what == "link") {
            put(folder / "target", "");
            fs::create_symlink(folder / "target", file);
        } else if (what == "pipe") {
            QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
        } else if (what == "two names") {
            put(file, "");
            fs::create_hard_link(file, folder / "other");
        } else if (what == "a letter") {
            put(file, "Dear Olga,");
        } else if (what == "lines") {
            put(file, "one\ntwo\n");
        } else if (what == "another's log") {
            const auto elsewhere = m_folders.fresh();
            Sender other(elsewhere, m_clock);
            other.add(SiemFile{elsewhere / "log.jsonl"});
            QVERIFY(other.forward().failed.empty());
            put(file, contents(elsewhere / "log.jsonl"));
        }
        const auto before = what == "pipe" ? "" : contents(file);
        const auto work = one.forward();
        QCOMPARE(work.failed.size(), std::size_t(1));
        QVERIFY2(work.failed[0].code == static_cast<Code>(code), message(work.failed[0]).c_str());
        if (what != "pipe") QCOMPARE(contents(file), before);
        if (what == "link") QCOMPARE(contents(folder / "target"), std::string());
        const auto standing = one.standing(id);
        QCOMPARE(standing.sent, 0u);
        QVERIFY(standing.trouble);
        QCOMPARE(message(*standing.trouble), message(work.failed[0])); // as it was kept
    }

    /// A copy of the keystore that was put back: the receiver has what the log lost.
    void TDE_19_anOlderCopyIsToldAndNothingIsSkipped()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start());
        const auto id = one.add(SiemTcp{at(receiver)});
        one.write(2);
        const auto back = m_folders.fresh();
        KW_OK(one.desk.store().copyTo(back / "s.keyward"));
        one.write(3);
        QVERIFY(one.forward().failed.empty());
        fs::create_directory(back / "s.keyward.d");
        fs::copy(one.folderOf(id), back / "s.keyward.d" / siemFolder(id));
        Sender older(back, m_clock);
        auto work = older.forward();
        QCOMPARE(work.failed.size(), std::size_t(1));
        QCOMPARE(work.failed[0].code, Code::SiemLogDiffers);
        older.write(20); // it went on, and has as many entries now, but others
        m_clock.advance(std::chrono::hours(1));
        work = older.forward();
        QCOMPARE(work.failed.size(), std::size_t(1));
        QCOMPARE(work.failed[0].code, Code::SiemLogDiffers);
        QCOMPARE(receiver.received()->order, upTo(one.last()));
        // What the refusal says helps.
        test::must(older.desk.run(command::RemoveSiemReceiver{id}));
        QVERIFY(!fs::exists(older.folderOf(id)));
        older.add(SiemTcp{at(receiver)}, true, "again");
        QVERIFY(older.forward().failed.empty());
    }

    void TDE_19_overTcpOnlyWhatWasReadToItsEndCounts_data()
    {
        QTest::addColumn<QString>("manners");
        for (const char *one : {"reset", "early", "silent"}) QTest::newRow(one) << QString::fromLatin1(one);
    }
    void TDE_19_overTcpOnlyWhatWasReadToItsEndCounts()
    {
        QFETCH(QString, manners);
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start(manners));
        const auto id = one.add(SiemTcp{at(receiver)});
        one.write(200); // more than a receiver reads at once
        for (int i = 0; i < 3; ++i) {
            m_clock.advance(std::chrono::hours(1));
            const auto work = one.forward();
            QCOMPARE(work.failed.size(), std::size_t(1));
            QVERIFY2(work.failed[0].code == Code::SiemNotConfirmed, message(work.failed[0]).c_str());
            QCOMPARE(one.standing(id).sent, 0u);
            if (manners == "silent") QVERIFY(receiver.start(manners));
        }
        QVERIFY(receiver.start());
        m_clock.advance(std::chrono::hours(1));
        QVERIFY(one.forward().failed.empty());
        const auto received = receiver.received();
        QVERIFY(received);
        QCOMPARE(received->order, upTo(one.standing(id).sent));
        one.forward(); // … that it takes them again
        QCOMPARE(one.standing(id).sent, one.last());
    }

    /// Whenever a process might be killed, what is kept says no more than what the receiver has.
    void TDE_19_thePositionIsNeverAheadOfTheReceiver()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start("silent"));
        const auto id = one.add(SiemTcp{at(receiver)});
        one.write(10);
        int looks = 0;
        engine::DueWork work;
        one.forwarder.forward(work, [&](const engine::Progress &) {
            const auto kept = siem::PositionKeeper::read(one.desk.store().folder(), id);
            return ++looks, !kept || kept->number == 0;
        });
        QVERIFY(looks > 2);
        QCOMPARE(work.failed.size(), std::size_t(1));
        QCOMPARE(work.failed[0].code, Code::SiemNotConfirmed); // and was not cancelled
    }

    void TDE_19_anOutageIsSaidOnceAndTriedEverMoreRarely()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start());
        const auto id = one.add(SiemTcp{at(receiver)});
        QVERIFY(one.forward().failed.empty());
        receiver.kill();
        one.write(1);
        const auto next = one.last();
        const auto since = m_clock.now();
        int tried = 0;
        for (int minute = 0; minute < 60; ++minute) {
            const auto work = one.forward();
            QCOMPARE(work.failed.size(), std::size_t(1));
            tried += work.failed[0].code == Code::SiemUnreachable;
            QVERIFY(work.failed[0].code == Code::SiemUnreachable || work.failed[0].code == Code::SiemWaits);
            m_clock.advance(std::chrono::minutes(1));
        }
        QVERIFY2(tried >= 5 && tried <= 9, std::to_string(tried).c_str());
        QCOMPARE(one.last(), next + 1); // the one entry about it
        const auto snapshot = one.desk.estate();
        const auto &outage = snapshot->siemReceiver(id)->outage;
        QVERIFY(outage);
        QVERIFY(outage->since == since && outage->next == next && outage->kind == SiemOutage::Kind::Unreachable);
        const auto found = findings(*snapshot, one.desk.engine().assessment(), m_clock.now());
        const auto told = std::ranges::find(found, EntityKind::SiemReceiver, &Finding::kind);
        QVERIFY(told != found.end());
        QVERIFY2(told->text().contains(isoText(since)) && told->text().contains(std::to_string(next)),
                 told->text().c_str());
        const auto standing = one.standing(id);
        QCOMPARE(standing.waiting, 2u);
        QVERIFY(standing.nextTry && *standing.nextTry > m_clock.now() - std::chrono::minutes(15));
        QVERIFY(!remedy(*standing.trouble).empty());

        QVERIFY(receiver.start());
        KW_OK(one.forwarder.test(id, test::owner, goOn)); // who mended it need not wait
        QVERIFY(one.forward().failed.empty());
        QVERIFY(one.forward().failed.empty());
        const auto received = receiver.received();
        QVERIFY(received);
        QCOMPARE(received->messages.size(), one.last());
        QCOMPARE(received->tests, 1);
        QVERIFY(!one.desk.estate()->siemReceiver(id)->outage);
        QVERIFY(!one.standing(id).trouble);
    }

    void TDE_19_tlsProvesWhoReceives()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start("orderly", identity()));
        const auto trusted = test::must(one.forwarder.trustFrom(certificate("ca.pem").toStdString()));
        const auto id = one.add(SiemTls{at(receiver, "localhost"), {}, trusted});
        one.add(SiemTls{at(receiver), "siem.example.org", trusted}, true, "by its other name");
        one.write(3);
        const auto work = one.forward();
        QVERIFY2(work.failed.empty(), work.failed.empty() ? "" : message(work.failed[0]).c_str());
        QCOMPARE(receiver.received()->order, upTo(one.standing(id).sent));
        QCOMPARE(one.standing(id).sent, one.last());
        QVERIFY(test::must(one.forwarder.test(id, test::owner, goOn)).text().contains("confirmed"));
    }

    void TDE_19_nobodyIsTalkedToUnverified_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *one : {"another authority", "the system's authorities", "another name", "its address"})
            QTest::newRow(one) << QString::fromLatin1(one);
    }
    void TDE_19_nobodyIsTalkedToUnverified()
    {
        QFETCH(QString, how);
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start("orderly", identity()));
        const auto authority = how == "another authority" ? "other.pem" : "ca.pem";
        auto trusted = test::must(one.forwarder.trustFrom(certificate(authority).toStdString()));
        if (how == "the system's authorities") trusted.clear();
        const auto id = one.add(SiemTls{at(receiver, how == "its address" ? "127.0.0.1" : "localhost"),
                                        how == "another name" ? "siem.example.com" : "", trusted});
        const auto work = one.forward();
        QCOMPARE(work.failed.size(), std::size_t(1));
        QVERIFY2(work.failed[0].code == Code::SiemNotTrusted, message(work.failed[0]).c_str());
        QCOMPARE(one.standing(id).sent, 0u);
        receiver.kill();
        for (const auto &connection : receiver.connections()) QVERIFY(connection.isEmpty());
    }

    /// MOD-18
    void TDE_19_oldTlsIsRefused()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start("old", identity()));
        const auto trusted = test::must(one.forwarder.trustFrom(certificate("ca.pem").toStdString()));
        const auto id = one.add(SiemTls{at(receiver, "localhost"), {}, trusted});
        const auto work = one.forward();
        QCOMPARE(work.failed.size(), std::size_t(1));
        QVERIFY2(work.failed[0].code == Code::SiemUnreachable, message(work.failed[0]).c_str());
        QVERIFY2(message(work.failed[0]).contains("protocol version"), message(work.failed[0]).c_str());
        QCOMPARE(one.standing(id).sent, 0u);
    }

    /// Only the receiver can say over TLS that it read everything; an end of the connection may be anybody's doing.
    void TDE_19_overTlsTheReceiverHasToSayIt_data() { TDE_19_overTcpOnlyWhatWasReadToItsEndCounts_data(); }
    void TDE_19_overTlsTheReceiverHasToSayIt()
    {
        QFETCH(QString, manners);
        if (manners == "early") manners = QStringLiteral("unanswered");
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        test::SiemReceiverProcess receiver(QString::fromStdString((folder / "received").string()));
        QVERIFY(receiver.start(manners == "silent" ? QStringLiteral("unanswered") : manners, identity()));
        const auto trusted = test::must(one.forwarder.trustFrom(certificate("ca.pem").toStdString()));
        const auto id = one.add(SiemTls{at(receiver, "localhost"), {}, trusted});
        one.write(200);
        const auto work = one.forward();
        QCOMPARE(work.failed.size(), std::size_t(1));
        QVERIFY2(work.failed[0].code == Code::SiemNotConfirmed, message(work.failed[0]).c_str());
        QCOMPARE(one.standing(id).sent, 0u);
        QVERIFY(receiver.start("orderly", identity()));
        QVERIFY(one.forward().failed.empty());
        QCOMPARE(receiver.received()->order, upTo(one.standing(id).sent));
    }

    void TDE_19_aListOfAuthoritiesIsReadBeforeItIsKept()
    {
        Sender one(m_folders.fresh(), m_clock);
        KW_REFUSED(one.forwarder.trustFrom(certificate("ca.key").toStdString()), Code::SiemTrustUnreadable);
        KW_REFUSED(one.forwarder.trustFrom(certificate("nothing").toStdString()), Code::Io);
        KW_REFUSED(one.forwarder.trustFrom("/dev/zero"), Code::NotRegularFile);
    }

    void TDE_19_aTestIsNoEntryAndKeepsNoPlace()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto file = folder / "log.jsonl";
        const auto id = one.add(SiemFile{file});
        KW_OK(one.forwarder.test(id, test::owner, goOn));
        one.forward();
        KW_OK(one.forwarder.test(id, test::owner, goOn));
        one.forward();
        auto numbers = numbersIn(file);
        QCOMPARE(std::ranges::count(numbers, 0u), 2);
        std::erase(numbers, 0u);
        QCOMPARE(numbers, upTo(one.last()));
        const auto newest = test::must(one.desk.engine().newest(1, 0));
        QCOMPARE(newest[0].operation, std::string("siem.test"));
    }

    void TDE_19_nothingIsSentTwiceByTwoAtOnce()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        Sender two(folder, m_clock);
        const auto id = one.add(SiemFile{folder / "log.jsonl"});
        one.write(300);
        KW_OK(two.desk.engine().refresh());
        for (int i = 0; i < 20; ++i) {
            one.write(2);
            std::thread other([&] { two.forward(); });
            one.forward();
            other.join();
        }
        one.forward();
        QCOMPARE(numbersIn(folder / "log.jsonl"), upTo(one.last()));
        QCOMPARE(one.standing(id).waiting, 0u);
    }

    /// An entry that was altered in the file of the keystore goes nowhere, nor what comes after it.
    void TDE_19_onlyWhatItsSealProvesLeaves()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto id = one.add(SiemFile{folder / "log.jsonl"});
        one.forward();
        const auto before = one.standing(id);
        one.write(2);
        auto position = *siem::PositionKeeper::read(one.desk.store().folder(), id);
        position.hash[0] ^= 1; // as if the log's entry were another
        {
            const auto keeper = test::must(siem::PositionKeeper::acquire(one.desk.store().folder(), id));
            fs::remove(folder / "log.jsonl"); // so that the file does not say it
            KW_OK(keeper.keep(position));
        }
        const auto work = one.forward();
        QCOMPARE(work.failed.size(), std::size_t(1));
        QCOMPARE(work.failed[0].code, Code::SiemLogDiffers);
        QCOMPARE(one.standing(id).sent, before.sent);
        QCOMPARE(contents(folder / "log.jsonl"), std::string());
    }

    void TDE_19_noSecretLeaves()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        const auto id = one.add(SiemFile{folder / "log.jsonl"});
        const auto bound = one.desk.bound();
        const auto &material = one.desk.estate()->key(bound.key)->latest().material;
        const auto key = test::must(one.desk.store().readSecret(material));
        one.forward();
        QVERIFY(one.standing(id).sent > 5);
        const auto sent = contents(folder / "log.jsonl");
        const auto bytes = key.exposed();
        for (std::size_t i = 0; i + 16 <= bytes.size(); i += 16) {
            const auto piece = bytes.subspan(i, 16);
            const auto hex = toHex(piece);
            const auto base64 = QByteArray(reinterpret_cast<const char *>(piece.data()), 15).toBase64().toStdString();
            QVERIFY(!sent.contains(textOf(piece)) && !sent.contains(hex) && !sent.contains(base64));
        }
        QVERIFY(!sent.contains(test::Desk::passphrase));
        // What stands beside the keystore names nobody and no place.
        receiverTrouble(one, id);
        const auto kept = contents(one.folderOf(id) / "position");
        QVERIFY(!kept.contains("soc") && !kept.contains("log.jsonl"));
    }

    void TDE_19_receiversAreNamedOnceAndFilesAreTakenOnce()
    {
        const auto folder = m_folders.fresh();
        Sender one(folder, m_clock);
        one.add(SiemFile{folder / "log.jsonl"});
        const auto add = [&](const char *name, SiemTarget target) {
            return one.desk.run(command::AddSiemReceiver{test::id<SiemReceiverId>(),
                                                         test::must(DisplayName::from(name)), std::move(target), true});
        };
        KW_REFUSED(add("SOC", SiemTcp{{"siem.example.org", 514}}), Code::AlreadyExists);
        KW_REFUSED(add("two", SiemFile{folder / "log.jsonl"}), Code::ValueInvalid);
        KW_REFUSED(add("two", SiemFile{"log.jsonl"}), Code::ValueInvalid);
        KW_REFUSED(add("two", SiemTcp{{"siem.example.org", 0}}), Code::ValueInvalid);
        KW_REFUSED(add("two", SiemTcp{{"a b", 514}}), Code::ValueInvalid);
        KW_REFUSED(add("two", SiemTls{{"siem.example.org", 6514}, "not/a name", {}}), Code::ValueInvalid);
        KW_OK(add("two", SiemTls{{"2001:db8::7", 6514}, "siem.example.org", {}}));
        KW_REFUSED(hostPortFrom("2001:db8::7:514"), Code::ValueInvalid);
        KW_REFUSED(hostPortFrom("host"), Code::ValueInvalid);
        KW_REFUSED(hostPortFrom("host:70000"), Code::ValueInvalid);
        QCOMPARE(hostPortText(*hostPortFrom("[2001:db8::7]:514")), std::string("[2001:db8::7]:514"));
    }

    void TDE_19_pausesGrowToAQuarterOfAnHour()
    {
        QCOMPARE(siem::pauseAfter(1).count(), 0);
        QCOMPARE(siem::pauseAfter(2), Millis(std::chrono::minutes(1)));
        QCOMPARE(siem::pauseAfter(4), Millis(std::chrono::minutes(4)));
        QCOMPARE(siem::pauseAfter(60), Millis(std::chrono::minutes(15)));
    }

private:
    static void receiverTrouble(Sender &one, const SiemReceiverId &id)
    {
        const auto file = std::get<SiemFile>(one.desk.estate()->siemReceiver(id)->target).path;
        put(file, "Dear Olga,");
        one.write(1);
        QCOMPARE(one.forward().failed.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSiemForwarding)
#include "tst_siem_forwarding.moc"
