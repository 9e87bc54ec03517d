// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/prices.h"

#include "backend/estate/catalogue_json.h"

#include <algorithm>
#include <limits>
#include <QJsonArray>
#include <set>

namespace keyward::estate {
namespace {

constexpr std::size_t places = 9;
constexpr std::int64_t unit = 1'000'000'000;
constexpr std::size_t longestWhole = 9; ///< digits before the point

std::unexpected<Error> wrongPrices(Sentence::Argument what)
{
    return fail(Code::Internal, {}, {said("the price list is malformed: {0}", std::move(what))});
}

Result<std::uint64_t> count(const QJsonObject &row, const char *name, const std::string &id)
{
    const auto value = row.value(QLatin1String(name));
    const auto number = value.toInteger(-1);
    if (!value.isDouble() || number < 0) return wrongPrices(said("{0} of {1}", name, id));
    return static_cast<std::uint64_t>(number);
}

Result<Money> money(const QJsonObject &row, const std::string &id)
{
    auto price = Money::from(text(row, "price"));
    if (!price) return wrongPrices(said("{0} of {1}", "price", id));
    return price;
}

Result<PricedKeys> keysFrom(const QJsonObject &row, const std::string &id)
{
    PricedKeys out;
    for (const auto &word : row.value(QLatin1String("tiers")).toArray()) {
        const auto known = {Tier::Standard, Tier::Premium, Tier::ManagedHsm};
        const auto *found = std::ranges::find(known, word.toString().toStdString(), tierText);
        if (found == known.end()) return wrongPrices(said("{0} of {1}", "tiers", id));
        out.tiers.push_back(*found);
    }
    if (out.tiers.empty()) return wrongPrices(said("{0} of {1}", "tiers", id));
    for (const auto &word : row.value(QLatin1String("keyKinds")).toArray()) {
        const auto known = {KeyKind::Rsa, KeyKind::Ec, KeyKind::Oct};
        const auto *found = std::ranges::find(known, word.toString().toStdString(),
                                              static_cast<std::string_view (*)(KeyKind)>(keyward::kindText));
        if (found == known.end()) return wrongPrices(said("{0} of {1}", "keyKinds", id));
        out.kinds.push_back(*found);
    }
    for (const auto &size : row.value(QLatin1String("keySizes")).toArray()) {
        if (size.toInt() <= 0) return wrongPrices(said("{0} of {1}", "keySizes", id));
        out.sizes.push_back(static_cast<unsigned>(size.toInt()));
    }
    const auto hsm = row.value(QLatin1String("hsm"));
    if (!hsm.isUndefined() && !hsm.isBool()) return wrongPrices(said("{0} of {1}", "hsm", id));
    if (hsm.isBool()) out.hsm = hsm.toBool();
    return out;
}

/// What every price has; its source among it, as a figure without one is worth nothing.
template <class Price> Status common(const QJsonObject &row, Price &out)
{
    out.id = text(row, "id");
    out.title = text(row, "title");
    out.source = text(row, "source");
    out.read = text(row, "read");
    if (out.id.empty() || out.title.empty()) return wrongPrices("a price without id or title");
    if (out.source.empty()) return wrongPrices(said("{0} of {1}", "source", out.id));
    if (const auto day = parseInstant(out.read); !day || dateText(*day) != out.read)
        return wrongPrices(said("{0} of {1}", "read", out.id));
    KEYWARD_TRY(out.keys, keysFrom(row, out.id));
    return {};
}

Result<CallPrice> callPriceFrom(const QJsonObject &row)
{
    CallPrice out;
    KEYWARD_CHECK(common(row, out));
    KEYWARD_TRY(out.price, money(row, out.id));
    KEYWARD_TRY(out.per, count(row, "per", out.id));
    const auto per = static_cast<std::int64_t>(out.per);
    if (per == 0 || out.price.billionths % per != 0) // a call has to have an exact price
        return wrongPrices(said("{0} of {1}", "per", out.id));
    out.each = Money{out.price.billionths / per};
    return out;
}

Result<KeyPrice> keyPriceFrom(const QJsonObject &row)
{
    KeyPrice out;
    KEYWARD_CHECK(common(row, out));
    for (const auto &one : row.value(QLatin1String("steps")).toArray()) {
        const auto step = one.toObject();
        KEYWARD_TRY(const auto from, count(step, "from", out.id));
        KEYWARD_TRY(const auto price, money(step, out.id));
        if (out.steps.empty() ? from != 0 : from <= out.steps.back().from)
            return wrongPrices(said("{0} of {1}", "steps", out.id));
        out.steps.push_back({from, price});
    }
    if (out.steps.empty()) return wrongPrices(said("{0} of {1}", "steps", out.id));
    return out;
}

template <class T> bool holds(const std::vector<T> &list, const T &one)
{
    return list.empty() || std::ranges::find(list, one) != list.end();
}

template <class Price> const Price *first(const std::vector<Price> &prices, const Vault &vault, const KeySpec &key)
{
    const auto found = std::ranges::find_if(prices, [&](const Price &one) { return one.keys.include(vault, key); });
    return found == prices.end() ? nullptr : &*found;
}

} // namespace

Result<Money> Money::from(std::string_view decimal)
{
    const auto wrong = fail(Code::ValueInvalid, std::string(decimal), {"amount", "as in 0.03, at most nine places"});
    const auto point = decimal.find('.');
    const auto whole = decimal.substr(0, point);
    const auto part = point == std::string_view::npos ? std::string_view() : decimal.substr(point + 1);
    if (whole.empty() || whole.size() > longestWhole || part.size() > places) return wrong;
    if (point != std::string_view::npos && part.empty()) return wrong;
    std::int64_t out = 0;
    auto digits = std::string(whole) + std::string(part) + std::string(places - part.size(), '0');
    for (const char c : digits) {
        if (c < '0' || c > '9') return wrong;
        out = out * 10 + (c - '0');
    }
    return Money{out};
}

std::string Money::text() const
{
    auto part = std::to_string(billionths % unit + unit).substr(1); // with its leading zeros
    while (part.size() > 2 && part.ends_with('0')) part.pop_back();
    return std::to_string(billionths / unit) + "." + part;
}

Money Money::times(std::uint64_t count) const
{
    std::int64_t out = 0;
    if (__builtin_mul_overflow(billionths, count, &out)) return {std::numeric_limits<std::int64_t>::max()};
    return {out};
}

Money Money::operator+(Money other) const
{
    std::int64_t out = 0;
    if (__builtin_add_overflow(billionths, other.billionths, &out)) return {std::numeric_limits<std::int64_t>::max()};
    return {out};
}

bool PricedKeys::include(const Vault &vault, const KeySpec &key) const
{
    return holds(tiers, vault.tier) && holds(kinds, key.kind) && holds<unsigned>(sizes, key.bits) &&
           (!hsm || *hsm == key.hsm);
}

Result<std::shared_ptr<const PriceList>> PriceList::parse(ByteView json)
{
    const auto root = objectIn(json);
    if (!root) return wrongPrices(root.error());
    auto out = std::make_shared<PriceList>();
    out->title = estate::text(*root, "title");
    out->currency = estate::text(*root, "currency");
    out->note = estate::text(*root, "note");
    if (out->title.empty() || out->currency.empty() || out->note.empty())
        return wrongPrices("no title, currency or note");
    for (const auto &row : root->value(QLatin1String("calls")).toArray()) {
        KEYWARD_TRY(auto price, callPriceFrom(row.toObject()));
        out->calls.push_back(std::move(price));
    }
    for (const auto &row : root->value(QLatin1String("keys")).toArray()) {
        KEYWARD_TRY(auto price, keyPriceFrom(row.toObject()));
        out->keys.push_back(std::move(price));
    }
    if (out->calls.empty()) return wrongPrices("no prices of calls");
    std::set<std::string> ids;
    const auto note = [&](const auto &price) {
        out->read = out->read.empty() ? price.read : std::min(out->read, price.read);
        return ids.insert(price.id).second;
    };
    if (!std::ranges::all_of(out->calls, note) || !std::ranges::all_of(out->keys, note))
        return wrongPrices("two prices with one id");
    return std::shared_ptr<const PriceList>(std::move(out));
}

const CallPrice *PriceList::ofCalls(const Vault &vault, const KeySpec &key) const { return first(calls, vault, key); }
const KeyPrice *PriceList::ofKey(const Vault &vault, const KeySpec &key) const { return first(keys, vault, key); }

} // namespace keyward::estate
