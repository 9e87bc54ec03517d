// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/permissions.h"

#include "backend/base/names.h"

#include <array>

namespace keyward::estate {
namespace {

constexpr std::array<std::string_view, permissionCount> permissionTexts{"get",
                                                                        "list",
                                                                        "update",
                                                                        "create",
                                                                        "import",
                                                                        "delete",
                                                                        "recover",
                                                                        "backup",
                                                                        "restore",
                                                                        "decrypt",
                                                                        "encrypt",
                                                                        "unwrapKey",
                                                                        "wrapKey",
                                                                        "verify",
                                                                        "sign",
                                                                        "purge",
                                                                        "release",
                                                                        "rotate",
                                                                        "getrotationpolicy",
                                                                        "setrotationpolicy"};

} // namespace

std::span<const PermissionGroup> permissionGroups()
{
    using enum Permission;
    static constexpr PermissionGroup groups[] = {
        {"Key management", {Get, List, Update, Create, Import, Delete, Recover, Backup, Restore}},
        {"Cryptographic", cryptographic},
        {"Privileged and rotation", {Purge, Release, Rotate, GetRotationPolicy, SetRotationPolicy}}};
    return groups;
}

std::string_view permissionText(Permission permission) { return permissionTexts[static_cast<std::size_t>(permission)]; }

Result<PermissionSet> PermissionSet::from(std::string_view list)
{
    PermissionSet out;
    while (!list.empty()) {
        const auto comma = list.find(',');
        const auto word = folded(list.substr(0, comma));
        list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
        if (word.empty()) continue;
        bool known = false;
        for (unsigned i = 0; i < permissionCount; ++i) {
            if (folded(permissionTexts[i]) != word) continue;
            out.m_bits |= 1u << i;
            known = true;
        }
        if (!known)
            return fail(
                Code::ValueInvalid, word,
                {"key permission",
                 "get, list, update, create, import, delete, recover, backup, restore, decrypt, encrypt, "
                 "unwrapKey, wrapKey, verify, sign, purge, release, rotate, getrotationpolicy, setrotationpolicy"});
    }
    return out;
}

std::vector<std::string> PermissionSet::names() const
{
    std::vector<std::string> out;
    for (unsigned i = 0; i < permissionCount; ++i)
        if (m_bits & 1u << i) out.emplace_back(permissionTexts[i]);
    return out;
}

std::string PermissionSet::text() const
{
    std::string out;
    for (const auto &name : names()) out += (out.empty() ? "" : ",") + name;
    return out;
}

PermissionSet suitableOperations(KeyKind kind)
{
    if (kind == KeyKind::Ec) return {Permission::Sign, Permission::Verify};
    if (kind == KeyKind::Oct)
        return {Permission::Encrypt, Permission::Decrypt, Permission::WrapKey, Permission::UnwrapKey};
    return cryptographic;
}

} // namespace keyward::estate
