// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/scope.h"

#include "backend/estate/lookup.h"

#include <algorithm>

namespace keyward::estate {
namespace {

using Kind = Scope::Kind;

template <class Tag> Scope scopeOf(Kind kind, const Id<Tag> &id) { return {kind, recordOf(id)}; }

constexpr const char *forms = "tenant, tenant:NAME, subscription, subscription:NAME, group:NAME, "
                              "group:SUBSCRIPTION/NAME, vault:NAME, key:VAULT/KEY, resource:NAME or network:NAME";

Result<Scope> groupScope(const Estate &estate, const std::string &name)
{
    const auto slash = name.find('/');
    const auto *within = slash == std::string::npos ? nullptr : estate.subscriptionNamed(name.substr(0, slash));
    if (slash != std::string::npos && !within) return fail(Code::NotFound, name.substr(0, slash), {"subscription"});
    const auto &subscription = within ? within->guid : estate.settings().subscription;
    const auto id = estate.groupId(subscription, slash == std::string::npos ? name : name.substr(slash + 1));
    if (!id) return fail(Code::NotFound, name, {"resource group"});
    return scopeOf(Kind::Group, *id);
}

template <class T> Result<Scope> named(const T *found, Kind kind, const std::string &name, const char *what)
{
    if (!found) return fail(Code::NotFound, name, {what});
    return scopeOf(kind, found->id);
}

} // namespace

std::string_view kindText(Scope::Kind kind)
{
    static constexpr std::string_view texts[] = {"",      "tenant", "subscription", "group",
                                                 "vault", "key",    "resource",     "network"};
    return texts[static_cast<std::size_t>(kind)];
}

std::vector<RecordId> scopesOf(const Estate &estate, const Placement &place)
{
    std::vector<RecordId> out;
    out.reserve(4);
    if (const auto id = estate.tenantId(place.tenant)) out.push_back(recordOf(*id));
    if (const auto id = estate.subscriptionId(place.subscription)) out.push_back(recordOf(*id));
    if (const auto id = estate.groupId(place.subscription, place.resourceGroup)) out.push_back(recordOf(*id));
    return out;
}

std::vector<RecordId> scopesOf(const Estate &estate, const Vault &vault)
{
    auto out = scopesOf(estate, vault.place);
    out.push_back(recordOf(vault.id));
    return out;
}

std::optional<Placement> placeOf(const Estate &estate, const Scope &scope)
{
    const auto &raw = scope.id.bytes;
    const auto of = [](const auto *found) { return found ? std::optional(found->place) : std::nullopt; };
    switch (scope.kind) {
    case Kind::Tenant:
        if (const auto *tenant = estate.tenant(TenantId{raw})) return Placement{{}, tenant->directory, {}, {}};
        return std::nullopt;
    case Kind::Subscription:
        if (const auto *subscription = estate.subscription(SubscriptionId{raw}))
            return Placement{{}, subscription->tenant, subscription->guid, {}};
        return std::nullopt;
    case Kind::Group:
        if (const auto *group = estate.group(GroupId{raw})) {
            const auto id = estate.subscriptionId(group->subscription);
            return Placement{group->region, id ? estate.subscription(*id)->tenant : std::string(), group->subscription,
                             group->name.text()};
        }
        return std::nullopt;
    case Kind::Vault: return of(estate.vault(VaultId{raw}));
    case Kind::Key: {
        const auto *key = estate.key(KeyId{raw});
        return of(key ? estate.vault(key->vault) : nullptr);
    }
    case Kind::Resource: return of(estate.resource(ResourceId{raw}));
    case Kind::Network: return of(estate.network(NetworkId{raw}));
    }
    return std::nullopt;
}

Status existing(const Estate &estate, const Scope &scope)
{
    if (placeOf(estate, scope)) return {};
    return fail(Code::NotFound, scope.id.text(), {kindText(scope.kind)});
}

Status placeExists(const Estate &estate, const Placement &place)
{
    const auto id = estate.subscriptionId(place.subscription);
    if (!id) return fail(Code::NotFound, place.subscription, {"subscription"});
    if (const auto *subscription = estate.subscription(*id); subscription->tenant != place.tenant)
        return fail(Code::ProfileTenant, subscription->name, {"Subscription"});
    if (!estate.groupId(place.subscription, place.resourceGroup)) {
        Error error{Code::NotFound,
                    place.resourceGroup,
                    {"resource group"},
                    "Create it: keywardctl group create " + place.resourceGroup + " --region REGION"};
        return std::unexpected(std::move(error));
    }
    return {};
}

std::string scopeText(const Estate &estate, const Scope &scope)
{
    const auto &raw = scope.id.bytes;
    const auto name = [&]() -> std::string {
        switch (scope.kind) {
        case Kind::Tenant: {
            const auto *one = estate.tenant(TenantId{raw});
            if (one && one->directory == estate.settings().tenant) return {}; // the one that is meant by itself
            if (one) return one->name;
            break;
        }
        case Kind::Subscription:
            if (const auto *one = estate.subscription(SubscriptionId{raw})) return one->name;
            break;
        case Kind::Group:
            if (const auto *one = estate.group(GroupId{raw})) {
                const auto id = estate.subscriptionId(one->subscription);
                return one->subscription == estate.settings().subscription || !id
                           ? one->name.text()
                           : estate.subscription(*id)->name + "/" + one->name.text();
            }
            break;
        case Kind::Vault:
            if (const auto *one = estate.vault(VaultId{raw})) return one->name.text();
            break;
        case Kind::Key:
            if (const auto *one = estate.key(KeyId{raw})) {
                const auto *vault = estate.vault(one->vault);
                return (vault ? vault->name.text() : std::string("?")) + "/" + one->name.text();
            }
            break;
        case Kind::Resource:
            if (const auto *one = estate.resource(ResourceId{raw})) return one->name.text();
            break;
        case Kind::Network:
            if (const auto *one = estate.network(NetworkId{raw})) return one->name.text();
            break;
        }
        return scope.id.text().substr(0, 8);
    }();
    return std::string(kindText(scope.kind)) + (name.empty() ? "" : ":" + name);
}

Sentence named(const Estate &estate, const Scope &scope)
{
    const auto text = scopeText(estate, scope);
    const auto name = text.substr(text.find(':') + 1);
    switch (scope.kind) {
    case Kind::Tenant: break;
    case Kind::Subscription: return said("subscription {0}", name);
    case Kind::Group: return said("resource group {0}", name);
    case Kind::Vault: return said("vault {0}", name);
    case Kind::Key: return said("key {0}", name);
    case Kind::Resource: return said("resource {0}", name);
    case Kind::Network: return said("network {0}", name);
    }
    const auto *tenant = estate.tenant(TenantId{scope.id.bytes}); // its text may leave the name out
    return said("tenant {0}", tenant ? tenant->name : scope.id.text().substr(0, 8));
}

std::string describe(const Estate &estate, const Scope &scope) { return named(estate, scope).text(); }

Result<Scope> scopeFrom(const Estate &estate, const std::string &text)
{
    const auto colon = text.find(':');
    const auto word = folded(text.substr(0, colon));
    const auto name = colon == std::string::npos ? std::string() : text.substr(colon + 1);
    // "subscription:$EMPTY" in a script must not come to mean the default one.
    const bool unnamed = name.empty() && (colon != std::string::npos || (word != "tenant" && word != "subscription"));
    if (unnamed) return fail(Code::ValueInvalid, text, {"scope", said("it names nothing; it is {0}", phrase(forms))});
    if (word == "tenant") {
        const auto tenant = name.empty() ? estate.tenantId(estate.settings().tenant) : std::nullopt;
        if (tenant) return scopeOf(Kind::Tenant, *tenant);
        return named(estate.tenantNamed(name), Kind::Tenant, name, "tenant");
    }
    if (word == "subscription")
        return named(estate.subscriptionNamed(name.empty() ? estate.settings().subscription : name), Kind::Subscription,
                     name, "subscription");
    if (word == "group") return groupScope(estate, name);
    if (word == "vault") return named(estate.vaultNamed(name), Kind::Vault, name, "vault");
    if (word == "resource") return named(estate.resourceNamed(name), Kind::Resource, name, "resource");
    if (word == "network") return named(estate.networkNamed(name), Kind::Network, name, "virtual network");
    if (word == "key") {
        KEYWARD_TRY(const auto path, keyAt(estate, name));
        return scopeOf(Kind::Key, path.key->id);
    }
    return fail(Code::ValueInvalid, text, {"scope", said("it is {0}", phrase(forms))});
}

} // namespace keyward::estate
