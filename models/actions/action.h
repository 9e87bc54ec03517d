// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"
#include "models/one_time_secret.h"
#include "models/registry.h"
#include "models/workspace.h"

namespace keyward::models {

/// Where an action is asked about: one moment, one target.
struct Situation {
    Workspace &workspace;
    Moment moment;
    Target target;
    const estate::Estate &estate() const { return *moment->estate; }
    Random &random() const { return workspace.random(); }
};

/// What an action does once everything is known: a command, or long work of which the command, if any, is the preview.
struct Deed {
    std::optional<estate::Action> action;
    Errand errand = {};
    std::optional<Target> made = {};            ///< what exists afterwards and can be opened
    QString title = {};                         ///< of work without a command
    QString commandLine = {};                   ///< … and its equivalent
    std::shared_ptr<OneTimeSecret> secret = {}; ///< that the work makes, to be shown before all is left
};

struct ActionState {
    bool supported = false; ///< makes sense for this target at all
    bool enabled = false;
    Refusal why = {}; ///< why not, and what would enable it
};

/// An action, declared once; command bar, context menu, palette and dialogs all ask it.
struct ActionRecord {
    QString id;
    QString text; ///< a verb; the ellipsis is added when more is asked
    QString icon;
    Scope scope = Scope::Estate;
    int order = 0;
    QStringList blades = {}; ///< in whose command bar it stands; others offer it in menus only
    bool primary = false;    ///< at most one per blade
    QString shortcut = {};
    QString explanation = {};                              ///< under the dialog's title
    std::function<bool(const Situation &)> supported = {}; ///< none: always
    std::function<Status(const Situation &)> allowed = {}; ///< none: the deed without values is tried on the snapshot
    std::function<std::vector<Field>(const Situation &)> fields = {};
    std::function<Result<Deed>(const Situation &, const Values &)> deed = {};
    bool previews = false;    ///< consequences are always shown first
    QString instead = {};     ///< a milder action that is offered beside it
    QString wizard = {};      ///< opens this wizard instead
    bool destructive = false; ///< takes something away, whatever the moment says
    bool oneAtATime = false;  ///< not offered for several things, though it asks nothing
    bool sameForMany = false; ///< what it asks is answered once for several things
    QString dialog = {};      ///< opens this dialog of its own instead
    bool takesFile = false;   ///< … also when a file is dropped on its blades
    /// Said of what is filled in, and changing with it.
    std::function<QString(const Situation &, const Values &)> statement = {};
    QString leaves = {}; ///< closes the keystore for this page of the start: create, open, restore, sample
};
using DeclaredAction = Registered<ActionRecord>;

Status always(const Situation &situation); ///< nothing stands in the way of it but what is filled in
ActionState stateOf(const ActionRecord &record, const Situation &situation);
/// Can be done to several things at once: nothing is asked, or nothing that would differ between them.
bool forMany(const ActionRecord &record);
bool isSupported(const ActionRecord &record, const Situation &situation); ///< of what is there
inline constexpr std::size_t mostAsked = 50;
/// Of all these things: supported and enabled where it is for one of them; of more than mostAsked it is offered.
ActionState stateOfMany(const ActionRecord &record, Workspace &workspace, const std::vector<Target> &targets);
QString labelOf(const ActionRecord &record); ///< with its ellipsis
std::vector<const ActionRecord *> actionsOf(Scope scope);
std::vector<const ActionRecord *> actionsIn(const QString &blade); ///< of its command bar
const ActionRecord *actionById(const QString &id);

QString stringOf(const Values &values, const char *id);

} // namespace keyward::models
