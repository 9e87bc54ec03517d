// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"

#include "backend/engine/api/console.h"

/// The rows of a server's page Geo-replication.
namespace keyward::models {

/// A server that it is linked with, with a button that ends that.
ListRow linkRow(const engine::Published &moment, const estate::Resource &server, const estate::Resource &partner);
/// A replica, told from its own side or that of its primary, whichever is 'here'.
ListRow replicaRow(const engine::Published &moment, const estate::Database &here, const estate::Database &replica);

} // namespace keyward::models
