// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/assess.h"

#include "backend/estate/change_builder.h"
#include "backend/estate/describe.h"
#include "backend/estate/first_party.h"
#include "backend/estate/obstacles.h"
#include "backend/estate/profile_facts.h"
#include "backend/estate/regions.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace keyward::estate {
namespace {

constexpr Millis warnBeforeExpiry = Days(30);
using Kind = Obstacle::Kind;
constexpr int deepestGroup = 64; // groups never contain themselves; this only bounds the stack

/// Gathers the verdict on one resource.
class Examination
{
public:
    Examination(const Estate &estate, const Resource &resource, Instant now)
        : m_estate(estate), m_resource(resource), m_profile(estate.catalogue().find(resource.type)), m_now(now)
    {}

    BindingHealth run()
    {
        const auto *vault = m_resource.binding ? m_estate.vault(m_resource.binding->vault) : nullptr;
        const bool toldOfVault = vault && vault->place.region == m_resource.place.region;
        if (auto up = regionIsUp(m_estate, m_resource.place.region); !up && !toldOfVault) {
            note(Health::Lost, std::move(up.error()), command::SetRegionOutage{m_resource.place.region, false});
            m_out.reasons.back().obstacles = {{Kind::RegionOut, recordOf(m_resource.id)}};
        }
        if (const auto &binding = m_resource.binding) {
            m_key = m_estate.key(binding->key);
            m_vault = m_estate.vault(binding->vault);
            if (m_key && m_vault) {
                examineBinding(*binding);
            } else {
                note(Health::Lost, {Code::BoundKeyPurged, {}, {}, {}});
                m_out.reasons.back().obstacles = {{Kind::KeyPurged, recordOf(binding->version)}};
            }
        }
        if (m_resource.store) examineStore(*m_resource.store);
        examineFormerKeys();
        examineStoredData();
        std::ranges::stable_sort(m_out.reasons, std::greater{}, &Reason::weight);
        return std::move(m_out);
    }

private:
    void note(Health weight, Statement what, std::optional<Action> fix = {})
    {
        m_out.health = std::max(m_out.health, weight);
        m_out.reasons.push_back({weight, std::move(what), std::move(fix)});
    }
    void until(Instant time)
    {
        if (time > m_now && (!m_out.validUntil || time < *m_out.validUntil)) m_out.validUntil = time;
    }
    std::string path() const { return m_vault->name.text() + "/" + m_key->name.text(); }

    void examineBinding(const Binding &binding)
    {
        const auto *version = m_key->version(binding.version);
        if (!version) {
            note(Health::Lost, {Code::VersionGone, {}, {}, {}});
            m_out.reasons.back().obstacles = {{Kind::VersionGone, recordOf(binding.version)}};
            return;
        }
        const auto *profile = m_profile;
        const auto before = m_out.reasons.size();
        if (m_key->deleted) until(m_key->deleted->purgeAt);
        if (version->notBefore) until(*version->notBefore);
        if (version->expires) until(*version->expires);
        for (auto &reason : obstaclesTo(m_estate, m_resource, *m_vault, *m_key, *version,
                                        {profile ? profile->permissions : PermissionSet{}, true}, m_now)) {
            if (const auto event = eventOf(reason); event && profile && profile->lossBy(*event).goesOn)
                reason.weight = Health::AtRisk; // P16
            m_out.health = std::max(m_out.health, reason.weight);
            m_out.reasons.push_back(std::move(reason));
        }
        if (m_out.reasons.size() > before) tellMeaning(before);
        if (m_resource.loss) note(Health::Lost, countdown(*m_resource.loss));
        if (m_out.health == Health::Lost || m_out.reasons.size() > before) return;
        examineExpiry(*version);
        if (profile)
            if (auto guarded = vaultProtected(*profile, *m_vault); !guarded)
                note(Health::AtRisk, guarded.error(),
                     guarded.error().code == Code::ProfileRetention
                         ? std::nullopt
                         : std::optional<Action>(command::UpdateVault{m_vault->id, true, true, {}, {}, {}}));
        if (profile)
            if (const auto there = providerRegistered(m_estate, *profile, m_resource, *m_vault); !there)
                note(Health::AtRisk, there.error(), registering(m_estate, *profile, *m_vault)); // BOT-7
        if (const auto *identity = m_estate.identityOf(m_resource); identity && binding.since < identity->created)
            note(Health::Warning, {Code::IdentitySince, m_resource.name.text(), {path()}, {}}); // BKP-7
        if (!m_key->backupIsCurrent()) note(Health::Warning, {Code::KeyUnsaved, path(), {}, {}});
    }

    /// P16: a disabled, a deleted, an expired and an unreachable key are four things.
    static std::optional<LossEvent> eventOf(const Reason &reason)
    {
        const auto kind = reason.obstacles.empty() ? Kind::Pending : reason.obstacles.front().kind;
        switch (kind) {
        case Kind::Disabled: return LossEvent::Disabled;
        case Kind::KeyDeleted:
        case Kind::VaultDeleted: return LossEvent::Deleted;
        case Kind::NotYetValid:
        case Kind::Expired: return LossEvent::Expired;
        case Kind::RegionOut:
        case Kind::BypassOff:
        case Kind::ServiceNotListed:
        case Kind::IdentityKind: return LossEvent::Unreachable;
        default: return std::nullopt;
        }
    }

    /// What the worst of the reasons from the first one on comes to, where the profile says more of it than one word.
    void tellMeaning(std::size_t first)
    {
        if (!m_profile ||
            (m_profile->losses.empty() && m_profile->lossWithin.count() == 0 && m_profile->recovery.empty()))
            return;
        const auto worst = std::ranges::max_element(m_out.reasons.begin() + static_cast<std::ptrdiff_t>(first),
                                                    m_out.reasons.end(), {}, &Reason::weight);
        const auto event = eventOf(*worst);
        const auto weight = worst->weight;
        auto told = phrase(event ? m_profile->lossBy(*event).what : m_profile->onLoss);
        if (const auto within = m_profile->lossWithin; within.count() > 0 && weight == Health::Lost)
            told = said("{0} (within {1})", std::move(told), toldLength(within));
        if (!m_profile->recovery.empty())
            told = said("{0}; once the key can be used again: {1}", std::move(told), phrase(m_profile->recovery));
        note(weight, {Code::LossMeans, m_resource.name.text(), {std::move(told)}, {}});
    }

    /// MOD-24: what its store loses it loses.
    void examineStore(const ResourceId &id)
    {
        const auto *store = m_estate.resource(id);
        if (!store || store->store) return;
        auto verdict = assess(m_estate, *store, m_now);
        if (verdict.validUntil) until(*verdict.validUntil);
        if (verdict.lostAt && (!m_out.lostAt || *verdict.lostAt < *m_out.lostAt)) m_out.lostAt = verdict.lostAt;
        for (auto &reason : verdict.reasons) {
            if (reason.weight < Health::AtRisk) continue; // what only the store's owner has to look after
            note(reason.weight, {Code::StoreTroubled, store->name.text(), {sentence(reason.what)}, reason.remedy()},
                 std::move(reason.fix));
            m_out.reasons.back().obstacles = std::move(reason.obstacles);
        }
    }

    /// BOT-12, P2: what is not under the present key yet is read under a former one.
    void examineFormerKeys()
    {
        for (const auto &former : m_resource.formerKeys) {
            if (former.until) until(*former.until);
            const Use use{
                .resource = m_resource.id, .vault = former.vault, .key = former.key, .version = former.version};
            auto reason = whyUnreadable(use);
            if (!reason) continue;
            note(Health::AtRisk,
                 {Code::DataUnreadable,
                  {},
                  {said("what is still under its former key"), phrase(words().opened), sentence(reason->what)},
                  reason->remedy()},
                 std::move(reason->fix));
            m_out.reasons.back().obstacles = std::move(reason->obstacles);
        }
    }

    /// TDE-6: what was found when it asked, and what follows.
    Statement countdown(const AccessLoss &loss) const
    {
        const auto since = isoText(loss.since);
        if (!m_profile || m_profile->dropsAfter.count() == 0 || outageSuffered(m_estate, m_resource))
            return {Code::AccessLostSince, {}, {since, toldKind(loss.kind)}, {}};
        return {
            Code::AccessLostUntil,
            {},
            {since, toldKind(loss.kind), phrase(plural(words().piece)), isoText(loss.since + m_profile->dropsAfter)},
            {}};
    }
    static Sentence toldKind(AccessLoss::Kind kind)
    {
        switch (kind) {
        case AccessLoss::Kind::Unreachable: return said("its vault cannot be reached");
        case AccessLoss::Kind::Expired: return said("the key expired");
        case AccessLoss::Kind::Refused: break;
        }
        return said("it was refused");
    }

    void examineExpiry(const KeyVersion &version)
    {
        if (!version.expires) return;
        m_out.lostAt = version.expires;
        until(*version.expires);
        until(*version.expires - warnBeforeExpiry);
        const bool forecast = m_profile && m_profile->refusesExpiry; // TDE-9: however late it is
        if (forecast || *version.expires - m_now <= warnBeforeExpiry)
            note(Health::AtRisk,
                 {Code::KeyExpiresSoon, path(), {dateText(*version.expires), phrase(words().afterEnd)}, {}});
        else
            m_out.lostAt.reset();
        if (m_profile && m_profile->advisesNoExpiry) // P17
            note(Health::Warning,
                 {Code::ExpiryAdvisedAgainst, path(), {dateText(*version.expires), phrase(m_profile->title)}, {}});
    }

    /// Under any version; what fails for the same reason is told of together.
    void examineStoredData()
    {
        struct Failure {
            std::uint64_t pieces = 0;
            bool kept = false;
            Sentence why;
            Reason reason;
        };
        std::map<std::pair<bool, std::string>, Failure> failures;
        for (const auto &[use, count] : m_estate.usesBy(m_resource.id)) {
            if (use.purpose != Use::Purpose::StoredData) continue;
            auto reason = whyUnreadable(use);
            if (!reason) continue;
            const bool kept = use.ends == Use::Ends::DataDeleted;
            m_out.unreadable += count;
            if (kept) m_out.unreadableKept += count;
            auto why = sentence(reason->what);
            const auto stands = reason->obstacles;
            auto &failure = failures.try_emplace({kept, why.text()}, 0, kept, why, std::move(*reason)).first->second;
            auto &all = failure.reason.obstacles;
            if (failure.pieces > 0) all.insert(all.end(), stands.begin(), stands.end());
            failure.pieces += count;
        }
        for (auto &[key, failure] : failures) {
            note(Health::AtRisk,
                 {Code::DataUnreadable,
                  {},
                  {counted(failure.pieces, failure.kept ? words().kept : words().piece),
                   phrase(failure.kept ? words().keptOpened : words().opened), failure.why},
                  failure.reason.remedy()},
                 failure.reason.fix);
            m_out.reasons.back().obstacles = std::move(failure.reason.obstacles);
        }
    }

    /// By which its service opens what it stored.
    PermissionSet opening() const
    {
        const bool unwraps = !m_profile || m_profile->permissions.has(Permission::UnwrapKey);
        return unwraps ? PermissionSet{Permission::UnwrapKey} : PermissionSet{Permission::Decrypt};
    }

    /// All that keeps what is stored under a version from being opened, told as one.
    std::optional<Reason> whyUnreadable(const Use &use)
    {
        const auto *key = m_estate.key(use.key);
        const auto *vault = key ? m_estate.vault(key->vault) : nullptr;
        const auto *version = vault ? key->version(use.version) : nullptr;
        if (!version)
            return Reason{
                Health::AtRisk, {Code::DataKeyPurged, {}, {}, {}}, {}, {{Kind::KeyPurged, recordOf(use.version)}}};
        if (key->deleted) until(key->deleted->purgeAt);
        std::optional<Reason> out;
        for (auto &reason : obstaclesTo(m_estate, m_resource, *vault, *key, *version, {opening(), false}, m_now)) {
            reason.weight = Health::AtRisk;
            if (!out) {
                out = std::move(reason);
                continue;
            }
            out->what = {Code::SeveralReasons, {}, {sentence(out->what), sentence(reason.what)}, out->remedy()};
            out->obstacles.insert(out->obstacles.end(), reason.obstacles.begin(), reason.obstacles.end());
        }
        return out;
    }

    const ServiceWords &words() const
    {
        static const ServiceWords none;
        return m_profile ? m_profile->words : none;
    }

    const Estate &m_estate;
    const Resource &m_resource;
    const ServiceProfile *m_profile;
    Instant m_now;
    const Key *m_key = nullptr;
    const Vault *m_vault = nullptr;
    BindingHealth m_out;
};

/// What stands in a region that went out or came back, or has a key that does.
void addRegions(std::set<ResourceId> &found, const Estate &before, const Estate &after)
{
    const auto changed = [&](const Region &region) {
        return (outageOf(before, region) != nullptr) != (outageOf(after, region) != nullptr);
    };
    if (!std::ranges::any_of(after.catalogue().platform().regions, [&](const KnownRegion &one) {
            const auto region = Region::from(one.name);
            return region && changed(*region);
        }))
        return;
    for (const auto &[id, resource] : after.resources())
        if (changed(resource->place.region)) found.insert(id);
    for (const auto &[id, vault] : after.vaults())
        if (changed(vault->place.region))
            for (const auto &resource : after.dependantsOf(id)) found.insert(resource);
}

/// What needs a key of a vault there: its provider may have come or gone.
void addSubscription(std::set<ResourceId> &found, const Estate &estate, const SubscriptionId &id)
{
    const auto *subscription = estate.subscription(id);
    if (!subscription) return;
    for (const auto &[vaultId, vault] : estate.vaults())
        if (vault->place.subscription == subscription->guid)
            for (const auto &resource : estate.dependantsOf(vaultId)) found.insert(resource);
}

bool assessed(const Estate &estate, const Resource &resource)
{
    return resource.store || !estate.usesBy(resource.id).empty();
}

/// One verdict, and its place among those that time will change: both in a time that hardly grows with their number.
void assessOne(Assessment &assessment, const Estate &estate, const ResourceId &id, Instant now)
{
    const auto *before = assessment.bindings.find(id);
    if (before && before->validUntil) assessment.due.erase({*before->validUntil, id});
    const auto *resource = estate.resource(id);
    if (!resource || !assessed(estate, *resource)) {
        assessment.bindings.erase(id);
        return;
    }
    auto verdict = assess(estate, *resource, now);
    if (verdict.validUntil) assessment.due.insert({*verdict.validUntil, id});
    if (before && *before == verdict) return; // so that what compares verdicts sees that this one stayed
    assessment.bindings.set(id, std::move(verdict));
}

} // namespace

std::string_view healthText(Health health)
{
    static constexpr std::string_view texts[] = {"working", "warning", "at-risk", "lost"};
    return texts[static_cast<std::size_t>(health)];
}

std::set<Obstacle> obstaclesOf(const BindingHealth &health)
{
    std::set<Obstacle> out;
    for (const auto &reason : health.reasons) out.insert(reason.obstacles.begin(), reason.obstacles.end());
    return out;
}

BindingHealth assess(const Estate &estate, const Resource &resource, Instant now)
{
    return Examination(estate, resource, now).run();
}

Assessment assess(const Estate &estate, Instant now)
{
    Assessment out;
    for (const auto &[id, resource] : estate.resources()) assessOne(out, estate, id, now);
    return out;
}

std::vector<ResourceId> affectedBy(const Estate &before, const Change &change)
{
    std::set<ResourceId> found;
    // Whose access a principal's change may alter: its own, and that of everybody in it, with the resources they stand
    // for.
    const std::function<void(const Estate &, const PrincipalId &, int)> addPrincipal =
        [&](const Estate &estate, const PrincipalId &id, int depth) {
            for (const auto &resource : estate.resourcesOf(id)) found.insert(resource);
            if (const auto *principal = depth < deepestGroup ? estate.principal(id) : nullptr)
                for (const auto &member : principal->members) addPrincipal(estate, member, depth + 1);
        };
    const auto addKey = [&](const KeyId &id) {
        for (const auto *estate : {&before, &change.next})
            for (const auto &resource : estate->dependantsOf(id)) found.insert(resource);
    };
    const auto addOwner = [&]<class Id, class T>(const Id &id, ResourceId T::*owner) {
        for (const auto *estate : {&before, &change.next})
            if (const auto *stored = estate->template find<T>(id)) found.insert(stored->*owner);
    };
    for (const auto &touched : change.touched) {
        const auto &raw = touched.id.bytes;
        switch (touched.kind) {
        case EntityKind::Key: addKey(KeyId{raw}); break;
        case EntityKind::Vault:
            for (const auto *estate : {&before, &change.next})
                for (const auto &resource : estate->dependantsOf(VaultId{raw})) found.insert(resource);
            break;
        case EntityKind::Resource: found.insert(ResourceId{raw}); break;
        case EntityKind::Point: addOwner(PointId{raw}, &RecoveryPoint::resource); break;
        case EntityKind::Database: addOwner(DatabaseId{raw}, &Database::server); break;
        case EntityKind::DatabaseBackup: addOwner(DatabaseBackupId{raw}, &DatabaseBackup::server); break;
        case EntityKind::Principal:
            for (const auto *estate : {&before, &change.next}) addPrincipal(*estate, PrincipalId{raw}, 0);
            break;
        case EntityKind::Assignment:
            for (const auto *estate : {&before, &change.next})
                if (const auto *assignment = estate->assignment(AssignmentId{raw}))
                    addPrincipal(*estate, assignment->principal, 0);
            break;
        case EntityKind::Role:
            for (const auto *estate : {&before, &change.next})
                for (const auto &id : estate->access().assignmentsOf(RoleId{raw}))
                    addPrincipal(*estate, estate->assignment(id)->principal, 0);
            break;
        case EntityKind::Subscription:
            for (const auto *estate : {&before, &change.next}) addSubscription(found, *estate, SubscriptionId{raw});
            break;
        case EntityKind::Settings: addRegions(found, before, change.next); break;
        case EntityKind::Job:
        case EntityKind::WizardDraft:
        case EntityKind::Tenant: // what moves with them is touched itself
        case EntityKind::Group:
        case EntityKind::Lock:
        case EntityKind::OwnProfile: // of which no resource is when it comes or goes
        case EntityKind::SiemReceiver:
        case EntityKind::Network: break; // services have no address
        }
    }
    for (const auto &id : std::vector(found.begin(), found.end()))
        for (const auto *estate : {&before, &change.next})
            for (const auto &served : estate->servedBy(id)) found.insert(served); // MOD-24
    return {found.begin(), found.end()};
}

Assessment assess(Assessment before, const Estate &estateBefore, const Change &change, Instant now)
{
    for (const auto &id : affectedBy(estateBefore, change)) assessOne(before, change.next, id, now);
    for (auto next = before.due.first(); next && now >= next->first; next = before.due.first())
        assessOne(before, change.next, next->second, now); // whose next time is later than now
    return before;
}

std::optional<Instant> Assessment::validUntil() const
{
    return due.first().transform([](const DueTimes::One &one) { return one.first; });
}

} // namespace keyward::estate
