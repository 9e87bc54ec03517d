// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/wizards/plan_draft.h"
#include "ui/wizards/wizard_frame.h"

#include <QMap>

class QCheckBox;

namespace keyward::ui {

/// What every wizard over a plan shows: its steps with what has to be agreed to, what will be done and what was, and
/// beside them what it means and the line that does the same.
class PlanWizard : public WizardFrame
{
    Q_OBJECT
public:
    PlanWizard(models::PlanDraft &draft, Host &host, const QString &name, QWidget *parent);

protected:
    QVBoxLayout *columnOf(QWidget *page, const QString &title, QLabel **heading = nullptr);
    void buildStepsPage();
    void buildReviewPage();
    void refreshPlan(); ///< after anything changed

private:
    void refreshSteps();
    QWidget *stepWidget(const models::StepView &step);
    QWidget *stepMark(const models::StepView &step, QWidget *box);
    void addTick(const models::StepView &step, QVBoxLayout *words, QWidget *box);
    void addChips(const models::StepView &step, QHBoxLayout *row, QWidget *box);
    void refreshReview();
    void showEnd();
    void addNext();
    void addAdvice();
    void addLosses();
    void addFailure(const models::PlanDraft::Failure &failure);
    QVBoxLayout *addDeed(const QString &mark, models::State state, const QString &text, const models::Chip &chip = {});
    void addHeading(const QString &text);
    void refreshAside();

    models::PlanDraft &m_draft;
    QLabel *m_stepsTitle = nullptr;
    QVBoxLayout *m_stepList = nullptr;
    QMap<QString, QCheckBox *> m_ticks; ///< by step
    QLabel *m_reviewTitle = nullptr;
    QVBoxLayout *m_deeds = nullptr;
    std::vector<models::StepView> m_shownSteps;
    QString m_shownDeeds, m_shownAside;
};

} // namespace keyward::ui
