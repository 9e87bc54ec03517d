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

const ClientSecret *Principal::secret(const SecretId &wanted) const
{
    const auto found = std::ranges::find(secrets, wanted, &ClientSecret::id);
    return found == secrets.end() ? nullptr : &*found;
}

const Subnet *VirtualNetwork::subnet(std::string_view wanted) const
{
    const auto found = std::ranges::find(subnets, wanted, &Subnet::name);
    return found == subnets.end() ? nullptr : &*found;
}

const PrivateEndpoint *Firewall::endpoint(const EndpointId &wanted) const
{
    const auto found = std::ranges::find(endpoints, wanted, &PrivateEndpoint::id);
    return found == endpoints.end() ? nullptr : &*found;
}

std::string_view lossText(AccessLoss::Kind kind)
{
    static constexpr std::string_view texts[] = {"", "refused", "unreachable", "expired"};
    return texts[static_cast<std::size_t>(kind)];
}

std::string_view tierText(Tier tier)
{
    static constexpr std::string_view texts[] = {"standard", "premium", "managed-hsm"};
    return texts[static_cast<std::size_t>(tier)];
}

std::string_view modelText(AccessModel model) { return model == AccessModel::Roles ? "roles" : "access policies"; }
std::string_view levelText(Lock::Level level) { return level == Lock::Level::ReadOnly ? "ReadOnly" : "CanNotDelete"; }

std::string_view accessText(Firewall::Access access)
{
    static constexpr std::string_view texts[] = {"", "all", "selected", "disabled"};
    return texts[static_cast<std::size_t>(access)];
}

std::string_view stateText(PrivateEndpoint::State state)
{
    static constexpr std::string_view texts[] = {"", "pending", "approved", "rejected", "disconnected"};
    return texts[static_cast<std::size_t>(state)];
}

std::string_view kindText(PrincipalKind kind)
{
    static constexpr std::string_view texts[] = {"",           "SystemAssigned", "UserAssigned", "Application",
                                                 "FirstParty", "Group"};
    return texts[static_cast<std::size_t>(kind)];
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

std::string_view kindText(const Job &job)
{
    return std::visit([](const auto &work) { return std::remove_cvref_t<decltype(work)>::name; }, job.work);
}

std::string keyUri(const Vault &vault, const Key &key, const VersionId *version)
{
    auto out = vault.uri() + "/keys/" + key.name.text();
    return version ? out + "/" + version->text() : out;
}

} // namespace keyward::estate
