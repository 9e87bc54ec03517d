// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include "backend/base/files.h"
#include "backend/base/system_error.h"
#include "backend/protection/recovery_services_vault/backup_service.h"
#include "backend/protection/recovery_services_vault/own_files.h"

#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <set>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;
using State = engine::DataCheck::State;

namespace {

std::map<std::string, std::string> attributes(const fs::path &file)
{
    std::string names(4096, '\0');
    const auto size = ::listxattr(file.c_str(), names.data(), names.size());
    std::map<std::string, std::string> out;
    for (std::size_t at = 0; size > 0 && at < static_cast<std::size_t>(size);
         at += std::strlen(names.data() + at) + 1) {
        const std::string name = names.data() + at;
        std::string value(100, '\0');
        const auto length = ::getxattr(file.c_str(), name.c_str(), value.data(), value.size());
        if (name.starts_with("user.") && length >= 0) out[name] = value.substr(0, static_cast<std::size_t>(length));
    }
    return out;
}

std::string contents(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// An engine that may be handed another command than was given, and may fail before or after it is carried out.
class Between final : public engine::Console
{
public:
    explicit Between(engine::Console &to) : m_to(to) {}
    std::function<Status(estate::Command &)> before = [](estate::Command &) { return Status{}; };
    std::function<Status(const estate::Command &)> after = [](const estate::Command &) { return Status{}; };

    engine::EstatePtr snapshot() const override { return m_to.snapshot(); }
    Assessment assessment() const override { return m_to.assessment(); }
    engine::Published published() const override { return m_to.published(); }
    Instant now() const override { return m_to.now(); }
    Result<engine::EstatePtr> execute(const estate::Command &given, const Actor &actor,
                                      std::vector<engine::MaterialWrite> materials) override
    {
        auto command = given;
        KEYWARD_CHECK(before(command));
        KEYWARD_TRY(auto done, m_to.execute(command, actor, std::move(materials)));
        KEYWARD_CHECK(after(command));
        return done;
    }
    Status refresh() override { return m_to.refresh(); }
    Status note(const engine::AuditEntry &entry) override { return m_to.note(entry); }
    engine::Listening listen(std::function<void(engine::EstatePtr)> changed) override
    {
        return m_to.listen(std::move(changed));
    }

private:
    engine::Console &m_to;
};

/// The keystore's disk fails, as a command about it says.
Status failing(test::Desk &desk) { return fail(Code::Io, desk.store().file().string(), {"disk I/O error"}); }

} // namespace

class TestBackupEdges : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;
    fs::path m_path;

    fs::path fresh()
    {
        m_path = m_folders.fresh();
        fs::create_directories(m_path / "source");
        return m_path;
    }
    fs::path source() const { return m_path / "source"; }
    protection::BackupService service(test::Desk &desk) const
    {
        return protection::BackupService({desk.engine(), desk.keys(), test::context(), desk.store().folder()});
    }
    static protection::BackupService service(test::Desk &desk, engine::Console &console)
    {
        return protection::BackupService({console, desk.keys(), test::context(), desk.store().folder()});
    }
    static void write(const fs::path &file, const std::string &text)
    {
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    static fs::path dataOf(test::Desk &desk, const PointId &point)
    {
        return desk.store().folder() / desk.estate()->point(point)->folder / "data";
    }

private Q_SLOTS:
    // Mend 4
    void aBackupDoesNotTakeItsOwnKeystoreIn()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        fs::create_directory_symlink(m_path, m_path / "way");
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        std::set<std::uint64_t> counts;
        for (const auto &from : {m_path, m_path / "way", m_path}) {
            const auto point = test::must(backups.backUp({plain, from}, test::owner, {}));
            const auto snapshot = desk.estate();
            counts.insert(snapshot->point(point)->files);
            for (const auto &file : test::must(backups.list(point))) {
                QVERIFY2(!file.path.starts_with("s.keyward"), file.path.c_str());
            }
            const auto &warnings = snapshot->point(point)->warnings;
            for (const char *name : {"s.keyward", "s.keyward.d"})
                QVERIFY2(std::ranges::any_of(warnings,
                                             [&](const auto &text) {
                                                 return text.starts_with(std::string(name) +
                                                                         " was left out: it is this keystore's own");
                                             }),
                         name);
        }
        QCOMPARE(counts.size(), std::size_t(1)); // it does not grow
        fs::create_directory(desk.store().folder() / "inside");
        for (const auto &own :
             {desk.store().folder(), desk.store().folder() / "inside", m_path / "way/s.keyward.d/inside"})
            KW_REFUSED(backups.backUp({plain, own}, test::owner, {}), Code::SourceHoldsStore);
    }

    // Mend 4
    void ownFilesAreKnownByIdentity()
    {
        fresh();
        write(m_path / "k.keyward", "x");
        write(m_path / "k.keyward-wal", "x");
        write(m_path / "elsewhere/k.keyward", "another one");
        fs::create_directory(m_path / "k.keyward.d");
        fs::create_hard_link(m_path / "k.keyward", m_path / "elsewhere/linked");
        const protection::OwnFiles own(m_path / "k.keyward.d");
        const auto holds = [&](const std::string &path) {
            protection::Found found{AT_FDCWD, fs::path(path).filename().string(), path, {}};
            return ::lstat((m_path / path).c_str(), &found.info) == 0 && own.holds(found);
        };
        for (const char *path : {"k.keyward", "k.keyward-wal", "k.keyward.d", "elsewhere/linked"})
            QVERIFY2(holds(path), path);
        for (const char *path : {"elsewhere/k.keyward", "elsewhere", "source"}) QVERIFY2(!holds(path), path);
    }

    // Mend 4
    void aRestoreDoesNotGoIntoTheKeystoresFolder()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        fs::create_directory_symlink(desk.store().folder(), m_path / "way");
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({plain, source()}, test::owner, {}));
        const auto before = std::distance(fs::directory_iterator(desk.store().folder()), fs::directory_iterator());
        for (const auto &target :
             {desk.store().folder() / "new", m_path / "way/new", desk.store().folder(), desk.store().folder() / "a/b"})
            KW_REFUSED(backups.restore({point, target}, test::owner, {}), Code::TargetInStore);
        QCOMPARE(std::distance(fs::directory_iterator(desk.store().folder()), fs::directory_iterator()), before);
        KW_OK(backups.restore({point, m_path / "s.keyward.data"}, test::owner, {})); // a like name is none of it
    }

    // Mend 6
    void BKP_2_aRefusedAgentCountsAsAnAttempt()
    {
        for (const auto kind : {command::ProtectionKind::MarsAgent, command::ProtectionKind::ClassicMachine}) {
            test::Desk desk(fresh(), m_clock);
            const auto plain = desk.resource("plain");
            const auto bound = desk.bound();
            auto backups = service(desk);
            KW_REFUSED(backups.backUp({plain, source(), false, false, kind}, test::owner, {}), Code::ValueInvalid);
            KW_REFUSED(backups.backUp({bound.resource, source(), false, false, kind}, test::owner, {}),
                       Code::ProtectedItemsRefused); // BKP-4
            QVERIFY(desk.estate()->resource(plain)->protectionAttempted &&
                    desk.estate()->resource(bound.resource)->protectionAttempted);
            QCOMPARE(desk.estate()->points().size(), std::size_t(0));
            const auto vault = desk.vault("kv1");
            desk.grant(vault, desk.identity(plain));
            KW_REFUSED(desk.run(command::SetKey{plain, vault, desk.key(vault, "cmk"), {}, {}, test::id<JobId>()}),
                       Code::CmkAfterProtection);
        }
    }

    // Mend 6
    void BKP_2_anAttemptThatWasRefusedCounts()
    {
        test::Desk desk(fresh(), m_clock);
        const auto plain = desk.resource("plain");
        KW_OK(desk.run(command::CreateLock{
            {test::id<LockId>(), "keep", Lock::Level::ReadOnly, {Scope::Kind::Resource, recordOf(plain)}, "", {}}}));
        auto backups = service(desk);
        KW_REFUSED(backups.backUp({plain, source()}, test::owner, {}), Code::Locked);
        QVERIFY(desk.estate()->resource(plain)->protectionAttempted);
    }

    // Mend 9
    void attributesOfOddNamesComeBackOnce()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        fs::create_directory(source() / "folder");
        for (const auto &place : {source() / "file", source() / "folder", source()})
            for (const char *name : {"user.a=b", "user.ключ", "user.%41", "user.plain", "user.with space"})
                QCOMPARE(::setxattr(place.c_str(), name, name, std::strlen(name), 0), 0);
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({plain, source()}, test::owner, {}));
        const auto outcome = test::must(backups.restore({point, m_path / "target"}, test::owner, {}));
        QVERIFY2(outcome.summary.warnings.empty(),
                 outcome.summary.warnings.empty() ? "" : outcome.summary.warnings[0].c_str());
        for (const char *name : {"file", "folder", "."}) {
            QCOMPARE(attributes(source() / name).size(), std::size_t(5));
            QVERIFY2(attributes(source() / name) == attributes(m_path / "target" / name), name);
        }
    }

    // Mend 9: points made before hold them twice.
    void attributesStoredTwiceComeBackOnce()
    {
        fresh();
        Bytes tar;
        auto *out = archive_write_new();
        archive_write_set_format_pax(out);
        archive_write_set_options(out, "pax:hdrcharset=BINARY");
        archive_write_open(
            out, &tar, nullptr,
            [](archive *, void *to, const void *data, std::size_t size) -> la_ssize_t {
                append(*static_cast<Bytes *>(to), {static_cast<const std::uint8_t *>(data), size});
                return static_cast<la_ssize_t>(size);
            },
            nullptr);
        auto *entry = archive_entry_new();
        archive_entry_set_pathname(entry, "file");
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0600);
        archive_entry_set_size(entry, 0);
        for (const char *name : {"user.a=b", "user.ключ", "user.plain"})
            archive_entry_xattr_add_entry(entry, name, "v", 1);
        archive_write_header(out, entry);
        archive_entry_free(entry);
        archive_write_close(out);
        archive_write_free(out);
        fs::create_directory(m_path / "staging");
        const protection::ArchiveOpener open = [&]() -> Result<protection::PieceSource> {
            return protection::PieceSource([&tar, given = false]() mutable -> Result<ByteView> {
                return std::exchange(given, true) ? ByteView{} : ByteView(tar);
            });
        };
        const std::vector<std::string> everything;
        KW_OK(protection::extractInto({m_path / "staging", everything, "p"}, open, {}));
        const auto found = attributes(m_path / "staging/file");
        QVERIFY(found.contains("user.a=b") && found.contains("user.ключ") && found.contains("user.plain"));
        QCOMPARE(found.size(), std::size_t(3));
    }

    // Mend 9
    void theFolderItselfComesBackAsItWas()
    {
        for (const mode_t mode : {0750u, 0555u, 0700u}) {
            test::Desk desk(fresh(), m_clock);
            write(source() / "file", "x");
            write(source() / "inner/file", "x");
            const timespec times[2] = {{1'000'000'000, 123'000'000}, {1'100'000'000, 456'000'000}};
            for (const auto &place : {source() / "inner", source()}) {
                QCOMPARE(::chmod(place.c_str(), mode), 0);
                QCOMPARE(::utimensat(AT_FDCWD, place.c_str(), times, 0), 0);
            }
            const auto plain = desk.resource("plain");
            auto backups = service(desk);
            const auto point = test::must(backups.backUp({plain, source()}, test::owner, {}));
            KW_OK(backups.restore({point, m_path / "target"}, test::owner, {}));
            for (const char *name : {"inner", "."}) {
                struct stat is{};
                QCOMPARE(::stat((m_path / "target" / name).c_str(), &is), 0);
                QCOMPARE(is.st_mode & 07777u, mode);
                QCOMPARE(is.st_mtim.tv_sec, times[1].tv_sec);
                QCOMPARE(is.st_mtim.tv_nsec, times[1].tv_nsec);
            }
            for (const auto &entry : fs::directory_iterator(m_path))
                QVERIFY(!entry.path().filename().string().starts_with(".keyward-restore"));
        }
    }

    // Mend 9
    void anIncludedHardLinkBringsItsContents()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "a", "the contents");
        fs::create_hard_link(source() / "a", source() / "b");
        fs::create_hard_link(source() / "a", source() / "c");
        write(source() / "other", "x");
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({plain, source()}, test::owner, {}));
        const auto one = test::must(backups.restore({point, m_path / "one", {"b"}}, test::owner, {}));
        QCOMPARE(one.summary.files, std::uint64_t(1));
        QCOMPARE(contents(m_path / "one/b"), std::string("the contents"));
        QVERIFY(!fs::exists(m_path / "one/a") && !fs::exists(m_path / "one/other"));
        KW_OK(backups.restore({point, m_path / "two", {"b", "c"}}, test::owner, {}));
        QCOMPARE(contents(m_path / "two/b"), std::string("the contents"));
        QVERIFY(fs::equivalent(m_path / "two/b", m_path / "two/c"));
        QCOMPARE(fs::hard_link_count(m_path / "two/b"), std::uintmax_t(2));
        KW_REFUSED(backups.restore({point, m_path / "three", {"b", "nothing"}}, test::owner, {}), Code::NothingMatched);
        QVERIFY(!fs::exists(m_path / "three"));
        KW_OK(backups.restore({point, m_path / "all", {"."}}, test::owner, {}));
        QVERIFY(fs::exists(m_path / "all/other"));
    }

    // Mend 9, 11
    void jobsKnowTheirFoldersFromAnywhere()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        const auto here = fs::current_path();
        fs::current_path(m_path);
        const auto point = backups.backUp({plain, "source"}, test::owner, {});
        const auto restored = backups.restore({test::must(point), "new/"}, test::owner, {});
        fs::current_path(here);
        KW_OK(restored);
        QCOMPARE(workOf<RestoreWork>(*desk.estate()->job(restored->job))->target, (m_path / "new").string());
        QCOMPARE(desk.estate()->point(*point)->source, source().string());
        QVERIFY(fs::exists(m_path / "new/file"));
        KW_REFUSED(backups.restore({*point, ""}, test::owner, {}), Code::ValueInvalid);
        KW_REFUSED(backups.backUp({plain, ""}, test::owner, {}), Code::ValueInvalid);
    }

    // Mend 33
    void theDataOfEveryPointIsChecked()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", std::string(2'500'000, 'x'));
        const auto bound = desk.bound();
        auto backups = service(desk);
        std::vector<PointId> points;
        for (int i = 0; i < 5; ++i) {
            m_clock.advance(Millis(1000));
            points.push_back(test::must(backups.backUp({bound.resource, source()}, test::owner, {})));
        }
        for (const auto &found : test::must(backups.verify(engine::Depth::Contents, {})))
            QVERIFY(found.state == State::Whole && !found.reason);
        {
            std::fstream file(dataOf(desk, points[1]), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(-20, std::ios::end) << 'X';
        }
        fs::remove(dataOf(desk, points[2]));
        fs::resize_file(dataOf(desk, points[3]), fs::file_size(dataOf(desk, points[3])) - 10);
        fs::remove(dataOf(desk, points[4]));
        QCOMPARE(::mkfifo(dataOf(desk, points[4]).c_str(), 0600), 0);
        const auto found = test::must(backups.verify(engine::Depth::Contents, {}));
        QCOMPARE(found.size(), points.size());
        const std::optional<Code> expected[] = {
            {}, Code::SegmentDamaged, Code::SegmentMissing, Code::SegmentMissing, Code::NotRegularFile};
        for (std::size_t i = 0; i < points.size(); ++i) {
            QVERIFY(found[i].data == recordOf(points[i])); // oldest first
            QVERIFY2(found[i].state == (expected[i] ? State::Damaged : State::Whole),
                     message(found[i].reason.value_or(Error{})).c_str());
            if (expected[i]) QVERIFY2(found[i].reason->code == *expected[i], message(*found[i].reason).c_str());
        }
        QCOMPARE(category(found[2].reason->code), Category::Damaged); // a missing file is exit 4 too
        // Without the key the number and sizes are still told.
        const auto version = desk.estate()->key(bound.key)->latest().id;
        KW_OK(desk.run(command::UpdateKeyVersion{bound.key, version, false, {}, {}, {}, {}}, true));
        const auto closed = test::must(backups.verify(engine::Depth::Contents, {}));
        QVERIFY(closed[0].state == State::Unopened && closed[0].reason->code == Code::KeyDisabled);
        QVERIFY(closed[2].state == State::Damaged && closed[3].state == State::Damaged &&
                closed[4].state == State::Damaged);
        KW_REFUSED(backups.restore({points[4], m_path / "target"}, test::owner, {}), Code::KeyDisabled);
    }

    // Mend 33: opening a pipe must not wait for a writer.
    void aPipeInPlaceOfTheDataDoesNotHoldARestoreUp()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({plain, source()}, test::owner, {}));
        fs::remove(dataOf(desk, point));
        QCOMPARE(::mkfifo(dataOf(desk, point).c_str(), 0600), 0);
        KW_REFUSED(backups.restore({point, m_path / "target"}, test::owner, {}), Code::NotRegularFile);
        KW_REFUSED(backups.check(point), Code::NotRegularFile);
        QVERIFY(!fs::exists(m_path / "target"));
    }

    // Mend 8: deeper than folders can be held open at once, and than a path may be long.
    void aVeryDeepFolderIsBackedUp()
    {
        test::Desk desk(fresh(), m_clock);
        const std::string name(40, 'd');
        const auto here = fs::current_path();
        fs::current_path(source());
        for (int i = 0; i < 300; ++i) {
            QCOMPARE(::mkdir(name.c_str(), 0700), 0);
            QCOMPARE(::chdir(name.c_str()), 0);
        }
        std::ofstream("bottom") << "x";
        fs::current_path(here);
        write(source() / "zz", "after it");
        const auto plain = desk.resource("plain");
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({plain, source()}, test::owner, {}));
        QCOMPARE(desk.estate()->point(point)->files, std::uint64_t(303));
        QVERIFY(desk.estate()->point(point)->warnings.empty());
        KW_OK(backups.check(point));
        KW_OK(removeTree(m_path));
    }

    // Mend 1
    void aPointThatHoldsLessThanItSaysIsNotGivenBack()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        Between console(desk.engine());
        console.before = [](estate::Command &command) {
            if (auto *finish = std::get_if<command::FinishBackup>(&command.action)) ++finish->point.files;
            return Status{};
        };
        auto backups = service(desk, console);
        const auto point = test::must(backups.backUp({desk.resource("plain"), source()}, test::owner, {}));
        const auto refused = backups.restore({point, m_path / "target"}, test::owner, {});
        KW_REFUSED(refused, Code::PointUnreadable);
        QVERIFY2(message(refused.error()).contains("it holds 2 of 3 entries"), message(refused.error()).c_str());
        QVERIFY(!fs::exists(m_path / "target"));
        KW_OK(backups.restore({point, m_path / "target", {"file"}}, test::owner, {})); // what was asked for is there
    }

    // Mend 1
    void aRestoreThatCannotBeRecordedIsTakenBack()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        Between console(desk.engine());
        auto backups = service(desk, console);
        const auto point = test::must(backups.backUp({desk.resource("plain"), source()}, test::owner, {}));
        const auto ended = [](const estate::Command &command) {
            const auto *end = std::get_if<command::EndJob>(&command.action);
            return end && end->state == JobState::Succeeded;
        };
        const auto fails = [&](const estate::Command &command) { return ended(command) ? failing(desk) : Status{}; };
        console.before = fails;
        KW_REFUSED(backups.restore({point, m_path / "target"}, test::owner, {}), Code::Io);
        QVERIFY(!fs::exists(m_path / "target"));
        fs::create_directory(m_path / "target");
        KW_REFUSED(backups.restore({point, m_path / "target"}, test::owner, {}), Code::Io);
        QVERIFY(fs::is_directory(m_path / "target") && fs::is_empty(m_path / "target")); // as it was
        // An error after it was recorded is none.
        console.before = [](estate::Command &) { return Status{}; };
        console.after = fails;
        KW_OK(backups.restore({point, m_path / "target"}, test::owner, {}));
        QVERIFY(fs::exists(m_path / "target/file"));
        for (const auto &entry : fs::directory_iterator(m_path))
            QVERIFY(!entry.path().filename().string().starts_with(".keyward-restore"));
    }

    // Mend 1
    void aPointAndItsDataStayTogetherWhateverTheKeystoreSays()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        const auto plain = desk.resource("plain");
        Between console(desk.engine());
        auto backups = service(desk, console);
        const auto data = [&] {
            return std::ranges::count_if(fs::directory_iterator(desk.store().folder()),
                                         [](const auto &entry) { return fs::exists(entry.path() / "data"); });
        };
        const auto finishing = [](const Status &outcome) {
            return [outcome](const estate::Command &command) {
                return std::holds_alternative<command::FinishBackup>(command.action) ? outcome : Status{};
            };
        };
        // It was saved, and the error came after it.
        console.after = finishing(failing(desk));
        KW_OK(backups.backUp({plain, source()}, test::owner, {}));
        QCOMPARE(data(), 1);
        // It was not, for another reason than the keystore's disk.
        console.after = finishing({});
        console.before = finishing(fail(Code::NoSpace, desk.store().file().string()));
        KW_REFUSED(backups.backUp({plain, source()}, test::owner, {}), Code::NoSpace);
        QCOMPARE(data(), 1);
        // It may have been saved: the next command sees, and clears what is nobody's.
        console.before = finishing(fail(Code::CommitInDoubt, desk.store().file().string(), {""}));
        KW_REFUSED(backups.backUp({plain, source()}, test::owner, {}), Code::CommitInDoubt);
        QCOMPARE(data(), 2);
        const test::Desk next(m_path, m_clock);
        QCOMPARE(data(), 1);
        const auto estate = desk.estate();
        for (const auto &[id, point] : estate->points()) KW_OK(backups.check(id));
    }

    // Mend 31: where the process died between the removal of a point and that of its data.
    void theDataOfADeletedPointIsClearedByTheNextCommand()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({desk.resource("plain"), source()}, test::owner, {}));
        const auto data = dataOf(desk, point);
        KW_OK(desk.run(command::DeletePoint{point}, true));
        QVERIFY(!fs::exists(data));
        write(data, "x");
        const test::Desk next(m_path, m_clock);
        QVERIFY(!fs::exists(data.parent_path()));
    }

    // Mend 7
    void whatIsUnpackedIsNobodyElsesToSee()
    {
        test::Desk desk(fresh(), m_clock);
        write(source() / "file", "x");
        QCOMPARE(::chmod(source().c_str(), 0755), 0);
        auto backups = service(desk);
        const auto point = test::must(backups.backUp({desk.resource("plain"), source()}, test::owner, {}));
        int seen = 0;
        mode_t open = 0;
        const auto look = [&](const protection::Progress &) {
            for (const auto &entry : fs::directory_iterator(m_path)) {
                if (!entry.path().filename().string().starts_with(".keyward-restore")) continue;
                struct stat is{};
                ++seen;
                open |= ::stat(entry.path().c_str(), &is) == 0 ? is.st_mode & 077u : 077u;
            }
            return true;
        };
        const auto oldMask = ::umask(022); // the programs set a narrow one, which must not be what it hangs on
        const auto restored = backups.restore({point, m_path / "target"}, test::owner, look);
        ::umask(oldMask);
        KW_OK(restored);
        QVERIFY(seen > 0);
        QCOMPARE(open, mode_t(0));
    }

    void aFolderIsBackedUpOnceAtATime()
    {
        test::Model model;
        const auto one = model.resource("rsv1"), other = model.resource("rsv2");
        const auto start = [](const ResourceId &resource, const char *from) {
            const auto folder = test::id<RecordId>().text();
            return command::StartBackup{resource, test::id<JobId>(), test::id<PointId>(), folder, from};
        };
        const auto first = start(one, "/srv/a");
        KW_OK(model.run(first));
        KW_REFUSED(model.run(start(one, "/srv/a")), Code::Busy);
        KW_OK(model.run(start(one, "/srv/b")));
        KW_OK(model.run(start(other, "/srv/a")));
        KW_OK(model.run(command::EndJob{first.job, JobState::Failed, {}, {}, false}));
        KW_OK(model.run(start(one, "/srv/a")));
    }

    void errorsOfTheSystemHaveOneMeaning()
    {
        QCOMPARE(codeOf(ENOSPC), Code::NoSpace);
        QCOMPARE(codeOf(EDQUOT), Code::NoSpace);
        QCOMPARE(codeOf(EFBIG), Code::FileTooLarge);
        QCOMPARE(codeOf(EROFS), Code::ReadOnly);
        QCOMPARE(codeOf(EIO), Code::Io);
        for (const int error : {ENOSPC, EDQUOT, EFBIG, EROFS, EIO, ENOMEM, ESTALE, ENXIO})
            QVERIFY(!isUnsupported(error));
        KW_REFUSED(openRegular("/dev/null"), Code::NotRegularFile);
        KW_REFUSED(openRegular("/tmp"), Code::NotRegularFile);
        KW_REFUSED(openRegular("/no/such/file"), Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestBackupEdges)
#include "tst_backup_edges.moc"
