// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/target.h"

#include "models/thing.h"

namespace keyward::models {

using namespace estate;

const ThingRecord *thingOf(const Scope &scope)
{
    for (const auto *thing : Thing::all())
        if (thing->scope == scope) return thing;
    return nullptr;
}

bool exists(const Estate &estate, const Target &target)
{
    const auto *thing = thingOf(target.scope);
    return !thing || thing->exists(estate, target);
}

namespace {

/// The record of something that is there.
const ThingRecord *there(const Estate &estate, const Target &target)
{
    const auto *thing = thingOf(target.scope);
    return thing && thing->exists(estate, target) ? thing : nullptr;
}

} // namespace

QString titleOf(const Estate &estate, const Target &target)
{
    const auto *thing = there(estate, target);
    return thing ? thing->title(estate, target) : QString();
}

QString kindOf(const Estate &estate, const Target &target)
{
    const auto *thing = there(estate, target);
    return thing && thing->kind ? thing->kind(estate, target) : QString();
}

std::optional<Chip> chipOf(const Estate &estate, const Assessment &assessment, const Target &target, Instant now)
{
    const auto *thing = there(estate, target);
    return thing && thing->chip ? thing->chip(estate, assessment, target, now) : std::nullopt;
}

Target parentOf(const Estate &estate, const Target &target)
{
    const auto *thing = there(estate, target);
    return thing && thing->parent ? thing->parent(estate, target) : Target{};
}

} // namespace keyward::models
