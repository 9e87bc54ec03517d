// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"
#include "models/service_parts.h"
#include "models/window_words.h"
#include "models/wizards/plan_draft.h"

#include "backend/estate/describe.h"
#include "backend/estate/encryption_models.h"
#include "backend/estate/kept_files.h"
#include "backend/estate/plan.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/stores.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResourceBlades)
};

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

QString encryptionText(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    const auto source = profile ? profile->keySource : KeySource::OwnKey;
    if (source == KeySource::None) return Words::tr("Keeps no data");
    if (source == KeySource::ClientSide) return Words::tr("By the application");
    const auto *binding = protectingBinding(estate, resource);
    return binding ? Words::tr("Customer-managed key") : Words::tr("Service-managed keys");
}

QString followsText(const Resource &resource, const Binding &binding, const ServiceProfile *profile)
{
    if (profile && profile->takesVersions)
        return Words::tr("Not followed: one version is taken, until another one is set");
    if (binding.pinned) return Words::tr("Not followed: given by a URI with version");
    if (profile && endsByWork(resource, *profile))
        return Words::tr("Followed within an hour; the former version must stay enabled for one more job");
    if (!profile || !profile->followsNewVersions) return Words::tr("Not followed: the key is set anew by hand");
    const auto within = profile->followsWithin;
    return within.count() > 0 ? Words::tr("Followed within %1").arg(duration(within)) : Words::tr("Followed at once");
}

FactsPart::Fact formerFact(const Estate &estate, const FormerKey &former)
{
    const auto *key = estate.key(former.key);
    const auto name =
        (key ? text(keyPath(estate, *key)) + QLatin1Char('/') : QString()) + text(former.version.text().substr(0, 8));
    return {.label = Words::tr("Former key"),
            .value = former.until ? Words::tr("%1… must stay enabled until %2").arg(name, dateAndTime(*former.until))
                                  : Words::tr("%1… must stay enabled until the next key is set").arg(name),
            .chip = Chip{State::Warning, Words::tr("Still needed")}};
}

/// Of a resource with files here only the key is the store's.
FactsPart::Fact storeFact(const Resource &resource, const Resource &store)
{
    return {.label = keptFilesOf(resource) ? Words::tr("Protected by the key of") : Words::tr("Keeps its data in"),
            .value = text(store.name.text()),
            .link = Target::of(store.id)};
}

FactsPart::Fact keyFact(const engine::Published &moment, const Resource &resource)
{
    const auto *binding = protectingBinding(*moment.estate, resource);
    const auto *key = binding ? moment.estate->key(binding->key) : nullptr;
    FactsPart::Fact fact{.label = Words::tr("Key"),
                         .value = key ? text(keyPath(*moment.estate, *key)) : Words::tr("The platform's own key")};
    if (key) fact.link = Target::of(key->id);
    if (resource.binding && resource.binding->pinned) fact.chip = Chip{State::Pinned, Words::tr("Pinned")};
    return fact;
}

/// What a wizard that was left had done by then.
QString standing(const estate::WizardDraft &draft)
{
    const auto done = draft.values.find("done");
    if (done == draft.values.end()) return Words::tr("Nothing was changed yet.");
    return Words::tr("Done so far, and it stays: %1.")
        .arg(text(done->second).replace(QLatin1Char('\n'), QStringLiteral("; ")));
}

QString begun(const estate::WizardDraft &draft, Instant now)
{
    const auto *wizard = wizardById(text(draft.wizard));
    return draft.wizard == "enable-cmk" || !wizard
               ? Words::tr("Enabling was begun and saved %1").arg(relative(draft.saved, now))
               : Words::tr("Begun and saved %1: %2").arg(relative(draft.saved, now), wizard->title);
}

std::vector<CalloutsPart::Callout> reasonsOf(const engine::Published &moment, const Resource &resource,
                                             const engine::CommandLines *explained = nullptr)
{
    std::vector<CalloutsPart::Callout> out;
    const auto *health = moment.assessment.bindings.find(resource.id);
    if (!health) return out;
    for (const auto &reason : health->reasons) {
        CalloutsPart::Callout callout{
            stateOf(reason.weight), capital(spoken(reason.what)), sentence(windowRemedy(reason.what)), {}, {}, {}};
        if (reason.fix) {
            callout.button = Words::tr("Fix…");
            callout.fix = reason.fix;
            callout.detail = sentence(spoken(describe(*moment.estate, *reason.fix)));
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
        m_facts = add<FactsPart>(QStringLiteral("essentials"), Words::tr("Essentials"));
        m_checklist = add<ChecklistPart>(QStringLiteral("checklist"),
                                         Words::tr("Before %1").arg(spokenOf(wordsOf(estate(), target).bindBefore)));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &resource = resourceOf(moment, target());
        auto callouts = reasonsOf(moment, resource);
        const auto *profile = moment.estate->catalogue().find(resource.type);
        const bool own = profile && profile->keySource == KeySource::OwnKey;
        if (!resource.binding && !resource.protectionAttempted && own && profile->onlyBeforeFirstUse)
            callouts.push_back({State::Warning,
                                Words::tr("Enable a customer-managed key before anything is protected"),
                                Words::tr("Once %1 here, or somebody tried, it can never be set.")
                                    .arg(spokenOf(profile->words.bindBefore)),
                                Words::tr("Enable…"),
                                {},
                                QStringLiteral("cmk.enable")});
        m_callouts->set(std::move(callouts));
        const auto *health = moment.assessment.bindings.find(resource.id);
        std::vector<FactsPart::Fact> facts{
            {.label = Words::tr("State"), .value = {}, .chip = chipOf(resource, health)},
            {.label = Words::tr("Encryption"), .value = encryptionText(*moment.estate, resource)},
            keyFact(moment, resource),
            {.label = Words::tr("Region"), .value = regionTitle(resource.place.region.text())}};
        for (const auto *more : ServiceFacts::all())
            if (more->service == serviceOf(*moment.estate, resource)) more->add(facts, moment, resource);
        if (const auto *store = resource.store ? moment.estate->resource(*resource.store) : nullptr)
            facts.push_back(storeFact(resource, *store));
        facts.push_back({.label = Words::tr("Created"), .value = dateAndTime(resource.created)});
        m_facts->set(std::move(facts));
        std::vector<ChecklistPart::Item> items;
        for (const auto &item : protectionChecklist(*moment.estate, resource))
            items.push_back({spoken(item.what), item.done});
        m_checklist->setPresent(!resource.protectionAttempted && own);
        m_checklist->set(std::move(items));
    }

private:
    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ChecklistPart *m_checklist;
};

/// How what is stored hangs on the key that is set.
QString protectionText(const Estate &estate, const Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    const auto *service = factsOf(estate, resource);
    auto out = service && service->keyWords ? service->keyWords(Words::tr("the key below")).protects
                                            : Words::tr("Each %1 has a data key of its own, wrapped by the key below.")
                                                  .arg(spokenOf(profile ? profile->words.piece : std::string()));
    if (profile && !profile->revertible)
        out += QLatin1Char(' ') + Words::tr("It can be changed, but not turned off again.");
    return out;
}

class Encryption final : public Presenter
{
public:
    Encryption(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("model"));
        m_facts = add<FactsPart>(QStringLiteral("encryption"), Words::tr("Encryption"));
        const auto *service = factsOf(estate(), *estate().resource(target.resource()));
        if (service && service->encryption) {
            m_added = service->encryption(workspace, target);
            m_added->setParent(this); // found among its parts
            for (auto *part : m_added->parts()) adopt(part);
        }
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
                callouts.push_back({State::Neutral,
                                    begun(*draft, moment.now),
                                    standing(*draft),
                                    Words::tr("Continue…"),
                                    {},
                                    continuingAction(estate, *draft)});
        const auto own = profile ? takesOwnKey(estate, resource, *profile) : Status{};
        const auto *store = resource.store ? estate.resource(*resource.store) : nullptr;
        if (store) {
            callouts.push_back({State::Neutral,
                                store->binding ? Words::tr("Encrypted with the key of %1").arg(text(store->name.text()))
                                               : Words::tr("%1 has no key of yours yet").arg(text(store->name.text())),
                                Words::tr("It takes no key of its own. A key is set, rotated and revoked there, and "
                                          "what that one loses it loses."),
                                {},
                                {},
                                {}});
        } else if (!own) {
            const auto why = refusalOf(own.error());
            callouts.push_back({State::Neutral, why.reason, why.remedy, {}, {}, {}});
        } else if (!resource.binding) {
            const bool late = profile && !mayTakeKey(resource, *profile);
            callouts.push_back(
                {late ? State::Warning : State::Neutral,
                 Words::tr("Encrypted with service-managed keys"),
                 late ? Words::tr("Something was protected here, or somebody tried. A customer-managed key can "
                                  "only be set before that; create a new %1 for it.")
                            .arg(spokenOf(profile->title))
                      : Words::tr("The platform issues, keeps and rotates the key. With a key of your own you "
                                  "decide who may use it, when it is rotated, and whether it works at all."),
                 {},
                 {},
                 {}}); // the command bar has the button
        } else {
            callouts.push_back(
                {State::Neutral, Words::tr("Encrypted with a customer-managed key"), protectionText(estate, resource)});
        }
        m_callouts->set(std::move(callouts));
        std::vector<FactsPart::Fact> facts{
            {.label = Words::tr("Encryption at rest"), .value = encryptionText(estate, resource)}};
        facts.push_back(keyFact(moment, resource));
        if (store) facts.push_back(storeFact(resource, *store));
        if (const auto &binding = resource.binding) {
            const auto *key = estate.key(binding->key);
            const auto *vault = estate.vault(binding->vault);
            if (key && vault)
                facts.push_back({.label = Words::tr("Key identifier"),
                                 .value = text(keyUri(*vault, *key, &binding->version)),
                                 .mono = true,
                                 .copyable = true});
            facts.push_back({.label = Words::tr("New versions"), .value = followsText(resource, *binding, profile)});
            facts.push_back({.label = Words::tr("Since"), .value = dateAndTime(binding->since)});
            if (binding->former)
                facts.push_back({.label = Words::tr("Former version"),
                                 .value = Words::tr("%1… must stay enabled until %2")
                                              .arg(text(binding->former->text().substr(0, 8)),
                                                   spokenOf(wordsOf(estate, target()).untilNext)),
                                 .chip = Chip{State::Warning, Words::tr("Still needed")}});
        }
        if (!m_added) // which has a list of them
            for (const auto &former : resource.formerKeys) facts.push_back(formerFact(estate, former));
        m_facts->set(std::move(facts));
        if (m_added) m_added->update(moment);
    }

private:
    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    std::unique_ptr<AddedParts> m_added; ///< by its service
};

class HealthBlade final : public Presenter
{
public:
    HealthBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_verdict = add<FactsPart>(QStringLiteral("verdict"));
        m_reasons = add<CalloutsPart>(QStringLiteral("reasons"), Words::tr("Why"));
        m_checks = add<ChecklistPart>(QStringLiteral("chain"), Words::tr("What it takes to use the key"));
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &resource = resourceOf(moment, target());
        const auto *health = moment.assessment.bindings.find(resource.id);
        std::vector<FactsPart::Fact> facts{{.label = Words::tr("Now"), .value = {}, .chip = chipOf(resource, health)}};
        if (health && health->lostAt)
            facts.push_back({.label = Words::tr("Access ends"),
                             .value = relative(*health->lostAt, moment.now) + QStringLiteral(" (") +
                                      dateAndTime(*health->lostAt) + QLatin1Char(')')});
        const auto &words = wordsOf(estate(), target());
        const auto cannotBe = [&](std::uint64_t count, const std::string &piece, const std::string &opened) {
            if (count > 0)
                facts.push_back({.label = Words::tr("Cannot be %1 now").arg(spokenOf(opened)),
                                 .value = counted(count, text(piece))});
        };
        if (health) {
            cannotBe(health->unreadable - health->unreadableKept, words.piece, words.opened);
            cannotBe(health->unreadableKept, words.kept, words.keptOpened);
        }
        m_verdict->set(std::move(facts));
        auto reasons = reasonsOf(moment, resource, &workspace().lines());
        if (reasons.empty() && health)
            reasons.push_back({State::Working, Words::tr("Everything it takes to use the key is in place"), {}});
        if (!health)
            reasons.push_back({State::Neutral,
                               Words::tr("Encrypted with service-managed keys; there is no key of yours to look after"),
                               {}});
        m_reasons->set(std::move(reasons));
        std::vector<ChecklistPart::Item> items;
        for (const auto &item : protectionChecklist(*moment.estate, resource))
            items.push_back({spoken(item.what), item.done});
        m_checks->setPresent(resource.binding.has_value());
        m_checks->set(std::move(items));
    }

private:
    FactsPart *m_verdict;
    CalloutsPart *m_reasons;
    ChecklistPart *m_checks;
};

const Blade overview([]() -> BladeRecord {
    return {.id = QStringLiteral("resource.overview"),
            .title = Words::tr("Overview"),
            .icon = QStringLiteral("view-statistics"),
            .scope = Scope::Resource,
            .order = 0,
            .make = makePresenter<Overview>};
});
const Blade encryption([]() -> BladeRecord {
    return {.id = QStringLiteral("resource.encryption"),
            .title = Words::tr("Encryption"),
            .icon = QStringLiteral("document-encrypt"),
            .scope = Scope::Resource,
            .order = 10,
            .make = makePresenter<Encryption>};
});
const Blade health([]() -> BladeRecord {
    return {.id = QStringLiteral("resource.health"),
            .title = Words::tr("Health"),
            .icon = QStringLiteral("view-visible"),
            .scope = Scope::Resource,
            .order = 60,
            .make = makePresenter<HealthBlade>};
});

} // namespace
} // namespace keyward::models
