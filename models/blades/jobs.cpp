// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/presenter.h"
#include "models/service_parts.h"

#include "backend/engine/api/jobs.h"

#include <QCoreApplication>
#include <QTimer>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JobBlades)
};

/// A job that some process runs now, and how far it is.
struct UnderWay {
    QString title;
    Instant started{};
    engine::Progress progress;
};

QString progressText(const UnderWay &job, Instant now)
{
    const auto since = Words::tr("Started %1").arg(relative(job.started, now));
    const auto &[bytes, files, step] = job.progress;
    if (bytes == 0 && files == 0) return since;
    return Words::tr("%1: %2, %3 so far")
        .arg(since, Words::tr("%Ln entries", nullptr, countOf(files)), bytesText(bytes));
}

/// What runs now stands above what was run: jobs of this window, of other programs and of the service alike.
class JobsBlade final : public Presenter
{
public:
    JobsBlade(Workspace &workspace, const Target &target) : Presenter(workspace, target)
    {
        m_running = add<CalloutsPart>(QStringLiteral("running"));
        auto *table = addTable(QStringLiteral("jobs"), {},
                               target.scope == Scope::Resource ? jobsSource(target.resource()) : jobsSource());
        table->fills = true;
        table->opens = false;
        table->counted = [](int n) { return Words::tr("%Ln jobs", nullptr, n); };
        table->emptyTitle = Words::tr("No jobs were run");
        table->emptyText = Words::tr("What services do, and key changes, appear here with how they ended and why.");
        m_look.setInterval(std::chrono::seconds(1));
        connect(&m_look, &QTimer::timeout, this, [this] { look(); });
        start();
    }

protected:
    void update(const engine::Published &) override { look(); }

private:
    bool isMine(const Job &job) const
    {
        return job.state == JobState::Running &&
               (target().scope != Scope::Resource || job.resource == target().resource());
    }

    /// How far they are stands in files of the processes that run them.
    void look()
    {
        const auto ticket = m_tickets.next();
        std::vector<JobId> mine;
        for (const auto &[id, job] : estate().jobs())
            if (isMine(*job)) mine.push_back(id);
        if (mine.empty()) {
            m_look.stop();
            return m_running->set({});
        }
        if (!m_look.isActive()) m_look.start();
        workspace().background().run(
            Background::Lane::Compute, this,
            [workplace = workspace().workplace(), estate = workspace().moment()->estate, mine = std::move(mine)] {
                std::vector<UnderWay> out;
                for (const auto &id : mine)
                    if (const auto progress = workplace->jobs().progressOf(id)) {
                        const auto *job = estate->job(id);
                        out.push_back({jobTitle(*job), job->started, *progress});
                    }
                return out;
            },
            [this, ticket](const std::vector<UnderWay> &found) {
                if (ticket == m_tickets.current()) show(found);
            });
    }

    void show(const std::vector<UnderWay> &found)
    {
        std::vector<CalloutsPart::Callout> out;
        for (const auto &job : found)
            out.push_back(
                {.state = State::Working, .text = job.title, .detail = progressText(job, workspace().moment()->now)});
        m_running->set(std::move(out));
    }

    CalloutsPart *m_running = nullptr;
    QTimer m_look;
    Tickets m_tickets;
};

const Blade jobs([]() -> BladeRecord {
    return {.id = QStringLiteral("jobs"),
            .title = Words::tr("Jobs"),
            .icon = QStringLiteral("view-task"),
            .order = 50,
            .group = Words::tr("Operate"),
            .make = makePresenter<JobsBlade>};
});

const Blade resourceJobs([]() -> BladeRecord {
    return {.id = QStringLiteral("resource.jobs"),
            .title = Words::tr("Jobs"),
            .icon = QStringLiteral("view-task"),
            .scope = Scope::Resource,
            .order = 50,
            .make = makePresenter<JobsBlade>};
});

} // namespace
} // namespace keyward::models
