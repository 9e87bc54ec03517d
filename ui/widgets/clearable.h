// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLineEdit;

namespace keyward::ui {

/// With a button that empties it, which has a name for whoever does not see it.
void makeClearable(QLineEdit &edit);

} // namespace keyward::ui
