// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace keyward::ui {

class NewSecretEdit;
class SecretEdit;

/// What stands there before a keystore is open: welcome, unlock, create, the recovery key.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(models::Session &session, QWidget *parent = nullptr);
    /// Where somebody comes from an open keystore: open, create or restore, with the file it is about. Store: what was
    /// open.
    void begin(const QString &page, const QString &file, const QString &store);

private:
    enum Page { Welcome, Unlock, Create, Recovery, Busy, Restore };
    QWidget *buildWelcome();
    QWidget *buildUnlock();
    QWidget *buildCreate();
    QWidget *buildRecovery();
    QWidget *buildBusy();
    QWidget *buildRestore();
    void restore(const QString &copy, const QString &store);
    void drop(Page page); ///< what is shown once
    QWidget *ways(QWidget *parent, bool create);
    QWidget *ensure(Page page);
    void follow();
    void go(Page page);
    void fillRecent();
    void unlock();
    void create();
    void judgeCreate();
    void chooseFile();

    models::Session &m_session;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_pages = nullptr;
    QWidget *m_shown = nullptr;
    std::array<QWidget *, 6> m_built{};
    Page m_asked = Welcome;
    // Unlock
    QLineEdit *m_file = nullptr;
    SecretEdit *m_secret = nullptr;
    QLabel *m_unlockError = nullptr;
    QPushButton *m_unlock = nullptr;
    QVBoxLayout *m_recent = nullptr;
    // Create
    QLineEdit *m_newFile = nullptr;
    models::TypedSecretPtr m_typed;
    NewSecretEdit *m_passphrase = nullptr;
    QLabel *m_createError = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_rolledBack = nullptr;
    // A copy to be put back
    QString m_copy, m_store;
    // Busy
    QLabel *m_busy = nullptr;
};

} // namespace keyward::ui
