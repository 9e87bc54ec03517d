// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/base/names.h"
#include "backend/estate/services/declare.h"

#include <set>

/// Files that a resource keeps, of whichever service. They are encrypted under one data key, which the key wraps that
/// protects the resource (its own, or its store's), or the platform's where none does. When another key is set only the
/// data key is wrapped anew; no stored byte is touched.
namespace keyward::estate {

class Catalogue;
struct ServiceProfile;

/// What the facet of a service has that keeps files here, as its member 'files'.
struct KeptFiles {
    std::string folder;          ///< random name below STORE.d; empty: nothing was ever stored
    std::optional<WrappedBy> by; ///< what wraps the data key; absent: the platform's key
    WrapAlgorithm algorithm = WrapAlgorithm::AesKw;
    Bytes wrapped;                        ///< the data key; empty: there is none yet
    std::optional<ResourceId> asked = {}; ///< the store by whose identity 'by' is asked; absent: by its own

    bool hasKey() const { return !wrapped.empty(); }
};

/// Null of a resource that keeps no files here.
const KeptFiles *keptFilesOf(const Resource &resource);
KeptFiles *keptFilesIn(Resource &resource);

/// Whether its data key has yet to be wrapped by what protects the resource now.
bool awaitsRewrap(const Estate &estate, const Resource &resource);
/// By whose identity the key is asked that wraps its data key; the resource itself where the platform's does.
const Resource &askedFor(const Estate &estate, const Resource &resource);

/// The kind of resource that a recovery point can become: one with files here, which a store's key protects.
const ServiceProfile *kindForRestores(const Catalogue &catalogue);
/// Its files are of a machine that was encrypted in the guest; of a service to which that matters.
void noteInGuest(Resource &resource);
/// Of its files, those that its service keeps; empty where it has none.
std::set<RecordId> snapshotsOf(const Resource &resource);
/// Whether its service lets all of its files go now.
Status mayBeEmptied(const Resource &resource);

// What the core asks of every service, as far as it concerns files.
Uses usesOf(const Resource &resource, const KeptFiles &files);
std::optional<StoredData> storedOf(const Resource &resource, const KeptFiles &files);
Status mayBeDeleted(const Resource &resource, const KeptFiles &files);
Status mayRebind(const Estate &estate, const Resource &resource, const KeptFiles &files, Instant now);
std::vector<Parting> partings(const Resource &resource, const KeptFiles &files, const KeyId &key);
void addFilesFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource);
/// The data key is wrapped anew.
void settleFiles(Estate &estate, const ResourceId &resource);

/// The path of a file in a resource.
struct ObjectPathRule {
    static constexpr const char *what = "path";
    static constexpr const char *rule =
        "1 to 1024 bytes of UTF-8 without control characters, its parts joined by single "
        "slashes, none of them empty, . or ..";
    static bool holds(std::string_view text);
};
using ObjectPath = Name<ObjectPathRule>;

} // namespace keyward::estate
