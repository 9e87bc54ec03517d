// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/state.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QBoxLayout;
class QPainter;
class QScrollArea;
class QVBoxLayout;

/// Small things that everything else is made of.
namespace keyward::ui {

enum class Tone { Normal, Muted, Error, Accent };
QLabel *label(const QString &text, const QFont &font, Tone tone = Tone::Normal, QWidget *parent = nullptr);
QLabel *wrapped(const QString &text, Tone tone = Tone::Normal, QWidget *parent = nullptr); ///< breaks lines
void setTone(QLabel *label, Tone tone);
QString breakable(const QString &text); ///< long paths and lists break where there is no room; not for what is copied

enum class Kind { Outline, Primary, Danger, Plain, Link, Crumb, Tab, Rail };
/// The object's name is what tests, tours and assistive technology know it by.
QPushButton *button(const QString &name, const QString &text, Kind kind = Kind::Outline, QWidget *parent = nullptr);
void setKind(QPushButton *button, Kind kind);
QFrame *frame(const char *kind, QWidget *parent = nullptr);
QScrollArea *scrolling(QWidget *inside, QWidget *parent); ///< downwards, without a frame
void clear(QLayout *layout);                              ///< with the widgets in it
void restyle(QWidget *widget);                            ///< after a property that the style sheet looks at changed

/// Shape, word and colour of a state, always together.
QString shapeOf(models::State state);
QSize chipSize(const models::Chip &chip);
/// The box in which something stands that is painted rather than written.
void paintWell(QPainter &painter, const QRect &rect, const QPalette &palette);
void paintChip(QPainter &painter, const QRect &rect, const models::Chip &chip, const QPalette &palette);

class ChipLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipLabel(models::Chip chip = {}, QWidget *parent = nullptr);
    void setChip(const models::Chip &chip);
    QSize sizeHint() const override { return chipSize(m_chip); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::Chip m_chip;
};

/// One line that ends in an ellipsis where there is no room, whole in the tooltip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
    void setWholeText(const QString &text);
    const QString &wholeText() const { return m_text; }
    QSize minimumSizeHint() const override { return {40, QLabel::sizeHint().height()}; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode;
};

} // namespace keyward::ui
