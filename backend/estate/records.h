// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/apply.h"

namespace keyward::estate {

/// Of the layout written now; every earlier one is still read.
constexpr unsigned currentEdition = 2;

/// The plaintext of an entity's sealed record: kind, edition of the layout, fields.
Bytes encode(const Estate &estate, const Touched &touched);

/// One decoded record. Code::RecordTampered where the bytes make no sense, Code::StoreNewer for a newer edition.
using Entity = std::variant<Settings, Vault, Key, Principal, Resource, RecoveryPoint, Job, WizardDraft, Tenant,
                            Subscription, ResourceGroup, Role, RoleAssignment, Lock, VirtualNetwork>;
Result<Entity> decode(ByteView plain);

Touched put(Estate &estate, Entity entity);
/// Removes whatever entity has this record id; absent where none has.
std::optional<Touched> removeRecord(Estate &estate, const RecordId &id);

} // namespace keyward::estate
