// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>

namespace keyward::models {

/// What the log's operations are called in the window: "Rotate key". One that a newer Keyward logged is told as it is.
QString operationWords(std::string_view operation);

} // namespace keyward::models
