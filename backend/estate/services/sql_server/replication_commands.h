// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/commands/declare.h"

#include <tuple>

/// TDE-13: what SQL servers do with one another.
namespace keyward::estate::command {

/// Refused until each has a copy of the other's keys.
struct LinkServers {
    KEYWARD_COMMAND(LinkServers, "server.link");
    ResourceId server;
    ResourceId partner;
};

struct UnlinkServers {
    KEYWARD_COMMAND(UnlinkServers, "server.unlink");
    ResourceId server;
    ResourceId partner;
};

struct StartReplica {
    KEYWARD_COMMAND(StartReplica, "database.replicate");
    DatabaseId primary;
    ResourceId server; ///< on which the replica is made
    JobId job;
    DatabaseId replica;
    std::string folder;
    auto newIds() { return std::tie(job, replica); }
};

struct FinishReplica {
    KEYWARD_COMMAND(FinishReplica, "database.replicaMade");
    JobId job;
    Database replica;
};

/// Its pages say so already, durably.
struct NoteReplicated {
    KEYWARD_COMMAND(NoteReplicated, "database.replicated");
    DatabaseId replica;
    Instant asOf{};
    std::uint64_t pages = 0; ///< that were carried over
};

/// It could not be made to follow.
struct NoteReplicationStopped {
    KEYWARD_COMMAND(NoteReplicationStopped, "database.replicationStopped");
    DatabaseId replica;
    std::string reason;
};

/// It becomes a database of its own, as it is.
struct DetachReplica {
    KEYWARD_COMMAND(DetachReplica, "replica.detach");
    DatabaseId replica;
};

/// A replica becomes the primary, and the primary its replica.
struct FailOver {
    KEYWARD_COMMAND(FailOver, "database.failOver");
    DatabaseId replica;
    bool complete = false; ///< it holds all that its primary does, which nobody writes to
};

} // namespace keyward::estate::command
