// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>

namespace keyward::app {

/// Hears when the screen is locked or the machine goes to sleep, where the desktop tells: logind on the system's bus,
/// the screen saver on the session's. Without them it is silent.
class DesktopWatch final : public QObject
{
    Q_OBJECT
public:
    DesktopWatch(QDBusConnection system, QDBusConnection session, QObject *parent = nullptr);

Q_SIGNALS:
    void lockWanted();

public Q_SLOTS: // as the bus calls them
    void sleeps(bool begins);
    void screenIsLocked(bool on);

private:
    void findOwnSession();

    QDBusConnection m_system;
};

} // namespace keyward::app
