// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/search_box.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace keyward::ui {

using models::SearchModel;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SearchBox)
};

class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, 36}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &colours = coloursOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.selection);
            painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), measure::corner, measure::corner);
        }
        icon(index.data(SearchModel::IconRole).toString())
            .paint(painter, QRect(option.rect.left() + 14, option.rect.center().y() - 8, 16, 16));
        const auto name = index.data().toString();
        const auto words = option.rect.adjusted(40, 0, -14, 0);
        painter->setFont(fonts::strong());
        painter->setPen(colours.text);
        const QFontMetrics metrics(fonts::strong());
        const auto shown = metrics.elidedText(name, Qt::ElideRight, words.width() * 2 / 3);
        painter->drawText(words, Qt::AlignVCenter, shown);
        const auto rest = words.adjusted(metrics.horizontalAdvance(shown) + 12, 0, 0, 0);
        painter->setFont(fonts::small());
        painter->setPen(colours.muted);
        painter->drawText(
            rest, Qt::AlignVCenter | Qt::AlignRight,
            QFontMetrics(fonts::small())
                .elidedText(index.data(SearchModel::DetailRole).toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

constexpr int mostShown = 10;

} // namespace

SearchBox::SearchBox(models::Workspace &workspace, QWidget *window)
    : QLineEdit(window), m_model(workspace), m_popup(frame("popup", window)), m_list(new QListView(m_popup))
{
    setObjectName(QStringLiteral("search"));
    setAccessibleName(Words::tr("Search keys, vaults, resources, actions"));
    setPlaceholderText(Words::tr("Search keys, vaults, resources, actions"));
    setFixedHeight(32);
    setMinimumWidth(180);
    setMaximumWidth(520);
    m_popup->setObjectName(QStringLiteral("searchPopup"));
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(2, 6, 2, 6);
    m_list->setObjectName(QStringLiteral("searchHits"));
    m_list->setAccessibleName(Words::tr("Search results"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    column->addWidget(m_list);
    m_popup->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::look);
    connect(&m_model, &SearchModel::found, this, &SearchBox::place);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
}

void SearchBox::look() { m_model.look(text(), m_here); }

void SearchBox::place()
{
    const bool open = hasFocus() && m_model.rowCount() > 0;
    if (open) {
        const auto at = mapTo(window(), QPoint(0, height() + 6));
        const auto rows = std::min(mostShown, m_model.rowCount());
        m_popup->setGeometry(at.x(), at.y(), std::max(width(), 420), rows * 36 + 16);
        m_popup->raise();
        m_list->setCurrentIndex(m_model.index(0));
    }
    m_popup->setVisible(open);
}

void SearchBox::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount()) return;
    const auto hit = m_model.at(row);
    m_popup->hide();
    clear();
    clearFocus();
    Q_EMIT chosen(hit);
}

/// Escape leaves the search; it does not close a blade as well.
bool SearchBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    const auto row = m_list->currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Down: m_list->setCurrentIndex(m_model.index(std::min(row + 1, m_model.rowCount() - 1))); return;
    case Qt::Key_Up: m_list->setCurrentIndex(m_model.index(std::max(row - 1, 0))); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(row); return;
    case Qt::Key_Escape:
        m_popup->hide();
        clear();
        clearFocus();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    look();
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_popup->hide();
}

void SearchBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (hasFocus() || !text().isEmpty() || width() < 330) return;
    const auto &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto font = fonts::small();
    font.setPixelSize(11);
    painter.setFont(font);
    const QRectF key(width() - 50.5, 7.5, 41, height() - 15);
    painter.setPen(colours.strongLine);
    painter.drawRoundedRect(key, 4, 4);
    painter.setPen(colours.muted);
    painter.drawText(key, Qt::AlignCenter, QStringLiteral("Ctrl K"));
}

} // namespace keyward::ui
