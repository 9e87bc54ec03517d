// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/custody/custody.h"
#include "backend/engine/api/key_operations.h"
#include "backend/engine/engine.h"

#include <condition_variable>
#include <semaphore>

namespace keyward::engine {

/// Brings log entries of waiting callers into as few transactions as there can be.
class AuditSink
{
public:
    virtual ~AuditSink() = default;
    virtual Status append(Engine::Pending &pending) = 0;                  ///< returns once it is durable
    virtual Status append(const std::vector<Engine::Pending *> &all) = 0; ///< in one transaction
};

/// The first caller to arrive commits for all that came while the previous commit ran.
class GroupCommit final : public AuditSink
{
public:
    explicit GroupCommit(Engine &engine) : m_engine(engine) {}
    Status append(Engine::Pending &pending) override;
    Status append(const std::vector<Engine::Pending *> &all) override { return m_engine.commitEntries(all); }

private:
    struct Ticket {
        Engine::Pending *pending;
        Status status;
        bool done = false;
    };
    Engine &m_engine;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Ticket *> m_waiting;
    bool m_committing = false;
};

class AuditedKeyOperations final : public KeyOperations
{
public:
    /// As many operations compute at once as 'cores' says; further callers wait for their turn.
    AuditedKeyOperations(Engine &engine, AuditSink &sink, std::ptrdiff_t cores);

    Result<Bytes> wrap(const KeyRequest &request, WrapAlgorithm algorithm, const crypto::SecretBytes &secret) override;
    Result<crypto::SecretBytes> unwrap(const KeyRequest &request, WrapAlgorithm algorithm, ByteView wrapped) override;
    Result<Bytes> encrypt(const KeyRequest &request, WrapAlgorithm algorithm,
                          const crypto::SecretBytes &plain) override;
    Result<crypto::SecretBytes> decrypt(const KeyRequest &request, WrapAlgorithm algorithm, ByteView cipher) override;
    Result<Bytes> sign(const KeyRequest &request, SignAlgorithm algorithm, ByteView message) override;
    Status verify(const KeyRequest &request, SignAlgorithm algorithm, ByteView message, ByteView signature) override;
    Result<Bytes> wrapForPlatform(const std::string &service, const crypto::SecretBytes &secret) override;
    Result<crypto::SecretBytes> unwrapForPlatform(const std::string &service, ByteView wrapped) override;
    Result<std::vector<Result<Bytes>>> rewrap(const RewrapOrder &order) override;

private:
    struct Leg;
    Leg legOf(const RewrapOrder &order, estate::Permission operation) const;
    Result<Bytes> rewrapOne(const Leg &from, const Leg &to, ByteView wrapped);
    /// The entry of an operation before it is known what came of it, and the refusal where it is not allowed.
    Engine::Pending pendingFor(const KeyRequest &request, estate::Permission operation, Instant now,
                               const EstatePtr &estate) const;
    Result<Bytes> protect(const KeyRequest &request, estate::Permission operation, WrapAlgorithm algorithm,
                          const crypto::SecretBytes &secret);
    Result<crypto::SecretBytes> unprotect(const KeyRequest &request, estate::Permission operation,
                                          WrapAlgorithm algorithm, ByteView cipher);
    template <class T, class Work>
    Result<T> perform(const KeyRequest &request, estate::Permission operation, std::string_view algorithm, Work work);
    template <class T, class Work>
    Result<T> performForPlatform(const std::string &service, std::string_view operation, Work work);
    template <class T>
    Result<T> answer(Result<T> result, Engine::Pending &pending, std::chrono::steady_clock::time_point start);

    Engine &m_engine;
    AuditSink &m_sink;
    std::counting_semaphore<> m_turn;
    std::size_t m_cores;
};

} // namespace keyward::engine
