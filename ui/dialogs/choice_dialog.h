// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/dialogs/dialog_frame.h"

namespace keyward::ui {

/// A question with named answers. Staying is always one of them, and what an Enter chooses.
class ChoiceDialog final : public DialogFrame
{
    Q_OBJECT
public:
    ChoiceDialog(const QString &name, const QString &title, const QString &text, QWidget *parent,
                 const QString &stay = {}); ///< otherwise "Stay"
    void add(const QString &name, const QString &text, Kind kind, std::function<void()> chosen);
};

} // namespace keyward::ui
