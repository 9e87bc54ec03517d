// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"

#include <QDate>

namespace keyward::models {

namespace {

const DeclaredAction exportReport({
    .id = QStringLiteral("report.export"),
    .text = QStringLiteral("Export audit report"),
    .icon = QStringLiteral("document-export"),
    .scope = Scope::Estate,
    .order = 50,
    .blades = {QStringLiteral("reports")},
    .primary = true,
    .shortcut = QStringLiteral("Ctrl+E"),
    .explanation = QStringLiteral("Estate, keys, bindings and their health, access, jobs and the log, signed. Anybody "
                                  "with the signer's fingerprint can check that nothing was altered."),
    .fields = [](const Situation &) -> std::vector<Field> {
        return {
            {.id = QStringLiteral("format"),
             .label = QStringLiteral("Format"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("pdf"),
             .options = {{QStringLiteral("pdf"), QStringLiteral("PDF, to read and print")},
                         {QStringLiteral("html"), QStringLiteral("HTML, one file")},
                         {QStringLiteral("csv"), QStringLiteral("CSV, for spreadsheets")},
                         {QStringLiteral("json"), QStringLiteral("JSON, for programs")}}},
            {.id = QStringLiteral("file"),
             .label = QStringLiteral("Into the new file"),
             .kind = Field::Kind::NewFile,
             .value = QDir::homePath() + QStringLiteral("/keyward-audit-") + QDate::currentDate().toString(Qt::ISODate),
             .hint = QStringLiteral("The ending of the format is added"),
             .error = absoluteError},
            {.id = QStringLiteral("entries"),
             .label = QStringLiteral("Log entries"),
             .kind = Field::Kind::Choice,
             .value = QStringLiteral("2000"),
             .options = {{QStringLiteral("500"), QStringLiteral("The newest 500")},
                         {QStringLiteral("2000"), QStringLiteral("The newest 2,000")},
                         {QStringLiteral("0"), QStringLiteral("All")}}}};
    },
    .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
        static const QStringList formats{QStringLiteral("pdf"), QStringLiteral("html"), QStringLiteral("csv"),
                                         QStringLiteral("json")};
        const auto format = stringOf(values, "format");
        auto file = pathOf(stringOf(values, "file")).string();
        if (!file.ends_with("." + utf8(format))) file += "." + utf8(format);
        if (const auto wrong = newFileError(text(file)); !wrong.isEmpty())
            return std::unexpected(Error{Code::FileExists, file, {}, {}});
        const engine::ReportRequest request{static_cast<engine::ReportFormat>(formats.indexOf(format)), file,
                                            static_cast<std::size_t>(stringOf(values, "entries").toULongLong())};
        const auto title = QStringLiteral("Export audit report to ") + text(file);
        const auto line = text(s.workspace.lines().lineOf(request));
        return Deed{std::nullopt,
                    [request, actor = s.workspace.actor()](
                        engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
                        KEYWARD_TRY(const auto outcome, workplace.reports().exportTo(request, actor, progress));
                        return Outcome{QStringLiteral("The audit report was written and signed."),
                                       QStringLiteral("Signer ") + text(outcome.signer.substr(0, 17)) + QChar(0x2026),
                                       {},
                                       text(request.file.string()),
                                       true};
                    },
                    {},
                    title,
                    line};
    },
});

} // namespace
} // namespace keyward::models
