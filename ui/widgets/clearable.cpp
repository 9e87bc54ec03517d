// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/clearable.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Clearable)
};

} // namespace

void makeClearable(QLineEdit &edit)
{
    edit.setClearButtonEnabled(true);
    for (auto *button : edit.findChildren<QToolButton *>()) button->setAccessibleName(Words::tr("Clear"));
}

} // namespace keyward::ui
