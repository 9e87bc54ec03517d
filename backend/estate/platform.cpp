// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/platform.h"

#include "backend/estate/catalogue_json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace keyward::estate {
namespace {

constexpr std::array<std::string_view, permissionCount> actions{
    "keys/read",           "keys/read",           "keys/update/action",       "keys/create/action",
    "keys/import/action",  "keys/delete",         "keys/recover/action",      "keys/backup/action",
    "keys/restore/action", "keys/decrypt/action", "keys/encrypt/action",      "keys/unwrap/action",
    "keys/wrap/action",    "keys/verify/action",  "keys/sign/action",         "keys/purge/action",
    "keys/release/action", "keys/rotate/action",  "keyrotationpolicies/read", "keyrotationpolicies/write"};
constexpr std::string_view actionPrefix = "Microsoft.KeyVault/vaults/";

/// '*' stands for any characters, also none. Linear: each star remembers where to go on.
bool matches(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

PermissionSet matching(std::string_view pattern)
{
    const auto wanted = folded(pattern);
    PermissionSet out;
    for (unsigned i = 0; i < permissionCount; ++i)
        if (matches(wanted, folded(dataActionOf(Permission(i))))) out.m_bits |= 1u << i;
    return out;
}

std::unexpected<Error> malformed(Sentence::Argument what)
{
    return fail(Code::Internal, {}, {said("the platform catalogue is malformed: {0}", std::move(what))});
}

std::vector<std::string> texts(const QJsonValue &list)
{
    std::vector<std::string> out;
    for (const auto &one : list.toArray()) out.push_back(one.toString().toStdString());
    return out;
}

Result<Role> roleFrom(const QJsonObject &row)
{
    Role out;
    KEYWARD_TRY(out.id, RoleId::from(text(row, "id")));
    out.name = text(row, "name");
    out.description = text(row, "description");
    out.dataActions = texts(row.value(QLatin1String("dataActions")));
    out.notDataActions = texts(row.value(QLatin1String("notDataActions")));
    out.builtIn = true;
    KEYWARD_TRY(out.permissions, permissionsOf(out.dataActions, out.notDataActions));
    if (out.name.empty()) return malformed("a role without a name");
    return out;
}

template <class T, class Make>
Status readList(const QJsonObject &root, const char *name, std::vector<T> &out, Make make)
{
    for (const auto &row : root.value(QLatin1String(name)).toArray()) {
        KEYWARD_TRY(auto made, make(row.toObject()));
        out.push_back(std::move(made));
    }
    return out.empty() ? Status(malformed(said("no {0}", name))) : Status{};
}

} // namespace

std::string dataActionOf(Permission permission)
{
    return std::string(actionPrefix) + std::string(actions[static_cast<std::size_t>(permission)]);
}

Result<PermissionSet> permissionsOf(const std::vector<std::string> &dataActions,
                                    const std::vector<std::string> &notDataActions)
{
    PermissionSet granted, taken;
    for (const auto *list : {&dataActions, &notDataActions})
        for (const auto &action : *list) {
            const auto found = matching(action);
            if (found.empty())
                return fail(Code::ValueInvalid, action,
                            {"data action on keys",
                             "as in Microsoft.KeyVault/vaults/keys/wrap/action; * stands for any characters"});
            auto &sum = list == &dataActions ? granted : taken;
            sum = sum | found;
        }
    return granted.without(taken);
}

Result<Platform> Platform::parse(ByteView json)
{
    const auto root = objectIn(json);
    if (!root) return malformed(root.error());
    Platform out;
    KEYWARD_CHECK(readList(*root, "roles", out.roles, roleFrom));
    KEYWARD_CHECK(
        readList(*root, "policyTemplates", out.templates, [](const QJsonObject &row) -> Result<PolicyTemplate> {
            KEYWARD_TRY(const auto permissions, PermissionSet::from(text(row, "permissions")));
            return PolicyTemplate{text(row, "id"), text(row, "title"), permissions};
        }));
    KEYWARD_CHECK(
        readList(*root, "trustedServices", out.services, [](const QJsonObject &row) -> Result<TrustedService> {
            if (!row.value(QLatin1String("listed")).isBool()) return malformed(said("listed of {0}", text(row, "id")));
            return TrustedService{text(row, "id"), text(row, "title"), row.value(QLatin1String("listed")).toBool(),
                                  text(row, "use")};
        }));
    KEYWARD_CHECK(readList(*root, "providers", out.providers, [](const QJsonObject &row) -> Result<ResourceProvider> {
        const auto app = row.value(QLatin1String("firstParty")).toObject();
        return ResourceProvider{text(row, "namespace"), text(row, "title"), text(app, "name"),
                                text(app, "applicationId")};
    }));
    KEYWARD_CHECK(readList(*root, "regions", out.regions, [](const QJsonObject &row) -> Result<KnownRegion> {
        KEYWARD_TRY(const auto region, Region::from(text(row, "name")));
        return KnownRegion{region.text(), text(row, "geography")};
    }));
    return out;
}

const Role *Platform::role(const RoleId &id) const
{
    const auto found = std::ranges::find(roles, id, &Role::id);
    return found == roles.end() ? nullptr : &*found;
}

const PolicyTemplate *Platform::policyTemplate(std::string_view id) const
{
    const auto found = std::ranges::find(templates, id, &PolicyTemplate::id);
    return found == templates.end() ? nullptr : &*found;
}

const TrustedService *Platform::service(std::string_view id) const
{
    const auto found = std::ranges::find(services, id, &TrustedService::id);
    return found == services.end() ? nullptr : &*found;
}

const ResourceProvider *Platform::provider(std::string_view name) const
{
    const auto found =
        std::ranges::find(providers, folded(name), [](const ResourceProvider &one) { return folded(one.name); });
    return found == providers.end() ? nullptr : &*found;
}

std::string Platform::geographyOf(const Region &region) const
{
    const auto found = std::ranges::find(regions, region.text(), &KnownRegion::name);
    return found == regions.end() ? keyward::geographyOf(region) : found->geography;
}

} // namespace keyward::estate
