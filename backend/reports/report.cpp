// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/report.h"

#include "backend/engine/api/signing.h"
#include "backend/estate/claims.h"
#include "backend/estate/describe.h"
#include "backend/estate/findings.h"
#include "backend/reports/cost_views.h"
#include "backend/reports/receiver_section.h"
#include "backend/reports/services/list.h"
#include "backend/reports/sorted.h"
#include "backend/reports/views.h"

#include <algorithm>
#include <set>

namespace keyward::reports {
namespace {

using namespace estate;

std::string yes(bool value) { return value ? "yes" : "no"; }
std::string date(const std::optional<Instant> &at) { return at ? dateText(*at) : "–"; }
std::string age(Instant since, Instant now)
{
    return std::to_string(std::chrono::floor<Days>(now - since).count()) + " d";
}

auto sortedKeys(const Estate &estate)
{
    return sorted(estate.keys(), [&](const Key *key) { return keyPath(estate, *key); });
}

Section vaultSection(const Estate &estate)
{
    Section out{"vaults",
                "Key vaults",
                "There are no key vaults.",
                {{"Vault", 2},
                 {"Region", 1.2},
                 {"Tier"},
                 {"Soft delete"},
                 {"Purge protection", 1.2},
                 {"Retention", 1, true},
                 {"Keys", .7, true},
                 {"State"}},
                {}};
    for (const auto *vault : sortedVaults(estate))
        out.rows.push_back({vault->name.text(), vault->place.region.text(),
                            vault->tier == Tier::Premium ? "premium" : "standard", yes(vault->softDelete),
                            yes(vault->purgeProtection), std::to_string(vault->retentionDays) + " d",
                            std::to_string(estate.keysOf(vault->id).size()),
                            vault->deleted ? "deleted, purged " + dateText(vault->deleted->purgeAt) : "active"});
    return out;
}

Section keySection(const Estate &estate, Instant now)
{
    Section out{"keys",
                "Keys and versions",
                "There are no keys.",
                {{"Key", 1.7},
                 {"Version", 2.3, false, true},
                 {"Kind"},
                 {"Created", 1},
                 {"Age", .6, true},
                 {"Expires", .9},
                 {"State", .9},
                 {"Backup", .8},
                 {"Needed by", 2.2}},
                {}};
    for (const auto *key : sortedKeys(estate))
        for (const auto &version : key->versions) {
            const auto needed = claims(estate, *key, version.id);
            const auto state = key->deleted                                 ? "deleted"
                               : !version.enabled                           ? "disabled"
                               : version.expires && now >= *version.expires ? "expired"
                                                                            : "enabled";
            const bool newest = version.id == key->latest().id;
            out.rows.push_back({keyPath(estate, *key), version.id.text(), key->spec.text(), dateText(version.created),
                                age(version.created, now), date(version.expires), state,
                                newest ? (key->backupIsCurrent() ? "current" : "missing") : "–",
                                needed.empty() ? "–" : joined(needed).text()});
        }
    return out;
}

Section bindingSection(const Estate &estate, const Assessment &assessment)
{
    Section out{"bindings",
                "Resources and their encryption",
                "There are no resources.",
                {{"Resource", 1.5},
                 {"Kind", 1.6},
                 {"Region"},
                 {"Encryption", 1.4},
                 {"Key", 2.8, false, true},
                 {"Health", .8},
                 {"Why", 2.4}},
                {}};
    for (const auto *resource : sortedResources(estate)) {
        const auto *health = assessment.bindings.find(resource->id);
        std::string why;
        if (health)
            for (const auto &reason : health->reasons) why += (why.empty() ? "" : "; ") + reason.text();
        const auto *key = resource->binding ? estate.key(resource->binding->key) : nullptr;
        const auto *profile = estate.catalogue().find(resource->type);
        out.rows.push_back({resource->name.text(), profile ? profile->title : resource->type,
                            resource->place.region.text(), resource->binding ? "customer-managed" : "service-managed",
                            key ? keyPath(estate, *key) + "/" + resource->binding->version.text() : "–",
                            health ? std::string(healthText(health->health)) : "–", why.empty() ? "–" : why});
    }
    return out;
}

Section accessSection(const Estate &estate)
{
    Section out{"access",
                "Who may use keys",
                "No access policies.",
                {{"Vault", 1}, {"Principal", 1.2}, {"Object id", 2, false, true}, {"Key permissions", 3}},
                {}};
    for (const auto *vault : sortedVaults(estate))
        for (const auto &[id, permissions] : vault->policies) {
            const auto *principal = estate.principal(id);
            out.rows.push_back(
                {vault->name.text(), principal ? principal->name : "(gone)", id.text(), permissions.text()});
        }
    return out;
}

/// What was asked of a vault, or by a resource, in one month.
struct Costs {
    std::string kind; ///< vault, resource
    std::string name;
    CostEstimate estimate;
};

/// Of every vault and every resource, the newer month first; none without prices.
std::vector<Costs> costsIn(const ReportInput &input)
{
    std::vector<Costs> out;
    if (!input.prices) return out;
    const auto &estate = *input.estate;
    const auto calls = callsByOwner(estate, input.calls);
    for (const auto month : reportedMonths(input.now)) {
        for (const auto *vault : sortedVaults(estate))
            out.push_back({"vault", vault->name.text(), costsOf(estate, *input.prices, calls, *vault, month)});
        for (const auto *resource : sortedResources(estate))
            out.push_back({"resource", resource->name.text(), costsOf(estate, *input.prices, calls, *resource, month)});
    }
    return out;
}

void addCosts(Section &out, const std::string &whose, const CostEstimate &estimate, const PriceList &prices)
{
    const auto month = monthText(estimate.month);
    for (const auto &line : estimate.lines)
        out.rows.push_back({whose, month, operationText(line), line.keys.text(), std::to_string(line.count),
                            std::to_string(line.refused), priceText(line), amountText(line.amount, prices)});
    if (estimate.lines.size() > 1)
        out.rows.push_back({whose, month, "all", "", std::to_string(estimate.calls.all()),
                            std::to_string(estimate.calls.refused), "", amountText(estimate.total, prices)});
}

Section costSection(const std::vector<Costs> &costs, const PriceList &prices)
{
    Section out{"costs",
                "Vault operations and their estimated cost",
                "No vault was called in this month or the one before it.",
                {{"Whose", 1.4},
                 {"Month", .7},
                 {"Operation", .9},
                 {"On", 2.2},
                 {"Calls", .6, true},
                 {"Refused", .7, true},
                 {"Price", 1.1, true},
                 {"Estimate", 1.1, true}},
                {}};
    for (const auto &one : costs) addCosts(out, one.kind + " " + one.name, one.estimate, prices);
    return out;
}

/// Calls of a resource are among those of its vault, so nothing is summed over both.
Section priceSection(const std::vector<Costs> &costs, const PriceList &prices)
{
    Section out{"prices",
                "What the estimate goes by",
                "",
                {{"For", 2}, {"Price in " + prices.currency, 1.2, true}, {"Source", 4}, {"Read on", .8}},
                {}};
    for (const auto &price : prices.calls)
        out.rows.push_back({"Calls on " + price.title, price.price.text() + " for " + std::to_string(price.per),
                            price.source, price.read});
    for (const auto &price : prices.keys)
        for (const auto &step : price.steps)
            out.rows.push_back({price.title + (step.from == 0 ? "" : ", beyond " + std::to_string(step.from)),
                                step.price.text() + " a month", step.from == 0 ? price.source : "the same",
                                price.read});
    out.rows.push_back({"Assumed", "–", prices.note + " Calls of a resource are among those of its vault.", "–"});
    std::set<std::string> leftOut;
    for (const auto &one : costs)
        if (!one.estimate.lines.empty())
            for (const auto &what : one.estimate.leftOut) leftOut.insert(what.text());
    for (const auto &one : leftOut) out.rows.push_back({"Not in the estimate", "–", one, "–"});
    return out;
}

QJsonArray costsJson(const std::vector<Costs> &costs, const PriceList &prices)
{
    QJsonArray out;
    for (const auto &one : costs) {
        auto document = view(one.estimate, prices);
        document.insert(text(one.kind), text(one.name));
        out.append(document);
    }
    return out;
}

Section jobSection(const Estate &estate)
{
    Section out{"jobs",
                "Jobs",
                "No jobs were run.",
                {{"Job", .8, false, true},
                 {"What", 3},
                 {"Resource", 1},
                 {"Started", 1.4},
                 {"Finished", 1.4},
                 {"State", .8},
                 {"Notes", 2}},
                {}};
    for (const auto *job : sorted(estate.jobs(), [](const Job *j) { return j->started; })) {
        const auto *resource = estate.resource(job->resource);
        out.rows.push_back({job->id.text().substr(0, 8), job->title, resource ? resource->name.text() : "–",
                            isoText(job->started), job->finished ? isoText(*job->finished) : "–",
                            std::string(stateText(job->state)),
                            !job->failure.empty()   ? job->failure
                            : job->warnings.empty() ? "–"
                                                    : counted(job->warnings.size(), "warning")});
    }
    return out;
}

Section findingSection(const std::vector<Finding> &all)
{
    Section out{"findings",
                "Findings",
                "Nothing needs attention.",
                {{"Severity", .6}, {"Object", 1.4}, {"Finding", 3}, {"Remedy", 2.4}},
                {}};
    for (const auto &finding : all)
        out.rows.push_back({std::string(finding.severity()), finding.object, finding.text(),
                            finding.remedy().empty() ? "–" : finding.remedy()});
    return out;
}

Section auditSection(const std::vector<engine::AuditEntry> &entries)
{
    Section out{"audit",
                "Audit log",
                "The log holds no entries in this range.",
                {{"No.", .5, true},
                 {"Time (UTC)", 1.5},
                 {"Who", .9},
                 {"Operation", 1.4},
                 {"Object", 2.6, false, true},
                 {"Result", .7},
                 {"Reason", 2.6}},
                {}};
    for (const auto &entry : entries)
        out.rows.push_back({std::to_string(entry.sequence), isoText(entry.time), entry.principal, entry.operation,
                            entry.subject, std::string(engine::resultText(entry.result)),
                            entry.reason.empty() ? "–" : entry.reason});
    return out;
}

std::vector<StoredSection> storedSections(const Estate &estate)
{
    std::vector<StoredSection> out;
    eachOf(Services{}, [&]<class Facet>() {
        for (auto &section : storedSections(StoredOf<Facet>{estate})) out.push_back(std::move(section));
    });
    return out;
}

QJsonObject jsonOf(const Report &report, const ReportInput &input, const std::vector<Finding> &all,
                   const std::vector<StoredSection> &stored, const std::vector<Costs> &costs)
{
    const auto &estate = *input.estate;
    QJsonArray vaults, keys, access, resources, jobs, audit, found;
    for (const auto *vault : sortedVaults(estate)) {
        vaults.append(view(estate, *vault));
        for (const auto &grant : accessView(estate, *vault)) access.append(grant);
    }
    for (const auto *key : sortedKeys(estate)) keys.append(view(estate, *key));
    for (const auto *resource : sortedResources(estate)) {
        auto one = view(estate, *resource);
        if (const auto *health = input.assessment.bindings.find(resource->id))
            one.insert(QLatin1String("health"), view(*health));
        resources.append(one);
    }
    for (const auto *job : sorted(estate.jobs(), [](const Job *j) { return j->started; }))
        jobs.append(view(estate, *job));
    for (const auto &entry : input.entries) audit.append(view(entry));
    for (const auto &finding : all)
        found.append(QJsonObject{{QLatin1String("severity"), text(finding.severity())},
                                 {QLatin1String("object"), text(finding.object)},
                                 {QLatin1String("code"), text(codeName(finding.what.code))},
                                 {QLatin1String("text"), text(finding.text())},
                                 {QLatin1String("remedy"), text(finding.remedy())}});
    QJsonObject out{{QLatin1String("title"), text(report.title)},
                    {QLatin1String("generated"), text(isoText(report.generated))},
                    {QLatin1String("keystore"), text(report.storeId)},
                    {QLatin1String("checkpoint"),
                     QJsonObject{{QLatin1String("sequence"), static_cast<qint64>(report.checkpoint.sequence)},
                                 {QLatin1String("hash"), text(toHex(report.checkpoint.hash))}}},
                    {QLatin1String("vaults"), vaults},
                    {QLatin1String("keys"), keys},
                    {QLatin1String("access"), access},
                    {QLatin1String("resources"), resources},
                    {QLatin1String("receivers"), receiversJson(input)},
                    {QLatin1String("jobs"), jobs},
                    {QLatin1String("findings"), found},
                    {QLatin1String("audit"), audit}};
    for (const auto &one : stored) out.insert(one.name, one.json);
    if (input.prices) out.insert(QLatin1String("costs"), costsJson(costs, *input.prices));
    return out;
}

} // namespace

std::vector<Month> reportedMonths(Instant now)
{
    const auto month = monthOf(now);
    return {month, month - std::chrono::months(1)};
}

Report buildReport(const ReportInput &input)
{
    const auto &estate = *input.estate;
    const auto all = findings(estate, input.assessment, input.now);
    Report report;
    report.title = "Keyward audit report";
    report.generated = input.now;
    report.storeId = input.storeId;
    report.signer = engine::fingerprint(input.signerPublicKey);
    report.checkpoint = input.checkpoint;
    report.facts = {{"Generated", isoText(input.now)},
                    {"Keystore", input.storeId},
                    {"Tenant", estate.settings().tenant},
                    {"Subscription", estate.settings().subscription},
                    {"Log entries", std::to_string(input.checkpoint.sequence)},
                    {"Log ends with", toHex(input.checkpoint.hash)},
                    {"Signer", report.signer}};
    report.sections = {findingSection(all), vaultSection(estate), keySection(estate, input.now),
                       bindingSection(estate, input.assessment), accessSection(estate)};
    const auto stored = storedSections(estate);
    for (const auto &one : stored) report.sections.push_back(one.section);
    const auto costs = costsIn(input);
    if (input.prices) {
        report.sections.push_back(costSection(costs, *input.prices));
        report.sections.push_back(priceSection(costs, *input.prices));
    }
    report.sections.push_back(receiverSection(input));
    report.sections.push_back(jobSection(estate));
    report.sections.push_back(auditSection(input.entries));
    report.json = jsonOf(report, input, all, stored, costs);
    return report;
}

} // namespace keyward::reports
