// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/succession.h"

namespace keyward::estate {

Sentence Succession::sentence() const
{
    Sentence out;
    const auto add = [&](Sentence part) {
        out = out.empty() ? std::move(part) : said("{0}; {1}", std::move(out), std::move(part));
    };
    if (operations) add(said("operations {0}", operations->text()));
    if (tags) {
        std::string pairs;
        for (const auto &[name, value] : *tags) pairs += (pairs.empty() ? "" : ", ") + name + "=" + value;
        add(said("tags {0}", pairs));
    }
    if (const auto days = validity ? *validity / Days(1) : 0; days >= 2)
        add(said("{0} days of validity", days));
    else if (validity)
        add(said("{0} of validity", humanDuration(*validity)));
    return out;
}

Succession successionOf(const KeyVersion &former, const command::VersionSeed &seed)
{
    Succession out{.from = former.id};
    if (!seed.operations) out.operations = former.operations;
    if (!seed.tags && !former.tags.empty()) out.tags = former.tags;
    if (!seed.expires && former.expires) // 90 days less the moment that making the key took are 90 days again
        out.validity = toTheMinute(*former.expires - former.notBefore.value_or(former.created));
    return out;
}

std::optional<Succession> successionOf(const Estate &estate, const Action &action)
{
    const Key *key = nullptr;
    const command::VersionSeed *seed = nullptr;
    if (const auto *create = std::get_if<command::CreateKey>(&action)) {
        key = estate.keyNamed(create->vault, create->name.text());
        seed = &create->first;
    } else if (const auto *import = std::get_if<command::ImportKey>(&action)) {
        key = estate.keyNamed(import->vault, import->name.text());
        seed = &import->first;
    } else if (const auto *rotate = std::get_if<command::RotateKey>(&action)) {
        key = estate.key(rotate->key);
        seed = &rotate->next;
    }
    if (!key || key->versions.empty()) return std::nullopt;
    auto out = successionOf(key->latest(), *seed);
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

} // namespace keyward::estate
