// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "models/target.h"

#include <QAbstractTableModel>

namespace keyward::models {

/// What one place in a table says. Meaning only; a delegate paints it.
struct Cell {
    QString text = {};
    QString tooltip = {};           ///< empty: the text, which may be cut
    std::optional<State> chip = {}; ///< the text stands in a chip
    bool mono = false;
    bool muted = false;
    bool strong = false;
    bool operator==(const Cell &) const = default;
};

struct Column {
    QString title = {};
    int width = 140;      ///< at 100 %
    bool number = false;  ///< right, tabular digits
    bool stretch = false; ///< takes the room that is left; wraps where all rows are shown
    bool keep = false;    ///< stays when others step back for want of room
};

/// A table of things that are known by id. Rows come, go and move with exact signals; it is never reset, so selection
/// and scroll survive. Sorts and filters itself (a proxy would be too slow).
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { CellRole = Qt::UserRole, TargetRole, ButtonRole };
    using QAbstractTableModel::QAbstractTableModel;

    int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(columns().size());
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

    virtual const std::vector<Column> &columns() const = 0;
    virtual Cell cell(int row, int column) const = 0;
    virtual QString whole(int row, int column) const { return cell(row, column).text; } ///< where a cell says a part
    virtual RecordId idAt(int row) const = 0;
    virtual std::optional<Target> targetAt(int row) const = 0;
    virtual QString buttonAt(int row) const; ///< a verb offered at the end of the row; empty: none
    virtual std::vector<estate::Action> fixAt(int) const { return {}; } ///< what that verb does, once it was looked at
    virtual int rowOf(const RecordId &id) const = 0;                    ///< -1: not shown
    virtual bool holds(const RecordId &) const { return true; }         ///< still one of its rows, shown or not
    virtual void setFilter(const QString &) {}
    struct Kind {
        QString id;
        QString text;
    };
    virtual std::vector<Kind> kinds() const { return {}; } ///< to which the rows can be narrowed
    virtual void setKind(const QString &) {}               ///< empty: all
    virtual bool known() const { return true; } ///< whether it has looked; before, that there is nothing means nothing
    virtual bool filters() const { return false; }
    virtual std::size_t total() const { return static_cast<std::size_t>(rowCount()); } ///< without the filter
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

Q_SIGNALS:
    void shown(); ///< what was asked for by filter or sort stands there now

protected:
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace keyward::models
Q_DECLARE_METATYPE(keyward::models::Cell)
