// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/key_spec.h"
#include "backend/estate/services/declare.h"

/// What a Recovery Services vault has beside what every resource has: a policy, recovery points, and its jobs.
namespace keyward::estate {

struct BackupPolicy {
    std::string source; ///< folder to back up by schedule; empty: none
    Millis every{0};
    std::vector<std::string> excludes; ///< shell patterns against the path below the source
    unsigned keepLast = 0;             ///< 0: all
    Millis keepFor{0};                 ///< 0: for good
    Instant lastRun{};
};

struct RecoveryServicesVault {
    KEYWARD_FACET(RecoveryServicesVault, "recovery-services-vault", 1);
    BackupPolicy policy;
};

struct RecoveryPoint {
    PointId id;
    ResourceId resource;
    JobId job;
    std::string source;
    Instant created{};
    std::uint64_t files = 0;
    std::uint64_t bytes = 0; ///< of file contents
    std::uint64_t storedBytes = 0;
    std::uint64_t segments = 0;
    std::vector<std::string> warnings;
    std::optional<WrappedBy> wrappedBy; ///< absent: the platform's key
    Bytes wrappedDek;
    WrapAlgorithm algorithm = WrapAlgorithm::RsaOaep256;
    std::string folder;   ///< random name below STORE.d
    bool inGuest = false; ///< of a machine whose disks are encrypted in the guest (BKP-17)
};
Uses usesOf(const RecoveryPoint &point);
StoredData storedOf(const RecoveryPoint &point);

/// A backup under way, or done.
struct BackupWork {
    KEYWARD_WORK("backup", 1);
    std::string source;
    bool skipUnreadable = false;
    std::optional<PointId> point; ///< that it makes, or made
    bool inGuest = false;
};

struct RestoreWork {
    KEYWARD_WORK("restore", 2);
    std::string source; ///< of the point
    std::string target;
    std::vector<std::string> includes;
    std::optional<PointId> point;
};

/// Of a resource that has one; else the empty one.
BackupPolicy policyOf(const Resource &resource);
/// Resources whose policy wants a backup now, by name; but for those that are being backed up.
std::vector<ResourceId> dueBackups(const Estate &estate, Instant now);
/// Where a restore gathers what it has not checked to the end yet: beside its absolute target, under a name of this job
/// alone, so that whoever comes after a killed process finds it.
std::string stagingOf(const JobId &job, const std::string &target);

KEYWARD_FIELDS(BackupPolicy, s.source, s.every, s.excludes, s.keepLast, s.keepFor, s.lastRun)
KEYWARD_FIELDS(RecoveryServicesVault, s.policy)
KEYWARD_RECORD(RecoveryPoint, 3,
               first(s.id, s.resource, s.job, s.source, s.created, s.files, s.bytes, s.storedBytes, s.segments,
                     s.warnings, s.wrappedBy, s.wrappedDek, s.algorithm, s.folder),
               since(3, s.inGuest))
KEYWARD_LAYOUT(BackupWork, first(s.source, s.skipUnreadable, s.point), since(4, s.inGuest))
KEYWARD_FIELDS(RestoreWork, s.source, s.target, s.includes, s.point)

} // namespace keyward::estate
