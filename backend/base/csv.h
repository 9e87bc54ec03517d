// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace keyward {

/// One field as RFC 4180 quotes it. Spreadsheets run a cell that starts like a formula; a leading apostrophe keeps it a
/// text.
std::string csvField(std::string_view text);

} // namespace keyward
