// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "models/target.h"
#include "models/text.h"

#include <QAbstractListModel>

namespace keyward::models {

/// Something that happened and is worth telling.
struct Notification {
    State state = State::Neutral;
    QString text = {};
    QString detail = {};               ///< a remedy, or what to do next
    std::optional<Target> target = {}; ///< where to look
    QString file = {};                 ///< to open
    Instant at{};
    std::vector<estate::Action> undo = {}; ///< what takes it back, one after the other
};

/// What was told since the keystore was opened, newest first.
class Notifications final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, StateRole, TargetRole, FileRole, TimeRole };
    using QAbstractListModel::QAbstractListModel;

    void tell(Notification notification);
    const Notification &at(int row) const { return m_all[static_cast<std::size_t>(row)]; }
    int unseen() const { return m_unseen; }
    void markSeen();

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_all.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void told(const keyward::models::Notification &notification);
    void unseenChanged();

private:
    std::vector<Notification> m_all;
    int m_unseen = 0;
};

} // namespace keyward::models
