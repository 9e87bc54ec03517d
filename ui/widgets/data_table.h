// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/table_model.h"

#include <QSet>
#include <QTableView>
#include <QTimer>

#include <cstdint>
#include <set>

namespace keyward::ui {

/// A table as every blade has it: rows of 36, lines thinner than text, states in chips, selection and scroll that stay
/// with their things while data changes, columns whose width and presence are remembered. Where several rows can be
/// selected, each has a box for it; Ctrl, Shift and Ctrl+A work as everywhere.
class DataTable final : public QTableView
{
    Q_OBJECT
public:
    /// 'id' names it for tests and for what is remembered in the settings file (none: nothing is).
    DataTable(const QString &id, models::TableModel &model, const QString &settingsFile, QWidget *parent = nullptr);

    std::optional<models::Target> selectedTarget() const;
    std::vector<models::Target> selectedTargets(std::size_t most = SIZE_MAX) const; ///< from top to bottom
    std::size_t selectedCount() const;
    std::size_t hiddenCount() const; ///< chosen as well, and not shown by the filter
    int selectedRow() const;         ///< of several, the one with the focus
    void setSelectsMany(bool on);
    models::TableModel &tableModel() const { return m_model; }
    void setFitsRows(bool on);     ///< as high as its rows
    void setScrollsAside(bool on); ///< columns are as wide as what they say, and none steps back
    void selectId(const RecordId &id);
    std::vector<int> shownColumns() const; ///< with a title
    void copy(const std::vector<int> &rows) const;

Q_SIGNALS:
    void opened(int row); ///< Enter or a double click; a click where rows open
    void buttonPressed(int row);
    void selectionMoved();
    void menuWanted(int row, const QPoint &at);
    void saveWanted(); ///< what is shown, into a file

public:
    void setOpensOnClick(bool on) { m_opensOnClick = on; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QRect buttonRect(int row) const;
    QRect boxRect(int row) const; ///< by which a row is taken to those that are selected; empty: there is none
    std::vector<int> selectedRows(std::size_t most = SIZE_MAX) const;
    std::set<RecordId> selectedIds() const;
    void restoreSelection();
    void keepSelection();
    void measureColumns();
    int widthOf(std::size_t column) const;
    bool isDrawn(std::size_t column) const;
    void spreadColumns();
    void layOutAside();
    void fitRows();
    void rememberColumns();
    void columnMenu(const QPoint &at);

    QString m_id;
    models::TableModel &m_model;
    QString m_settingsFile;
    std::vector<RecordId> m_kept; ///< selected, by whoever did; some may be hidden by the filter
    bool m_fits = false;
    bool m_aside = false;
    bool m_opensOnClick = false;
    bool m_selectsMany = false;
    bool m_selecting = false;  ///< the press that is being released took rows to the others
    bool m_ticking = false;    ///< … by its box
    bool m_modelMoves = false; ///< what is deselected now was taken away, by nobody's choice
    int m_pressed = -1;        ///< the row it began on
    bool m_spreading = false;
    /// What a column has to have room for.
    struct Needed {
        int width = 0;      ///< at least
        bool whole = false; ///< a chip or a button, which says nothing in part
        int wished = 0;     ///< where others leave room
        bool operator==(const Needed &) const = default;
    };
    std::vector<Needed> m_needed; ///< of every column, from the constructor on
    QTimer m_measures;
    std::vector<int> m_widths; ///< as declared, or as somebody drew them
    QSet<int> m_hidden;        ///< by choice
};

} // namespace keyward::ui
