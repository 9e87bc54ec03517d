// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/state.h"

#include "models/text.h"

namespace keyward::models {

using namespace estate;

State stateOf(Health health)
{
    switch (health) {
    case Health::Working: return State::Working;
    case Health::Warning: return State::Warning;
    case Health::AtRisk: return State::AtRisk;
    case Health::Lost: return State::Lost;
    }
    return State::Neutral;
}

Chip chipOf(Health health)
{
    static const QString texts[] = {QStringLiteral("Working"), QStringLiteral("Warning"), QStringLiteral("At risk"),
                                    QStringLiteral("Lost")};
    return {stateOf(health), texts[static_cast<std::size_t>(health)]};
}

Chip chipOf(const Resource &resource, const BindingHealth *health)
{
    if (health) return chipOf(health->health);
    return {State::Neutral, resource.binding ? QStringLiteral("Unknown") : QStringLiteral("Service-managed")};
}

Chip chipOf(const Key &key, const KeyVersion &version, Instant now)
{
    constexpr Millis soon = Days(30);
    if (key.deleted) return {State::Lost, QStringLiteral("Deleted")};
    if (!version.enabled) return {State::Disabled, QStringLiteral("Disabled")};
    if (version.expires && now >= *version.expires) return {State::Lost, QStringLiteral("Expired")};
    if (version.expires && *version.expires - now < soon)
        return {State::AtRisk, QStringLiteral("Expires %1").arg(relative(*version.expires, now))};
    if (version.notBefore && now < *version.notBefore) return {State::Warning, QStringLiteral("Not yet valid")};
    return {State::Working, QStringLiteral("Enabled")};
}

Chip chipOf(const Vault &vault)
{
    if (vault.deleted) return {State::Lost, QStringLiteral("Deleted")};
    if (!vault.purgeProtection) return {State::Warning, QStringLiteral("Not purge-protected")};
    return {State::Working, QStringLiteral("Protected")};
}

Chip chipOf(JobState state)
{
    switch (state) {
    case JobState::Running: return {State::Neutral, QStringLiteral("Running")};
    case JobState::Succeeded: return {State::Working, QStringLiteral("Succeeded")};
    case JobState::Failed: return {State::Lost, QStringLiteral("Failed")};
    case JobState::Cancelled: return {State::Disabled, QStringLiteral("Cancelled")};
    case JobState::Interrupted: return {State::Warning, QStringLiteral("Interrupted")};
    }
    return {};
}

} // namespace keyward::models
