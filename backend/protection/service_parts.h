// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/context.h"
#include "backend/engine/api/console.h"
#include "backend/engine/api/key_operations.h"
#include "backend/engine/api/service.h"

#include <filesystem>
#include <memory>

namespace keyward::protection {

/// What services are made of.
struct ServiceParts {
    engine::Console &console;
    engine::KeyOperations &keys;
    crypto::ContextPtr context;
    std::filesystem::path folder;             ///< STORE.d
    const engine::Services *others = nullptr; ///< all there are, once they are made; null: none
};

/// A service to be made, named by its facet. Each has one function makeService(), in its own folder; one that has none
/// does not link.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend" // it is meant: one function for each service
template <class Facet> struct ServiceOf {
    ServiceParts parts;
    friend std::unique_ptr<engine::Service> makeService(const ServiceOf &service);
};
#pragma GCC diagnostic pop

} // namespace keyward::protection
