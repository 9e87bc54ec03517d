// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/notifications.h"
#include "ui/host.h"

#include <QFrame>
#include <QTimer>

class QVBoxLayout;

namespace keyward::ui {

/// What just happened, at the lower right for a few seconds.
class Toast final : public QFrame
{
    Q_OBJECT
public:
    Toast(models::Notifications &notifications, Host &host, QWidget *window);
    void place();
    void setLeft(bool left) { m_left = left; } ///< where a wizard has its buttons at the lower right

private:
    void show(const models::Notification &notification);

    Host &m_host;
    QVBoxLayout *m_column;
    QTimer m_timer;
    bool m_left = false;
};

/// All that was told since the keystore was opened.
class NoticePanel final : public QFrame
{
    Q_OBJECT
public:
    NoticePanel(models::Notifications &notifications, Host &host, QWidget *window);
    void toggle(QWidget *below);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();

    models::Notifications &m_notifications;
    Host &m_host;
    QVBoxLayout *m_list;
};

} // namespace keyward::ui
