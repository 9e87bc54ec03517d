// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/keystores.h"
#include "models/secret_draft.h"
#include "models/workspace.h"

#include <QDateTime>

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
    void clearFailure();

    void create(const QString &file, SecretDraft &passphrase, bool withRecoveryKey);
    void open(const QString &file, SecretDraft &secret);
    void openSample();
    bool sample() const { return m_sample; }

    // The recovery key page: shown once, confirmed by typing two of its groups, enrolled only then.
    const engine::RecoveryKey *recoveryKey() const { return m_recovery ? &*m_recovery : nullptr; }
    static constexpr int askedGroups[] = {3, 11}; ///< from 0
    QString recoveryGroup(int group) const;       ///< six digits; whoever shows them wipes them
    bool groupFits(int group, const QString &typed) const;
    void confirmRecoveryKey();
    void skipRecoveryKey();
    Status saveRecoveryKey(const QString &file); ///< a new file only this user may read

    void lock();
    int lockAfterMinutes() const { return m_lockAfterMinutes; }
    void setLockAfterMinutes(int minutes); ///< 0: never
    void userIsThere();                    ///< a key or the mouse moved
    QString lockText() const;              ///< "Locks in 9 min"

    QStringList recent() const;
    const QString &settingsFile() const { return m_parts.settingsFile; }

Q_SIGNALS:
    void closing(); ///< the workspace goes now: whoever shows it lets go of it
    void stageChanged();
    void failed();
    void lockTextChanged();

private:
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
    std::optional<engine::RecoveryKey> m_recovery;
    std::unique_ptr<Workspace> m_workspace;
    bool m_sample = false;
    QString m_samplePlace;
    int m_lockAfterMinutes = 10;
    Instant m_lastSeen{};
    QTimer m_idle;
    Tickets m_tickets;
};

} // namespace keyward::models
