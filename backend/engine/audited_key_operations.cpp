// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/audited_key_operations.h"

#include "backend/crypto/asymmetric.h"
#include "backend/estate/describe.h"

namespace keyward::engine {

using namespace estate;

Status GroupCommit::append(Engine::Pending &pending)
{
    Ticket mine{&pending, {}, false};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&mine);
    m_changed.wait(lock, [&] { return mine.done || !m_committing; });
    if (mine.done) return mine.status;
    m_committing = true;
    const auto group = std::exchange(m_waiting, {});
    lock.unlock();
    std::vector<Engine::Pending *> entries;
    for (const auto *ticket : group) entries.push_back(ticket->pending);
    const auto status = m_engine.commitEntries(entries);
    lock.lock();
    for (auto *ticket : group) {
        ticket->status = status;
        ticket->done = true;
    }
    m_committing = false;
    lock.unlock();
    m_changed.notify_all();
    return status;
}

AuditedKeyOperations::AuditedKeyOperations(Engine &engine, AuditSink &sink, std::ptrdiff_t cores)
    : m_engine(engine), m_sink(sink), m_turn(cores), m_cores(static_cast<std::size_t>(cores))
{}

template <class T>
Result<T> AuditedKeyOperations::answer(Result<T> result, Engine::Pending &pending,
                                       std::chrono::steady_clock::time_point start)
{
    auto &entry = pending.entry;
    entry.durationMicros = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
    if (!result) {
        if (entry.result == AuditEntry::Result::Success) entry.result = AuditEntry::Result::Failed;
        entry.reason = message(result.error());
        pending.recheck = nullptr;
    }
    KEYWARD_CHECK(m_sink.append(pending)); // fail closed: no entry, no result
    if (pending.refusal) return std::unexpected(*pending.refusal);
    return result;
}

Engine::Pending AuditedKeyOperations::pendingFor(const KeyRequest &request, Permission operation, Instant now,
                                                 const EstatePtr &estate) const
{
    const AccessRequest access{request.principal, request.vault, request.key,   request.version,
                               operation,         now,           request.origin};
    const auto *vault = estate->vault(request.vault);
    const auto *key = estate->key(request.key);
    const auto *principal = estate->principal(request.principal);
    Engine::Pending pending;
    pending.judgedBy = estate;
    const auto caller =
        Actor::principal(request.principal, principal ? principal->name : request.principal.text(), request.address);
    pending.entry = entryBy(caller, permissionText(operation),
                            vault && key ? keyUri(*vault, *key, &request.version) : request.version.text());
    pending.entry.subjectId = referenceTo(request.key, request.version);
    pending.entry.time = now;
    pending.entry.correlation =
        request.correlation.isNull() ? m_engine.parts().random.id<CorrelationId>() : request.correlation;
    if (auto decision = authorize(*estate, access); !decision.allowed()) {
        pending.entry.result = AuditEntry::Result::Denied;
        pending.refusal = std::move(decision.refusal);
    } else {
        pending.recheck = [access](const Estate &newer) { return authorize(newer, access).refusal; };
    }
    return pending;
}

template <class T, class Work>
Result<T> AuditedKeyOperations::perform(const KeyRequest &request, Permission operation, std::string_view algorithm,
                                        Work work)
{
    const auto start = std::chrono::steady_clock::now();
    const auto estate = m_engine.snapshot();
    auto pending = pendingFor(request, operation, m_engine.now(), estate);
    if (pending.refusal) return answer(Result<T>(std::unexpected(*pending.refusal)), pending, start);
    pending.entry.reason = algorithm;
    const auto *key = estate->key(request.key);
    const auto *version = key->version(request.version);
    m_turn.acquire();
    auto result = work(custody::KeyHandle{version->material, key->spec}, *version);
    m_turn.release();
    return answer(std::move(result), pending, start);
}

Result<Bytes> AuditedKeyOperations::wrap(const KeyRequest &request, WrapAlgorithm algorithm,
                                         const crypto::SecretBytes &secret)
{
    return protect(request, Permission::WrapKey, algorithm, secret);
}

Result<crypto::SecretBytes> AuditedKeyOperations::unwrap(const KeyRequest &request, WrapAlgorithm algorithm,
                                                         ByteView wrapped)
{
    return unprotect(request, Permission::UnwrapKey, algorithm, wrapped);
}

Result<Bytes> AuditedKeyOperations::encrypt(const KeyRequest &request, WrapAlgorithm algorithm,
                                            const crypto::SecretBytes &plain)
{
    return protect(request, Permission::Encrypt, algorithm, plain);
}

Result<crypto::SecretBytes> AuditedKeyOperations::decrypt(const KeyRequest &request, WrapAlgorithm algorithm,
                                                          ByteView cipher)
{
    return unprotect(request, Permission::Decrypt, algorithm, cipher);
}

Result<Bytes> AuditedKeyOperations::protect(const KeyRequest &request, Permission operation, WrapAlgorithm algorithm,
                                            const crypto::SecretBytes &secret)
{
    return perform<Bytes>(request, operation, algorithmText(algorithm),
                          [&](const custody::KeyHandle &handle, const KeyVersion &version) {
                              return m_engine.parts().custody.wrap(handle, version.spki, algorithm, secret);
                          });
}

Result<crypto::SecretBytes> AuditedKeyOperations::unprotect(const KeyRequest &request, Permission operation,
                                                            WrapAlgorithm algorithm, ByteView cipher)
{
    return perform<crypto::SecretBytes>(request, operation, algorithmText(algorithm),
                                        [&](const custody::KeyHandle &handle, const KeyVersion &) {
                                            return m_engine.parts().custody.unwrap(handle, algorithm, cipher);
                                        });
}

Result<Bytes> AuditedKeyOperations::sign(const KeyRequest &request, SignAlgorithm algorithm, ByteView text)
{
    return perform<Bytes>(request, Permission::Sign, algorithmText(algorithm),
                          [&](const custody::KeyHandle &handle, const KeyVersion &) {
                              return m_engine.parts().custody.sign(handle, algorithm, text);
                          });
}

Status AuditedKeyOperations::verify(const KeyRequest &request, SignAlgorithm algorithm, ByteView text,
                                    ByteView signature)
{
    const auto done = perform<bool>(
        request, Permission::Verify, algorithmText(algorithm),
        [&](const custody::KeyHandle &, const KeyVersion &version) -> Result<bool> {
            KEYWARD_TRY(const auto key, crypto::PublicKey::fromSpki(m_engine.parts().context, version.spki));
            KEYWARD_CHECK(key.verify(algorithm, text, signature));
            return true;
        });
    return done ? Status{} : std::unexpected(done.error());
}

template <class T, class Work>
Result<T> AuditedKeyOperations::performForPlatform(const std::string &service, std::string_view operation, Work work)
{
    const auto start = std::chrono::steady_clock::now();
    Engine::Pending pending;
    pending.entry = entryBy(Actor::service(service), operation, "platform key");
    pending.entry.time = m_engine.now();
    pending.entry.correlation = m_engine.parts().random.id<CorrelationId>();
    const custody::KeyHandle handle{m_engine.snapshot()->settings().platformKek, {KeyKind::Oct, 256, Curve::None}};
    return answer(work(handle), pending, start);
}

Result<Bytes> AuditedKeyOperations::wrapForPlatform(const std::string &service, const crypto::SecretBytes &secret)
{
    return performForPlatform<Bytes>(service, "platform.wrapKey", [&](const custody::KeyHandle &handle) {
        return m_engine.parts().custody.wrap(handle, {}, WrapAlgorithm::AesKw, secret);
    });
}

Result<crypto::SecretBytes> AuditedKeyOperations::unwrapForPlatform(const std::string &service, ByteView wrapped)
{
    return performForPlatform<crypto::SecretBytes>(
        service, "platform.unwrapKey", [&](const custody::KeyHandle &handle) {
            return m_engine.parts().custody.unwrap(handle, WrapAlgorithm::AesKw, wrapped);
        });
}

} // namespace keyward::engine
