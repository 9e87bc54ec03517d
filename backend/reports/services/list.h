// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/reports/services/recovery_services_vault.h"

/// What services add to JSON and reports: each, in its own file, says of its facet
///     void addFacet(QJsonObject &, const Estate &, const Resource &, const Facet &)
///     StoredSection storedSection(const Estate &, const Facet &)
/// and of each of its jobs
///     void addWork(QJsonObject &, const Estate &, const Work &)
/// One that is left out does not compile.
namespace keyward::reports {

inline void addFacet(QJsonObject &, const estate::Estate &, const estate::Resource &, const std::monostate &) {}
inline void addWork(QJsonObject &out, const estate::Estate &, const estate::KeyChangeWork &)
{
    out.insert(QLatin1String("point"), QJsonValue());
}

} // namespace keyward::reports
