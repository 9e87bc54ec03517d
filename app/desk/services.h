// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/protection/service_parts.h"

#include <vector>

namespace keyward::app {

/// The services whose data is encrypted here: all of backend/services.cmake.
std::vector<std::unique_ptr<engine::Service>> makeServices(const protection::ServiceParts &parts);

} // namespace keyward::app
