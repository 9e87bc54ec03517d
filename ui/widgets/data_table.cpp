// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/data_table.h"

#include "models/tables/table_text.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>

#include <numeric>

namespace keyward::ui {

using models::Cell;
using models::TableModel;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DataTable)
};

constexpr int side = 10;
constexpr int headerHeight = 32;

int buttonWidth(const QString &verb)
{
    constexpr int within = 22; // of its frame
    return QFontMetrics(fonts::body()).horizontalAdvance(verb) + within;
}

constexpr int rowPadding = 9;
constexpr int boxSide = 15;

/// What the first column has before its text.
int edgeOf(const QWidget *table) { return table && table->property("fills").toBool() ? 2 * side : side; }
QRect boxIn(const QRect &cell, int edge)
{
    return {cell.left() + edge, cell.top() + (cell.height() - boxSide) / 2, boxSide, boxSide};
}
constexpr int mostWrapped = 200; ///< rows whose heights are worked out
constexpr int mostMeasured = 30; ///< rows that columns are made to fit
constexpr int sortArrow = 16;    ///< beside a title

class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {80, measure::row}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &colours = coloursOf(option.palette);
        const auto cell = index.data(TableModel::CellRole).value<Cell>();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, colours.accentSoft);
        painter->setPen(colours.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(colours.accent);
            painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        }
        const auto edge = index.column() == 0 ? edgeOf(option.widget) : side;
        const bool boxed = index.column() == 0 && option.widget && option.widget->property("many").toBool();
        if (boxed) paintBox(*painter, boxIn(option.rect, edge), option.state & QStyle::State_Selected, colours);
        const auto inner = option.rect.adjusted(boxed ? edge + boxSide + side : edge, 0, -side, -1);
        if (const auto verb = index.data(TableModel::ButtonRole).toString(); !verb.isEmpty())
            paintButton(*painter, buttonIn(option.rect, verb), verb, colours);
        else if (cell.chip)
            paintChip(*painter, inner, {*cell.chip, cell.text}, option.palette);
        else
            paintText(*painter, inner, cell, index, colours);
        painter->restore();
    }

    static QRect buttonIn(const QRect &cell, const QString &verb)
    {
        const auto width = buttonWidth(verb);
        return {cell.right() - side - width + 1, cell.top() + (cell.height() - measure::button) / 2, width,
                measure::button};
    }

private:
    static void paintButton(QPainter &painter, const QRect &rect, const QString &verb, const Colours &colours)
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colours.strongLine);
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(QRectF(rect).adjusted(.5, .5, -.5, -.5), measure::corner, measure::corner);
        painter.setPen(colours.text);
        painter.setFont(fonts::body());
        painter.drawText(rect, Qt::AlignCenter, verb);
    }
    static void paintBox(QPainter &painter, const QRect &rect, bool on, const Colours &colours)
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(on ? colours.accent : colours.muted);
        painter.setBrush(on ? colours.accent : colours.surface);
        painter.drawRoundedRect(QRectF(rect).adjusted(.5, .5, -.5, -.5), 3, 3);
        if (on) {
            painter.setPen(QPen(colours.onAccent, 1.6));
            const QPointF tick[] = {{rect.left() + 3.5, rect.top() + 7.5},
                                    {rect.left() + 6.5, rect.top() + 10.5},
                                    {rect.left() + 11.5, rect.top() + 4.5}};
            painter.drawPolyline(tick, 3);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    static void paintText(QPainter &painter, const QRect &rect, const Cell &cell, const QModelIndex &index,
                          const Colours &colours)
    {
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        const auto font = cell.mono                    ? fonts::mono()
                          : cell.strong                ? fonts::strong()
                          : alignment & Qt::AlignRight ? fonts::digits()
                                                       : fonts::body();
        painter.setFont(font);
        painter.setPen(cell.muted ? colours.muted : colours.text);
        if (rect.height() >= measure::row) // a row that was made higher for its sentence
            return painter.drawText(rect.adjusted(0, rowPadding, 0, -rowPadding),
                                    static_cast<int>(alignment) | Qt::TextWordWrap, cell.text);
        painter.drawText(
            rect, static_cast<int>(alignment),
            QFontMetrics(font).elidedText(cell.text, cell.mono ? Qt::ElideMiddle : Qt::ElideRight, rect.width()));
    }
};

} // namespace

DataTable::DataTable(const QString &id, TableModel &model, const QString &settingsFile, QWidget *parent)
    : QTableView(parent), m_id(id), m_model(model), m_settingsFile(settingsFile)
{
    setObjectName(QStringLiteral("table.") + id);
    // Before the selection hears of it, so that it is known why rows are deselected.
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_modelMoves = true; });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { m_modelMoves = false; });
    setModel(&model);
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setMouseTracking(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(measure::row);
    auto *header = horizontalHeader();
    header->setFixedHeight(headerHeight);
    header->setHighlightSections(false);
    header->setSectionsMovable(false);
    header->setMinimumSectionSize(40);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const auto &column : model.columns()) m_widths.push_back(column.width);
    if (model.filters()) {
        header->setSortIndicator(model.sortColumn(), model.sortOrder());
        if (model.sortColumn() >= 0) setSortingEnabled(true);
    }
    if (!m_settingsFile.isEmpty()) {
        const QSettings settings(m_settingsFile, QSettings::IniFormat);
        const auto widths = settings.value(QStringLiteral("columns/%1/widths").arg(id)).toList();
        if (widths.size() == static_cast<qsizetype>(m_widths.size()))
            for (std::size_t i = 0; i < m_widths.size(); ++i)
                if (const auto drawn = widths[static_cast<qsizetype>(i)].toInt(); drawn > 0)
                    m_widths[i] = std::clamp(drawn, 40, 2000);
        const bool same = widths.isEmpty() || widths.size() == static_cast<qsizetype>(m_widths.size());
        if (same) // as long as there are the same columns
            for (const auto &hidden : settings.value(QStringLiteral("columns/%1/hidden").arg(id)).toStringList())
                if (const auto column = hidden.toInt(); column > 0 && column < model.columnCount())
                    m_hidden.insert(column);
    }
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_spreading) return;
        m_widths[static_cast<std::size_t>(column)] = width;
        rememberColumns();
    });
    connect(header, &QWidget::customContextMenuRequested, this, &DataTable::columnMenu);
    connect(&model, &TableModel::shown, this, &DataTable::restoreSelection);
    connect(&model, &TableModel::shown, this, &DataTable::measureColumns);
    m_measures.setSingleShot(true); // many changes of one moment are measured once
    connect(&m_measures, &QTimer::timeout, this, &DataTable::measureColumns);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first < mostMeasured) m_measures.start();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (first.row() < mostMeasured) m_measures.start();
    });
    const auto refit = [this] {
        if (!m_fits) return;
        fitRows();
        updateGeometry();
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, refit);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, refit);
    connect(&model, &QAbstractItemModel::dataChanged, this, refit);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        keepSelection();
        Q_EMIT selectionMoved();
    });
    measureColumns();
}

int DataTable::selectedRow() const
{
    if (!selectionModel()->hasSelection()) return -1;
    if (currentIndex().isValid() && selectionModel()->isRowSelected(currentIndex().row())) return currentIndex().row();
    return selectedRows(1).front();
}

std::size_t DataTable::selectedCount() const
{
    std::size_t out = 0;
    const auto selection = selectionModel()->selection();
    for (const auto &range : selection) out += static_cast<std::size_t>(range.height());
    return out; // whole rows, which no two ranges share
}

std::size_t DataTable::hiddenCount() const
{
    const auto shown = selectedCount(); // all of them are kept; of too many none is, and hidden ones are let go
    return m_selectsMany && m_model.filters() && m_kept.size() > shown ? m_kept.size() - shown : 0;
}

std::vector<int> DataTable::selectedRows(std::size_t most) const
{
    std::vector<int> out;
    auto selection = selectionModel()->selection();
    std::ranges::sort(selection, {}, &QItemSelectionRange::top);
    for (const auto &range : std::as_const(selection))
        for (int row = range.top(); row <= range.bottom() && out.size() < most; ++row) out.push_back(row);
    return out;
}

std::set<RecordId> DataTable::selectedIds() const
{
    std::set<RecordId> out;
    const auto rows = selectedRows();
    for (const auto row : rows) out.insert(m_model.idAt(row));
    return out;
}

std::vector<models::Target> DataTable::selectedTargets(std::size_t most) const
{
    std::vector<models::Target> out;
    const auto rows = selectedRows(most);
    for (const auto row : rows)
        if (auto target = m_model.targetAt(row)) out.push_back(std::move(*target));
    return out;
}

void DataTable::setSelectsMany(bool on)
{
    if (std::exchange(m_selectsMany, on) == on) return;
    setProperty("many", on);
    setSelectionMode(on ? ExtendedSelection : SingleSelection);
    measureColumns();
    viewport()->update();
}

QRect DataTable::boxRect(int row) const
{
    if (!m_selectsMany || row < 0) return {};
    // The column's edge belongs to it, so that it need not be hit exactly.
    const auto cell = visualRect(m_model.index(row, 0));
    return {cell.left(), cell.top(), edgeOf(this) + boxSide + side / 2, cell.height()};
}

std::optional<models::Target> DataTable::selectedTarget() const
{
    const auto row = selectedRow();
    return row < 0 ? std::nullopt : m_model.targetAt(row);
}

void DataTable::selectId(const RecordId &id)
{
    m_kept = {id};
    restoreSelection();
}

/// What somebody selects or lets go of; rows that come and go by themselves change nothing of it.
void DataTable::keepSelection()
{
    constexpr std::size_t most = 1000; // of more, what comes and goes is not followed
    if (m_modelMoves) return;
    if (selectedCount() > most) return m_kept.clear();
    const auto selected = selectedIds();
    std::erase_if(m_kept, [&](const RecordId &id) { // the filter may hide others, which stay
        return !m_selectsMany || selected.contains(id) || m_model.rowOf(id) >= 0;
    });
    m_kept.insert(m_kept.end(), selected.begin(), selected.end());
}

void DataTable::restoreSelection()
{
    if (m_model.known()) std::erase_if(m_kept, [this](const RecordId &id) { return !m_model.holds(id); });
    if (!m_kept.empty()) {
        const auto selected = selectedIds();
        QItemSelection missing;
        for (const auto &id : m_kept)
            if (const auto row = selected.contains(id) ? -1 : m_model.rowOf(id); row >= 0)
                missing.select(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1));
        if (!missing.isEmpty()) {
            m_modelMoves = true;
            selectionModel()->select(missing, QItemSelectionModel::Select);
            if (!currentIndex().isValid() || !selectionModel()->isRowSelected(currentIndex().row()))
                selectionModel()->setCurrentIndex(missing.indexes().front(), QItemSelectionModel::NoUpdate);
            m_modelMoves = false;
        }
    }
    Q_EMIT selectionMoved();
}

void DataTable::setFitsRows(bool on)
{
    m_fits = on;
    setVerticalScrollBarPolicy(on ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, on ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void DataTable::setScrollsAside(bool on)
{
    m_aside = on;
    spreadColumns();
}

QSize DataTable::sizeHint() const
{
    return m_fits ? QSize(300, headerHeight + verticalHeader()->length() + 1) : QTableView::sizeHint();
}
QSize DataTable::minimumSizeHint() const { return m_fits ? QSize(120, sizeHint().height()) : QSize(120, 120); }

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    spreadColumns();
}

/// A title, a chip and a button are shown whole, unless somebody drew the column narrower.
int DataTable::widthOf(std::size_t column) const
{
    return isDrawn(column) ? m_widths[column] : std::max(m_widths[column], m_needed[column].width);
}

/// By somebody, who is right.
bool DataTable::isDrawn(std::size_t column) const { return m_widths[column] != m_model.columns()[column].width; }

void DataTable::measureColumns()
{
    const auto &columns = m_model.columns();
    auto needed = m_needed; // which only grows: no column jumps with every letter of the filter
    needed.resize(columns.size());
    const QFontMetrics titles(horizontalHeader()->font());
    const auto rows = std::min(m_model.rowCount(), mostMeasured);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto &[width, whole, wished] = needed[i];
        const auto edges = side + (i > 0 ? side : edgeOf(this) + (m_selectsMany ? boxSide + side : 0));
        if (!columns[i].title.isEmpty())
            width = std::max(width, titles.horizontalAdvance(columns[i].title) + 2 * side +
                                        (isSortingEnabled() ? sortArrow : 0));
        for (int row = 0; row < rows; ++row) {
            const auto cell = m_model.cell(row, static_cast<int>(i));
            if (cell.chip) {
                whole = true;
                width = std::max(width, chipSize({*cell.chip, cell.text}).width() + edges);
            } else {
                const QFontMetrics text(cell.mono           ? fonts::mono()
                                        : cell.strong       ? fonts::strong()
                                        : columns[i].number ? fonts::digits()
                                                            : fonts::body());
                wished = std::max(wished, text.horizontalAdvance(cell.text) + edges + 2);
            }
        }
    }
    for (int row = 0; row < rows; ++row)
        if (const auto verb = m_model.buttonAt(row); !verb.isEmpty())
            needed.back() = {std::max(needed.back().width, buttonWidth(verb) + 2 * side), true, 0};
    if (std::exchange(m_needed, needed) != needed) spreadColumns();
}

/// The stretching column takes what the others leave. Where there is too little, the last ones step back until there is
/// more.
void DataTable::spreadColumns()
{
    if (m_aside) return layOutAside();
    constexpr std::size_t fewest = 3;
    const auto &columns = m_model.columns();
    const auto room = viewport()->width();
    int fixed = 0, stretching = -1;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (m_hidden.contains(static_cast<int>(i))) continue;
        shown.push_back(i);
        if (columns[i].stretch)
            stretching = static_cast<int>(i);
        else
            fixed += widthOf(i);
    }
    const auto least = stretching < 0 ? 0 : std::min(m_widths[static_cast<std::size_t>(stretching)], 150);
    while (room > 0 && fixed + least > room && shown.size() > fewest) {
        const auto last = std::ranges::find_last_if(shown, [&](std::size_t i) {
            return static_cast<int>(i) != stretching && i > 0 && !columns[i].title.isEmpty() && !columns[i].keep;
        });
        if (last.empty()) break;
        fixed -= widthOf(*last.begin());
        shown.erase(last.begin());
    }
    m_spreading = true;
    for (std::size_t i = 0; i < columns.size(); ++i)
        setColumnHidden(static_cast<int>(i), !std::ranges::contains(shown, i));
    int whole = 0; // which do not give way
    for (const auto i : shown)
        if (static_cast<int>(i) != stretching && m_needed[i].whole) whole += widthOf(i);
    const double scale = fixed > whole && room > 0 && fixed + least > room
                             ? std::clamp(static_cast<double>(room - least - whole) / (fixed - whole), 0.6, 1.0)
                             : 1.0;
    // What the stretching column can do without goes to those that would have to cut something. Where it wraps, that is
    // all beyond the least; else what it has to say comes first.
    const auto own =
        stretching < 0 || m_fits ? least : std::max(least, m_needed[static_cast<std::size_t>(stretching)].wished);
    int used = 0, spare = std::max(0, room - fixed - own);
    for (const auto i : shown) {
        if (static_cast<int>(i) == stretching) continue;
        auto width = m_needed[i].whole ? widthOf(i) : static_cast<int>(widthOf(i) * scale);
        if (const auto more = isDrawn(i) ? 0 : std::min(spare, m_needed[i].wished - width); more > 0) {
            width += more;
            spare -= more;
        }
        used += width;
        setColumnWidth(static_cast<int>(i), width);
    }
    if (stretching >= 0) setColumnWidth(stretching, std::max(least, room - used));
    m_spreading = false;
    updateGeometries(); // at once, else a scroll bar stands there for a moment
    fitRows();
}

void DataTable::layOutAside()
{
    constexpr int widest = 260; // what is longer is read elsewhere
    m_spreading = true;
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const auto wished = std::max(m_needed[i].width, std::min(m_needed[i].wished, widest));
        setColumnHidden(static_cast<int>(i), m_hidden.contains(static_cast<int>(i)));
        setColumnWidth(static_cast<int>(i), isDrawn(i) ? m_widths[i] : wished);
    }
    m_spreading = false;
    updateGeometries();
}

/// Where all rows are shown, sentences in the stretching column are told whole, on more than one line.
void DataTable::fitRows()
{
    if (!m_fits || m_model.rowCount() > mostWrapped) return;
    const auto &columns = m_model.columns();
    const auto stretching = std::ranges::find(columns, true, &models::Column::stretch);
    if (stretching == columns.end()) return;
    const auto column = static_cast<int>(stretching - columns.begin());
    const QRect room(0, 0, std::max(columnWidth(column) - 2 * side, 60), 2000);
    bool changed = false;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto cell = m_model.cell(row, column);
        const auto text = QFontMetrics(cell.strong ? fonts::strong() : fonts::body());
        const auto lines = cell.chip || cell.mono ? 0 : text.boundingRect(room, Qt::TextWordWrap, cell.text).height();
        const auto height = std::max(measure::row, lines + 2 * rowPadding + 1);
        changed |= rowHeight(row) != height;
        setRowHeight(row, height);
    }
    if (changed) updateGeometry();
}

void DataTable::rememberColumns()
{
    if (m_settingsFile.isEmpty()) return;
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    QVariantList widths;
    QStringList hidden;
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        widths.append(isDrawn(i) ? m_widths[i] : 0); // 0: as declared, in a later edition too
        if (m_hidden.contains(static_cast<int>(i))) hidden.append(QString::number(i));
    }
    settings.setValue(QStringLiteral("columns/%1/widths").arg(m_id), widths);
    settings.setValue(QStringLiteral("columns/%1/hidden").arg(m_id), hidden);
}

void DataTable::columnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < m_model.columnCount(); ++column) {
        const auto title = m_model.columns()[static_cast<std::size_t>(column)].title;
        if (title.isEmpty()) continue;
        auto *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!m_hidden.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            if (on)
                m_hidden.remove(column);
            else
                m_hidden.insert(column);
            spreadColumns();
            rememberColumns();
        });
    }
    menu->addSeparator();
    if (m_selectsMany)
        connect(menu->addAction(Words::tr("Select all (Ctrl+A)")), &QAction::triggered, this, &DataTable::selectAll);
    connect(menu->addAction(Words::tr("Copy the list")), &QAction::triggered, this, [this] {
        std::vector<int> all(static_cast<std::size_t>(m_model.rowCount()));
        std::ranges::iota(all, 0);
        copy(all);
    });
    auto *save = menu->addAction(Words::tr("Save the list as CSV…"));
    save->setObjectName(QStringLiteral("saveList"));
    connect(save, &QAction::triggered, this, &DataTable::saveWanted);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

QRect DataTable::buttonRect(int row) const
{
    const auto last = m_model.index(row, m_model.columnCount() - 1);
    if (isColumnHidden(last.column())) return {};
    const auto verb = last.data(TableModel::ButtonRole).toString();
    return verb.isEmpty() ? QRect() : RowDelegate::buttonIn(visualRect(last), verb);
}

std::vector<int> DataTable::shownColumns() const
{
    std::vector<int> out;
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (!isColumnHidden(column) && !m_model.columns()[static_cast<std::size_t>(column)].title.isEmpty())
            out.push_back(column);
    return out;
}

void DataTable::copy(const std::vector<int> &rows) const
{
    if (!rows.empty()) QGuiApplication::clipboard()->setText(models::plainText(m_model, rows, shownColumns()));
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(selectedRows());
        return;
    }
    const auto here = currentIndex().isValid() ? currentIndex().row() : selectedRow();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && here >= 0) {
        Q_EMIT opened(here);
        return;
    }
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    if (event->key() == Qt::Key_Space && plain && here >= 0 && !m_model.buttonAt(here).isEmpty()) {
        Q_EMIT buttonPressed(here);
        return;
    }
    if (m_selectsMany && plain) m_kept.clear(); // arrows begin anew
    QTableView::keyPressEvent(event);
    if (m_selectsMany && plain) keepSelection();
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_ticking) QTableView::mouseMoveEvent(event); // which would begin to select by dragging
    const auto at = indexAt(event->position().toPoint());
    setCursor(at.isValid() && (m_opensOnClick || buttonRect(at.row()).contains(event->position().toPoint()))
                  ? Qt::PointingHandCursor
                  : Qt::ArrowCursor);
}

void DataTable::mousePressEvent(QMouseEvent *event)
{
    const auto at = indexAt(event->position().toPoint());
    const bool box = at.isValid() && boxRect(at.row()).contains(event->position().toPoint());
    m_pressed = at.row();
    m_selecting = box || (m_selectsMany && event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    m_ticking = box && event->button() == Qt::LeftButton && !event->modifiers();
    if (!m_ticking) {
        if (m_selectsMany && !event->modifiers() && event->button() == Qt::LeftButton) m_kept.clear();
        return QTableView::mousePressEvent(event);
    }
    selectionModel()->setCurrentIndex(at, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void DataTable::mouseReleaseEvent(QMouseEvent *event)
{
    const bool selecting = std::exchange(m_selecting, false);
    if (!std::exchange(m_ticking, false)) QTableView::mouseReleaseEvent(event);
    const auto at = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !at.isValid() || selecting || at.row() != m_pressed) return;
    if (buttonRect(at.row()).contains(event->position().toPoint()))
        Q_EMIT buttonPressed(at.row());
    else if (m_opensOnClick)
        Q_EMIT opened(at.row());
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto row = byKey ? selectedRow() : indexAt(event->pos()).row();
    if (row < 0) return;
    if (!selectionModel()->isRowSelected(row)) selectRow(row);
    Q_EMIT menuWanted(row, byKey ? viewport()->mapToGlobal(visualRect(m_model.index(row, 0)).bottomLeft())
                                 : event->globalPos());
}

} // namespace keyward::ui
