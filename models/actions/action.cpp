// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Action)
};

std::vector<const ActionRecord *> inOrder(std::vector<const ActionRecord *> records)
{
    std::ranges::sort(records, {}, [](const ActionRecord *record) {
        return std::tuple(!record->primary, record->order, std::cref(record->id).get());
    });
    return records;
}

} // namespace

Status always(const Situation &) { return {}; }

bool isSupported(const ActionRecord &record, const Situation &situation)
{
    return exists(situation.estate(), situation.target) && (!record.supported || record.supported(situation));
}

ActionState stateOf(const ActionRecord &record, const Situation &situation)
{
    ActionState state;
    state.supported = isSupported(record, situation);
    if (!state.supported) return state;
    Status allowed;
    if (record.allowed)
        allowed = record.allowed(situation);
    else if (record.deed && !record.fields) {
        const auto deed = record.deed(situation, {});
        if (!deed)
            allowed = std::unexpected(deed.error());
        else if (deed->action) // what changes nothing in the estate is not for its rules to refuse
            allowed = estate::applyUnguarded(situation.estate(), {*deed->action}, situation.workspace.actor(),
                                             situation.moment->now)
                          .transform([](const auto &) {});
    }
    state.enabled = allowed.has_value();
    if (!allowed) state.why = refusalOf(allowed.error());
    return state;
}

bool forMany(const ActionRecord &record)
{
    return record.deed && (!record.fields || record.sameForMany) && record.wizard.isEmpty() &&
           record.dialog.isEmpty() && record.leaves.isEmpty() && record.scope != Scope::Estate && !record.oneAtATime;
}

ActionState stateOfMany(const ActionRecord &record, Workspace &workspace, const std::vector<Target> &targets)
{
    ActionState out;
    for (std::size_t i = 0; i < std::min(targets.size(), mostAsked) && !out.enabled; ++i) {
        auto one = stateOf(record, {workspace, workspace.moment(), targets[i]});
        if (one.supported || i == 0) out = std::move(one);
    }
    if (targets.size() > mostAsked) out.supported = out.enabled = true; // the dialog says which are left out
    if (targets.size() > 1 && !forMany(record)) {
        out.enabled = false;
        out.why = {Words::tr("This is done to one thing at a time."), Words::tr("Select a single row.")};
    }
    return out;
}

QString labelOf(const ActionRecord &record)
{
    const bool more = record.fields || record.previews || !record.wizard.isEmpty() || !record.dialog.isEmpty() ||
                      !record.leaves.isEmpty();
    return more ? record.text + QChar(0x2026) : record.text;
}

std::vector<const ActionRecord *> actionsOf(Scope scope)
{
    auto all = DeclaredAction::all();
    std::erase_if(all, [&](const ActionRecord *record) { return record->scope != scope; });
    return inOrder(std::move(all));
}

std::vector<const ActionRecord *> actionsIn(const QString &blade)
{
    auto all = DeclaredAction::all();
    std::erase_if(all, [&](const ActionRecord *record) { return !record->blades.contains(blade); });
    return inOrder(std::move(all));
}

const ActionRecord *actionById(const QString &id)
{
    for (const auto *record : DeclaredAction::all())
        if (record->id == id) return record;
    return nullptr;
}

QString stringOf(const Values &values, const char *id)
{
    return values.value(QString::fromLatin1(id)).toString().trimmed();
}

} // namespace keyward::models
