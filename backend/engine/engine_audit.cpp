// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine's side of the audit log: entries that belong to no command, the second look, reading and proving.

#include "backend/engine/engine.h"
#include "backend/estate/describe.h"
#include "backend/estate/row.h"

#include <algorithm>

namespace keyward::engine {

using namespace estate;

namespace {

Result<std::vector<AuditEntry>> decoded(const std::vector<keystore::AuditRow> &rows)
{
    std::vector<AuditEntry> out;
    for (const auto &row : rows) {
        KEYWARD_TRY(auto entry, decodeEntry(row.sequence, row.payload));
        out.push_back(std::move(entry));
    }
    return out;
}

} // namespace

AuditEntry entryAbout(const Estate &estate, const Command &command, const Actor &actor, Instant at, Random &random)
{
    auto facts = factsOf(estate, command.action);
    auto entry = entryBy(actor, operationName(command.action), std::move(facts.subject));
    entry.subjectId = facts.about;
    entry.time = at;
    entry.correlation = random.id<CorrelationId>();
    return entry;
}

void Engine::logRefusal(const Command &command, const Actor &actor, const Error &error, Instant at)
{
    auto entry = entryAbout(*snapshot(), command, actor, at, m_parts.random);
    entry.result = AuditEntry::Result::Denied;
    entry.reason = message(error);
    keystore::WriteBatch batch;
    batch.now = at;
    batch.audit.push_back(encodeEntry(entry));
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto saved = m_parts.store.commit(batch);
        if (saved || saved.error().code != Code::Conflict || !refreshLocked()) return;
    }
}

Status Engine::note(const AuditEntry &entry)
{
    Pending pending{entry, snapshot(), {}, {}};
    if (pending.entry.time == Instant{}) pending.entry.time = now();
    if (pending.entry.correlation.isNull()) pending.entry.correlation = m_parts.random.id<CorrelationId>();
    return commitEntries({&pending});
}

Status Engine::commitEntries(const std::vector<Pending *> &group)
{
    const std::lock_guard lock(m_writer);
    if (const auto watched = watchClock(); !watched)
        return fail(Code::AuditUnwritable, {}, {sentence(watched.error())});
    for (int attempt = 0; attempt < 50; ++attempt) {
        const auto current = snapshot();
        keystore::WriteBatch batch;
        batch.now = now();
        for (auto *pending : group) {
            if (pending->judgedBy != current && pending->recheck && !pending->refusal) {
                if (auto refusal = pending->recheck(*current)) {
                    pending->refusal = std::move(refusal);
                    pending->entry.result = AuditEntry::Result::Denied;
                    pending->entry.reason = message(*pending->refusal);
                }
                pending->judgedBy = current;
            }
            batch.audit.push_back(encodeEntry(pending->entry));
        }
        const auto saved = m_parts.store.commit(batch);
        if (saved) return {};
        if (saved.error().code == Code::CommitInDoubt) return saved;
        if (saved.error().code != Code::Conflict) return fail(Code::AuditUnwritable, {}, {sentence(saved.error())});
        if (const auto fresh = refreshLocked(); !fresh)
            return fail(Code::AuditUnwritable, {}, {sentence(fresh.error())});
    }
    return fail(Code::AuditUnwritable, {}, {"other processes wrote without pause"});
}

Result<std::vector<AuditEntry>> Engine::newest(std::size_t limit, std::uint64_t before)
{
    const auto last = before == 0 ? m_parts.store.head().sequence : before - 1;
    KEYWARD_TRY(const auto rows, m_parts.store.auditBefore(last, limit));
    return decoded(rows);
}

Result<std::vector<AuditEntry>> Engine::from(std::uint64_t first, std::size_t limit)
{
    KEYWARD_TRY(const auto rows, m_parts.store.auditFrom(first, limit));
    return decoded(rows);
}

AuditCheckpoint Engine::checkpoint()
{
    const auto head = m_parts.store.head();
    return {head.sequence, head.auditHash};
}

Status Engine::verify()
{
    KEYWARD_CHECK(refresh());
    return m_parts.store.verifyAudit();
}

Status Engine::verifyAgainst(const AuditCheckpoint &earlier)
{
    if (earlier.sequence > m_parts.store.head().sequence)
        return fail(Code::AuditTampered, std::to_string(m_parts.store.head().sequence + 1),
                    {"a report was exported when it was there; now it is missing"});
    KEYWARD_TRY(const auto hash, m_parts.store.auditHashAt(earlier.sequence));
    if (hash != earlier.hash)
        return fail(Code::AuditTampered, std::to_string(earlier.sequence),
                    {"it, or one before it, was rewritten since that report was exported"});
    return {};
}

} // namespace keyward::engine
