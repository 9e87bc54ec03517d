// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/recovery_sheet.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace keyward::ui {

class PassingClipboard;

/// A recovery key as it is shown, once: its groups, ways to keep it, and two fields to show that it was kept.
class RecoveryView final : public QWidget
{
    Q_OBJECT
public:
    RecoveryView(models::RecoverySheetPtr sheet, QWidget *parent);
    ~RecoveryView() override;

private:
    QWidget *buildWays();
    void copy();
    void print();
    void save();
    void say(const QString &words, bool wrong = false);
    void refresh();

    models::RecoverySheetPtr m_sheet;
    QWidget *m_groups;
    QPushButton *m_copy = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
    QLineEdit *m_file = nullptr;
    QLabel *m_note;
    QLineEdit *m_typed[2] = {};
    PassingClipboard *m_clipboard;
};

} // namespace keyward::ui
