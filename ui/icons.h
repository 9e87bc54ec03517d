// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

class QWidget;

namespace keyward::ui {

/// A Breeze symbol by its freedesktop name, drawn in the colour of the text around it, in any theme and state.
QIcon icon(const QString &name);
QIcon brandIcon(); ///< the shield with a keyhole

} // namespace keyward::ui
