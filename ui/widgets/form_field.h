// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace keyward::ui {

/// Label, input, hint and error of one field, with one name for tests and assistive technology.
class FormField final : public QWidget
{
    Q_OBJECT
public:
    FormField(const models::Field &field, QWidget *parent = nullptr);
    void showError(const QString &error); ///< empty: none
    QWidget *input() const { return m_input; }

Q_SIGNALS:
    void edited(const QVariant &value);

private:
    QWidget *textInput(const models::Field &field);
    QWidget *pathInput(const models::Field &field);
    QWidget *choiceInput(const models::Field &field);
    QWidget *permissionsInput(const models::Field &field);
    QWidget *manyInput(const models::Field &field);
    QWidget *secretInput(const models::Field &field);
    QWidget *recoveryKeyInput(const models::Field &field);

    QWidget *m_input = nullptr;
    QString m_hint;
    QLabel *m_below;
};

} // namespace keyward::ui
