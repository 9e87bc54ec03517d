// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

namespace keyward::estate {

/// Something that time alone will bring.
struct Coming {
    Instant at{};
    Statement what;    ///< its target is what it is about
    bool used = false; ///< something needs it: then it hurts
    EntityKind kind = EntityKind::Settings;
    RecordId about; ///< the entity of that kind

    std::string text() const { return message(what); }
};

/// What comes from now on until 'until', without it, the soonest first: keys that expire or become valid, client
/// secrets that end, retentions that end.
std::vector<Coming> comingUp(const Estate &estate, Instant now, Instant until);

} // namespace keyward::estate
