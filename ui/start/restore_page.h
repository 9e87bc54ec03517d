// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/restore_draft.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace keyward::ui {

class SecretEdit;

/// Puts a copy of a keystore back: asks which, shows what it would bring back, does it, and offers to open it.
class RestorePage final : public QWidget
{
    Q_OBJECT
public:
    RestorePage(std::unique_ptr<models::RestoreDraft> draft, QWidget *parent);

Q_SIGNALS:
    void left();
    void openWanted(const keyward::models::RestoreDraft &restored);

private:
    QWidget *buildAsking();
    QWidget *buildTold();
    QWidget *pathRow(const char *name, const QString &label, const QString &value,
                     void (models::RestoreDraft::*set)(const QString &));
    void judge();
    void refresh();
    void fillTold();

    std::unique_ptr<models::RestoreDraft> m_draft;
    QWidget *m_asking;
    QWidget *m_told;
    SecretEdit *m_secret = nullptr;
    QPushButton *m_look = nullptr;
    QLabel *m_askError = nullptr;
    QVBoxLayout *m_words = nullptr;
    QLabel *m_toldError = nullptr;
    QPushButton *m_do = nullptr;
    QPushButton *m_back = nullptr;
    QWidget *m_busy;
};

} // namespace keyward::ui
