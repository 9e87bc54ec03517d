// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/rail.h"

#include "models/text.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {

using namespace models;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rail)
};

/// An entry with a number at its right end.
class RailButton final : public QPushButton
{
public:
    RailButton(const QString &name, const QString &title, const QString &symbol, bool narrow, QWidget *parent)
        : QPushButton(parent), m_title(narrow ? QString() : title)
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // no entry makes the rail wider
        setObjectName(QStringLiteral("rail.") + name);
        setAccessibleName(title);
        setToolTip(narrow ? title : QString());
        setIcon(ui::icon(symbol));
        setIconSize({16, 16});
        setAutoDefault(true); // Enter presses it
        setCursor(Qt::PointingHandCursor);
        setKind(this, Kind::Rail);
    }
    void setBadge(const QString &badge)
    {
        m_badge = badge;
        setProperty("badge", badge);
        fit();
        update();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QPushButton::resizeEvent(event);
        fit();
    }
    void changeEvent(QEvent *event) override
    {
        QPushButton::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fit();
    }
    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event);
        if (m_badge.isEmpty() || text().isEmpty()) return;
        QPainter painter(this);
        painter.setFont(fonts::small());
        painter.setPen(coloursOf(palette()).muted);
        painter.drawText(rect().adjusted(0, 0, -edge, 0), Qt::AlignRight | Qt::AlignVCenter, m_badge);
    }

private:
    static constexpr int edge = 10;

    /// Its words, as many as its number leaves room for; the rest is in the tooltip.
    void fit()
    {
        if (m_title.isEmpty()) return;
        constexpr int gap = 6;
        const auto number = m_badge.isEmpty() ? 0 : QFontMetrics(fonts::small()).horizontalAdvance(m_badge) + gap;
        const auto before = QStringLiteral("  ");
        const QFontMetrics font(fonts::strong()); // as it is where one is
        const auto room = width() - 2 * edge - iconSize().width() - gap - number - font.horizontalAdvance(before);
        const auto shown = font.elidedText(m_title, Qt::ElideRight, room);
        if (text() != before + shown) setText(before + shown);
        setToolTip(shown == m_title ? QString() : m_title);
    }

    QString m_title;
    QString m_badge;
};

} // namespace

Rail::Rail(Navigation &navigation, Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_navigation(navigation), m_workspace(workspace)
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(Words::tr("Navigation"));
    auto *inside = new QWidget(this);
    m_column = new QVBoxLayout(inside);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(inside, this)); // where the window is lower than its entries
    m_column->setContentsMargins(8, 10, 8, 10);
    m_column->setSpacing(1);
    setFixedWidth(measure::rail);
    connect(&navigation, &Navigation::changed, this, &Rail::refresh);
    connect(&workspace.feed(), &EstateFeed::moved, this, &Rail::refresh);
    refresh();
}

void Rail::setNarrow(bool narrow)
{
    if (std::exchange(m_narrow, narrow) == narrow) return;
    setFixedWidth(narrow ? measure::narrowRail : measure::rail);
    m_built = false;
    refresh();
}

void Rail::build()
{
    clear(m_column);
    m_entries.clear();
    const auto &root = m_navigation.root();
    m_shown = root.target;
    m_built = true;
    const auto &estate = m_workspace.estate();
    if (root.target.scope != Scope::Estate) {
        const auto up = m_navigation.crumbs(0).front();
        auto *back = new RailButton(QStringLiteral("up"), up.text, QStringLiteral("go-previous"), m_narrow, this);
        back->setAccessibleName(Words::tr("Back to %1").arg(up.text));
        connect(back, &QPushButton::clicked, this, [this, place = up.place] { m_navigation.go(place); });
        m_column->addWidget(back);
        if (!m_narrow) {
            auto *name = new ElidedLabel(titleOf(estate, root.target), this);
            name->setFont(fonts::strong());
            name->setContentsMargins(10, 8, 4, 0);
            name->setMinimumHeight(28);
            auto *kind = wrapped(kindOf(estate, root.target), Tone::Muted, this);
            kind->setFont(fonts::small());
            kind->setContentsMargins(10, 0, 4, 8);
            m_column->addWidget(name);
            m_column->addWidget(kind);
        }
    }
    QString group;
    for (const auto *blade : bladesOf(estate, root.target)) {
        if (blade->group != group && !m_narrow) {
            group = blade->group;
            auto *heading = label(group, fonts::small(), Tone::Muted, this);
            heading->setContentsMargins(10, 14, 10, 4);
            m_column->addWidget(heading);
        }
        auto *entry = new RailButton(blade->id, blade->title, blade->icon, m_narrow, this);
        entry->setCheckable(true);
        connect(entry, &QPushButton::clicked, this,
                [this, id = blade->id] { m_navigation.go(Place{id, m_navigation.root().target}); });
        m_column->addWidget(entry);
        m_entries.emplace_back(blade, entry);
    }
    m_column->addStretch();
}

void Rail::refresh()
{
    if (!exists(m_workspace.estate(), m_navigation.root().target)) return;
    if (!m_built || m_shown != m_navigation.root().target) build();
    for (const auto &[blade, entry] : m_entries) {
        entry->setChecked(blade->id == m_navigation.root().blade);
        static_cast<RailButton *>(entry)->setBadge(blade->badge ? blade->badge(*m_workspace.moment(), m_shown)
                                                                : QString());
    }
}

} // namespace keyward::ui
