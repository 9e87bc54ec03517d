// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text.h"

#include "backend/base/names.h"
#include "backend/estate/describe.h"
#include "models/language.h"
#include "models/spoken_arguments.h"
#include "models/window_words.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QDateTime local(Instant at) { return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).toLocalTime(); }
/// What the engine writes for programs as well, as people read it: a list of permissions with blanks, a moment in local
/// time, "3 recovery points" in the window's language. A name stays as it is.
std::string spokenName(const std::string &argument)
{
    static const QRegularExpression list(QStringLiteral("^[A-Za-z]+(,[A-Za-z]+)+$"));
    static const QRegularExpression day(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
    static const QRegularExpression count(QStringLiteral("^(\\d+) ([a-z][a-z ]+)$"));
    auto out = text(argument);
    if (list.match(out).hasMatch()) return utf8(out.replace(QLatin1Char(','), QStringLiteral(", ")));
    if (day.match(out).hasMatch())
        if (const auto at = parseInstant(argument + "T12:00:00Z")) return utf8(shortDate(*at));
    if (const auto at = parseInstant(argument)) return utf8(dateAndTime(*at));
    if (const auto many = count.match(out); many.hasMatch())
        return utf8(number(many.captured(1).toULongLong()) + QLatin1Char(' ') + spokenOf(utf8(many.captured(2))));
    return argument;
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

QString capital(std::string_view value) { return capital(text(value)); }

QString capital(QString out)
{
    if (!out.isEmpty()) out[0] = out[0].toUpper();
    return out;
}

QString sentence(std::string_view value) { return sentence(text(value)); }

QString sentence(const QString &value)
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
    if (const auto days = std::chrono::floor<std::chrono::days>(toTheMinute(apart)).count(); days >= 2)
        return at > now ? Words::tr("in %Ln days", nullptr, countOf(days))
                        : Words::tr("%Ln days ago", nullptr, countOf(days));
    const auto length = duration(apart);
    return at > now ? Words::tr("in %1").arg(length) : Words::tr("%1 ago").arg(length);
}

QString duration(Millis exact)
{
    using namespace std::chrono;
    const auto length = toTheMinute(exact);
    if (const auto most = floor<days>(length).count(); most >= 2) return Words::tr("%Ln days", nullptr, countOf(most));
    const auto whole = floor<hours>(length).count();
    const auto rest = floor<minutes>(length).count() % 60;
    if (whole >= 1 && rest) return Words::tr("%1 h %2 min").arg(whole).arg(rest);
    if (whole >= 1) return Words::tr("%1 h").arg(whole);
    return rest ? Words::tr("%1 min").arg(rest) : Words::tr("%1 s").arg(floor<seconds>(length).count());
}

QString shortDate(Instant at) { return spokenLocale().toString(local(at), Words::tr("d MMM yyyy", "a date")); }
QString dateAndTime(Instant at)
{
    return spokenLocale().toString(local(at), Words::tr("d MMM yyyy, HH:mm", "a date with the time"));
}
QString clockTime(Instant at) { return spokenLocale().toString(local(at), QStringLiteral("HH:mm:ss")); }

QString bytesText(std::uint64_t bytes)
{
    return spokenLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 1024 ? 0 : 1,
                                            QLocale::DataSizeIecFormat);
}
QString grouped(std::string_view id)
{
    const auto bits = RecordId::from(id);
    return text(bits ? estate::guidText(*bits) : std::string(id));
}

QString number(std::uint64_t count) { return spokenLocale().toString(static_cast<qulonglong>(count)); }
QString counted(std::uint64_t count, const QString &noun)
{
    return number(count) + QLatin1Char(' ') + spokenOf(count == 1 ? utf8(noun) : estate::plural(utf8(noun)));
}

QString spaced(const estate::PermissionSet &set)
{
    auto out = text(set.text());
    return out.isEmpty() ? Words::tr("none") : out.replace(QLatin1Char(','), QStringLiteral(", "));
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
    // Of these the platform's names are put together; the longer before those they begin with.
    static constexpr std::string_view words[] = {
        "southeast", "southwest",   "northeast", "northwest", "north",  "south",  "east",   "west",
        "central",   "switzerland", "australia", "germany",   "europe", "france", "norway", "sweden",
        "italy",     "poland",      "spain",     "canada",    "brazil", "africa", "israel", "japan",
        "korea",     "india",       "qatar",     "asia",      "uae",    "uk",     "us"};
    auto rest = text(region);
    QStringList out;
    while (!rest.isEmpty()) {
        const auto found =
            std::ranges::find_if(words, [&](std::string_view word) { return rest.startsWith(text(word)); });
        const auto length = found == std::end(words) ? rest.size() : static_cast<qsizetype>(found->size());
        const auto word = rest.left(length);
        out += length <= 3 ? word.toUpper() : capital(utf8(word));
        rest = rest.mid(length);
    }
    return out.join(QLatin1Char(' '));
}

QString spokenOf(std::string_view engineWords)
{
    return engineWords.empty() ? QString() : QCoreApplication::translate("Engine", std::string(engineWords).c_str());
}

QString spoken(const Sentence &sentence)
{
    if (sentence.empty()) return {};
    return text(filled(utf8(spokenOf(sentence.pattern())), sentence.target(), spokenArguments(sentence.arguments())));
}

std::vector<std::string> spokenArguments(const std::vector<Sentence::Argument> &arguments)
{
    std::vector<std::string> out;
    for (const auto &one : arguments)
        out.push_back(one.said.empty() ? spokenName(one.plain) : utf8(spoken(one.said.front())));
    return out;
}

QString spoken(const Error &error) { return spoken(sentence(error)); }

QStringList spokenEach(const std::vector<Sentence> &sentences)
{
    QStringList out;
    for (const auto &one : sentences) out += spoken(one);
    return out;
}

Refusal refusalOf(const Error &error) { return {spoken(error), windowRemedy(error)}; }

} // namespace keyward::models
