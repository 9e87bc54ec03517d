// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-5, MOD-25: calls of vaults, counted from the log, and what they cost by a list of prices.

#include "app/keywardctl/cost_commands.h"

#include "app/keywardctl/listing.h"
#include "backend/engine/api/key_usage.h"
#include "backend/estate/describe.h"
#include "backend/reports/cost_views.h"
#include "backend/reports/sorted.h"

#include <set>

namespace keyward::ctl {

using namespace estate;

namespace {

struct CostOptions {
    std::string name, month;
};

/// The month, its calls, and the prices they have.
struct Counted {
    engine::EstatePtr estate;
    Month month{};
    CallsByOwner calls;
    PriceListPtr prices;
};

Result<Counted> count(Invocation &invocation, const CostOptions &o)
{
    Counted out;
    KEYWARD_TRY(out.estate, invocation.snapshot());
    KEYWARD_TRY(const auto now, invocation.now());
    out.month = monthOf(now);
    if (!o.month.empty()) {
        KEYWARD_TRY(out.month, parseMonth(o.month));
    }
    KEYWARD_TRY(const auto *looking, invocation.looking());
    const auto calls = looking->usage().calls({out.month}, [&](std::uint64_t read, std::uint64_t all) {
        invocation.out().progress("Reading the log: " + std::to_string(read) + " of " + counted(all, "entry") +
                                  "  (Ctrl-C cancels)");
        return !interrupted();
    });
    invocation.out().progress("");
    if (!calls) return std::unexpected(calls.error());
    out.calls = callsByOwner(*out.estate, *calls);
    out.prices = looking->usage().prices();
    return out;
}

/// Estimates under each other, with what is not in them.
class CostListing
{
public:
    CostListing(std::string title, const PriceList &prices)
        : m_listing({std::move(title), "OPERATION", "ON", "CALLS", "REFUSED", "PRICE", "ESTIMATE"},
                    Listing::Order::AsAdded),
          m_prices(prices)
    {}
    void add(const std::string &name, const CostEstimate &estimate, QJsonObject document)
    {
        for (const auto &line : estimate.lines)
            m_listing.addRow({name, reports::operationText(line), line.keys.text(), std::to_string(line.count),
                              std::to_string(line.refused), reports::priceText(line),
                              reports::amountText(line.amount, m_prices)});
        for (const auto &one : estimate.leftOut) m_leftOut.insert(one.text());
        m_listing.add({name, "all", "", std::to_string(estimate.calls.all()), std::to_string(estimate.calls.refused),
                       "", reports::amountText(estimate.total, m_prices)},
                      std::move(document));
        m_any = true;
    }
    void note(std::string line) { m_notes.push_back(std::move(line)); }
    Status tell(Invocation &invocation, const std::string &whenEmpty)
    {
        KEYWARD_CHECK(m_listing.tell(invocation, whenEmpty));
        if (!m_any) return {};
        auto &out = invocation.out();
        out.line();
        for (const auto &line : m_notes) out.line(line);
        out.line(basisOf(m_prices).text());
        for (const auto &one : m_leftOut) out.line("Not in it: " + one + ".");
        return {};
    }

private:
    Listing m_listing;
    const PriceList &m_prices;
    std::vector<std::string> m_notes;
    std::set<std::string> m_leftOut;
    bool m_any = false;
};

void add(CostListing &listing, const Counted &counted, const Resource &resource)
{
    const auto estimate = costsOf(*counted.estate, *counted.prices, counted.calls, resource, counted.month);
    const auto forecast = forecastOf(*counted.estate, *counted.prices, resource);
    auto document = reports::view(estimate, *counted.prices);
    document.insert(QLatin1String("resource"), reports::text(resource.name.text()));
    document.insert(QLatin1String("forecast"),
                    forecast ? QJsonValue(reports::view(*forecast, *counted.prices)) : QJsonValue());
    listing.add(resource.name.text(), estimate, std::move(document));
    if (forecast)
        listing.note(
            resource.name.text() + ": " + sentenceOf(*forecast).text() +
            (forecast->amount ? " Estimate: " + reports::amountText(forecast->amount, *counted.prices) + "." : ""));
}

void add(CostListing &listing, const Counted &counted, const Vault &vault)
{
    const auto estimate = costsOf(*counted.estate, *counted.prices, counted.calls, vault, counted.month);
    auto document = reports::view(estimate, *counted.prices);
    document.insert(QLatin1String("vault"), reports::text(vault.name.text()));
    listing.add(vault.name.text(), estimate, std::move(document));
}

Status ofResources(Invocation &invocation, const CostOptions &o)
{
    const Resource *only = nullptr;
    if (!o.name.empty()) {
        KEYWARD_TRY(only, invocation.resource(o.name));
    }
    KEYWARD_TRY(const auto counted, count(invocation, o));
    CostListing listing("RESOURCE", *counted.prices);
    if (only) {
        add(listing, counted, *only);
    } else {
        for (const auto *resource : reports::sortedResources(*counted.estate))
            if (resource->binding || !counted.calls.of(resource->id).empty()) add(listing, counted, *resource);
    }
    return listing.tell(invocation, "No resource has a customer-managed key, and none called a vault in " +
                                        monthText(counted.month) + ".");
}

Status ofVaults(Invocation &invocation, const CostOptions &o)
{
    const Vault *only = nullptr;
    if (!o.name.empty()) {
        KEYWARD_TRY(only, invocation.vault(o.name));
    }
    KEYWARD_TRY(const auto counted, count(invocation, o));
    CostListing listing("VAULT", *counted.prices);
    if (only) {
        add(listing, counted, *only);
    } else {
        for (const auto *vault : reports::sortedVaults(*counted.estate))
            if (!counted.calls.of(vault->id).empty()) add(listing, counted, *vault);
    }
    return listing.tell(invocation, "No vault was called in " + monthText(counted.month) + ".");
}

void declare(CLI::App *app, CostOptions &o, const char *what)
{
    app->add_option(what, o.name, "Only of this one");
    app->add_option("--month", o.month, "As in 2026-11, in UTC; default: this month");
}

} // namespace

void addCostsOfResources(Commands &commands, CLI::App *cmk)
{
    auto o = options<CostOptions>();
    declare(commands.reads(cmk, "costs", "Count what resources asked of key vaults, and estimate what that costs",
                           [o](Invocation &s) { return ofResources(s, *o); }),
            *o, "RESOURCE");
}

void addCostsOfVaults(Commands &commands, CLI::App *vault)
{
    auto o = options<CostOptions>();
    declare(commands.reads(vault, "costs", "Count what was asked of key vaults, and estimate what that costs",
                           [o](Invocation &s) { return ofVaults(s, *o); }),
            *o, "VAULT");
}

} // namespace keyward::ctl
