// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QSettings>
#include <QTranslator>

namespace keyward::models {
namespace {

constexpr auto folder = ":/keyward/words";
constexpr auto english = "en";
constexpr auto settingsKey = "language";

QLocale localeOf(const QString &language)
{
    return language == QLatin1String(english) ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(language);
}

QLocale &current()
{
    static QLocale locale = localeOf(QLatin1String(english));
    return locale;
}

QString wanted(const QString &language)
{
    const auto known = languages();
    if (known.contains(language)) return language;
    for (const auto &one : QLocale::system().uiLanguages())
        if (const auto code = one.section(QLatin1Char('-'), 0, 0); known.contains(code)) return code;
    return QLatin1String(english);
}

void take(const QString &file, const QString &from)
{
    auto *words = new QTranslator(QCoreApplication::instance());
    if (words->load(file, from))
        QCoreApplication::installTranslator(words);
    else
        delete words;
}

void speakEnglish()
{
    QLocale::setDefault(current());
    take(QStringLiteral("keyward_en"), QLatin1String(folder));
}

} // namespace

QStringList languages()
{
    QStringList out;
    for (const auto &file : QDir(QLatin1String(folder)).entryList({QStringLiteral("keyward_*.qm")}))
        out += file.mid(8).chopped(3);
    return out;
}

QString ownName(const QString &language)
{
    auto name = localeOf(language).nativeLanguageName();
    if (language == QLatin1String(english)) return QStringLiteral("English"); // not "British English"
    if (!name.isEmpty()) name[0] = name[0].toUpper();
    return name;
}

void speak(const QString &language)
{
    const auto code = wanted(language);
    current() = localeOf(code);
    QLocale::setDefault(current());
    if (code == QLatin1String(english)) return;
    take(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    take(QStringLiteral("keyward_") + code, QLatin1String(folder));
}

QString chosenLanguage(const QString &settingsFile)
{
    return QSettings(settingsFile, QSettings::IniFormat).value(QLatin1String(settingsKey)).toString();
}

void chooseLanguage(const QString &settingsFile, const QString &language)
{
    QSettings(settingsFile, QSettings::IniFormat).setValue(QLatin1String(settingsKey), language);
}

const QLocale &spokenLocale() { return current(); }

Q_COREAPP_STARTUP_FUNCTION(speakEnglish)

} // namespace keyward::models
