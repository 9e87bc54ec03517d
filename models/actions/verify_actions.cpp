// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether the keystore, its log and reports are whole.

#include "models/actions/action.h"
#include "models/actions/keystore_fields.h"

#include "backend/estate/describe.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

namespace {

using namespace estate;
using engine::StoreDeed;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeystoreActions)
};

/// What was found, for the log: in its language, whatever that of the window is.
std::string inTheLog(const engine::StoreCheck &checked, engine::Depth depth, std::ptrdiff_t unopened)
{
    auto out =
        "The keystore is whole: " + estate::counted(checked.records, "record") + " open and stand where they belong. ";
    out += depth == engine::Depth::Presence
               ? "Stored data was not read."
               : "Stored data is whole: " + estate::counted(checked.data.size(), "piece") + ".";
    if (unopened > 0)
        out += " Could not be opened, as their keys cannot be used now: " + std::to_string(unopened) + ".";
    return out;
}

/// So that it is known later when it was looked at, and what was found.
void noteVerification(engine::Workplace &workplace, const Actor &actor, const Result<std::string> &found)
{
    auto entry = engine::entryBy(actor, "store.verify", "keystore");
    entry.result = found ? engine::AuditEntry::Result::Success : engine::AuditEntry::Result::Failed;
    entry.reason = found ? *found : message(found.error());
    (void)workplace.console().note(entry); // what was found is told all the same
}

Result<engine::StoreCheck> verified(engine::Workplace &workplace, engine::Depth depth,
                                    const engine::ProgressCallback &progress)
{
    KEYWARD_TRY(auto checked, workplace.administration().verifyAll(depth, progress));
    for (const auto &data : checked.data)
        if (data.state == engine::DataCheck::State::Damaged && data.reason) return std::unexpected(*data.reason);
    return checked;
}

Result<Outcome> verify(engine::Workplace &workplace, engine::Depth depth, const Actor &actor,
                       const engine::ProgressCallback &progress)
{
    const auto checked = verified(workplace, depth, progress);
    if (!checked) {
        if (checked.error().code != Code::Cancelled)
            noteVerification(workplace, actor, std::unexpected(checked.error()));
        return std::unexpected(checked.error());
    }
    const auto unopened =
        std::ranges::count(checked->data, engine::DataCheck::State::Unopened, &engine::DataCheck::state);
    noteVerification(workplace, actor, inTheLog(*checked, depth, unopened));
    auto detail = depth == engine::Depth::Presence
                      ? Words::tr("Stored data was not read.")
                      : Words::tr("Stored data is whole: %n pieces.", nullptr, static_cast<int>(checked->data.size()));
    if (unopened > 0)
        detail += QLatin1Char(' ') + Words::tr("%n of them could not be opened, as their keys cannot be used now.",
                                               nullptr, static_cast<int>(unopened));
    return Outcome{.sentence = Words::tr("The keystore is whole: %1 records open and stand where they belong.")
                                   .arg(number(checked->records)),
                   .detail = detail};
}

const DeclaredAction verifyStore([]() -> ActionRecord {
    return {
        .id = QStringLiteral("store.verify"),
        .text = Words::tr("Verify"),
        .icon = QStringLiteral("security-high"),
        .scope = Scope::Estate,
        .order = 10,
        .blades = {keystoreBlade},
        .explanation = Words::tr("Opens every record and every key, compares them with the sealed hash tree, and looks "
                                 "at stored data. Nothing is changed; the result is noted in the log."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("contents"),
                     .label = Words::tr("Read all stored data as well, which takes as long as there is data"),
                     .kind = Field::Kind::Check,
                     .value = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const bool contents = values.value(QStringLiteral("contents")).toBool();
            return Deed{.action = {},
                        .errand = [contents, actor = s.workspace.actor()](
                                      engine::Workplace &workplace,
                                      const engine::ProgressCallback &progress) -> Result<Outcome> {
                            return verify(workplace, contents ? engine::Depth::Contents : engine::Depth::Presence,
                                          actor, progress);
                        },
                        .title = Words::tr("Verify the keystore"),
                        .commandLine = lineOf(s, {.what = StoreDeed::What::Verify, .quick = !contents})};
        },
    };
});

const DeclaredAction verifyLog([]() -> ActionRecord {
    return {
        .id = QStringLiteral("audit.verify"),
        .text = Words::tr("Verify the log"),
        .icon = QStringLiteral("view-calendar-list"),
        .scope = Scope::Estate,
        .order = 12,
        .blades = {keystoreBlade, QStringLiteral("activity")},
        .explanation =
            Words::tr("Proves that no entry was altered, removed or reordered. With a JSON report that was "
                      "exported earlier and kept elsewhere, also that nothing before it was rewritten since, "
                      "not even by somebody who has the keys."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("against"),
                     .label = Words::tr("Compare with the JSON report"),
                     .kind = Field::Kind::OldFile,
                     .error = existingFileError,
                     .optional = true,
                     .suffix = QStringLiteral("json")}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto against =
                stringOf(values, "against").isEmpty() ? std::filesystem::path() : pathOf(stringOf(values, "against"));
            return Deed{
                .action = {},
                .errand = [against](engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    auto &log = workplace.log();
                    KEYWARD_CHECK(log.verify());
                    const auto entries = number(log.checkpoint().sequence);
                    Outcome out{.sentence = Words::tr("The log is whole: %1 entries, each sealed and linked to the one "
                                                      "before it.")
                                                .arg(entries)};
                    if (against.empty()) return out;
                    KEYWARD_TRY(const auto report, workplace.reports().check(against, {}));
                    if (!report.expected) return fail(Code::SignerOther, against.string(), {report.signer});
                    if (!report.checkpoint)
                        return fail(Code::ReportMalformed, against.string(),
                                    {"only JSON reports carry a checkpoint that can be compared"});
                    KEYWARD_CHECK(log.verifyAgainst(*report.checkpoint));
                    out.detail = Words::tr("Its first %1 entries are those of the report: nothing was "
                                           "rewritten since.")
                                     .arg(number(report.checkpoint->sequence));
                    return out;
                },
                .title = Words::tr("Verify the log"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::VerifyLog, .about = against.string()})};
        },
    };
});

const DeclaredAction verifyReport([]() -> ActionRecord {
    return {
        .id = QStringLiteral("report.verify"),
        .text = Words::tr("Verify a report"),
        .icon = QStringLiteral("document-preview"),
        .scope = Scope::Estate,
        .order = 52,
        .blades = {QStringLiteral("reports")},
        .explanation = Words::tr("Shows whether a report is as it was signed. Beside a PDF or CSV file its signature "
                                 "(.sig) must lie."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("Report"),
                     .kind = Field::Kind::OldFile,
                     .error = existingFileError},
                    {.id = QStringLiteral("signer"),
                     .label = Words::tr("Fingerprint of the signer"),
                     .hint = Words::tr("Empty: it must be of this keystore"),
                     .optional = true}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto file = pathOf(stringOf(values, "file"));
            const auto signer = utf8(stringOf(values, "signer"));
            return Deed{
                .action = {},
                .errand = [file, signer](engine::Workplace &workplace,
                                         const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_TRY(const auto report, workplace.reports().check(file, signer));
                    if (!report.expected) return fail(Code::SignerOther, file.string(), {report.signer});
                    return Outcome{.sentence = signer.empty()
                                                   ? Words::tr("The report is as this keystore signed it.")
                                                   : Words::tr("The report is as it was signed by that signer."),
                                   .detail = text(file.string())};
                },
                .title = Words::tr("Verify the report %1").arg(text(file.string())),
                .commandLine =
                    lineOf(s, {.what = StoreDeed::What::VerifyReport, .about = file.string(), .signer = signer})};
        },
    };
});

} // namespace
} // namespace keyward::models
