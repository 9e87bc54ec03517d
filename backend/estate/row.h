// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/sentence.h"
#include "backend/estate/command.h"
#include "backend/estate/estate.h"

/// What is said of a command beside its rules: one row for each kind, read by the audit log, by locks, by the guard
/// against losses, by previews and by whoever tells people what is done. The rows stand beside the rules, in commands/.
namespace keyward::estate {

/// One thing that a command changes, as far as locks are concerned, and whether the command removes it.
struct Guarded {
    Scope scope;
    bool removes = false; ///< also held back by CanNotDelete; otherwise by ReadOnly alone
    auto operator<=>(const Guarded &) const = default;
};
using Guards = std::vector<Guarded>;

/// An id under which a command would make something.
struct NewId {
    RecordId id;
    bool taken = false; ///< something has it already
};
using NewIds = std::vector<NewId>;

/// A key, or one version of it, that a command takes away from whatever still needs it, though it may have lost it
/// before.
struct KeyLoss {
    KeyId key;
    std::optional<VersionId> version = {}; ///< absent: all of them
    bool forGood = false;                  ///< destroyed
};
using KeyLosses = std::vector<KeyLoss>;

/// As which operation of the data plane an application makes a call, and on what.
struct DataCall {
    Permission operation = Permission::Get;
    VaultId vault;
    std::optional<KeyId> key = {}; ///< absent: on the vault
};
/// What no application may do: it is administration, for whoever holds the keystore.
inline constexpr std::optional<DataCall> administration;

/// None of these has a default, so that a row that leaves one out does not compile.
struct Facts {
    std::string subject;              ///< the name of what it is about, as the log says it
    std::optional<Reference> about;   ///< which thing that is; absent for what is no entity
    std::optional<DataCall> dataCall; ///< what an application has to be granted for it, or administration
    Guards guarded;                   ///< what locks may keep people from changing
    NewIds makes;                     ///< every id that it brings along, previews included
    KeyLosses takesAway;              ///< what refuses it as long as something needs these, unless overridden
    bool takesOnPurpose = false;      ///< what it takes away is what it is for, and comes back: previews tell of it
    bool nobodyMayLose = false;       ///< refused, unless overridden, where it takes a permission from anybody
};

struct Words {
    Sentence sentence;          ///< "Rotate key kv1/key1"
    Sentence irreversible;      ///< why it cannot be taken back; empty if it can
    std::optional<Action> undo; ///< what takes it back, for the estate after it; absent if nothing does
};

Facts factsOf(const Estate &estate, const Action &action);
Words wordsOf(const Estate &estate, const Action &action); ///< on the estate before it

} // namespace keyward::estate
