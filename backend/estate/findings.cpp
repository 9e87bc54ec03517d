// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/findings.h"

#include "backend/estate/access.h"
#include "backend/estate/describe.h"
#include "backend/estate/reach.h"

#include <algorithm>
#include <tuple>

namespace keyward::estate {
namespace {

void ofResource(std::vector<Finding> &out, const Estate &estate, const Resource &resource, const BindingHealth &health)
{
    for (const auto &reason : health.reasons)
        out.push_back({reason.weight, describe(estate, resource), reason.text, reason.remedy, reason.fix,
                       EntityKind::Resource, recordOf(resource.id),
                       reason.weight == Health::AtRisk ? health.lostAt : std::nullopt});
}

/// VLT-10: limited in name only.
void ofFirewall(std::vector<Finding> &out, const Vault &vault)
{
    if (vault.deleted || vault.firewall.access != Firewall::Access::SelectedNetworks) return;
    const auto who = everybodyLetIn(vault.firewall.ranges);
    if (who.empty()) return;
    out.push_back({Health::AtRisk,
                   "vault " + vault.name.text(),
                   "its networks are limited, but the ranges let " + who + " in",
                   "keywardctl network set " + vault.name.text() + " --range RANGE",
                   {},
                   EntityKind::Vault,
                   recordOf(vault.id),
                   {}});
}

void ofVault(std::vector<Finding> &out, const Vault &vault)
{
    ofFirewall(out, vault);
    if (vault.deleted || vault.purgeProtection) return;
    out.push_back({Health::AtRisk,
                   "vault " + vault.name.text(),
                   "purge protection is off: a deleted key could be destroyed at once",
                   "keywardctl vault update " + vault.name.text() + " --purge-protection",
                   command::UpdateVault{vault.id, {}, true, {}, {}, {}},
                   EntityKind::Vault,
                   recordOf(vault.id),
                   {}});
}

void ofKey(std::vector<Finding> &out, const Estate &estate, const Key &key, Instant now)
{
    if (key.deleted) return;
    const auto add = [&](std::string text, const std::string &verb, const std::string &options = {}) {
        const auto path = keyPath(estate, key);
        out.push_back({Health::AtRisk,
                       "key " + path,
                       std::move(text),
                       "keywardctl key " + verb + " " + path + options,
                       {},
                       EntityKind::Key,
                       recordOf(key.id),
                       {}});
    };
    if (!key.backupIsCurrent()) add("there is no backup of its newest version", "backup", " --output FILE");
    const auto &latest = key.latest();
    if (latest.enabled && latest.expires && now >= *latest.expires)
        add("its newest version expired on " + dateText(*latest.expires), "rotate");
}

constexpr Millis warnBeforeSecret = Days(30);

/// Client secrets that end, or ended, and grants that do nothing.
void ofPrincipal(std::vector<Finding> &out, const Principal &principal, Instant now)
{
    const ClientSecret *newest = nullptr;
    for (const auto &secret : principal.secrets)
        if (!newest || secret.expires > newest->expires) newest = &secret;
    if (!newest || newest->expires - now > warnBeforeSecret) return;
    const bool over = newest->expires <= now;
    out.push_back(
        {over ? Health::AtRisk : Health::Warning,
         "application '" + principal.name + "'",
         std::string("its last client secret ") + (over ? "expired on " : "expires on ") + dateText(newest->expires),
         "keywardctl app secret-add '" + principal.name + "'",
         {},
         EntityKind::Principal,
         recordOf(principal.id),
         over ? std::nullopt : std::optional(newest->expires)});
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
        if (const auto *resource = estate.resource(id)) ofResource(out, estate, *resource, health);
    for (const auto &[id, vault] : estate.vaults()) ofVault(out, *vault);
    for (const auto &[id, key] : estate.keys()) ofKey(out, estate, *key, now);
    for (const auto &[id, principal] : estate.principals()) ofPrincipal(out, *principal, now);
    if (const auto doubt = estate.settings().clockDoubt)
        out.push_back({Health::AtRisk,
                       "clock",
                       "the clock jumped ahead of " + isoText(*doubt) +
                           ", or went back behind it, and nobody vouched for it; what destroys data waits",
                       "keywardctl clock accept",
                       {},
                       EntityKind::Settings,
                       {},
                       {}});
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
