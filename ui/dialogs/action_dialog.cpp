// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/action_dialog.h"

#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/impact_panel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

namespace keyward::ui {

using models::ActionDraft;

ActionDialog::ActionDialog(std::unique_ptr<ActionDraft> draft, Host &host, const QString &name, QWidget *parent)
    : QDialog(parent), m_draft(std::move(draft)), m_host(host)
{
    setObjectName(QStringLiteral("dialog.") + name);
    setWindowTitle(m_draft->title());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    const bool wide = m_draft->fields().empty();
    resize(wide ? 720 : 600, 200);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 0);
    column->setSpacing(14);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    auto *title = label(m_draft->title(), fonts::title(), Tone::Normal, this);
    title->setWordWrap(true);
    column->addWidget(title);
    if (!m_draft->explanation().isEmpty()) column->addWidget(wrapped(m_draft->explanation(), Tone::Muted, this));
    for (const auto &field : m_draft->fields()) {
        auto *one = new FormField(field, this);
        m_fields.insert(field.id, one);
        connect(one, &FormField::edited, this, [this, id = field.id](const QVariant &value) { m_draft->setValue(id, value); });
        column->addWidget(one);
    }
    column->addWidget(new ImpactPanel(m_draft->impact(), this));
    m_acknowledge = new QCheckBox(QStringLiteral("I understand that this cannot be undone"), this);
    m_acknowledge->setObjectName(QStringLiteral("acknowledge"));
    m_acknowledge->setAccessibleName(m_acknowledge->text());
    connect(m_acknowledge, &QCheckBox::toggled, m_draft.get(), &ActionDraft::acknowledge);
    column->addWidget(m_acknowledge);
    m_typing = new QWidget(this);
    auto *typing = new QVBoxLayout(m_typing);
    typing->setContentsMargins(0, 0, 0, 0);
    typing->setSpacing(4);
    m_typingLabel = wrapped({}, Tone::Normal, m_typing);
    m_typed = new QLineEdit(m_typing);
    m_typed->setObjectName(QStringLiteral("typedName"));
    m_typed->setAccessibleName(QStringLiteral("Name to confirm"));
    connect(m_typed, &QLineEdit::textChanged, m_draft.get(), &ActionDraft::typeName);
    typing->addWidget(m_typingLabel);
    typing->addWidget(m_typed);
    column->addWidget(m_typing);
    m_commandLine = label({}, fonts::mono(), Tone::Muted, this);
    m_commandLine->setObjectName(QStringLiteral("commandLine"));
    m_commandLine->setWordWrap(true);
    m_commandLine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_commandLine->setToolTip(QStringLiteral("The same thing on the command line"));
    column->addWidget(m_commandLine);
    m_failure = wrapped({}, Tone::Error, this);
    m_failure->setObjectName(QStringLiteral("failure"));
    column->addWidget(m_failure);
    column->addStretch();
    column->addWidget(buildFoot());
    connect(m_draft.get(), &ActionDraft::changed, this, &ActionDialog::refresh);
    connect(m_draft.get(), &ActionDraft::done, this, [this](const std::optional<models::Target> &made) {
        const auto to = made;
        auto &host_ = m_host;
        accept();
        if (to) host_.made(*to);
    });
    refresh();
    if (!m_fields.isEmpty()) m_fields[m_draft->fields().front().id]->input()->setFocus();
}

QWidget *ActionDialog::buildFoot()
{
    auto *foot = frame("footLine", this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 14, 0, 18);
    row->setSpacing(8);
    m_blocker = label({}, fonts::small(), Tone::Muted, foot);
    m_blocker->setObjectName(QStringLiteral("blocker"));
    m_blocker->setWordWrap(true);
    auto *cancel = button(QStringLiteral("dialog.cancel"), QStringLiteral("Cancel"), Kind::Outline, foot);
    connect(cancel, &QPushButton::clicked, this, &ActionDialog::reject);
    row->addWidget(m_blocker, 1);
    row->addWidget(cancel);
    if (const auto *milder = m_draft->instead()) {
        auto *instead = button(QStringLiteral("dialog.instead"), milder->text + QStringLiteral(" instead"), Kind::Outline, foot);
        connect(instead, &QPushButton::clicked, this, [this, id = milder->id] {
            const auto target = m_draft->target();
            auto &host_ = m_host;
            accept();
            host_.start(id, target);
        });
        row->addWidget(instead);
    }
    m_do = button(QStringLiteral("dialog.do"), m_draft->verb(), Kind::Primary, foot);
    m_do->setDefault(true);
    connect(m_do, &QPushButton::clicked, m_draft.get(), &ActionDraft::commit);
    row->addWidget(m_do);
    return foot;
}

void ActionDialog::refresh()
{
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field) field.value()->showError(m_draft->errorOf(field.key()));
    m_acknowledge->setVisible(m_draft->needsAcknowledgement());
    m_typing->setVisible(m_draft->needsTypedName());
    m_typingLabel->setText(QStringLiteral("Type %1 to confirm that access is taken away").arg(m_draft->impact().subject()));
    m_commandLine->setText(m_draft->commandLine());
    m_commandLine->setVisible(!m_draft->commandLine().isEmpty());
    const auto &failure = m_draft->failure();
    m_failure->setText(failure.reason + (failure.remedy.isEmpty() ? QString() : QLatin1Char(' ') + failure.remedy));
    m_failure->setVisible(!failure.empty());
    const auto kind = m_draft->needsTypedName() || !m_draft->impact().claims().isEmpty() ? Kind::Danger : Kind::Primary;
    if (m_do->property("kind").toString() != QLatin1String(kind == Kind::Danger ? "danger" : "primary")) setKind(m_do, kind);
    m_do->setEnabled(m_draft->ready());
    m_do->setToolTip(m_draft->blocker());
    m_do->setText(m_draft->committing() ? QStringLiteral("Working\u2026") : m_draft->verb());
    m_blocker->setText(m_draft->ready() ? QString() : m_draft->blocker());
    QTimer::singleShot(0, this, &ActionDialog::fit); // when what came and went is laid out
}

/// As high as what it says, and no higher than the window's screen.
void ActionDialog::fit()
{
    layout()->activate();
    const auto wanted = std::min(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height(), screen()->availableGeometry().height() - 40);
    if (wanted == height() || (m_draft->impact().pending() && wanted < height())) return; // it will say more in a moment
    resize(width(), wanted);
    centre();
}

void ActionDialog::centre()
{
    const auto *over = parentWidget()->window();
    const auto at = over->pos() + QPoint((over->width() - width()) / 2, std::max(24, (over->height() - height()) / 2));
    move(at);
}

void ActionDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
    centre();
}

void ActionDialog::reject()
{
    if (!m_draft->committing()) QDialog::reject();
}

} // namespace keyward::ui
