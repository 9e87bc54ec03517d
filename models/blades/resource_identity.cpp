// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Under which names a resource comes to key vaults, and what these may do.

#include "models/access_targets.h"
#include "models/blades/access_rows.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"
#include "backend/estate/first_party.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResourceIdentity)
};

class Identity final : public Presenter
{
public:
    Identity(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_callouts = add<CalloutsPart>(QStringLiteral("state"));
        m_facts = add<FactsPart>(QStringLiteral("identity"), Words::tr("System assigned"));
        m_assigned = new ListTable({{Words::tr("Identity"), 190, false, true},
                                    {Words::tr("Resource group"), 150},
                                    {Words::tr("In use"), 110},
                                    {QString(), 110}});
        m_users = add<TablePart>(QStringLiteral("assigned"), Words::tr("User assigned"), m_assigned);
        m_users->emptyTitle = Words::tr("No user-assigned identity");
        m_users->emptyText = Words::tr("One that stands by itself can be given to several resources.");
        m_users->emptyAction = QStringLiteral("identity.assign");
        m_access = new ListTable({{Words::tr("Key vault"), 170},
                                  {Words::tr("Key permissions"), 230, false, true},
                                  {Words::tr("Granted by"), 270}});
        auto *table = add<TablePart>(QStringLiteral("access"), Words::tr("What it may do"), m_access);
        table->emptyTitle = Words::tr("No vault lets it in");
        table->emptyText = Words::tr("Access policies and roles that let this resource in appear here.");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto &resource = *estate.resource(target().resource());
        const auto *profile = estate.catalogue().find(resource.type);
        if (profile && profile->goesByFirstParty()) return showApplication(estate, *profile);
        const auto *own = resource.identity ? estate.principal(*resource.identity) : nullptr;
        std::vector<CalloutsPart::Callout> callouts;
        if (!own && resource.userIdentities.empty())
            callouts.push_back({State::Neutral,
                                Words::tr("The system-assigned identity is off"),
                                Words::tr("Without an identity no key vault can let this resource in. Once on it "
                                          "must not be turned off, even for a moment: %1 would lose their key.")
                                    .arg(spokenOf(profile ? profile->words.protects : std::string())),
                                Words::tr("Turn on…"),
                                {},
                                QStringLiteral("identity.enable")});
        m_callouts->set(std::move(callouts));
        showOwn(own);
        m_users->setPresent(!resource.userIdentities.empty() ||
                            (profile && std::ranges::contains(profile->identityKinds, PrincipalKind::UserAssigned)));
        showAssigned(estate, resource);
        std::vector<PrincipalId> names(resource.userIdentities.begin(), resource.userIdentities.end());
        if (resource.identity) names.push_back(*resource.identity);
        showAccess(estate, names);
    }

private:
    /// One that nobody turns on or assigns: it is the same for all resources of the service.
    void showApplication(const Estate &estate, const ServiceProfile &profile)
    {
        const auto *there = platformApplication(estate, profile);
        const auto *provider = estate.catalogue().platform().provider(profile.provider);
        const auto name = text(provider ? provider->firstParty : std::string());
        std::vector<CalloutsPart::Callout> callouts;
        if (!there)
            callouts.push_back({.state = State::Neutral,
                                .text = Words::tr("Its application is not there yet"),
                                .detail = Words::tr("%1 comes with resource provider %2, once that is registered in "
                                                    "the subscription of the key's vault. Enabling a customer-managed "
                                                    "key does that as its first step.")
                                              .arg(name, text(profile.provider))});
        m_callouts->set(std::move(callouts));
        m_facts->setTitle(Words::tr("Application of the platform"));
        std::vector<FactsPart::Fact> facts{
            {.label = Words::tr("Goes by"),
             .value = name,
             .link = there ? std::optional(targetOf(there->id)) : std::nullopt},
            {.label = Words::tr("Assigned by"),
             .value = Words::tr("Nobody: the platform has one for all of them, in every tenant. Whoever may use the "
                                "key by it lets in every resource of this service.")},
            {.label = Words::tr("Resource provider"),
             .value = Words::tr("%1, registered in %2", "a provider, where")
                          .arg(text(profile.provider), placesOf(estate, profile.provider))}};
        m_facts->set(std::move(facts));
        m_users->setPresent(false);
        showAccess(estate, there ? std::vector{there->id} : std::vector<PrincipalId>{});
    }
    static QString placesOf(const Estate &estate, const std::string &provider)
    {
        QStringList out;
        for (const auto &[id, subscription] : estate.subscriptions())
            if (subscription->providers.contains(provider)) out += text(nameOf(estate, id));
        out.sort(Qt::CaseInsensitive);
        return out.isEmpty() ? Words::tr("no subscription yet") : out.join(QStringLiteral(", "));
    }

    void showOwn(const Principal *own)
    {
        std::vector<FactsPart::Fact> facts{
            {.label = Words::tr("Status"),
             .value = {},
             .chip = own ? Chip{State::Working, Words::tr("On")} : Chip{State::Disabled, Words::tr("Off")}}};
        if (own) {
            facts.push_back({.label = Words::tr("Object (principal) id"),
                             .value = grouped(own->id.text()),
                             .mono = true,
                             .copyable = true});
            facts.push_back({.label = Words::tr("Tenant"), .value = text(own->tenant), .mono = true, .copyable = true});
            facts.push_back({.label = Words::tr("Permissions"),
                             .value = Words::tr("Assignments and policies of %1").arg(text(own->name)),
                             .link = targetOf(own->id)});
        }
        m_facts->set(std::move(facts));
    }

    void showAssigned(const Estate &estate, const Resource &resource)
    {
        std::vector<ListRow> rows;
        for (const auto &id : resource.userIdentities) {
            const auto *one = estate.principal(id);
            if (!one) continue;
            const bool used = resource.binding && resource.binding->identity == id;
            rows.push_back({RecordId{id.bytes},
                            {{text(one->name), text(id.text()), {}, false, false, true},
                             {one->place ? text(one->place->resourceGroup) : QString(), {}, {}},
                             used ? Cell{Words::tr("For its key"), {}, State::Working}
                                  : Cell{QStringLiteral("–"), {}, {}, false, true}},
                            identityAt(resource.id, id),
                            Words::tr("Remove…"),
                            QStringLiteral("identity.unassign")});
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_assigned->setRows(std::move(rows));
    }

    void showAccess(const Estate &estate, const std::vector<PrincipalId> &names)
    {
        std::vector<ListRow> rows;
        for (const auto &id : names) {
            const auto *who = estate.principal(id);
            if (!who) continue;
            for (const auto &[vaultId, vault] : estate.vaults()) {
                if (vault->deleted) continue;
                auto grants = grantsOf(estate, id, *vault);
                if (grants.empty()) continue;
                auto row = RecordId{id.bytes};
                for (std::size_t i = 0; i < row.bytes.size(); ++i) row.bytes[i] ^= vaultId.bytes[i];
                const Effective one{id,
                                    {},
                                    effectivePermissions(estate, id, *vault),
                                    std::move(grants),
                                    ineffective(estate, *who, *vault)};
                rows.push_back({row,
                                {{text(vault->name.text()), {}, {}, false, false, true},
                                 {spaced(one.permissions), {}, {}, false, !one.ineffective.empty()},
                                 {names.size() > 1 ? Words::tr("%1: %2").arg(text(who->name), grantsText(estate, one))
                                                   : grantsText(estate, one),
                                  {},
                                  {}}},
                                Target::of(vaultId),
                                {},
                                {}});
            }
        }
        std::ranges::sort(rows, {}, [](const ListRow &row) { return row.cells.front().text; });
        m_access->setRows(std::move(rows));
    }

    CalloutsPart *m_callouts;
    FactsPart *m_facts;
    ListTable *m_assigned;
    TablePart *m_users;
    ListTable *m_access;
};

const Blade identity([]() -> BladeRecord {
    return {.id = QStringLiteral("resource.identity"),
            .title = Words::tr("Identity"),
            .icon = QStringLiteral("im-user"),
            .scope = Scope::Resource,
            .order = 20,
            .make = makePresenter<Identity>};
});

} // namespace
} // namespace keyward::models
