// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/apply.h"
#include "backend/estate/lookup.h"
#include "backend/estate/scope.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

using namespace keyward;
using namespace keyward::estate;

Bytes fileOf(const char *name)
{
    std::ifstream in(std::string(KEYWARD_SOURCE_DIR "/resources/catalogue/") + name, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

/// An estate with one vault 'kv1' and one key 'k' of one version.
Estate small()
{
    Estate estate(Catalogue::parse(fileOf("profiles.json"), fileOf("platform.json")).value());
    const auto run = [&](const Action &action) {
        auto change = apply(estate, {action, true}, Actor::owner("owner"), Instant(Millis(1'800'000'000'000))).value();
        const auto effects = change.effects;
        for (const auto &effect : effects) complete(change, effect, {});
        estate = std::move(change.next);
    };
    const auto id = [n = std::uint8_t(0)]<class T>(T out) mutable {
        out.bytes[0] = ++n;
        return out;
    };
    auto next = id;
    run(command::Initialise{next(SettingsId{}), "t", "s", next(RecordId{}), next(RecordId{}), next(RecordId{})});
    const auto vault = next(VaultId{});
    run(command::CreateVault{vault,
                             VaultName::from("kv1").value(),
                             {Region::from("westeurope").value(), "t", "s", "default"},
                             Tier::Standard,
                             {},
                             true,
                             90});
    run(command::CreateKey{next(KeyId{}),
                           vault,
                           KeyName::from("k").value(),
                           {},
                           {next(VersionId{}), next(RecordId{}), true, {}, {}, {}, {}}});
    return estate;
}

} // namespace

/// Key identifiers and paths, and scopes. What is found exists.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto estate = small();
    const std::string text(reinterpret_cast<const char *>(data), size);
    if (const auto path = keyAt(estate, text);
        path && (!path->vault || !path->key || (path->version && !path->key->version(*path->version))))
        std::abort();
    if (const auto scope = scopeFrom(estate, text);
        scope && (!existing(estate, *scope) || scopeFrom(estate, scopeText(estate, *scope)) != scope))
        std::abort();
    return 0;
}
