// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Locks: on everything that carries one, each from its own page.

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/places.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LockActions)
};

QString lockWord(Lock::Level level) { return text(levelText(level)); }

std::vector<Field> lockFields(const Situation &)
{
    return {
        {.id = QStringLiteral("name"), .label = Words::tr("Name"), .error = nameError<DisplayName>},
        {.id = QStringLiteral("level"),
         .label = Words::tr("Level"),
         .kind = Field::Kind::Choice,
         .value = lockWord(Lock::Level::CannotDelete),
         .options = {{lockWord(Lock::Level::CannotDelete),
                      Words::tr("%1: it can be changed, but not deleted").arg(levelTitle(Lock::Level::CannotDelete))},
                     {lockWord(Lock::Level::ReadOnly),
                      Words::tr("%1: it can be neither changed nor deleted").arg(levelTitle(Lock::Level::ReadOnly))}}},
        {.id = QStringLiteral("note"),
         .label = Words::tr("Note"),
         .hint = Words::tr("Why it stands there, for whoever meets it"),
         .optional = true}};
}

Result<Deed> lockDeed(const Situation &s, const Values &values)
{
    const auto on = lockableScope(s.target);
    if (!on) return fail(Code::NotFound, {}, {"thing to lock"});
    const auto level = stringOf(values, "level") == lockWord(Lock::Level::ReadOnly) ? Lock::Level::ReadOnly
                                                                                    : Lock::Level::CannotDelete;
    return Deed{
        .action = command::CreateLock{Lock{
            s.random().id<LockId>(), utf8(stringOf(values, "name")), level, *on, utf8(stringOf(values, "note")), {}}}};
}

ActionRecord lockOf(const char *kind, const Scope &scope, const QString &explanation)
{
    const auto word = QString::fromLatin1(kind);
    return {
        .id = word + QStringLiteral(".lock"),
        .text = Words::tr("Add lock"),
        .icon = QStringLiteral("object-locked"),
        .scope = scope,
        .order = 60,
        .blades = {word + QStringLiteral(".locks")},
        .primary = true,
        .explanation = explanation,
        .allowed = always,
        .fields = lockFields,
        .deed = lockDeed,
    };
}

const DeclaredAction lockVault([]() -> ActionRecord {
    return lockOf("vault", Scope::Vault,
                  Words::tr("Keeps people from deleting or changing the vault. Its keys can still be used; purge "
                            "protection guards what is deleted."));
});
const DeclaredAction lockResource([]() -> ActionRecord {
    return lockOf("resource", Scope::Resource,
                  Words::tr("Keeps people from deleting or changing the resource. What it does goes on."));
});
const DeclaredAction lockNetwork([]() -> ActionRecord {
    return lockOf("network", Scope::Network, Words::tr("Keeps people from deleting or changing the virtual network."));
});
const DeclaredAction lockGroup([]() -> ActionRecord {
    return lockOf("group", Scope::Group,
                  Words::tr("Keeps people from deleting or changing the resource group and all that stands in it."));
});
const DeclaredAction lockSubscription([]() -> ActionRecord {
    return lockOf("subscription", Scope::Subscription,
                  Words::tr("Keeps people from deleting or changing the subscription and all that stands in it."));
});
const DeclaredAction lockTenant([]() -> ActionRecord {
    auto out = lockOf("tenant", Scope::Tenant,
                      Words::tr("Keeps people from deleting or changing anything in any subscription of the tenant."));
    out.blades = {QStringLiteral("tenants")};
    out.primary = false;
    return out;
});

const DeclaredAction removeLock([]() -> ActionRecord {
    return {
        .id = QStringLiteral("lock.remove"),
        .text = Words::tr("Remove lock"),
        .icon = QStringLiteral("object-unlocked"),
        .scope = Scope::Lock,
        .order = 70,
        .blades = {QStringLiteral("locks"), QStringLiteral("vault.locks"), QStringLiteral("resource.locks"),
                   QStringLiteral("network.locks"), QStringLiteral("group.locks"),
                   QStringLiteral("subscription.locks")},
        .explanation = Words::tr("What it stands on, and all in it, can be changed and deleted again unless another "
                                 "lock reaches it."),
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::RemoveLock{s.target.lock()}};
        },
        .previews = true,
        .destructive = true,
    };
});

} // namespace
} // namespace keyward::models
