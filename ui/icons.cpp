// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/icons.h"

#include "ui/theme.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

namespace keyward::ui {

namespace {

/// Breeze's monochrome symbols, tinted when they are drawn, so that a change of theme needs no new icons.
class TintedEngine final : public QIconEngine
{
public:
    explicit TintedEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, tinted(rect.size(), ratio, mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return tinted(size, 1.0, mode, state);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        return tinted(size / scale, scale, mode, state);
    }
    QIconEngine *clone() const override { return new TintedEngine(m_name); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QPixmap tinted(const QSize &size, qreal ratio, QIcon::Mode mode, QIcon::State state) const
    {
        const auto palette = QApplication::palette();
        const auto &colours = coloursOf(palette);
        const auto colour = mode == QIcon::Disabled ? colours.disabled
                            : state == QIcon::On    ? colours.accent
                                                    : colours.text;
        const auto key = QStringLiteral("keyward/%1/%2x%3@%4/%5")
                             .arg(m_name)
                             .arg(size.width())
                             .arg(size.height())
                             .arg(ratio)
                             .arg(colour.name());
        QPixmap out;
        if (QPixmapCache::find(key, &out)) return out;
        const auto symbol = QIcon::fromTheme(m_name);
        out = symbol.pixmap(size, ratio);
        if (out.isNull()) {
            out = QPixmap(size * ratio);
            out.setDevicePixelRatio(ratio);
            out.fill(Qt::transparent);
        }
        QPainter painter(&out);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(QRect(QPoint(), size), colour);
        painter.end();
        QPixmapCache::insert(key, out);
        return out;
    }
    QString m_name;
};

class BrandEngine final : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 24.0, rect.height() / 24.0);
        QPainterPath shield;
        shield.moveTo(12, 2);
        shield.lineTo(20, 5);
        shield.lineTo(20, 11);
        shield.cubicTo(20, 16, 16.6, 20, 12, 22);
        shield.cubicTo(7.4, 20, 4, 16, 4, 11);
        shield.lineTo(4, 5);
        shield.closeSubpath();
        const auto palette = QApplication::palette();
        painter->setPen(QPen(coloursOf(palette).accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(shield);
        painter->drawEllipse(QPointF(12, 10), 2.4, 2.4);
        painter->drawLine(QPointF(12, 12.4), QPointF(12, 16));
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap out(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return out;
    }
    QIconEngine *clone() const override { return new BrandEngine; }
};

} // namespace

QIcon icon(const QString &name) { return QIcon(new TintedEngine(name)); }
QIcon brandIcon() { return QIcon(new BrandEngine); }

} // namespace keyward::ui
