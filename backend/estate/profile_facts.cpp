// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/profile_facts.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using Part = ProfileFact::Part;

Sentence name(std::string text) { return {"{0}", {std::move(text)}}; }

std::string listed(const std::vector<std::string> &words)
{
    std::string out;
    for (const auto &word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

class Telling
{
public:
    explicit Telling(const ServiceProfile &profile) : m_profile(profile) {}

    std::vector<ProfileFact> take()
    {
        supports();
        if (m_profile.keySource == KeySource::OwnKey) {
            demandsOfKey();
            demandsOfVault();
            demandsOfResource();
        }
        onLoss();
        for (const auto &limit : m_profile.limits) add(Part::Origin, said("To be known"), phrase(limit));
        add(Part::Origin, said("Source"), phrase(m_profile.source));
        add(Part::Origin, said("Confidence"), confidence());
        return std::move(m_out);
    }

private:
    void add(Part part, Sentence label, Sentence value)
    {
        m_out.push_back({.part = part, .label = std::move(label), .value = std::move(value)});
    }

    void supports()
    {
        add(Part::Supports, said("Keys"), keysOf(m_profile));
        if (m_profile.keySource == KeySource::Store) {
            add(Part::Supports, said("Stores"),
                m_profile.stores.empty() ? said("any resource that takes a key of its own")
                                         : name(listed(m_profile.stores)));
            if (m_profile.storeBeside)
                add(Part::Demands, said("Region and subscription of the store"), said("the same"));
            return;
        }
        if (m_profile.keySource != KeySource::OwnKey) return;
        add(Part::Supports, said("A key is given"),
            m_profile.takesVersions     ? said("by its version, and stays on it")
            : m_profile.refusesVersions ? said("without its version")
                                        : said("by its version, or without"));
        if (m_profile.olderKeyForm)
            add(Part::Supports, said("Scripts from before April 2021"), said("save its key in an older form"));
        add(Part::Supports, said("New versions"), newVersions());
        add(Part::Supports, said("Back to service-managed keys"),
            m_profile.revertible ? said("at any time") : said("never"));
        add(Part::Supports, said("Without a key of yours"),
            m_profile.serviceManagedByDefault ? said("service-managed keys") : said("encryption has to be turned on"));
    }

    Sentence newVersions() const
    {
        if (!m_profile.followsNewVersions) return said("are set by hand");
        const auto within = m_profile.followsWithin;
        return within.count() > 0 ? said("are followed within {0}, unless a version was given", toldLength(within))
                                  : said("are followed, unless a version was given");
    }

    void demandsOfKey()
    {
        if (m_profile.refusesExpiry) add(Part::Demands, said("Expiry of the key"), said("none may be set"));
        if (m_profile.advisesNoExpiry)
            add(Part::Demands, said("Expiry of the key"), said("better none; one that is set is warned of"));
        if (m_profile.longestKeyName > 0)
            add(Part::Demands, said("Vault and key name"),
                said("together at most {0} characters", m_profile.longestKeyName));
        if (m_profile.advisesEscrow)
            add(Part::Demands, said("Copy of the key"), said("should be kept elsewhere as well"));
        if (m_profile.oldVersionFor.count() > 0)
            add(Part::Demands, said("A former key"),
                m_profile.keepsPrevious
                    ? said("is needed until the next one is set, at least for {0}", toldLength(m_profile.oldVersionFor))
                    : said("is needed for another {0}", toldLength(m_profile.oldVersionFor)));
    }

    void demandsOfVault()
    {
        add(Part::Demands, said("Region of the vault"), m_profile.sameRegion ? said("the same") : said("any"));
        add(Part::Demands, said("Tenant of the vault"), m_profile.sameTenant ? said("the same") : said("any"));
        const bool soft = m_profile.needsSoftDelete, purge = m_profile.needsPurgeProtection;
        add(Part::Demands, said("Protection of the vault"),
            purge  ? said("soft delete and purge protection")
            : soft ? said("soft delete")
                   : said("none"));
        if (m_profile.retentionAtLeast > 0)
            add(Part::Demands, said("Retention of the vault"), said("at least {0} days", m_profile.retentionAtLeast));
        add(Part::Demands, said("Vault with limited networks"),
            m_profile.trustedService.empty()         ? said("not as a trusted service")
            : m_profile.userAssignedNeedsOpenNetwork ? said("as a trusted service, not with a user-assigned identity")
                                                     : said("as a trusted service"));
        if (!m_profile.vaultMovable) add(Part::Demands, said("The vault"), said("must not move"));
    }

    void demandsOfResource()
    {
        const auto has = [&](PrincipalKind kind) { return std::ranges::contains(m_profile.identityKinds, kind); };
        const bool system = has(PrincipalKind::SystemAssigned), user = has(PrincipalKind::UserAssigned);
        add(Part::Demands, said("Identity"),
            m_profile.goesByFirstParty() ? said("the application of its resource provider")
            : system && user             ? said("system-assigned or user-assigned")
            : system                     ? said("system-assigned")
                                         : said("user-assigned"));
        if (!m_profile.provider.empty())
            add(Part::Demands, said("Where the vault stands, registered"), name(m_profile.provider));
        if (!m_profile.creationFeature.empty())
            add(Part::Demands, said("Created with its key"),
                said("in subscriptions with {0}", m_profile.creationFeature));
        if (m_profile.firstKeyByUserAssigned)
            add(Part::Demands, said("First key"), said("with a user-assigned identity only"));
        if (m_profile.identityPermanent)
            add(Part::Demands, said("Identity, once on"), said("must never be turned off"));
        add(Part::Demands, said("Permissions"), name(m_profile.permissions.text()));
        add(Part::Demands, said("A key can be set"),
            m_profile.onlyBeforeFirstUse ? said("only before {0}", phrase(m_profile.words.bindBefore))
                                         : said("at any time"));
        add(Part::Demands, said("With a key of yours, moves"),
            m_profile.movable                   ? said("are possible")
            : m_profile.movesWithinSubscription ? said("only within its subscription")
                                                : said("are not possible"));
        if (m_profile.deletionNeedsKey) add(Part::Demands, said("To be deleted"), said("it needs its key"));
        if (m_profile.boundKeyNeverDeleted)
            add(Part::Demands, said("Its key"), said("is never deleted while it is used"));
    }

    void onLoss()
    {
        add(Part::Loss, said("Without its key"), phrase(m_profile.onLoss));
        for (const auto &[event, effect] : m_profile.losses) add(Part::Loss, titleOf(event), phrase(effect.what));
        if (m_profile.lossWithin.count() > 0)
            add(Part::Loss, said("Noticed"), said("within {0}", toldLength(m_profile.lossWithin)));
        if (m_profile.dropsAfter.count() > 0)
            add(Part::Loss, said("Dropped"), said("after {0}", toldLength(m_profile.dropsAfter)));
        if (!m_profile.recovery.empty()) add(Part::Loss, said("Once it is back"), phrase(m_profile.recovery));
    }

    static Sentence titleOf(LossEvent event)
    {
        switch (event) {
        case LossEvent::Disabled: return said("With a disabled key");
        case LossEvent::Deleted: return said("With a deleted key");
        case LossEvent::Expired: return said("With an expired key");
        case LossEvent::Unreachable: break;
        }
        return said("With a key out of reach");
    }

    Sentence confidence() const
    {
        if (m_profile.confidence == "A") return said("A: from a text of 2025 or later");
        if (m_profile.confidence == "B") return said("B: from an older text, or inferred in part");
        return said("C: not verified; what is strictest was taken");
    }

    const ServiceProfile &m_profile;
    std::vector<ProfileFact> m_out;
};

} // namespace

Sentence keysOf(const ServiceProfile &profile)
{
    switch (profile.keySource) {
    case KeySource::Store: return said("through a store of yours");
    case KeySource::None: return said("none: {0}", phrase(profile.noKeyBecause));
    case KeySource::ClientSide: return said("the application's: {0}", phrase(profile.noKeyBecause));
    case KeySource::OwnKey: break;
    }
    std::vector<std::string> kinds, sizes;
    for (const auto kind : profile.keyKinds) kinds.emplace_back(kindText(kind));
    for (const auto size : profile.keySizes) sizes.push_back(std::to_string(size));
    auto keys = listed(kinds) + (profile.hsmKeys ? ", HSM" : "");
    auto told = sizes.empty() ? name(keys) : said("{0} of {1} bits", keys, listed(sizes));
    return profile.managedHsm ? said("{0}; of vaults and managed HSMs", std::move(told))
                              : said("{0}; of vaults", std::move(told));
}

Sentence toldLength(Millis length)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
    if (minutes < 60) return said("{0} min", minutes);
    if (minutes % (24 * 60) != 0) return said("{0} h", minutes / 60);
    return minutes == 24 * 60 ? said("1 day") : said("{0} days", minutes / (24 * 60));
}

std::vector<ProfileFact> profileFacts(const ServiceProfile &profile) { return Telling(profile).take(); }

} // namespace keyward::estate
