// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/lines.h"

#include "app/keywardctl/line.h"
#include "backend/estate/describe.h"

namespace keyward::ctl {

namespace {

MaybeLine written(const estate::Estate &estate, const estate::Action &action)
{
    return std::visit([&]<class Command>(const Command &command) { return lineOf(Typed<Command>{estate, command}); },
                      action);
}

} // namespace

std::string KeywardctlLines::lineOf(const estate::Estate &estate, const estate::Action &action, bool overriding) const
{
    auto line = written(estate, action);
    if (!line) return {};
    return line->flag("--yes", !irreversible(estate, action).empty()).flag("--override", overriding).text();
}

std::string KeywardctlLines::lineOf(const estate::Estate &estate, const engine::KeyTask &task) const
{
    const auto line = std::visit([&](const auto &one) { return ctl::lineOf(estate, one); }, task);
    return line ? line->text() : std::string();
}

} // namespace keyward::ctl
