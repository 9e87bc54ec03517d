// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/command.h"
#include "backend/estate/estate.h"

#include <functional>

namespace keyward::estate {

/// What remains to be done outside the estate. Each runs once; its public result enters through complete().
namespace effect {
struct MakeKey {
    KeyId key;
    VersionId version;
    KeySpec spec;
    RecordId material;
};
struct MakeSecret {
    RecordId material;
    std::size_t size = 32;
    bool signer = false;
}; ///< platform KEK, backup KEK, report signer
struct DestroyMaterial {
    RecordId material;
};
struct RemoveFolder {
    std::string folder;
}; ///< of a recovery point, below STORE.d; after the change is saved
/// A service has something to do about a resource after the change is saved (wrap data keys anew).
struct Settle {
    ResourceId resource;
};
} // namespace effect
using Effect =
    std::variant<effect::MakeKey, effect::MakeSecret, effect::DestroyMaterial, effect::RemoveFolder, effect::Settle>;

/// What was made, without its secret.
struct EffectResult {
    Bytes publicPart; ///< SubjectPublicKeyInfo of a key pair, raw Ed25519 key of a signer; empty for symmetric keys
};

struct Touched {
    EntityKind kind;
    RecordId id;
    bool removed = false;
};

struct Change {
    Estate next;
    std::vector<Touched> touched; ///< records to save or remove
    std::vector<Effect> effects;
    bool destroys = false; ///< something cannot come back: waits for a trustworthy clock
};

/// The next estate, or the one reason why not. Every refusal lives here. Unless the command overrides it, a change is
/// refused that takes a key away from something in use: Code::LiveClaims or Code::OverrideNeeded.
Result<Change> apply(const Estate &estate, const Command &command, const Actor &actor, Instant now);

/// As apply(), but without the question whether something in use loses access: for previews.
Result<Change> applyUnguarded(const Estate &estate, const Command &command, const Actor &actor, Instant now);

/// The estate as it would be, to word on it what comes after a change: nothing is refused, and no time has passed.
/// Where the rules forbid the change, the estate as it is.
Estate afterwards(const Estate &estate, const Action &action);

/// Enters the public result of an effect.
void complete(Change &change, const Effect &effect, const EffectResult &result);

/// Places that things stand in without being there themselves, as in keystores of the first edition; ids are made by
/// 'newId'.
command::AdoptPlaces missingPlaces(const Estate &estate, const std::function<RecordId()> &newId);

/// What time alone makes due: purges at the end of retention, points beyond their policy, versions to follow.
std::vector<Command> dueCommands(const Estate &estate, Instant now);

} // namespace keyward::estate
