// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/notifications.h"

namespace keyward::models {

namespace {

constexpr int mostKept = 200;

} // namespace

void Notifications::tell(Notification notification)
{
    beginInsertRows({}, 0, 0);
    m_all.insert(m_all.begin(), std::move(notification));
    endInsertRows();
    if (rowCount() > mostKept) {
        beginRemoveRows({}, mostKept, rowCount() - 1);
        m_all.resize(mostKept);
        endRemoveRows();
    }
    ++m_unseen;
    Q_EMIT unseenChanged();
    const auto told_ = m_all.front();
    Q_EMIT told(told_);
}

void Notifications::markSeen()
{
    if (std::exchange(m_unseen, 0) != 0) Q_EMIT unseenChanged();
}

QVariant Notifications::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto &one = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return one.text;
    case Qt::ToolTipRole: return dateAndTime(one.at);
    case DetailRole: return one.detail;
    case StateRole: return static_cast<int>(one.state);
    case TargetRole: return one.target ? QVariant::fromValue(*one.target) : QVariant();
    case FileRole: return one.file;
    case TimeRole: return clockTime(one.at);
    default: return {};
    }
}

} // namespace keyward::models
