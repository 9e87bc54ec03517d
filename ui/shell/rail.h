// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/navigation.h"

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace keyward::ui {

/// The way around: pages of the estate, or those of the thing that is open.
class Rail final : public QFrame
{
    Q_OBJECT
public:
    Rail(models::Navigation &navigation, models::Workspace &workspace, QWidget *parent = nullptr);
    void setNarrow(bool narrow);

private:
    void build();
    void refresh();

    models::Navigation &m_navigation;
    models::Workspace &m_workspace;
    QVBoxLayout *m_column;
    std::vector<std::pair<const models::BladeRecord *, QPushButton *>> m_entries;
    models::Target m_shown;
    bool m_built = false;
    bool m_narrow = false;
};

} // namespace keyward::ui
