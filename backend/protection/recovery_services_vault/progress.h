// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/paths.h"
#include "backend/engine/api/progress.h"

namespace keyward::protection {

using engine::Progress;
using engine::ProgressCallback;

} // namespace keyward::protection
