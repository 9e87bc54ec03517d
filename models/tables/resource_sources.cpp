// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/language.h"
#include "models/service_parts.h"
#include "models/tables/declared_table.h"

#include <QCoreApplication>
#include <ranges>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ResourceSources)
};

using engine::Published;

std::string nameOf(const Resource &resource) { return folded(resource.name.text()); }

const Key *keyOf(const Published &moment, const Resource &resource)
{
    return resource.binding ? moment.estate->key(resource.binding->key) : nullptr;
}

Cell kindCell(const Published &moment, const Resource &resource)
{
    const auto *profile = moment.estate->catalogue().find(resource.type);
    return {profile ? spokenOf(profile->title) : text(resource.type), {}, {}};
}

Cell stateCell(const Published &moment, const Resource &resource)
{
    const auto *health = moment.assessment.bindings.find(resource.id);
    const auto chip = chipOf(resource, health);
    return {chip.text, health && !health->reasons.empty() ? sentence(spoken(health->reasons.front().what)) : QString(),
            chip.state};
}

const std::vector<DeclaredColumn<Resource>> &resourceColumns()
{
    static const std::vector<DeclaredColumn<Resource>> columns{
        {.head = {Words::tr("Name"), 190, false, true},
         .cell = [](const Published &,
                    const Resource &r) { return Cell{text(r.name.text()), {}, {}, false, false, true}; },
         .order = [](const Published &, const Resource &r) { return SortKey{0, nameOf(r)}; }},
        {.head = {Words::tr("Kind"), 190},
         .cell = kindCell,
         .order = [](const Published &, const Resource &r) { return SortKey{0, r.type + nameOf(r)}; }},
        {.head = {Words::tr("Region"), 120},
         .cell = [](const Published &, const Resource &r) { return Cell{regionTitle(r.place.region.text()), {}, {}}; },
         .order = [](const Published &, const Resource &r) { return SortKey{0, r.place.region.text() + nameOf(r)}; }},
        {.head = {Words::tr("State"), 140, false, false, true},
         .cell = stateCell,
         .order =
             [](const Published &m, const Resource &r) {
                 const auto *health = m.assessment.bindings.find(r.id);
                 return SortKey{health ? static_cast<std::int64_t>(health->health) : -1, nameOf(r)};
             }},
        {.head = {Words::tr("Key"), 220},
         .cell =
             [](const Published &m, const Resource &r) {
                 const auto *key = keyOf(m, r);
                 return Cell{key ? text(keyPath(*m.estate, *key)) : QStringLiteral("–"), {}, {}, false, !key};
             },
         .order =
             [](const Published &m, const Resource &r) {
                 const auto *key = keyOf(m, r);
                 return SortKey{0, (key ? folded(keyPath(*m.estate, *key)) : std::string()) + nameOf(r)};
             }}};
    return columns;
}

QString tookText(const Job &job)
{
    if (!job.finished) return QStringLiteral("–");
    const auto took = *job.finished - job.started;
    return took < std::chrono::minutes(1)
               ? Words::tr("%1 s").arg(spokenLocale().toString(static_cast<double>(took.count()) / 1000, 'f', 1))
               : duration(took);
}

std::string resourceOf(const Estate &estate, const Job &job)
{
    const auto *resource = estate.resource(job.resource);
    return resource ? resource->name.text() : std::string();
}

Cell notesCell(const Published &, const Job &job)
{
    const auto notes = !job.failure.empty()   ? text(job.failure)
                       : job.warnings.empty() ? QString()
                                              : Words::tr("%Ln warnings", nullptr, countOf(job.warnings.size()));
    QString warnings;
    for (const auto &warning : job.warnings | std::views::take(10)) warnings += text(warning) + QLatin1Char('\n');
    return {notes, notes.isEmpty() ? QString() : notes + QLatin1Char('\n') + warnings.trimmed(), {}, false, true};
}

const std::vector<DeclaredColumn<Job>> &jobColumns()
{
    static const std::vector<DeclaredColumn<Job>> columns{
        {.head = {Words::tr("Job"), 260, false, true},
         .cell = [](const Published &, const Job &j) { return Cell{jobTitle(j), {}, {}, false, false, true}; },
         .order = [](const Published &, const Job &j) { return SortKey{0, folded(j.title)}; }},
        {.head = {Words::tr("Resource"), 150},
         .cell = [](const Published &m, const Job &j) { return Cell{text(resourceOf(*m.estate, j)), {}, {}}; },
         .order = [](const Published &m, const Job &j) { return SortKey{0, folded(resourceOf(*m.estate, j))}; }},
        {.head = {Words::tr("State"), 120, false, false, true},
         .cell =
             [](const Published &, const Job &j) {
                 const auto chip = chipOf(j.state);
                 return Cell{chip.text, {}, chip.state};
             },
         .order = [](const Published &, const Job &j) { return SortKey{static_cast<std::int64_t>(j.state), {}}; }},
        {.head = {Words::tr("Started"), 130},
         .cell = [](const Published &m,
                    const Job &j) { return Cell{relative(j.started, m.now), dateAndTime(j.started), {}}; },
         .order = [](const Published &, const Job &j) { return SortKey{j.started.time_since_epoch().count(), {}}; }},
        {.head = {Words::tr("Took"), 90, true},
         .cell = [](const Published &, const Job &j) { return Cell{tookText(j), {}, {}}; },
         .order =
             [](const Published &, const Job &j) {
                 return SortKey{
                     j.finished ? (*j.finished - j.started).count() : std::numeric_limits<std::int64_t>::max(), {}};
             }},
        {.head = {Words::tr("Notes"), 240}, .cell = notesCell, .order = [](const Published &, const Job &j) {
             return SortKey{0, j.failure};
         }}};
    return columns;
}

} // namespace

TableSourcePtr resourcesSource()
{
    return declared<Resource>({
        .columns = resourceColumns(),
        .words = [](const Estate &, const Resource &r) { return r.name.text() + '\n' + r.place.region.text(); },
        .alsoChanged =
            [](const Published &before, const Published &after, std::set<RecordId> &out) {
                IdMap<ResourceId, BindingHealth>::compare(
                    before.assessment.bindings, after.assessment.bindings,
                    [&](const ResourceId &id, const auto &, const auto &) { out.insert(raw(id)); });
            },
        .target = [](const ResourceId &id) { return Target::of(id); },
    });
}

TableSourcePtr jobsSource(std::optional<ResourceId> only)
{
    TableOf<Job> table{
        .columns = jobColumns(),
        .words =
            [](const Estate &estate, const Job &j) {
                return j.title + '\n' + std::string(stateText(j.state)) + '\n' + resourceOf(estate, j);
            },
        .target = [](const JobId &id) { return Target::of(id); },
        .sortedBy = 3,
        .sorted = Qt::DescendingOrder,
    };
    if (only) { // its own jobs need not say whose they are
        table.shows = [only](const Job &job) { return job.resource == *only; };
        table.columns.erase(table.columns.begin() + 1);
        --table.sortedBy;
    }
    return declared(std::move(table));
}

} // namespace keyward::models
