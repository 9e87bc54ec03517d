// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action_draft.h"

#include "backend/estate/describe.h"
#include "backend/estate/told.h"
#include "models/recovery_sheet.h"
#include "models/secret_draft.h"

#include <QCoreApplication>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActionDraft)
};

/// Whether nothing was given yet. Of what is kept in protected memory the value says nothing by itself.
bool isMissing(const Field &field, const QVariant &value)
{
    switch (field.kind) {
    case Field::Kind::Secret:
    case Field::Kind::NewSecret: {
        const auto typed = value.value<TypedSecretPtr>();
        return !typed || typed->secret.empty() || (field.kind == Field::Kind::NewSecret && typed->again.empty());
    }
    case Field::Kind::RecoveryKey: return !value.value<RecoverySheetPtr>();
    default: return value.toString().isEmpty();
    }
}

/// What is wrong with what was given, as far as it was.
QString errorIn(const Field &field, const QVariant &value)
{
    if (field.kind == Field::Kind::NewSecret) {
        const auto typed = value.value<TypedSecretPtr>();
        return typed ? newSecretError(*typed) : QString();
    }
    return field.error && !isMissing(field, value) ? field.error(value) : QString();
}

bool isProtected(const Field &field)
{
    return field.kind == Field::Kind::Secret || field.kind == Field::Kind::NewSecret ||
           field.kind == Field::Kind::RecoveryKey;
}

} // namespace

ActionDraft::ActionDraft(const ActionRecord &record, Workspace &workspace, Target target, QObject *parent)
    : QObject(parent), m_record(record), m_workspace(workspace), m_target(std::move(target)), m_impact(workspace)
{
    if (m_record.fields) m_fields = m_record.fields({m_workspace, m_workspace.moment(), m_target});
    for (const auto &field : m_fields) m_values.insert(field.id, field.value);
    for (const auto &field : m_fields)
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
    m_touched.insert(field);
    const auto declared = std::ranges::find(m_fields, field, &Field::id);
    const bool same = declared == m_fields.end() || !isProtected(*declared); // the same place, other contents
    if (same && m_values.value(field) == value) return;
    m_values.insert(field, value);
    m_failure = {};
    rebuild();
}

QString ActionDraft::errorOf(const QString &id) const
{
    for (const auto &field : m_fields) {
        if (field.id != id || !m_touched.contains(id)) continue;
        const auto value = m_values.value(id);
        if (const auto wrong = errorIn(field, value); !wrong.isEmpty()) return wrong;
        if (!field.optional && isMissing(field, value) && !isProtected(field))
            return field.label + Words::tr(" is needed.");
    }
    return {};
}

void ActionDraft::rebuild()
{
    m_problem = {};
    for (const auto &field : m_fields) {
        const auto value = m_values.value(field.id);
        if (const auto wrong = errorIn(field, value); !wrong.isEmpty())
            m_problem = {wrong, {}};
        else if (!field.optional && isMissing(field, value))
            m_problem = {field.label + Words::tr(" is needed."), {}};
        if (!m_problem.empty()) break;
    }
    if (m_problem.empty()) {
        const auto deed = m_record.deed({m_workspace, m_workspace.moment(), m_target}, m_values);
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
    return !m_fields.empty() || m_record.previews || needsAcknowledgement() || needsTypedName() || !m_problem.empty() ||
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
    const auto deed = m_record.deed(situation, m_values);
    if (!deed) {
        m_failure = refusalOf(deed.error());
        Q_EMIT changed();
        return;
    }
    if (deed->errand) {
        m_workspace.send(deed->action ? text(estate::describe(situation.estate(), *deed->action)) : deed->title,
                         m_target, deed->errand);
        Q_EMIT done(std::nullopt);
        return;
    }
    // Said of the estate as it is before: afterwards the same deed would be another one.
    const Said said{text(estate::describe(situation.estate(), *deed->action)),
                    text(m_workspace.lines().undoOf(estate::told(situation.estate(), *deed->action).undo))};
    const bool overriding = needsTypedName();
    m_committing = true;
    m_impact.hold(true);
    Q_EMIT changed();
    m_workspace.execute({*deed->action, overriding}, this,
                        [this, deed = *deed, said](const auto &result) { finish(result, deed, said); });
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
    m_workspace.tell(State::Working, Words::tr("Done: ") + said.deed + QLatin1Char('.'),
                     said.undo.isEmpty() ? QString() : Words::tr("Undo: ") + said.undo, target);
    Q_EMIT done(deed.made);
}

} // namespace keyward::models
