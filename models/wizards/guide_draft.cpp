// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/wizards/guide_draft.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideDraft)
};

const GuideRecord *guideById(const QString &id)
{
    for (const auto *record : Guide::all())
        if (record->id == id) return record;
    return nullptr;
}

} // namespace

GuideDraft::GuideDraft(const GuideRecord &record, Workspace &workspace, Target target)
    : PlanDraft(workspace, std::move(target)), m_record(record)
{
    if (m_record.fields) m_form = Form(m_record.fields(situation()));
    resume();
    connect(&workspace.feed(), &EstateFeed::moved, this, [this] {
        setGoal();
        work();
    });
    setGoal();
    work();
}

QString GuideDraft::subtitle() const
{
    const auto what =
        Words::tr("%1, %2.").arg(titleOf(m_workspace.estate(), target()), kindOf(m_workspace.estate(), target()));
    if (finished()) return what;
    return what + QLatin1Char(' ') +
           (done().isEmpty() ? Words::tr("Nothing is changed before you confirm on the last page.")
                             : Words::tr("What was done so far stays: %Ln steps.", nullptr, countOf(done().size())));
}

QStringList GuideDraft::pages() const
{
    return {Words::tr("What"), Words::tr("Steps"), Words::tr("Review and carry out")};
}

/// What was begun is led to its end, whatever is there by now.
void GuideDraft::setGoal()
{
    if (m_goal && (committing() || begun())) return;
    m_problem = m_form.problem();
    m_goal.reset();
    if (!m_problem.isEmpty()) return;
    if (!exists(m_workspace.estate(), target())) {
        m_problem = Words::tr("It is not there any more.");
        return;
    }
    auto goal = m_record.goal(situation(), m_form.values());
    if (goal)
        m_goal = std::move(*goal);
    else
        m_problem = refusalOf(goal.error()).whole();
}

void GuideDraft::setValue(const QString &field, const QVariant &value)
{
    if (committing() || begun() || !m_form.set(field, value)) return;
    touch();
    forgetAgreement();
    setGoal();
    work();
}

QString GuideDraft::blocker(int page) const
{
    if (committing()) return Words::tr("It is being done.");
    if (!plan()) return m_problem;
    if (page == What) return plan()->done() && !begun() ? Words::tr("Everything is done already.") : QString();
    if (auto missing = stepsBlocker(); !missing.isEmpty()) return missing;
    return page == Review && plan()->done() ? Words::tr("Everything is done already.") : QString();
}

std::optional<Plan> GuideDraft::makePlan() const
{
    if (!m_goal) return std::nullopt;
    const auto any = std::visit([](const auto &goal) -> AnyGoal { return goal; }, *m_goal);
    return planFor(m_workspace.estate(), any, m_workspace.moment()->now, m_workspace.random().id<RecordId>());
}

std::string GuideDraft::lineNow(const Plan *plan) const
{
    return plan && m_goal ? m_workspace.lines().lineOf(m_workspace.estate(), *m_goal, *plan) : std::string();
}

QString GuideDraft::detailOf(const Step &step) const
{
    if (step.reason) return spoken(*step.reason);
    return step.irreversible.empty() ? QString() : sentence(spoken(step.irreversible));
}

QString GuideDraft::stepsHeading(const QString &count) const { return Words::tr("In this order: %1").arg(count); }
QString GuideDraft::afterwardsTitle() const { return Words::tr("Afterwards"); }
QString GuideDraft::endTitle() const { return Words::tr("Done"); }
QString GuideDraft::endText() const { return m_record.ended(situation()); }

QString GuideDraft::savedNotice() const
{
    return Words::tr("Saved. Continue on the home page, under what needs attention.");
}

std::map<std::string, std::string> GuideDraft::kept() const
{
    std::map<std::string, std::string> out;
    for (const auto &field : m_form.fields())
        out["field." + utf8(field.id)] = utf8(m_form.values().value(field.id).toString());
    return out;
}

void GuideDraft::resume()
{
    const auto *draft = takeUpSaved();
    if (!draft) return;
    for (const auto &field : m_form.fields()) {
        const auto found = draft->values.find("field." + utf8(field.id));
        if (found == draft->values.end()) continue;
        const auto value = text(found->second);
        m_form.set(field.id,
                   field.kind == Field::Kind::Check ? QVariant(value == QLatin1String("true")) : QVariant(value));
    }
    const auto page = draft->values.find("page");
    if (page != draft->values.end())
        goTo(std::min<int>(QString::fromStdString(page->second).toInt(), Steps)); // agreed to anew
}

WizardRecord wizardOf(const QString &guide)
{
    const auto *record = guideById(guide);
    return {.id = guide,
            .title = record ? record->title : QString(),
            .make = [record](Workspace &workspace, const Target &target) -> std::unique_ptr<WizardDraft> {
                return std::make_unique<GuideDraft>(*record, workspace, target);
            }};
}

} // namespace keyward::models
