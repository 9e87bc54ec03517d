// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/part_widgets.h"

#include "models/actions/action.h"
#include "models/tables/table_text.h"
#include "models/thing.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace keyward::ui {

using namespace models;

PartWidget::PartWidget(Part &part, QWidget *parent)
    : QFrame(parent), m_layout(new QVBoxLayout(this)), m_part(part), m_head(new QWidget(this))
{
    setObjectName(QStringLiteral("part.") + part.objectName());
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    m_title = label({}, fonts::section());
    m_aside = label({}, fonts::body(), Tone::Muted);
    row->addWidget(m_title);
    row->addStretch();
    row->addWidget(m_aside);
    m_layout->addWidget(m_head);
}

void PartWidget::start()
{
    const auto update = [this] {
        refreshHead();
        refresh();
    };
    connect(&m_part, &Part::changed, this, update);
    update();
}

void PartWidget::refreshHead()
{
    m_title->setText(m_part.title());
    m_aside->setText(m_part.aside());
    m_head->setVisible(!m_part.title().isEmpty() || !m_part.aside().isEmpty());
    setVisible(m_part.present());
}

PartWidget *widgetFor(Part &part, const Target &target, PageContext context, QWidget *parent)
{
    if (auto *facts = qobject_cast<FactsPart *>(&part)) return new FactsWidget(*facts, target, context, parent);
    if (auto *callouts = qobject_cast<CalloutsPart *>(&part))
        return new CalloutsWidget(*callouts, target, context, parent);
    if (auto *table = qobject_cast<TablePart *>(&part)) return new TableWidget(*table, target, context, parent);
    if (auto *links = qobject_cast<LinksPart *>(&part)) return new LinksWidget(*links, context, parent);
    if (auto *bars = qobject_cast<BarsPart *>(&part)) return new BarsWidget(*bars, parent);
    if (auto *ring = qobject_cast<RingPart *>(&part)) return new RingWidget(*ring, parent);
    if (auto *timeline = qobject_cast<TimelinePart *>(&part)) return new TimelineWidget(*timeline, parent);
    if (auto *checklist = qobject_cast<ChecklistPart *>(&part)) return new ChecklistWidget(*checklist, parent);
    return nullptr;
}

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PartWidgets)
};

QFrame *hairline(QWidget *parent)
{
    auto *line = frame("headLine", parent);
    line->setFixedHeight(1);
    return line;
}

/// An action of the target as a button that is there only while it makes sense.
QPushButton *actionButton(const QString &id, const QString &text, const Target &target, PageContext context, Kind kind,
                          QWidget *parent)
{
    const auto *record = actionById(id);
    if (!record) return nullptr;
    const auto at = record->scope == Scope::Estate ? Target{} : target;
    auto *out = button(QStringLiteral("do.") + id, text.isEmpty() ? labelOf(*record) : text, kind, parent);
    const auto state = stateOf(*record, {context.host.workspace(), context.host.workspace().moment(), at});
    out->setEnabled(state.enabled);
    if (!state.enabled) out->setToolTip(state.why.reason + QLatin1Char('\n') + state.why.remedy);
    QObject::connect(out, &QPushButton::clicked, parent, [context, id, at] { context.host.start(id, at); });
    return out;
}

} // namespace

// Facts

namespace {

constexpr int sentenceMargin = 8; ///< puts its first line where a single one would stand
constexpr int labelWidth = 176;   ///< the same in all groups of a page, so that their values stand under each other
constexpr qsizetype longest = 46; ///< of what is no sentence

bool wraps(const FactsPart::Fact &fact)
{
    return fact.wraps || (!fact.mono && !fact.link && fact.value.size() > longest);
}

} // namespace

FactsWidget::FactsWidget(FactsPart &part, Target target, PageContext context, QWidget *parent)
    : PartWidget(part, parent), m_part(part), m_target(std::move(target)), m_context(context), m_grid(new QGridLayout)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
    m_layout->addLayout(m_grid);
    start();
}

QWidget *FactsWidget::value(const FactsPart::Fact &fact)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (fact.chip) row->addWidget(new ChipLabel(*fact.chip, box));
    if (fact.link) {
        auto *link = button(QStringLiteral("link.") + fact.label, fact.value, Kind::Link, box);
        connect(link, &QPushButton::clicked, this, [this, to = *fact.link] { m_context.host.go(to); });
        row->addWidget(link);
    } else if (wraps(fact) && !fact.value.isEmpty()) {
        row->setContentsMargins(0, sentenceMargin, 0, sentenceMargin);
        row->addWidget(wrapped(breakable(fact.value), Tone::Normal, box), 1);
    } else if (!fact.value.isEmpty()) {
        auto *text = new ElidedLabel(fact.value, box, fact.mono ? Qt::ElideMiddle : Qt::ElideRight);
        text->setFont(fact.mono ? fonts::mono() : fonts::body());
        row->addWidget(text);
    }
    if (fact.copyable) {
        auto *copy = button(QStringLiteral("copy.") + fact.label, Words::tr("Copy"), Kind::Link, box);
        copy->setAccessibleName(Words::tr("Copy %1").arg(fact.label));
        connect(copy, &QPushButton::clicked, this, [this, what = fact.value] { m_context.host.copyText(what); });
        row->addWidget(copy);
    }
    if (!fact.action.isEmpty())
        if (auto *act = actionButton(fact.action, {}, m_target, m_context, Kind::Link, box)) row->addWidget(act);
    if (!wraps(fact)) row->addStretch();
    return box;
}

void FactsWidget::refresh()
{
    clear(m_grid);
    int row = 0;
    for (const auto &fact : m_part.facts()) {
        auto *name = wrapped(fact.label, Tone::Muted, this);
        name->setFixedWidth(labelWidth);
        name->setMinimumHeight(34);
        name->setContentsMargins(0, sentenceMargin, 0, sentenceMargin);
        m_grid->addWidget(name, row, 0, wraps(fact) ? Qt::AlignTop : Qt::AlignVCenter);
        m_grid->addWidget(value(fact), row, 1);
        m_grid->addWidget(hairline(this), row + 1, 0, 1, 2);
        row += 2;
    }
}

// Callouts

CalloutsWidget::CalloutsWidget(CalloutsPart &part, Target target, PageContext context, QWidget *parent)
    : PartWidget(part, parent), m_part(part), m_target(std::move(target)), m_context(context), m_list(new QVBoxLayout)
{
    m_list->setSpacing(8);
    m_layout->addLayout(m_list);
    start();
}

void CalloutsWidget::refresh()
{
    clear(m_list);
    setVisible(m_part.present() && !m_part.callouts().empty());
    int number = 0;
    for (const auto &callout : m_part.callouts()) {
        auto *box = frame("inset", this);
        box->setObjectName(QStringLiteral("callout.%1").arg(number));
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(12, 10, 12, 10);
        row->setSpacing(12);
        if (callout.state != State::Neutral) {
            auto *mark = new MarkLabel(box);
            mark->setMark(callout.state == State::Working ? QStringLiteral("\u2713") : QStringLiteral("!"),
                          callout.state);
            row->addWidget(mark, 0, Qt::AlignTop);
        }
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        auto *text = wrapped(callout.text, Tone::Normal, box);
        text->setFont(fonts::strong());
        words->addWidget(text);
        if (!callout.detail.isEmpty()) {
            auto *detail = wrapped(callout.detail, Tone::Muted, box);
            detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
            words->addWidget(detail);
        }
        row->addLayout(words, 1);
        if (!callout.button.isEmpty()) {
            QPushButton *act = nullptr;
            if (callout.fix) {
                act = button(QStringLiteral("fix.%1").arg(number), callout.button, Kind::Outline, box);
                act->setAccessibleName(callout.button + QStringLiteral(": ") + callout.text);
                connect(act, &QPushButton::clicked, this,
                        [this, fix = *callout.fix] { m_context.host.fix(Words::tr("Fix"), {fix}, m_target); });
            } else {
                act = actionButton(callout.action, callout.button, m_target, m_context, Kind::Outline, box);
            }
            if (act) row->addWidget(act, 0, Qt::AlignVCenter);
        }
        m_list->addWidget(box);
        ++number;
    }
}

// Tables

TableWidget::TableWidget(TablePart &part, Target target, PageContext context, QWidget *parent)
    : PartWidget(part, parent), m_part(part), m_target(std::move(target)), m_context(context),
      m_table(new DataTable(part.objectName(), part.model(), context.host.settingsFile(), this)),
      m_empty(new QWidget(this))
{
    m_table->setAccessibleName(part.title()); // one without stands for the whole page
    m_table->setProperty("fills", part.fills);
    m_table->horizontalHeader()->setProperty("edge", part.fills);
    restyle(m_table->horizontalHeader());
    m_table->setFitsRows(!part.fills);
    m_table->setOpensOnClick(part.opens);
    m_layout->addWidget(m_table, part.fills ? 1 : 0);
    if (part.fills) setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *column = new QVBoxLayout(m_empty);
    column->setContentsMargins(part.fills ? 24 : 12, part.fills ? 40 : 10, part.fills ? 24 : 12, 14);
    column->setSpacing(6);
    const auto align = part.fills ? Qt::AlignHCenter : Qt::AlignLeft;
    auto *title = label(part.emptyTitle, fonts::section(), Tone::Normal, m_empty);
    column->addWidget(title, 0, align);
    if (!part.emptyText.isEmpty()) {
        auto *text = wrapped(part.emptyText, Tone::Muted, m_empty);
        text->setAlignment(part.fills ? Qt::AlignHCenter : Qt::AlignLeft);
        constexpr int readable = 440;
        text->setFixedWidth(readable);
        text->setMinimumHeight(text->heightForWidth(readable));
        column->addWidget(text, 0, align);
    }
    if (!part.emptyAction.isEmpty())
        if (auto *act = actionButton(part.emptyAction, {}, m_target, context, Kind::Outline, m_empty)) {
            act->setObjectName(QStringLiteral("empty.") + part.emptyAction);
            act->setShortcut(QKeySequence(actionById(part.emptyAction)->shortcut)); // the command bar's is hidden then
            m_first = act;
            column->addSpacing(8);
            column->addWidget(act, 0, align);
        }
    if (part.fills) column->addStretch();
    m_layout->addWidget(m_empty, part.fills ? 1 : 0);
    connect(m_table, &DataTable::opened, this, &TableWidget::open);
    connect(m_table, &DataTable::buttonPressed, this, &TableWidget::press);
    connect(m_table, &DataTable::menuWanted, this, &TableWidget::menu);
    connect(m_table, &DataTable::saveWanted, this, &TableWidget::save);
    connect(&part.model(), &QAbstractItemModel::rowsInserted, this, &TableWidget::showEmptiness);
    connect(&part.model(), &QAbstractItemModel::rowsRemoved, this, &TableWidget::showEmptiness);
    connect(&part.model(), &TableModel::shown, this, &TableWidget::showEmptiness);
    connect(&context.host.workspace().feed(), &EstateFeed::moved, this, &TableWidget::offerFirstStep);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&part.model(), signal, this, &TableWidget::offerSelection);
    connect(&part.model(), &TableModel::shown, this, &TableWidget::offerSelection);
    offerFirstStep();
    offerSelection();
    start();
}

/// Several rows can be selected where the command bar has something for several such things.
void TableWidget::offerSelection()
{
    const auto first = m_part.model().rowCount() > 0 ? m_part.model().targetAt(0) : std::nullopt;
    if (!first) return;
    const auto actions = actionsIn(m_context.blade);
    m_table->setSelectsMany(std::ranges::any_of(
        actions, [&](const ActionRecord *one) { return one->scope == first->scope && forMany(*one); }));
}

void TableWidget::refresh() { showEmptiness(); }

void TableWidget::showEmptiness()
{
    const bool empty = m_part.model().known() && m_part.model().rowCount() == 0 && m_part.model().total() == 0;
    m_empty->setVisible(empty);
    m_table->setVisible(!empty);
}

/// What the estate allows of the first step, where it is empty.
void TableWidget::offerFirstStep()
{
    if (!m_first) return;
    const auto *record = actionById(m_part.emptyAction);
    auto &workspace = m_context.host.workspace();
    const auto state =
        stateOf(*record, {workspace, workspace.moment(), record->scope == Scope::Estate ? Target{} : m_target});
    m_first->setVisible(state.supported && state.enabled); // else the command bar has it, and says why not
    m_first->setEnabled(state.enabled);
}

void TableWidget::open(int row)
{
    const auto target = m_part.model().targetAt(row);
    if (!target || !m_part.opens) return;
    // What is opened from a list of everything stands alone; what belongs to this blade stands beside it.
    const auto *thing = thingOf(target->scope);
    const bool own = thing && !thing->beside.isEmpty();
    if (own)
        m_context.host.openBeside(m_context.place, *target);
    else
        m_context.host.go(*target);
}

void TableWidget::press(int row)
{
    if (const auto fix = m_part.model().fixAt(row); !fix.empty())
        return m_context.host.fix(m_part.model().buttonAt(row).remove(QChar(0x2026)), fix, m_target);
    const auto target = m_part.model().targetAt(row);
    if (!target) return;
    const auto *list = qobject_cast<ListTable *>(&m_part.model());
    const auto action = list ? list->row(row).action : QString();
    if (!action.isEmpty())
        m_context.host.start(action, *target);
    else
        m_context.host.go(*target, target->scope == Scope::Resource ? QStringLiteral("resource.health") : QString());
}

void TableWidget::save()
{
    const auto file =
        QFileDialog::getSaveFileName(this, Words::tr("Save the list as CSV"),
                                     QDir::homePath() + QLatin1Char('/') + m_part.objectName() + QStringLiteral(".csv"),
                                     Words::tr("CSV (*.csv)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty()) saveCsv(m_context.host.workspace(), file, csvText(m_part.model(), m_table->shownColumns()));
}

void TableWidget::menu(int row, const QPoint &at)
{
    auto targets = m_table->selectedTargets();
    const auto target = m_part.model().targetAt(row);
    if (!target) return;
    std::erase_if(targets, [&](const Target &one) { return one.scope != target->scope; });
    const bool several = targets.size() > 1;
    if (!several) targets = {*target};
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("rowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    auto &workspace = m_context.host.workspace();
    const auto actions = actionsOf(target->scope);
    for (const auto *record : actions) {
        if (several && !forMany(*record)) continue;
        const auto state = stateOfMany(*record, workspace, targets);
        if (!state.supported) continue;
        auto *action = menu->addAction(icon(record->icon), labelOf(*record));
        action->setEnabled(state.enabled);
        action->setToolTip(state.why.reason);
        connect(action, &QAction::triggered, this,
                [this, id = record->id, targets] { m_context.host.startMany(id, targets); });
    }
    if (!several && m_part.opens) {
        if (!menu->isEmpty()) menu->addSeparator();
        auto *window = menu->addAction(icon(QStringLiteral("window-new")), Words::tr("Open in a new window"));
        window->setObjectName(QStringLiteral("openWindow"));
        connect(window, &QAction::triggered, this, [this, to = *target] { m_context.host.openWindow(to); });
    }
    if (menu->isEmpty()) {
        menu->deleteLater();
        return;
    }
    menu->popup(at);
}

// Checklist

ChecklistWidget::ChecklistWidget(ChecklistPart &part, QWidget *parent)
    : PartWidget(part, parent), m_part(part), m_list(new QVBoxLayout)
{
    m_list->setSpacing(8);
    m_layout->addLayout(m_list);
    start();
}

void ChecklistWidget::refresh()
{
    clear(m_list);
    int count = 0;
    for (const auto &item : m_part.items()) {
        auto *box = new QWidget(this);
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(10);
        auto *mark = new MarkLabel(box);
        mark->setMark(item.done ? QStringLiteral("\u2713") : QString::number(count + 1),
                      item.done ? State::Working : State::Neutral);
        row->addWidget(mark);
        row->addWidget(label(item.text, fonts::body(), item.done ? Tone::Normal : Tone::Muted, box));
        row->addStretch();
        m_list->addWidget(box);
        ++count;
    }
}

// Mark

MarkLabel::MarkLabel(QWidget *parent) : QWidget(parent) { setFixedSize(22, 22); }

void MarkLabel::setMark(const QString &text, State state, bool filled)
{
    m_text = text;
    m_state = state;
    m_filled = filled;
    setAccessibleName(text);
    update();
}

void MarkLabel::paintEvent(QPaintEvent *)
{
    const auto &colours = coloursOf(palette());
    const auto pair = colours.of(m_state);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_state == State::Neutral && !m_filled ? QPen(colours.line) : QPen(Qt::NoPen));
    painter.setBrush(m_filled ? colours.accent : pair.paper);
    painter.drawEllipse(QRectF(rect()).adjusted(.5, .5, -.5, -.5));
    const auto ink = m_filled ? colours.onAccent : pair.ink;
    if (m_text == QStringLiteral("\u2713")) {
        painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{{7, 11.4}, {10, 14.4}, {15.2, 8.4}});
        return;
    }
    auto font = fonts::small();
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace keyward::ui
