// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/secret_bytes.h"
#include "backend/engine/api/audit.h"
#include "backend/estate/assess.h"
#include "backend/estate/impact.h"
#include "backend/estate/plan.h"

namespace keyward::engine {

using EstatePtr = std::shared_ptr<const estate::Estate>;

/// Ends what listen() began when it dies.
class Listening
{
public:
    explicit Listening(std::function<void()> end) : m_end(std::move(end)) {}
    ~Listening()
    {
        if (m_end) m_end();
    }
    Listening(Listening &&other) noexcept : m_end(std::exchange(other.m_end, nullptr)) {}
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;
    Listening &operator=(Listening &&) = delete;

private:
    std::function<void()> m_end;
};

/// Key material that enters with a command (a restored key), to be saved in the same transaction.
struct MaterialWrite {
    RecordId id;
    crypto::SecretBytes secret;
};

/// One moment of the estate: the snapshot, the verdicts on it, and when.
struct Published {
    EstatePtr estate;
    estate::Assessment assessment;
    Instant now{};
};

/// Administration of the estate: read snapshots, carry out commands. Thread-safe.
class Console
{
public:
    virtual ~Console() = default;
    virtual EstatePtr snapshot() const = 0; ///< never waits
    virtual estate::Assessment assessment() const = 0;
    virtual Published published() const = 0; ///< what belongs together; may wait for a write
    virtual Instant now() const = 0;         ///< the later of the clock and the last committed time
    /// Applies, does the key work, saves records and log entry in one transaction, publishes. Refusals are logged too.
    virtual Result<EstatePtr> execute(const estate::Command &command, const estate::Actor &actor,
                                      std::vector<MaterialWrite> materials = {}) = 0;
    virtual Status refresh() = 0;                     ///< takes up what other processes or time alone changed
    virtual Status note(const AuditEntry &entry) = 0; ///< logs something that is no command (a report was exported)
    /// Told on the thread of whoever changed it, also of what refresh() took up.
    virtual Listening listen(std::function<void(EstatePtr)> changed) = 0;
};

} // namespace keyward::engine
