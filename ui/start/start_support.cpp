// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/start/start_support.h"

#include <QCoreApplication>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StartSupport)
};

} // namespace

QLabel *capsHint(SecretEdit *field)
{
    auto *hint = label(Words::tr("◆ Caps Lock seems to be on."), fonts::small(), Tone::Muted, field->parentWidget());
    hint->setObjectName(QStringLiteral("capsLock"));
    hint->hide();
    QObject::connect(field, &SecretEdit::capsLockMayBeOn, hint, &QWidget::setVisible);
    return hint;
}

} // namespace keyward::ui
