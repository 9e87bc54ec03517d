// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/services/storage_account.h"

#include "backend/reports/json.h"
#include "backend/reports/services/list.h"

#include <algorithm>

namespace keyward::reports {

using namespace estate;

QJsonObject view(const engine::StoredObject &object)
{
    return {{QLatin1String("path"), text(object.path.text())},
            {QLatin1String("bytes"), number(object.bytes)},
            {QLatin1String("written"), time(object.written)}};
}

void addFacet(QJsonObject &out, const FacetOf<StorageAccount> &of)
{
    out.insert(QLatin1String("holdsData"), of.facet.hasKey());
    out.insert(QLatin1String("dataKeyWrappedBy"), of.facet.by ? text(of.facet.by->uri) : QJsonValue());
}

/// What each account's data key is wrapped by.
std::vector<StoredSection> storedSections(const StoredOf<StorageAccount> &of)
{
    StoredSection stored{.name = QStringLiteral("storageDataKeys"), .section = {}, .json = {}};
    auto &out = stored.section;
    out = {"storage",
           "Data keys of storage accounts",
           "No storage account holds anything.",
           {{"Storage account", 1}, {"Data key wrapped by", 3, false, true}},
           {}};
    std::vector<const Resource *> accounts;
    for (const auto &[id, resource] : of.estate.resources())
        if (const auto *facet = facetOf<StorageAccount>(*resource); facet && facet->hasKey())
            accounts.push_back(resource.get());
    std::ranges::sort(accounts, {}, [](const Resource *one) { return one->name.text(); });
    for (const auto *account : accounts) {
        const auto &by = facetOf<StorageAccount>(*account)->by;
        stored.json.append(QJsonObject{{QLatin1String("account"), text(account->name.text())},
                                       {QLatin1String("keyUri"), by ? text(by->uri) : QJsonValue()}});
        out.rows.push_back({account->name.text(), by ? by->uri : "the platform's key"});
    }
    return {std::move(stored)};
}

} // namespace keyward::reports
