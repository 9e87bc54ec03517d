// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/profile.h"

#include <QJsonObject>

namespace keyward::reports {

/// By the names of a file of profiles, with every field that says something: as "profiles" of one it can be read again.
QJsonObject fileView(const estate::ServiceProfile &profile);
/// With the profiles by which its resources go.
QJsonObject view(const estate::Catalogue &catalogue, const estate::ListedService &service);
/// With what it is beside its file.
QJsonObject view(const estate::Catalogue &catalogue, const estate::ServiceProfile &profile);

} // namespace keyward::reports
