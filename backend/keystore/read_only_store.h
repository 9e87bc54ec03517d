// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/keystore/store.h"

namespace keyward::keystore {

/// A store to look at: whoever holds it, nothing can be written through it. Previews work on one, so that what forgets
/// to ask whether this is a preview is refused instead of carried out.
class ReadOnlyStore final : public Store
{
public:
    explicit ReadOnlyStore(Store &store) : m_store(store) {}
    const StoreId &id() const override { return m_store.id(); }
    Head head() const override { return m_store.head(); }
    Status load(const RecordVisitor &visit) override { return m_store.load(visit); }
    Result<crypto::SecretBytes> readSecret(const RecordId &record) override { return m_store.readSecret(record); }
    /// Always Code::NotPreviewable.
    Status commit(const WriteBatch &) override
    {
        return fail(Code::NotPreviewable, "this command", {"it writes to the keystore"});
    }
    Result<std::vector<RecordChange>> refresh() override { return m_store.refresh(); }
    Result<std::vector<AuditRow>> auditFrom(std::uint64_t first, std::size_t limit) override
    {
        return m_store.auditFrom(first, limit);
    }
    Result<std::vector<AuditRow>> auditBefore(std::uint64_t last, std::size_t limit) override
    {
        return m_store.auditBefore(last, limit);
    }
    Result<crypto::Digest> auditHashAt(std::uint64_t sequence) override { return m_store.auditHashAt(sequence); }
    Status verifyAudit() override { return m_store.verifyAudit(); }
    Status verifyRecords() override { return m_store.verifyRecords(); }

private:
    Store &m_store;
};

} // namespace keyward::keystore
