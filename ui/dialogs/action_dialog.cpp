// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/action_dialog.h"

#include "ui/theme.h"
#include "ui/widgets/form_widget.h"
#include "ui/widgets/impact_panel.h"
#include "ui/widgets/line_view.h"
#include "ui/widgets/secret_view.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace keyward::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActionDialog)
};

} // namespace

using models::ActionDraft;

ActionDialog::ActionDialog(std::unique_ptr<ActionDraft> draft, Host &host, const QString &name, QWidget *parent)
    : DialogFrame(name, draft->title(), 720, parent), m_draft(std::move(draft)), m_host(host)
{
    if (!m_draft->explanation().isEmpty()) body()->addWidget(wrapped(m_draft->explanation(), Tone::Muted, inside()));
    buildFields();
    body()->addWidget(new ImpactPanel(m_draft->impact(), inside()));
    buildConfirmation();
    m_commandLine = new LineView(QStringLiteral("commandLine"), inside());
    body()->addWidget(m_commandLine);
    m_failure = wrapped({}, Tone::Error, inside());
    m_failure->setObjectName(QStringLiteral("failure"));
    body()->addWidget(m_failure);
    body()->addStretch();
    buildFoot();
    connect(m_draft.get(), &ActionDraft::changed, this, &ActionDialog::refresh);
    connect(m_draft.get(), &ActionDraft::done, this, [this](const std::optional<models::Target> &made) {
        const auto to = made;
        auto &host_ = m_host;
        accept();
        if (to) host_.made(*to);
    });
    auto *first = m_form->first();
    (first ? first : m_cancel)->setFocus();
    m_placed = first != nullptr;
    refresh();
}

void ActionDialog::buildFields()
{
    m_form = new FormWidget(m_draft->fields(), inside());
    connect(m_form, &FormWidget::edited, m_draft.get(), &ActionDraft::setValue);
    body()->addWidget(m_form);
    m_statement = wrapped({}, Tone::Normal, inside());
    m_statement->setObjectName(QStringLiteral("statement"));
    body()->addWidget(m_statement);
}

void ActionDialog::buildConfirmation()
{
    m_acknowledge = new QCheckBox(Words::tr("I understand that this cannot be undone"), inside());
    m_acknowledge->setObjectName(QStringLiteral("acknowledge"));
    m_acknowledge->setAccessibleName(m_acknowledge->text());
    connect(m_acknowledge, &QCheckBox::toggled, m_draft.get(), &ActionDraft::acknowledge);
    body()->addWidget(m_acknowledge);
    m_typing = new QWidget(inside());
    auto *typing = new QVBoxLayout(m_typing);
    typing->setContentsMargins(0, 0, 0, 0);
    typing->setSpacing(4);
    m_typingLabel = wrapped({}, Tone::Normal, m_typing);
    m_typed = new QLineEdit(m_typing);
    m_typed->setObjectName(QStringLiteral("typedName"));
    m_typed->setAccessibleName(Words::tr("Name to confirm"));
    connect(m_typed, &QLineEdit::textChanged, m_draft.get(), &ActionDraft::typeName);
    typing->addWidget(m_typingLabel);
    typing->addWidget(m_typed);
    body()->addWidget(m_typing);
}

void ActionDialog::buildFoot()
{
    const auto usual = addFoot(Words::tr("Cancel"));
    m_blocker = usual.blocker;
    m_cancel = usual.cancel;
    if (const auto *milder = m_draft->instead()) {
        auto *instead =
            button(QStringLiteral("dialog.instead"), Words::tr("%1 instead").arg(milder->text), Kind::Outline, this);
        connect(instead, &QPushButton::clicked, this, [this, id = milder->id] {
            const auto target = m_draft->target();
            auto &host_ = m_host;
            accept();
            host_.start(id, target);
        });
        foot()->addWidget(instead);
    }
    m_do = addDeed(m_draft->verb());
    connect(m_do, &QPushButton::clicked, m_draft.get(), &ActionDraft::commit);
}

/// Instead of what was asked: the secret, and one way on.
void ActionDialog::showSecret()
{
    for (auto *one :
         std::initializer_list<QWidget *>{m_form, m_statement, m_acknowledge, m_typing, m_commandLine, m_failure, m_do})
        one->hide();
    m_blocker->clear();
    m_secret = new SecretView(m_draft->secret(), inside());
    body()->insertWidget(m_draft->explanation().isEmpty() ? 0 : 1, m_secret); // what it is for stands first
    m_cancel->setText(Words::tr("Done"));
    setMain(m_cancel, false);
    m_secret->copyButton()->setFocus();
    fitSoon();
}

void ActionDialog::refresh()
{
    if (m_secret) return;
    if (m_draft->secret()) return showSecret();
    m_form->refresh(m_draft->form());
    m_statement->setText(breakable(m_draft->statement()));
    m_statement->setVisible(!m_draft->statement().isEmpty());
    m_acknowledge->setVisible(m_draft->needsAcknowledgement());
    m_typing->setVisible(m_draft->needsTypedName());
    m_typingLabel->setText(
        breakable(Words::tr("Type %1 to confirm that access is taken away").arg(m_draft->impact().subject())));
    m_commandLine->setLine(m_draft->commandLine());
    m_commandLine->setVisible(!m_draft->commandLine().isEmpty());
    m_failure->setText(breakable(m_draft->failure().whole()));
    m_failure->setVisible(!m_draft->failure().empty());
    const bool destroys = m_draft->destructive();
    setMain(m_do, destroys || m_draft->needsAcknowledgement());
    if (m_do->property("kind").toString() != QLatin1String(destroys ? "danger" : "primary"))
        setKind(m_do, destroys ? Kind::Danger : Kind::Primary);
    m_do->setEnabled(m_draft->ready());
    m_do->setToolTip(m_draft->blocker());
    m_do->setText(m_draft->committing() ? Words::tr("Working…") : m_draft->verb());
    m_blocker->setText(m_draft->ready() ? QString() : breakable(m_draft->blocker()));
    keepHeight(m_draft->impact().pending());
    placeFocus();
    fitSoon();
}

/// Once it is known what is asked: to what must be ticked or typed, to the deed, or to Cancel where the deed destroys.
void ActionDialog::placeFocus()
{
    if (m_placed || m_draft->impact().pending()) return;
    m_placed = true;
    if (focusWidget() != m_cancel) return; // somebody was quicker
    if (m_draft->needsAcknowledgement())
        m_acknowledge->setFocus();
    else if (m_draft->needsTypedName())
        m_typed->setFocus();
    else if (m_draft->ready() && !m_draft->destructive())
        m_do->setFocus();
}

void ActionDialog::reject()
{
    if (!m_draft->committing()) DialogFrame::reject();
}

} // namespace keyward::ui
