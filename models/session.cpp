// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session.h"

#include "models/sample_estate.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

constexpr int mostRecent = 8;

} // namespace

Session::Session(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts))
{
    const QSettings settings(m_parts.settingsFile, QSettings::IniFormat);
    m_lockAfterMinutes = settings.value(QStringLiteral("lockAfterMinutes"), 10).toInt();
    m_locksWithScreen = settings.value(QStringLiteral("lockWithScreen"), true).toBool();
    m_lastSeen = m_parts.clock.now();
    connect(&m_idle, &QTimer::timeout, this, &Session::watchIdleness);
    m_idle.start(1000);
}

Session::~Session()
{
    m_workspace.reset();
    removeSample();
}

void Session::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT stageChanged();
}

void Session::fail_(const Error &error)
{
    m_failure = refusalOf(error);
    m_rolledBack = error.code == Code::StoreRolledBack ? m_file : QString();
    setStage(Stage::Start);
    Q_EMIT failed();
}

void Session::clearFailure()
{
    m_failure = {};
    m_rolledBack.clear();
}

void Session::create(const QString &file, SecretDraft &passphrase, bool withRecoveryKey)
{
    auto secret = passphrase.take();
    if (!secret) return fail_(secret.error());
    clearFailure();
    m_busyText =
        Words::tr("Creating the keystore. Hashing the passphrase takes a moment, so that guessing it does too.");
    setStage(Stage::Busy);
    m_parts.background.run(
        Background::Lane::Store, this,
        [keystores = m_parts.keystores, path = pathOf(file),
         kept = std::make_shared<crypto::SecretBytes>(std::move(*secret))] { return keystores->create(path, *kept); },
        [this, file, withRecoveryKey](Result<engine::WorkplacePtr> made) {
            take(std::move(made), file, withRecoveryKey);
        });
}

void Session::open(const QString &file, SecretDraft &typed)
{
    auto secret = typed.take();
    if (!secret) return fail_(secret.error());
    openWith(file, engine::Credential::typed(std::move(*secret)));
}

void Session::openRestored(const RestoreDraft &restored)
{
    auto secret = restored.secret();
    if (!secret) return fail_(secret.error());
    openWith(restored.store(), engine::Credential::typed(std::move(*secret)));
}

void Session::openByKeyring(const QString &file) { openWith(file, {.by = engine::Credential::By::SystemKeyring}); }

void Session::openWith(const QString &file, engine::Credential with)
{
    clearFailure();
    m_file = file;
    m_busyText = Words::tr("Unlocking");
    setStage(Stage::Busy);
    m_parts.background.run(
        Background::Lane::Store, this,
        [keystores = m_parts.keystores, path = pathOf(file),
         kept = std::make_shared<engine::Credential>(std::move(with))] {
            return keystores->open(path, std::move(*kept), {});
        },
        [this, file](Result<engine::WorkplacePtr> opened) { take(std::move(opened), file, false); });
}

std::unique_ptr<RestoreDraft> Session::restoring(const QString &copy, const QString &store)
{
    return std::make_unique<RestoreDraft>(RestoreDraft::Parts{m_parts.keystores, m_parts.background, m_parts.actor},
                                          copy, store);
}

void Session::openSample()
{
    clearFailure();
    m_busyText = Words::tr("Making a sample estate: vaults, keys, bindings and a few backups");
    m_sample = true;
    setStage(Stage::Busy);
    m_samplePlace = m_parts.sampleFolder + QStringLiteral("/keyward-sample-") +
                    QString::number(QDateTime::currentMSecsSinceEpoch(), 36);
    const auto file = m_samplePlace + QStringLiteral("/sample.keyward");
    m_parts.background.run(
        Background::Lane::Store, this,
        [keystores = m_parts.keystores, place = pathOf(m_samplePlace), actor = m_parts.actor]()
            -> Result<engine::WorkplacePtr> { return makeSampleEstate(*keystores, place, actor); },
        [this, file](Result<engine::WorkplacePtr> made) { take(std::move(made), file, false); });
}

void Session::take(Result<engine::WorkplacePtr> opened, const QString &file, bool withRecoveryKey)
{
    if (!opened) {
        removeSample();
        return fail_(opened.error());
    }
    m_file = file;
    if (!m_sample) remember(QString::fromStdString(pathOf(file).string()));
    if (!withRecoveryKey) return enter(std::move(*opened));
    m_opened = std::move(*opened);
    m_recovery = std::make_shared<RecoverySheet>();
    m_recovery->draw(m_opened, m_parts.background, text(pathOf(file).filename().string()));
    setStage(Stage::RecoveryKey);
}

void Session::enter(engine::WorkplacePtr workplace)
{
    m_recovery.reset();
    m_opened.reset();
    m_workspace = std::make_unique<Workspace>(std::move(workplace), m_parts.actor, m_parts.background, m_parts.lines);
    m_workspace->setPassing(m_sample);
    if (!m_sample) m_workspace->bookmarks().keepIn(m_parts.settingsFile, m_file);
    m_lockSoon = false;
    m_lastSeen = m_parts.clock.now();
    const auto show = [this] {
        if (m_stage != Stage::Open) setStage(Stage::Open);
    };
    connect(&m_workspace->feed(), &EstateFeed::moved, this, show, Qt::SingleShotConnection);
}

void Session::confirmRecoveryKey()
{
    if (!m_recovery || !m_recovery->confirmed()) return;
    const auto key = m_recovery->copy();
    if (!key) return fail_(Error{Code::SecretHeapFull, {}, {}, {}});
    m_busyText = Words::tr("Enrolling the recovery key");
    setStage(Stage::Busy);
    m_recovery.reset();
    m_parts.background.run(
        Background::Lane::Store, this,
        [workplace = m_opened, key, actor = m_parts.actor] {
            return workplace->administration().enrol(*key, {}, actor);
        },
        [this](const Result<engine::UnlockSlot> &done) {
            if (!done) return fail_(done.error());
            enter(std::move(m_opened));
        });
}

void Session::skipRecoveryKey()
{
    if (m_opened) enter(std::move(m_opened));
}

void Session::lock()
{
    if (!m_workspace) return;
    Q_EMIT closing();
    m_workspace->errands().cancelAll();
    m_workspace.reset(); // the keystore closes when the last piece of work lets go of it
    removeSample();
    setStage(Stage::Start);
}

void Session::setLockAfterMinutes(int minutes)
{
    m_lockAfterMinutes = minutes;
    QSettings(m_parts.settingsFile, QSettings::IniFormat).setValue(QStringLiteral("lockAfterMinutes"), minutes);
    userIsThere();
    Q_EMIT lockTextChanged();
}

void Session::userIsThere() { m_lastSeen = m_parts.clock.now(); }

void Session::setLocksWithScreen(bool on)
{
    m_locksWithScreen = on;
    QSettings(m_parts.settingsFile, QSettings::IniFormat).setValue(QStringLiteral("lockWithScreen"), on);
}

void Session::lockSoon()
{
    if (!m_locksWithScreen || m_stage != Stage::Open) return;
    m_lockSoon = true;
    watchIdleness();
}

/// Also after the machine slept: the clock went on.
void Session::watchIdleness()
{
    if (m_stage != Stage::Open) return;
    const auto idle = m_parts.clock.now() - m_lastSeen;
    const bool over = m_lockSoon || (m_lockAfterMinutes != 0 && idle >= std::chrono::minutes(m_lockAfterMinutes));
    if (over && !m_workspace->errands().running()) lock(); // work under way is not thrown away; it locks when that ends
    Q_EMIT lockTextChanged();
}

QString Session::lockText() const
{
    if (m_stage != Stage::Open) return {};
    if (m_lockSoon) return Words::tr("Locks when the jobs end");
    if (m_lockAfterMinutes == 0) return Words::tr("Stays unlocked");
    const Millis left = std::chrono::minutes(m_lockAfterMinutes) - (m_parts.clock.now() - m_lastSeen);
    if (left <= Millis(0)) return Words::tr("Locks when the jobs end");
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
    return left < std::chrono::minutes(1)
               ? Words::tr("Locks in %1 s").arg(std::chrono::ceil<std::chrono::seconds>(left).count())
               : Words::tr("Locks in %1 min").arg(minutes);
}

QStringList Session::recent() const
{
    auto all = QSettings(m_parts.settingsFile, QSettings::IniFormat).value(QStringLiteral("recent")).toStringList();
    all.removeIf([](const QString &file) { return !QFile::exists(file); });
    return all;
}

std::vector<Place> Session::leftOpen() const
{
    if (m_sample) return {};
    if (const auto left = m_left.find(m_file); left != m_left.end()) return left->second;
    const auto page = QSettings(m_parts.settingsFile, QSettings::IniFormat).value(QStringLiteral("page")).toString();
    return page.isEmpty() ? std::vector<Place>{} : std::vector<Place>{{page, {}}};
}

void Session::leaveOpen(const std::vector<Place> &places)
{
    if (m_sample || places.empty()) return;
    m_left[m_file] = places;
    const auto &root = places.front();
    QSettings(m_parts.settingsFile, QSettings::IniFormat)
        .setValue(QStringLiteral("page"), root.target.scope == Scope::Estate ? root.blade : QString());
}

void Session::remember(const QString &file)
{
    auto all = recent();
    all.removeAll(file);
    all.prepend(file);
    while (all.size() > mostRecent) all.removeLast();
    QSettings(m_parts.settingsFile, QSettings::IniFormat).setValue(QStringLiteral("recent"), all);
}

void Session::removeSample()
{
    if (!std::exchange(m_sample, false)) return;
    QDir(m_samplePlace).removeRecursively();
}

} // namespace keyward::models
