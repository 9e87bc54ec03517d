// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/impact.h"

#include "backend/estate/change_builder.h"

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
    for (const auto &reason : reasons)
        out += (out.empty() ? "" : "; ") +
               (reason.text.ends_with('.') ? reason.text.substr(0, reason.text.size() - 1) : reason.text);
    return out;
}

/// Where access is lost already and stays so: what is left when the reasons of today are gone.
std::string staysLost(const Estate &estate, const Impact::Effect &effect)
{
    if (effect.before.health != Health::Lost || effect.after.health != Health::Lost) return {};
    if (effect.added.empty()) return "stays lost, because " + textsOf(effect.after.reasons);
    std::string mended;
    for (const auto &reason : effect.before.reasons)
        if (const auto line = reason.fix ? commandLine(estate, *reason.fix) : std::string();
            !line.empty() && mended.find(line) == std::string::npos)
            mended += (mended.empty() ? "'" : " and '") + line + "'";
    return "stays lost after " + (mended.empty() ? "what keeps it from its key now is mended" : mended) + ", because " +
           textsOf(effect.added);
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
        effect.stays = staysLost(before, effect);
        if (effect.before != effect.after || !effect.added.empty()) out.push_back(std::move(effect));
    }
    return out;
}

/// Keys that a command deletes or purges, whose live claims therefore count even where access is lost already.
std::vector<Claim> claimsTakenAway(const Estate &estate, const Command &command)
{
    const auto of = [&](const KeyId &id) {
        const auto *key = estate.key(id);
        return key ? claims(estate, *key) : std::vector<Claim>{};
    };
    const auto ofVault = [&](const VaultId &id) {
        std::vector<Claim> all;
        for (const auto &key : estate.keysOf(id))
            for (auto &claim : of(key)) all.push_back(std::move(claim));
        return all;
    };
    if (const auto *remove = std::get_if<command::DeleteKey>(&command.action)) return of(remove->key);
    if (const auto *purge = std::get_if<command::PurgeKey>(&command.action)) return of(purge->key);
    if (const auto *remove = std::get_if<command::DeleteVault>(&command.action)) return ofVault(remove->vault);
    if (const auto *purge = std::get_if<command::PurgeVault>(&command.action)) return ofVault(purge->vault);
    if (const auto *update = std::get_if<command::UpdateKeyVersion>(&command.action);
        update && update->enabled == false)
        if (const auto *key = estate.key(update->key)) return claims(estate, *key, update->version);
    return {};
}

std::string summary(const std::vector<Impact::Effect> &effects)
{
    std::string out;
    for (const auto &effect : effects) {
        if (effect.added.empty()) continue;
        out += (out.empty() ? "" : "; ") + effect.name +
               (effect.stays.empty() ? ": " + textsOf(effect.added) : " " + effect.stays);
    }
    return out;
}

/// Changing the access model is a switch for everybody at once, so nobody may lose anything by it unasked.
bool losesByItself(const Action &action, const std::vector<AccessDifference> &access)
{
    return std::holds_alternative<command::SetAccessModel>(action) &&
           std::ranges::any_of(access, [](const AccessDifference &one) { return !one.lost.empty(); });
}

bool takesAway(const Impact::Effect &effect) { return !effect.added.empty(); }

} // namespace

std::vector<std::string> stillHeldBy(const Estate &estate, const Action &action)
{
    std::vector<std::string> out;
    const auto add = [&](const Key &key) {
        for (const auto &backup : key.backups)
            out.push_back("key " + keyPath(estate, key) + ", " + counted(backup.versions, "version") + ": " +
                          backup.file + " of " + isoText(backup.at));
    };
    if (const auto *purge = std::get_if<command::PurgeKey>(&action)) {
        if (const auto *key = estate.key(purge->key)) add(*key);
    } else if (const auto *whole = std::get_if<command::PurgeVault>(&action)) {
        for (const auto &id : estate.keysOf(whole->vault)) add(*estate.key(id));
    }
    std::ranges::sort(out);
    if (!out.empty() && estate.settings().storeBackup)
        out.push_back("copies of the keystore in " + estate.settings().storeBackup->folder);
    return out;
}

Result<Impact> impactOf(const Estate &estate, const Command &command, const Actor &actor, Instant now)
{
    KEYWARD_TRY(const auto change, applyUnguarded(estate, command, actor, now));
    Impact impact;
    impact.effects = effectsOf(estate, change, now);
    impact.claims = claimsTakenAway(estate, command);
    impact.access = accessDifferences(estate, change);
    impact.stillHeldBy = stillHeldBy(estate, command.action);
    impact.irreversible = irreversible(estate, command.action);
    impact.undo = undoOf(estate, command.action);
    impact.takesAway = !impact.claims.empty() || losesByItself(command.action, impact.access) ||
                       std::ranges::any_of(impact.effects, takesAway);
    return impact;
}

Status refuseLosses(const Estate &before, const Command &command, const Change &change, Instant now)
{
    if (const auto live = claimsTakenAway(before, command); !live.empty())
        return fail(Code::LiveClaims, subjectOf(before, command.action), {joined(live)}); // MOD-5
    const auto effects = effectsOf(before, change, now);
    if (std::holds_alternative<command::SetAccessModel>(command.action))
        if (const auto access = accessDifferences(before, change); losesByItself(command.action, access))
            return fail(Code::AccessLost, subjectOf(before, command.action), {summary(access)});
    if (std::ranges::any_of(effects, takesAway))
        return fail(Code::OverrideNeeded, subjectOf(before, command.action), {summary(effects)});
    return {};
}

} // namespace keyward::estate
