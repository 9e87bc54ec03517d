// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/entities.h"

#include <memory>

namespace keyward::estate {

/// An amount of money, exact: in billionths of the currency's unit, as one call of a vault costs a few millionths.
struct Money {
    std::int64_t billionths = 0;

    static Result<Money> from(std::string_view decimal); ///< "0.03", at most nine places. Code::ValueInvalid
    std::string text() const;                            ///< 0.00036, all of it; 5.00
    /// Ends at the largest amount there is (nine thousand million) rather than anywhere else.
    Money times(std::uint64_t count) const;
    Money operator+(Money other) const;
    auto operator<=>(const Money &) const = default;
};

/// Which keys a price is for.
struct PricedKeys {
    std::vector<Tier> tiers;     ///< of their vault
    std::vector<KeyKind> kinds;  ///< empty: any
    std::vector<unsigned> sizes; ///< bits; empty: any
    std::optional<bool> hsm;     ///< the -HSM variants alone, or all others; absent: both
    bool include(const Vault &vault, const KeySpec &key) const;
};

/// Of calls that use or administer a key.
struct CallPrice {
    std::string id;
    std::string title; ///< "RSA keys of 2048 bits"
    PricedKeys keys;
    Money price;
    std::uint64_t per = 1; ///< calls that are had for it
    Money each;            ///< of one call: exactly the price, divided
    std::string source;
    std::string read; ///< when it was read there, as in 2026-09-24
};

/// Of having a key for a month, for each of its versions that was used in it.
struct KeyPrice {
    /// From this many versions on, in one vault.
    struct Step {
        std::uint64_t from = 0;
        Money price;
    };
    std::string id;
    std::string title;
    PricedKeys keys;
    std::vector<Step> steps; ///< ascending; the first from 0
    std::string source;
    std::string read;
};

/// What the operations of key vaults cost, as data (resources/catalogue/prices.json). What is not in it is not known,
/// and estimates say so.
struct PriceList {
    std::string title;
    std::string currency; ///< USD
    std::string read;     ///< the oldest day on which a price of it was read
    std::string note;     ///< what it assumes
    std::vector<CallPrice> calls;
    std::vector<KeyPrice> keys;

    /// Code::Internal with the place: the file ships with the program.
    static Result<std::shared_ptr<const PriceList>> parse(ByteView json);
    const CallPrice *ofCalls(const Vault &vault, const KeySpec &key) const; ///< null: not known
    const KeyPrice *ofKey(const Vault &vault, const KeySpec &key) const;    ///< null: free, or not known
};
using PriceListPtr = std::shared_ptr<const PriceList>;

} // namespace keyward::estate
