// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/common_impact.h"

#include "backend/estate/change_builder.h"
#include "backend/estate/row.h"

#include <algorithm>

namespace keyward::estate {
namespace {

/// What would stand in the way that does not now. Compared by what it is, not by its words: "2 recovery points" is no
/// news after "3".
std::vector<Reason> addedBy(const BindingHealth &before, const BindingHealth &after)
{
    const auto had = obstaclesOf(before);
    const auto isNew = [&](const Obstacle &one) { return !had.contains(one); };
    std::vector<Reason> out;
    for (const auto &reason : after.reasons)
        if (std::ranges::any_of(reason.obstacles, isNew)) out.push_back(reason);
    return out;
}

std::string textsOf(const std::vector<Reason> &reasons)
{
    std::string out;
    for (const auto &reason : reasons) {
        const auto text = reason.text();
        out += (out.empty() ? "" : "; ") + (text.ends_with('.') ? text.substr(0, text.size() - 1) : text);
    }
    return out;
}

std::vector<Impact::Effect> effectsOf(const Estate &before, const Change &change, Instant now)
{
    std::vector<Impact::Effect> out;
    for (const auto &id : affectedBy(before, change)) {
        const auto *was = before.resource(id);
        const auto *is = change.next.resource(id);
        if (!was || !is) continue;
        Impact::Effect effect{id, describe(before, *was), assess(before, *was, now), assess(change.next, *is, now)};
        effect.added = addedBy(effect.before, effect.after);
        if (effect.before != effect.after || !effect.added.empty()) out.push_back(std::move(effect));
    }
    return out;
}

/// On keys that a command takes away, where live claims count even if access is lost already.
std::vector<Claim> claimsOn(const Estate &estate, const KeyLosses &losses)
{
    std::vector<Claim> out;
    for (const auto &loss : losses) {
        const auto *key = estate.key(loss.key);
        if (!key) continue;
        for (auto &claim : loss.version ? claims(estate, *key, *loss.version) : claims(estate, *key))
            out.push_back(std::move(claim));
    }
    return out;
}

std::string summary(const Estate &estate, const std::vector<Impact::Effect> &effects)
{
    std::string out;
    for (const auto &effect : effects) {
        if (effect.added.empty()) continue;
        const auto stays = staysLost(effect, [&](const Action &fix) { return describe(estate, fix).text(); });
        out += (out.empty() ? "" : "; ") + effect.name + (stays.empty() ? ": " + textsOf(effect.added) : " " + stays);
    }
    return out;
}

/// A switch for everybody at once, by which nobody may lose anything unasked.
bool losesByItself(const Facts &facts, const std::vector<AccessDifference> &access)
{
    return facts.nobodyMayLose &&
           std::ranges::any_of(access, [](const AccessDifference &one) { return !one.lost.empty(); });
}

bool takesAway(const Impact::Effect &effect) { return !effect.added.empty(); }

/// Keys that are destroyed, in backups that left the keystore.
std::vector<std::string> heldElsewhere(const Estate &estate, const KeyLosses &losses)
{
    std::vector<std::string> out;
    const auto add = [&](const Key &key) {
        for (const auto &backup : key.backups)
            out.push_back("key " + keyPath(estate, key) + ", " + counted(backup.versions, "version") + ": " +
                          backup.file + " of " + isoText(backup.at));
    };
    for (const auto &loss : losses)
        if (const auto *key = loss.forGood ? estate.key(loss.key) : nullptr) add(*key);
    std::ranges::sort(out);
    if (!out.empty() && estate.settings().storeBackup)
        out.push_back("copies of the keystore in " + estate.settings().storeBackup->folder);
    return out;
}

} // namespace

std::optional<StaysLost> staysLost(const Impact::Effect &effect)
{
    if (effect.before.health != Health::Lost || effect.after.health != Health::Lost) return {};
    if (effect.added.empty()) return StaysLost{.mends = {}, .because = effect.after.reasons};
    StaysLost out{.mends = {}, .because = effect.added, .another = true};
    for (const auto &reason : effect.before.reasons)
        if (reason.fix) out.mends.push_back(*reason.fix);
    return out;
}

std::string staysLost(const Impact::Effect &effect, const std::function<std::string(const Action &)> &worded)
{
    const auto stays = staysLost(effect);
    if (!stays) return {};
    if (!stays->another) return "stays lost, because " + textsOf(stays->because);
    std::string mended; // what is left when the reasons of today are gone
    for (const auto &mend : stays->mends)
        if (const auto fix = worded(mend); !fix.empty() && mended.find(fix) == std::string::npos)
            mended += (mended.empty() ? "'" : " and '") + fix + "'";
    return "stays lost after " + (mended.empty() ? "what keeps it from its key now is mended" : mended) + ", because " +
           textsOf(stays->because);
}

std::vector<std::string> stillHeldBy(const Estate &estate, const Action &action)
{
    return heldElsewhere(estate, factsOf(estate, action).takesAway);
}

CommonImpact commonImpact(const Estate &estate, std::span<const Command> commands, const Actor &actor, Instant now)
{
    CommonImpact out;
    auto &whole = out.impact;
    Change all{.next = estate, .touched = {}, .effects = {}};
    bool undoable = true;
    for (const auto &command : commands) {
        const auto before = all.next;
        auto change = applyUnguarded(before, command, actor, now);
        auto &one = out.each.emplace_back();
        if (!change) {
            one.refused = std::move(change).error();
            continue;
        }
        const auto facts = factsOf(before, command.action);
        const auto words = wordsOf(before, command.action);
        const auto live = claimsOn(before, facts.takesAway);
        whole.effects = effectsOf(before, *change, now);
        whole.access = commands.size() == 1 || facts.nobodyMayLose ? accessDifferences(before, *change)
                                                                   : std::vector<AccessDifference>{};
        // Each by itself, also where a later one mends what it breaks.
        one.takesAway = !facts.takesOnPurpose && (!live.empty() || losesByItself(facts, whole.access) ||
                                                  std::ranges::any_of(whole.effects, takesAway));
        whole.takesAway = whole.takesAway || one.takesAway;
        whole.claims.insert(whole.claims.end(), live.begin(), live.end());
        const auto held = heldElsewhere(before, facts.takesAway);
        whole.stillHeldBy.insert(whole.stillHeldBy.end(), held.begin(), held.end());
        if (whole.irreversible.empty()) whole.irreversible = words.irreversible;
        undoable = undoable && words.undo;
        if (words.undo) out.undo.insert(out.undo.begin(), *words.undo);
        all.next = std::move(change->next);
        all.touched.insert(all.touched.end(), change->touched.begin(), change->touched.end());
    }
    std::ranges::sort(whole.stillHeldBy);
    whole.stillHeldBy.erase(std::ranges::unique(whole.stillHeldBy).begin(), whole.stillHeldBy.end());
    if (!undoable) out.undo.clear();
    if (commands.size() == 1) {
        if (!out.undo.empty()) whole.undo = Undo{.action = out.undo.front(), .estate = all.next};
        return out;
    }
    whole.effects = effectsOf(estate, all, now);
    whole.access = accessDifferences(estate, all);
    return out;
}

Result<Impact> impactOf(const Estate &estate, const Command &command, const Actor &actor, Instant now)
{
    auto one = commonImpact(estate, {&command, 1}, actor, now);
    if (auto &refused = one.each.front().refused) return std::unexpected(*std::move(refused));
    return std::move(one.impact);
}

Status refuseKept(const Estate &estate, const Facts &facts)
{
    for (const auto &claim : claimsOn(estate, facts.takesAway)) {
        const auto *resource = estate.resource(claim.use.resource);
        const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
        const bool deletes = std::ranges::any_of(facts.takesAway, [&](const KeyLoss &loss) {
            return loss.key == claim.use.key && (!loss.version || loss.forGood);
        });
        if (deletes && profile && profile->boundKeyNeverDeleted && claim.use.purpose == Use::Purpose::NewData)
            return fail(Code::BoundKeyKept, facts.subject, {sentence(claim.what)});
    }
    return {};
}

Status refuseLosses(const Estate &before, const Facts &facts, const Change &change, Instant now)
{
    if (const auto live = claimsOn(before, facts.takesAway); !live.empty())
        return fail(Code::LiveClaims, facts.subject, {joined(live)}); // MOD-5
    if (facts.takesOnPurpose) return {};
    const auto effects = effectsOf(before, change, now);
    if (facts.nobodyMayLose)
        if (const auto access = accessDifferences(before, change); losesByItself(facts, access))
            return fail(Code::AccessLost, facts.subject, {summary(access)});
    if (std::ranges::any_of(effects, takesAway))
        return fail(Code::OverrideNeeded, facts.subject, {summary(before, effects)});
    return {};
}

} // namespace keyward::estate
