// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action_draft.h"
#include "ui/host.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace keyward::ui {

class FormField;

/// Shows an ActionDraft: what is to be filled in, what it would do, what must be acknowledged, and a button that says the act.
class ActionDialog final : public QDialog
{
    Q_OBJECT
public:
    ActionDialog(std::unique_ptr<models::ActionDraft> draft, Host &host, const QString &name, QWidget *parent);

private:
    QWidget *buildFoot();
    void refresh();
    void fit();
    void centre();
    void reject() override;
    void showEvent(QShowEvent *event) override;

    std::unique_ptr<models::ActionDraft> m_draft;
    Host &m_host;
    QMap<QString, FormField *> m_fields;
    QCheckBox *m_acknowledge;
    QWidget *m_typing;
    QLabel *m_typingLabel;
    QLineEdit *m_typed;
    QLabel *m_blocker;
    QLabel *m_failure;
    QLabel *m_commandLine;
    QPushButton *m_do = nullptr;
};

} // namespace keyward::ui
