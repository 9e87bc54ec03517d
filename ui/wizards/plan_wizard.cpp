// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/plan_wizard.h"

#include "models/actions/action.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/line_view.h"
#include "ui/widgets/part_widgets.h"
#include "ui/widgets/sentence_row.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QVBoxLayout>

namespace keyward::ui {

using models::Chip;
using models::State;
using models::StepView;
using Step = estate::Step;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanWizard)
};

} // namespace

PlanWizard::PlanWizard(models::PlanDraft &draft, Host &host, const QString &name, QWidget *parent)
    : WizardFrame(draft, host, name, parent), m_draft(draft)
{}

QVBoxLayout *PlanWizard::columnOf(QWidget *page, const QString &title, QLabel **heading)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(22, 14, 22, 16);
    column->setSpacing(10);
    auto *head = label(title, fonts::section(), Tone::Normal, page);
    column->addWidget(head);
    if (heading) *heading = head;
    return column;
}

void PlanWizard::refreshPlan()
{
    refreshSteps();
    refreshReview();
    refreshAside();
}

void PlanWizard::buildStepsPage()
{
    auto *page = addPage();
    auto *column = columnOf(page, {}, &m_stepsTitle);
    m_stepsTitle->setObjectName(QStringLiteral("steps.title"));
    m_stepList = new QVBoxLayout;
    m_stepList->setSpacing(0);
    column->addLayout(m_stepList);
    column->addStretch(1);
}

void PlanWizard::buildReviewPage()
{
    auto *page = addPage();
    auto *column = columnOf(page, Words::tr("What will happen"), &m_reviewTitle);
    m_deeds = new QVBoxLayout;
    m_deeds->setSpacing(0);
    column->addLayout(m_deeds);
    column->addStretch(1);
}

/// A tick changes nothing but itself and keeps the focus; what else changed is made anew, and the focus goes to it.
void PlanWizard::refreshSteps()
{
    m_stepsTitle->setText(m_draft.stepsTitle());
    auto shown = m_draft.steps();
    for (auto &step : shown) {
        if (auto *tick = m_ticks.value(step.id)) {
            const QSignalBlocker quiet(tick); // nobody ticked it
            tick->setChecked(step.acknowledged);
        }
        step.acknowledged = false;
    }
    if (std::exchange(m_shownSteps, shown) == shown) return;
    const auto focused = m_ticks.key(qobject_cast<QCheckBox *>(window()->focusWidget()));
    m_ticks.clear();
    clear(m_stepList);
    for (const auto &step : m_draft.steps()) m_stepList->addWidget(stepWidget(step));
    if (auto *again = m_ticks.value(focused)) again->setFocus();
}

QWidget *PlanWizard::stepMark(const StepView &step, QWidget *box)
{
    auto *mark = new MarkLabel(box);
    if (step.state == Step::State::Done)
        mark->setMark(QStringLiteral("\u2713"), State::Working);
    else if (step.state == Step::State::Blocked)
        mark->setMark(QStringLiteral("!"), State::Lost);
    else if (step.asks)
        mark->setMark(QStringLiteral("!"), State::Warning);
    else
        mark->setMark(QString::number(step.number), State::Neutral);
    return mark;
}

void PlanWizard::addTick(const StepView &step, QVBoxLayout *words, QWidget *box)
{
    const auto text = step.irreversible.isEmpty() ? Words::tr("I have seen what this takes away")
                                                  : Words::tr("I understand that this cannot be undone");
    auto *tick = new QCheckBox(box);
    tick->setObjectName(QStringLiteral("acknowledge.") + step.id);
    tick->setChecked(step.acknowledged);
    connect(tick, &QCheckBox::toggled, this, [this, id = step.id](bool on) { m_draft.acknowledge(id, on); });
    words->addLayout(besideItsSentence(*tick, text));
    tick->setAccessibleName(Words::tr("%1: %2", "a step, what is ticked").arg(step.title, text));
    m_ticks.insert(step.id, tick);
}

void PlanWizard::addChips(const StepView &step, QHBoxLayout *row, QWidget *box)
{
    auto *chips = new QVBoxLayout;
    chips->setSpacing(4);
    const auto add = [&](State state, const QString &text) {
        chips->addWidget(new ChipLabel({state, text}, box), 0, Qt::AlignRight);
    };
    if (step.asks && !step.irreversible.isEmpty()) add(State::Warning, Words::tr("irreversible"));
    if (!step.loses.isEmpty()) add(State::AtRisk, Words::tr("takes away"));
    add(step.state == Step::State::Blocked ? State::Lost : State::Neutral, step.mark);
    chips->addStretch();
    row->addLayout(chips);
}

QWidget *PlanWizard::stepWidget(const StepView &step)
{
    auto *box = frame("headLine", this);
    box->setObjectName(QStringLiteral("step.") + step.id);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 11, 0, 11);
    row->setSpacing(12);
    row->addWidget(stepMark(step, box), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    auto *title = wrapped(breakable(step.title), Tone::Normal, box);
    title->setFont(fonts::strong());
    words->addWidget(title);
    if (!step.detail.isEmpty())
        words->addWidget(
            wrapped(breakable(step.detail), step.state == Step::State::Blocked ? Tone::Error : Tone::Muted, box));
    for (const auto &loss : step.loses) words->addWidget(wrapped(breakable(loss), Tone::Normal, box));
    if (!step.remedy.isEmpty()) words->addWidget(wrapped(breakable(step.remedy), Tone::Normal, box));
    if (step.asks) addTick(step, words, box);
    words->addStretch();
    row->addLayout(words, 1);
    if (step.state != Step::State::Done) addChips(step, row, box);
    return box;
}

void PlanWizard::refreshReview()
{
    const auto deeds = m_draft.deeds();
    const auto &failure = m_draft.failure();
    m_reviewTitle->setText(m_draft.finished()     ? m_draft.endTitle()
                           : m_draft.committing() ? Words::tr("Carrying it out")
                           : failure              ? Words::tr("It stopped before the end")
                                                  : Words::tr("What will happen, in this order"));
    const auto key = QStringList{deeds.join(QLatin1Char('|')), m_draft.done().join(QLatin1Char('|')),
                                 failure ? failure->refusal.whole() : QString(), QString::number(m_draft.finished())}
                         .join(QLatin1Char('#'));
    if (std::exchange(m_shownDeeds, key) == key) return;
    clear(m_deeds);
    if (m_draft.finished()) return showEnd();
    int number = 0;
    for (const auto &deed : m_draft.done()) {
        ++number;
        addDeed(QStringLiteral("\u2713"), State::Working, deed, {State::Working, Words::tr("done")});
    }
    if (failure) addFailure(*failure);
    for (const auto &deed : deeds) {
        ++number;
        if (!failure)
            addDeed(QString::number(number), State::Neutral, deed);
        else if (deed != failure->title)
            addDeed(QString::number(number), State::Neutral, deed, {State::Neutral, Words::tr("not done")});
    }
    if (failure) return;
    addLosses();
    if (!m_draft.committing()) addAdvice();
}

/// Each once, though several steps may say it.
void PlanWizard::addLosses()
{
    QSet<QString> told;
    for (const auto &step : m_draft.steps()) {
        if (step.state != Step::State::Needed) continue;
        if (!step.irreversible.isEmpty())
            addDeed(QStringLiteral("!"), State::Warning, Words::tr("For good: %1.").arg(step.irreversible));
        for (const auto &loss : step.loses) {
            if (told.contains(loss)) continue;
            told.insert(loss);
            addDeed(QStringLiteral("!"), State::AtRisk, loss);
        }
    }
}

void PlanWizard::showEnd()
{
    addDeed(QStringLiteral("\u2713"), State::Working, m_draft.endText());
    addAdvice();
    addNext();
}

void PlanWizard::addAdvice()
{
    for (const auto &one : m_draft.advice()) addDeed(QStringLiteral("!"), State::Warning, one);
}

/// What people do next with a resource of this service.
void PlanWizard::addNext()
{
    const auto *action = models::actionById(m_draft.nextAction());
    if (!action) return;
    auto *next = button(QStringLiteral("wizard.use"), models::labelOf(*action), Kind::Outline, this);
    connect(next, &QPushButton::clicked, this, [this] { m_host.start(m_draft.nextAction(), m_draft.target()); });
    m_deeds->addSpacing(10);
    m_deeds->addWidget(next, 0, Qt::AlignLeft);
}

/// Where it stopped: why, and what can be done about it here.
void PlanWizard::addFailure(const models::PlanDraft::Failure &failure)
{
    auto *words = addDeed(QStringLiteral("!"), State::Lost, failure.title, {State::Lost, Words::tr("refused")});
    auto *why = wrapped(breakable(failure.refusal.reason), Tone::Error, words->parentWidget());
    why->setObjectName(QStringLiteral("wizard.failure"));
    words->addWidget(why);
    if (!failure.refusal.remedy.isEmpty()) {
        auto *remedy = wrapped(breakable(failure.refusal.remedy), Tone::Normal, words->parentWidget());
        remedy->setObjectName(QStringLiteral("wizard.remedy"));
        words->addWidget(remedy);
    }
    if (!failure.overridable) return;
    auto *look =
        button(QStringLiteral("wizard.fix"), Words::tr("Show what breaks…"), Kind::Outline, words->parentWidget());
    connect(look, &QPushButton::clicked, this, [this, action = *failure.overridable] {
        m_host.fix(Words::tr("Go on all the same"), {action}, m_draft.target());
    });
    words->addWidget(look, 0, Qt::AlignLeft);
}

QVBoxLayout *PlanWizard::addDeed(const QString &mark, State state, const QString &text, const Chip &chip)
{
    auto *box = frame("headLine", this);
    box->setObjectName(QStringLiteral("deed"));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 10, 0, 10);
    row->setSpacing(12);
    auto *sign = new MarkLabel(box);
    sign->setMark(mark, state);
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(wrapped(breakable(text), Tone::Normal, box));
    row->addLayout(words, 1);
    if (!chip.text.isEmpty()) row->addWidget(new ChipLabel(chip, box), 0, Qt::AlignTop);
    m_deeds->addWidget(box);
    return words;
}

void PlanWizard::addHeading(const QString &text)
{
    auto *heading = wrapped(text, Tone::Normal, this);
    heading->setFont(fonts::section());
    aside()->addWidget(heading);
}

void PlanWizard::refreshAside()
{
    const auto commandLine = m_draft.commandLine();
    const auto afterwards = m_draft.afterwards();
    if (std::exchange(m_shownAside, commandLine + afterwards) == commandLine + afterwards) return;
    clear(aside());
    addHeading(Words::tr("What this means"));
    for (const auto &meaning : m_draft.meanings()) {
        auto *box = new QWidget(this);
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        row->addWidget(new ChipLabel(meaning.chip, box), 0, Qt::AlignTop);
        row->addWidget(wrapped(meaning.text, Tone::Normal, box), 1);
        aside()->addWidget(box);
    }
    aside()->addSpacing(10);
    if (!commandLine.isEmpty()) {
        addHeading(Words::tr("Same thing on the command line"));
        auto *box = frame("card", this);
        auto *in = new QVBoxLayout(box);
        in->setContentsMargins(12, 10, 12, 10);
        auto *line = new LineView(QStringLiteral("wizard.commandLine"), box);
        line->setLine(commandLine);
        in->addWidget(line);
        aside()->addWidget(box);
        aside()->addSpacing(10);
    }
    addHeading(m_draft.afterwardsTitle());
    aside()->addWidget(wrapped(afterwards, Tone::Muted, this));
    aside()->addStretch();
}

} // namespace keyward::ui
