// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/tables/source_support.h"

namespace keyward::models {

namespace {

class Resources final : public TableSource
{
public:
    const std::vector<Column> &columns() const override
    {
        static const std::vector<Column> all{{QStringLiteral("Name"), 190, false, true},
                                             {QStringLiteral("Kind"), 190},
                                             {QStringLiteral("Region"), 120},
                                             {QStringLiteral("State"), 140},
                                             {QStringLiteral("Key"), 220}};
        return all;
    }
    void forEach(const Estate &estate, const std::function<void(const RecordId &)> &visit) const override
    {
        for (const auto &[id, resource] : estate.resources()) visit(raw(id));
    }
    bool holds(const Estate &estate, const RecordId &id) const override { return estate.resource(as<ResourceId>(id)); }
    Cell cell(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto &estate = *moment.estate;
        const auto *resource = estate.resource(as<ResourceId>(id));
        if (!resource) return {};
        switch (column) {
        case 0: return {text(resource->name.text()), {}, {}, false, false, true};
        case 1: {
            const auto *profile = estate.catalogue().find(resource->type);
            return {text(profile ? profile->title : resource->type), {}, {}};
        }
        case 2: return {regionTitle(resource->place.region.text()), {}, {}};
        case 3: {
            const auto *health = moment.assessment.bindings.find(resource->id);
            const auto chip = chipOf(*resource, health);
            return {chip.text, health && !health->reasons.empty() ? sentence(health->reasons.front().text) : QString(),
                    chip.state};
        }
        default: {
            const auto *key = resource->binding ? estate.key(resource->binding->key) : nullptr;
            return {key ? text(keyPath(estate, *key)) : QStringLiteral("–"), {}, {}, false, !key};
        }
        }
    }
    SortKey sortKey(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto &estate = *moment.estate;
        const auto *resource = estate.resource(as<ResourceId>(id));
        const auto name = folded(resource->name.text());
        switch (column) {
        case 1: return {0, resource->type + name};
        case 2: return {0, resource->place.region.text() + name};
        case 3: {
            const auto *health = moment.assessment.bindings.find(resource->id);
            return {health ? static_cast<std::int64_t>(health->health) : -1, name};
        }
        case 4: {
            const auto *key = resource->binding ? estate.key(resource->binding->key) : nullptr;
            return {0, (key ? folded(keyPath(estate, *key)) : std::string()) + name};
        }
        default: return {0, name};
        }
    }
    std::string searchText(const Estate &estate, const RecordId &id) const override
    {
        const auto *resource = estate.resource(as<ResourceId>(id));
        return folded(resource->name.text() + '\n' + resource->place.region.text());
    }
    Target target(const RecordId &id) const override { return Target::of(as<ResourceId>(id)); }
    std::vector<RecordId> changes(const engine::Published &before, const engine::Published &after) const override
    {
        std::set<RecordId> out;
        forEachDifference(before.estate->resources(), after.estate->resources(),
                          [&](const ResourceId &id, const auto &, const auto &) { out.insert(raw(id)); });
        forEachDifference(before.assessment.bindings, after.assessment.bindings,
                          [&](const ResourceId &id, const auto &, const auto &) { out.insert(raw(id)); });
        return listed(out);
    }
};

class Points final : public TableSource
{
public:
    Points(ResourceId resource, std::string source) : m_resource(resource), m_source(std::move(source)) {}
    int initialSort() const override { return 0; }
    Qt::SortOrder initialOrder() const override { return Qt::DescendingOrder; }
    const std::vector<Column> &columns() const override
    {
        static const std::vector<Column> all{{QStringLiteral("Made"), 140, false, true},
                                             {QStringLiteral("Entries"), 74, true},
                                             {QStringLiteral("Size"), 84, true},
                                             {QStringLiteral("Stored"), 84, true},
                                             {QStringLiteral("Key version"), 170}};
        return all;
    }
    void forEach(const Estate &estate, const std::function<void(const RecordId &)> &visit) const override
    {
        for (const auto &id : estate.pointsOf(m_resource))
            if (estate.point(id)->source == m_source) visit(raw(id));
    }
    bool holds(const Estate &estate, const RecordId &id) const override
    {
        const auto *point = estate.point(as<PointId>(id));
        return point && point->resource == m_resource && point->source == m_source;
    }
    Cell cell(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto *point = moment.estate->point(as<PointId>(id));
        if (!point) return {};
        switch (column) {
        case 0: return {relative(point->created, moment.now), dateAndTime(point->created), {}, false, false, true};
        case 1: return {number(point->files), {}, {}};
        case 2: return {bytesText(point->bytes), number(point->bytes) + QStringLiteral(" bytes"), {}};
        case 3: return {bytesText(point->storedBytes), {}, {}};
        default: {
            if (!point->wrappedBy) return {QStringLiteral("Platform key"), {}, {}, false, true};
            const auto *key = moment.estate->key(point->wrappedBy->key);
            return {(key ? text(key->name.text()) : QStringLiteral("purged key")) + QLatin1Char('/') +
                        text(point->wrappedBy->version.text().substr(0, 8)) + QStringLiteral("…"),
                    text(point->wrappedBy->uri),
                    {},
                    true};
        }
        }
    }
    SortKey sortKey(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto *point = moment.estate->point(as<PointId>(id));
        switch (column) {
        case 1: return {static_cast<std::int64_t>(point->files), {}};
        case 2: return {static_cast<std::int64_t>(point->bytes), {}};
        case 3: return {static_cast<std::int64_t>(point->storedBytes), {}};
        case 4: return {0, point->wrappedBy ? point->wrappedBy->uri : std::string()};
        default: return {point->created.time_since_epoch().count(), {}};
        }
    }
    std::string searchText(const Estate &estate, const RecordId &id) const override
    {
        const auto *point = estate.point(as<PointId>(id));
        return folded(isoText(point->created) + '\n' + (point->wrappedBy ? point->wrappedBy->uri : std::string()));
    }
    Target target(const RecordId &id) const override { return Target::of(as<PointId>(id)); }
    std::vector<RecordId> changes(const engine::Published &before, const engine::Published &after) const override
    {
        std::set<RecordId> out;
        forEachDifference(before.estate->points(), after.estate->points(),
                          [&](const PointId &id, const Ptr<RecoveryPoint> *was, const Ptr<RecoveryPoint> *is) {
                              if ((is ? *is : *was)->resource == m_resource) out.insert(raw(id));
                          });
        return listed(out);
    }

private:
    ResourceId m_resource;
    std::string m_source;
};

class Jobs final : public TableSource
{
public:
    explicit Jobs(std::optional<ResourceId> only) : m_only(only) {}
    int initialSort() const override { return 2; }
    Qt::SortOrder initialOrder() const override { return Qt::DescendingOrder; }
    const std::vector<Column> &columns() const override
    {
        static const std::vector<Column> all{{QStringLiteral("Job"), 260, false, true},
                                             {QStringLiteral("State"), 120},
                                             {QStringLiteral("Started"), 130},
                                             {QStringLiteral("Took"), 90, true},
                                             {QStringLiteral("Notes"), 240}};
        return all;
    }
    void forEach(const Estate &estate, const std::function<void(const RecordId &)> &visit) const override
    {
        for (const auto &[id, job] : estate.jobs())
            if (!m_only || job->resource == *m_only) visit(raw(id));
    }
    bool holds(const Estate &estate, const RecordId &id) const override
    {
        const auto *job = estate.job(as<JobId>(id));
        return job && (!m_only || job->resource == *m_only);
    }
    Cell cell(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto *job = moment.estate->job(as<JobId>(id));
        if (!job) return {};
        switch (column) {
        case 0: return {text(job->title), {}, {}, false, false, true};
        case 1: {
            const auto chip = chipOf(job->state);
            return {chip.text, {}, chip.state};
        }
        case 2: return {relative(job->started, moment.now), dateAndTime(job->started), {}};
        case 3: return {tookText(*job), {}, {}};
        default: {
            const auto notes = !job->failure.empty()   ? text(job->failure)
                               : job->warnings.empty() ? QString()
                                                       : counted(job->warnings.size(), QStringLiteral("warning"));
            return {notes, notes.isEmpty() ? QString() : notes + QLatin1Char('\n') + warningsOf(*job), {}, false, true};
        }
        }
    }
    SortKey sortKey(const engine::Published &moment, const RecordId &id, int column) const override
    {
        const auto *job = moment.estate->job(as<JobId>(id));
        const auto started = job->started.time_since_epoch().count();
        switch (column) {
        case 0: return {0, folded(job->title)};
        case 1: return {static_cast<std::int64_t>(job->state), {}};
        case 3:
            return {job->finished ? (*job->finished - job->started).count() : std::numeric_limits<std::int64_t>::max(),
                    {}};
        case 4: return {0, job->failure};
        default: return {started, {}};
        }
    }
    std::string searchText(const Estate &estate, const RecordId &id) const override
    {
        const auto *job = estate.job(as<JobId>(id));
        return folded(job->title + '\n' + std::string(stateText(job->state)));
    }
    Target target(const RecordId &id) const override { return Target::of(as<JobId>(id)); }
    std::vector<RecordId> changes(const engine::Published &before, const engine::Published &after) const override
    {
        std::set<RecordId> out;
        forEachDifference(before.estate->jobs(), after.estate->jobs(),
                          [&](const JobId &id, const Ptr<Job> *was, const Ptr<Job> *is) {
                              if (!m_only || (is ? *is : *was)->resource == *m_only) out.insert(raw(id));
                          });
        return listed(out);
    }

private:
    static QString tookText(const Job &job)
    {
        if (!job.finished) return QStringLiteral("–");
        const auto took = *job.finished - job.started;
        return took < std::chrono::minutes(1)
                   ? QString::number(static_cast<double>(took.count()) / 1000, 'f', 1) + QStringLiteral(" s")
                   : text(humanDuration(took));
    }
    static QString warningsOf(const Job &job)
    {
        QString out;
        for (const auto &warning : job.warnings | std::views::take(10)) out += text(warning) + QLatin1Char('\n');
        return out.trimmed();
    }
    std::optional<ResourceId> m_only;
};

} // namespace

TableSourcePtr resourcesSource() { return std::make_shared<Resources>(); }
TableSourcePtr pointsSource(ResourceId resource, std::string source)
{
    return std::make_shared<Points>(resource, std::move(source));
}
TableSourcePtr jobsSource(std::optional<ResourceId> only) { return std::make_shared<Jobs>(only); }

} // namespace keyward::models
