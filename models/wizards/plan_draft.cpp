// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/wizards/plan_draft.h"

#include "backend/estate/unfinished.h"
#include "models/window_words.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanDraft)
};

QStringList lossesOf(const Step &step)
{
    QStringList out;
    for (const auto &loss : step.loses) out += sentence(spoken(loss));
    return out;
}

/// What somebody agrees to; another loss is another agreement.
QString agreementOn(const Step &step)
{
    return spoken(step.irreversible) + QLatin1Char('\n') + lossesOf(step).join(QLatin1Char('\n'));
}

} // namespace

QString PlanDraft::doIt() const { return begun() ? Words::tr("Go on") : verb(); }

bool PlanDraft::agreed(const Step &step) const
{
    const auto found = m_agreed.find(text(step.id));
    return found != m_agreed.end() && found.value() == agreementOn(step);
}

void PlanDraft::work()
{
    m_plan = makePlan();
    // Goes on when the feed has brought what was done, and whoever does it is through with what follows from it.
    if (m_committing && !m_doing.isEmpty() && !m_underWay && m_plan) {
        const auto step = std::ranges::find(m_plan->steps, utf8(m_doing), &Step::id);
        if (step == m_plan->steps.end() || step->state != Step::State::Needed) {
            if (step == m_plan->steps.end() || step->state == Step::State::Done) m_done += m_doingTitle;
            m_doing.clear();
            return next();
        }
    }
    if (!m_committing && !m_finished && m_plan && m_plan->done() && begun())
        return end(); // what stood in the way was done by hand
    viewSteps();
    Q_EMIT changed();
}

void PlanDraft::viewSteps()
{
    m_steps.clear();
    if (!m_plan) return;
    int number = 0;
    int waitsFor = 0; // the first step that is still to be done
    for (const auto &step : m_plan->steps) {
        StepView view{.number = ++number,
                      .id = text(step.id),
                      .title = spoken(step.what),
                      .detail = detailOf(step),
                      .state = step.state,
                      .mark = {},
                      .irreversible = spoken(step.irreversible),
                      .loses = lossesOf(step),
                      .asks = step.asks(),
                      .acknowledged = agreed(step),
                      .remedy = step.reason ? windowRemedy(*step.reason) : QString()};
        if (step.state == Step::State::Done)
            view.mark = QStringLiteral("done");
        else if (step.state == Step::State::Blocked)
            view.mark = QStringLiteral("blocked");
        else
            view.mark = waitsFor ? Words::tr("after step %1").arg(waitsFor) : Words::tr("will be done");
        if (step.state == Step::State::Needed) waitsFor = number;
        m_steps.push_back(std::move(view));
    }
}

QString PlanDraft::stepsTitle() const
{
    const auto count = [this](Step::State state) { return std::ranges::count(m_steps, state, &StepView::state); };
    QStringList parts{Words::tr("%1 of %2 done").arg(count(Step::State::Done)).arg(m_steps.size())};
    if (const auto needed = count(Step::State::Needed)) parts += Words::tr("%Ln needed", nullptr, countOf(needed));
    if (const auto blocked = count(Step::State::Blocked)) parts += Words::tr("%Ln blocked", nullptr, countOf(blocked));
    return stepsHeading(parts.join(QStringLiteral(", ")));
}

void PlanDraft::acknowledge(const QString &id, bool on)
{
    m_agreed.remove(id);
    if (m_plan && on)
        for (const auto &step : m_plan->steps)
            if (step.id == utf8(id)) m_agreed.insert(id, agreementOn(step));
    m_touched = true;
    work();
}

QString PlanDraft::stepsBlocker() const
{
    if (!m_plan) return {};
    for (const auto &step : m_plan->steps)
        if (step.reason) return spoken(*step.reason);
    for (const auto &step : m_steps) {
        if (!step.asks || step.acknowledged) continue;
        return step.irreversible.isEmpty()
                   ? Words::tr("Step %1 takes something away: tick that you have seen it.").arg(step.number)
                   : Words::tr("Step %1 cannot be undone: tick that you understand it.").arg(step.number);
    }
    return {};
}

QString PlanDraft::commandLine() const
{
    return m_carriedOut.isEmpty() ? text(lineNow(m_plan ? &*m_plan : nullptr)) : m_carriedOut;
}

std::vector<QString> PlanDraft::advice() const
{
    std::vector<QString> out;
    if (!m_plan) return out;
    for (const auto &one : m_plan->advice) {
        const auto help = windowRemedy(one);
        out.push_back(sentence(spoken(one)) + (help.isEmpty() ? QString() : QLatin1Char(' ') + help));
    }
    return out;
}

QStringList PlanDraft::deeds() const
{
    QStringList out;
    if (m_plan)
        for (const auto &step : m_plan->steps)
            if (step.state == Step::State::Needed) out += spoken(step.what);
    return out;
}

void PlanDraft::commit()
{
    if (!blocker(static_cast<int>(pages().size()) - 1).isEmpty()) return;
    m_failure.reset();
    if (m_carriedOut.isEmpty()) m_carriedOut = commandLine();
    m_committing = true;
    Q_EMIT changed();
    next();
}

/// One step, then the plan anew on what came of it; stops at the first refusal and can be run again.
void PlanDraft::next()
{
    m_plan = makePlan();
    const auto *step = m_plan ? m_plan->next() : nullptr;
    if (!step) {
        m_committing = false;
        if (m_plan && m_plan->done()) return end();
        if (m_plan)
            for (const auto &stuck : m_plan->steps)
                if (stuck.reason && !m_failure) stop(stuck, *stuck.reason);
        return work();
    }
    if (step->asks() && !agreed(*step)) { // meanwhile it takes away more than was seen
        m_committing = false;
        work();
        return goTo(stepsPage());
    }
    m_doing = text(step->id);
    m_doingTitle = spoken(step->what);
    m_underWay = true;
    m_workspace.execute({*step->action, step->overrides}, this,
                        [this, carriedOut = *step](const Result<engine::EstatePtr> &done) {
                            m_underWay = false;
                            if (!done) stop(carriedOut, done.error());
                            work();
                        });
}

void PlanDraft::stop(const Step &step, const Error &error)
{
    static constexpr Code overridable[] = {Code::LiveClaims, Code::OverrideNeeded, Code::AccessLost};
    m_committing = false;
    m_doing.clear();
    m_failure = Failure{text(step.id), spoken(step.what), refusalOf(error),
                        std::ranges::contains(overridable, error.code) ? step.action : std::nullopt};
}

void PlanDraft::end()
{
    m_finished = true;
    m_failure.reset();
    dropSaved();
    m_workspace.tell(State::Working, endNotice(), {}, target());
    work();
    Q_EMIT ended();
}

QString PlanDraft::standing() const
{
    if (m_done.isEmpty()) return Words::tr("Nothing was changed yet.");
    auto out = Words::tr("Done, and it stays: %1.").arg(m_done.join(QStringLiteral("; ")));
    if (const auto open = deeds(); !open.isEmpty())
        out += QLatin1Char(' ') + Words::tr("Not done: %1.").arg(open.join(QStringLiteral("; ")));
    return out;
}

void PlanDraft::save()
{
    if (!m_saved) m_saved = m_workspace.random().id<DraftId>();
    auto values = kept();
    values["page"] = std::to_string(page());
    if (!m_done.isEmpty()) values["done"] = utf8(m_done.join(QLatin1Char('\n')));
    const bool ofResource = target().scope == Scope::Resource;
    if (!ofResource) values[aboutValue] = target().id.text();
    estate::WizardDraft draft{
        *m_saved, utf8(wizard()), ofResource ? target().resource() : ResourceId{}, std::move(values), {}};
    m_workspace.execute({command::SaveDraft{std::move(draft)}}, this, [this](const Result<engine::EstatePtr> &done) {
        if (!done) return m_workspace.tell(done.error(), target());
        m_touched = false;
        m_workspace.tell(State::Neutral, savedNotice(), {}, target());
        Q_EMIT saved();
    });
}

const estate::WizardDraft *PlanDraft::takeUpSaved()
{
    for (const auto &[id, draft] : m_workspace.estate().drafts()) {
        if (utf8(wizard()) != draft->wizard || targetOf(m_workspace.estate(), *draft) != target()) continue;
        m_saved = id;
        const auto done = draft->values.find("done");
        if (done != draft->values.end()) m_done = text(done->second).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        return draft.get();
    }
    return nullptr;
}

void PlanDraft::dropSaved()
{
    if (!m_saved || !m_workspace.estate().draft(*m_saved)) return;
    m_workspace.execute({command::DropDraft{*m_saved}}, &m_workspace, [](const auto &) {});
}

Target targetOf(const Estate &estate, const estate::WizardDraft &draft)
{
    const auto about = aboutOf(estate, draft);
    if (!about) return {};
    switch (about->kind) {
    case EntityKind::Resource: return Target::of(ResourceId{about->id.bytes});
    case EntityKind::Key: return Target::of(KeyId{about->id.bytes});
    case EntityKind::Vault: return Target::of(VaultId{about->id.bytes});
    default: return Target::of(SubscriptionId{about->id.bytes});
    }
}

QString continuingAction(const Estate &estate, const estate::WizardDraft &draft)
{
    if (draft.wizard != "enable-cmk") return text(draft.wizard); // a guide and its action are called alike
    const auto *resource = estate.resource(draft.resource);
    return resource && resource->binding ? QStringLiteral("cmk.change") : QStringLiteral("cmk.enable");
}

} // namespace keyward::models
