// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/apply.h"

namespace keyward::estate {

/// The plaintext of an entity's sealed record: kind, edition of the kind's layout, fields.
Bytes encode(const Estate &estate, const Touched &touched); ///< of one that is there
bool holds(const Estate &estate, const Reference &about);

/// Of one record. Code::RecordTampered where the bytes make no sense; Code::StoreNewer for a newer edition than this
/// build knows of the kind, which it names, or for a facet or job of a service that it does not know.
Result<Entity> decode(ByteView plain);

Touched put(Estate &estate, Entity entity);
/// Removes whatever entity has this record id; absent where none has.
std::optional<Touched> removeRecord(Estate &estate, const RecordId &id);
/// Whether any entity has it.
bool hasRecord(const Estate &estate, const RecordId &id);

} // namespace keyward::estate
