// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session.h"
#include "ui/host.h"

#include <QPushButton>

namespace keyward::ui {

/// Says which keystore is open; its menu leads to its page and to others.
class EstateButton final : public QPushButton
{
    Q_OBJECT
public:
    EstateButton(models::Session &session, Host &host, QWidget *parent);

Q_SIGNALS:
    void openWanted(const QString &file); ///< one that was open lately
    void lockWanted();

private:
    void refresh();
    void showMenu();

    models::Session &m_session;
    Host &m_host;
};

} // namespace keyward::ui
