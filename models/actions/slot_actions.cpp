// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ways to unlock the keystore.

#include "models/actions/action.h"
#include "models/actions/keystore_fields.h"
#include "models/recovery_sheet.h"
#include "models/secret_draft.h"
#include "models/unlock_slots.h"

#include <QCoreApplication>

namespace keyward::models {

namespace {

using namespace estate;
using engine::StoreDeed;
using engine::UnlockSlot;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeystoreActions)
};

QString olderCopies() { return Words::tr("Copies made before still open with what opened them then."); }

/// After the root key was changed.
Outcome rekeyed(const QString &sentence, const engine::Rekeyed &done)
{
    auto detail = olderCopies();
    if (done.agent)
        detail += QLatin1Char(' ') + Words::tr("An unlock agent did not answer: it still holds the former root key, "
                                               "which opens those copies. End its process.");
    return {.sentence = sentence, .detail = detail};
}

Field newSecretField(const QString &label)
{
    return {.id = QStringLiteral("passphrase"),
            .label = label,
            .kind = Field::Kind::NewSecret,
            .value = QVariant::fromValue(std::make_shared<TypedSecret>())}; // its widget says what is easiest to keep
}

const DeclaredAction changePassphrase([]() -> ActionRecord {
    return {
        .id = QStringLiteral("passphrase.change"),
        .text = Words::tr("Change passphrase"),
        .icon = QStringLiteral("document-edit"),
        .scope = Scope::Estate,
        .order = 20,
        .blades = {keystoreBlade},
        .explanation = Words::tr("The passphrase with which you unlocked is replaced. The root key changes and every "
                                 "record is sealed anew. Copies made before still open with the former passphrase."),
        .fields = [](const Situation &) { return std::vector{newSecretField(Words::tr("New passphrase"))}; },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto secret, typedIn(values, "passphrase"));
            return Deed{
                .action = {},
                .errand = [secret, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_TRY(const auto done, workplace.administration().changePassphrase(*secret, {}, actor));
                    return rekeyed(Words::tr("The passphrase was changed and every record sealed anew."), done);
                },
                .title = Words::tr("Change the passphrase"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::ChangePassphrase})};
        },
    };
});

const DeclaredAction addPassphrase([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.passphrase"),
        .text = Words::tr("Add passphrase"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 22,
        .blades = {keystoreBlade},
        .explanation = Words::tr("A second passphrase opens the keystore as the first one does, for somebody else "
                                 "perhaps. It can be removed without the other being typed."),
        .fields = [](const Situation &) -> std::vector<Field> {
            return {
                {.id = QStringLiteral("label"), .label = Words::tr("Name, to tell it from others"), .optional = true},
                newSecretField(Words::tr("Passphrase"))};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            KEYWARD_TRY(const auto secret, typedIn(values, "passphrase"));
            const auto label = utf8(stringOf(values, "label"));
            return Deed{
                .action = {},
                .errand = [secret, label, actor = s.workspace.actor()](
                              engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(
                        workplace.administration().addPassphrase(*secret, label, actor).transform([](const auto &) {}));
                    return Outcome{.sentence = Words::tr("The passphrase was added. It opens the keystore "
                                                         "from now on.")};
                },
                .title = Words::tr("Add a passphrase"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::AddPassphrase, .label = label})};
        },
    };
});

const DeclaredAction addRecoveryKey([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.recovery"),
        .text = Words::tr("Add recovery key"),
        .icon = QStringLiteral("document-encrypt"),
        .scope = Scope::Estate,
        .order = 24,
        .blades = {keystoreBlade},
        .explanation = Words::tr("The second way in, should the passphrase be forgotten. It is shown only now, and "
                                 "opens nothing before it is added. Keep it away from this machine."),
        .fields = [](const Situation &s) -> std::vector<Field> {
            auto sheet = std::make_shared<RecoverySheet>();
            sheet->draw(s.workspace.workplace(), s.workspace.background(), s.workspace.storeName());
            return {{.id = QStringLiteral("key"),
                     .label = Words::tr("Recovery key"),
                     .kind = Field::Kind::RecoveryKey,
                     .value = QVariant::fromValue(RecoverySheetPtr(sheet)),
                     .error = [](const QVariant &value) -> QString {
                         const auto shown = value.value<RecoverySheetPtr>();
                         if (!shown->failure().empty()) return shown->failure().whole();
                         if (!shown->drawn()) return Words::tr("It is being drawn.");
                         return shown->confirmed() ? QString()
                                                   : Words::tr("Type the two groups, to show that you have kept it.");
                     }}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto key = values.value(QStringLiteral("key")).value<RecoverySheetPtr>()->copy();
            if (!key) return fail(Code::SecretHeapFull);
            return Deed{
                .action = {},
                .errand = [key, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                             const engine::ProgressCallback &) -> Result<Outcome> {
                    KEYWARD_CHECK(workplace.administration().enrol(*key, {}, actor).transform([](const auto &) {}));
                    return Outcome{.sentence =
                                       Words::tr("The recovery key was added. It opens the keystore from now on."),
                                   .detail = Words::tr("Keep it away from this machine.")};
                },
                .title = Words::tr("Add a recovery key"),
                .commandLine = lineOf(s, {.what = StoreDeed::What::AddRecoveryKey})};
        },
    };
});

const DeclaredAction useKeyring([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.keyring"),
        .text = Words::tr("Use system keyring"),
        .icon = QStringLiteral("user-identity"),
        .scope = Scope::Estate,
        .order = 26,
        .blades = {keystoreBlade},
        .explanation = Words::tr("The keyring of this desktop session keeps a key of its own for the keystore. Whoever "
                                 "is signed in to the session can then open it without a passphrase."),
        .supported = [](const Situation &s) { return !slotOf(s.workspace, UnlockSlot::Kind::SystemKeyring); },
        .allowed = always,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = {},
                        .errand = [actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                            KEYWARD_CHECK(
                                workplace.administration().addSystemKeyring({}, actor).transform([](const auto &) {}));
                            return Outcome{.sentence = Words::tr("The system keyring opens the keystore from now on.")};
                        },
                        .title = Words::tr("Use the system keyring"),
                        .commandLine = lineOf(s, {.what = StoreDeed::What::AddSystemKeyring})};
        },
        .previews = true,
    };
});

std::vector<Field> removalFields(const Situation &)
{
    return {tick(Words::tr("I understand that this cannot be undone, and that copies made before still open with it"))};
}

QString removalWords()
{
    return Words::tr("It opens the keystore no longer. The root key changes and every record is sealed anew, so that "
                     "nobody who kept it can read what is written from now on.");
}

Status lastOneStays(const Situation &s)
{
    const auto &facts = s.workspace.facts();
    return facts && facts->slots.size() < 2 ? fail(Code::LastSlot, facts->file.string()) : Status{};
}

Deed removal(const Situation &s, const engine::UnlockSlotId &slot, const QString &name)
{
    return {.action = {},
            .errand = [slot, name, actor = s.workspace.actor()](engine::Workplace &workplace,
                                                                const engine::ProgressCallback &) -> Result<Outcome> {
                KEYWARD_TRY(const auto done, workplace.administration().removeSlot(slot, actor));
                return rekeyed(Words::tr("%1 was removed and every record sealed anew.").arg(name), done);
            },
            .title = Words::tr("Remove a way to unlock: %1").arg(name),
            .commandLine = lineOf(s, {.what = StoreDeed::What::RemoveSlot, .about = slot.text()})};
}

const DeclaredAction removeSlot([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.remove"),
        .text = Words::tr("Remove"),
        .icon = QStringLiteral("edit-delete"),
        .scope = slotScope,
        .order = 28,
        .blades = {keystoreBlade},
        .explanation = removalWords(),
        .allowed = lastOneStays,
        .fields = removalFields,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return removal(s, engine::UnlockSlotId{s.target.id.bytes}, text(s.target.name));
        },
        .destructive = true,
    };
});

const DeclaredAction forgetKeyring([]() -> ActionRecord {
    return {
        .id = QStringLiteral("slot.keyring.remove"),
        .text = Words::tr("Forget system keyring"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Estate,
        .order = 27,
        .blades = {keystoreBlade},
        .explanation = removalWords(),
        .supported = [](const Situation &s) { return slotOf(s.workspace, UnlockSlot::Kind::SystemKeyring) != nullptr; },
        .allowed = lastOneStays,
        .fields = removalFields,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            const auto *slot = slotOf(s.workspace, UnlockSlot::Kind::SystemKeyring);
            if (!slot) return fail(Code::NotFound, {}, {"unlock slot"});
            return removal(s, slot->id, slotTitle(*slot));
        },
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
