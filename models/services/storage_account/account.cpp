// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Storage accounts, beside the files that they keep: how one is made, its key, and how that is told.

#include "models/actions/action.h"
#include "models/actions/place_fields.h"
#include "models/kept_files/targets.h"
#include "models/service_parts.h"

#include <QCoreApplication>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StorageAccount)
};

const DeclaredAction create([]() -> ActionRecord {
    return {
        .id = QStringLiteral("storage.create"),
        .text = Words::tr("Create storage account"),
        .icon = QStringLiteral("list-add"),
        .scope = Scope::Estate,
        .order = 23,
        .blades = {QStringLiteral("resources")},
        .explanation = Words::tr("Keeps blobs and files, encrypted under a data key of its own. That one is wrapped by "
                                 "the platform's key, until you set one of yours."),
        .fields = [](const Situation &s) { return newResourceFields(s, StorageAccount::service); },
        .deed = newResource,
    };
});

const DeclaredAction serviceManaged([]() -> ActionRecord {
    return {
        .id = QStringLiteral("storage.serviceManaged"),
        .text = Words::tr("Go back to service-managed keys"),
        .icon = QStringLiteral("edit-undo"),
        .scope = Scope::Resource,
        .order = 30,
        .blades = {QStringLiteral("resource.encryption")},
        .explanation = Words::tr("The data key is wrapped by the platform's key at once, and blobs and files stay as "
                                 "they are. Do it before the permission on the key is taken away: afterwards the data "
                                 "key cannot be unwrapped, and so not be wrapped anew."),
        .supported =
            [](const Situation &s) {
                return isOf<StorageAccount>(s.estate(), s.target.resource()) &&
                       s.estate().resource(s.target.resource())->binding;
            },
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{.action = command::SetServiceManaged{s.target.resource()}};
        },
        .previews = true,
    };
});

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
            .add = addDataKey,
            .next = QStringLiteral("storage.put"),
            .keyWords = keyWords};
});

} // namespace
} // namespace keyward::models
