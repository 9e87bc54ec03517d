// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/tables/list_table.h"
#include "models/workspace.h"

namespace keyward::models {

/// CON-4: what a command would do to what is in use, worked out beside the window from the same rules that will carry
/// it out. One component for every place that shows consequences.
class ImpactPreview final : public QObject
{
    Q_OBJECT
public:
    explicit ImpactPreview(Workspace &workspace, QObject *parent = nullptr);
    ~ImpactPreview() override;

    void ask(estate::Command command);
    void clear();
    void hold(bool on); ///< while it is carried out: what was shown stays, whatever the estate does meanwhile
    bool asked() const { return m_command.has_value(); }
    bool pending() const { return m_pending; }
    bool known() const { return m_impact.has_value(); }
    const Refusal &refusal() const { return m_refusal; }   ///< a rule forbids it
    const QString &headline() const { return m_headline; } ///< what will be done
    const QString &verdict() const { return m_verdict; }   ///< "2 resources lose access at once"
    const QString &irreversible() const { return m_irreversible; }
    const QString &undo() const { return m_undo; }
    const QString &commandLine() const { return m_commandLine; }
    const QString &subject() const { return m_subject; }   ///< the name to type before it is overridden
    const QStringList &claims() const { return m_claims; } ///< what still needs it
    bool takesAway() const { return m_impact && m_impact->takesAway; }
    ListTable &effects() { return m_effects; }
    ListTable &access() { return m_access; } ///< who gains or loses what

Q_SIGNALS:
    void changed();

private:
    struct Answer {
        Result<estate::Impact> impact;
        Moment moment;
    };
    void show(Answer answer);
    void work();

    Workspace &m_workspace;
    std::optional<estate::Command> m_command;
    std::optional<estate::Impact> m_impact;
    bool m_pending = false;
    bool m_held = false;
    Refusal m_refusal;
    QString m_headline, m_verdict, m_irreversible, m_undo, m_commandLine, m_subject;
    QStringList m_claims;
    void showAccess(const estate::Impact &impact);

    ListTable m_effects;
    ListTable m_access;
    Tickets m_tickets;
};

} // namespace keyward::models
