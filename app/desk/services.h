// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/engine/api/console.h"
#include "backend/engine/api/key_operations.h"
#include "backend/engine/api/service.h"

#include <filesystem>
#include <memory>

namespace keyward::app {

/// What services are made of.
struct ServiceParts {
    engine::Console &console;
    engine::KeyOperations &keys;
    crypto::ContextPtr context;
    std::filesystem::path folder; ///< STORE.d
};

/// The services whose data is encrypted here: one line each, the only place outside its own folders that makes one.
std::vector<std::unique_ptr<engine::Service>> makeServices(const ServiceParts &parts);

} // namespace keyward::app
