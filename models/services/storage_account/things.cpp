// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/read_beside.h"
#include "models/service_parts.h"
#include "models/services/storage_account/targets.h"
#include "models/thing.h"
#include "models/window_words.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StorageAccountThings)
};

const Thing objectThing([]() -> ThingRecord {
    return {
        .scope = storedObjectScope,
        .exists = isStorage,
        .title = [](const Estate &, const Target &t) { return text(t.name); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Stored in %1").arg(text(nameOf(e, t.resource()))); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("storage.objects"),
    };
});

QString wrappedByText(const Estate &estate, const StorageAccount &facet)
{
    if (!facet.hasKey()) return Words::tr("None yet: it comes with the first blob or file");
    if (!facet.by) return Words::tr("Wrapped by the platform's key");
    const auto *known = estate.key(facet.by->key);
    return Words::tr("Wrapped by %1")
        .arg(known ? text(keyPath(estate, *known) + "/" + facet.by->version.text().substr(0, 8)) + QStringLiteral("…")
                   : text(facet.by->uri));
}

void addFacts(std::vector<FactsPart::Fact> &out, const engine::Published &moment, const Resource &account)
{
    const auto *facet = facetOf<StorageAccount>(account);
    if (!facet) return;
    FactsPart::Fact key{.label = Words::tr("Data key"), .value = wrappedByText(*moment.estate, *facet), .wraps = true};
    if (awaitsRewrap(account)) key.chip = Chip{State::Warning, Words::tr("To be wrapped anew")};
    out.push_back(std::move(key));
}

KeyWords keyWords(const QString &key)
{
    return {.protects = Words::tr("Its blobs and files are encrypted under one data key, which %1 wraps.").arg(key),
            .afterwards = Words::tr("The data key is wrapped by %1 at once. No stored byte is touched, however much "
                                    "there is.")
                              .arg(key),
            .inUse = Words::tr("Its data key is wrapped by it; blobs and files stay as they are.")};
}

const ServiceFacts serviceFacts([]() -> ServiceFactsRecord {
    return {.service = StorageAccount::service,
            .add = addFacts,
            .next = QStringLiteral("storage.put"),
            .keyWords = keyWords};
});

} // namespace

engine::StorageAccounts &storageOf(engine::Workplace &workplace)
{
    return workplace.services().get<engine::StorageAccounts>();
}

bool isStorage(const Estate &estate, const Target &target) { return isOf<StorageAccount>(estate, target.resource()); }
bool isStorageAccount(const Situation &s) { return isStorage(s.estate(), s.target); }

Status storageUsable(const engine::Published &moment, const ResourceId &id)
{
    return keyUsable(moment, id, Code::StorageInaccessible);
}

CalloutsPart::Callout storageRefusal(const engine::Published &moment, const ResourceId &id, const Error &error)
{
    return keyRefusal(moment, id, error, Code::StorageInaccessible);
}

} // namespace keyward::models
