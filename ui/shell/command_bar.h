// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"
#include "models/navigation.h"
#include "ui/page.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace keyward::ui {

/// The actions of a blade and of the rows that are selected in it; each says whether it can be done and why not.
class CommandBar final : public QFrame
{
    Q_OBJECT
public:
    CommandBar(models::Place place, Page &page, Host &host, QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    std::vector<models::Target> targetsFor(const models::ActionRecord &record,
                                           std::vector<models::Target> selected) const;
    models::ActionState stateFor(const models::ActionRecord &record, const std::vector<models::Target> &selected) const;
    void refresh();
    void fold();
    void showMore();
    void refreshFilter();

    struct Entry {
        const models::ActionRecord *record;
        QPushButton *button;
        bool wanted = false;
    };
    models::Place m_place;
    Page &m_page;
    Host &m_host;
    std::vector<Entry> m_entries;
    QPushButton *m_more;
    QLabel *m_count; ///< how many rows are selected, where there are several
    QLineEdit *m_filter = nullptr;
    QComboBox *m_kind = nullptr;
};

} // namespace keyward::ui
