// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/listing.h"

#include "backend/reports/signed_report.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

struct ListOptions {
    std::size_t limit = 100;
    std::string operation, principal, subject, result, since;
};

bool matches(const engine::AuditEntry &entry, const ListOptions &o, std::optional<Instant> since)
{
    const auto has = [](const std::string &text, const std::string &wanted) {
        return wanted.empty() || folded(text).find(folded(wanted)) != std::string::npos;
    };
    const bool who = has(entry.principal, o.principal) || engine::hasId(entry.principalId, o.principal);
    const bool what = has(entry.subject, o.subject) || engine::hasId(entry.subjectId, o.subject);
    return has(entry.operation, o.operation) && who && what &&
           (o.result.empty() || engine::resultText(entry.result) == o.result) && (!since || entry.time >= *since);
}

Status list(Invocation &invocation, const ListOptions &o)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    std::optional<Instant> since;
    if (!o.since.empty()) {
        if (const auto length = parseDuration(o.since))
            since = looking->console().now() - *length;
        else {
            KEYWARD_TRY(since, parseInstant(o.since));
        }
    }
    std::vector<engine::AuditEntry> found;
    for (std::uint64_t before = 0; found.size() < o.limit;) { // pages backwards from the end
        KEYWARD_TRY(const auto page, looking->log().newest(1000, before));
        for (const auto &entry : page)
            if (found.size() < o.limit && matches(entry, o, since)) found.push_back(entry);
        if (page.size() < 1000 || (since && page.back().time < *since)) break;
        before = page.back().sequence;
        if (before == 1) break;
    }
    std::ranges::reverse(found);
    Listing listing({"NO", "TIME", "WHO", "OPERATION", "RESULT", "OBJECT", "REASON"}, Listing::Order::AsAdded);
    for (const auto &entry : found) {
        listing.add({std::to_string(entry.sequence), isoText(entry.time), entry.principal, entry.operation,
                     std::string(engine::resultText(entry.result)), entry.subject, entry.reason},
                    reports::view(entry));
    }
    return listing.tell(invocation, "No log entry matches.");
}

Status verify(Invocation &invocation, const std::string &against)
{
    KEYWARD_TRY(const auto *looking, invocation.looking());
    KEYWARD_CHECK(looking->log().verify());
    const auto head = looking->log().checkpoint();
    if (!against.empty()) {
        KEYWARD_TRY(const auto report, reports::verifyReport(*invocation.context(), against));
        if (!reports::sameFingerprint(report.fingerprint, looking->administration().facts().signer))
            return fail(Code::SignerOther, against, {report.fingerprint});
        if (!report.checkpoint)
            return fail(Code::ReportMalformed, against, {"only JSON reports carry a checkpoint that can be compared"});
        KEYWARD_CHECK(looking->log().verifyAgainst(*report.checkpoint));
    }
    invocation.out().line("The audit log is whole: " + std::to_string(head.sequence) +
                          " entries, each sealed and linked to the one before it.");
    invocation.out().line("It ends with " + toHex(head.hash));
    invocation.out().document(QJsonObject{{QLatin1String("intact"), true},
                                          {QLatin1String("entries"), static_cast<qint64>(head.sequence)},
                                          {QLatin1String("hash"), reports::text(toHex(head.hash))}});
    return {};
}

struct ExportOptions {
    std::string format, output;
    std::size_t entries = 2000;
};

Status exportTo(Invocation &invocation, const ExportOptions &o)
{
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto format,
                reports::formatFrom(o.format.empty() ? std::filesystem::path(o.output).extension().string().substr(
                                                           std::filesystem::path(o.output).has_extension() ? 1 : 0)
                                                     : o.format));
    KEYWARD_TRY(const auto outcome, acting->reports().exportTo({format, o.output, o.entries}, invocation.actor(),
                                                               [](const auto &) { return !interrupted(); }));
    invocation.out().line(
        "Report written to " + o.output +
        (outcome.signature.empty() ? ", signed inside" : " and its signature to " + outcome.signature.string()) + ".");
    invocation.out().line("Signer: " + outcome.signer);
    invocation.out().document(QJsonObject{{QLatin1String("file"), reports::text(o.output)},
                                          {QLatin1String("signer"), reports::text(outcome.signer)},
                                          {QLatin1String("entries"), static_cast<qint64>(outcome.entries)}});
    return {};
}

struct VerifyOptions {
    std::string file, signer;
};

/// Needs no keystore: the signature shows that nothing was altered. Who signed is told by a fingerprint or a keystore.
Status verifyFile(Invocation &invocation, const VerifyOptions &o)
{
    KEYWARD_TRY(const auto report, reports::verifyReport(*invocation.context(), o.file));
    std::string expected = o.signer;
    if (expected.empty() && invocation.storePath()) {
        KEYWARD_TRY(const auto *looking, invocation.looking());
        expected = looking->administration().facts().signer;
    }
    if (expected.empty()) return fail(Code::SignerUnknown, o.file, {report.fingerprint});
    if (!reports::sameFingerprint(expected, report.fingerprint))
        return fail(Code::SignerOther, o.file, {report.fingerprint});
    invocation.out().line(o.file + " is intact and was signed by " + report.fingerprint + ".");
    invocation.out().document(QJsonObject{{QLatin1String("file"), reports::text(o.file)},
                                          {QLatin1String("intact"), true},
                                          {QLatin1String("signer"), reports::text(report.fingerprint)}});
    return {};
}

} // namespace

std::string KeywardctlLines::lineOf(const engine::ReportRequest &request) const
{
    static constexpr const char *formats[] = {"pdf", "html", "csv", "json"};
    const std::string format = formats[static_cast<std::size_t>(request.format)];
    Line line("report export");
    line.option("--output", request.file.string()).option("--entries", std::to_string(request.entries));
    if (request.file.extension() != "." + format) line.option("--format", format);
    return line.text();
}

void addAuditCommands(Commands &commands)
{
    auto *audit = commands.group("audit", "The audit log");
    auto l = options<ListOptions>();
    auto *listApp = commands.reads(audit, "list", "List log entries", [l](Invocation &s) { return list(s, *l); });
    listApp->add_option("--limit", l->limit, "At most so many, the newest (default 100)");
    listApp->add_option("--operation", l->operation, "Contains this");
    listApp->add_option("--principal", l->principal, "Contains this, or has this id");
    listApp->add_option("--subject", l->subject, "Contains this, or has this id");
    listApp->add_option("--result", l->result)->check(CLI::IsMember({"success", "denied", "failed"}));
    listApp->add_option("--since", l->since, "A time, or a length of time back from now (24h)");
    auto against = options<std::string>();
    commands
        .reads(audit, "verify", "Prove that no entry was altered, removed or reordered",
               [against](Invocation &s) { return verify(s, *against); })
        ->add_option("--against", *against,
                     "A JSON report exported earlier: also proves that nothing before it was rewritten since");

    auto *report = commands.group("report", "Signed audit reports");
    auto e = options<ExportOptions>();
    auto *exportApp = commands.act(report, "export", "Export a signed audit report", "it makes a file and is logged",
                                   [e](Invocation &s) { return exportTo(s, *e); });
    exportApp->add_option("--format", e->format, "pdf, html, csv or json (default: by the file's ending)");
    exportApp->add_option("--output", e->output, "A new file")->required();
    exportApp->add_option("--entries", e->entries, "How many log entries, the newest; 0 for all (default 2000)");
    auto v = options<VerifyOptions>();
    auto *verifyApp = commands.reads(report, "verify", "Check a report's signature",
                                     [v](Invocation &s) { return verifyFile(s, *v); });
    verifyApp->add_option("FILE", v->file)->required();
    verifyApp->add_option("--signer", v->signer, "The fingerprint that must have signed it");
}

} // namespace keyward::ctl
