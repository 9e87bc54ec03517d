// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/services/list.h"

#include "backend/estate/estate.h"

namespace keyward::estate {
namespace {

template <class T> void addStored(std::vector<StoredData> &out, const Table<T> &table)
{
    if constexpr (requires(const T &entity) { storedOf(entity); })
        for (const auto &[id, entity] : table) out.push_back(storedOf(*entity));
}

template <class... Types> std::vector<StoredData> storedAmong(const Estate &estate, EntityList<Types...>)
{
    std::vector<StoredData> out;
    (addStored<Types>(out, estate.all<Types>()), ...);
    return out;
}

} // namespace

std::vector<StoredData> storedData(const Estate &estate) { return storedAmong(estate, Entities{}); }

Facet facetOf(std::string_view service)
{
    Facet out;
    eachOf(Services{}, [&]<class One>() {
        if (service == One::service) out = One{};
    });
    return out;
}

} // namespace keyward::estate
