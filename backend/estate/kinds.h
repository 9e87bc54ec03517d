// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/entities.h"

#include <variant>

/// The kinds of entity, told once. Each has an id of its own type, which is also that of its sealed record; the estate
/// keeps a table of each, and records are read and written by the list below. (The settings of the keystore, one record
/// and no table, stand apart.)
namespace keyward::estate {

/// In the order of EntityKind, whose numbers records carry: a new kind stands last.
#define KEYWARD_ENTITIES(one)                                                                                          \
    one(Vault) one(Key) one(Principal) one(Resource) one(RecoveryPoint) one(Job) one(WizardDraft) one(Tenant)          \
        one(Subscription) one(ResourceGroup) one(Role) one(RoleAssignment) one(Lock) one(VirtualNetwork) one(Database) \
            one(DatabaseBackup) one(SiemReceiver) one(OwnProfile)

template <class... Types> struct EntityList {
    using Any = std::variant<Settings, Types...>;

    template <class T> static consteval std::size_t place()
    {
        std::size_t at = 0;
        ((std::is_same_v<T, Types> ? false : (++at, true)) && ...);
        return at;
    }
    /// Of the entity that has ids of this type.
    template <class Id> static consteval std::size_t placeOfId()
    {
        std::size_t at = 0;
        ((std::is_same_v<Id, decltype(Types::id)> ? false : (++at, true)) && ...);
        return at;
    }
};

template <class First, class... Types> struct EntitiesAfter {
    using List = EntityList<Types...>;
};
#define KEYWARD_NEXT_ENTITY(Type) , Type
using Entities = EntitiesAfter<void KEYWARD_ENTITIES(KEYWARD_NEXT_ENTITY)>::List;
#undef KEYWARD_NEXT_ENTITY

/// One entity of any kind.
using Entity = Entities::Any;

template <class T> using IdOf = decltype(T::id);
template <class Id> using EntityOf = std::variant_alternative_t<Entities::placeOfId<Id>() + 1, Entity>;

template <class T> constexpr EntityKind kindOf = static_cast<EntityKind>(Entities::place<T>() + 2);
template <> inline constexpr EntityKind kindOf<Settings> = EntityKind::Settings;
template <class Id> Reference referenceTo(const Id &id) { return {kindOf<EntityOf<Id>>, recordOf(id)}; }
Reference referenceTo(const Scope &scope); ///< to what it is set on
Reference referenceTo(const KeyId &key, const VersionId &version);
std::string_view kindText(EntityKind kind); ///< recovery point; empty for one that is not known here

static_assert(kindOf<Vault> == EntityKind::Vault && kindOf<Lock> == EntityKind::Lock);
static_assert(kindOf<OwnProfile> == EntityKind::OwnProfile, "the list and EntityKind go together");

} // namespace keyward::estate
