// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"
#include "models/service_parts.h"
#include "models/window_words.h"

#include "backend/estate/describe.h"
#include "backend/estate/plan.h"

namespace keyward::models {

using namespace estate;

namespace {

const Resource &resourceOf(const engine::Published &moment, const Target &target)
{
    return *moment.estate->resource(target.resource());
}

/// As its profile speaks.
const ServiceWords &wordsOf(const Estate &estate, const Target &target)
{
    static const ServiceWords none;
    const auto *resource = estate.resource(target.resource());
    const auto *profile = resource ? estate.catalogue().find(resource->type) : nullptr;
    return profile ? profile->words : none;
}

FactsPart::Fact keyFact(const engine::Published &moment, const Resource &resource)
{
    const auto *key = resource.binding ? moment.estate->key(resource.binding->key) : nullptr;
    FactsPart::Fact fact{.label = QStringLiteral("Key"),
                         .value = key ? text(keyPath(*moment.estate, *key)) : QStringLiteral("The platform's own key")};
    if (key) fact.link = Target::of(key->id);
    if (resource.binding && resource.binding->pinned) fact.chip = Chip{State::Pinned, QStringLiteral("Pinned")};
    return fact;
}

/// What a wizard that was left had done by then.
QString standing(const WizardDraft &draft)
{
    const auto done = draft.values.find("done");
    if (done == draft.values.end()) return QStringLiteral("Nothing was changed yet.");
    return QStringLiteral("Done so far, and it stays: %1.")
        .arg(text(done->second).replace(QLatin1Char('\n'), QStringLiteral("; ")));
}

std::vector<CalloutsPart::Callout> reasonsOf(const engine::Published &moment, const Resource &resource,
                                             const engine::CommandLines *explained = nullptr)
{
    std::vector<CalloutsPart::Callout> out;
    const auto *health = moment.assessment.bindings.find(resource.id);
    if (!health) return out;
    for (const auto &reason : health->reasons) {
        CalloutsPart::Callout callout{stateOf(reason.weight),
                                      capital(reason.text()),
                                      inWindowWords(sentence(reason.remedy()).toStdString()),
                                      {},
                                      {},
                                      {}};
        if (reason.fix) {
            callout.button = QStringLiteral("Fix\u2026");
            callout.fix = reason.fix;
            callout.detail = sentence(describe(*moment.estate, *reason.fix));
            if (explained)
                if (const auto line = explained->lineOf(*moment.estate, *reason.fix); !line.empty())
                    callout.detail += QLatin1Char('\n') + text(line);
        }
        out.push_back(std::move(callout));
    }
    return out;
}

class Overview final : public Presenter
{
public:
    Overview(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("essentials"), QStringLiteral("Essentials"));
        m_checklist = add<ChecklistPart>(QStringLiteral("checklist"),
                                         QStringLiteral("Before %1").arg(text(wordsOf(estate(), target).bindBefore)));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &resource = resourceOf(moment, target());
        auto callouts = reasonsOf(moment, resource);
        const auto *profile = moment.estate->catalogue().find(resource.type);
        if (!resource.binding && !resource.protectionAttempted && profile && profile->onlyBeforeFirstUse)
            callouts.push_back({State::Warning,
                                QStringLiteral("Enable a customer-managed key before anything is protected"),
                                QStringLiteral("Once %1 here, or somebody tried, it can never be set.")
                                    .arg(text(profile->words.bindBefore)),
                                QStringLiteral("Enable\u2026"),
                                {},
                                QStringLiteral("cmk.enable")});
        m_callouts->set(std::move(callouts));
        const auto *health = moment.assessment.bindings.find(resource.id);
        std::vector<FactsPart::Fact> facts{
            {.label = QStringLiteral("State"), .value = {}, .chip = chipOf(resource, health)},
            {.label = QStringLiteral("Encryption"),
             .value =
                 resource.binding ? QStringLiteral("Customer-managed key") : QStringLiteral("Service-managed keys")},
            keyFact(moment, resource),
            {.label = QStringLiteral("Region"), .value = regionTitle(resource.place.region.text())}};
        for (const auto *more : ServiceFacts::all())
            if (more->service == serviceOf(*moment.estate, resource)) more->add(facts, moment, resource);
        facts.push_back({.label = QStringLiteral("Created"), .value = dateAndTime(resource.created)});
        m_facts->set(std::move(facts));
        std::vector<ChecklistPart::Item> items;
        for (const auto &item : protectionChecklist(*moment.estate, resource))
            items.push_back({text(item.title()), item.done});
        m_checklist->setPresent(!resource.protectionAttempted);
        m_checklist->set(std::move(items));
    }

private:
    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ChecklistPart *m_checklist;
};

class Encryption final : public Presenter
{
public:
    Encryption(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("model"));
        m_facts = add<FactsPart>(QStringLiteral("encryption"), QStringLiteral("Encryption"));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto &resource = resourceOf(moment, target());
        const auto *profile = estate.catalogue().find(resource.type);
        std::vector<CalloutsPart::Callout> callouts;
        for (const auto &[id, draft] : estate.drafts())
            if (draft->resource == resource.id)
                callouts.push_back(
                    {State::Neutral,
                     QStringLiteral("Enabling was begun and saved %1").arg(relative(draft->saved, moment.now)),
                     standing(*draft),
                     QStringLiteral("Continue\u2026"),
                     {},
                     resource.binding ? QStringLiteral("cmk.change") : QStringLiteral("cmk.enable")});
        if (!resource.binding) {
            const bool late = profile && profile->onlyBeforeFirstUse && resource.protectionAttempted;
            callouts.push_back(
                {late ? State::Warning : State::Neutral,
                 QStringLiteral("Encrypted with service-managed keys"),
                 late ? QStringLiteral("Something was protected here, or somebody tried. A customer-managed key can "
                                       "only be set before that; create a new %1 for it.")
                            .arg(text(profile->title))
                      : QStringLiteral("The platform issues, keeps and rotates the key. With a key of your own you "
                                       "decide who may use it, when it is rotated, and whether it works at all."),
                 late ? QString() : QStringLiteral("Enable\u2026"),
                 {},
                 late ? QString() : QStringLiteral("cmk.enable")});
        } else {
            callouts.push_back({State::Neutral, QStringLiteral("Encrypted with a customer-managed key"),
                                QStringLiteral("Each %1 has a data key of its own, wrapped by the key below. %2")
                                    .arg(text(wordsOf(estate, target()).piece),
                                         profile && !profile->revertible
                                             ? QStringLiteral("It can be changed, but not turned off again.")
                                             : QString())});
        }
        m_callouts->set(std::move(callouts));
        std::vector<FactsPart::Fact> facts{
            {.label = QStringLiteral("Encryption at rest"),
             .value = resource.binding ? QStringLiteral("CustomerManaged") : QStringLiteral("MicrosoftManaged")}};
        facts.push_back(keyFact(moment, resource));
        if (const auto &binding = resource.binding) {
            const auto *key = estate.key(binding->key);
            const auto *vault = estate.vault(binding->vault);
            if (key && vault)
                facts.push_back({.label = QStringLiteral("Key identifier"),
                                 .value = text(keyUri(*vault, *key, &binding->version)),
                                 .mono = true,
                                 .copyable = true});
            facts.push_back(
                {.label = QStringLiteral("New versions"),
                 .value = binding->pinned
                              ? QStringLiteral("Not followed: given by a URI with version")
                              : QStringLiteral(
                                    "Followed within an hour; the former version must stay enabled for one more job")});
            facts.push_back({.label = QStringLiteral("Since"), .value = dateAndTime(binding->since)});
            if (binding->former)
                facts.push_back({.label = QStringLiteral("Former version"),
                                 .value = text(binding->former->text().substr(0, 8)) +
                                          QStringLiteral("\u2026 must stay enabled until ") +
                                          text(wordsOf(estate, target()).untilNext),
                                 .chip = Chip{State::Warning, QStringLiteral("Still needed")}});
        }
        m_facts->set(std::move(facts));
    }

private:
    CalloutsPart *m_callouts;
    FactsPart *m_facts;
};

class Identity final : public Presenter
{
public:
    Identity(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("identity"), QStringLiteral("System assigned"));
        m_access =
            new ListTable({{QStringLiteral("Key vault"), 180}, {QStringLiteral("Key permissions"), 280, false, true}});
        auto *table = add<TablePart>(QStringLiteral("access"), QStringLiteral("What it may do"), m_access);
        table->emptyTitle = QStringLiteral("No vault lets it in");
        table->emptyText = QStringLiteral("Access policies for this identity appear here.");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &resource = resourceOf(moment, target());
        const auto *principal = resource.identity ? moment.estate->principal(*resource.identity) : nullptr;
        std::vector<CalloutsPart::Callout> callouts;
        if (!principal)
            callouts.push_back({State::Neutral,
                                QStringLiteral("The system-assigned identity is off"),
                                QStringLiteral("Without an identity no key vault can let this resource in. Once on it "
                                               "must stay on, even for a moment: %1 would lose their key.")
                                    .arg(text(wordsOf(estate(), target()).protects)),
                                QStringLiteral("Turn on\u2026"),
                                {},
                                QStringLiteral("identity.enable")});
        m_callouts->set(std::move(callouts));
        std::vector<FactsPart::Fact> facts{{.label = QStringLiteral("Status"),
                                            .value = {},
                                            .chip = principal ? Chip{State::Working, QStringLiteral("On")}
                                                              : Chip{State::Disabled, QStringLiteral("Off")}}};
        if (principal) {
            facts.push_back({.label = QStringLiteral("Object (principal) id"),
                             .value = text(principal->id.text()),
                             .mono = true,
                             .copyable = true});
            facts.push_back(
                {.label = QStringLiteral("Tenant"), .value = text(principal->tenant), .mono = true, .copyable = true});
            facts.push_back({.label = QStringLiteral("Type"), .value = QStringLiteral("SystemAssigned")});
        }
        m_facts->set(std::move(facts));
        std::vector<ListRow> rows;
        if (principal)
            for (const auto &[id, vault] : moment.estate->vaults())
                if (const auto found = vault->policies.find(principal->id); found != vault->policies.end())
                    rows.push_back(
                        {RecordId{id.bytes},
                         {{text(vault->name.text()), {}, {}, false, false, true},
                          {text(found->second.text()).replace(QLatin1Char(','), QStringLiteral(", ")), {}, {}}},
                         Target::of(id),
                         {},
                         {}});
        m_access->setRows(std::move(rows));
    }

private:
    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ListTable *m_access;
};

class HealthBlade final : public Presenter
{
public:
    HealthBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_verdict = add<FactsPart>(QStringLiteral("verdict"));
        m_reasons = add<CalloutsPart>(QStringLiteral("reasons"), QStringLiteral("Why"));
        m_checks = add<ChecklistPart>(QStringLiteral("chain"), QStringLiteral("What it takes to use the key"));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &resource = resourceOf(moment, target());
        const auto *health = moment.assessment.bindings.find(resource.id);
        std::vector<FactsPart::Fact> facts{
            {.label = QStringLiteral("Now"), .value = {}, .chip = chipOf(resource, health)}};
        if (health && health->lostAt)
            facts.push_back({.label = QStringLiteral("Access ends"),
                             .value = relative(*health->lostAt, moment.now) + QStringLiteral(" (") +
                                      dateAndTime(*health->lostAt) + QLatin1Char(')')});
        const auto &words = wordsOf(estate(), target());
        if (health && health->unreadable)
            facts.push_back({.label = QStringLiteral("Cannot be %1 now").arg(text(words.opened)),
                             .value = counted(health->unreadable, text(words.piece))});
        m_verdict->set(std::move(facts));
        auto reasons = reasonsOf(moment, resource, &workspace().lines());
        if (reasons.empty() && health)
            reasons.push_back({State::Working, QStringLiteral("Everything it takes to use the key is in place"), {}});
        if (!health)
            reasons.push_back(
                {State::Neutral,
                 QStringLiteral("Encrypted with service-managed keys; there is no key of yours to look after"),
                 {}});
        m_reasons->set(std::move(reasons));
        std::vector<ChecklistPart::Item> items;
        for (const auto &item : protectionChecklist(*moment.estate, resource))
            items.push_back({text(item.title()), item.done});
        m_checks->setPresent(resource.binding.has_value());
        m_checks->set(std::move(items));
    }

private:
    FactsPart *m_verdict;
    CalloutsPart *m_reasons;
    ChecklistPart *m_checks;
};

const Blade overview({.id = QStringLiteral("resource.overview"),
                      .title = QStringLiteral("Overview"),
                      .icon = QStringLiteral("view-statistics"),
                      .scope = Scope::Resource,
                      .order = 0,
                      .make = makePresenter<Overview>});
const Blade encryption({.id = QStringLiteral("resource.encryption"),
                        .title = QStringLiteral("Encryption"),
                        .icon = QStringLiteral("document-encrypt"),
                        .scope = Scope::Resource,
                        .order = 10,
                        .make = makePresenter<Encryption>});
const Blade identity({.id = QStringLiteral("resource.identity"),
                      .title = QStringLiteral("Identity"),
                      .icon = QStringLiteral("im-user"),
                      .scope = Scope::Resource,
                      .order = 20,
                      .make = makePresenter<Identity>});
const Blade health({.id = QStringLiteral("resource.health"),
                    .title = QStringLiteral("Health"),
                    .icon = QStringLiteral("view-visible"),
                    .scope = Scope::Resource,
                    .order = 60,
                    .make = makePresenter<HealthBlade>});

} // namespace
} // namespace keyward::models
