// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/robot.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollArea>
#include <QTimer>

#include <stdexcept>

namespace keyward::app {

QWidget &Robot::foremost() const
{
    if (auto *popup = QApplication::activePopupWidget()) return *popup;
    if (auto *modal = QApplication::activeModalWidget()) return *modal;
    return m_window;
}

QWidget *Robot::findAny(const QString &name) const
{
    auto &top = foremost();
    if (top.objectName() == name) return &top;
    for (auto *widget : top.findChildren<QWidget *>(name))
        if (widget->isVisible()) return widget;
    return nullptr;
}

QWidget *Robot::find(const QString &name) const
{
    auto &top = foremost();
    if (top.objectName() == name && top.isEnabled()) return &top;
    QStringList names{name};
    if (const auto action = QStringLiteral("action."); name.startsWith(action))
        for (const auto *place : {"empty.", "do."}) names += QLatin1String(place) + name.mid(action.size());
    for (const auto &one : std::as_const(names))
        for (auto *widget : top.findChildren<QWidget *>(one))
            if (widget->isVisible() && widget->isEnabled()) return widget;
    return nullptr;
}

namespace {

/// As a person scrolls before clicking.
void bringIntoView(QWidget &widget)
{
    for (auto *parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(parent)) area->ensureWidgetVisible(&widget, 0, 12);
}

void move(QWidget &widget, const QPoint &to)
{
    QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&widget, &event);
}

void press(QWidget &widget, const QPoint &at)
{
    bringIntoView(widget);
    if (!widget.window()->isActiveWindow()) widget.window()->activateWindow(); // as a click does
    const QPointF local = at;
    const QPointF global = widget.mapToGlobal(at);
    move(widget, at);
    QMouseEvent down(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &down);
    QMouseEvent up(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, Qt::NoButton, {});
    const QPointer<QWidget> alive(&widget);
    if (alive) QApplication::sendEvent(&widget, &up);
}

} // namespace

void Robot::click(QWidget &widget) const
{
    // A tick or a radio answers where its mark is, not in the room behind its words.
    press(widget, widget.inherits("QCheckBox") || widget.inherits("QRadioButton") ? QPoint(10, widget.height() / 2)
                                                                                  : widget.rect().center());
}

void Robot::clickRow(QWidget &table, int row, int column) const
{
    auto &view = static_cast<QAbstractItemView &>(table);
    const auto index = view.model()->index(row, column);
    view.scrollTo(index);
    press(*view.viewport(), view.visualRect(index).center());
}

void Robot::clickAction(QWidget &menu, QAction &action) const
{
    // A menu takes a press as meant for it only once the mouse has been on its way for a while.
    constexpr int steps = 8;
    const auto to = static_cast<QMenu &>(menu).actionGeometry(&action).center();
    for (int step = 1; step <= steps; ++step) move(menu, to * step / steps);
    press(menu, to);
}

void Robot::key(QWidget &widget, int code, Qt::KeyboardModifiers modifiers) const
{
    QKeyEvent down(QEvent::KeyPress, code, modifiers);
    QApplication::sendEvent(&widget, &down);
    QKeyEvent up(QEvent::KeyRelease, code, modifiers);
    QApplication::sendEvent(&widget, &up);
}

void Robot::type(QWidget &widget, const QString &text) const
{
    if (!widget.window()->isActiveWindow()) widget.window()->activateWindow();
    bringIntoView(widget);
    widget.setFocus(Qt::MouseFocusReason);
    for (const auto character : text) {
        QKeyEvent down(QEvent::KeyPress, 0, character.isUpper() ? Qt::ShiftModifier : Qt::NoModifier,
                       QString(character));
        QApplication::sendEvent(&widget, &down);
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(character));
        QApplication::sendEvent(&widget, &up);
    }
}

void Robot::replace(QWidget &widget, const QString &text) const
{
    widget.setFocus(Qt::MouseFocusReason);
    key(widget, Qt::Key_A, Qt::ControlModifier);
    key(widget, Qt::Key_Delete);
    type(widget, text);
}

void Until::await_suspend(std::coroutine_handle<> handle)
{
    auto *timer = new QTimer(qApp);
    auto elapsed = std::make_shared<QElapsedTimer>();
    elapsed->start();
    QObject::connect(timer, &QTimer::timeout, qApp, [this, timer, elapsed, handle] {
        m_late = elapsed->elapsed() > m_limitMs;
        if (!m_late && !m_condition()) return;
        timer->stop();
        timer->deleteLater();
        handle.resume();
    });
    timer->start(15);
}

void Until::await_resume() const
{
    if (m_late) throw std::runtime_error("waited in vain for " + m_what.toStdString());
}

} // namespace keyward::app
