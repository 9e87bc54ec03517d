// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <filesystem>

/// What failed system calls come to: the one place where an errno becomes a Code.
namespace keyward {

/// NoSpace (also where only a quota is full), FileTooLarge, ReadOnly (the file system is), else Io.
Code codeOf(int error);

/// The failure with its file and the system's own words.
std::unexpected<Error> failWith(int error, const std::filesystem::path &file);

/// Of mode, owner, times and attributes: whether they just cannot be had here (no right to, no such thing on this file
/// system), which is worth a warning. Anything else is a disk that failed.
bool isUnsupported(int error);

} // namespace keyward
