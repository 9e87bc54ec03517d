// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/search.h"

#include <QLineEdit>

class QFrame;
class QListView;

namespace keyward::ui {

/// Ctrl K: one field for vaults, keys, resources, pages and actions.
class SearchBox final : public QLineEdit
{
    Q_OBJECT
public:
    SearchBox(models::Workspace &workspace, QWidget *window);
    void setHere(const models::Target &here) { m_here = here; } ///< what stands open: its actions are offered

Q_SIGNALS:
    void chosen(const keyward::models::Hit &hit);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void look();
    void place();
    void choose(int row);

    models::SearchModel m_model;
    models::Target m_here;
    QFrame *m_popup;
    QListView *m_list;
};

} // namespace keyward::ui
