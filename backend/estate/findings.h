// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/assess.h"

namespace keyward::estate {

/// Something to look after, found by the assessment and by rules such as MOD-6.
struct Finding {
    Health weight = Health::Warning;
    std::string object;        ///< for people: vault kv1
    Statement what;            ///< its remedy is a command line where there is one
    std::optional<Action> fix; ///< the command that ends it
    EntityKind kind = EntityKind::Settings;
    RecordId about;            ///< the entity of that kind
    std::optional<Instant> by; ///< when it becomes worse

    std::string text() const { return message(what); }
    std::string remedy() const { return keyward::remedy(what); }
    std::string_view severity() const; ///< high, medium, low
};

/// The gravest first, then the soonest.
std::vector<Finding> findings(const Estate &estate, const Assessment &assessment, Instant now);

} // namespace keyward::estate
