// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text.h"

#include "backend/base/names.h"
#include "backend/estate/describe.h"
#include "models/window_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QDateTime local(Instant at) { return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).toLocalTime(); }
const QLocale &english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

} // namespace

QString text(std::string_view value) { return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())); }
std::string utf8(const QString &value) { return value.toStdString(); }

std::filesystem::path pathOf(const QString &value)
{
    auto path = value.trimmed();
    if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/"))) path = QDir::homePath() + path.mid(1);
    return std::filesystem::path(path.toStdString());
}

QString capital(std::string_view value)
{
    auto out = text(value);
    if (!out.isEmpty()) out[0] = out[0].toUpper();
    return out;
}

QString sentence(std::string_view value)
{
    auto out = capital(value);
    if (!out.isEmpty() && !out.endsWith(QLatin1Char('.')) && !out.endsWith(QLatin1Char('?'))) out += QLatin1Char('.');
    return out;
}

QString relative(Instant at, Instant now)
{
    constexpr Millis near = Days(14);
    const auto apart = at > now ? at - now : now - at;
    if (apart < std::chrono::minutes(1)) return at > now ? Words::tr("in a moment") : Words::tr("just now");
    if (apart > near) return shortDate(at);
    const auto length = text(humanDuration(apart));
    return at > now ? Words::tr("in ") + length : length + Words::tr(" ago");
}

QString shortDate(Instant at) { return english().toString(local(at), QStringLiteral("d MMM yyyy")); }
QString dateAndTime(Instant at) { return english().toString(local(at), QStringLiteral("d MMM yyyy, HH:mm")); }
QString clockTime(Instant at) { return english().toString(local(at), QStringLiteral("HH:mm:ss")); }

QString bytesText(std::uint64_t bytes)
{
    return english().formattedDataSize(static_cast<qint64>(bytes), bytes < 1024 ? 0 : 1, QLocale::DataSizeIecFormat);
}
QString number(std::uint64_t count) { return english().toString(static_cast<qulonglong>(count)); }
QString counted(std::uint64_t count, const QString &noun)
{
    return number(count) + QLatin1Char(' ') + (count == 1 ? noun : text(estate::plural(noun.toStdString())));
}

QString spaced(const estate::PermissionSet &set)
{
    auto out = text(set.text());
    return out.isEmpty() ? QStringLiteral("none") : out.replace(QLatin1Char(','), QStringLiteral(", "));
}

QString kindTitle(estate::PrincipalKind kind)
{
    using Kind = estate::PrincipalKind;
    switch (kind) {
    case Kind::SystemAssigned: return Words::tr("System-assigned identity");
    case Kind::UserAssigned: return Words::tr("User-assigned identity");
    case Kind::Application: return Words::tr("Application");
    case Kind::FirstParty: return Words::tr("Application of the platform");
    case Kind::Group: return Words::tr("Group");
    }
    return {};
}

QString regionTitle(std::string_view region)
{
    static constexpr std::string_view words[] = {"north", "south", "east", "west", "central"};
    QString name = text(region);
    QStringList out;
    for (bool found = true; found;) {
        found = false;
        for (const auto word : words)
            if (name.size() > static_cast<qsizetype>(word.size()) && name.startsWith(text(word))) {
                out += capital(word);
                name = name.mid(static_cast<qsizetype>(word.size()));
                found = true;
                break;
            }
    }
    if (!name.isEmpty()) out += name.size() <= 3 ? name.toUpper() : capital(name.toStdString());
    return out.join(QLatin1Char(' '));
}

Refusal refusalOf(const Error &error) { return {text(message(error)), windowRemedy(error)}; }

} // namespace keyward::models
