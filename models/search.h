// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"
#include "models/presenter.h"

#include <QAbstractListModel>

namespace keyward::models {

/// Something found: a thing of the estate, a blade, or an action.
struct Hit {
    QString text = {};
    QString detail = {};
    QString icon = {};
    Target target = {};
    QString blade = {};  ///< to open; empty: the first of the target
    QString action = {}; ///< to start instead
    int rank = 0;        ///< the less, the nearer
};

/// Finds vaults, keys, resources, blades and actions while one types; looks through the estate beside the window.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, IconRole };
    explicit SearchModel(Workspace &workspace, QObject *parent = nullptr);

    void look(const QString &words, const Target &here); ///< 'here' offers its own actions
    const Hit &at(int row) const { return m_hits[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void found();

private:
    void show(std::vector<Hit> hits);
    std::vector<Hit> bookmarks() const;
    std::vector<Hit> commands(const QString &words, const Target &here) const;

    Workspace &m_workspace;
    std::vector<Hit> m_hits;
    Tickets m_tickets;
};

} // namespace keyward::models
