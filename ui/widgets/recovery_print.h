// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/recovery_sheet.h"

class QPagedPaintDevice;

namespace keyward::ui {

/// One page with the key, what it opens and what to do with it. False where the printer took nothing.
bool printRecoveryKey(const models::RecoverySheet &sheet, QPagedPaintDevice &printer);

} // namespace keyward::ui
