// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace keyward::app {

/// Hears when the screen is locked or the machine goes to sleep, where the desktop tells: logind on the system's bus,
/// the screen saver on the session's; and whether high contrast is wanted: the settings of the desktop's portal.
/// Without them it is silent.
class DesktopWatch final : public QObject
{
    Q_OBJECT
public:
    DesktopWatch(QDBusConnection system, QDBusConnection session, QObject *parent = nullptr);

Q_SIGNALS:
    void lockWanted();
    void contrastWanted(bool high);

public Q_SLOTS: // as the bus calls them
    void sleeps(bool begins);
    void screenIsLocked(bool on);
    void settingChanged(const QString &group, const QString &name, const QDBusVariant &value);

private:
    void findOwnSession();
    void askForContrast(const QDBusConnection &session);

    QDBusConnection m_system;
};

} // namespace keyward::app
