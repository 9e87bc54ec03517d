// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/lookup.h"

namespace keyward::estate {

Result<KeyPath> keyAt(const Estate &estate, const std::string &given)
{
    std::string path = given;
    constexpr std::string_view scheme = "https://";
    if (path.starts_with(scheme)) { // https://NAME.vault…/keys/KEY[/VERSION]
        const auto host = path.substr(scheme.size(), path.find('/', scheme.size()) - scheme.size());
        const auto keys = path.find("/keys/");
        if (keys == std::string::npos) return fail(Code::ValueInvalid, given, {"key identifier", "it has the form https://VAULT…/keys/KEY[/VERSION]"});
        path = host.substr(0, host.find('.')) + "/" + path.substr(keys + 6);
    }
    const auto slash = path.find('/');
    if (slash == std::string::npos) return fail(Code::Usage, given, {"'" + given + "' names no key. Write VAULT/KEY or VAULT/KEY/VERSION."});
    const auto second = path.find('/', slash + 1);
    KeyPath out;
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

} // namespace keyward::estate
