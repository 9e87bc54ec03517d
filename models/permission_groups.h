// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace keyward::models {

/// VLT-13: how the policy editor groups permissions, and what one starts from.
struct PermissionGroup {
    QString title;
    QStringList permissions;
};
const std::vector<PermissionGroup> &permissionGroups();

struct PermissionTemplate {
    QString title;
    QString permissions; ///< with commas
};
const std::vector<PermissionTemplate> &permissionTemplates();

} // namespace keyward::models
