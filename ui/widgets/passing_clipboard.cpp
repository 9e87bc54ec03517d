// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/passing_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUuid>

namespace keyward::ui {

namespace {

QString plain() { return QStringLiteral("text/plain"); }
QString tokenFormat() { return QStringLiteral("application/x-keyward-passing"); }
QString hintFormat() { return QStringLiteral("x-kde-passwordManagerHint"); }

class PassingData final : public QMimeData
{
public:
    PassingData(std::function<QByteArray()> secret, QByteArray token)
        : m_secret(std::move(secret)), m_token(std::move(token))
    {}
    QStringList formats() const override { return {plain(), tokenFormat(), hintFormat()}; }
    bool hasFormat(const QString &type) const override { return formats().contains(type); }

protected:
    QVariant retrieveData(const QString &type, QMetaType) const override
    {
        if (type == hintFormat()) return QByteArrayLiteral("secret");
        if (type == tokenFormat()) return m_token;
        return type == plain() ? QVariant(m_secret()) : QVariant();
    }

private:
    std::function<QByteArray()> m_secret;
    QByteArray m_token;
};

} // namespace

PassingClipboard::PassingClipboard(QObject *parent, std::chrono::milliseconds stays) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(stays);
    connect(&m_timer, &QTimer::timeout, this, &PassingClipboard::clear);
}

PassingClipboard::~PassingClipboard() { clear(); }

void PassingClipboard::put(std::function<QByteArray()> secret)
{
    if (!secret) return;
    m_token = QUuid::createUuid().toByteArray();
    QGuiApplication::clipboard()->setMimeData(new PassingData(std::move(secret), m_token));
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
