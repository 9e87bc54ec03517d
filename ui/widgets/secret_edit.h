// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/secret_draft.h"

#include <QLineEdit>

namespace keyward::ui {

/// Where a secret is typed. What is typed goes straight into protected memory; the field itself only ever holds dots,
/// so nothing can be selected, copied or found in its undo history.
class SecretEdit final : public QLineEdit
{
    Q_OBJECT
public:
    SecretEdit(const QString &name, const QString &accessibleName, QWidget *parent = nullptr,
               std::shared_ptr<models::SecretDraft> draft = std::make_shared<models::SecretDraft>());
    models::SecretDraft &draft() { return *m_draft; }
    void empty();

Q_SIGNALS:
    void edited();
    void capsLockMayBeOn(bool on);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void type(const QString &text);
    void showDots();
    void watchCapsLock(const QKeyEvent &event);

    std::shared_ptr<models::SecretDraft> m_draft;
};

} // namespace keyward::ui
