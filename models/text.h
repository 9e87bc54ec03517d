// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"
#include "backend/base/sentence.h"
#include "backend/base/time.h"
#include "backend/estate/directory.h"

#include <QStringList>

#include <algorithm>
#include <concepts>
#include <filesystem>
#include <limits>

/// How values read, in one place. Times are shown in the local time zone.
namespace keyward::models {

QString text(std::string_view utf8);
std::string utf8(const QString &text);
std::filesystem::path pathOf(const QString &text); ///< '~' is the home folder
QString sentence(std::string_view text);           ///< with a capital first letter and a full stop
QString sentence(const QString &text);
QString capital(std::string_view text);
QString capital(QString text);
/// What the engine says, in the language of the window; names stay as they are.
QString spoken(const Sentence &sentence);
QString spoken(const Error &error);
QStringList spokenEach(const std::vector<Sentence> &sentences);
QString spokenOf(std::string_view engineWords); ///< of words without slots, such as a service's own

QString relative(Instant at, Instant now);        ///< "in 6 h 20 min", "3 min ago", far away a date
QString duration(Millis length);                  ///< 6 h 20 min, 3 days
QString shortDate(Instant at);                    ///< 21 Nov 2027
QString dateAndTime(Instant at);                  ///< 21 Nov 2026, 08:41
QString clockTime(Instant at);                    ///< 08:41:07
QString bytesText(std::uint64_t bytes);           ///< 1.4 MiB
QString number(std::uint64_t count);              ///< 12,345
QString grouped(std::string_view id);             ///< 128 bits as directories write them; another id as it is
QString spaced(const estate::PermissionSet &set); ///< get, list, wrapKey; none
QString kindTitle(estate::PrincipalKind kind);    ///< User-assigned identity
QString counted(std::uint64_t count,
                const QString &noun); ///< of a noun that is data: 1 recovery point, 12,345 recovery points
/// As a number that words are inflected by.
constexpr int countOf(std::integral auto count)
{
    return static_cast<int>(
        std::min<std::uint64_t>(static_cast<std::uint64_t>(count), std::numeric_limits<int>::max()));
}
QString regionTitle(std::string_view region); ///< West Europe

/// Why something was refused, and what would make it pass, in words of the window.
struct Refusal {
    QString reason;
    QString remedy;
    bool empty() const { return reason.isEmpty(); }
    QString whole() const { return remedy.isEmpty() ? reason : reason + QLatin1Char(' ') + remedy; }
    bool operator==(const Refusal &) const = default;
};
Refusal refusalOf(const Error &error);

} // namespace keyward::models
