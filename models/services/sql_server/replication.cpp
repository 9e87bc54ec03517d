// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// TDE-13: with which servers a server is linked, and what is replicated between them.

#include "models/presenter.h"
#include "models/services/sql_server/replication_rows.h"
#include "models/services/sql_server/targets.h"
#include "models/text.h"
#include "models/window_words.h"

#include "backend/estate/findings.h"
#include "backend/estate/services/preparation.h"
#include "backend/estate/services/sql_server/replication.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SqlServerReplication)
};

class Replications final : public Presenter
{
public:
    Replications(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_notes = add<CalloutsPart>(QStringLiteral("notes"));
        m_replicas = new ListTable({{.title = Words::tr("Database"), .width = 190, .stretch = true, .keep = true},
                                    {.title = Words::tr("Role"), .width = 90, .keep = true},
                                    {.title = Words::tr("With"), .width = 190},
                                    {.title = Words::tr("As of"), .width = 130},
                                    {.title = Words::tr("State"), .width = 170, .keep = true}});
        auto *replicas = add<TablePart>(QStringLiteral("replicas"), Words::tr("Replicated databases"), m_replicas);
        replicas->emptyTitle = Words::tr("Nothing is replicated yet");
        replicas->emptyText = Words::tr("A replica follows its primary and can be read. When the primary's region is "
                                        "out, it can take its place.");
        m_links = new ListTable({{.title = Words::tr("Linked server"), .width = 180, .keep = true},
                                 {.title = Words::tr("Region"), .width = 140, .keep = true},
                                 {.title = Words::tr("Protector"), .width = 220, .stretch = true},
                                 {.title = Words::tr("Replicas there"), .width = 120, .number = true},
                                 {.title = Words::tr("Replicas here"), .width = 120, .number = true},
                                 {.title = QString(), .width = 110}});
        auto *links = add<TablePart>(QStringLiteral("links"), Words::tr("Linked servers"), m_links);
        links->emptyTitle = Words::tr("Not linked with another server yet");
        links->emptyText = Words::tr("Linked servers have each other's keys, so that a database of the one can be "
                                     "replicated to the other. Best in another region, with a vault there: a shared "
                                     "vault is lost with its region, and then neither can be read.");
        links->emptyAction = QStringLiteral("server.link");
        start();
    }

protected:
    void update(const engine::Published &moment) override
    {
        const auto &estate = *moment.estate;
        const auto &server = *estate.resource(target().resource());
        std::vector<ListRow> links;
        for (const auto *partner : partnersOf(estate, server)) links.push_back(linkRow(moment, server, *partner));
        m_links->setRows(std::move(links));
        std::vector<ListRow> replicas;
        for (const auto *database : liveDatabases(estate, server.id)) {
            if (database->replication)
                replicas.push_back(replicaRow(moment, *database, *database));
            else
                for (const auto *replica : replicasOf(estate, *database))
                    replicas.push_back(replicaRow(moment, *database, *replica));
        }
        m_replicas->setRows(std::move(replicas));
        m_notes->set(notes(moment, server));
    }

private:
    static std::vector<CalloutsPart::Callout> notes(const engine::Published &moment, const Resource &server)
    {
        std::vector<Finding> found;
        addFindings(found, *moment.estate, server);
        std::vector<CalloutsPart::Callout> out;
        for (const auto &one : found)
            out.push_back({.state = one.weight == Health::Warning ? State::Warning : State::AtRisk,
                           .text = capital(spoken(one.what)),
                           .detail = sentence(windowRemedy(one.what))});
        return out;
    }

    CalloutsPart *m_notes;
    ListTable *m_links;
    ListTable *m_replicas;
};

QString linksBadge(const engine::Published &moment, const Target &target)
{
    const auto *server = moment.estate->resource(target.resource());
    const auto count = server ? partnersOf(*moment.estate, *server).size() : 0;
    return count ? number(count) : QString();
}

const Blade replicationBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("sql.replication"),
            .title = Words::tr("Geo-replication"),
            .icon = QStringLiteral("folder-sync"),
            .scope = Scope::Resource,
            .order = 13,
            .available = isServer,
            .badge = linksBadge,
            .make = makePresenter<Replications>};
});

} // namespace
} // namespace keyward::models
