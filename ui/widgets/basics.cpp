// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/basics.h"

#include "ui/theme.h"

#include <QLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QVariant>

namespace keyward::ui {

namespace {

const char *toneName(Tone tone)
{
    static constexpr const char *names[] = {"normal", "muted", "error", "accent"};
    return names[static_cast<int>(tone)];
}

constexpr int chipHeight = 22;
constexpr int chipSide = 8;
constexpr int chipGap = 6;

} // namespace

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QLabel *label(const QString &text, const QFont &font, Tone tone, QWidget *parent)
{
    auto *out = new QLabel(text, parent);
    out->setFont(font);
    out->setTextFormat(Qt::PlainText);
    out->setProperty("tone", QLatin1String(toneName(tone)));
    return out;
}

QLabel *wrapped(const QString &text, Tone tone, QWidget *parent)
{
    auto *out = label(text, fonts::body(), tone, parent);
    out->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    out->setWordWrap(true); // after the policy: it adds to it that the height follows from the width
    return out;
}

void setTone(QLabel *label, Tone tone)
{
    label->setProperty("tone", QLatin1String(toneName(tone)));
    restyle(label);
}

QString breakable(const QString &text)
{
    constexpr int most = 24; // characters in one piece
    const QChar gap(0x200b);
    QString out;
    int run = 0;
    for (const auto c : text) {
        out += c;
        run = c.isSpace() ? 0 : run + 1;
        const bool ends = c == QLatin1Char('/') || c == QLatin1Char(','); // of a folder's name, of one in a list
        if (run < most && !ends) continue;
        out += gap;
        run = 0;
    }
    return out;
}

QPushButton *button(const QString &name, const QString &text, Kind kind, QWidget *parent)
{
    auto *out = new QPushButton(text, parent);
    out->setObjectName(name);
    out->setAccessibleName(text);
    out->setAutoDefault(true); // so that Enter presses it wherever it has the focus, not only in dialogs
    out->setCursor(Qt::PointingHandCursor);
    setKind(out, kind);
    return out;
}

void setKind(QPushButton *button, Kind kind)
{
    static constexpr const char *names[] = {"outline", "primary", "danger", "plain", "link", "crumb", "tab", "rail"};
    button->setProperty("kind", QLatin1String(names[static_cast<int>(kind)]));
    restyle(button);
}

QFrame *frame(const char *kind, QWidget *parent)
{
    auto *out = new QFrame(parent);
    out->setProperty("kind", QLatin1String(kind));
    return out;
}

QScrollArea *scrolling(QWidget *inside, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    return scroll;
}

void clear(QLayout *layout)
{
    while (auto *item = layout->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (auto *inner = item->layout()) clear(inner);
        delete item;
    }
}

QString shapeOf(models::State state)
{
    switch (state) {
    case models::State::Working: return QStringLiteral("\u25cf");
    case models::State::Warning: return QStringLiteral("\u25c6");
    case models::State::AtRisk: return QStringLiteral("\u25b2");
    case models::State::Lost: return QStringLiteral("\u25a0");
    case models::State::Disabled: return QStringLiteral("\u25cb");
    case models::State::Pinned: return QStringLiteral("\u2726");
    case models::State::Neutral: break;
    }
    return {};
}

namespace {

/// Drawn, not written, so that they look alike with every font.
void paintShape(QPainter &painter, const QRectF &box, models::State state, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const auto c = box.center();
    const auto r = box.width() / 2;
    switch (state) {
    case models::State::Working: painter.drawEllipse(box.adjusted(.5, .5, -.5, -.5)); break;
    case models::State::Warning:
        painter.drawPolygon(QPolygonF{{c.x(), c.y() - r}, {c.x() + r, c.y()}, {c.x(), c.y() + r}, {c.x() - r, c.y()}});
        break;
    case models::State::AtRisk:
        painter.drawPolygon(QPolygonF{{c.x(), c.y() - r}, {c.x() + r, c.y() + r * .85}, {c.x() - r, c.y() + r * .85}});
        break;
    case models::State::Lost: painter.drawRect(box.adjusted(.5, .5, -.5, -.5)); break;
    case models::State::Disabled:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.4));
        painter.drawEllipse(box.adjusted(.8, .8, -.8, -.8));
        break;
    case models::State::Pinned:
        painter.drawPolygon(QPolygonF{{c.x(), c.y() - r},
                                      {c.x() + r * .28, c.y() - r * .28},
                                      {c.x() + r, c.y()},
                                      {c.x() + r * .28, c.y() + r * .28},
                                      {c.x(), c.y() + r},
                                      {c.x() - r * .28, c.y() + r * .28},
                                      {c.x() - r, c.y()},
                                      {c.x() - r * .28, c.y() - r * .28}});
        break;
    case models::State::Neutral: break;
    }
}

QFont chipFont()
{
    auto font = fonts::small();
    font.setWeight(QFont::Medium);
    return font;
}

constexpr int shapeSize = 8;

} // namespace

QSize chipSize(const models::Chip &chip)
{
    if (chip.text.isEmpty()) return {0, chipHeight};
    const QFontMetrics metrics(chipFont());
    return {metrics.horizontalAdvance(chip.text) + 2 * chipSide +
                (chip.state == models::State::Neutral ? 0 : shapeSize + chipGap) + 1,
            chipHeight};
}

void paintWell(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    const auto &colours = coloursOf(palette);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.background);
    painter.drawRoundedRect(QRectF(rect).adjusted(.5, .5, -.5, -.5), measure::corner, measure::corner);
}

void paintChip(QPainter &painter, const QRect &rect, const models::Chip &chip, const QPalette &palette)
{
    if (chip.text.isEmpty()) return;
    const auto &colours = coloursOf(palette);
    const auto pair = colours.of(chip.state);
    const auto size = chipSize(chip);
    const QRectF box(rect.left(), rect.center().y() - chipHeight / 2 + 0.5, std::min(size.width(), rect.width()),
                     chipHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool outlined = chip.state == models::State::Neutral || chip.state == models::State::Disabled;
    painter.setPen(outlined ? QPen(colours.line) : QPen(Qt::NoPen));
    painter.setBrush(pair.paper);
    painter.drawRoundedRect(outlined ? box.adjusted(.5, .5, -.5, -.5) : box, chipHeight / 2.0 - 1,
                            chipHeight / 2.0 - 1);
    qreal left = box.left() + chipSide;
    if (chip.state != models::State::Neutral) {
        paintShape(painter, QRectF(left, box.center().y() - shapeSize / 2.0, shapeSize, shapeSize), chip.state,
                   pair.ink);
        left += shapeSize + chipGap;
    }
    painter.setPen(pair.ink);
    painter.setFont(chipFont());
    const QRectF words(left, box.top(), box.right() - chipSide - left + 2, box.height());
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(chipFont()).elidedText(chip.text, Qt::ElideRight, static_cast<int>(words.width()) + 1));
    painter.restore();
}

ChipLabel::ChipLabel(models::Chip chip, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setChip(chip);
}

void ChipLabel::setChip(const models::Chip &chip)
{
    m_chip = chip;
    setAccessibleName(chip.text);
    setVisible(!chip.text.isEmpty());
    updateGeometry();
    update();
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_chip, palette());
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent, Qt::TextElideMode mode) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWholeText(text);
}

void ElidedLabel::setWholeText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setToolTip(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_text, m_mode, contentsRect().width()));
}

} // namespace keyward::ui
