// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/kept_files/targets.h"
#include "models/read_beside.h"
#include "models/thing.h"
#include "models/window_words.h"

#include "backend/estate/describe.h"
#include "backend/estate/describe_names.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeptFilesThings)
};

const Thing objectThing([]() -> ThingRecord {
    return {
        .scope = storedObjectScope,
        .exists = [](const Estate &e, const Target &t) { return hasFiles(e, t); },
        .title = [](const Estate &, const Target &t) { return text(t.name); },
        .kind = [](const Estate &e,
                   const Target &t) { return Words::tr("Stored in %1").arg(text(nameOf(e, t.resource()))); },
        .parent = [](const Estate &, const Target &t) { return Target::of(t.resource()); },
        .beside = QStringLiteral("storage.objects"),
    };
});

QString wrappedByText(const Estate &estate, const KeptFiles &files)
{
    if (!files.hasKey()) return Words::tr("None yet: it comes with the first file");
    if (!files.by) return Words::tr("Wrapped by the platform's key");
    const auto *known = estate.key(files.by->key);
    return Words::tr("Wrapped by %1")
        .arg(known ? text(keyPath(estate, *known) + "/" + files.by->version.text().substr(0, 8)) + QStringLiteral("…")
                   : text(files.by->uri));
}

} // namespace

engine::FileStores &storageOf(engine::Workplace &workplace) { return workplace.services().get<engine::FileStores>(); }

bool hasFiles(const Estate &estate, const Target &target)
{
    const auto *resource = estate.resource(target.resource());
    return resource && keptFilesOf(*resource);
}
bool hasFiles(const Situation &s) { return hasFiles(s.estate(), s.target); }

void addDataKey(std::vector<FactsPart::Fact> &out, const engine::Published &moment, const Resource &resource)
{
    const auto *files = keptFilesOf(resource);
    if (!files) return;
    FactsPart::Fact key{.label = Words::tr("Data key"), .value = wrappedByText(*moment.estate, *files), .wraps = true};
    if (awaitsRewrap(*moment.estate, resource)) key.chip = Chip{State::Warning, Words::tr("To be wrapped anew")};
    out.push_back(std::move(key));
}

Status storageUsable(const engine::Published &moment, const ResourceId &id)
{
    return keyUsable(moment, id, Code::StorageInaccessible);
}

CalloutsPart::Callout storageRefusal(const engine::Published &moment, const ResourceId &id, const Error &error)
{
    return keyRefusal(moment, id, error, Code::StorageInaccessible);
}

} // namespace keyward::models
