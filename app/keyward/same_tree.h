// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace keyward::app {

/// Compares two folders: names, kinds, contents byte for byte, link targets. Empty if they are the same, else the first
/// difference. Counts what it compared.
std::string differenceBetween(const std::filesystem::path &one, const std::filesystem::path &other,
                              std::size_t &compared);

} // namespace keyward::app
