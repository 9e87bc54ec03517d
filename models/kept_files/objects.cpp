// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a resource keeps, of whichever service. It is read beside the window when the page is first shown, and again
// after whatever changes the resource; without its key the page says why there is nothing to see, and what mends it.

#include "models/kept_files/targets.h"

#include "models/presenter.h"
#include "models/read_beside.h"
#include "models/tables/computed_table.h"

#include <QCoreApplication>

#include <mutex>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeptFilesPages)
};

/// Shared with the thread that sorts.
class KeptObjects
{
public:
    void set(std::vector<engine::StoredObject> all)
    {
        const std::lock_guard lock(m_mutex);
        m_all = std::move(all);
    }
    std::vector<ComputedRow> rows(const ResourceId &resource, Instant now) const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<ComputedRow> out;
        out.reserve(m_all.size());
        for (const auto &one : m_all)
            out.push_back(
                {.row = {.id = rowIdOf(one.path.text()),
                         .cells = {{.text = text(one.path.text()), .strong = true},
                                   {.text = bytesText(one.bytes),
                                    .tooltip = Words::tr("%1 bytes").arg(number(one.bytes))},
                                   {.text = ago(one.written, now), .tooltip = dateAndTime(one.written)}},
                         .target = storedObjectOf(resource, one.path)},
                 .order = {{1, static_cast<std::int64_t>(one.bytes)}, {2, one.written.time_since_epoch().count()}}});
        return out;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<engine::StoredObject> m_all;
};

class Objects final : public Presenter
{
public:
    Objects(Workspace &workspace, const Target &target)
        : Presenter(workspace, target), m_kept(std::make_shared<KeptObjects>()),
          m_state(add<CalloutsPart>(QStringLiteral("state")))
    {
        m_table = new ComputedTable(
            {{.title = Words::tr("Path"), .width = 360, .stretch = true, .keep = true},
             {.title = Words::tr("Size"), .width = 100, .number = true, .keep = true},
             {.title = Words::tr("Written"), .width = 140}},
            [kept = m_kept, resource = target.resource()](const engine::Published &moment) {
                return kept->rows(resource, moment.now);
            },
            workspace.feed(), workspace.background());
        m_table->sort(0, Qt::AscendingOrder);
        m_part = add<TablePart>(QStringLiteral("objects"), QString(), m_table);
        m_part->fills = true;
        m_part->opens = false;
        m_part->counted = [](int n) { return Words::tr("%Ln files", nullptr, n); };
        m_part->emptyTitle = Words::tr("No files yet");
        m_part->emptyText = Words::tr("What you upload, or drop here, is encrypted before its first byte is written. "
                                      "Its name is encrypted as well.");
        m_part->emptyAction = QStringLiteral("storage.put");
        m_part->setPresent(false);
        connect(m_table, &TableModel::shown, this, [this] {
            if (!std::exchange(m_coming, false)) return;
            m_part->setPresent(!m_error);
        });
        connect(&workspace.feed(), &EstateFeed::moved, this, &Objects::follow);
        connect(&workspace.errands(), &Errands::over, this, [this](const Target &about) {
            if (about.id == this->target().id) read();
        });
        start(Follows::Estate);
        read();
    }

protected:
    void update(const engine::Published &) override { showState(); }

private:
    void follow(const Moment &before, const Moment &after)
    {
        const auto resource = target().resource();
        if (!exists(*after->estate, target())) return;
        if (before && !isOtherwise(*before, *after, resource)) return;
        if (const auto usable = storageUsable(*after, resource); !usable) refuse(usable.error());
        read();
    }

    void read()
    {
        const auto ticket = m_tickets.next();
        workspace().background().run(
            Background::Lane::Jobs, this,
            [workplace = workspace().workplace(), resource = target().resource()] {
                return storageOf(*workplace).list(resource, {});
            },
            [this, ticket](Result<std::vector<engine::StoredObject>> answer) {
                if (ticket != m_tickets.current()) return;
                if (!answer) return refuse(answer.error());
                m_error.reset();
                m_kept->set(*std::move(answer));
                m_coming = true;
                m_table->renew();
                showState();
            });
    }

    void refuse(const Error &error) ///< nothing of what was shown stays
    {
        m_error = error;
        m_coming = false;
        m_part->setPresent(false);
        m_kept->set({});
        m_table->renew();
        showState();
    }

    void showState()
    {
        const auto &moment = *workspace().moment();
        if (!exists(*moment.estate, target())) return;
        m_state->set(m_error ? std::vector{storageRefusal(moment, target().resource(), *m_error)}
                             : std::vector<CalloutsPart::Callout>{});
    }

    std::shared_ptr<KeptObjects> m_kept;
    CalloutsPart *m_state;
    ComputedTable *m_table = nullptr;
    TablePart *m_part = nullptr;
    std::optional<Error> m_error;
    bool m_coming = false; ///< the table works out what was read
    Tickets m_tickets;
};

const Blade objectsBlade([]() -> BladeRecord {
    return {.id = QStringLiteral("storage.objects"),
            .title = Words::tr("Files"),
            .icon = QStringLiteral("folder-documents"),
            .scope = Scope::Resource,
            .order = 5,
            .available = [](const Estate &e, const Target &t) { return hasFiles(e, t); },
            .make = makePresenter<Objects>};
});

} // namespace
} // namespace keyward::models
