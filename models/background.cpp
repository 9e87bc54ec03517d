// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/background.h"

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

} // namespace keyward::models
