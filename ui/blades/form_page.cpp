// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/form_presenter.h"
#include "ui/page.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/form_widget.h"
#include "ui/widgets/part_widgets.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

/// What is asked above, the answer below, anew with every letter.
class FormPage final : public Page
{
public:
    FormPage(models::FormPresenter &presenter, PageContext context, QWidget *parent) : Page(parent)
    {
        auto *outer = new QVBoxLayout(this);
        outer->setContentsMargins(0, 0, 0, 0);
        auto *inside = new QWidget(this);
        auto *column = new QVBoxLayout(inside);
        column->setContentsMargins(20, 16, 20, 20);
        column->setSpacing(14);
        if (const auto about = presenter.about(); !about.isEmpty())
            column->addWidget(wrapped(about, Tone::Muted, inside));
        constexpr int readable = 560;
        auto *form = new FormWidget(presenter.form().fields(), inside);
        form->setMaximumWidth(readable);
        connect(form, &FormWidget::edited, this, [&presenter, form](const QString &field, const QVariant &value) {
            presenter.setValue(field, value);
            form->refresh(presenter.form());
        });
        form->refresh(presenter.form());
        column->addWidget(form);
        column->addSpacing(8);
        for (auto *part : presenter.parts())
            if (auto *widget = widgetFor(*part, presenter.target(), context, inside)) column->addWidget(widget);
        column->addStretch();
        outer->addWidget(scrolling(inside, this));
    }
};

Page *make(models::Presenter &presenter, PageContext context, QWidget *parent)
{
    return new FormPage(static_cast<models::FormPresenter &>(presenter), context, parent);
}

const PageOf explain([]() -> PageRecord { return {QStringLiteral("explain"), make}; });
const PageOf explainInVault([]() -> PageRecord { return {QStringLiteral("vault.explain"), make}; });
const PageOf explainOfPrincipal([]() -> PageRecord { return {QStringLiteral("principal.explain"), make}; });
const PageOf callTest([]() -> PageRecord { return {QStringLiteral("vault.call"), make}; });

} // namespace
} // namespace keyward::ui
