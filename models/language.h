// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>
#include <QStringList>

/// The language of the window. Words are written in English in the code; resources/words has the others, and the
/// plurals of English, which every program speaks from its first moment.
namespace keyward::models {

QStringList languages();                  ///< those there are words for, by their codes: de, en
QString ownName(const QString &language); ///< as those who speak it call it: Deutsch

/// Once, before a window is made: blades and actions keep the words that they were made with. Empty: the first of the
/// system's languages that there are words for, otherwise English.
void speak(const QString &language);

/// What was chosen for the next start, kept in the window's settings; empty: the system's.
QString chosenLanguage(const QString &settingsFile);
void chooseLanguage(const QString &settingsFile, const QString &language);

/// How dates and numbers are written in the language that is spoken.
const QLocale &spokenLocale();

} // namespace keyward::models
