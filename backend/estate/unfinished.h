// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/estate.h"

/// What an unfinished wizard is for. Of a resource its record says so; of anything else one of its values does.
namespace keyward::estate {

inline constexpr const char *aboutValue = "about"; ///< the id of a key, vault or subscription

std::optional<RecordId> recordOf(const WizardDraft &draft);
/// Absent where it is gone.
std::optional<Reference> aboutOf(const Estate &estate, const WizardDraft &draft);
std::string subjectOf(const Estate &estate, const WizardDraft &draft);

} // namespace keyward::estate
