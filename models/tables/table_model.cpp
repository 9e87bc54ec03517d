// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/table_model.h"

namespace keyward::models {
namespace {

/// What somebody stored is told as it is written, however it looks: Qt takes what begins like a tag for HTML. So is it
/// broken into lines, and it has an end.
QString tip(QString said)
{
    constexpr qsizetype longest = 400; // characters, about eight lines
    if (said.isEmpty()) return said;
    if (said.size() > longest) {
        said.truncate(said.at(longest - 1).isHighSurrogate() ? longest - 1 : longest);
        said += QChar(0x2026);
    }
    said = said.toHtmlEscaped();
    return QStringLiteral("<qt>") + said.replace(QLatin1Char('\n'), QStringLiteral("<br>")) + QStringLiteral("</qt>");
}

} // namespace

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    switch (role) {
    case Qt::DisplayRole: return cell(index.row(), index.column()).text;
    case Qt::ToolTipRole: {
        const auto one = cell(index.row(), index.column());
        return tip(one.tooltip.isEmpty() ? one.text : one.tooltip);
    }
    case Qt::AccessibleTextRole: {
        const auto &title = columns()[static_cast<std::size_t>(index.column())].title;
        const auto said = cell(index.row(), index.column()).text;
        if (!title.isEmpty()) return title + QStringLiteral(": ") + said;
        return said.isEmpty() ? buttonAt(index.row()) : said; // without a title: what is offered at the end of the row
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            Qt::AlignVCenter |
            (columns()[static_cast<std::size_t>(index.column())].number ? Qt::AlignRight : Qt::AlignLeft)));
    case CellRole: return QVariant::fromValue(cell(index.row(), index.column()));
    case TargetRole: {
        const auto target = targetAt(index.row());
        return target ? QVariant::fromValue(*target) : QVariant();
    }
    case ButtonRole: return index.column() == columnCount() - 1 ? buttonAt(index.row()) : QString();
    default: return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto &column = columns()[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (column.number ? Qt::AlignRight : Qt::AlignLeft)));
    return {};
}

QString TableModel::buttonAt(int) const { return {}; }

} // namespace keyward::models
