// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/navigation.h"

#include "models/thing.h"

namespace keyward::models {

namespace {

constexpr std::size_t mostPast = 50;

} // namespace

Navigation::Navigation(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_places = {{bladeFor({}, {}), {}}};
    connect(&workspace.feed(), &EstateFeed::moved, this, &Navigation::dropWhatIsGone);
}

QString Navigation::bladeFor(const Target &target, const QString &wanted) const
{
    const auto blades = bladesOf(m_workspace.estate(), target);
    for (const auto *blade : blades)
        if (blade->id == wanted) return wanted;
    return blades.empty() ? QString() : blades.front()->id;
}

void Navigation::set(std::vector<Place> places)
{
    if (places == m_places) return;
    m_past.push_back(std::exchange(m_places, std::move(places)));
    if (m_past.size() > mostPast) m_past.erase(m_past.begin());
    m_workspace.bookmarks().visited(m_places.back().target);
    Q_EMIT changed();
}

void Navigation::go(const Place &place) { set({place}); }

void Navigation::go(const Target &target, const QString &blade)
{
    if (exists(m_workspace.estate(), target)) set(placesOf(target, blade));
}

std::vector<Place> Navigation::placesOf(const Target &target, const QString &blade) const
{
    const auto own = bladeFor(target, blade);
    if (own.isEmpty()) { // a version, a policy, a tenant: shown where it belongs
        const auto parent = parentOf(m_workspace.estate(), target);
        return parent.scope == Scope::Estate ? std::vector{listOf(target)} : placesOf(parent, blade);
    }
    if (const auto *thing = thingOf(target.scope); thing && !thing->beside.isEmpty()) {
        const auto parent = parentOf(m_workspace.estate(), target);
        return {{bladeFor(parent, thing->beside), parent}, {own, target}};
    }
    return {{own, target}};
}

void Navigation::openBeside(int from, const Target &target, const QString &blade)
{
    if (!exists(m_workspace.estate(), target)) return;
    const auto own = bladeFor(target, blade);
    if (own.isEmpty()) return;
    std::vector<Place> next(m_places.begin(), m_places.begin() + from + 1);
    next.push_back({own, target});
    set(std::move(next));
}

void Navigation::switchBlade(int at, const QString &blade)
{
    auto next = m_places;
    next[static_cast<std::size_t>(at)].blade = blade;
    set(std::move(next));
}

void Navigation::close(int at)
{
    if (at <= 0) return go(listOf(root().target));
    set({m_places.begin(), m_places.begin() + at});
}

void Navigation::reopen(const std::vector<Place> &places)
{
    std::vector<Place> there;
    for (const auto &place : places) {
        if (!exists(m_workspace.estate(), place.target) || bladeFor(place.target, place.blade) != place.blade) break;
        there.push_back(place);
    }
    if (!there.empty()) set(std::move(there));
}

void Navigation::back()
{
    while (!m_past.empty()) {
        auto places = std::move(m_past.back());
        m_past.pop_back();
        if (!std::ranges::all_of(places,
                                 [&](const Place &place) { return exists(m_workspace.estate(), place.target); }))
            continue;
        m_places = std::move(places);
        Q_EMIT changed();
        return;
    }
}

/// The blade that lists things of this kind.
Place Navigation::listOf(const Target &target) const
{
    const auto *thing = thingOf(target.scope);
    return {bladeFor({}, thing ? thing->list : QString()), {}};
}

std::vector<Navigation::Crumb> Navigation::crumbs(int at) const
{
    std::vector<Crumb> out;
    const auto &place = m_places[static_cast<std::size_t>(at)];
    const auto titled = [](const Place &p) {
        const auto *blade = bladeById(p.blade);
        return blade ? blade->title : QString();
    };
    if (at > 0) {
        const auto &left = m_places[static_cast<std::size_t>(at) - 1];
        out.push_back({left.target.scope == Scope::Estate
                           ? titled(left)
                           : titleOf(m_workspace.estate(), left.target) + QStringLiteral(" \u203a ") + titled(left),
                       left});
    } else if (place.target.scope != Scope::Estate) {
        const auto list = listOf(place.target);
        out.push_back({titled(list), list});
        out.push_back({titleOf(m_workspace.estate(), place.target), {bladeFor(place.target, {}), place.target}});
    }
    return out;
}

void Navigation::dropWhatIsGone()
{
    const auto &estate = m_workspace.estate();
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (exists(estate, m_places[i].target)) continue;
        if (i == 0)
            m_places = {listOf(m_places[0].target)};
        else
            m_places.resize(i);
        Q_EMIT changed();
        return;
    }
}

} // namespace keyward::models
