// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/month.h"
#include "backend/base/sentence.h"
#include "backend/estate/estate.h"
#include "backend/estate/prices.h"

/// What was asked of key vaults, and what it costs (TDE-5, MOD-25): a customer-managed key costs nothing extra in the
/// service that uses it, the calls of its vault do.
namespace keyward::estate {

/// Calls of one kind, of one caller, on one version, in one month, as the log of calls has them.
struct CallGroup {
    Month month{};
    Permission operation = Permission::Get;
    KeyId key;          ///< null in entries of the log's first edition, which had no ids
    VersionId version;  ///< null: on the key
    PrincipalId caller; ///< null: whoever administers
    std::string from;   ///< the address; of a service its resource's name
    std::string vault;  ///< by name, folded: all that is left once the key is purged
    auto operator<=>(const CallGroup &) const = default;
};

/// Each is one call, and billed as one, refused or not: the vault knew who asked.
struct CallCount {
    std::uint64_t answered = 0;
    std::uint64_t refused = 0;
    std::uint64_t failed = 0; ///< carried out, and nothing came of it: data that does not open
    std::uint64_t all() const { return answered + refused + failed; }
    CallCount &operator+=(const CallCount &other);
    bool operator==(const CallCount &) const = default;
};
using CallCounts = std::map<CallGroup, CallCount>;
CallCounts callsIn(const CallCounts &calls, Month month);

/// The call that an operation of the log stands for: unwrapKey, key.create, … None for what no vault is asked.
std::optional<Permission> callNamed(std::string_view operation);

/// Whose they are. Those of a resource were made by its identities, on its behalf; what its former identities asked is
/// told by its name, so one made in the same month under the same name has those of both. Those of a vault it answered
/// or refused, whoever asked, also on keys that were purged since. A call that the log tells by its version alone has
/// the id of the key in that vault here, unless it was purged.
struct CallsByOwner {
    std::map<ResourceId, CallCounts> ofResource;
    std::map<VaultId, CallCounts> ofVault;
    const CallCounts &of(const ResourceId &resource) const;
    const CallCounts &of(const VaultId &vault) const;
};
CallsByOwner callsByOwner(const Estate &estate, const CallCounts &calls);

/// One figure of an estimate: so many of these, at that price, come to that.
struct CostLine {
    std::optional<Permission> call; ///< absent: for having the keys in that month
    Sentence keys;                  ///< which: "RSA keys of 2048 bits"
    std::uint64_t count = 0;        ///< calls, or versions of keys
    std::uint64_t refused = 0;      ///< of these
    Money price;                    ///< for as many as 'per' says
    std::uint64_t per = 1;
    std::optional<Money> amount; ///< absent: the price is not known
};

struct CostEstimate {
    Month month{};
    std::vector<CostLine> lines;
    CallCount calls;               ///< all of them
    Money total;                   ///< of the lines that have an amount; exactly their sum
    std::vector<Sentence> leftOut; ///< what is not in it
};

/// Of the calls of a resource in that month. The monthly charge of keys is in the estimates of their vaults: resources
/// may share one.
CostEstimate costsOf(const Estate &estate, const PriceList &prices, const CallsByOwner &calls, const Resource &resource,
                     Month month);
/// Of all calls of a vault in that month, and of having the keys that were used.
CostEstimate costsOf(const Estate &estate, const PriceList &prices, const CallsByOwner &calls, const Vault &vault,
                     Month month);

/// What a resource asks by itself, whatever else happens, because its service's rules say so.
struct CallForecast {
    static constexpr Days within{30};
    Millis every{0};             ///< it asks whether it still may use its key
    std::uint64_t checks = 0;    ///< in these days
    std::uint64_t wraps = 0;     ///< calls of all checks: one that has no data yet wraps something to unwrap
    std::uint64_t unwraps = 0;   ///< …
    std::optional<Money> amount; ///< absent: the price is not known
    std::uint64_t calls() const { return wraps + unwraps; }
};
/// None where it only asks when it works, and without a customer-managed key.
std::optional<CallForecast> forecastOf(const Estate &estate, const PriceList &prices, const Resource &resource);
Sentence sentenceOf(const CallForecast &forecast);

/// Which prices these are, and from when: said wherever an estimate is.
Sentence basisOf(const PriceList &prices);

} // namespace keyward::estate
