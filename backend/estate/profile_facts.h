// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/profile.h"

/// A profile as people read it: on the command line, in the window.
namespace keyward::estate {

struct ProfileFact {
    enum class Part : std::uint8_t { Supports, Demands, Loss, Origin };
    Part part = Part::Supports;
    Sentence label;
    Sentence value;
};

std::vector<ProfileFact> profileFacts(const ServiceProfile &profile);

/// A length as people read it, in any language: 6 h, 35 days.
Sentence toldLength(Millis length);

/// In a few words, for lists: which keys it takes, and what is asked of them.
Sentence keysOf(const ServiceProfile &profile);

} // namespace keyward::estate
