// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/blades/explain.h"
#include "ui/page.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/form_widget.h"
#include "ui/widgets/part_widgets.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

/// What is asked above, the answer below, anew with every letter.
class ExplainPage final : public Page
{
public:
    ExplainPage(models::Explain &explain, PageContext context, QWidget *parent) : Page(parent)
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        auto *inside = new QWidget(this);
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(20, 16, 20, 20);
        column->setSpacing(14);
        auto *form = new FormWidget(explain.form().fields(), inside);
        form->setMaximumWidth(560);
        connect(form, &FormWidget::edited, this, [&explain, form](const QString &field, const QVariant &value) {
            explain.setValue(field, value);
            form->refresh(explain.form());
        });
        form->refresh(explain.form());
        column->addWidget(form);
        column->addSpacing(8);
        for (auto *part : explain.parts())
            if (auto *widget = widgetFor(*part, explain.target(), context, inside)) column->addWidget(widget);
        column->addStretch();
        outer->addWidget(scrolling(inside, this));
    }
};

Page *make(models::Presenter &presenter, PageContext context, QWidget *parent)
{
    return new ExplainPage(static_cast<models::Explain &>(presenter), context, parent);
}

const PageOf everywhere([]() -> PageRecord { return {QStringLiteral("explain"), make}; });
const PageOf inVault([]() -> PageRecord { return {QStringLiteral("vault.explain"), make}; });
const PageOf ofPrincipal([]() -> PageRecord { return {QStringLiteral("principal.explain"), make}; });

} // namespace
} // namespace keyward::ui
