// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bars, ring and timeline: drawn here, as the three of them need less than a chart library does.

#include "ui/widgets/part_widgets.h"

#include "models/text.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <map>

namespace keyward::ui {

using namespace models;

// Bars

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartWidgets)
};

class Bar final : public QWidget
{
public:
    Bar(double share, State state, bool track, int height, QWidget *parent)
        : QWidget(parent), m_share(share), m_state(state), m_track(track)
    {
        setFixedHeight(height);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const auto &colours = coloursOf(palette());
        if (m_track) {
            painter.setBrush(colours.accentSoft);
            painter.drawRoundedRect(rect(), 3, 3);
        }
        if (m_share <= 0) return;
        painter.setBrush(m_state == State::Neutral ? colours.accent : colours.of(m_state).ink);
        painter.drawRoundedRect(QRectF(0, 0, std::max(4.0, m_share * width()), height()), 3, 3);
    }

private:
    double m_share;
    State m_state;
    bool m_track; ///< the whole length is shown behind it
};

} // namespace

BarsWidget::BarsWidget(BarsPart &part, QWidget *parent)
    : PartWidget(part, parent), m_part(part), m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(1, 1);
    m_layout->addLayout(m_grid);
    if (part.textAfter) m_layout->addStretch();
    start();
}

void BarsWidget::refresh()
{
    clear(m_grid);
    int row = 0;
    for (const auto &bar : m_part.bars()) {
        auto *name =
            label(bar.label, bar.mono ? fonts::mono() : fonts::body(), bar.mono ? Tone::Normal : Tone::Muted, this);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        if (m_part.textAfter) {
            m_grid->addWidget(new Bar(bar.share, bar.state, true, 12, this), row, 1, Qt::AlignVCenter);
            auto *count = label(bar.text, fonts::digits(), Tone::Normal, this);
            count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_grid->addWidget(count, row, 2);
        } else {
            auto *box = new QWidget(this);
            auto *column = new QVBoxLayout(box);
            column->setContentsMargins(0, 3, 0, 0);
            column->setSpacing(4);
            if (bar.share > 0) column->addWidget(new Bar(bar.share, bar.state, false, 7, box));
            auto *words = wrapped(bar.text, Tone::Muted, box);
            words->setFont(fonts::small());
            column->addWidget(words);
            m_grid->addWidget(box, row, 1);
        }
        ++row;
    }
}

// Ring

namespace {

class Ring final : public QWidget
{
public:
    Ring(RingPart &part, QWidget *parent) : QWidget(parent), m_part(part) { setFixedSize(140, 140); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &colours = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        std::uint64_t total = 0;
        for (const auto &slice : m_part.slices()) total += slice.count;
        constexpr int thickness = 17;
        const QRectF circle = QRectF(rect()).adjusted(thickness, thickness, -thickness, -thickness);
        painter.setPen(QPen(colours.line, thickness, Qt::SolidLine, Qt::FlatCap));
        painter.drawEllipse(circle);
        double start = 90 * 16;
        for (const auto &slice : m_part.slices()) {
            if (slice.count == 0) continue;
            const double span = -360.0 * 16 * static_cast<double>(slice.count) / static_cast<double>(total);
            painter.setPen(
                QPen(slice.chip.state == State::Neutral ? colours.strongLine : colours.of(slice.chip.state).ink,
                     thickness, Qt::SolidLine, Qt::FlatCap));
            painter.drawArc(circle, static_cast<int>(start), static_cast<int>(span));
            start += span;
        }
        auto big = fonts::title();
        big.setPixelSize(total > 99'999 ? 17 : 24);
        painter.setFont(big);
        painter.setPen(colours.text);
        painter.drawText(rect().adjusted(0, -12, 0, -12), Qt::AlignCenter, number(total));
        painter.setFont(fonts::small());
        painter.setPen(colours.muted);
        painter.drawText(rect().adjusted(0, 20, 0, 20), Qt::AlignCenter,
                         m_part.noun ? m_part.noun(countOf(total)) : QString());
    }

private:
    RingPart &m_part;
};

} // namespace

RingWidget::RingWidget(RingPart &part, QWidget *parent)
    : PartWidget(part, parent), m_part(part), m_ring(new Ring(part, this)), m_legend(new QVBoxLayout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_ring, 0, Qt::AlignTop);
    m_legend->setSpacing(5);
    auto *column = new QVBoxLayout;
    column->addLayout(m_legend);
    column->addStretch();
    row->addLayout(column);
    row->addStretch();
    m_layout->addLayout(row);
    m_layout->addStretch();
    start();
}

void RingWidget::refresh()
{
    clear(m_legend);
    QStringList words;
    for (const auto &slice : m_part.slices()) {
        auto *box = new QWidget(this);
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(new ChipLabel(slice.chip, box));
        row->addWidget(label(number(slice.count), fonts::digits(), Tone::Normal, box));
        row->addStretch();
        m_legend->addWidget(box);
        words += slice.chip.text + QLatin1Char(' ') + number(slice.count);
    }
    m_ring->setAccessibleName(words.join(QStringLiteral(", ")));
    m_ring->update();
}

// Timeline

namespace {

class Strip final : public QWidget
{
public:
    Strip(TimelinePart &part, QWidget *parent) : QWidget(parent), m_part(part)
    {
        setFixedHeight(126);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMouseTracking(true);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &colours = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        constexpr int floor = 96;
        painter.setPen(colours.line);
        painter.drawLine(0, floor, width(), floor);
        painter.setFont(fonts::small());
        painter.setPen(colours.muted);
        for (const int day : {0, 30, 60})
            painter.drawText(QRect(at(day), floor + 8, 90, 16), Qt::AlignLeft,
                             shortDate(m_part.from() + Days(day)).section(QLatin1Char(' '), 0, 1));
        painter.drawText(QRect(width() - 90, floor + 8, 90, 16), Qt::AlignRight,
                         shortDate(m_part.from() + Days(TimelinePart::days - 1)).section(QLatin1Char(' '), 0, 1));
        if (m_part.events().empty()) {
            painter.setFont(fonts::body());
            painter.drawText(QRect(0, 30, width(), 40), Qt::AlignCenter,
                             Words::tr("Nothing expires and no retention ends"));
            return;
        }
        painter.setPen(Qt::NoPen);
        for (const auto &[day, events] : byDay()) {
            const int height = std::min(70, 18 + 14 * static_cast<int>(events.size()));
            State worst = State::Neutral;
            for (const auto *event : events)
                worst = event->state == State::AtRisk ? State::AtRisk : worst == State::AtRisk ? worst : event->state;
            painter.setBrush(worst == State::Neutral ? colours.accent : colours.of(worst).ink);
            painter.drawRoundedRect(QRectF(at(day), floor - height, 7, height), 2, 2);
        }
    }
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ToolTip) {
            QStringList words;
            for (const auto &one : m_part.events())
                words += shortDate(m_part.from() + Days(one.day)) + QStringLiteral(": ") + one.text;
            if (words.size() > 12) words = words.mid(0, 12) << Words::tr("and %1 more").arg(words.size() - 12);
            setToolTip(words.join(QLatin1Char('\n')));
        }
        return QWidget::event(event);
    }

private:
    int at(int day) const { return 2 + day * (width() - 10) / TimelinePart::days; }
    std::map<int, std::vector<const TimelinePart::Event *>> byDay() const
    {
        std::map<int, std::vector<const TimelinePart::Event *>> out;
        for (const auto &event : m_part.events()) out[event.day].push_back(&event);
        return out;
    }
    TimelinePart &m_part;
};

} // namespace

TimelineWidget::TimelineWidget(TimelinePart &part, QWidget *parent)
    : PartWidget(part, parent), m_strip(new Strip(part, this))
{
    m_strip->setAccessibleName(part.title());
    m_layout->addWidget(m_strip);
    m_layout->addStretch();
    start();
}

void TimelineWidget::refresh() { m_strip->update(); }

} // namespace keyward::ui
