// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/wizard_frame.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/part_widgets.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace keyward::ui {

using models::State;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WizardFrame)
};

constexpr int narrowBelow = 900;
constexpr int wideAside = 300, narrowAside = 232;

} // namespace

WizardFrame::WizardFrame(models::WizardDraft &draft, Host &host, const QString &name, QWidget *parent)
    : QWidget(parent), m_host(host), m_draft(draft)
{
    setObjectName(QStringLiteral("wizard.") + name);
    m_outer = new QHBoxLayout(this);
    m_outer->setContentsMargins(24, 24, 24, 24);
    auto *card = frame("card", this);
    card->setMaximumWidth(1100);
    m_outer->addWidget(card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = frame("headLine", card);
    auto *words = new QVBoxLayout(head);
    words->setContentsMargins(20, 16, 20, 14);
    words->setSpacing(3);
    m_title = label({}, fonts::title(), Tone::Normal, head);
    m_title->setObjectName(QStringLiteral("wizard.title"));
    m_subtitle = wrapped({}, Tone::Muted, head);
    m_subtitle->setFont(fonts::small());
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    column->addWidget(head);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_stepsBox = frame("wizardSteps", card);
    m_stepsBox->setFixedWidth(210);
    m_steps = new QVBoxLayout(m_stepsBox);
    m_steps->setContentsMargins(10, 12, 10, 12);
    m_steps->setSpacing(2);
    m_pages = new QStackedWidget(card);
    m_asideBox = frame("aside", card);
    m_asideBox->setFixedWidth(wideAside);
    auto *asideIn = new QWidget(m_asideBox);
    m_aside = new QVBoxLayout(asideIn);
    m_aside->setContentsMargins(20, 16, 20, 16);
    m_aside->setSpacing(8);
    auto *asideBox = new QVBoxLayout(m_asideBox);
    asideBox->setContentsMargins(0, 0, 0, 0);
    asideBox->addWidget(scrolling(asideIn, m_asideBox));
    middle->addWidget(m_stepsBox);
    middle->addWidget(m_pages, 1);
    middle->addWidget(m_asideBox);
    column->addLayout(middle, 1);
    column->addWidget(buildFoot());
    connect(&draft, &models::WizardDraft::changed, this, &WizardFrame::refreshFrame);
    connect(&draft, &models::WizardDraft::saved, this, [this] { m_host.leaveWizard(); });
}

/// Where there is no room for three columns the steps become a word in the head.
void WizardFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < narrowBelow;
    if (std::exchange(m_narrow, narrow) == narrow) return;
    const int gap = narrow ? 8 : 24;
    m_outer->setContentsMargins(gap, gap, gap, gap);
    m_stepsBox->setVisible(!narrow);
    m_asideBox->setFixedWidth(narrow ? narrowAside : wideAside);
    refreshFrame();
}

QWidget *WizardFrame::addPage()
{
    auto *inside = new QWidget(this);
    m_pages->addWidget(scrolling(inside, m_pages));
    return inside;
}

QWidget *WizardFrame::buildFoot()
{
    auto *foot = frame("footLine", this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(20, 12, 20, 12);
    row->setSpacing(8);
    m_cancel = button(QStringLiteral("wizard.cancel"), Words::tr("Cancel"), Kind::Outline, foot);
    m_save = button(QStringLiteral("wizard.save"), Words::tr("Save and continue later"), Kind::Plain, foot);
    m_blocker = wrapped({}, Tone::Muted, foot);
    m_blocker->setFont(fonts::small());
    m_blocker->setObjectName(QStringLiteral("wizard.blocker"));
    m_blocker->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_back = button(QStringLiteral("wizard.back"), Words::tr("Back"), Kind::Outline, foot);
    m_next = button(QStringLiteral("wizard.next"), Words::tr("Next"), Kind::Primary, foot);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    row->addWidget(m_blocker, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_host.leaveWizard(); });
    connect(m_save, &QPushButton::clicked, this, [this] { m_draft.save(); });
    connect(m_back, &QPushButton::clicked, this, [this] { m_draft.goTo(m_draft.page() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_draft.finished())
            m_host.leaveWizard();
        else if (m_draft.page() + 1 < m_draft.pages().size())
            m_draft.goTo(m_draft.page() + 1);
        else
            m_draft.commit();
    });
    return foot;
}

void WizardFrame::buildSteps()
{
    clear(m_steps);
    const auto pages = m_draft.pages();
    for (int i = 0; i < pages.size(); ++i) {
        const bool here = i == m_draft.page();
        const bool past = i < m_draft.page() || m_draft.finished();
        auto *box = frame(here ? "stepHere" : "step", this);
        auto *row = new QHBoxLayout(box);
        row->setContentsMargins(8, 5, 8, 5);
        row->setSpacing(10);
        auto *mark = new MarkLabel(box);
        mark->setMark(past ? QStringLiteral("\u2713") : QString::number(i + 1), past ? State::Working : State::Neutral,
                      here && !past);
        auto *text = wrapped(pages[i], here ? Tone::Accent : Tone::Normal, box);
        if (here) text->setFont(fonts::strong());
        row->addWidget(mark);
        row->addWidget(text, 1);
        m_steps->addWidget(box);
    }
    m_steps->addStretch();
}

void WizardFrame::refreshFrame()
{
    m_title->setText(m_draft.title());
    const auto step = Words::tr("Step %1 of %2, %3.")
                          .arg(m_draft.page() + 1)
                          .arg(m_draft.pages().size())
                          .arg(m_draft.pages().value(m_draft.page()));
    m_subtitle->setText(m_narrow ? step + QLatin1Char(' ') + m_draft.subtitle() : m_draft.subtitle());
    buildSteps();
    m_pages->setCurrentIndex(m_draft.page());
    const bool last = m_draft.page() + 1 == m_draft.pages().size();
    const auto blocker = m_draft.blocker(m_draft.page());
    m_cancel->setVisible(!m_draft.finished());
    m_cancel->setEnabled(!m_draft.committing());
    m_save->setVisible(!m_draft.finished());
    m_save->setEnabled(!m_draft.committing());
    m_back->setVisible(!m_draft.finished());
    m_back->setEnabled(m_draft.page() > 0 && !m_draft.committing());
    m_next->setText(m_draft.finished()     ? Words::tr("Close")
                    : m_draft.committing() ? Words::tr("Working…")
                    : last                 ? m_draft.doIt()
                                           : Words::tr("Next"));
    m_next->setEnabled(m_draft.finished() || blocker.isEmpty());
    m_next->setToolTip(blocker);
    m_blocker->setText(m_draft.finished() ? QString() : breakable(blocker));
}

} // namespace keyward::ui
