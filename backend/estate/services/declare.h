// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"
#include "backend/estate/type_list.h"
#include "backend/estate/uses.h"

/// What a service adds to the estate. Its facet is the part of a resource that it alone needs, kept in the resource's
/// record, so that the two cannot part; whatever has a life of its own (a recovery point, a database) is an entity.
namespace keyward::estate {

class Estate;
struct Command;
struct Finding;
struct Key;
struct KeyVersion;
struct Parting;
struct Preparation;
struct Resource;

/// First line of a facet: which kind of resource has it, as profiles say ("service"); the number by which records know
/// it, for good, which no other facet has; and what the core asks of every service. A facet without an answer does not
/// link.
#define KEYWARD_FACET(Self, name, number)                                                                              \
    static constexpr std::string_view service = name;                                                                  \
    static constexpr unsigned recordedAs = number;                                                                     \
    friend Status mayBeDeleted(const Estate &estate, const Resource &resource, const Self &facet);                     \
    friend Status mayRebind(const Estate &estate, const Resource &resource, const Self &facet, Instant now);           \
    friend std::vector<Preparation> preparing(const Estate &estate, const Resource &resource, const Self &facet,       \
                                              const Key &key, const KeyVersion &version);                              \
    friend void addFindings(std::vector<Finding> &out, const Estate &estate, const Resource &resource,                 \
                            const Self &facet);                                                                        \
    friend void addDue(std::vector<Command> &due, const Estate &estate, const Resource &resource, const Self &facet,   \
                       Instant now);                                                                                   \
    friend std::vector<Parting> partings(const Estate &estate, const Resource &resource, const Self &facet,            \
                                         const KeyId &key)

/// First line of what one kind of job does: the kind, as people read it, and the number by which records know it, for
/// good, which no other kind has, of whatever service.
#define KEYWARD_WORK(kind, number)                                                                                     \
    static constexpr std::string_view name = kind;                                                                     \
    static constexpr unsigned recordedAs = number

/// What the jobs of a service do, a TypeList: told in its service.h. A service that does not tell it does not compile.
template <class Facet> struct JobsOf;

/// Which key version wrapped the data key of something.
struct WrappedBy {
    VaultId vault;
    KeyId key;
    VersionId version;
    std::string uri; ///< as it was then
};
/// Of what names a key version by the two: a copy that was restored into another vault has the same version.
template <class One, class Other> bool sameKeyVersion(const One &one, const Other &other)
{
    return one.key == other.key && one.version == other.version;
}
template <class One, class Other> bool sameKeyVersion(const std::optional<One> &one, const std::optional<Other> &other)
{
    return one.has_value() == other.has_value() && (!one || sameKeyVersion(*one, *other));
}

/// Where an entity's data is kept below STORE.d: a kind that has some tells it by
///     StoredData storedOf(const Kind &)
/// beside its declaration; a facet that keeps data itself by storedOf(const Resource &, const Facet &).
struct StoredData {
    RecordId entity;
    ResourceId resource;
    std::string file; ///< path below STORE.d
};
std::vector<StoredData> storedData(const Estate &estate);
std::optional<StoredData> storedOf(const Resource &resource); ///< in its facet

KEYWARD_FIELDS(WrappedBy, s.vault, s.key, s.version, s.uri)

} // namespace keyward::estate
