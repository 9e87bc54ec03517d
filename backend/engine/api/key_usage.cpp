// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/key_usage.h"

#include "backend/estate/permissions.h"

namespace keyward::engine {
namespace {

constexpr std::size_t batch = 2000;

/// Cryptographic operations are named as permissions are; changes of keys have a point in their name.
bool isUse(const std::string &operation)
{
    const auto known = estate::PermissionSet::from(operation);
    return known && !known->empty() && known->without(estate::cryptographic).empty();
}

/// The version by its id, or, in an entry of the first edition, that at the end of the key identifier.
std::optional<estate::VersionId> versionOf(const AuditEntry &entry)
{
    if (entry.subjectId) return entry.subjectId->version;
    const auto &subject = entry.subject;
    const auto slash = subject.rfind('/');
    const auto id = estate::VersionId::from(slash == std::string::npos ? subject : subject.substr(slash + 1));
    return id ? std::optional(*id) : std::nullopt;
}

} // namespace

Status KeyUsage::catchUp()
{
    for (;;) {
        KEYWARD_TRY(const auto entries, m_log.from(m_next, batch));
        for (const auto &entry : entries) {
            m_next = entry.sequence + 1;
            if (!isUse(entry.operation)) continue;
            const auto version = versionOf(entry);
            if (!version) continue;
            auto &use = m_uses[*version];
            if (entry.result != AuditEntry::Result::Success) {
                ++use.refused;
                continue;
            }
            ++use.allowed;
            use.last = entry.time;
            use.by = entry.principal;
            use.operation = entry.operation;
        }
        if (entries.size() < batch) return {};
    }
}

Result<KeyUse> KeyUsage::of(const estate::VersionId &version)
{
    const std::lock_guard lock(m_mutex);
    KEYWARD_CHECK(catchUp());
    const auto found = m_uses.find(version);
    return found == m_uses.end() ? KeyUse{} : found->second;
}

} // namespace keyward::engine
