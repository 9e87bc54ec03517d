// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least a Qt Widgets program can do: show a window with a label, end at its first paint. The limit for ours.

#include <QApplication>
#include <QLabel>

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
    QLabel window(QStringLiteral("Nothing"));
    window.resize(1440, 900);
    FirstPaint first;
    window.installEventFilter(&first);
    window.show();
    return QApplication::exec();
}
