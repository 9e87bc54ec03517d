// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/file_stores.h"
#include "backend/reports/services/list.h"
#include "backend/reports/views.h"

/// Files that resources keep, of whichever service, as documents and sections of reports tell of them.
namespace keyward::reports {

QJsonObject view(const engine::StoredObject &object);
void addFiles(QJsonObject &out, const estate::KeptFiles &files);

/// Of resources of one kind that hold something, by name: what each one's data key is wrapped by.
struct DataKeys {
    QString name;          ///< in JSON
    std::string id, title; ///< of the section
    std::string none;      ///< said where there are none
    std::string column;    ///< of their names
};
StoredSection dataKeySection(const estate::Estate &estate, std::string_view service, const DataKeys &words);

} // namespace keyward::reports
