// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pick_edit.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PickEdit)
};

using models::Field;

constexpr std::size_t most = 200; ///< that a list shows; who wants another one types more of its name
constexpr int rowHeight = 34;

/// The name, and to the right, quieter, what tells it apart.
class ItemDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, rowHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &colours = coloursOf(option.palette);
        const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (enabled && option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.selection);
            painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), measure::corner, measure::corner);
        }
        const auto words = option.rect.adjusted(12, 0, -12, 0);
        const auto font = enabled ? fonts::body() : fonts::small();
        const QFontMetrics metrics(font);
        const auto shown = metrics.elidedText(index.data().toString(), Qt::ElideMiddle,
                                              enabled ? words.width() * 3 / 5 : words.width());
        painter->setFont(font);
        painter->setPen(enabled ? colours.text : colours.muted);
        painter->drawText(words, Qt::AlignVCenter, shown);
        const auto rest = words.adjusted(metrics.horizontalAdvance(shown) + 12, 0, 0, 0);
        painter->setFont(fonts::small());
        painter->setPen(colours.muted);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight,
                          QFontMetrics(fonts::small())
                              .elidedText(index.data(PickModel::DetailRole).toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

} // namespace

void PickModel::look(const QString &words, const QString &kind)
{
    beginResetModel();
    m_found = m_picker.find(words, kind, most);
    endResetModel();
}

QString PickModel::last() const
{
    if (m_found.items.empty()) return Words::tr("Nothing is found");
    if (m_found.total <= m_found.items.size()) return {};
    return Words::tr("%n more; type more of the name", nullptr, static_cast<int>(m_found.total - m_found.items.size()));
}

int PickModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.items.size()) + (last().isEmpty() ? 0 : 1);
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    const auto at = static_cast<std::size_t>(index.row());
    if (at >= m_found.items.size()) return role == Qt::DisplayRole ? QVariant(last()) : QVariant();
    const auto &item = m_found.items[at];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return item.text;
    case Qt::ToolTipRole:
    case DetailRole: return item.detail;
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty() ? item.text : item.text + QStringLiteral(", ") + item.detail;
    case ValueRole: return item.value;
    default: return {};
    }
}

Qt::ItemFlags PickModel::flags(const QModelIndex &index) const
{
    const bool pickable = index.isValid() && static_cast<std::size_t>(index.row()) < m_found.items.size();
    return pickable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

PickEdit::PickEdit(const Field &field, QWidget *parent)
    : QWidget(parent), m_picker(field.picker), m_edit(new QLineEdit(this)), m_model(new PickModel(field.picker, this)),
      m_completer(new QCompleter(m_model, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    m_edit->setPlaceholderText(Words::tr("Search by name or id"));
    m_edit->installEventFilter(this);
    if (!m_picker.kinds.empty()) {
        m_kind = new QComboBox(this);
        m_kind->setObjectName(QStringLiteral("kind.") + field.id);
        m_kind->setAccessibleName(Words::tr("Kind: %1").arg(field.label));
        m_kind->addItem(Words::tr("All kinds"), QString());
        for (const auto &kind : m_picker.kinds) m_kind->addItem(kind.text, kind.value);
        connect(m_kind, &QComboBox::activated, this, [this] {
            m_edit->setFocus();
            look();
        });
        row->addWidget(m_kind);
    }
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("picks"));
    list->setAccessibleName(field.label);
    list->setUniformItemSizes(true);
    m_completer->setPopup(list); // which it owns from here on
    list->setItemDelegate(new ItemDelegate(list));
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                const auto value = index.data(PickModel::ValueRole).toString();
                for (const auto &item : m_model->items())
                    if (item.value == value) return take(models::Field::Picker::Item(item));
            });
    connect(m_edit, &QLineEdit::textEdited, this, &PickEdit::typed);
    if (const auto chosen = m_picker.at(field.value.toString())) {
        m_value = chosen->value;
        m_detail = chosen->detail;
        m_edit->setText(chosen->text);
    }
}

QString PickEdit::kind() const { return m_kind ? m_kind->currentData().toString() : QString(); }

/// With what stands there picked already, all are offered again.
void PickEdit::look()
{
    m_model->look(m_value.isEmpty() ? m_edit->text() : QString(), kind());
    m_completer->complete();
}

void PickEdit::take(const Field::Picker::Item &item)
{
    m_value = item.value;
    m_detail = item.detail;
    m_edit->setText(item.text);
    Q_EMIT edited(m_value);
}

/// A whole name that only one has, or a whole id, is as good as a click.
void PickEdit::typed(const QString &text)
{
    m_value.clear();
    m_detail.clear();
    look();
    const auto wanted = text.trimmed();
    const Field::Picker::Item *only = nullptr;
    int exact = 0;
    for (const auto &item : m_model->items()) {
        if (item.value != wanted && item.text.compare(wanted, Qt::CaseInsensitive) != 0) continue;
        only = &item;
        ++exact;
    }
    if (exact == 1) {
        m_value = only->value;
        m_detail = only->detail;
    }
    if (exact == 1 && m_model->items().size() == 1) m_completer->popup()->hide();
    Q_EMIT edited(exact == 1 ? m_value : wanted);
}

bool PickEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && !m_completer->popup()->isVisible()) {
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
            look();
            return true;
        }
        if (event->type() == QEvent::MouseButtonRelease) look();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace keyward::ui
