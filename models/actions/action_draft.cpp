// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action_draft.h"

#include "backend/estate/describe.h"
#include "backend/estate/told.h"
#include "models/recovery_sheet.h"

#include <QCoreApplication>
#include <QPointer>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActionDraft)
};

} // namespace

ActionDraft::ActionDraft(const ActionRecord &record, Workspace &workspace, Target target, QObject *parent)
    : QObject(parent), m_record(record), m_workspace(workspace), m_target(std::move(target)), m_impact(workspace)
{
    if (m_record.fields) m_form = Form(m_record.fields({m_workspace, m_workspace.moment(), m_target}));
    for (const auto &field : m_form.fields())
        if (const auto sheet = field.value.value<RecoverySheetPtr>())
            connect(sheet.get(), &RecoverySheet::changed, this, &ActionDraft::rebuild);
    connect(&m_impact, &ImpactPreview::changed, this, &ActionDraft::changed);
    rebuild();
}

ActionDraft::ActionDraft(const QString &title, estate::Action action, Workspace &workspace, Target target,
                         QObject *parent)
    : ActionDraft(
          ActionRecord{.id = QStringLiteral("fix"),
                       .text = title,
                       .icon = {},
                       .deed = [action](const Situation &, const Values &) -> Result<Deed> { return Deed{action}; },
                       .previews = true},
          workspace, std::move(target), parent)
{}

QString ActionDraft::title() const
{
    const auto about = titleOf(m_workspace.estate(), m_target);
    return about.isEmpty() ? m_record.text : m_record.text + QStringLiteral(": ") + about;
}

QString ActionDraft::verb() const { return m_record.text; }
const ActionRecord *ActionDraft::instead() const
{
    return m_record.instead.isEmpty() ? nullptr : actionById(m_record.instead);
}

void ActionDraft::setValue(const QString &field, const QVariant &value)
{
    if (!m_form.set(field, value)) return;
    m_failure = {};
    rebuild();
}

void ActionDraft::rebuild()
{
    m_problem = {m_form.problem(), {}};
    const Situation situation{m_workspace, m_workspace.moment(), m_target};
    m_statement = m_record.statement && m_problem.empty() ? m_record.statement(situation, values()) : QString();
    if (m_problem.empty()) {
        const auto deed = m_record.deed(situation, values());
        if (!deed)
            m_problem = refusalOf(deed.error());
        else if (deed->action)
            m_impact.ask({*deed->action});
        m_harmless = deed && !deed->action;
        m_commandLine = deed ? deed->commandLine : QString();
    }
    if (!m_problem.empty() || m_harmless) m_impact.clear();
    Q_EMIT changed();
}

bool ActionDraft::asksForMore() const
{
    return !fields().empty() || m_record.previews || needsAcknowledgement() || needsTypedName() || !m_problem.empty() ||
           !m_impact.refusal().empty();
}

void ActionDraft::acknowledge(bool on)
{
    m_acknowledged = on;
    Q_EMIT changed();
}

void ActionDraft::typeName(const QString &name)
{
    m_typed = name.trimmed();
    Q_EMIT changed();
}

QString ActionDraft::blocker() const
{
    if (m_committing) return Words::tr("It is being done.");
    if (m_secret) return Words::tr("It is done.");
    if (!m_problem.empty()) return m_problem.reason;
    if (m_harmless) return {};
    if (m_impact.pending() || !m_impact.asked()) return Words::tr("The consequences are being worked out.");
    if (!m_impact.refusal().empty()) return m_impact.refusal().reason;
    if (needsAcknowledgement() && !m_acknowledged)
        return Words::tr("Tick that you understand that it cannot be undone.");
    if (needsTypedName() && m_typed != m_impact.subject())
        return Words::tr("Type %1 to confirm that access is taken away.").arg(m_impact.subject());
    return {};
}

void ActionDraft::commit()
{
    if (!ready()) return;
    const Situation situation{m_workspace, m_workspace.moment(), m_target};
    const auto deed = m_record.deed(situation, values());
    if (!deed) {
        m_failure = refusalOf(deed.error());
        Q_EMIT changed();
        return;
    }
    if (deed->secret) return makeSecret(*deed);
    if (deed->errand) {
        m_workspace.send(deed->action ? spoken(estate::describe(situation.estate(), *deed->action)) : deed->title,
                         m_target, deed->errand);
        Q_EMIT done(std::nullopt);
        return;
    }
    // Said of the estate as it is before: afterwards the same deed would be another one.
    auto told = estate::told(situation.estate(), *deed->action);
    const Said said{spoken(told.sentence), told.undo ? std::optional(std::move(told.undo->action)) : std::nullopt};
    const bool overriding = needsTypedName();
    m_committing = true;
    m_impact.hold(true);
    Q_EMIT changed();
    m_workspace.execute({*deed->action, overriding}, this,
                        [this, deed = *deed, said](const auto &result) { finish(result, deed, said); });
}

/// Whoever asked for a secret waits for it: it is theirs alone, and shown once.
void ActionDraft::makeSecret(const Deed &deed)
{
    m_committing = true;
    m_impact.hold(true);
    Q_EMIT changed();
    m_workspace.send(deed.title, m_target, deed.errand,
                     [alive = QPointer(this), secret = deed.secret](const Result<Outcome> &outcome) {
                         if (!alive) return;
                         alive->m_committing = false;
                         if (outcome)
                             alive->m_secret = secret;
                         else
                             alive->m_failure = refusalOf(outcome.error());
                         Q_EMIT alive->changed();
                     });
}

void ActionDraft::finish(const Result<engine::EstatePtr> &result, const Deed &deed, const Said &said)
{
    m_committing = false;
    if (!result) {
        m_failure = refusalOf(result.error());
        m_impact.hold(false);
        Q_EMIT changed();
        return;
    }
    const auto target = deed.made ? deed.made : exists(**result, m_target) ? std::optional(m_target) : std::nullopt;
    m_workspace.tell(Notification{
        .state = State::Working, .text = Words::tr("Done: %1.").arg(said.deed), .target = target, .undo = said.undo});
    Q_EMIT done(deed.made);
}

} // namespace keyward::models
