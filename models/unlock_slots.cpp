// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/unlock_slots.h"

#include "models/text.h"
#include "models/thing.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UnlockSlots)
};

const Thing slotThing([]() -> ThingRecord {
    return {
        .scope = slotScope,
        .exists = [](const estate::Estate &, const Target &t) { return t.id != RecordId{}; },
        .title = [](const estate::Estate &, const Target &t) { return text(t.name); },
        .list = QStringLiteral("keystore"),
        .icon = QStringLiteral("object-unlocked"),
    };
});

} // namespace

Target targetOf(const engine::UnlockSlot &slot)
{
    return {slotScope, RecordId{slot.id.bytes}, {}, utf8(slotTitle(slot))};
}

QString slotTitle(const engine::UnlockSlot &slot) { return capital(utf8(spokenOf(slot.label))); }

QString slotKind(engine::UnlockSlot::Kind kind)
{
    using Kind = engine::UnlockSlot::Kind;
    switch (kind) {
    case Kind::Passphrase: return Words::tr("Passphrase");
    case Kind::RecoveryKey: return Words::tr("Recovery key");
    case Kind::SystemKeyring: return Words::tr("System keyring");
    }
    return {};
}

const engine::UnlockSlot *slotOf(const Workspace &workspace, engine::UnlockSlot::Kind kind)
{
    const auto &facts = workspace.facts();
    if (!facts) return nullptr;
    const auto found = std::ranges::find(facts->slots, kind, &engine::UnlockSlot::kind);
    return found == facts->slots.end() ? nullptr : &*found;
}

} // namespace keyward::models
