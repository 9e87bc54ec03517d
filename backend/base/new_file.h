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

/// Takes a new file away again, because what it is in the keystore could not be noted for 'why', and gives that error
/// back. Where it is in doubt whether it was noted (Code::CommitInDoubt) the file stays: the keystore may count on it.
Error takenBack(const std::filesystem::path &file, Error why);

} // namespace keyward
