// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/month.h"

namespace keyward {

Month monthOf(Instant time)
{
    const std::chrono::year_month_day day(std::chrono::floor<Days>(time));
    return day.year() / day.month();
}

std::string monthText(Month month)
{
    return dateText(std::chrono::sys_days(month / 1)).substr(0, std::string_view("2026-11").size());
}

Result<Month> parseMonth(std::string_view text)
{
    const auto wrong = fail(Code::ValueInvalid, std::string(text), {"month", "as in 2026-11"});
    if (text.size() != std::string_view("2026-11").size()) return wrong;
    const auto first = parseInstant(std::string(text) + "-01");
    if (!first || monthText(monthOf(*first)) != text) return wrong;
    return monthOf(*first);
}

} // namespace keyward
