// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/assess.h"

#include <QString>

namespace keyward::models {

/// What a chip says; the delegate gives it shape and colour.
enum class State { Neutral, Working, Warning, AtRisk, Lost, Disabled, Pinned };

struct Chip {
    State state = State::Neutral;
    QString text;
    bool operator==(const Chip &) const = default;
};

Chip chipOf(estate::Health health);
Chip chipOf(const estate::Resource &resource, const estate::BindingHealth *health); ///< also for service-managed ones
Chip chipOf(const estate::Key &key, const estate::KeyVersion &version, Instant now);
Chip chipOf(const estate::Vault &vault);
Chip chipOf(estate::JobState state);
State stateOf(estate::Health health);

} // namespace keyward::models
