// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/background.h"

#include <algorithm>

namespace keyward::models {

Background::Background()
{
    m_lanes[static_cast<std::size_t>(Lane::Feed)].setMaxThreadCount(1);
    m_lanes[static_cast<std::size_t>(Lane::Store)].setMaxThreadCount(1);
    m_lanes[static_cast<std::size_t>(Lane::Jobs)].setMaxThreadCount(4);
    m_lanes[static_cast<std::size_t>(Lane::Waits)].setMaxThreadCount(16);
}

Background::~Background()
{
    for (auto &lane : m_lanes) lane.waitForDone();
}

bool Background::idle() const
{
    return std::ranges::all_of(std::array{Lane::Compute, Lane::Store, Lane::Jobs}, [this](Lane lane) {
        return m_lanes[static_cast<std::size_t>(lane)].activeThreadCount() == 0;
    });
}

} // namespace keyward::models
