// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/command_lines.h"

#include "backend/estate/apply.h"

namespace keyward::engine {

using namespace estate;

std::string CommandLines::undoOf(const std::optional<Undo> &undo) const
{
    return undo ? lineOf(undo->estate, undo->action) : std::string();
}

std::vector<std::string> CommandLines::linesOf(const Estate &estate, const Plan &plan) const
{
    std::vector<std::string> out;
    auto then = estate;
    for (const auto &step : plan.steps) {
        out.push_back(step.action ? lineOf(then, *step.action) : std::string());
        if (step.action) then = afterwards(then, *step.action);
    }
    return out;
}

std::string CommandLines::staysLost(const Estate &before, const Impact::Effect &effect) const
{
    return estate::staysLost(effect, [&](const Action &fix) { return lineOf(before, fix); });
}

} // namespace keyward::engine
