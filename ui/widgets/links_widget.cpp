// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/part_widgets.h"

#include <QCoreApplication>
#include <QHBoxLayout>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LinksWidget)
};

constexpr int widest = 220; ///< of one name; longer ones are cut, and told whole in the tooltip

} // namespace

LinksWidget::LinksWidget(models::LinksPart &part, PageContext context, QWidget *parent)
    : PartWidget(part, parent), m_part(part), m_context(std::move(context)), m_row(new QHBoxLayout)
{
    m_row->setSpacing(6);
    m_layout->addLayout(m_row);
    setAccessibleName(Words::tr("Pinned, and opened lately"));
    start();
}

void LinksWidget::refresh()
{
    const bool focused = isAncestorOf(window()->focusWidget());
    clear(m_row);
    m_links.clear();
    for (const auto &link : m_part.links()) {
        const auto name = QFontMetrics(fonts::body()).elidedText(link.text, Qt::ElideMiddle, widest);
        const auto shown = link.pinned ? shapeOf(models::State::Pinned) + QLatin1Char(' ') + name : name;
        auto *to = button(QStringLiteral("bookmark.") + link.text, shown, Kind::Outline, this);
        to->setAccessibleName(link.pinned ? Words::tr("%1, pinned").arg(link.text) : link.text);
        to->setToolTip(link.text + QLatin1Char('\n') + link.tooltip);
        connect(to, &QPushButton::clicked, this, [this, target = link.target] { m_context.host.go(target); });
        m_row->addWidget(to);
        m_links.push_back(to);
    }
    m_row->addStretch(1);
    fit();
    if (focused && !m_links.empty()) m_links.front()->setFocus();
}

void LinksWidget::resizeEvent(QResizeEvent *event)
{
    PartWidget::resizeEvent(event);
    fit();
}

/// What does not fit is left out: the search has all of it.
void LinksWidget::fit()
{
    int room = width();
    bool over = false;
    for (auto *link : m_links) {
        room -= link->sizeHint().width() + m_row->spacing();
        over |= room < 0;
        link->setVisible(!over);
    }
}

} // namespace keyward::ui
