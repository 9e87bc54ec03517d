// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/claims.h"

#include "backend/estate/describe.h"

#include <algorithm>

namespace keyward::estate {
namespace {

std::string freeAt(const Resource &resource, const Use &use)
{
    const auto found =
        std::ranges::find_if(resource.formerKeys, [&](const FormerKey &one) { return sameKeyVersion(one, use); });
    return found == resource.formerKeys.end() || !found->until ? std::string() : isoText(*found->until);
}

Statement statementOf(const Estate &estate, const Resource &resource, const Use &use, std::uint64_t count)
{
    static const ServiceWords none;
    const auto *profile = estate.catalogue().find(resource.type);
    const auto &words = profile ? profile->words : none;
    // The target is what programs know it by; people read its kind in their own language.
    const auto target = describe(estate, resource);
    const auto kind = phrase(profile ? profile->title : resource.type);
    const auto name = resource.name.text();
    switch (use.purpose) {
    case Use::Purpose::NewData: return {Code::ClaimBound, target, {phrase(words.protects), kind, name}, {}};
    case Use::Purpose::FormerData:
        if (use.ends == Use::Ends::Time) return {Code::ClaimUntil, target, {freeAt(resource, use), kind, name}, {}};
        if (use.ends == Use::Ends::NextKey) return {Code::ClaimPrevious, target, {kind, name}, {}};
        return {Code::ClaimFormer, target, {phrase(words.untilNext), phrase(words.next), kind, name}, {}};
    case Use::Purpose::StoredData: break;
    }
    const bool kept = use.ends == Use::Ends::DataDeleted;
    const auto &piece = kept ? words.kept : words.piece;
    return {kept ? Code::ClaimData : Code::ClaimWrapped,
            target,
            {counted(count, piece), phrase(kept ? words.keptOpened : words.opened), phrase(plural(piece)), kind, name},
            {}};
}

} // namespace

std::vector<Claim> claims(const Estate &estate, const Key &key)
{
    std::vector<Claim> out;
    for (const auto &id : estate.dependantsOf(key.id))
        if (const auto *resource = estate.resource(id))
            for (const auto &[use, count] : estate.usesBy(id))
                if (use.key == key.id) out.push_back({use, count, statementOf(estate, *resource, use, count)});
    std::ranges::sort(out, {}, [](const Claim &claim) {
        return std::tie(claim.use.resource, claim.use.version, claim.use.purpose, claim.use.ends);
    });
    return out;
}

std::vector<Claim> claims(const Estate &estate, const Key &key, const VersionId &version)
{
    auto out = claims(estate, key);
    std::erase_if(out, [&](const Claim &claim) { return claim.use.version != version; });
    return out;
}

std::vector<Claim> summed(const Estate &estate, const std::vector<Claim> &claims)
{
    std::vector<Claim> out;
    for (const auto &claim : claims) {
        const auto same = std::ranges::find_if(out, [&](const Claim &one) {
            return std::tie(one.use.resource, one.use.key, one.use.purpose, one.use.ends) ==
                   std::tie(claim.use.resource, claim.use.key, claim.use.purpose, claim.use.ends);
        });
        if (same == out.end()) {
            out.push_back(claim);
            continue;
        }
        same->count += claim.count;
        if (const auto *resource = estate.resource(claim.use.resource))
            same->what = statementOf(estate, *resource, same->use, same->count);
    }
    return out;
}

Sentence joined(const std::vector<Claim> &claims)
{
    Sentence out;
    for (const auto &claim : claims)
        out = out.empty() ? sentence(claim.what) : said("{0}; {1}", std::move(out), sentence(claim.what));
    return out;
}

} // namespace keyward::estate
