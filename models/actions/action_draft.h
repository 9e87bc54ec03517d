// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/action.h"
#include "models/impact_preview.h"

namespace keyward::models {

/// An action being prepared, on one thing or on several: what is filled in, what is wrong with it, what it would do,
/// and what still has to be acknowledged. A dialog shows it; nothing happens before commit(). Of several, each is a
/// command of its own, and all of them one piece of long work: what is refused is told, and the others are done.
class ActionDraft final : public QObject
{
    Q_OBJECT
public:
    ActionDraft(const ActionRecord &record, Workspace &workspace, Target target, QObject *parent = nullptr);
    ActionDraft(const ActionRecord &record, Workspace &workspace, std::vector<Target> targets,
                QObject *parent = nullptr);
    /// For a fix that a finding brings along, or what takes something back.
    ActionDraft(const QString &title, std::vector<estate::Action> actions, Workspace &workspace, Target target,
                QObject *parent = nullptr);

    QString title() const;
    QString verb() const; ///< for the button
    const QString &explanation() const { return m_record.explanation; }
    const ActionRecord *instead() const;
    const Target &target() const { return m_targets.front(); }
    const Form &form() const { return m_form; }
    const std::vector<Field> &fields() const { return m_form.fields(); }
    const Values &values() const { return m_form.values(); }
    void setValue(const QString &field, const QVariant &value);
    void take(const QString &file); ///< that it was started with: into the first field that asks for one
    QString errorOf(const QString &field) const { return m_form.errorOf(field); }
    const QString &statement() const { return m_statement; } ///< what is said of what is filled in

    ImpactPreview &impact() { return m_impact; }
    bool asksForMore() const; ///< whether a dialog is needed, known once the impact is
    bool needsAcknowledgement() const { return !m_impact.irreversible().isEmpty(); }
    bool needsTypedName() const { return m_impact.takesAway(); }
    /// Takes something away or ends it: never done by an Enter meant for something else.
    bool destructive() const { return m_record.destructive || needsTypedName() || !m_impact.claims().isEmpty(); }
    void acknowledge(bool on);
    void typeName(const QString &name);
    bool ready() const { return blocker().isEmpty(); }
    QString blocker() const; ///< what is missing before it can be done; empty: nothing
    QString commandLine() const { return m_commandLine.isEmpty() ? m_impact.commandLine() : m_commandLine; }
    bool committing() const { return m_committing; }
    const Refusal &failure() const { return m_failure; } ///< of the last attempt

    /// What was made and is shown this once; null before.
    const std::shared_ptr<OneTimeSecret> &secret() const { return m_secret; }

    void commit();

Q_SIGNALS:
    void changed();
    void done(const std::optional<keyward::models::Target> &made); ///< carried out, or sent on its way

private:
    struct Said {
        QString deed;
        std::optional<estate::Action> undo;
    };
    struct Prepared {
        std::vector<Deed> deeds;
        std::vector<ImpactPreview::LeftOut> leftOut;
    };
    Situation situation() const { return {m_workspace, m_workspace.moment(), target()}; }
    bool several() const { return m_targets.size() > 1 || m_fixed.size() > 1; }
    Result<Prepared> prepared() const;
    void rebuild();
    void makeSecret(const Deed &deed);
    void finish(const Result<engine::EstatePtr> &result, const Deed &deed, const Said &said);

    ActionRecord m_record;
    Workspace &m_workspace;
    std::vector<Target> m_targets;       ///< never none
    std::vector<estate::Action> m_fixed; ///< instead of what the record would do
    Form m_form;
    QString m_statement;
    ImpactPreview m_impact;
    Refusal m_problem; ///< why there is no deed yet
    Refusal m_failure;
    bool m_harmless = false; ///< changes nothing in the estate
    QString m_commandLine;
    bool m_acknowledged = false;
    QString m_typed;
    bool m_committing = false;
    std::shared_ptr<OneTimeSecret> m_secret;
};

} // namespace keyward::models
