// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/progress.h"

#include <string>

namespace keyward::protection {

using engine::Progress;
using engine::ProgressCallback;

/// A path for people: bytes that are not UTF-8 as \xNN, control characters too.
std::string printable(std::string_view path);

} // namespace keyward::protection
