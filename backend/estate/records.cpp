// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/records.h"

namespace keyward::estate {
namespace {

template <class T> Bytes encoded(EntityKind kind, const T &entity)
{
    Encoder out;
    out.edition = currentEdition;
    out(kind, currentEdition, entity);
    return out.take();
}

template <class T> Result<Entity> decoded(Decoder &in)
{
    T entity{};
    in(entity);
    if (!in.ok() || !in.atEnd()) return fail(Code::RecordTampered, "of the estate");
    return Entity(std::move(entity));
}

/// Calls 'visit' with each kind of entity until it returns true.
template <class... Types> bool eachKind(EntityList<Types...>, auto visit)
{
    return (visit.template operator()<Types>() || ...);
}

} // namespace

Bytes encode(const Estate &estate, const Touched &touched)
{
    if (touched.kind == EntityKind::Settings) return encoded(touched.kind, estate.settings());
    Bytes out;
    eachKind(Entities{}, [&]<class T>() {
        if (kindOf<T> != touched.kind) return false;
        out = encoded(touched.kind, *estate.find<T>(IdOf<T>{touched.id.bytes}));
        return true;
    });
    return out;
}

Result<Entity> decode(ByteView plain)
{
    Decoder in(plain);
    EntityKind kind{};
    unsigned edition = 0;
    in(kind, edition);
    if (edition > currentEdition)
        return fail(Code::StoreNewer, "record", {std::to_string(edition), std::to_string(currentEdition)});
    in.edition = edition;
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
