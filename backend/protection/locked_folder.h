// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/files.h"

namespace keyward::protection {

/// A folder under an advisory lock, which others than this process see as well and which ends with the descriptor.
/// 'how': as for flock(2). Codes: those of the disk; with LOCK_NB also where somebody else has it.
Result<Descriptor> lockedFolder(const std::filesystem::path &folder, int how);

} // namespace keyward::protection
