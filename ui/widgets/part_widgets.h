// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "ui/host.h"

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

/// A widget for each kind of part a presenter may have.
namespace keyward::ui {

class DataTable;

/// Title and aside above what a part shows; hides itself while the part is not present.
class PartWidget : public QFrame
{
    Q_OBJECT
public:
    PartWidget(models::Part &part, QWidget *parent = nullptr);

protected:
    virtual void refresh() = 0;
    void start(); ///< at the end of a constructor
    QVBoxLayout *m_layout;

private:
    void refreshHead();
    models::Part &m_part;
    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_aside;
};

PartWidget *widgetFor(models::Part &part, const models::Target &target, PageContext context, QWidget *parent);

class FactsWidget final : public PartWidget
{
    Q_OBJECT
public:
    FactsWidget(models::FactsPart &part, models::Target target, PageContext context, QWidget *parent);

protected:
    void refresh() override;

private:
    QWidget *value(const models::FactsPart::Fact &fact);
    models::FactsPart &m_part;
    models::Target m_target;
    PageContext m_context;
    QGridLayout *m_grid;
};

class CalloutsWidget final : public PartWidget
{
    Q_OBJECT
public:
    CalloutsWidget(models::CalloutsPart &part, models::Target target, PageContext context, QWidget *parent);

protected:
    void refresh() override;

private:
    models::CalloutsPart &m_part;
    models::Target m_target;
    PageContext m_context;
    QVBoxLayout *m_list;
};

class TableWidget final : public PartWidget
{
    Q_OBJECT
public:
    TableWidget(models::TablePart &part, models::Target target, PageContext context, QWidget *parent);
    DataTable &table() { return *m_table; }
    models::TablePart &part() { return m_part; }

protected:
    void refresh() override;

private:
    void open(int row);
    void press(int row);
    void menu(int row, const QPoint &at);
    void save();
    void showEmptiness();
    void offerFirstStep();
    void offerSelection();

    models::TablePart &m_part;
    models::Target m_target;
    PageContext m_context;
    DataTable *m_table;
    QWidget *m_empty;
    QPushButton *m_first = nullptr; ///< the first step, where it is empty
};

class BarsWidget final : public PartWidget
{
    Q_OBJECT
public:
    BarsWidget(models::BarsPart &part, QWidget *parent);

protected:
    void refresh() override;

private:
    models::BarsPart &m_part;
    QGridLayout *m_grid;
};

class RingWidget final : public PartWidget
{
    Q_OBJECT
public:
    RingWidget(models::RingPart &part, QWidget *parent);

protected:
    void refresh() override;

private:
    models::RingPart &m_part;
    QWidget *m_ring;
    QVBoxLayout *m_legend;
};

class TimelineWidget final : public PartWidget
{
    Q_OBJECT
public:
    TimelineWidget(models::TimelinePart &part, QWidget *parent);

protected:
    void refresh() override;

private:
    QWidget *m_strip;
};

class ChecklistWidget final : public PartWidget
{
    Q_OBJECT
public:
    ChecklistWidget(models::ChecklistPart &part, QWidget *parent);

protected:
    void refresh() override;

private:
    models::ChecklistPart &m_part;
    QVBoxLayout *m_list;
};

/// Things to go to, on one line.
class LinksWidget final : public PartWidget
{
    Q_OBJECT
public:
    LinksWidget(models::LinksPart &part, PageContext context, QWidget *parent);

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

private:
    void fit();

    models::LinksPart &m_part;
    PageContext m_context;
    QHBoxLayout *m_row;
    std::vector<QPushButton *> m_links;
};

/// A round mark: a tick, a number, an exclamation mark.
class MarkLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit MarkLabel(QWidget *parent = nullptr);
    void setMark(const QString &text, models::State state, bool filled = false);
    QSize sizeHint() const override { return {22, 22}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    models::State m_state = models::State::Neutral;
    bool m_filled = false;
};

} // namespace keyward::ui
