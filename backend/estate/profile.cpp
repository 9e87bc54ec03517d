// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/estate/profile.h"

#include "backend/estate/profile_file.h"

#include <algorithm>

namespace keyward::estate {

std::string_view keySourceText(KeySource source)
{
    switch (source) {
    case KeySource::OwnKey: return "own-key";
    case KeySource::Store: return "own-store";
    case KeySource::None: return "no-data";
    case KeySource::ClientSide: break;
    }
    return "client-side";
}

std::string_view lossEventText(LossEvent event)
{
    switch (event) {
    case LossEvent::Disabled: return "disabled";
    case LossEvent::Deleted: return "deleted";
    case LossEvent::Expired: return "expired";
    case LossEvent::Unreachable: break;
    }
    return "unreachable";
}

std::string_view supportText(Support support)
{
    switch (support) {
    case Support::Yes: return "yes";
    case Support::No: return "no";
    case Support::NotApplicable: break;
    }
    return "not applicable";
}

LossEffect ServiceProfile::lossBy(LossEvent event) const
{
    const auto found = losses.find(event);
    return found == losses.end() ? LossEffect{.what = onLoss} : found->second;
}

bool ServiceProfile::goesByFirstParty() const
{
    return std::ranges::contains(identityKinds, PrincipalKind::FirstParty);
}

Result<std::shared_ptr<const Catalogue>> Catalogue::parse(ByteView profiles, ByteView platform)
{
    auto catalogue = std::make_shared<Catalogue>();
    KEYWARD_TRY(auto known, Platform::parse(platform));
    catalogue->m_platform = std::make_shared<const Platform>(std::move(known));
    auto file = shippedProfiles(profiles, *catalogue->m_platform);
    if (!file)
        return fail(Code::Internal, {}, {said("the service catalogue is malformed: {0}", sentence(file.error()))});
    for (auto &profile : file->profiles) {
        auto id = profile.id;
        catalogue->m_profiles.emplace(std::move(id), std::make_shared<const ServiceProfile>(std::move(profile)));
    }
    catalogue->m_services = std::move(file->services);
    return std::shared_ptr<const Catalogue>(std::move(catalogue));
}

std::shared_ptr<const Catalogue> Catalogue::with(std::shared_ptr<const ServiceProfile> own) const
{
    auto out = std::make_shared<Catalogue>(*this);
    auto id = own->id;
    out->m_own.insert_or_assign(std::move(id), std::move(own));
    return out;
}

std::shared_ptr<const Catalogue> Catalogue::without(std::string_view own) const
{
    auto out = std::make_shared<Catalogue>(*this);
    if (const auto found = out->m_own.find(own); found != out->m_own.end()) out->m_own.erase(found);
    return out;
}

const ServiceProfile *Catalogue::find(std::string_view id) const
{
    for (const auto *profiles : {&m_own, &m_profiles})
        if (const auto found = profiles->find(id); found != profiles->end()) return found->second.get();
    return nullptr;
}

std::vector<const ServiceProfile *> Catalogue::all() const
{
    std::map<std::string_view, const ServiceProfile *> out;
    for (const auto *profiles : {&m_own, &m_profiles})
        for (const auto &[id, profile] : *profiles) out.emplace(id, profile.get());
    std::vector<const ServiceProfile *> sorted;
    for (const auto &[id, profile] : out) sorted.push_back(profile);
    return sorted;
}

const ListedService *Catalogue::service(std::string_view id) const
{
    const auto found = std::ranges::find(m_services, id, &ListedService::id);
    return found == m_services.end() ? nullptr : &*found;
}

std::vector<const ListedService *> Catalogue::servicesOf(std::string_view profile) const
{
    std::vector<const ListedService *> out;
    for (const auto &one : m_services)
        if (std::ranges::contains(one.profiles, profile)) out.push_back(&one);
    return out;
}

} // namespace keyward::estate
