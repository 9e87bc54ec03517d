// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action_draft.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/host.h"

class QCheckBox;
class QLineEdit;

namespace keyward::ui {

class FormWidget;
class LineView;
class SecretView;

/// Shows an ActionDraft: what is to be filled in, what it would do, what must be acknowledged, and a button that says
/// the act.
class ActionDialog final : public DialogFrame
{
    Q_OBJECT
public:
    ActionDialog(std::unique_ptr<models::ActionDraft> draft, Host &host, const QString &name, QWidget *parent);

private:
    void buildFields();
    void buildConfirmation();
    void buildFoot();
    void refresh();
    void placeFocus();
    void showSecret();
    void reject() override;

    std::unique_ptr<models::ActionDraft> m_draft;
    Host &m_host;
    FormWidget *m_form = nullptr;
    QLabel *m_statement = nullptr;
    QCheckBox *m_acknowledge = nullptr;
    QWidget *m_typing = nullptr;
    QLabel *m_typingLabel = nullptr;
    QLineEdit *m_typed = nullptr;
    QLabel *m_blocker = nullptr;
    QLabel *m_failure = nullptr;
    LineView *m_commandLine = nullptr;
    SecretView *m_secret = nullptr; ///< once there is one
    QPushButton *m_cancel = nullptr;
    QPushButton *m_do = nullptr;
    bool m_placed = false; ///< the focus is where it should begin
};

} // namespace keyward::ui
