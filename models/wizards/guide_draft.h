// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/plans/guides.h"
#include "models/actions/action.h"
#include "models/wizards/plan_draft.h"

namespace keyward::models {

/// A guided way, declared once: what is asked, and the goal that comes of it. Its id is that of its wizard and of the
/// action that opens it.
struct GuideRecord {
    QString id;
    QString title;
    QString explanation; ///< on the first page, over what is asked
    QString verb;        ///< on the last page's button
    std::function<std::vector<Field>(const Situation &)> fields = {};
    std::function<Result<estate::GuideGoal>(const Situation &, const Values &)> goal = {};
    std::vector<PlanDraft::Meaning> meanings = {};
    QString afterwards;
    std::function<QString(const Situation &)> ended = {}; ///< what is so then, in a sentence
};
using Guide = Registered<GuideRecord>;

/// Any of the guides: what, steps, review.
class GuideDraft final : public PlanDraft
{
    Q_OBJECT
public:
    enum Page { What, Steps, Review };
    GuideDraft(const GuideRecord &record, Workspace &workspace, Target target);

    QString title() const override { return m_record.title; }
    QString subtitle() const override;
    QStringList pages() const override;
    QString blocker(int page) const override;

    const QString &explanation() const { return m_record.explanation; }
    const Form &form() const { return m_form; }
    void setValue(const QString &field, const QVariant &value);

    std::vector<Meaning> meanings() const override { return m_record.meanings; }
    QString afterwards() const override { return m_record.afterwards; }
    QString afterwardsTitle() const override;
    QString endTitle() const override;
    QString endText() const override;
    QString nextAction() const override { return {}; }

protected:
    QString wizard() const override { return m_record.id; }
    std::optional<estate::Plan> makePlan() const override;
    std::string lineNow(const estate::Plan *plan) const override;
    QString detailOf(const estate::Step &step) const override;
    int stepsPage() const override { return Steps; }
    QString stepsHeading(const QString &count) const override;
    QString verb() const override { return m_record.verb; }
    QString endNotice() const override { return endText(); }
    QString savedNotice() const override;
    std::map<std::string, std::string> kept() const override;

private:
    Situation situation() const { return {m_workspace, m_workspace.moment(), target()}; }
    void resume();
    void setGoal();

    GuideRecord m_record;
    Form m_form;
    std::optional<estate::GuideGoal> m_goal; ///< fixed as soon as something was done: it leads away from what was there
    QString m_problem;                       ///< why there is none
};

/// The wizard of a guide.
WizardRecord wizardOf(const QString &guide);

} // namespace keyward::models
