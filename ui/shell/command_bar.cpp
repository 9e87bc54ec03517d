// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/command_bar.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/clearable.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandBar)
};

} // namespace

using namespace models;

CommandBar::CommandBar(Place place, Page &page, Host &host, QWidget *parent)
    : QFrame(parent), m_place(std::move(place)), m_page(page), m_host(host)
{
    setProperty("kind", QStringLiteral("commandBar"));
    setObjectName(QStringLiteral("commands"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 14, 6);
    row->setSpacing(4);
    for (const auto *record : actionsIn(m_place.blade)) {
        auto *one = button(QStringLiteral("action.") + record->id, labelOf(*record),
                           record->primary ? Kind::Primary : Kind::Plain, this);
        if (!record->shortcut.isEmpty()) one->setShortcut(QKeySequence(record->shortcut));
        connect(one, &QPushButton::clicked, this, [this, record] {
            if (const auto targets = targetsFor(*record, m_page.selected()); !targets.empty())
                m_host.startMany(record->id, targets);
        });
        row->addWidget(one);
        m_entries.push_back({record, one});
    }
    m_more = button(QStringLiteral("commands.more"), Words::tr("More ▾"), Kind::Plain, this);
    m_more->setAccessibleName(Words::tr("More actions"));
    connect(m_more, &QPushButton::clicked, this, &CommandBar::showMore);
    row->addWidget(m_more);
    row->addStretch(1);
    m_count = label({}, fonts::body(), Tone::Muted, this);
    m_count->setObjectName(QStringLiteral("selected"));
    row->addWidget(m_count);
    if (auto *table = page.filtered()) {
        m_filter = new QLineEdit(this);
        m_filter->setObjectName(QStringLiteral("filter"));
        makeClearable(*m_filter);
        m_filter->setMinimumWidth(120);
        m_filter->setMaximumWidth(240);
        if (const auto kinds = table->kinds(); !kinds.empty()) {
            m_kind = new QComboBox(this);
            m_kind->setObjectName(QStringLiteral("filterKind"));
            m_kind->setAccessibleName(Words::tr("Only of this kind"));
            m_kind->addItem(Words::tr("All kinds"), QString());
            for (const auto &kind : kinds) m_kind->addItem(kind.text, kind.id);
            m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
            m_kind->setMinimumContentsLength(14);
            connect(m_kind, &QComboBox::currentIndexChanged, table,
                    [this, table] { table->setKind(m_kind->currentData().toString()); });
            row->addWidget(m_kind);
        }
        row->addWidget(m_filter);
        connect(m_filter, &QLineEdit::textChanged, table, &TableModel::setFilter);
        connect(table, &TableModel::shown, this, &CommandBar::refreshFilter);
        refreshFilter();
    }
    connect(&page, &Page::selectionMoved, this, &CommandBar::refresh);
    connect(&host.workspace().feed(), &EstateFeed::moved, this, &CommandBar::refresh);
    refresh();
}

/// The blade's own target, or those of the selected rows that the action is about.
std::vector<Target> CommandBar::targetsFor(const ActionRecord &record, std::vector<Target> selected) const
{
    if (record.scope == Scope::Estate) return {Target{}};
    if (record.scope == m_place.target.scope) return {m_place.target};
    std::erase_if(selected, [&](const Target &one) { return one.scope != record.scope; });
    return selected;
}

ActionState CommandBar::stateFor(const ActionRecord &record, const std::vector<Target> &selected) const
{
    auto &workspace = m_host.workspace();
    if (const auto targets = targetsFor(record, selected); !targets.empty())
        return stateOfMany(record, workspace, targets);
    ActionState out;
    const auto any = m_page.anyRow();
    out.supported =
        any && any->scope == record.scope && stateOf(record, {workspace, workspace.moment(), *any}).supported;
    out.why.reason = Words::tr("Select a row first.");
    return out;
}

void CommandBar::refresh()
{
    const auto selected = m_page.selected(mostAsked + 1);
    bool something = m_filter != nullptr;
    const auto offered = m_page.offered();
    for (auto &entry : m_entries) {
        const auto state = stateFor(*entry.record, selected);
        entry.wanted = state.supported && !offered.contains(entry.record->id);
        something |= entry.wanted;
        entry.button->setEnabled(state.enabled);
        const auto why =
            state.enabled
                ? QString()
                : state.why.reason + (state.why.remedy.isEmpty() ? QString() : QLatin1Char('\n') + state.why.remedy);
        entry.button->setToolTip(why);
        entry.button->setAccessibleDescription(why);
    }
    const auto count = m_page.selectedCount();
    const auto hidden = m_page.hiddenCount();
    auto said = Words::tr("%Ln selected", nullptr, countOf(count));
    if (hidden > 0) said = Words::tr("%1, %Ln hidden", "rows that are selected", countOf(hidden)).arg(said);
    m_count->setText(said);
    m_count->setToolTip(hidden > 0 ? Words::tr("What the filter hides stays as it is.") : QString());
    m_count->setVisible(count > 1 || hidden > 0);
    setVisible(something);
    fold();
}

/// What does not fit goes under "More".
void CommandBar::fold()
{
    int room = width() - 28 - (m_filter ? 160 : 0) - (m_count->isHidden() ? 0 : m_count->sizeHint().width() + 4) -
               (m_kind ? m_kind->sizeHint().width() + 4 : 0);
    int needed = 0;
    for (const auto &entry : m_entries)
        if (entry.wanted) needed += entry.button->sizeHint().width() + 4;
    const bool folding = needed > room;
    if (folding) room -= m_more->sizeHint().width() + 4;
    bool over = false;
    for (const auto &entry : m_entries) {
        const auto wide = entry.button->sizeHint().width() + 4;
        over |= entry.wanted && wide > room;
        const bool shown = entry.wanted && !over;
        if (shown) room -= wide;
        entry.button->setVisible(shown);
    }
    m_more->setVisible(folding);
}

void CommandBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fold();
}

void CommandBar::showMore()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("moreMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const auto &entry : m_entries) {
        if (!entry.wanted || entry.button->isVisible()) continue;
        auto *action = menu->addAction(icon(entry.record->icon), labelOf(*entry.record));
        action->setObjectName(QStringLiteral("menu.") + entry.record->id);
        action->setEnabled(entry.button->isEnabled());
        action->setToolTip(entry.button->toolTip());
        connect(action, &QAction::triggered, entry.button, &QPushButton::click);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void CommandBar::refreshFilter()
{
    const auto what = m_page.filterable();
    const auto words = what.isEmpty() ? Words::tr("Filter") : Words::tr("Filter %1").arg(what);
    m_filter->setPlaceholderText(words);
    m_filter->setAccessibleName(words);
}

} // namespace keyward::ui
