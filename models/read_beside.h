// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"

#include "backend/engine/api/console.h"

/// What pages share that show what lies under a resource's key: it is read beside the window, and again after whatever
/// changes the resource; where the key cannot be used there is nothing but the refusal.
namespace keyward::models {

/// Whether a resource's key can be used, as far as the estate knows; otherwise an error of that code, with the reason.
Status keyUsable(const engine::Published &moment, const estate::ResourceId &id, Code code);
/// Why nothing of it is shown, and, where the error is of that code, what mends it.
CalloutsPart::Callout keyRefusal(const engine::Published &moment, const estate::ResourceId &id, const Error &error,
                                 Code code);
/// Whether something is to be read again: by what the estate says of the resource, and whether it can use its key.
bool isOtherwise(const engine::Published &before, const engine::Published &after, const estate::ResourceId &id);
/// How long ago something of what was read was: it may have been read after the moment that is shown.
QString ago(Instant at, Instant moment);

} // namespace keyward::models
