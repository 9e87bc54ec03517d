// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/secret_edit.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>

namespace keyward::ui {

SecretEdit::SecretEdit(const QString &name, const QString &accessibleName, QWidget *parent,
                       std::shared_ptr<models::SecretDraft> draft)
    : QLineEdit(parent), m_draft(std::move(draft))
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setDragEnabled(false);
    setAcceptDrops(false);
}

void SecretEdit::empty()
{
    m_draft->clear();
    showDots();
}

void SecretEdit::showDots()
{
    setText(QString(m_draft->length(), QChar(0x2022)));
    setCursorPosition(m_draft->length());
    Q_EMIT edited();
}

void SecretEdit::type(const QString &text)
{
    m_draft->type(text);
    showDots();
}

/// A capital without Shift, or a small letter with it: only Caps Lock does that, on every platform.
void SecretEdit::watchCapsLock(const QKeyEvent &event)
{
    const auto text = event.text();
    if (text.size() != 1 || !text[0].isLetter() || text[0].toUpper() == text[0].toLower()) return;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    Q_EMIT capsLockMayBeOn(text[0].isUpper() != shift);
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT returnPressed(); return;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape: event->ignore(); return;
    case Qt::Key_Backspace:
        if (event->modifiers() & Qt::ControlModifier)
            m_draft->clear();
        else
            m_draft->eraseLast();
        showDots();
        return;
    case Qt::Key_Delete: return;
    default: break;
    }
    if (event->matches(QKeySequence::Paste)) return type(QApplication::clipboard()->text());
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        event->ignore(); // nothing to select, cut, copy or undo
        return;
    }
    if (event->text().isEmpty() || !event->text()[0].isPrint()) {
        event->ignore();
        return;
    }
    watchCapsLock(*event);
    type(event->text());
}

void SecretEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty()) type(event->commitString());
    event->accept();
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event) { event->accept(); }

void SecretEdit::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    setCursorPosition(m_draft->length());
    event->accept();
}

void SecretEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    deselect();
    setCursorPosition(m_draft->length());
}

} // namespace keyward::ui
