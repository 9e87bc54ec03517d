// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/window_words.h"

#include "models/spoken_arguments.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WindowWords)
};

bool ofCommandLine(const QString &words)
{
    static const QRegularExpression marks(QStringLiteral("keywardctl|KEYWARD_|(^|[\\s'(])--[a-z]"));
    return words.contains(marks);
}

struct Row {
    Code code;
    const char *remedy;
};
/// Where the window has a way of its own, or the remedy without its command would say nothing.
constexpr Row rows[] = {
    {Code::NotFound, QT_TRANSLATE_NOOP("WindowWords", "It may be gone by now; choose one of those there are.")},
    {Code::SourceUnreadable,
     QT_TRANSLATE_NOOP("WindowWords", "Give this user the right to read it, or leave out what cannot be read.")},
    {Code::JobOwnerGone,
     QT_TRANSLATE_NOOP("WindowWords", "Run it again from the list of jobs; it gets a new data key.")},
    {Code::SourceHoldsStore, QT_TRANSLATE_NOOP("WindowWords", "Back up the folders beside it.")},
    {Code::StoreMissing, QT_TRANSLATE_NOOP("WindowWords", "Choose the keystore's file, or create a keystore.")},
    {Code::NotAKeystore, QT_TRANSLATE_NOOP("WindowWords", "Choose the keystore's file.")},
    {Code::StoreLocked, QT_TRANSLATE_NOOP("WindowWords", "Type its passphrase or its recovery key.")},
    {Code::StoreRolledBack,
     QT_TRANSLATE_NOOP("WindowWords",
                       "If an older copy was put back on purpose, put it back below: its log then says so. "
                       "If not, find out who replaced the file.")},
    {Code::StoreDamaged, QT_TRANSLATE_NOOP("WindowWords", "Put a copy of it back.")},
    {Code::RecordTampered,
     QT_TRANSLATE_NOOP("WindowWords", "Put a copy of the keystore back, and find out who could write to the file.")},
    {Code::TreeMismatch,
     QT_TRANSLATE_NOOP("WindowWords", "Put a copy of the keystore back, and find out who could write to the file.")},
    {Code::AgentMissing, QT_TRANSLATE_NOOP("WindowWords", "There is nothing to lock.")},
    {Code::AgentRefused, QT_TRANSLATE_NOOP("WindowWords", "End the unlock agent, then try again.")},
    {Code::AgentBusy, QT_TRANSLATE_NOOP("WindowWords", "Let the agent go on, or end its process, then try again.")},
    {Code::StoreHardLinked, QT_TRANSLATE_NOOP("WindowWords", "Remove the other names, or copy the file.")},
    {Code::LiveClaims,
     QT_TRANSLATE_NOOP(
         "WindowWords",
         "Disabling it instead can be undone. To go on all the same, look at what breaks and type the name.")},
    {Code::OverrideNeeded,
     QT_TRANSLATE_NOOP("WindowWords",
                       "Look at what breaks and how it is undone; to go on all the same, type the name.")},
    {Code::AccessLost,
     QT_TRANSLATE_NOOP("WindowWords",
                       "Give them access under the other model first; to go on all the same, type the name.")},
    {Code::AcknowledgeNeeded, QT_TRANSLATE_NOOP("WindowWords", "Tick that you understand it.")},
    {Code::ClockUntrusted,
     QT_TRANSLATE_NOOP("WindowWords", "Synchronise the clock of this machine, or accept it on the Keystore page.")},
    {Code::KeyUriForeign, QT_TRANSLATE_NOOP("WindowWords", "Copy the identifier from the key's own page.")},
    {Code::BindingExists, QT_TRANSLATE_NOOP("WindowWords", "Its Encryption page changes the key.")},
    {Code::NothingMatched,
     QT_TRANSLATE_NOOP(
         "WindowWords",
         "Write the path as it stands below the folder that was backed up, or leave it empty for everything.")},
    {Code::SiemUnreachable,
     QT_TRANSLATE_NOOP("WindowWords", "Check that it listens there and that no firewall stands between; its entries "
                                      "wait and are sent in order once it answers. A test message tries at once.")},
    {Code::SiemNotTrusted,
     QT_TRANSLATE_NOOP("WindowWords", "Add it with the certificate of the authority that vouches for it, and with the "
                                      "name that its certificate is for where that is not its host's.")},
    {Code::SiemLogDiffers,
     QT_TRANSLATE_NOOP("WindowWords", "The keystore was put back from an older copy. Once it is clear which of the two "
                                      "is right, remove the receiver and add it again with the log's first entry: it "
                                      "then gets the log as it is now.")},
    {Code::SiemWaits, QT_TRANSLATE_NOOP("WindowWords", "A test message tries at once.")},
    {Code::SiemDown, QT_TRANSLATE_NOOP("WindowWords", "The page of SIEM receivers says what to do; a test message "
                                                      "tries at once.")},
    {Code::ProfileOwnStore,
     QT_TRANSLATE_NOOP("WindowWords", "Choose its store on its Encryption page, and enable the key of that one.")},
    {Code::StoreInUse,
     QT_TRANSLATE_NOOP("WindowWords", "Choose another store for those first, on their Encryption pages.")},
    {Code::FirstKeyIdentity, QT_TRANSLATE_NOOP("WindowWords", "Use a user-assigned identity.")},
    {Code::ProfileFaulty,
     QT_TRANSLATE_NOOP("WindowWords", "Mend the file where it says, and choose it again. Nothing was added.")},
    {Code::SignerUnknown,
     QT_TRANSLATE_NOOP("WindowWords", "Compare the fingerprint with the one on the Reports page.")},
};

} // namespace

QString inWindowWords(std::string_view given)
{
    auto words = text(given);
    static const QRegularExpression ends(QStringLiteral("(?<=[.?]) +(?=[\\p{Lu}'„])"));
    if (const auto colon = words.indexOf(QStringLiteral(": keywardctl ")); colon > 0)
        words = words.left(colon) + QLatin1Char('.');
    QStringList kept;
    for (const auto &sentence : words.split(ends, Qt::SkipEmptyParts))
        if (!ofCommandLine(sentence)) kept += sentence;
    words = kept.join(QLatin1Char(' '));
    words.replace(QStringLiteral("run the command again"), QStringLiteral("try again"))
        .replace(QStringLiteral("Run the command again"), QStringLiteral("Try again"));
    return words.replace(QStringLiteral("with the command that led here"), QStringLiteral("with what led here"));
}

QString windowRemedy(const Error &error)
{
    const auto row = std::ranges::find(rows, error.code, &Row::code);
    const bool special = !error.remedy.empty() && !ofCommandLine(text(error.remedy)); // the case knows better
    if (row != std::end(rows) && !special) return Words::tr(row->remedy);
    if (!error.remedy.empty()) return inWindowWords(error.remedy);
    return inWindowWords(
        filled(utf8(spokenOf(remedyPattern(error.code))), error.target, spokenArguments(error.arguments)));
}

} // namespace keyward::models
