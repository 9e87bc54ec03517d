// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/basics.h"

#include <QDialog>

class QHBoxLayout;

namespace keyward::ui {

/// A question with named answers. Staying is always one of them.
class ChoiceDialog final : public QDialog
{
    Q_OBJECT
public:
    ChoiceDialog(const QString &name, const QString &title, const QString &text, QWidget *parent, const QString &stay = QStringLiteral("Stay"));
    void add(const QString &name, const QString &text, Kind kind, std::function<void()> chosen);

private:
    QHBoxLayout *m_buttons;
};

} // namespace keyward::ui
