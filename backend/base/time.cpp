// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/base/time.h"

#include <QDateTime>
#include <QTimeZone>

#include <cmath>
#include <sys/timex.h>

namespace keyward {
namespace {

using namespace std::chrono;

constexpr Millis longest = days(36'500);

QDateTime utc(Instant time) { return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC); }

std::optional<Millis> unitLength(char unit, bool timePart)
{
    switch (unit) {
    case 'S': return seconds(1);
    case 'M': return timePart ? Millis(minutes(1)) : Millis(days(30));
    case 'H': return hours(1);
    case 'D': return days(1);
    case 'W': return weeks(1);
    case 'Y': return days(365);
    default: return std::nullopt;
    }
}

/// "1DT6H" of P1DT6H, or "15m" with the short units; each number must have a unit.
std::optional<Millis> sumOfUnits(std::string_view text, bool timePart)
{
    Millis total{0};
    long long number = -1;
    bool unitDue = false; // a T with nothing behind it
    for (char c : text) {
        if (c >= '0' && c <= '9') {
            number = (number < 0 ? 0 : number) * 10 + (c - '0');
            if (number > 1'000'000'000) return std::nullopt;
            continue;
        }
        if (c == 'T' && !timePart && number < 0) {
            timePart = unitDue = true;
            continue;
        }
        const auto length = unitLength(c, timePart);
        if (!length || number < 0) return std::nullopt;
        total += *length * number;
        if (total > longest) return std::nullopt;
        number = -1;
        unitDue = false;
    }
    if (unitDue || number >= 0 || total.count() == 0) return std::nullopt;
    return total;
}

} // namespace

Instant SystemClock::now() const { return floor<Millis>(system_clock::now()); }

bool SystemClock::synchronised() const
{
    timex state{};
    return ::adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

std::string isoText(Instant time) { return utc(time).toString(Qt::ISODate).toStdString(); }
std::string isoTextMillis(Instant time) { return utc(time).toString(Qt::ISODateWithMs).toStdString(); }
std::string dateText(Instant time) { return utc(time).date().toString(Qt::ISODate).toStdString(); }

Result<Instant> parseInstant(std::string_view text)
{
    const auto input = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    auto parsed = QDateTime::fromString(input, Qt::ISODateWithMs);
    if (!parsed.isValid()) return fail(Code::TimeInvalid, std::string(text));
    if (parsed.timeSpec() == Qt::LocalTime) parsed.setTimeZone(QTimeZone::UTC);
    return Instant(Millis(parsed.toMSecsSinceEpoch()));
}

Result<Millis> parseDuration(std::string_view text)
{
    std::string upper(text);
    for (char &c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const bool iso = upper.starts_with('P');
    // The short form's m means minutes.
    const auto sum = iso ? sumOfUnits(std::string_view(upper).substr(1), false) : sumOfUnits(upper, true);
    if (!sum) return fail(Code::DurationInvalid, std::string(text));
    return *sum;
}

std::string isoDuration(Millis length)
{
    const auto whole = ceil<seconds>(length);
    const auto wholeDays = floor<days>(whole);
    const auto rest = whole - wholeDays;
    std::string out = "P";
    if (wholeDays.count() > 0) out += std::to_string(wholeDays.count()) + "D";
    if (rest.count() == 0 && wholeDays.count() > 0) return out;
    out += "T";
    const auto h = floor<hours>(rest);
    const auto m = floor<minutes>(rest - h);
    const auto s = rest - h - m;
    if (h.count() > 0) out += std::to_string(h.count()) + "H";
    if (m.count() > 0) out += std::to_string(m.count()) + "M";
    if (s.count() > 0 || (h.count() == 0 && m.count() == 0)) out += std::to_string(s.count()) + "S";
    return out;
}

Millis toTheMinute(Millis length) { return length < hours(1) ? length : Millis(round<minutes>(length)); }

std::string humanDuration(Millis length)
{
    const auto near = toTheMinute(length);
    const auto d = floor<days>(near).count();
    const auto h = floor<hours>(near).count();
    const auto m = floor<minutes>(near).count();
    if (d >= 2) return std::to_string(d) + " days";
    if (h >= 1) return std::to_string(h) + " h" + (m % 60 ? " " + std::to_string(m % 60) + " min" : std::string{});
    if (m >= 1) return std::to_string(m) + " min";
    return std::to_string(floor<seconds>(length).count()) + " s";
}

} // namespace keyward
