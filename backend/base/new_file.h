// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/bytes.h"

#include <filesystem>

namespace keyward {

/// Writes all of it into a new file that only this user may read, durably, or leaves nothing behind. Several parts are
/// written one after the other, so that a secret need not be copied to get a line end. Never follows a link.
/// Codes: FileExists, and those of failWith() (system_error.h).
Status writeNewFile(const std::filesystem::path &file, std::initializer_list<ByteView> parts);

} // namespace keyward
