// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/blades/call_test.h"
#include "ui/page.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/form_widget.h"
#include "ui/widgets/part_widgets.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CallTestPage)
};

/// The form of the call above, the answer below.
class CallTestPage final : public Page
{
public:
    CallTestPage(models::CallTest &test, PageContext context, QWidget *parent) : Page(parent), m_test(test)
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        auto *inside = new QWidget(this);
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(20, 16, 20, 20);
        column->setSpacing(14);
        column->addWidget(wrapped(Words::tr("Asks what would come of a call, without making one: nothing is used and "
                                            "nothing is logged."),
                                  Tone::Muted, inside));
        constexpr int readable = 460;
        m_form = new FormWidget(test.form().fields(), inside);
        m_form->setMaximumWidth(readable);
        connect(m_form, &FormWidget::edited, &test, &models::CallTest::setValue);
        column->addWidget(m_form);
        column->addSpacing(8);
        for (auto *part : test.parts())
            if (auto *widget = widgetFor(*part, test.target(), context, inside)) column->addWidget(widget);
        column->addStretch();
        outer->addWidget(scrolling(inside, this));
        connect(&test, &models::CallTest::asked, this, &CallTestPage::refresh);
        refresh();
    }

private:
    void refresh() { m_form->refresh(m_test.form()); }

    models::CallTest &m_test;
    FormWidget *m_form;
};

const PageOf callTest([]() -> PageRecord {
    return {.blade = QStringLiteral("vault.call"),
            .make = [](models::Presenter &presenter, PageContext context, QWidget *parent) -> Page * {
                return new CallTestPage(static_cast<models::CallTest &>(presenter), context, parent);
            }};
});

} // namespace
} // namespace keyward::ui
