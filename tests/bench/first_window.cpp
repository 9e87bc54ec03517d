// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keyward's window from start to its first paint.

#include "app/keyward/window_program.h"

#include <QTemporaryDir>

namespace {

class FirstPaint final : public QObject
{
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        return false;
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    auto program = keyward::app::WindowProgram::create(
        application, {folder.filePath(QStringLiteral("window.ini")), folder.path().toStdString(), {}});
    if (!program) return 1;
    FirstPaint first;
    (*program)->window().installEventFilter(&first);
    (*program)->window().show();
    return QApplication::exec();
}
