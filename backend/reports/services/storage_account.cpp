// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/kept_files.h"

namespace keyward::reports {

using namespace estate;

void addFacet(QJsonObject &out, const FacetOf<StorageAccount> &of) { addFiles(out, of.facet.files); }

std::vector<StoredSection> storedSections(const StoredOf<StorageAccount> &of)
{
    return {dataKeySection(of.estate, StorageAccount::service,
                           {.name = QStringLiteral("storageDataKeys"),
                            .id = "storage",
                            .title = "Data keys of storage accounts",
                            .none = "No storage account holds anything.",
                            .column = "Storage account"})};
}

} // namespace keyward::reports
