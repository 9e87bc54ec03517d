// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/coming.h"

#include "backend/estate/describe.h"

#include <algorithm>
#include <tuple>

namespace keyward::estate {
namespace {

void ofKey(std::vector<Coming> &out, const Estate &estate, const Key &key)
{
    const bool used = !estate.dependantsOf(key.id).empty();
    const auto path = keyPath(estate, key);
    const auto add = [&](Instant at, Code code, bool hurts) {
        out.push_back({.at = at,
                       .what = {code, path, {dateText(at)}, {}},
                       .used = hurts,
                       .kind = EntityKind::Key,
                       .about = recordOf(key.id)});
    };
    if (key.deleted) return add(key.deleted->purgeAt, Code::KeyRetentionEnds, used);
    for (const auto &version : key.versions) {
        if (!version.enabled) continue;
        if (version.expires) add(*version.expires, Code::VersionExpires, used);
        if (version.notBefore) add(*version.notBefore, Code::VersionBecomesValid, false);
    }
}

void ofSecrets(std::vector<Coming> &out, const Principal &principal)
{
    for (const auto &secret : principal.secrets)
        out.push_back({.at = secret.expires,
                       .what = {Code::ClientSecretExpires, principal.name, {dateText(secret.expires)}, {}},
                       .used = true,
                       .kind = EntityKind::Principal,
                       .about = recordOf(principal.id)});
}

/// TDE-6: the end of a countdown.
void ofLoss(std::vector<Coming> &out, const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    if (!resource.loss || !profile || profile->dropsAfter.count() == 0) return;
    const auto at = resource.loss->since + profile->dropsAfter;
    out.push_back(
        {.at = at,
         .what = {Code::DataDropped, resource.name.text(), {phrase(plural(profile->words.piece)), isoText(at)}, {}},
         .used = true,
         .kind = EntityKind::Resource,
         .about = recordOf(resource.id)});
}

void ofFormerKeys(std::vector<Coming> &out, const Resource &resource)
{
    for (const auto &former : resource.formerKeys)
        if (former.until)
            out.push_back({.at = *former.until,
                           .what = {Code::FormerKeyFree, resource.name.text(), {dateText(*former.until)}, {}},
                           .used = false,
                           .kind = EntityKind::Resource,
                           .about = recordOf(resource.id)});
}

} // namespace

std::vector<Coming> comingUp(const Estate &estate, Instant now, Instant until)
{
    std::vector<Coming> out;
    for (const auto &[id, key] : estate.keys()) ofKey(out, estate, *key);
    for (const auto &[id, principal] : estate.principals()) ofSecrets(out, *principal);
    for (const auto &[id, vault] : estate.vaults())
        if (vault->deleted)
            out.push_back(
                {.at = vault->deleted->purgeAt,
                 .what = {Code::VaultRetentionEnds, vault->name.text(), {dateText(vault->deleted->purgeAt)}, {}},
                 .used = !estate.dependantsOf(id).empty(),
                 .kind = EntityKind::Vault,
                 .about = recordOf(id)});
    for (const auto &[id, resource] : estate.resources()) {
        ofLoss(out, estate, *resource);
        ofFormerKeys(out, *resource);
    }
    std::erase_if(out, [&](const Coming &one) { return one.at < now || one.at >= until; });
    std::ranges::sort(out, {}, [](const Coming &one) { return std::tie(one.at, one.what.target); });
    return out;
}

} // namespace keyward::estate
