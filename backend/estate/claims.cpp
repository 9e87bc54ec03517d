// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/claims.h"

#include "backend/estate/describe.h"

#include <algorithm>

namespace keyward::estate {
namespace {

void addOf(const Estate &estate, const Resource &resource, const Key &key, std::vector<Claim> &out)
{
    const auto name = describe(estate, resource);
    if (const auto &binding = resource.binding; binding && binding->key == key.id) {
        out.push_back({Claim::Kind::Binding, resource.id, binding->version, 1, name + " uses it to protect its backups",
                       "binding another key"});
        if (binding->former)
            out.push_back({Claim::Kind::FormerVersion, resource.id, *binding->former, 1,
                           name + " may still read it until one more backup succeeded",
                           "the next backup that succeeds"});
    }
    for (const auto &[version, need] : estate.needsOf(resource.id)) {
        if (need.key != key.id) continue;
        out.push_back({Claim::Kind::RecoveryPoints, resource.id, version, need.points,
                       counted(need.points, "recovery point") + " of " + name + " can only be restored with it",
                       "deleting those recovery points"});
    }
}

} // namespace

std::vector<Claim> claims(const Estate &estate, const Key &key)
{
    std::vector<Claim> out;
    for (const auto &id : estate.dependantsOf(key.id))
        if (const auto *resource = estate.resource(id)) addOf(estate, *resource, key, out);
    std::ranges::sort(out, {}, [](const Claim &claim) { return std::tie(claim.resource, claim.version, claim.kind); });
    return out;
}

std::vector<Claim> claims(const Estate &estate, const Key &key, const VersionId &version)
{
    auto out = claims(estate, key);
    std::erase_if(out, [&](const Claim &claim) { return claim.version != version; });
    return out;
}

std::string joined(const std::vector<Claim> &claims)
{
    std::string out;
    for (const auto &claim : claims) out += (out.empty() ? "" : "; ") + claim.text;
    return out;
}

} // namespace keyward::estate
