// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace keyward::ui {

class SecretEdit;

/// What stands there before a keystore is open: welcome, unlock, create, the recovery key.
class StartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(models::Session &session, QWidget *parent = nullptr);

private:
    enum Page { Welcome, Unlock, Create, Recovery, Busy };
    QWidget *buildWelcome();
    QWidget *buildUnlock();
    QWidget *buildCreate();
    QWidget *buildRecovery();
    QWidget *buildBusy();
    QWidget *ways(QWidget *parent, bool create);
    QWidget *ensure(Page page);
    void follow();
    void go(Page page);
    void fillRecent();
    void unlock();
    void create();
    void judgeCreate();
    void judgeRecovery();
    void chooseFile();

    models::Session &m_session;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_pages = nullptr;
    QWidget *m_shown = nullptr;
    std::array<QWidget *, 5> m_built{};
    Page m_asked = Welcome;
    // Unlock
    QLineEdit *m_file = nullptr;
    SecretEdit *m_secret = nullptr;
    QLabel *m_unlockError = nullptr;
    QPushButton *m_unlock = nullptr;
    QVBoxLayout *m_recent = nullptr;
    // Create
    QLineEdit *m_newFile = nullptr;
    SecretEdit *m_passphrase = nullptr;
    SecretEdit *m_again = nullptr;
    QProgressBar *m_meter = nullptr;
    QLabel *m_strength = nullptr;
    QLabel *m_createError = nullptr;
    QPushButton *m_create = nullptr;
    // Recovery key
    QWidget *m_groups = nullptr;
    QLineEdit *m_typed[2] = {};
    QLineEdit *m_recoveryFile = nullptr;
    QLabel *m_recoveryNote = nullptr;
    QPushButton *m_confirm = nullptr;
    // Busy
    QLabel *m_busy = nullptr;
};

} // namespace keyward::ui
