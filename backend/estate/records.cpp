// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/records.h"

namespace keyward::estate {
namespace {

template <class T> Bytes encoded(const T &entity)
{
    static_assert(editionOf<T> > 0, "its layout is declared by KEYWARD_RECORD");
    Encoder out;
    out.edition = editionOf<T>;
    out.kind = static_cast<unsigned>(kindOf<T>);
    out(kindOf<T>, editionOf<T>, entity);
    return out.take();
}

/// Of an edition that is not known here, or with a facet or a kind of job that is not.
template <class T> std::unexpected<Error> newer(unsigned edition, bool ofNewService = false)
{
    const auto kind = kindText(kindOf<T>);
    if (!ofNewService)
        return fail(Code::StoreNewer, std::string(kind), {said("{0} of a {1}", edition, kind), editionOf<T>});
    return fail(Code::StoreNewer, std::string(kind),
                {said("{0} of a {1} of a service that is new", edition, kind), said("{0} without it", editionOf<T>)});
}

/// What follows the kind.
template <class T> Result<Entity> decoded(Decoder &in)
{
    unsigned edition = 0;
    in(edition);
    if (in.ok() && edition > editionOf<T>) return newer<T>(edition);
    if (edition == 0) in.fail();
    in.edition = edition;
    in.kind = static_cast<unsigned>(kindOf<T>);
    T entity{};
    in(entity);
    if (in.unknown()) return newer<T>(edition, true);
    if (!in.ok() || !in.atEnd()) return fail(Code::RecordTampered, "of the estate");
    return Entity(std::move(entity));
}

/// Calls 'visit' with each kind of entity until it returns true.
template <class... Types> bool eachKind(EntityList<Types...>, auto visit)
{
    return (visit.template operator()<Types>() || ...);
}

/// "RecoveryPoint" as people write it.
std::string spacedOut(std::string_view type)
{
    std::string out;
    for (const char c : type) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital && !out.empty()) out += ' ';
        out += capital ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

} // namespace

std::string_view kindText(EntityKind kind)
{
#define KEYWARD_SPACED_OUT(Type) spacedOut(#Type),
    static const std::vector<std::string> names{"settings", KEYWARD_ENTITIES(KEYWARD_SPACED_OUT)};
#undef KEYWARD_SPACED_OUT
    const auto place = static_cast<std::size_t>(kind) - static_cast<std::size_t>(EntityKind::Settings);
    return place < names.size() ? std::string_view(names[place]) : std::string_view();
}

Reference referenceTo(const Scope &scope)
{
    switch (scope.kind) {
    case Scope::Kind::Tenant: return {.kind = EntityKind::Tenant, .id = scope.id};
    case Scope::Kind::Subscription: return {.kind = EntityKind::Subscription, .id = scope.id};
    case Scope::Kind::Group: return {.kind = EntityKind::Group, .id = scope.id};
    case Scope::Kind::Vault: return {.kind = EntityKind::Vault, .id = scope.id};
    case Scope::Kind::Key: return {.kind = EntityKind::Key, .id = scope.id};
    case Scope::Kind::Resource: return {.kind = EntityKind::Resource, .id = scope.id};
    case Scope::Kind::Network: return {.kind = EntityKind::Network, .id = scope.id};
    }
    return {};
}

Reference referenceTo(const KeyId &key, const VersionId &version)
{
    auto out = referenceTo(key);
    out.version = version;
    return out;
}

Bytes encode(const Estate &estate, const Touched &touched)
{
    if (touched.kind == EntityKind::Settings) return encoded(estate.settings());
    Bytes out;
    eachKind(Entities{}, [&]<class T>() {
        if (kindOf<T> != touched.kind) return false;
        out = encoded(*estate.find<T>(IdOf<T>{touched.id.bytes}));
        return true;
    });
    return out;
}

bool holds(const Estate &estate, const Reference &about)
{
    bool out = false;
    eachKind(Entities{}, [&]<class T>() {
        if (kindOf<T> != about.kind) return false;
        out = estate.find<T>(IdOf<T>{about.id.bytes}) != nullptr;
        return true;
    });
    return out;
}

Result<Entity> decode(ByteView plain)
{
    Decoder in(plain);
    EntityKind kind{};
    in(kind);
    if (kind == EntityKind::Settings) return decoded<Settings>(in);
    Result<Entity> out = fail(Code::RecordTampered, "of the estate");
    eachKind(Entities{}, [&]<class T>() {
        if (kindOf<T> != kind) return false;
        out = decoded<T>(in);
        return true;
    });
    return out;
}

Touched put(Estate &estate, Entity entity)
{
    return std::visit(
        [&]<class T>(T &&value) {
            const Touched touched{kindOf<T>, recordOf(value.id), false};
            estate.put(std::forward<T>(value));
            return touched;
        },
        std::move(entity));
}

std::optional<Touched> removeRecord(Estate &estate, const RecordId &id)
{
    std::optional<Touched> out;
    eachKind(Entities{}, [&]<class T>() {
        const IdOf<T> own{id.bytes};
        if (!estate.all<T>().find(own)) return false;
        estate.remove(own);
        out = Touched{kindOf<T>, id, true};
        return true;
    });
    return out;
}

bool hasRecord(const Estate &estate, const RecordId &id)
{
    if (estate.initialised() && recordOf(estate.settings().id) == id) return true;
    return eachKind(Entities{}, [&]<class T>() { return estate.find<T>(IdOf<T>{id.bytes}) != nullptr; });
}

} // namespace keyward::estate
