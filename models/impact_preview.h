// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/common_impact.h"
#include "models/tables/list_table.h"
#include "models/workspace.h"

namespace keyward::models {

/// CON-4: what a command, or several one after the other, would do to what is in use, worked out beside the window from
/// the same rules that will carry it out. One component for every place that shows consequences.
class ImpactPreview final : public QObject
{
    Q_OBJECT
public:
    explicit ImpactPreview(Workspace &workspace, QObject *parent = nullptr);
    ~ImpactPreview() override;

    /// Of several things, some may be left out from the start.
    struct LeftOut {
        QString what;
        Refusal why;
    };
    void ask(std::vector<estate::Action> actions, std::vector<LeftOut> leftOut = {});
    void clear();
    void hold(bool on); ///< while it is carried out: what was shown stays, whatever the estate does meanwhile
    bool asked() const { return !m_commands.empty(); }
    bool pending() const { return m_pending; }
    bool known() const { return m_impact.has_value(); }
    const Refusal &refusal() const { return m_refusal; }   ///< a rule forbids it; of several: all of them
    const QString &headline() const { return m_headline; } ///< what will be done
    const QString &verdict() const { return m_verdict; }   ///< "2 resources lose access at once"
    const QString &irreversible() const { return m_irreversible; }
    const QString &undo() const { return m_undo; }
    const QString &commandLine() const { return m_commandLine; }
    /// What to type before it is overridden: the name of what it is about; of several, how many there are.
    const QString &subject() const { return m_subject; }
    const QStringList &claims() const { return m_claims; } ///< what still needs it
    /// Without what a rule forbids. Each overrides only if that is what was shown of it.
    std::vector<estate::Command> doable() const;
    bool several() const { return m_commands.size() > 1 || !m_leftOut.empty(); }
    bool takesAway() const { return m_impact && m_impact->takesAway; }
    ListTable &effects() { return m_effects; }
    ListTable &access() { return m_access; }   ///< who gains or loses what
    ListTable &refused() { return m_refused; } ///< of several: what is left out, and why

Q_SIGNALS:
    void changed();

private:
    struct Answer {
        estate::CommonImpact common;
        Moment moment;
    };
    void show(Answer answer);
    void work();

    Workspace &m_workspace;
    std::vector<estate::Command> m_commands;
    std::optional<estate::Impact> m_impact;
    std::vector<estate::CommonImpact::Each> m_each; ///< of each command
    std::vector<LeftOut> m_leftOut;
    bool m_pending = false;
    bool m_held = false;
    Refusal m_refusal;
    QString m_headline, m_verdict, m_irreversible, m_undo, m_commandLine, m_subject;
    QStringList m_claims;
    void showDeeds(const estate::CommonImpact &common, const estate::Estate &estate);
    void showRefused(const estate::Estate &estate);
    void showEffects(estate::Impact &impact, const Answer &answer);
    void showAccess(const estate::Impact &impact);

    ListTable m_effects;
    ListTable m_access;
    ListTable m_refused;
    Tickets m_tickets;
};

} // namespace keyward::models
