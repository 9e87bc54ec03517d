// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/locks.h"

#include "backend/estate/access.h"

#include <algorithm>

namespace keyward::estate {
namespace {

Status refuse(const Estate &estate, const Guarded &what)
{
    for (const auto *lock : locksReaching(estate, what.scope)) {
        if (lock->level == Lock::Level::CannotDelete && !what.removes) continue;
        return fail(Code::Locked, describe(estate, what.scope),
                    {lock->name, levelText(lock->level), named(estate, lock->scope)});
    }
    return {};
}

} // namespace

std::vector<const Lock *> locksReaching(const Estate &estate, const Scope &scope)
{
    std::vector<RecordId> chain{scope.id};
    if (const auto place = placeOf(estate, scope)) {
        auto above = scopesOf(estate, *place);
        chain.insert(chain.end(), above.rbegin(), above.rend());
    }
    std::vector<const Lock *> out;
    for (const auto &id : chain)
        for (const auto &lock : estate.locksOn(id))
            if (!std::ranges::contains(out, estate.lock(lock))) out.push_back(estate.lock(lock));
    return out;
}

Status refuseLocked(const Estate &estate, const Guards &guarded, const Actor &actor)
{
    if (estate.locks().empty() || actor.kind == Actor::Kind::System) return {};
    for (const auto &what : guarded) KEYWARD_CHECK(refuse(estate, what));
    return {};
}

} // namespace keyward::estate
