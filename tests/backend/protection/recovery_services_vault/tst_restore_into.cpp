// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// BKP-17: recovery points given to a storage account, whose encryption they are under from the first byte on.

#include "backend/protection/recovery_services_vault/backup_service.h"
#include "tests/support/storage_desk.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace keyward;
using namespace keyward::estate;
namespace fs = std::filesystem;

namespace {

/// A Recovery Services vault with a key of its own beside a storage account.
class Both : public test::StorageDesk
{
public:
    Both(const fs::path &folder, const Clock &clock)
        : StorageDesk(folder, clock),
          backups({desk.engine(), desk.keys(), test::context(), desk.store().folder(), &services})
    {
        services.add(storage);
        services.add(backups);
        bind();
        rsv = desk.bound("rsv1");
    }
    void write(const std::string &path, const std::string &content)
    {
        const auto file = outside("source/" + path);
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
    }
    PointId backUp() { return test::must(backups.backUp({rsv.resource, outside("source")}, test::owner, {})); }
    Result<engine::RestoreOutcome> restore(const PointId &point, const char *below,
                                           std::vector<std::string> includes = {},
                                           const engine::ProgressCallback &progress = {})
    {
        return backups.restore({.point = point, .target = below, .includes = std::move(includes), .into = account},
                               test::owner, progress);
    }

    engine::Services services;
    protection::BackupService backups;
    test::Desk::Bound rsv;
};

} // namespace

class TestRestoreInto : public QObject
{
    Q_OBJECT

    test::Folders m_folders;
    test::ManualClock m_clock;

private Q_SLOTS:
    void BKP_17_filesComeUnderTheEncryptionOfTheTarget()
    {
        const auto folder = m_folders.fresh();
        Both at(folder, m_clock);
        const std::string marker = "a-text-that-nobody-may-find";
        at.write("a.txt", marker);
        at.write("deep/er/b.bin", std::string(3'000'000, 'b'));
        at.write("deep/empty", "");
        const auto sparse = at.outside("source/sparse");
        std::ofstream(sparse) << "x";
        fs::resize_file(sparse, 2'000'000); // a hole at its end
        fs::create_symlink("a.txt", at.outside("source/link"));
        fs::create_hard_link(at.outside("source/a.txt"), at.outside("source/z-name"));
        const auto point = at.backUp();
        const auto outcome = at.restore(point, "back/monday");
        KW_OK(outcome);
        QCOMPARE(at.paths(), (std::vector<std::string>{"back/monday/a.txt", "back/monday/deep/empty",
                                                       "back/monday/deep/er/b.bin", "back/monday/sparse"}));
        QCOMPARE(*at.get("back/monday/a.txt"), marker);
        QCOMPARE(*at.get("back/monday/deep/er/b.bin"), std::string(3'000'000, 'b'));
        QCOMPARE(*at.get("back/monday/deep/empty"), std::string());
        QVERIFY(*at.get("back/monday/sparse") == "x" + std::string(1'999'999, '\0'));
        QCOMPARE(outcome->summary.files, std::uint64_t(4));
        // What is no file of its own is said, not passed over.
        QCOMPARE(outcome->summary.warnings.size(), std::size_t(2));
        QVERIFY(at.desk.estate()->job(outcome->job)->state == JobState::Succeeded);
        for (const auto &entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(in), {});
            QVERIFY2(bytes.find(marker) == std::string::npos, entry.path().c_str());
        }
        QVERIFY(at.facet().by->version == at.version()); // the account's own key, not that of the backup
    }

    void onlyWhatIsAskedFor()
    {
        Both at(m_folders.fresh(), m_clock);
        at.write("a", "1");
        at.write("b/c", "2");
        at.write("b/d", "3");
        const auto point = at.backUp();
        KW_OK(at.restore(point, "some", {"b/c"}));
        QCOMPARE(at.paths(), std::vector<std::string>{"some/b/c"});
        KW_REFUSED(at.restore(point, "none", {"nowhere"}), Code::NothingMatched);
        QCOMPARE(at.paths(), std::vector<std::string>{"some/b/c"});
        QCOMPARE(at.filesThere(), std::size_t(1));
    }

    void nothingIsOverwrittenOrMixed()
    {
        Both at(m_folders.fresh(), m_clock);
        at.write("a", "1");
        const auto point = at.backUp();
        KW_OK(at.put("back/other", "mine"));
        KW_REFUSED(at.restore(point, "back"), Code::PathTaken);
        KW_REFUSED(at.restore(point, "back/other"), Code::PathTaken);
        KW_REFUSED(at.restore(point, "../out"), Code::NameInvalid);
        QCOMPARE(at.paths(), std::vector<std::string>{"back/other"});
        QCOMPARE(at.filesThere(), std::size_t(1));
    }

    void whatIsCancelledOrDamagedLeavesNothing()
    {
        Both at(m_folders.fresh(), m_clock);
        for (int i = 0; i < 6; ++i) {
            std::string noise(1'500'000, '\0');
            test::context()->fill({reinterpret_cast<std::uint8_t *>(noise.data()), noise.size()});
            at.write("f" + std::to_string(i), noise);
        }
        const auto point = at.backUp();
        const auto stop = [](const engine::Progress &) { return false; };
        KW_REFUSED(at.restore(point, "back", {}, stop), Code::Cancelled);
        QVERIFY(at.paths().empty());
        QCOMPARE(at.filesThere(), std::size_t(0));
        const auto stored = at.desk.store().folder() / at.desk.estate()->point(point)->folder / "data";
        fs::resize_file(stored, fs::file_size(stored) - 100);
        KW_REFUSED(at.restore(point, "back"), Code::SegmentDamaged);
        QVERIFY(at.paths().empty());
        QCOMPARE(at.filesThere(), std::size_t(0));
        const auto jobs = at.desk.estate()->jobs();
        for (const auto &[id, job] : jobs) QVERIFY(job->state != JobState::Running);
    }

    void namesThatTheTargetCannotHaveAreSaid()
    {
        Both at(m_folders.fresh(), m_clock);
        at.write("fine", "1");
        at.write("line\nbreak", "2");
        const auto outcome = at.restore(at.backUp(), "back");
        KW_OK(outcome);
        QCOMPARE(at.paths(), std::vector<std::string>{"back/fine"});
        QCOMPARE(outcome->summary.warnings.size(), std::size_t(1));
        QVERIFY2(outcome->summary.warnings.front().starts_with("line\\x0abreak"),
                 outcome->summary.warnings.front().c_str());
    }

    void withoutTheTargetsKeyNothingIsRestored()
    {
        Both at(m_folders.fresh(), m_clock);
        at.write("a", "1");
        const auto point = at.backUp();
        KW_OK(at.desk.run(command::RemoveAccessPolicy{at.vault, at.identity()}, true));
        KW_REFUSED(at.restore(point, "back"), Code::StorageInaccessible);
    }
};

QTEST_GUILESS_MAIN(TestRestoreInto)
#include "tst_restore_into.moc"
