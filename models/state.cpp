// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/state.h"

#include "models/text.h"

#include <QCoreApplication>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(State)
};

} // namespace

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
    static const QString texts[] = {Words::tr("Working"), Words::tr("Warning"), Words::tr("At risk"),
                                    Words::tr("Lost")};
    return {stateOf(health), texts[static_cast<std::size_t>(health)]};
}

Chip chipOf(const Resource &resource, const BindingHealth *health)
{
    if (health) return chipOf(health->health);
    return {State::Neutral, resource.binding ? Words::tr("Unknown") : Words::tr("Service-managed")};
}

Chip chipOf(const Key &key, const KeyVersion &version, Instant now)
{
    constexpr Millis soon = Days(30);
    if (key.deleted) return {State::Lost, Words::tr("Deleted")};
    if (!version.enabled) return {State::Disabled, Words::tr("Disabled")};
    if (version.expires && now >= *version.expires) return {State::Lost, Words::tr("Expired")};
    if (version.expires && *version.expires - now < soon)
        return {State::AtRisk, Words::tr("Expires %1").arg(relative(*version.expires, now))};
    if (version.notBefore && now < *version.notBefore) return {State::Warning, Words::tr("Not yet valid")};
    return {State::Working, Words::tr("Enabled")};
}

Chip chipOf(const Vault &vault)
{
    if (vault.deleted) return {State::Lost, Words::tr("Deleted")};
    if (!vault.purgeProtection) return {State::Warning, Words::tr("Not purge-protected")};
    return {State::Working, Words::tr("Protected")};
}

Chip chipOf(JobState state)
{
    switch (state) {
    case JobState::Running: return {State::Neutral, Words::tr("Running")};
    case JobState::Succeeded: return {State::Working, Words::tr("Succeeded")};
    case JobState::Failed: return {State::Lost, Words::tr("Failed")};
    case JobState::Cancelled: return {State::Disabled, Words::tr("Cancelled")};
    case JobState::Interrupted: return {State::Warning, Words::tr("Interrupted")};
    }
    return {};
}

} // namespace keyward::models
