// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/costs.h"

#include "backend/estate/command.h"

#include <algorithm>
#include <array>
#include <set>

namespace keyward::estate {
namespace {

using Administered = std::pair<std::string_view, Permission>;
constexpr std::array administered{
    Administered{command::CreateKey::operation, Permission::Create},
    Administered{command::ImportKey::operation, Permission::Import},
    Administered{command::RotateKey::operation, Permission::Rotate},
    Administered{command::UpdateKeyVersion::operation, Permission::Update},
    Administered{command::DeleteKey::operation, Permission::Delete},
    Administered{command::RecoverKey::operation, Permission::Recover},
    Administered{command::PurgeKey::operation, Permission::Purge},
    Administered{command::NoteKeyBackup::operation, Permission::Backup},
    Administered{command::RestoreKey::operation, Permission::Restore},
};

/// The keys of calls that the log named by the version alone, all of them found in one pass. Copies of a key in several
/// vaults have the same version, so the vault counts as well.
using Unnamed = std::pair<VersionId, std::string>;
std::map<Unnamed, KeyId> keysByVersion(const Estate &estate, const CallCounts &calls)
{
    std::map<Unnamed, KeyId> out;
    std::set<VersionId> versions;
    for (const auto &[group, count] : calls)
        if (group.key.isNull() && !group.version.isNull()) versions.insert(group.version);
    if (versions.empty()) return out;
    for (const auto &[id, key] : estate.keys()) {
        const auto *vault = estate.vault(key->vault);
        for (const auto &version : key->versions)
            if (vault && versions.contains(version.id)) out[{version.id, folded(vault->name.text())}] = key->id;
    }
    return out;
}

const Resource *resourceOf(const Estate &estate, const CallGroup &group)
{
    const auto *caller = estate.principal(group.caller);
    if (caller && caller->kind == PrincipalKind::SystemAssigned)
        return caller->resource ? estate.resource(*caller->resource) : nullptr;
    if (group.from.empty() || (caller && caller->kind != PrincipalKind::UserAssigned)) return nullptr;
    const auto *resource = estate.resourceNamed(group.from);
    return resource && group.month >= monthOf(resource->created) ? resource : nullptr;
}

const Vault *vaultOf(const Estate &estate, const CallGroup &group)
{
    if (const auto *key = estate.key(group.key)) return estate.vault(key->vault);
    const auto *vault = estate.vaultNamed(group.vault);
    return vault && group.month >= monthOf(vault->created) ? vault : nullptr;
}

void add(CostEstimate &estimate, CostLine line)
{
    if (line.amount) estimate.total = estimate.total + *line.amount;
    estimate.lines.push_back(std::move(line));
}

/// Why calls have no price, in the order in which they are told.
enum class Unpriced : std::uint8_t { No, Unknown, Purged };

void addCalls(const Estate &estate, const PriceList &prices, const CallCounts &calls, CostEstimate &out)
{
    std::map<std::tuple<Permission, Unpriced, const CallPrice *>, CallCount> sums;
    std::map<Unpriced, std::uint64_t> unpriced;
    for (const auto &[group, count] : calls) {
        const auto *key = estate.key(group.key); // null where it was purged since
        const auto *vault = key ? estate.vault(key->vault) : nullptr;
        const auto *price = vault ? prices.ofCalls(*vault, key->spec) : nullptr;
        const auto why = price ? Unpriced::No : vault ? Unpriced::Unknown : Unpriced::Purged;
        sums[{group.operation, why, price}] += count;
        unpriced[why] += count.all();
        out.calls += count;
    }
    for (const auto &[kind, count] : sums) {
        const auto &[operation, why, price] = kind;
        CostLine line{
            .call = operation, .keys = {}, .count = count.all(), .refused = count.refused, .price = {}, .amount = {}};
        if (price) {
            line.keys = phrase(price->title);
            line.price = price->price;
            line.per = price->per;
            line.amount = price->each.times(line.count);
        } else {
            line.keys =
                why == Unpriced::Purged ? said("keys that were purged since") : said("keys whose price is not known");
        }
        add(out, std::move(line));
    }
    if (unpriced[Unpriced::Unknown])
        out.leftOut.push_back(said("calls on keys whose price is not known: {0}", unpriced[Unpriced::Unknown]));
    if (unpriced[Unpriced::Purged])
        out.leftOut.push_back(said("calls on keys that were purged since: {0}", unpriced[Unpriced::Purged]));
}

/// The versions of each key that were used, not only asked for: what a vendor bills by the month.
using Versions = std::map<const Key *, std::set<VersionId>>;
Versions hardwareVersions(const Estate &estate, const CallCounts &calls)
{
    Versions out;
    for (const auto &[group, count] : calls) {
        const auto *key = estate.key(group.key);
        const bool used = cryptographic.has(group.operation) && count.all() > count.refused;
        if (key && key->spec.hsm && !group.version.isNull() && used) out[key].insert(group.version);
    }
    return out;
}

void addKeys(const Vault &vault, const PriceList &prices, const Versions &used, CostEstimate &out)
{
    std::map<const KeyPrice *, std::uint64_t> sums;
    for (const auto &[key, versions] : used) sums[prices.ofKey(vault, key->spec)] += versions.size();
    for (const auto &[price, count] : sums) {
        if (!price) {
            out.leftOut.push_back(said("the monthly charge of HSM keys whose price is not known: {0}", count));
            continue;
        }
        for (std::size_t i = 0; i < price->steps.size(); ++i) {
            const auto &step = price->steps[i];
            const auto until = i + 1 < price->steps.size() ? std::min(price->steps[i + 1].from, count) : count;
            if (until <= step.from) break;
            add(out, {.call = {},
                      .keys = phrase(price->title),
                      .count = until - step.from,
                      .price = step.price,
                      .amount = step.price.times(until - step.from)});
        }
    }
}

template <class Map, class Id> const CallCounts &found(const Map &map, const Id &id)
{
    static const CallCounts none;
    const auto at = map.find(id);
    return at == map.end() ? none : at->second;
}

} // namespace

CallCount &CallCount::operator+=(const CallCount &other)
{
    answered += other.answered;
    refused += other.refused;
    failed += other.failed;
    return *this;
}

CallCounts callsIn(const CallCounts &calls, Month month)
{
    const auto startOf = [&](Month one) {
        return calls.lower_bound({.month = one, .key = {}, .version = {}, .caller = {}, .from = {}, .vault = {}});
    };
    return CallCounts(startOf(month), startOf(month + std::chrono::months(1)));
}

std::optional<Permission> callNamed(std::string_view operation)
{
    const auto *found = std::ranges::find(administered, operation, &Administered::first);
    if (found != administered.end()) return found->second;
    for (unsigned i = 0; i < permissionCount; ++i)
        if (permissionText(Permission(i)) == operation) return Permission(i);
    return std::nullopt;
}

const CallCounts &CallsByOwner::of(const ResourceId &resource) const { return found(ofResource, resource); }
const CallCounts &CallsByOwner::of(const VaultId &vault) const { return found(ofVault, vault); }

CallsByOwner callsByOwner(const Estate &estate, const CallCounts &calls)
{
    CallsByOwner out;
    const auto keys = keysByVersion(estate, calls);
    for (const auto &[logged, count] : calls) {
        auto group = logged;
        if (const auto found = keys.find({group.version, group.vault}); group.key.isNull() && found != keys.end())
            group.key = found->second;
        if (const auto *resource = resourceOf(estate, group)) out.ofResource[resource->id][group] += count;
        if (const auto *vault = vaultOf(estate, group)) out.ofVault[vault->id][group] += count;
    }
    return out;
}

CostEstimate costsOf(const Estate &estate, const PriceList &prices, const CallsByOwner &calls, const Resource &resource,
                     Month month)
{
    CostEstimate out{.month = month, .lines = {}, .calls = {}, .total = {}, .leftOut = {}};
    const auto mine = callsIn(calls.of(resource.id), month);
    addCalls(estate, prices, mine, out);
    if (!hardwareVersions(estate, mine).empty())
        out.leftOut.push_back(said("the monthly charge of HSM keys, which the estimates of their vaults have"));
    return out;
}

CostEstimate costsOf(const Estate &estate, const PriceList &prices, const CallsByOwner &calls, const Vault &vault,
                     Month month)
{
    CostEstimate out{.month = month, .lines = {}, .calls = {}, .total = {}, .leftOut = {}};
    const auto mine = callsIn(calls.of(vault.id), month);
    addCalls(estate, prices, mine, out);
    addKeys(vault, prices, hardwareVersions(estate, mine), out);
    out.leftOut.push_back(said("calls that read or list keys, of which there is no log"));
    if (vault.tier == Tier::ManagedHsm) out.leftOut.push_back(said("the hours of a managed HSM"));
    return out;
}

std::optional<CallForecast> forecastOf(const Estate &estate, const PriceList &prices, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    if (!resource.binding || !profile || profile->checksAccessEvery.count() <= 0) return {};
    const auto &binding = *resource.binding;
    CallForecast out{.every = profile->checksAccessEvery, .amount = {}};
    out.checks = static_cast<std::uint64_t>(Millis(CallForecast::within) / out.every);
    // What follows the key is asked with; what stays under it until it is deleted, a backup, is not.
    const bool hasData = std::ranges::any_of(estate.usesBy(resource.id), [&](const auto &use) {
        return use.first.key == binding.key && use.first.version == binding.version &&
               use.first.ends == Use::Ends::Rewrap;
    });
    out.unwraps = out.checks;
    out.wraps = hasData ? 0 : out.checks;
    const auto *vault = estate.vault(binding.vault);
    const auto *key = estate.key(binding.key);
    if (const auto *price = vault && key ? prices.ofCalls(*vault, key->spec) : nullptr)
        out.amount = price->each.times(out.calls());
    return out;
}

Sentence sentenceOf(const CallForecast &forecast)
{
    return forecast.wraps == 0
               ? said("Every {0} it asks its vault whether it may use its key, by an unwrap: {1} calls in {2} days. "
                      "Starts, new keys and connections come on top.",
                      humanDuration(forecast.every), forecast.calls(), CallForecast::within.count())
               : said("Every {0} it asks its vault whether it may use its key, by a wrap and an unwrap as long as it "
                      "has no data: {1} calls in {2} days. Starts, new keys and connections come on top.",
                      humanDuration(forecast.every), forecast.calls(), CallForecast::within.count());
}

Sentence basisOf(const PriceList &prices)
{
    return said("An estimate from {0}, read on {1}. {2}", phrase(prices.title), prices.read, phrase(prices.note));
}

} // namespace keyward::estate
