// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace keyward::test {

/// A language that nobody speaks: English with accents, a third longer. What is too narrow for other languages is cut
/// off in it, and what was never given to translation stands out by its bare vowels.
class LongerWords final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *comment, int) const override
    {
        if (context[0] == 'Q') return {}; // Qt's own: names of keys are parsed again
        if (comment && QByteArrayView(comment).startsWith("a date")) return {}; // a format
        return longer(QString::fromUtf8(source));
    }

    static QString longer(const QString &words)
    {
        static const QString plain = QStringLiteral("aeiouyAEIOUY");
        static const QString accented = QStringLiteral("áéíóúýÁÉÍÓÚÝ");
        QString out;
        qsizetype letters = 0;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const auto slot = slotAt(words, i);
            if (slot > 0) {
                out += words.mid(i, slot);
                i += slot - 1;
                continue;
            }
            const auto at = plain.indexOf(words[i]);
            out += at < 0 ? words[i] : accented[at];
            letters += words[i].isLetter() ? 1 : 0;
        }
        if (letters == 0) return words;
        for (qsizetype added = 0; added * 3 < letters; added += 3) out += QStringLiteral(" ṁṁ");
        return out;
    }

    /// For tests started with KEYWARD_TEST_WORDS=longer, before anything is made.
    static void speakIfAsked()
    {
        static bool spoken = false;
        if (std::exchange(spoken, true) || qEnvironmentVariable("KEYWARD_TEST_WORDS") != QLatin1String("longer"))
            return;
        QCoreApplication::installTranslator(new LongerWords(QCoreApplication::instance()));
    }

private:
    /// How long what is filled in later, or is no word, is at that place: %1, %Ln, {0}, a command, a letter with &.
    static qsizetype slotAt(const QString &words, qsizetype at)
    {
        const auto rest = QStringView(words).mid(at);
        if (rest.startsWith(QLatin1String("%Ln"))) return 3;
        if (rest.startsWith(QLatin1Char('%')) && rest.size() > 1 && (rest[1].isDigit() || rest[1] == QLatin1Char('n')))
            return 2;
        if (rest.startsWith(QLatin1Char('{')) && rest.size() > 2 && rest[2] == QLatin1Char('}')) return 3;
        return 0;
    }
};

} // namespace keyward::test
