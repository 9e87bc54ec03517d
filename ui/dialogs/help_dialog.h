// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presenter.h"
#include "ui/dialogs/dialog_frame.h"

namespace keyward::ui {

/// What a page is for, what can be done on it, and the keys that work everywhere.
class HelpDialog final : public DialogFrame
{
    Q_OBJECT
public:
    HelpDialog(const models::BladeRecord &page, QWidget *parent);

private:
    void addAbout(const models::BladeRecord &page);
    void addActions(const models::BladeRecord &page);
    void addKeys();
    void addRow(const QString &name, const QString &text, int nameWidth);
};

} // namespace keyward::ui
