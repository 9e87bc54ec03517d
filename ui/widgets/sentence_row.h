// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QAbstractButton;
class QLayout;

namespace keyward::ui {

/// A box or a ring to tick, and beside it what it stands for, on more than one line where it must; a click on that
/// ticks. The button itself has no text then, but this accessible name.
QLayout *besideItsSentence(QAbstractButton &button, const QString &text);

} // namespace keyward::ui
