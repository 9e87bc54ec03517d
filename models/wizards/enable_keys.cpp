// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/wizards/enable_keys.h"

#include "backend/base/names.h"
#include "backend/estate/describe.h"
#include "backend/estate/plan.h"
#include "models/text.h"
#include "models/window_words.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EnableKeys)
};

/// One key as a row: whether it fits, and if not, which rule says so. The rules are asked, not repeated.
ListRow keyRow(const Estate &estate, const estate::Key &key, const ResourceId &resource, Instant now)
{
    const auto plan =
        planEnable(estate, {resource, key.vault, key.id, {}, {}, {}, {}, identityFor(estate, resource)}, now);
    const auto found = std::ranges::find(plan.steps, std::string("key"), &Step::id);
    const Step *blocked = found != plan.steps.end() && found->reason ? &*found : nullptr;
    const auto *vault = estate.vault(key.vault);
    return {RecordId{key.id.bytes},
            {{text(keyPath(estate, key)), regionTitle(vault->place.region.text()), {}, false, false, true},
             {text(key.spec.text()), {}, {}},
             blocked ? Cell{Words::tr("Does not fit"), spoken(*blocked->reason), State::Disabled}
                     : Cell{Words::tr("Fits"), {}, State::Working},
             {blocked ? spoken(*blocked->reason) : QString(),
              blocked ? windowRemedy(*blocked->reason) : QString(),
              {},
              false,
              true}},
            Target::of(key.id),
            {},
            {}};
}

constexpr std::size_t mostKeysShown = 500;

} // namespace

std::optional<PrincipalId> identityFor(const Estate &estate, const ResourceId &id)
{
    const auto *resource = estate.resource(id);
    return resource && resource->binding ? resource->binding->identity : std::nullopt;
}

OfferedKeys keysFor(const Estate &estate, const ResourceId &resource, const std::string &filter, Instant now)
{
    OfferedKeys out;
    auto &rows = out.rows;
    for (const auto &[id, key] : estate.keys()) {
        const auto *vault = estate.vault(key->vault);
        if (key->deleted || !vault || vault->deleted) continue;
        if (!filter.empty() && folded(keyPath(estate, *key)).find(filter) == std::string::npos) continue;
        rows.push_back(keyRow(estate, *key, resource, now));
    }
    std::ranges::sort(rows, {}, [](const ListRow &row) {
        return std::tuple(row.cells[2].chip != State::Working, row.cells[0].text.toLower());
    });
    out.notListed = rows.size() - std::min(rows.size(), mostKeysShown);
    rows.resize(rows.size() - out.notListed);
    return out;
}

} // namespace keyward::models
