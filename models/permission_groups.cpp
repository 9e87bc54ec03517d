// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/permission_groups.h"

#include "backend/estate/permissions.h"
#include "models/text.h"

#include <QCoreApplication>

namespace keyward::models {

using estate::Permission;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PermissionGroups)
};

PermissionTemplate from(const QString &title, estate::PermissionSet set) { return {title, text(set.text())}; }

constexpr estate::PermissionSet management{Permission::Get,     Permission::List,   Permission::Update,
                                           Permission::Create,  Permission::Import, Permission::Delete,
                                           Permission::Recover, Permission::Backup, Permission::Restore};

} // namespace

const std::vector<PermissionGroup> &permissionGroups()
{
    static const auto groups = [] {
        std::vector<PermissionGroup> out;
        for (const auto &one : estate::permissionGroups()) {
            out.push_back({spokenOf(one.title), {}});
            for (const auto &name : one.permissions.names()) out.back().permissions += text(name);
        }
        return out;
    }();
    return groups;
}

const std::vector<PermissionTemplate> &permissionTemplates()
{
    static const std::vector<PermissionTemplate> templates{
        from(Words::tr("Backup with a customer-managed key"),
             {Permission::Get, Permission::List, Permission::UnwrapKey, Permission::WrapKey}),
        from(Words::tr("Key management"), management),
        from(Words::tr("Cryptographic operations"), estate::cryptographic | estate::PermissionSet{Permission::Get}),
        from(Words::tr("Read only"), {Permission::Get, Permission::List})};
    return templates;
}

} // namespace keyward::models
