// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-5, MOD-25: what was asked of key vaults, month by month, and what it costs by a list of prices.

#include "models/actions/key_fields.h"
#include "models/language.h"
#include "models/operation_words.h"
#include "models/presenter.h"

#include "backend/engine/api/key_usage.h"
#include "backend/estate/costs.h"

#include <QCoreApplication>
#include <QDate>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CostBlades)
};

QString callTitle(Permission call)
{
    return cryptographic.has(call) ? operationTitles({call})
                                   : operationWords("key." + std::string(permissionText(call)));
}

QString monthTitle(Month month) { return spokenLocale().toString(QDate(month / 1), QStringLiteral("MMMM yyyy")); }

/// A day of the calendar, the same in every time zone.
QString dayTitle(const std::string &day)
{
    return spokenLocale().toString(QDate::fromString(text(day), Qt::ISODate), Words::tr("d MMMM yyyy", "a date"));
}

/// All of it, with the point as people write it.
QString moneyText(const Money &amount, const PriceList &prices)
{
    return text(amount.text()).replace(QLatin1Char('.'), spokenLocale().decimalPoint()) + QChar(0x00A0) +
           text(prices.currency);
}

QString amountText(const std::optional<Money> &amount, const PriceList &prices)
{
    return amount ? moneyText(*amount, prices) : QStringLiteral("–");
}

QString priceText(const CostLine &line, const PriceList &prices)
{
    if (!line.amount) return Words::tr("not known", "a price");
    return line.per == 1 ? moneyText(line.price, prices)
                         : Words::tr("%1 for %2").arg(moneyText(line.price, prices), number(line.per));
}

QString sumText(const CostEstimate &estimate, const PriceList &prices)
{
    return Words::tr("%1 for %2, %3", "an amount, calls, refused ones")
        .arg(moneyText(estimate.total, prices), Words::tr("%Ln calls", nullptr, countOf(estimate.calls.all())),
             Words::tr("%Ln refused", nullptr, countOf(estimate.calls.refused)));
}

/// Counted beside the window: the calls of this month and the one before it. A long log is read in pieces, so that
/// whoever looks sees how far that is, and whoever leaves ends it; the next one goes on there.
struct Counted {
    Result<CallCounts> calls; ///< Code::Cancelled: there is more
    std::uint64_t read = 0;   ///< entries of the log
    std::uint64_t all = 0;
};
constexpr auto piece = std::chrono::milliseconds(200);

Counted countPiece(engine::KeyUsage &usage, Month month)
{
    const auto until = std::chrono::steady_clock::now() + piece;
    Counted out{.calls = {}};
    out.calls = usage.calls({month - std::chrono::months(1), month}, [&](std::uint64_t read, std::uint64_t all) {
        out.read = read;
        out.all = all;
        return std::chrono::steady_clock::now() < until;
    });
    return out;
}

/// What all estimates show, whosever they are.
class CostsBlade : public Presenter
{
public:
    CostsBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_basis = add<CalloutsPart>(QStringLiteral("basis"));
        m_operations = new ListTable({{Words::tr("Operation"), 150, false, false, true},
                                      {Words::tr("On"), 170, false, true},
                                      {Words::tr("This month"), 90, true, false, true},
                                      {Words::tr("Last month"), 90, true},
                                      {Words::tr("Price"), 170, true},
                                      {Words::tr("Estimate"), 120, true, false, true}});
        auto *table = add<TablePart>(QStringLiteral("operations"), QString(), m_operations);
        table->opens = false;
        table->emptyTitle = Words::tr("No calls in these two months");
        table->emptyText = Words::tr("Each call of a key vault is counted here, also one that was refused.");
        m_sums = add<FactsPart>(QStringLiteral("sums"), Words::tr("Altogether"));
    }

protected:
    void update(const engine::Published &moment) override { count(monthOf(moment.now), m_tickets.next()); }
    virtual CostEstimate estimateFor(const PriceList &prices, const CallsByOwner &calls, Month month) const = 0;
    virtual void addFacts(std::vector<FactsPart::Fact> &, const PriceList &) const {}
    virtual bool there() const = 0; ///< what it is about may be gone by the time the calls were counted

private:
    void count(Month month, quint64 ticket)
    {
        workspace().background().run(
            Background::Lane::Jobs, this,
            [workplace = workspace().workplace(), month] { return countPiece(workplace->usage(), month); },
            [this, month, ticket](const Counted &counted) {
                if (ticket != m_tickets.current()) return;
                if (counted.calls || counted.calls.error().code != Code::Cancelled) return show(counted.calls);
                showProgress(counted);
                count(month, ticket);
            });
    }

    void showProgress(const Counted &counted)
    {
        m_basis->set({{.state = State::Neutral,
                       .text = Words::tr("Counting calls"),
                       .detail = Words::tr("%1 of %2 entries of the log are read.", "numbers")
                                     .arg(number(counted.read), number(counted.all))}});
    }

    void show(const Result<CallCounts> &counted)
    {
        const auto prices = workspace().workplace()->usage().prices();
        if (!counted || !prices || !there()) {
            m_basis->set(counted ? std::vector<CalloutsPart::Callout>{}
                                 : std::vector<CalloutsPart::Callout>{{.state = State::Lost,
                                                                       .text = Words::tr("The log cannot be read"),
                                                                       .detail = spoken(counted.error())}});
            return;
        }
        const auto calls = callsByOwner(estate(), *counted);
        const auto month = monthOf(now());
        const auto current = estimateFor(*prices, calls, month);
        const auto last = estimateFor(*prices, calls, month - std::chrono::months(1));
        m_basis->set({{.state = State::Neutral,
                       .text = Words::tr("An estimate from prices of %1").arg(dayTitle(prices->read)),
                       .detail = spoken(basisOf(*prices))}});
        showLines(current, last, *prices);
        showSums(current, last, *prices);
    }

    struct Pair {
        const CostLine *current = nullptr, *last = nullptr;
    };
    void showLines(const CostEstimate &current, const CostEstimate &last, const PriceList &prices)
    {
        std::map<std::tuple<bool, std::optional<Permission>, std::string, Money>, Pair> pairs; // calls before keys
        const auto idOf = [](const CostLine &line) {
            return std::tuple(!line.call.has_value(), line.call, line.keys.text(), line.price);
        };
        for (const auto &line : current.lines) pairs[idOf(line)].current = &line;
        for (const auto &line : last.lines) pairs[idOf(line)].last = &line;
        std::vector<ListRow> rows;
        for (const auto &[id, pair] : pairs) {
            const auto &line = pair.current ? *pair.current : *pair.last;
            const auto counts = [](const CostLine *one) {
                Cell cell{.text = number(one ? one->count : 0), .muted = !one};
                if (one && one->refused > 0)
                    cell.tooltip = Words::tr("%Ln of them refused", nullptr, countOf(one->refused));
                return cell;
            };
            rows.push_back(
                {.id = rowIdOf(line.keys.text() + line.price.text() +
                               (line.call ? std::string(permissionText(*line.call)) : std::string())),
                 .cells = {{.text = line.call ? callTitle(*line.call) : Words::tr("Keys in use")},
                           {.text = spoken(line.keys)},
                           counts(pair.current),
                           counts(pair.last),
                           {.text = priceText(line, prices)},
                           {.text = pair.current ? amountText(pair.current->amount, prices) : moneyText({}, prices)}}});
        }
        m_operations->setRows(std::move(rows));
    }

    void showSums(const CostEstimate &current, const CostEstimate &last, const PriceList &prices)
    {
        std::vector<FactsPart::Fact> facts;
        for (const auto *estimate : {&current, &last})
            facts.push_back({.label = monthTitle(estimate->month), .value = sumText(*estimate, prices)});
        addFacts(facts, prices);
        QStringList leftOut;
        for (const auto *estimate : {&current, &last})
            for (const auto &one : estimate->leftOut)
                if (const auto line = capital(spoken(one)); !leftOut.contains(line)) leftOut += line;
        if (!leftOut.isEmpty())
            facts.push_back({.label = Words::tr("Not in it"), .value = leftOut.join(QLatin1Char('\n')), .wraps = true});
        m_sums->set(std::move(facts));
    }

    CalloutsPart *m_basis;
    ListTable *m_operations;
    FactsPart *m_sums;
    Tickets m_tickets;
};

class ResourceCosts final : public CostsBlade
{
public:
    ResourceCosts(Workspace &workspace, const Target &target) : CostsBlade(workspace, target) { start(); }

protected:
    CostEstimate estimateFor(const PriceList &prices, const CallsByOwner &calls, Month month) const override
    {
        return costsOf(estate(), prices, calls, *estate().resource(target().resource()), month);
    }
    bool there() const override { return estate().resource(target().resource()); }
    void addFacts(std::vector<FactsPart::Fact> &facts, const PriceList &prices) const override
    {
        const auto &resource = *estate().resource(target().resource());
        const auto forecast = forecastOf(estate(), prices, resource);
        if (!forecast) {
            facts.push_back({.label = Words::tr("By itself"),
                             .value = resource.binding ? Words::tr("Nothing: it asks its vault only when it works.")
                                                       : Words::tr("Nothing: it has no customer-managed key."),
                             .wraps = true});
            return;
        }
        facts.push_back({.label = Words::tr("By itself"), .value = spoken(sentenceOf(*forecast)), .wraps = true});
        facts.push_back({.label = Words::tr("… comes to"), .value = amountText(forecast->amount, prices)});
    }
};

class VaultCosts final : public CostsBlade
{
public:
    VaultCosts(Workspace &workspace, const Target &target) : CostsBlade(workspace, target) { start(); }

protected:
    CostEstimate estimateFor(const PriceList &prices, const CallsByOwner &calls, Month month) const override
    {
        return costsOf(estate(), prices, calls, *estate().vault(target().vault()), month);
    }
    bool there() const override { return estate().vault(target().vault()); }
};

/// Only who has or had an identity ever asked a vault, and only with a key of its own.
bool mayHaveAsked(const Estate &estate, const Target &target)
{
    const auto *resource = estate.resource(target.resource());
    return resource && (resource->binding || resource->identity || !resource->userIdentities.empty() ||
                        !estate.usesBy(resource->id).empty());
}

const Blade ofResource([]() -> BladeRecord {
    return {.id = QStringLiteral("resource.costs"),
            .title = Words::tr("Operations and costs"),
            .icon = QStringLiteral("office-chart-bar"),
            .scope = Scope::Resource,
            .order = 62,
            .available = mayHaveAsked,
            .make = makePresenter<ResourceCosts>};
});
const Blade ofVault([]() -> BladeRecord {
    return {.id = QStringLiteral("vault.costs"),
            .title = Words::tr("Operations and costs"),
            .icon = QStringLiteral("office-chart-bar"),
            .scope = Scope::Vault,
            .order = 42,
            .make = makePresenter<VaultCosts>};
});

} // namespace
} // namespace keyward::models
