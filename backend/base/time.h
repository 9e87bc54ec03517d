// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <chrono>
#include <optional>

namespace keyward {

using Millis = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Millis>; ///< UTC
using Days = std::chrono::days;

/// Where "now" comes from. Injected: tests move it by hand.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Whether the system says that its clock follows a time server.
    virtual bool synchronised() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
    bool synchronised() const override; ///< adjtimex(2)
};

std::string isoText(Instant time);                   ///< 2027-01-31T12:00:00Z
std::string isoTextMillis(Instant time);             ///< 2027-01-31T12:00:00.123Z
std::string dateText(Instant time);                  ///< 2027-01-31
Result<Instant> parseInstant(std::string_view text); ///< Code::TimeInvalid

/// 15m, 12h, 30d, 2w, or ISO 8601 (P30D, PT12H, P1DT6H); calendar units count 30 and 365 days.
Result<Millis> parseDuration(std::string_view text); ///< Code::DurationInvalid; never negative, at most 100 years
std::string isoDuration(Millis length);              ///< P30D, PT12H
/// To the nearest minute, from an hour upwards: near enough where lengths are told or taken over.
Millis toTheMinute(Millis length);
Millis toTheMinute(Millis length);        ///< as people are told it; below an hour exactly
std::string humanDuration(Millis length); ///< "6 h 20 min", "3 days"

} // namespace keyward
