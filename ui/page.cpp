// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/page.h"

#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/part_widgets.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {

namespace {

/// Somebody hid it, or what it stands in. What a layout has still to show is not hidden by that.
bool isHiddenIn(const QWidget &page, const QWidget *widget)
{
    for (; widget && widget != &page; widget = widget->parentWidget())
        if (widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide)) return true;
    return false;
}

/// The parts of a presenter under each other; a table that fills takes the whole page.
class PartsPage final : public Page
{
public:
    PartsPage(models::Presenter &presenter, PageContext context, QWidget *parent) : Page(parent)
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        const auto &parts = presenter.parts();
        const auto fills = [](models::Part *part) {
            auto *table = qobject_cast<models::TablePart *>(part);
            return table && table->fills;
        };
        if (fills(parts.back())) {
            if (parts.size() > 1) outer->addWidget(above(presenter, context));
            m_table = static_cast<TableWidget *>(widgetFor(*parts.back(), presenter.target(), context, this));
            outer->addWidget(m_table, 1);
            outer->addStretch(0); // below what stands above, while there is no table to be shown
        } else {
            auto *inside = new QWidget(this);
            auto *column = new QVBoxLayout(inside);
            column->setContentsMargins(20, 16, 20, 20);
            column->setSpacing(22);
            for (auto *part : parts) {
                auto *widget = widgetFor(*part, presenter.target(), context, inside);
                if (!widget) continue;
                if (auto *table = qobject_cast<TableWidget *>(widget); table && !m_table) m_table = table;
                column->addWidget(widget);
            }
            column->addStretch();
            outer->addWidget(scrolling(inside, this));
        }
        if (m_table) connect(&m_table->table(), &DataTable::selectionMoved, this, &Page::selectionMoved);
        // After the widgets, which show by then what they have to offer.
        for (auto *part : parts) connect(part, &models::Part::changed, this, &Page::selectionMoved);
        for (auto *table : findChildren<TableWidget *>()) {
            auto *model = &table->part().model();
            const auto isEmpty = [model] { return model->known() && model->rowCount() == 0; };
            connect(model, &models::TableModel::shown, this, [this, isEmpty, empty = isEmpty()]() mutable {
                if (const auto was = std::exchange(empty, isEmpty()); was != empty) Q_EMIT selectionMoved();
            });
        }
    }
    QStringList offered() const override
    {
        QStringList out;
        for (const auto *button : findChildren<QPushButton *>())
            for (const auto *place : {"empty.", "do."}) {
                const auto prefix = QLatin1String(place);
                if (button->objectName().startsWith(prefix) && button->isEnabled() && !isHiddenIn(*this, button))
                    out += button->objectName().mid(prefix.size());
            }
        return out;
    }

    std::vector<models::Target> selected(std::size_t most) const override
    {
        return m_table && m_table->table().isVisible() ? m_table->table().selectedTargets(most)
                                                       : std::vector<models::Target>{};
    }
    std::size_t selectedCount() const override
    {
        return m_table && m_table->table().isVisible() ? m_table->table().selectedCount() : 0;
    }
    std::size_t hiddenCount() const override
    {
        return m_table && m_table->table().isVisible() ? m_table->table().hiddenCount() : 0;
    }
    std::optional<models::Target> anyRow() const override
    {
        return m_table && m_table->part().model().rowCount() > 0 ? m_table->part().model().targetAt(0) : std::nullopt;
    }
    models::TableModel *filtered() const override
    {
        return m_table && m_table->part().fills && m_table->part().model().filters() ? &m_table->part().model()
                                                                                     : nullptr;
    }
    QString filterable() const override
    {
        const auto *part = m_table ? &m_table->part() : nullptr;
        return part && part->counted ? part->counted(models::countOf(part->model().total())) : QString();
    }

private:
    /// What stands above a table that fills; without a line of its own while all of it is empty.
    QWidget *above(models::Presenter &presenter, PageContext context)
    {
        auto *box = new QWidget(this);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(20, 14, 20, 14);
        column->setSpacing(12);
        std::vector<QWidget *> widgets;
        for (auto *part : presenter.parts())
            if (part != presenter.parts().back())
                if (auto *widget = widgetFor(*part, presenter.target(), context, box)) {
                    column->addWidget(widget);
                    widgets.push_back(widget);
                }
        const auto refresh = [box, widgets] {
            box->setVisible(std::ranges::any_of(widgets, [](const QWidget *one) { return !one->isHidden(); }));
        };
        for (auto *part : presenter.parts()) connect(part, &models::Part::changed, box, refresh);
        refresh();
        return box;
    }

    TableWidget *m_table = nullptr;
};

} // namespace

Page *makePage(const QString &blade, models::Presenter &presenter, PageContext context, QWidget *parent)
{
    Page *page = nullptr;
    for (const auto *record : PageOf::all())
        if (record->blade == blade) page = record->make(presenter, context, parent);
    if (!page) page = new PartsPage(presenter, context, parent);
    const auto *record = models::bladeById(blade);
    for (auto *table : page->findChildren<DataTable *>())
        if (record && table->accessibleName().isEmpty()) table->setAccessibleName(record->title);
    return page;
}

} // namespace keyward::ui
