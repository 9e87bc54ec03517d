// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/store_path.h"
#include "backend/base/time.h"
#include "backend/crypto/secret_bytes.h"

#include <filesystem>
#include <functional>

namespace keyward::service {

/// Keeps a keystore unlocked for a while: a process of its own holds the root key in protected memory and hands it to
/// processes of the same user over a socket (0600, the peer's user checked). It locks when its time is over, when the
/// machine was suspended, and on request.
///
/// The socket stands in XDG_RUNTIME_DIR, or under /tmp where that cannot be used. Code::RuntimeFolderUnusable: the path
/// is too long for a socket, or the folder is not this user's alone.
Result<std::filesystem::path> agentSocket(const StorePath &store);
/// Makes the folder of the socket, where it is not there yet. Code::RuntimeFolderUnusable.
Status prepareRuntimeFolder(const std::filesystem::path &socket);

struct AgentStatus {
    std::chrono::seconds left{0};
};

struct AgentHooks {
    std::function<void()> ready;       ///< from now on it answers
    std::function<void()> everyMinute; ///< for schedules
};

/// Runs until it locks; says why it ended. Codes: RuntimeFolderUnusable, and of failWith() for the socket.
enum class AgentEnd { TimeOver, Suspended, Asked };
Result<AgentEnd> runAgent(const std::filesystem::path &socket, crypto::SecretBytes rootKey, std::chrono::seconds length,
                          const AgentHooks &hooks);

/// Codes: AgentMissing (nobody listens), AgentBusy (somebody does, and does not answer: still unlocked), AgentRefused,
/// RuntimeFolderUnusable.
Result<crypto::SecretBytes> askAgentForKey(const StorePath &store);
Result<AgentStatus> askAgentForStatus(const StorePath &store);
Status askAgentToLock(const StorePath &store);

} // namespace keyward::service
