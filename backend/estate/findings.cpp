// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/findings.h"

#include "backend/estate/access.h"
#include "backend/estate/describe.h"
#include "backend/estate/reach.h"
#include "backend/estate/services/preparation.h"

#include <algorithm>
#include <tuple>

namespace keyward::estate {
namespace {

void ofResource(std::vector<Finding> &out, const Estate &estate, const Resource &resource, const BindingHealth &health)
{
    for (const auto &reason : health.reasons)
        out.push_back({.weight = reason.weight,
                       .object = describe(estate, resource),
                       .what = reason.what,
                       .fix = reason.fix,
                       .kind = EntityKind::Resource,
                       .about = recordOf(resource.id),
                       .by = reason.weight == Health::AtRisk ? health.lostAt : std::nullopt});
}

Finding ofVault(const Vault &vault, Statement what, std::optional<Action> fix = {})
{
    return {.weight = Health::AtRisk,
            .object = "vault " + vault.name.text(),
            .what = std::move(what),
            .fix = std::move(fix),
            .kind = EntityKind::Vault,
            .about = recordOf(vault.id),
            .by = {}};
}

/// BKP-22
void ofKeyForm(std::vector<Finding> &out, const Estate &estate, const Resource &resource)
{
    if (!resource.binding || !resource.binding->olderForm) return;
    const auto &binding = *resource.binding;
    out.push_back({.weight = Health::Warning,
                   .object = describe(estate, resource),
                   .what = {Code::KeyFormOlder, resource.name.text(), {}, {}},
                   .fix = command::SetKey{.resource = resource.id,
                                          .vault = binding.vault,
                                          .key = binding.key,
                                          .version = binding.pinned ? std::optional(binding.version) : std::nullopt,
                                          .vaultSubscription = {},
                                          .job = {},
                                          .identity = binding.identity},
                   .kind = EntityKind::Resource,
                   .about = recordOf(resource.id),
                   .by = {}});
}

/// VLT-10: limited in name only.
void ofFirewall(std::vector<Finding> &out, const Vault &vault)
{
    if (vault.deleted || vault.firewall.access != Firewall::Access::SelectedNetworks) return;
    if (const auto who = everybodyLetIn(vault.firewall.ranges); !who.empty())
        out.push_back(ofVault(vault, {Code::RangesOpen, vault.name.text(), {who}, {}}));
}

void ofProtection(std::vector<Finding> &out, const Vault &vault)
{
    if (!vault.deleted && !vault.purgeProtection)
        out.push_back(ofVault(vault, {Code::PurgeUnprotected, vault.name.text(), {}, {}},
                              command::UpdateVault{vault.id, {}, true, {}, {}, {}}));
}

/// TDE-17: a service bound to it wants a copy of it to be kept elsewhere, and one of all that it says.
bool wantsEscrow(const Estate &estate, const Key &key)
{
    for (const auto &id : estate.dependantsOf(key.id)) {
        const auto *resource = estate.resource(id);
        const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
        if (profile && profile->advisesEscrow) return true;
    }
    return false;
}

void ofKey(std::vector<Finding> &out, const Estate &estate, const Key &key, Instant now)
{
    if (key.deleted) return;
    const auto path = keyPath(estate, key);
    const auto add = [&](Statement what, Health weight = Health::AtRisk) {
        out.push_back({.weight = weight,
                       .object = "key " + path,
                       .what = std::move(what),
                       .fix = {},
                       .kind = EntityKind::Key,
                       .about = recordOf(key.id),
                       .by = {}});
    };
    if (!key.backupIsCurrent()) add({Code::VersionUnsaved, path, {}, {}});
    const auto &latest = key.latest();
    if (latest.enabled && latest.expires && now >= *latest.expires)
        add({Code::VersionExpired, path, {dateText(*latest.expires)}, {}});
    if (!wantsEscrow(estate, key)) return;
    if (latest.origin == MaterialOrigin::Generated) add({Code::KeyNotEscrowed, path, {}, {}}, Health::Warning);
    const auto changed = std::ranges::max(key.versions, {}, &KeyVersion::updated).updated;
    if (key.backupIsCurrent() && changed > *key.backedUp)
        add({Code::BackupOlderThanChange, path, {isoText(changed)}, {}}, Health::Warning);
}

constexpr Millis warnBeforeSecret = Days(30);

/// Client secrets that end, or ended.
void ofPrincipal(std::vector<Finding> &out, const Principal &principal, Instant now)
{
    const ClientSecret *newest = nullptr;
    for (const auto &secret : principal.secrets)
        if (!newest || secret.expires > newest->expires) newest = &secret;
    if (!newest || newest->expires - now > warnBeforeSecret) return;
    const bool over = newest->expires <= now;
    out.push_back(
        {.weight = over ? Health::AtRisk : Health::Warning,
         .object = "application '" + principal.name + "'",
         .what = {over ? Code::SecretEnded : Code::SecretEnds, principal.name, {dateText(newest->expires)}, {}},
         .fix = {},
         .kind = EntityKind::Principal,
         .about = recordOf(principal.id),
         .by = over ? std::nullopt : std::optional(newest->expires)});
}

Sentence toldKind(SiemOutage::Kind kind)
{
    switch (kind) {
    case SiemOutage::Kind::Unreachable: return said("it cannot be reached");
    case SiemOutage::Kind::NotTrusted: return said("what answers there does not prove to be it");
    case SiemOutage::Kind::NotConfirmed: return said("it does not read to the end what is sent");
    case SiemOutage::Kind::FileRefused: return said("its file cannot be written to");
    case SiemOutage::Kind::LogDiffers: return said("it has entries that the log does not have");
    case SiemOutage::Kind::LogUnreadable: break;
    }
    return said("the log could not be read or its position not kept");
}

/// TDE-19: nobody watches meanwhile.
void ofReceiver(std::vector<Finding> &out, const SiemReceiver &receiver)
{
    if (const auto &outage = receiver.outage)
        out.push_back({.weight = Health::AtRisk,
                       .object = "SIEM receiver '" + receiver.name + "'",
                       .what = {Code::SiemDown,
                                receiver.name,
                                {isoText(outage->since), toldKind(outage->kind), outage->next},
                                {}},
                       .fix = {},
                       .kind = EntityKind::SiemReceiver,
                       .about = recordOf(receiver.id),
                       .by = {}});
}

} // namespace

std::string_view Finding::severity() const
{
    return weight == Health::Lost ? "high" : weight == Health::AtRisk ? "medium" : "low";
}

std::vector<Finding> findings(const Estate &estate, const Assessment &assessment, Instant now)
{
    std::vector<Finding> out;
    for (const auto &[id, health] : assessment.bindings)
        if (const auto *resource = estate.resource(id)) ofResource(out, estate, *resource, *health);
    for (const auto &[id, resource] : estate.resources()) {
        addFindings(out, estate, *resource);
        ofKeyForm(out, estate, *resource);
    }
    for (const auto &[id, vault] : estate.vaults()) {
        ofFirewall(out, *vault);
        ofProtection(out, *vault);
    }
    for (const auto &[id, key] : estate.keys()) ofKey(out, estate, *key, now);
    for (const auto &[id, principal] : estate.principals()) ofPrincipal(out, *principal, now);
    for (const auto &[id, receiver] : estate.siemReceivers()) ofReceiver(out, *receiver);
    for (const auto &outage : estate.settings().outages)
        out.push_back({.weight = Health::AtRisk,
                       .object = "region " + outage.region.text(),
                       .what = {Code::RegionOut, outage.region.text(), {isoText(outage.since)}, {}},
                       .fix = command::SetRegionOutage{outage.region, false},
                       .kind = EntityKind::Settings,
                       .about = {},
                       .by = {}});
    if (const auto doubt = estate.settings().clockDoubt)
        out.push_back({.weight = Health::AtRisk,
                       .object = "clock",
                       .what = {Code::ClockInDoubt, {}, {isoText(*doubt)}, {}},
                       .fix = {},
                       .kind = EntityKind::Settings,
                       .about = {},
                       .by = {}});
    std::ranges::stable_sort(out, [](const Finding &a, const Finding &b) {
        const auto rank = [](const Finding &f) {
            return std::tuple(-static_cast<int>(f.weight), f.by.value_or(Instant::max()),
                              static_cast<int>(f.kind == EntityKind::Resource ? 0 : 1));
        };
        return std::tuple(rank(a), std::cref(a.object).get()) < std::tuple(rank(b), std::cref(b.object).get());
    });
    return out;
}

} // namespace keyward::estate
