// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReportActions)
};

const DeclaredAction exportReport([]() -> ActionRecord {
    return {
        .id = QStringLiteral("report.export"),
        .text = Words::tr("Export audit report"),
        .icon = QStringLiteral("document-export"),
        .scope = Scope::Estate,
        .order = 50,
        .blades = {QStringLiteral("reports")},
        .primary = true,
        .shortcut = QStringLiteral("Ctrl+E"),
        .explanation = Words::tr("Estate, keys, bindings and their health, access, jobs and the log, signed. Anybody "
                                 "with the signer's fingerprint can check that nothing was altered."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {{.id = QStringLiteral("format"),
                     .label = Words::tr("Format"),
                     .kind = Field::Kind::Choice,
                     .value = QStringLiteral("pdf"),
                     .options = {{QStringLiteral("pdf"), Words::tr("PDF, to read and print")},
                                 {QStringLiteral("html"), Words::tr("HTML, one file")},
                                 {QStringLiteral("csv"), Words::tr("CSV, for spreadsheets")},
                                 {QStringLiteral("json"), Words::tr("JSON, for programs")}}},
                    {.id = QStringLiteral("file"),
                     .label = Words::tr("Into the new file"),
                     .kind = Field::Kind::NewFile,
                     .value = QDir::homePath() + QStringLiteral("/keyward-audit-") +
                              QDate::currentDate().toString(Qt::ISODate),
                     .hint = Words::tr("The ending of the format is added"),
                     .error = absoluteError},
                    {.id = QStringLiteral("entries"),
                     .label = Words::tr("Log entries"),
                     .kind = Field::Kind::Choice,
                     .value = QStringLiteral("2000"),
                     .options = {{QStringLiteral("500"), Words::tr("The newest 500")},
                                 {QStringLiteral("2000"), Words::tr("The newest 2,000")},
                                 {QStringLiteral("0"), Words::tr("All")}}}};
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
            const auto title = Words::tr("Export audit report to %1").arg(text(file));
            const auto line = text(s.workspace.lines().lineOf(request));
            return Deed{std::nullopt,
                        [request, actor = s.workspace.actor()](
                            engine::Workplace &workplace, const engine::ProgressCallback &progress) -> Result<Outcome> {
                            KEYWARD_TRY(const auto outcome, workplace.reports().exportTo(request, actor, progress));
                            return Outcome{Words::tr("The audit report was written and signed."),
                                           Words::tr("Signer %1…").arg(text(outcome.signer.substr(0, 17))),
                                           {},
                                           text(request.file.string()),
                                           true};
                        },
                        {},
                        title,
                        line};
        },
    };
});

} // namespace
} // namespace keyward::models
