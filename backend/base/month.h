// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/time.h"

namespace keyward {

/// A month of the calendar, in UTC: what bills go by.
using Month = std::chrono::year_month;

Month monthOf(Instant time);
std::string monthText(Month month);              ///< 2026-11
Result<Month> parseMonth(std::string_view text); ///< Code::ValueInvalid

} // namespace keyward
