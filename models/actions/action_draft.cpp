// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action_draft.h"

#include "backend/estate/describe.h"
#include "backend/estate/told.h"
#include "models/many.h"
#include "models/recovery_sheet.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActionDraft)
};

} // namespace

ActionDraft::ActionDraft(const ActionRecord &record, Workspace &workspace, Target target, QObject *parent)
    : ActionDraft(record, workspace, std::vector{std::move(target)}, parent)
{}

ActionDraft::ActionDraft(const ActionRecord &record, Workspace &workspace, std::vector<Target> targets, QObject *parent)
    : QObject(parent), m_record(record), m_workspace(workspace), m_targets(std::move(targets)), m_impact(workspace)
{
    if (m_record.fields) m_form = Form(m_record.fields(situation()));
    for (const auto &field : m_form.fields())
        if (const auto sheet = field.value.value<RecoverySheetPtr>())
            connect(sheet.get(), &RecoverySheet::changed, this, &ActionDraft::rebuild);
    connect(&m_impact, &ImpactPreview::changed, this, &ActionDraft::changed);
    rebuild();
}

ActionDraft::ActionDraft(const QString &title, std::vector<estate::Action> actions, Workspace &workspace, Target target,
                         QObject *parent)
    : QObject(parent), m_record({.id = QStringLiteral("fix"), .text = title, .icon = {}, .previews = true}),
      m_workspace(workspace), m_targets{std::move(target)}, m_fixed(std::move(actions)), m_impact(workspace)
{
    connect(&m_impact, &ImpactPreview::changed, this, &ActionDraft::changed);
    rebuild();
}

QString ActionDraft::title() const
{
    if (m_targets.size() > 1)
        return Words::tr("%1: %Ln selected", "an action, how many things it is about", countOf(m_targets.size()))
            .arg(m_record.text);
    const auto about = titleOf(m_workspace.estate(), target());
    return about.isEmpty() ? m_record.text : m_record.text + QStringLiteral(": ") + about;
}

QString ActionDraft::verb() const { return m_record.text; }
const ActionRecord *ActionDraft::instead() const
{
    return m_record.instead.isEmpty() || m_targets.size() > 1 ? nullptr : actionById(m_record.instead);
}

void ActionDraft::setValue(const QString &field, const QVariant &value)
{
    if (!m_form.set(field, value)) return;
    m_failure = {};
    rebuild();
}

namespace {

/// The same moment with a deed done: what comes after it about the same thing counts on it.
Moment after(const Moment &moment, const estate::Action &action)
{
    auto next = std::make_shared<engine::Published>(*moment);
    next->estate = std::make_shared<const estate::Estate>(estate::afterwards(*moment->estate, action));
    return next;
}

} // namespace

Result<ActionDraft::Prepared> ActionDraft::prepared() const
{
    Prepared out;
    for (const auto &action : m_fixed) out.deeds.push_back({.action = action});
    if (!m_fixed.empty()) return out;
    if (!several()) {
        KEYWARD_TRY(auto deed, m_record.deed(situation(), values()));
        out.deeds.push_back(std::move(deed));
        return out;
    }
    auto moment = m_workspace.moment();
    for (const auto &each : m_targets) {
        const Situation one{m_workspace, moment, each};
        const auto leave = [&](Refusal why) {
            out.leftOut.push_back({titleOf(m_workspace.estate(), each), std::move(why)});
        };
        if (!isSupported(m_record, one)) {
            leave({Words::tr("There is nothing of this kind to do here."), {}});
            continue;
        }
        if (const auto allowed = m_record.allowed ? m_record.allowed(one) : Status{}; !allowed) {
            leave(refusalOf(allowed.error()));
            continue;
        }
        auto deed = m_record.deed(one, values());
        if (!deed || !deed->action) {
            leave(deed ? Refusal{Words::tr("This is done to one thing at a time."), {}} : refusalOf(deed.error()));
            continue;
        }
        moment = after(moment, *deed->action);
        out.deeds.push_back(*std::move(deed));
    }
    if (out.deeds.empty())
        return fail(Code::Usage, {}, {utf8(Words::tr("Nothing of what is selected can have this done."))});
    return out;
}

void ActionDraft::rebuild()
{
    m_problem = {m_form.problem(), {}};
    m_statement =
        m_record.statement && !several() && m_problem.empty() ? m_record.statement(situation(), values()) : QString();
    if (m_problem.empty()) {
        auto all = prepared();
        m_harmless = all && !all->deeds.front().action;
        m_commandLine = all ? all->deeds.front().commandLine : QString();
        if (!all) {
            m_problem = refusalOf(all.error());
        } else if (!m_harmless) {
            std::vector<estate::Action> actions;
            for (const auto &deed : all->deeds) actions.push_back(*deed.action);
            m_impact.ask(std::move(actions), std::move(all->leftOut));
        }
    }
    if (!m_problem.empty() || m_harmless) m_impact.clear();
    Q_EMIT changed();
}

bool ActionDraft::asksForMore() const
{
    return !fields().empty() || m_record.previews || needsAcknowledgement() || needsTypedName() || !m_problem.empty() ||
           !m_impact.refusal().empty();
}

void ActionDraft::take(const QString &file)
{
    const auto asksForOne = [](const Field &field) { return field.kind == Field::Kind::OldFile; };
    const auto found = std::ranges::find_if(fields(), asksForOne);
    if (!file.isEmpty() && found != fields().end()) setValue(found->id, file);
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
    if (several()) {
        auto commands = m_impact.doable();
        const auto all = m_fixed.empty() ? m_targets.size() : m_fixed.size();
        const auto out = all - commands.size();
        m_workspace.send(m_record.text, Target{},
                         oneAfterTheOther(m_record.text, std::move(commands), out, m_workspace.actor()));
        Q_EMIT done(std::nullopt);
        return;
    }
    const auto all = prepared();
    if (!all) {
        m_failure = refusalOf(all.error());
        Q_EMIT changed();
        return;
    }
    const auto &deed = all->deeds.front();
    if (deed.secret) return makeSecret(deed);
    if (deed.errand) {
        m_workspace.send(deed.action ? spoken(estate::describe(m_workspace.estate(), *deed.action)) : deed.title,
                         target(), deed.errand);
        Q_EMIT done(std::nullopt);
        return;
    }
    // Said of the estate as it is before: afterwards the same deed would be another one.
    auto told = estate::told(m_workspace.estate(), *deed.action);
    const Said said{spoken(told.sentence), told.undo ? std::optional(std::move(told.undo->action)) : std::nullopt};
    m_committing = true;
    m_impact.hold(true);
    Q_EMIT changed();
    m_workspace.execute({*deed.action, needsTypedName()}, this,
                        [this, deed, said](const auto &result) { finish(result, deed, said); });
}

/// Whoever asked for a secret waits for it: it is theirs alone, and shown once.
void ActionDraft::makeSecret(const Deed &deed)
{
    m_committing = true;
    m_impact.hold(true);
    Q_EMIT changed();
    m_workspace.send(deed.title, target(), deed.errand,
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
    const auto to = deed.made ? deed.made : exists(**result, target()) ? std::optional(target()) : std::nullopt;
    m_workspace.tell(Notification{.state = State::Working,
                                  .text = Words::tr("Done: %1.").arg(said.deed),
                                  .target = to,
                                  .undo = said.undo ? std::vector{*said.undo} : std::vector<estate::Action>{}});
    Q_EMIT done(deed.made);
}

} // namespace keyward::models
