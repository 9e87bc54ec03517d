// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is done with what is stored of bots, as lines; their grammar stands beside.

#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"

namespace keyward::ctl {

namespace {

void addSettings(Line &line, const std::map<std::string, std::optional<std::string>> &settings)
{
    for (const auto &[name, value] : settings) {
        if (value)
            line.option("--set", name + "=" + *value);
        else
            line.option("--unset", name);
    }
}

Line written(const engine::BotDeed &deed)
{
    using What = engine::BotDeed::What;
    const auto of = [&](const char *command) { return Line(command).word(deed.bot); };
    switch (deed.what) {
    case What::Configure: {
        auto line = of("bot configure");
        addSettings(line, deed.settings);
        return line;
    }
    case What::SetChannel: {
        auto line = of("bot channel add").option("--kind", deed.channel);
        addSettings(line, deed.settings);
        return deed.secret ? line.option("--secret-file", "/dev/stdin") : line;
    }
    case What::RemoveChannel: return of("bot channel remove").option("--kind", deed.channel);
    case What::SetEndpoint: {
        auto line = of("bot endpoint");
        if (deed.url.empty()) return line.flag("--none");
        line.option("--url", deed.url);
        return deed.file.empty() ? line : line.option("--ca", deed.file);
    }
    case What::Send: {
        auto line = of("bot send").option("--conversation", deed.conversation).option("--text", deed.text);
        line.option("--channel", deed.channel);
        return deed.file.empty() ? line : line.option("--attach", deed.file);
    }
    case What::GoOn: return Line("schedule run");
    }
    std::unreachable();
}

} // namespace

std::string KeywardctlLines::lineOf(const engine::BotDeed &deed) const { return written(deed).text(); }

} // namespace keyward::ctl
