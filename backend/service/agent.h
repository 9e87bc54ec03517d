// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/time.h"
#include "backend/crypto/secret_bytes.h"

#include <filesystem>
#include <functional>

namespace keyward::service {

/// Keeps a keystore unlocked for a while: a process of its own holds the root key in protected memory and hands it to
/// processes of the same user over a socket (0600, the peer's user checked). It locks when its time is over, when the
/// machine was suspended, and on request.
std::filesystem::path agentSocket(const std::filesystem::path &store);

struct AgentStatus {
    std::chrono::seconds left{0};
};

/// Runs until it locks. Calls everyMinute now and then, for schedules. Returns why it ended.
enum class AgentEnd { TimeOver, Suspended, Asked, Failed };
AgentEnd runAgent(const std::filesystem::path &socket, crypto::SecretBytes rootKey, std::chrono::seconds length, const std::function<void()> &everyMinute);

Result<crypto::SecretBytes> askAgentForKey(const std::filesystem::path &store); ///< Code::AgentMissing
Result<AgentStatus> askAgentForStatus(const std::filesystem::path &store);
Status askAgentToLock(const std::filesystem::path &store);

} // namespace keyward::service
