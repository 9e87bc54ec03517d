// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/command_lines.h"

namespace keyward::ctl {

/// The lines of keywardctl, for the window and for keywardctl itself.
class KeywardctlLines final : public engine::CommandLines
{
public:
    using CommandLines::lineOf;
    std::string lineOf(const estate::Estate &estate, const estate::Action &action, bool overriding) const override;
    std::string lineOf(const estate::Estate &estate, const estate::Goal &goal, bool acknowledging) const override;
    std::string lineOf(const estate::Estate &estate, const estate::GuideGoal &goal,
                       const estate::Plan &plan) const override;
    std::string lineOf(const engine::ReportRequest &request) const override;
    std::string lineOf(const estate::Estate &estate, const engine::KeyTask &task) const override;
    std::string lineOf(const engine::StoreDeed &deed) const override;
    std::string lineOf(const engine::TrustDeed &deed) const override;
    std::string lineOf(const engine::BotDeed &deed) const override;
    std::string lineOf(const engine::StorageDeed &deed) const override;
    std::string lineOf(const engine::DiskDeed &deed) const override;
    std::string lineOf(const estate::Estate &estate, const engine::SecretDeed &deed) const override;
};

} // namespace keyward::ctl
