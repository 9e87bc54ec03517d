// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/wizards/guide_draft.h"
#include "ui/page.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/form_widget.h"
#include "ui/wizards/plan_wizard.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace keyward::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GuideWizard)
};

using models::GuideDraft;

/// What, steps, review: of any guide.
class GuideWizard final : public PlanWizard
{
public:
    GuideWizard(GuideDraft &draft, Host &host, const QString &name, QWidget *parent)
        : PlanWizard(draft, host, name, parent), m_draft(draft)
    {
        buildWhatPage();
        buildStepsPage();
        buildReviewPage();
        connect(&draft, &GuideDraft::changed, this, [this] { refresh(); });
        refresh();
        refreshFrame();
    }

private:
    void buildWhatPage()
    {
        auto *page = addPage();
        auto *column = columnOf(page, Words::tr("What is to be done?"));
        column->addWidget(wrapped(m_draft.explanation(), Tone::Muted, page));
        column->addSpacing(6);
        m_form = new FormWidget(m_draft.form().fields(), page);
        connect(m_form, &FormWidget::edited, &m_draft, &GuideDraft::setValue);
        column->addWidget(m_form);
        column->addStretch();
    }

    void refresh()
    {
        m_form->setEnabled(m_draft.done().isEmpty() && !m_draft.committing());
        m_form->refresh(m_draft.form());
        refreshPlan();
    }

    GuideDraft &m_draft;
    FormWidget *m_form = nullptr;
};

template <const char *wizard> WizardPageRecord pageOf()
{
    return {.wizard = QString::fromLatin1(wizard),
            .make = [](models::WizardDraft &draft, Host &host, QWidget *parent) -> QWidget * {
                return new GuideWizard(static_cast<GuideDraft &>(draft), host, QString::fromLatin1(wizard), parent);
            }};
}

constexpr char rotateId[] = "guide.rotate", revokeId[] = "guide.revoke", takeId[] = "guide.revoke-resource",
               modelId[] = "guide.access-model", moveId[] = "guide.move", recoverId[] = "guide.recover",
               compromiseId[] = "guide.compromised";
const WizardPageOf rotate(pageOf<rotateId>);
const WizardPageOf revoke(pageOf<revokeId>);
const WizardPageOf take(pageOf<takeId>);
const WizardPageOf model(pageOf<modelId>);
const WizardPageOf move(pageOf<moveId>);
const WizardPageOf recover(pageOf<recoverId>);
const WizardPageOf compromise(pageOf<compromiseId>);

} // namespace
} // namespace keyward::ui
