// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/plan.h"
#include "models/state.h"
#include "models/text.h"
#include "models/wizards/wizard_draft.h"

namespace keyward::models {

/// One step of a plan, as it is shown and agreed to.
struct StepView {
    int number = 0;
    QString id, title, detail;
    estate::Step::State state = estate::Step::State::Done;
    QString mark; ///< done, will be done, after step 3, blocked
    QString irreversible;
    QStringList loses; ///< who loses what by it
    bool asks = false; ///< is done only once it was agreed to
    bool acknowledged = false;
    QString remedy;
    bool operator==(const StepView &) const = default;
};

/// What every wizard over a plan does: it shows the steps, has those agreed to that take something away or cannot be
/// taken back, carries them out one by one, stops at the first refusal and goes on from there.
class PlanDraft : public WizardDraft
{
    Q_OBJECT
public:
    PlanDraft(Workspace &workspace, Target target) : WizardDraft(workspace, std::move(target)) {}

    QString doIt() const override;
    bool committing() const override { return m_committing; }
    bool finished() const override { return m_finished; }
    bool dirty() const override { return m_touched && !m_finished; }
    QString standing() const override;
    void commit() override;
    void save() override;

    const std::vector<StepView> &steps() const { return m_steps; }
    QString stepsTitle() const;
    void acknowledge(const QString &step, bool on);

    // Beside and at the end
    struct Meaning {
        Chip chip;
        QString text;
    };
    virtual std::vector<Meaning> meanings() const = 0;
    QString commandLine() const;
    virtual QString afterwards() const = 0;
    virtual QString afterwardsTitle() const = 0;
    virtual QString endTitle() const = 0;              ///< of the last page, once it is done
    virtual QString endText() const = 0;               ///< what is so then
    virtual QString nextAction() const = 0;            ///< what people do next there; empty: nothing in particular
    std::vector<QString> advice() const;               ///< what should be done besides
    QStringList deeds() const;                         ///< what will be done, in order
    const QStringList &done() const { return m_done; } ///< what this wizard did already, and what therefore stays
    /// Where it stopped.
    struct Failure {
        QString step, title;
        Refusal refusal;
        std::optional<estate::Action> overridable = {}; ///< can be done all the same, once it was seen what breaks
        bool operator==(const Failure &other) const { return step == other.step && refusal == other.refusal; }
    };
    const std::optional<Failure> &failure() const { return m_failure; }

protected:
    virtual QString wizard() const = 0;                              ///< its id
    virtual std::optional<estate::Plan> makePlan() const = 0;        ///< absent as long as the goal is not known
    virtual std::string lineNow(const estate::Plan *plan) const = 0; ///< that leads to the goal
    virtual QString detailOf(const estate::Step &step) const = 0;
    virtual int stepsPage() const = 0;
    virtual QString stepsHeading(const QString &count) const = 0;
    virtual QString verb() const = 0;
    virtual QString endNotice() const = 0; ///< told beside the page
    virtual QString savedNotice() const = 0;
    virtual std::map<std::string, std::string> kept() const = 0; ///< what was filled in

    const std::optional<estate::Plan> &plan() const { return m_plan; }
    void work(); ///< after anything changed
    void touch() { m_touched = true; }
    void forgetAgreement() { m_agreed.clear(); }
    QString stepsBlocker() const; ///< what is blocked, or not agreed to yet
    bool begun() const { return m_failure || !m_done.isEmpty(); }
    /// The draft that was saved for the target; null: none. Called once, when all else is there.
    const estate::WizardDraft *takeUpSaved();

private:
    void next();
    void end();
    void stop(const estate::Step &step, const Error &error);
    bool agreed(const estate::Step &step) const;
    void viewSteps();
    void dropSaved();

    QMap<QString, QString> m_agreed; ///< by step: what was agreed to
    std::vector<StepView> m_steps;
    std::optional<estate::Plan> m_plan;
    std::optional<estate::DraftId> m_saved;
    QStringList m_done;
    std::optional<Failure> m_failure;
    QString m_carriedOut; ///< the line of what was begun: afterwards the plan knows of nothing to do any more
    bool m_committing = false;
    QString m_doing, m_doingTitle; ///< the step that is on its way
    bool m_underWay = false;       ///< … and whoever does it has not come back
    bool m_finished = false;
    bool m_touched = false;
};

/// What a saved wizard is about.
Target targetOf(const estate::Estate &estate, const estate::WizardDraft &draft);
/// The action that goes on with it.
QString continuingAction(const estate::Estate &estate, const estate::WizardDraft &draft);

} // namespace keyward::models
