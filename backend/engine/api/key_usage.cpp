// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/key_usage.h"

#include "backend/estate/permissions.h"

#include <tuple>

namespace keyward::engine {
namespace {

constexpr std::size_t batch = 2000;

/// The version by its id, or, in an entry of the first edition, that at the end of the key identifier.
std::optional<estate::VersionId> versionOf(const AuditEntry &entry)
{
    if (entry.subjectId) return entry.subjectId->version;
    const auto &subject = entry.subject;
    const auto slash = subject.rfind('/');
    const auto id = estate::VersionId::from(slash == std::string::npos ? subject : subject.substr(slash + 1));
    return id ? std::optional(*id) : std::nullopt;
}

/// Of https://NAME.vault…/keys/…, or of NAME/…: as entries say what they are about.
std::string vaultIn(std::string_view subject)
{
    constexpr std::string_view scheme = "https://";
    const bool uri = subject.starts_with(scheme);
    if (uri) subject.remove_prefix(scheme.size());
    return folded(subject.substr(0, subject.find(uri ? '.' : '/')));
}

bool byThePlatform(const AuditEntry &entry)
{
    const auto system = estate::Actor::system();
    return entry.actor ? *entry.actor == system.kind : entry.principal == system.name;
}

} // namespace

/// What the platform does by itself (purging at the end of a retention) is no call of anybody.
void KeyUsage::note(const AuditEntry &entry)
{
    const auto operation = estate::callNamed(entry.operation);
    if (!operation) return;
    const auto version = versionOf(entry);
    if (version && estate::cryptographic.has(*operation)) noteUse(entry, *version);
    if (!byThePlatform(entry)) noteCall(entry, *operation, version.value_or(estate::VersionId{}));
}

void KeyUsage::noteUse(const AuditEntry &entry, const estate::VersionId &version)
{
    auto &use = m_uses[entry.subjectId ? UseId{.key = {entry.subjectId->id.bytes}, .version = version, .vault = {}}
                                       : UseId{.key = {}, .version = version, .vault = vaultIn(entry.subject)}];
    if (entry.result != AuditEntry::Result::Success) {
        ++use.refused;
        return;
    }
    ++use.allowed;
    use.last = entry.time;
    use.by = entry.principal;
    use.operation = entry.operation;
}

void KeyUsage::noteCall(const AuditEntry &entry, estate::Permission operation, const estate::VersionId &version)
{
    const bool byPrincipal = !entry.actor || *entry.actor == estate::Actor::Kind::Principal;
    estate::CallGroup group{.month = monthOf(entry.time),
                            .operation = operation,
                            .key = {},
                            .version = version,
                            .caller = {},
                            .from = byPrincipal ? entry.address : std::string(),
                            .vault = vaultIn(entry.subject)};
    if (entry.subjectId) group.key.bytes = entry.subjectId->id.bytes;
    if (entry.principalId) group.caller.bytes = entry.principalId->id.bytes;
    auto &count = m_calls[std::move(group)];
    switch (entry.result) {
    case AuditEntry::Result::Success: ++count.answered; break;
    case AuditEntry::Result::Denied: ++count.refused; break;
    case AuditEntry::Result::Failed: ++count.failed; break;
    }
}

/// A copy that was put back has another log from some entry on.
Status KeyUsage::startAnewWhereReplaced()
{
    if (m_read.sequence == 0) return {};
    const auto still = m_log.verifyAgainst(m_read);
    if (still || still.error().code != Code::AuditTampered) return still;
    m_next = 1;
    m_read = {};
    m_uses.clear();
    m_calls.clear();
    return {};
}

Result<bool> KeyUsage::readOn()
{
    m_read = m_log.checkpoint();
    KEYWARD_TRY(const auto entries, m_log.from(m_next, batch));
    for (const auto &entry : entries) {
        m_next = entry.sequence + 1;
        note(entry);
    }
    return entries.size() == batch;
}

Status KeyUsage::catchUp(const Reading &reading)
{
    std::uint64_t read = 0, all = 0;
    for (bool begun = false, more = true; more; begun = true) {
        if (begun && reading && !reading(read, all)) return fail(Code::Cancelled);
        const std::lock_guard lock(m_mutex);
        if (!begun) KEYWARD_CHECK(startAnewWhereReplaced());
        KEYWARD_TRY(more, readOn());
        read = m_next - 1;
        all = m_read.sequence;
    }
    return {};
}

Result<estate::CallCounts> KeyUsage::calls(const std::vector<Month> &months, const Reading &reading)
{
    KEYWARD_CHECK(catchUp(reading));
    const std::lock_guard lock(m_mutex);
    estate::CallCounts out;
    for (const auto month : months) out.merge(estate::callsIn(m_calls, month));
    return out;
}

Result<KeyUse> KeyUsage::of(const UsedKey &key)
{
    KEYWARD_CHECK(catchUp({}));
    const std::lock_guard lock(m_mutex);
    KeyUse out;
    for (const auto &id : {UseId{.key = {}, .version = key.version, .vault = folded(key.vault)},
                           UseId{.key = key.key, .version = key.version, .vault = {}}}) {
        const auto found = m_uses.find(id);
        if (found == m_uses.end()) continue;
        auto &[last, by, operation, allowed, refused] = out;
        const auto &more = found->second;
        if (more.allowed > 0) std::tie(last, by, operation) = std::tie(more.last, more.by, more.operation);
        allowed += more.allowed;
        refused += more.refused;
    }
    return out;
}

} // namespace keyward::engine
