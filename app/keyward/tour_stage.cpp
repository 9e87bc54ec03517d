// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/tour.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace keyward::app {

std::optional<TourSize> tourSizeFrom(const std::string &text)
{
    TourSize out;
    char rest = 0;
    const bool read = std::sscanf(text.c_str(), "%dx%d%c", &out.width, &out.height, &rest) == 2;
    const bool sensible = out.width >= 720 && out.height >= 460 && out.width <= 7680 && out.height <= 4320;
    return read && sensible ? std::optional(out) : std::nullopt;
}

void setStage(const TourPlan &plan)
{
    const char *platform = std::getenv("QT_QPA_PLATFORM");
    if (!platform || std::string_view(platform) != "offscreen") return;
    std::error_code failure;
    const auto folder = std::filesystem::absolute(plan.output, failure);
    if (failure || (std::filesystem::exists(folder, failure) && !std::filesystem::is_empty(folder, failure)))
        return; // refused later
    std::filesystem::create_directories(folder, failure);
    const auto file = folder / "screen.json";
    std::ofstream out(file);
    out << R"({"screens":[{"name":"tour","x":0,"y":0,"width":)" << plan.size.width << R"(,"height":)"
        << plan.size.height << R"(,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})" << '\n';
    out.close();
    if (out)
        ::setenv("QT_QPA_PLATFORM", ("offscreen:configfile=" + file.string()).c_str(),
                 1); // else it is as large as that platform has it
}

} // namespace keyward::app
