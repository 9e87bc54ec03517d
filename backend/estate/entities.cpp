// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/entities.h"

#include <algorithm>
#include <ranges>

namespace keyward::estate {

const KeyVersion *Key::version(const VersionId &wanted) const
{
    const auto found = std::ranges::find(versions, wanted, &KeyVersion::id);
    return found == versions.end() ? nullptr : &*found;
}

const KeyVersion *Key::newestEnabled(Instant now) const
{
    for (const auto &candidate : versions | std::views::reverse) {
        const bool early = candidate.notBefore && now < *candidate.notBefore;
        const bool late = candidate.expires && now >= *candidate.expires;
        if (candidate.enabled && !candidate.pending && !early && !late) return &candidate;
    }
    return nullptr;
}

std::string_view stateText(JobState state)
{
    switch (state) {
    case JobState::Running: return "running";
    case JobState::Succeeded: return "succeeded";
    case JobState::Failed: return "failed";
    case JobState::Cancelled: return "cancelled";
    case JobState::Interrupted: return "interrupted";
    }
    return "";
}

std::string_view kindText(JobKind kind)
{
    switch (kind) {
    case JobKind::Backup: return "backup";
    case JobKind::Restore: return "restore";
    case JobKind::KeyChange: return "key-change";
    }
    return "";
}

std::string keyUri(const Vault &vault, const Key &key, const VersionId *version)
{
    auto out = vault.uri() + "/keys/" + key.name.text();
    return version ? out + "/" + version->text() : out;
}

} // namespace keyward::estate
