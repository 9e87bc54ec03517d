// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/style.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace keyward::ui {

namespace {

constexpr int mark = 16;

void paintMark(QPainter &painter, const QStyleOption &option, bool round)
{
    const auto &colours = coloursOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool focus = option.state & QStyle::State_HasFocus;
    const QRectF box =
        QRectF(option.rect.x(), option.rect.center().y() - mark / 2 + 1, mark, mark).adjusted(.75, .75, -.75, -.75);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto edge = !enabled ? colours.strongLine : on || focus ? colours.accent : colours.muted;
    painter.setPen(QPen(edge, focus ? 2 : 1.3));
    painter.setBrush(on && enabled ? colours.accent : colours.surface);
    const auto corner = round ? box.width() / 2 : 3.5;
    painter.drawRoundedRect(box, corner, corner);
    if (on) {
        const auto ink = enabled ? colours.onAccent : colours.disabled;
        if (round) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(box.center(), 3, 3);
        } else {
            painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF{box.topLeft() + QPointF(3.4, 7.4), box.topLeft() + QPointF(6.2, 10.2),
                                           box.topLeft() + QPointF(11.2, 4.6)});
        }
    }
    painter.restore();
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_IndicatorCheckBox) return paintMark(*painter, *option, false);
    if (element == PE_IndicatorRadioButton) return paintMark(*painter, *option, true);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return mark;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace keyward::ui
