// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/keystores.h"
#include "models/navigation.h"
#include "models/recovery_sheet.h"
#include "models/restore_draft.h"
#include "models/secret_draft.h"
#include "models/workspace.h"

#include <QDateTime>

#include <map>

namespace keyward::models {

/// Where the window stands: nothing open, being opened, or working in a keystore; and when it locks itself.
class Session final : public QObject
{
    Q_OBJECT
public:
    enum class Stage { Start, Busy, RecoveryKey, Open };
    struct Parts {
        std::shared_ptr<engine::Keystores> keystores;
        Background &background;
        const Clock &clock;
        estate::Actor actor;
        const engine::CommandLines &lines;
        QString settingsFile; ///< recent keystores and how the window looks; nothing of what is in a keystore
        QString sampleFolder; ///< where a sample estate may live until it is closed
    };
    explicit Session(Parts parts, QObject *parent = nullptr);
    ~Session() override;

    Stage stage() const { return m_stage; }
    Workspace *workspace() const { return m_workspace.get(); } ///< while open and its first snapshot is there
    QString busyText() const { return m_busyText; }
    const Refusal &failure() const { return m_failure; }
    /// The file that could not be opened because it is older than one that was seen here; empty: none.
    const QString &rolledBack() const { return m_rolledBack; }
    void clearFailure();

    void create(const QString &file, SecretDraft &passphrase, bool withRecoveryKey);
    void open(const QString &file, SecretDraft &secret);
    void openByKeyring(const QString &file); ///< with what the desktop session keeps
    void openSample();
    bool sample() const { return m_sample; }

    /// What puts a copy back; whoever shows it owns it.
    std::unique_ptr<RestoreDraft> restoring(const QString &copy, const QString &store);
    void openRestored(const RestoreDraft &restored);

    // The recovery key page: shown once, confirmed by typing two of its groups, enrolled only then.
    const RecoverySheetPtr &recoverySheet() const { return m_recovery; }
    void confirmRecoveryKey();
    void skipRecoveryKey();

    void lock();
    int lockAfterMinutes() const { return m_lockAfterMinutes; }
    void setLockAfterMinutes(int minutes); ///< 0: never
    void userIsThere();                    ///< a key or the mouse moved
    void lockSoon();                       ///< at once, or when the jobs end: the screen was locked, the machine sleeps
    bool locksWithScreen() const { return m_locksWithScreen; }
    void setLocksWithScreen(bool on);
    QString lockText() const; ///< "Locks in 9 min"

    QStringList recent() const;
    /// What was open when this keystore was last left: all of it within this run of the program; later only a page of
    /// the whole estate, as nothing that is in a keystore is kept outside.
    std::vector<Place> leftOpen() const;
    void leaveOpen(const std::vector<Place> &places);
    const QString &settingsFile() const { return m_parts.settingsFile; }

Q_SIGNALS:
    void closing(); ///< the workspace goes now: whoever shows it lets go of it
    void stageChanged();
    void failed();
    void lockTextChanged();

private:
    void openWith(const QString &file, engine::Credential with);
    void take(Result<engine::WorkplacePtr> opened, const QString &file, bool withRecoveryKey);
    void enter(engine::WorkplacePtr workplace);
    void setStage(Stage stage);
    void remember(const QString &file);
    void watchIdleness();
    void fail_(const Error &error);
    void removeSample();

    Parts m_parts;
    Stage m_stage = Stage::Start;
    QString m_busyText;
    Refusal m_failure;
    engine::WorkplacePtr m_opened; ///< while the recovery key page is shown
    RecoverySheetPtr m_recovery;
    std::unique_ptr<Workspace> m_workspace;
    bool m_sample = false;
    QString m_samplePlace;
    QString m_file; ///< what is open, or was tried last
    QString m_rolledBack;
    std::map<QString, std::vector<Place>> m_left;
    int m_lockAfterMinutes = 10;
    bool m_locksWithScreen = true;
    bool m_lockSoon = false;
    Instant m_lastSeen{};
    QTimer m_idle;
    Tickets m_tickets;
};

} // namespace keyward::models
