// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Many data keys from under one key to under another. None of them leaves this file.

#include "backend/engine/audited_key_operations.h"
#include "backend/estate/describe.h"

#include <atomic>
#include <thread>

namespace keyward::engine {

using namespace estate;

/// One of the two keys of a rewrap, and what each use of it says in the log.
struct AuditedKeyOperations::Leg {
    Engine::Pending entry; ///< of one use; copied for each
    custody::KeyHandle handle;
    Bytes spki;
    WrapAlgorithm algorithm = WrapAlgorithm::AesKw;
};

namespace {

/// The second look is the same for all uses: taken once at each snapshot.
std::function<std::optional<Error>(const Estate &)> takenOnce(std::function<std::optional<Error>(const Estate &)> look)
{
    struct Taken {
        std::function<std::optional<Error>(const Estate &)> look;
        const Estate *at = nullptr; ///< kept by whoever asks, until all were asked
        std::optional<Error> refusal = {};
    };
    return [taken = std::make_shared<Taken>(Taken{.look = std::move(look)})](const Estate &newer) {
        if (std::exchange(taken->at, &newer) != &newer) taken->refusal = taken->look(newer);
        return taken->refusal;
    };
}

} // namespace

AuditedKeyOperations::Leg AuditedKeyOperations::legOf(const RewrapOrder &order, Permission operation) const
{
    const bool unwraps = operation == Permission::UnwrapKey;
    const auto &request = unwraps ? order.from : order.to;
    const auto estate = m_engine.snapshot();
    Leg out;
    if (!request) {
        out.handle = {estate->settings().platformKek, {KeyKind::Oct, 256, Curve::None}};
        out.entry.judgedBy = estate;
        out.entry.entry =
            entryBy(Actor::service(order.service), unwraps ? "platform.unwrapKey" : "platform.wrapKey", "platform key");
        out.entry.entry.time = m_engine.now();
        return out;
    }
    out.entry = pendingFor(*request, operation, m_engine.now(), estate);
    if (out.entry.refusal) return out;
    out.entry.recheck = takenOnce(std::move(out.entry.recheck));
    out.algorithm = unwraps ? order.algorithmBefore : order.algorithm;
    out.entry.entry.reason = algorithmText(out.algorithm);
    const auto *key = estate->key(request->key);
    const auto *version = key->version(request->version);
    out.handle = {version->material, key->spec};
    out.spki = version->spki;
    return out;
}

Result<Bytes> AuditedKeyOperations::rewrapOne(const Leg &from, const Leg &to, ByteView wrapped)
{
    auto &custody = m_engine.parts().custody;
    m_turn.acquire();
    auto dataKey = custody.unwrap(from.handle, from.algorithm, wrapped);
    auto out = dataKey ? custody.wrap(to.handle, to.spki, to.algorithm, *dataKey)
                       : Result<Bytes>(std::unexpected(dataKey.error()));
    m_turn.release();
    return out;
}

Result<std::vector<Result<Bytes>>> AuditedKeyOperations::rewrap(const RewrapOrder &order)
{
    auto from = legOf(order, Permission::UnwrapKey);
    auto to = legOf(order, Permission::WrapKey);
    for (auto *leg : {&from, &to}) {
        if (!leg->entry.refusal) continue;
        leg->entry.entry.reason = message(*leg->entry.refusal);
        KEYWARD_CHECK(m_sink.append(leg->entry));
        return std::unexpected(*leg->entry.refusal);
    }
    const auto count = order.wrapped.size();
    std::vector<Result<Bytes>> out(count);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < count; i = next++) out[i] = rewrapOne(from, to, order.wrapped[i]);
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min<std::size_t>(m_cores, count); ++i) others.emplace_back(work);
        work();
    }
    std::vector<Engine::Pending> entries;
    entries.reserve(2 * count);
    for (const auto &one : out) {
        const auto correlation = m_engine.parts().random.id<CorrelationId>();
        for (const auto *leg : {&from, &to}) {
            auto &entry = entries.emplace_back(leg->entry);
            entry.entry.correlation = correlation;
            if (one) continue;
            entry.entry.result = AuditEntry::Result::Failed;
            entry.entry.reason = message(one.error());
            entry.recheck = nullptr;
        }
    }
    std::vector<Engine::Pending *> group;
    group.reserve(entries.size());
    for (auto &entry : entries) group.push_back(&entry);
    KEYWARD_CHECK(m_sink.append(group)); // fail closed: no entry, no result
    for (std::size_t i = 0; i < count; ++i)
        for (const auto &entry : {std::cref(entries[2 * i]), std::cref(entries[2 * i + 1])})
            if (entry.get().refusal) out[i] = std::unexpected(*entry.get().refusal);
    return out;
}

} // namespace keyward::engine
