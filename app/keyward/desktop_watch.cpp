// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/desktop_watch.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace keyward::app {

namespace {

const auto logind = QStringLiteral("org.freedesktop.login1");
const auto logindPath = QStringLiteral("/org/freedesktop/login1");
const auto logindManager = QStringLiteral("org.freedesktop.login1.Manager");

const auto portal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto contrast = QStringLiteral("contrast"); ///< 0: no preference, 1: higher

} // namespace

DesktopWatch::DesktopWatch(QDBusConnection system, QDBusConnection session, QObject *parent)
    : QObject(parent), m_system(std::move(system))
{
    if (m_system.isConnected()) {
        m_system.connect(logind, logindPath, logindManager, QStringLiteral("PrepareForSleep"), this,
                         SLOT(sleeps(bool)));
        findOwnSession();
    }
    if (!session.isConnected()) return;
    for (const auto *name : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
        session.connect({}, {}, QString::fromLatin1(name), QStringLiteral("ActiveChanged"), this,
                        SLOT(screenIsLocked(bool)));
    session.connect({}, portalPath, portalSettings, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
    askForContrast(session);
}

/// Later it tells of itself.
void DesktopWatch::askForContrast(const QDBusConnection &session)
{
    auto question = QDBusMessage::createMethodCall(portal, portalPath, portalSettings, QStringLiteral("ReadOne"));
    question << appearance << contrast;
    auto *answer = new QDBusPendingCallWatcher(session.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid()) settingChanged(appearance, contrast, reply.value());
    });
}

void DesktopWatch::settingChanged(const QString &group, const QString &name, const QDBusVariant &value)
{
    if (group == appearance && name == contrast) Q_EMIT contrastWanted(value.variant().toUInt() == 1);
}

/// Other people's sessions are locked too; only ours counts.
void DesktopWatch::findOwnSession()
{
    auto question =
        QDBusMessage::createMethodCall(logind, logindPath, logindManager, QStringLiteral("GetSessionByPID"));
    question << static_cast<uint>(QCoreApplication::applicationPid());
    auto *answer = new QDBusPendingCallWatcher(m_system.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *answer;
        if (reply.isValid())
            m_system.connect(logind, reply.value().path(), QStringLiteral("org.freedesktop.login1.Session"),
                             QStringLiteral("Lock"), this, SIGNAL(lockWanted()));
    });
}

void DesktopWatch::sleeps(bool begins)
{
    if (begins) Q_EMIT lockWanted();
}

void DesktopWatch::screenIsLocked(bool on)
{
    if (on) Q_EMIT lockWanted();
}

} // namespace keyward::app
