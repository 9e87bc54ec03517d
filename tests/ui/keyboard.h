// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

/// Keys for what has the focus, as somebody without a mouse presses them.
namespace keyward::test {

inline QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }

inline void press(int key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
}

inline void write(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

/// With the tab key, until the focus is there; false where it never comes.
inline bool tabTo(const QString &name, int most = 90)
{
    for (int i = 0; i < most && focused() != name; ++i) press(Qt::Key_Tab);
    return focused() == name;
}

} // namespace keyward::test
