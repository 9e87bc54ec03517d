// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/passing_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUuid>

namespace keyward::ui {

namespace {

QString tokenFormat() { return QStringLiteral("application/x-keyward-passing"); }

} // namespace

PassingClipboard::PassingClipboard(QObject *parent, std::chrono::milliseconds stays) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(stays);
    connect(&m_timer, &QTimer::timeout, this, &PassingClipboard::clear);
}

PassingClipboard::~PassingClipboard() { clear(); }

void PassingClipboard::put(QString secret)
{
    m_token = QUuid::createUuid().toByteArray();
    auto *data = new QMimeData;
    data->setText(secret);
    data->setData(tokenFormat(), m_token);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    QGuiApplication::clipboard()->setMimeData(data);
    secret.fill(QLatin1Char('0'));
    m_timer.start();
}

bool PassingClipboard::holds() const
{
    const auto *data = QGuiApplication::clipboard()->mimeData();
    return !m_token.isEmpty() && data && data->data(tokenFormat()) == m_token;
}

void PassingClipboard::clear()
{
    m_timer.stop();
    if (!holds()) return;
    QGuiApplication::clipboard()->clear();
    m_token.clear();
    Q_EMIT cleared();
}

} // namespace keyward::ui
