// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace keyward::ui {

/// Which keystore is open, what is under way and can be cancelled, and when it locks.
class StatusBar final : public QFrame
{
    Q_OBJECT
public:
    StatusBar(models::Session &session, QWidget *parent = nullptr);
    void watch(models::Workspace *workspace);

private:
    void refresh();
    void refreshErrands();

    models::Session &m_session;
    models::Workspace *m_workspace = nullptr;
    QLabel *m_store;
    QHBoxLayout *m_errands;
    QLabel *m_lock;
    struct Line {
        quint64 number;
        QWidget *box;
        QLabel *text;
    };
    std::vector<Line> m_lines;
};

} // namespace keyward::ui
