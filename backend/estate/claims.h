// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

namespace keyward::estate {

/// Something that still needs a key version (MOD-5, BKP-13).
struct Claim {
    Use use;
    std::uint64_t count = 1; ///< how often, of stored data
    Statement what;          ///< "3 recovery points of Recovery Services vault 'rsv1' can only be restored with it"
    std::string text() const { return message(what); }
    std::string ends() const { return remedy(what); } ///< what ends the claim
};

std::vector<Claim> claims(const Estate &estate, const Key &key, const VersionId &version);
std::vector<Claim> claims(const Estate &estate, const Key &key); ///< of all its versions
/// One for all versions of a key, where people need not tell them apart.
std::vector<Claim> summed(const Estate &estate, const std::vector<Claim> &claims);
Sentence joined(const std::vector<Claim> &claims);

} // namespace keyward::estate
