// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace keyward::ui {

/// Label, input, hint and error of one field, with one name for tests and assistive technology.
class FormField final : public QWidget
{
    Q_OBJECT
public:
    FormField(const models::Field &field, QWidget *parent = nullptr);
    void showError(const QString &error); ///< empty: none
    void setNote(const QString &note);    ///< what stands under the input while nothing is wrong
    void show(const QVariant &value);     ///< what was filled in for whoever fills it in; of what is typed
    using QWidget::show;
    QWidget *input() const { return m_input; }

Q_SIGNALS:
    void edited(const QVariant &value);

private:
    QWidget *textInput(const models::Field &field);
    QWidget *pathInput(const models::Field &field);
    QWidget *choiceInput(const models::Field &field);
    QWidget *permissionsInput(const models::Field &field);
    QWidget *manyInput(const models::Field &field);
    QWidget *pickInput(const models::Field &field);
    QWidget *dateInput(const models::Field &field);
    QWidget *passageInput(const models::Field &field);
    void pickDay(QLineEdit &edit, QWidget &below);
    QWidget *secretInput(const models::Field &field);
    QWidget *recoveryKeyInput(const models::Field &field);

    models::Field::Kind m_kind;
    QWidget *m_input = nullptr;
    QString m_hint;
    QLabel *m_below;
};

} // namespace keyward::ui
