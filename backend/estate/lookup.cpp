// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/lookup.h"

#include <algorithm>

namespace keyward::estate {

namespace {

constexpr std::string_view vaultHostSuffix = ".vault.keyward.local"; // as Vault::uri() has it
constexpr const char *uriForm = "it has the form https://VAULT.vault.keyward.local/keys/KEY[/VERSION]";

/// VAULT/KEY[/VERSION] of a key's URI. Everything is compared, so that a key elsewhere is never taken for one here.
Result<std::string> pathOfUri(const Estate &estate, const std::string &uri)
{
    constexpr std::string_view scheme = "https://";
    const auto malformed = [&](const char *why) { return fail(Code::ValueInvalid, uri, {"key identifier", why}); };
    if (!folded(uri).starts_with(scheme)) return malformed("it begins with https://");
    if (uri.find_first_of("?#") != std::string::npos)
        return malformed("it ends with the key or its version, without a query");
    const auto authority = uri.substr(scheme.size(), uri.find('/', scheme.size()) - scheme.size());
    if (authority.find_first_of("@:") != std::string::npos)
        return malformed("its host stands alone, without user or port");
    const auto host = folded(authority);
    const auto vaultName = host.substr(0, host.find('.'));
    const auto *vault = estate.vaultNamed(vaultName);
    const auto suffix = host.substr(vaultName.size());
    if (suffix != vaultHostSuffix) return fail(Code::KeyUriForeign, uri, {host});
    if (!vault) return fail(Code::NotFound, vaultName, {"vault"});
    constexpr std::string_view keys = "/keys/";
    const auto path = uri.substr(scheme.size() + authority.size());
    if (!path.starts_with(keys)) return malformed(uriForm);
    const auto rest = path.substr(keys.size());
    if (std::ranges::count(rest, '/') > 1) return malformed(uriForm);
    return vaultName + "/" + rest;
}

} // namespace

Result<KeyPath> keyAt(const Estate &estate, const std::string &given)
{
    KeyPath out;
    std::string path = given;
    if (given.contains("://")) {
        KEYWARD_TRY(path, pathOfUri(estate, given));
        out.byUri = true;
    }
    const auto slash = path.find('/');
    if (slash == std::string::npos)
        return fail(Code::Usage, given, {said("'{0}' names no key. Write VAULT/KEY or VAULT/KEY/VERSION.", given)});
    const auto second = path.find('/', slash + 1);
    const auto vaultName = path.substr(0, slash);
    out.vault = estate.vaultNamed(vaultName);
    if (!out.vault) return fail(Code::NotFound, vaultName, {"vault"});
    const auto name = path.substr(slash + 1, second == std::string::npos ? std::string::npos : second - slash - 1);
    out.key = estate.keyNamed(out.vault->id, name);
    if (!out.key) return fail(Code::NotFound, path.substr(0, second), {"key"});
    if (second == std::string::npos) return out;
    KEYWARD_TRY(out.version, VersionId::from(path.substr(second + 1)));
    if (!out.key->version(*out.version)) return fail(Code::NotFound, path, {"key version"});
    return out;
}

std::optional<VersionId> pinnedVersion(const KeyPath &path, Instant now)
{
    if (path.version || !path.byUri) return path.version;
    const auto *newest = path.key->newestEnabled(now);
    return newest ? newest->id : path.key->latest().id;
}

Status subscriptionFits(const Estate &estate, const KeyPath &path, const std::string &subscription)
{
    const auto &place = path.vault->place;
    const auto *its = estate.subscriptionNamed(place.subscription);
    if (subscription.empty()) {
        if (!path.byUri) return {};
        Error error{Code::Usage,
                    path.vault->name.text(),
                    {"A key given by URI also needs the subscription of its key vault."},
                    "Add --key-vault-subscription '" + (its ? its->name : place.subscription) +
                        "', or give the key as VAULT/KEY."};
        return std::unexpected(std::move(error));
    }
    const auto *given = estate.subscriptionNamed(subscription);
    if (!given) return fail(Code::NotFound, subscription, {"subscription"});
    if (given->guid != place.subscription)
        return fail(Code::ValueInvalid, given->name,
                    {said("subscription of key vault {0}", path.vault->name.text()),
                     said("it is {0}", its ? its->name : place.subscription)});
    return {};
}

} // namespace keyward::estate
