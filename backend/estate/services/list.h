// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/services/recovery_services_vault/former_records.h"

#include <variant>

/// The services, told once: a facet each, and what their jobs do. Records know each by its number, so that their order
/// here means nothing.
namespace keyward::estate {

/// A binding was set or followed a new version; done when it is noted.
struct KeyChangeWork {
    KEYWARD_WORK("key-change", 0);
    std::string keyUri;
};
KEYWARD_FIELDS(KeyChangeWork, s.keyUri)

using Facet = std::variant<std::monostate, RecoveryServicesVault>;
using JobWork = std::variant<KeyChangeWork, BackupWork, RestoreWork>;

/// The empty facet of a service; that of one that keeps nothing here is none.
Facet facetOf(std::string_view service);

} // namespace keyward::estate
