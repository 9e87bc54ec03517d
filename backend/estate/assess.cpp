// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/assess.h"

#include "backend/estate/authorize.h"
#include "backend/estate/change_builder.h"

#include <algorithm>
#include <map>
#include <set>

namespace keyward::estate {
namespace {

constexpr Millis warnBeforeExpiry = Days(30);

/// Gathers the verdict on one resource.
class Examination
{
public:
    Examination(const Estate &estate, const Resource &resource, Instant now) : m_estate(estate), m_resource(resource), m_now(now) {}

    BindingHealth run()
    {
        if (const auto &binding = m_resource.binding) {
            m_key = m_estate.key(binding->key);
            m_vault = m_estate.vault(binding->vault);
            if (!m_key || !m_vault) note(Health::Lost, "its key was purged; what it protects cannot be recovered", "");
            else examineBinding(*binding);
        }
        examinePoints();
        std::ranges::stable_sort(m_out.reasons, std::greater{}, &Reason::weight);
        return std::move(m_out);
    }

private:
    void note(Health weight, std::string text, std::string remedy, std::optional<Action> fix = {})
    {
        m_out.health = std::max(m_out.health, weight);
        m_out.reasons.push_back({weight, std::move(text), std::move(remedy), std::move(fix)});
    }
    void until(Instant time)
    {
        if (time > m_now && (!m_out.validUntil || time < *m_out.validUntil)) m_out.validUntil = time;
    }
    std::string path() const { return m_vault->name.text() + "/" + m_key->name.text(); }

    void examineBinding(const Binding &binding)
    {
        const auto *version = m_key->version(binding.version);
        if (!version) return note(Health::Lost, "the key version it uses is gone", "");
        if (m_key->deleted) until(m_key->deleted->purgeAt);
        if (version->notBefore) until(*version->notBefore);
        examineAccess(binding, *version);
        if (m_out.health == Health::Lost) return;
        examineExpiry(*version);
        if (const auto *profile = m_estate.catalogue().find(m_resource.type)) {
            if (const auto guarded = vaultProtected(*profile, *m_vault); !guarded)
                note(Health::AtRisk, message(guarded.error()), remedy(guarded.error()), command::UpdateVault{m_vault->id, true, true, {}, {}, {}});
        }
        if (!m_key->backupIsCurrent())
            note(Health::Warning, "key " + path() + " has no backup of its newest version", "Back it up: keywardctl key backup " + path() + " --output FILE");
    }

    void examineAccess(const Binding &binding, const KeyVersion &version)
    {
        if (!m_resource.identity) return note(Health::Lost, "it has no identity any more", "");
        if (const auto missing = missingPermissions(m_estate, m_resource, *m_vault); !missing.empty() && !m_vault->deleted) {
            const auto before = m_vault->policies.find(*m_resource.identity);
            const auto had = before == m_vault->policies.end() ? PermissionSet{} : before->second;
            note(Health::Lost, "its identity lacks " + missing.text() + " in vault " + m_vault->name.text(), "Grant it in the vault's access policies.",
                 command::SetAccessPolicy{m_vault->id, *m_resource.identity, had | missing});
        }
        for (const auto operation : {Permission::UnwrapKey, Permission::WrapKey}) {
            const auto decision = authorize(m_estate, {*m_resource.identity, binding.vault, binding.key, version.id, operation, m_now});
            if (decision.allowed() || decision.rule == Decision::Rule::PolicyLacks || decision.rule == Decision::Rule::NoPolicy) continue;
            auto text = message(*decision.refusal);
            if (!m_out.reasons.empty() && m_out.reasons.back().text == text) continue;
            if (m_key->deleted) text += " It is purged for good on " + dateText(m_key->deleted->purgeAt) + ".";
            note(Health::Lost, text, remedy(*decision.refusal), fixFor(decision.rule, version));
            break;
        }
    }

    std::optional<Action> fixFor(Decision::Rule rule, const KeyVersion &version) const
    {
        switch (rule) {
        case Decision::Rule::Disabled: return command::UpdateKeyVersion{m_key->id, version.id, true, {}, {}, {}, {}};
        case Decision::Rule::KeyDeleted: return command::RecoverKey{m_key->id};
        case Decision::Rule::VaultDeleted: return command::RecoverVault{m_vault->id};
        default: return std::nullopt;
        }
    }

    void examineExpiry(const KeyVersion &version)
    {
        if (!version.expires) return;
        m_out.lostAt = version.expires;
        until(*version.expires);
        until(*version.expires - warnBeforeExpiry);
        if (*version.expires - m_now <= warnBeforeExpiry)
            note(Health::AtRisk, "key " + path() + " expires on " + dateText(*version.expires) + "; backups fail from then on, restores still work",
                 "Rotate the key, or extend its expiry.");
        else
            m_out.lostAt.reset();
    }

    /// Points under any version; those that fail for the same reason are told of together.
    void examinePoints()
    {
        std::map<std::string, std::pair<std::uint64_t, Reason>> failures;
        for (const auto &[versionId, need] : m_estate.needsOf(m_resource.id)) {
            auto reason = whyUnreadable(need.key, versionId);
            if (!reason) continue;
            m_out.unreadablePoints += need.points;
            const auto why = reason->text;
            auto &[points, shared] = failures.try_emplace(why, 0, std::move(*reason)).first->second;
            points += need.points;
        }
        for (auto &[why, failure] : failures) note(Health::AtRisk, counted(failure.first, "recovery point") + " cannot be restored: " + why, failure.second.remedy, failure.second.fix);
    }

    std::optional<Reason> whyUnreadable(const KeyId &keyId, const VersionId &versionId)
    {
        const auto *key = m_estate.key(keyId);
        const auto *vault = key ? m_estate.vault(key->vault) : nullptr;
        if (!vault || !key->version(versionId)) return Reason{Health::AtRisk, "its key was purged", "Nothing brings them back.", {}};
        if (key->deleted) until(key->deleted->purgeAt);
        if (!m_resource.identity) return Reason{Health::AtRisk, "there is no identity to open them with", "", {}};
        const auto decision = authorize(m_estate, {*m_resource.identity, vault->id, keyId, versionId, Permission::UnwrapKey, m_now});
        if (decision.allowed()) return std::nullopt;
        Reason reason{Health::AtRisk, message(*decision.refusal), remedy(*decision.refusal), {}};
        if (decision.rule == Decision::Rule::Disabled) reason.fix = command::UpdateKeyVersion{keyId, versionId, true, {}, {}, {}, {}};
        if (decision.rule == Decision::Rule::KeyDeleted) reason.fix = command::RecoverKey{keyId};
        return reason;
    }

    const Estate &m_estate;
    const Resource &m_resource;
    Instant m_now;
    const Key *m_key = nullptr;
    const Vault *m_vault = nullptr;
    BindingHealth m_out;
};

bool assessed(const Estate &estate, const Resource &resource) { return resource.binding || estate.needsOf(resource.id).size() > 0; }

void findEarliest(Assessment &assessment)
{
    assessment.validUntil.reset();
    for (const auto &[id, health] : assessment.bindings)
        if (health.validUntil && (!assessment.validUntil || *health.validUntil < *assessment.validUntil)) assessment.validUntil = health.validUntil;
}

void assessOne(Assessment &assessment, const Estate &estate, const ResourceId &id, Instant now)
{
    const auto *resource = estate.resource(id);
    if (resource && assessed(estate, *resource)) assessment.bindings = assessment.bindings.set(id, assess(estate, *resource, now));
    else assessment.bindings = assessment.bindings.erase(id);
}

} // namespace

std::string_view healthText(Health health)
{
    static constexpr std::string_view texts[] = {"working", "warning", "at-risk", "lost"};
    return texts[static_cast<std::size_t>(health)];
}

BindingHealth assess(const Estate &estate, const Resource &resource, Instant now) { return Examination(estate, resource, now).run(); }

Assessment assess(const Estate &estate, Instant now)
{
    Assessment out;
    for (const auto &[id, resource] : estate.resources()) assessOne(out, estate, id, now);
    findEarliest(out);
    return out;
}

std::vector<ResourceId> affectedBy(const Estate &before, const Change &change)
{
    std::set<ResourceId> found;
    const auto addKey = [&](const KeyId &id) {
        for (const auto *estate : {&before, &change.next})
            for (const auto &resource : estate->dependantsOf(id)) found.insert(resource);
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
        case EntityKind::Point:
            for (const auto *estate : {&before, &change.next})
                if (const auto *point = estate->point(PointId{raw})) found.insert(point->resource);
            break;
        case EntityKind::Principal:
            for (const auto *estate : {&before, &change.next})
                if (const auto *principal = estate->principal(PrincipalId{raw}); principal && principal->resource) found.insert(*principal->resource);
            break;
        case EntityKind::Settings:
        case EntityKind::Job:
        case EntityKind::WizardDraft: break;
        }
    }
    return {found.begin(), found.end()};
}

Assessment assess(Assessment before, const Estate &estateBefore, const Change &change, Instant now)
{
    for (const auto &id : affectedBy(estateBefore, change)) assessOne(before, change.next, id, now);
    if (before.validUntil && now >= *before.validUntil) {
        const auto all = before.bindings;
        for (const auto &[id, health] : all)
            if (health.validUntil && now >= *health.validUntil) assessOne(before, change.next, id, now);
    }
    findEarliest(before);
    return before;
}

} // namespace keyward::estate
