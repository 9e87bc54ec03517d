// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window over 100,000 keys: how long anything takes, and the longest piece of work between two turns of its event
// loop. Prints one line a measurement: goal, what, unit, value, wanted; with tabs.

#include "app/keyward/window_program.h"
#include "app/keywardctl/lines.h"
#include "backend/engine/api/jobs.h"
#include "backend/engine/api/key_usage.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/estate/apply.h"
#include "models/navigation.h"
#include "tests/support/fixture.h"
#include "tests/support/no_administration.h"
#include "tests/support/no_keystores.h"
#include "ui/shell/workspace_view.h"
#include "ui/widgets/data_table.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace keyward;

namespace {

/// Times every event that the loop hands out.
class Timed final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool out = QApplication::notify(receiver, event);
            --m_depth;
            return out;
        }
        QElapsedTimer timer;
        timer.start();
        const auto type = event->type();
        const QByteArray name = receiver->metaObject()->className();
        const bool out = QApplication::notify(receiver, event);
        --m_depth;
        const auto spent = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (spent > longest) {
            longest = spent;
            what = name + ' ' + QByteArray::number(type);
        }
        return out;
    }
    double longest = 0;
    QByteArray what;

private:
    int m_depth = 0;
};

/// An estate in memory behind the same door; commands are applied for real.
class Memory final : public engine::Workplace,
                     engine::Console,
                     engine::AuditLog,
                     engine::KeyBackup,
                     engine::FolderBackups,
                     engine::Jobs,
                     engine::AuditReports
{
public:
    explicit Memory(estate::Estate estate)
        : m_estate(std::make_shared<const estate::Estate>(std::move(estate))),
          m_assessment(estate::assess(*m_estate, now()))
    {
        m_services.add(*this);
        consistOf({.console = this,
                   .log = this,
                   .usage = &m_usage,
                   .keyBackup = this,
                   .services = &m_services,
                   .jobs = this,
                   .reports = this,
                   .administration = &m_administration,
                   .random = test::context().get()});
    }

    engine::EstatePtr snapshot() const override { return m_estate; }
    estate::Assessment assessment() const override { return m_assessment; }
    engine::Published published() const override
    {
        const std::lock_guard lock(m_mutex);
        return {m_estate, m_assessment, now()};
    }
    Instant now() const override { return *parseInstant("2026-11-21T12:00:00Z"); }
    Result<engine::EstatePtr> execute(const estate::Command &command, const estate::Actor &actor,
                                      std::vector<engine::MaterialWrite>) override
    {
        KEYWARD_TRY(auto change, estate::apply(*m_estate, command, actor, now()));
        {
            const std::lock_guard lock(m_mutex);
            m_assessment = estate::assess(m_assessment, *m_estate, change, now());
            m_estate = std::make_shared<const estate::Estate>(std::move(change.next));
        }
        if (m_listener) m_listener(m_estate);
        return m_estate;
    }
    Status refresh() override { return {}; }
    std::optional<engine::Progress> progressOf(const estate::JobId &) const override { return {}; }
    Status reapJobs() override { return {}; }
    Status note(const engine::AuditEntry &) override { return {}; }
    engine::Listening listen(std::function<void(engine::EstatePtr)> changed) override
    {
        m_listener = std::move(changed);
        return engine::Listening([this] { m_listener = nullptr; });
    }
    Result<std::vector<engine::AuditEntry>> newest(std::size_t, std::uint64_t) override
    {
        return std::vector<engine::AuditEntry>{};
    }
    Result<std::vector<engine::AuditEntry>> from(std::uint64_t, std::size_t) override
    {
        return std::vector<engine::AuditEntry>{};
    }
    engine::AuditCheckpoint checkpoint() override { return {}; }
    Status verify() override { return {}; }
    Status verifyAgainst(const engine::AuditCheckpoint &) override { return {}; }
    Result<Bytes> backUp(const estate::KeyId &, const estate::Actor &) override { return fail(Code::Internal); }
    Status backUpTo(const estate::KeyId &, const std::filesystem::path &, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Result<estate::KeyId> restore(const estate::VaultId &, ByteView, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Result<estate::PointId> backUp(const engine::BackupRequest &, const estate::Actor &,
                                   const engine::ProgressCallback &) override
    {
        return fail(Code::Internal);
    }
    std::string_view name() const override { return estate::RecoveryServicesVault::service; }
    void runDue(engine::DueWork &, const engine::ProgressCallback &) override {}
    void settle(const estate::ResourceId &) override {}
    Result<std::string> resume(const estate::JobId &, const estate::Actor &, const engine::ProgressCallback &) override
    {
        return fail(Code::Internal);
    }
    Result<std::vector<engine::DataCheck>> verify(engine::Depth, const engine::ProgressCallback &) override
    {
        return fail(Code::Internal);
    }
    Result<std::uint64_t> deleteData(const estate::ResourceId &, const estate::Actor &) override
    {
        return fail(Code::Internal);
    }
    Status check(const estate::PointId &) override { return fail(Code::Internal); }
    Result<engine::RestoreOutcome> restore(const engine::RestoreRequest &, const estate::Actor &,
                                           const engine::ProgressCallback &) override
    {
        return fail(Code::Internal);
    }
    Result<std::vector<engine::ArchivedFile>> list(const estate::PointId &) override { return fail(Code::Internal); }
    Result<engine::ReportOutcome> exportTo(const engine::ReportRequest &, const estate::Actor &,
                                           const engine::ProgressCallback &) override
    {
        return fail(Code::Internal);
    }
    Result<engine::ReportCheck> check(const std::filesystem::path &, std::string_view) const override
    {
        return fail(Code::Internal);
    }

private:
    mutable std::mutex m_mutex;
    engine::EstatePtr m_estate;
    estate::Assessment m_assessment;
    std::function<void(engine::EstatePtr)> m_listener;
    engine::Services m_services;
    test::NoAdministration m_administration;
    engine::KeyUsage m_usage{*this};
};

class MemoryKeystores final : public test::NoKeystores
{
public:
    explicit MemoryKeystores(engine::WorkplacePtr one) : m_one(std::move(one)) {}
    Result<engine::WorkplacePtr> create(const engine::NewKeystore &, const engine::Holding &) override { return m_one; }
    Result<engine::WorkplacePtr> open(const std::filesystem::path &, engine::Credential,
                                      const engine::Holding &) override
    {
        return m_one;
    }
    Status inspect(const std::filesystem::path &) override { return {}; }

private:
    engine::WorkplacePtr m_one;
};

estate::Estate largeEstate(std::size_t keys, estate::VaultId &vault, estate::ResourceId &resource)
{
    test::Model model;
    const auto bound = model.bound();
    vault = model.vault("kv-large");
    resource = bound.resource;
    for (std::size_t i = 0; i < keys; ++i) {
        char name[24];
        std::snprintf(name, sizeof name, "key-%06zu", (i * 7919) % 1'000'000);
        estate::Key key{test::id<estate::KeyId>(), vault, test::must(KeyName::from(name)), {}, {}, {}, {}};
        estate::KeyVersion version;
        version.id = test::id<estate::VersionId>();
        version.created = version.updated = model.now;
        version.pending = false;
        if (i % 10 == 0) version.expires = model.now + Days(20 + i % 400);
        version.operations = estate::cryptographic;
        key.versions.push_back(std::move(version));
        model.estate.put(std::move(key));
    }
    return model.estate;
}

void report(const char *goal, const std::string &what, const char *unit, double value, double wanted)
{
    std::printf("%s\t%s\t%s\t%.4f\t%.4f\n", goal, what.c_str(), unit, value, wanted);
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> of)
{
    std::ranges::sort(of);
    return of[of.size() / 2];
}

/// What the machine does at this moment: a fixed sort and a fixed paint, in ms, the median of a few. What else it does
/// falls on them as on what is measured between two of them.
struct Machine {
    double sort, paint;
};

Machine machineNow()
{
    constexpr int rounds = 5;
    std::vector<std::string> words;
    for (unsigned i = 0, n = 1; i < 50'000; ++i, n = n * 1'664'525u + 1'013'904'223u)
        words.push_back("a name that is compared " + std::to_string(n));
    std::vector<double> sorts, paints;
    for (int round = 0; round < rounds; ++round) {
        auto copy = words;
        sorts.push_back(milliseconds([&] { std::ranges::sort(copy); }));
        QImage image(1400, 900, QImage::Format_ARGB32_Premultiplied);
        paints.push_back(milliseconds([&] {
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setFont(ui::fonts::body());
            for (int line = 0; line < 300; ++line)
                painter.drawText(20 + line, 3 * line, QStringLiteral("key-000000, 2027-01-31"));
        }));
    }
    return {.sort = median(std::move(sorts)), .paint = median(std::move(paints))};
}

/// In sorts or paints, the mean of just before and just after; the milliseconds stand in the words.
enum class Unit { Sort, Paint };
struct Measured {
    double ms;
    std::string what;
};
void reportIn(Unit unit, const char *goal, const std::function<Measured()> &measure, double wanted)
{
    const auto before = machineNow();
    const auto [ms, what] = measure();
    const auto after = machineNow();
    const auto one = unit == Unit::Sort ? (before.sort + after.sort) / 2 : (before.paint + after.paint) / 2;
    char in[64];
    std::snprintf(in, sizeof in, " (%.1f ms, one is %.1f)", ms, one);
    report(goal, what + in, unit == Unit::Sort ? "sorts" : "paints", ms / one, wanted);
}

bool waitFor(const std::function<bool()> &condition, int ms = 60'000)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < ms) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the loop of a program would
    }
    return condition();
}

// The goals of a quiet machine (slice 16 ms, filter 50 ms, sort 80 ms) in what it does of these then.
constexpr double sliceInPaints = 2, filterInSorts = 5, sortInSorts = 8;

double millis(const std::function<void()> &start, const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    start();
    waitFor(done);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    Timed application(argc, argv);
    const std::size_t keys = argc > 1 ? std::stoul(argv[1]) : 100'000;
    const QTemporaryDir folder;
    estate::VaultId vault;
    estate::ResourceId resource;
    auto memory = std::make_shared<Memory>(largeEstate(keys, vault, resource));
    const auto settings = folder.filePath(QStringLiteral("window.ini"));
    ui::Theme theme(application, settings);
    test::ManualClock clock;
    models::Background background;
    const ctl::KeywardctlLines lines;
    models::Session session(
        {std::make_shared<MemoryKeystores>(memory), background, clock, test::owner, lines, settings, folder.path()});
    ui::MainWindow window(session, theme, settings);
    window.show();
    models::SecretDraft secret;
    secret.type(u"whatever");
    session.open(folder.filePath(QStringLiteral("x")), secret);
    waitFor([&] { return session.stage() == models::Session::Stage::Open; });
    auto *view = window.findChild<ui::WorkspaceView *>();
    const auto size = std::to_string(keys) + " keys: ";
    QElapsedTimer idle;
    const auto quiet = [&] { // until nothing is left to do
        idle.start();
        waitFor([&] { return idle.elapsed() > 400; }, 2000);
    };
    const auto table = [&]() -> ui::DataTable * {
        for (auto *one : window.findChildren<ui::DataTable *>(QStringLiteral("table.keys")))
            if (one->isVisible()) return one;
        return nullptr;
    };
    quiet();

    const auto slice = [&](const std::string &doing, const std::function<void()> &work) {
        reportIn(
            Unit::Paint, "W3",
            [&] {
                application.longest = 0;
                work();
                quiet();
                return Measured{application.longest, size + "longest slice of the window's thread, " + doing + " (" +
                                                         application.what.toStdString() + ")"};
            },
            sliceInPaints);
    };

    // Any blade: from the click to its paint.
    double slowest = 0;
    std::string which;
    const auto kept = session.workspace()->moment();
    const auto anyKey = kept->estate->keysOf(vault).begin();
    slice("opening all blades", [&] {
        for (const auto &target :
             {models::Target{}, models::Target::of(vault), models::Target::of(*anyKey), models::Target::of(resource)})
            for (const auto *blade : models::bladesOf(*kept->estate, target)) {
                const auto spent = millis(
                    [&] {
                        view->navigation().go({blade->id, target});
                        window.repaint();
                    },
                    [] { return true; });
                if (spent > slowest) {
                    slowest = spent;
                    which = blade->id.toStdString();
                }
                quiet();
            }
    });
    report("W2", size + "slowest blade to its first paint (" + which + ")", "ms", slowest, 100);

    const auto full = static_cast<int>(keys) + 1;
    slice("listing all keys", [&] {
        report("W4", size + "list of all keys, from click to rows", "ms",
               millis([&] { view->navigation().go({QStringLiteral("keys"), {}}); },
                      [&] { return table() && table()->model()->rowCount() >= full; }),
               0);
    });
    auto &model = table()->tableModel();
    bool shown = false;
    QObject::connect(&model, &models::TableModel::shown, &model, [&] { shown = true; });
    const auto inSorts = [&](const char *goal, const char *what, double wanted, const std::function<void()> &ask) {
        reportIn(
            Unit::Sort, goal,
            [&] {
                shown = false;
                return Measured{millis(ask, [&] { return shown; }), size + what};
            },
            wanted);
    };
    slice("filtering", [&] {
        inSorts("W5", "filter, rare hits", filterInSorts, [&] { model.setFilter(QStringLiteral("key-0000")); });
        inSorts("W5", "filter, common hits", filterInSorts, [&] { model.setFilter(QStringLiteral("9")); });
        inSorts("W5", "clear the filter", filterInSorts, [&] { model.setFilter({}); });
    });
    slice("sorting", [&] {
        inSorts("W6", "sort by name, descending", sortInSorts, [&] { model.sort(0, Qt::DescendingOrder); });
        inSorts("W6", "sort by expiry", sortInSorts, [&] { model.sort(4, Qt::AscendingOrder); });
    });
    const auto change = [&](const char *name) {
        const auto rows = model.rowCount();
        return millis(
            [&] {
                session.workspace()->execute(
                    {estate::command::CreateKey{test::id<estate::KeyId>(),
                                                vault,
                                                test::must(KeyName::from(name)),
                                                {},
                                                {test::id<estate::VersionId>(), test::id<RecordId>()}}},
                    &window, [](const auto &) {});
            },
            [&] { return model.rowCount() > rows; });
    };
    slice("one change", [&] { report("W7", size + "one change, from command to row", "ms", change("fresh"), 0); });
    slice("jump to the end", [&] {
        table()->scrollToBottom();
        window.repaint();
    });
    slice("selecting every row", [&] { table()->selectAll(); });
    slice("one change while every row is selected", [&] { change("fresher"); });
    session.lock();
}
