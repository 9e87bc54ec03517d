// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/parts.h"
#include "models/registry.h"
#include "models/workspace.h"

#include "backend/engine/api/console.h"

#include <functional>

namespace keyward::models {

/// What a key does for a resource, as sentences.
struct KeyWords {
    QString protects;   ///< how what is stored hangs on it
    QString afterwards; ///< what setting it brings about
    QString inUse;      ///< once it is set
};

/// Parts that a service puts below those of the encryption page; kept true by the page.
class AddedParts : public QObject
{
    Q_OBJECT
public:
    virtual std::vector<Part *> parts() const = 0; ///< live as long as this
    virtual void update(const engine::Published &moment) = 0;
};

/// What a service adds to the blades that all resources share.
struct ServiceFactsRecord {
    std::string_view service; ///< as profiles say
    /// To the essentials of the overview.
    std::function<void(std::vector<FactsPart::Fact> &, const engine::Published &, const estate::Resource &)> add;
    QString next = {}; ///< the action that people take once its key is set
    /// What its jobs do, in the window's language; empty for what is not its own.
    std::function<QString(const estate::Job &)> jobTitle = {};
    /// Of a key by its name; none: each piece has a data key of its own, which the key wraps.
    std::function<KeyWords(const QString &key)> keyWords = {};
    std::function<std::unique_ptr<AddedParts>(Workspace &, const Target &)> encryption = {};
};
using ServiceFacts = Registered<ServiceFactsRecord>;
const ServiceFactsRecord *factsOf(const estate::Estate &estate, const estate::Resource &resource); ///< null: none

/// Of which service a resource is; empty where its type is not known.
inline std::string_view serviceOf(const estate::Estate &estate, const estate::Resource &resource)
{
    const auto *profile = estate.catalogue().find(resource.type);
    return profile ? std::string_view(profile->service) : std::string_view();
}

QString jobTitle(const estate::Job &job);

/// For blades and actions that only one service has.
template <class Facet> bool isOf(const estate::Estate &estate, const estate::ResourceId &id)
{
    const auto *resource = estate.resource(id);
    return resource && estate::facetOf<Facet>(*resource);
}

} // namespace keyward::models
