// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/kept_files.h"

#include "backend/reports/json.h"

#include <algorithm>

namespace keyward::reports {

using namespace estate;

QJsonObject view(const engine::StoredObject &object)
{
    return {{QLatin1String("path"), text(object.path.text())},
            {QLatin1String("bytes"), number(object.bytes)},
            {QLatin1String("written"), time(object.written)}};
}

void addFiles(QJsonObject &out, const KeptFiles &files)
{
    out.insert(QLatin1String("holdsData"), files.hasKey());
    out.insert(QLatin1String("dataKeyWrappedBy"), files.by ? text(files.by->uri) : QJsonValue());
}

StoredSection dataKeySection(const Estate &estate, std::string_view service, const DataKeys &words)
{
    StoredSection stored{.name = words.name, .section = {}, .json = {}};
    auto &out = stored.section;
    out = {words.id, words.title, words.none, {{words.column, 1}, {"Data key wrapped by", 3, false, true}}, {}};
    const auto kind = facetOf(service).index();
    std::vector<const Resource *> keepers;
    for (const auto &[id, resource] : estate.resources())
        if (const auto *files = keptFilesOf(*resource); files && files->hasKey() && resource->facet.index() == kind)
            keepers.push_back(resource.get());
    std::ranges::sort(keepers, {}, [](const Resource *one) { return one->name.text(); });
    for (const auto *keeper : keepers) {
        const auto &by = keptFilesOf(*keeper)->by;
        stored.json.append(QJsonObject{{QLatin1String("resource"), text(keeper->name.text())},
                                       {QLatin1String("keyUri"), by ? text(by->uri) : QJsonValue()}});
        out.rows.push_back({keeper->name.text(), by ? by->uri : "the platform's key"});
    }
    return stored;
}

} // namespace keyward::reports
