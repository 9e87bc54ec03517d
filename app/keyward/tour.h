// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>

#include <optional>
#include <string>

namespace keyward::app {

struct TourSize {
    int width = 1440, height = 900;
};
std::optional<TourSize> tourSizeFrom(const std::string &text); ///< 1280x800

struct TourPlan {
    std::string output; ///< a new folder for everything the tour leaves
    std::string folder; ///< what it protects
    TourSize size = {}; ///< of the screen and the window on it
};

/// Before there is an application: without a display, a screen of that size.
void setStage(const TourPlan &plan);

/// The main job by point and click: a keystore, a vault, a key, the guided enablement, a backup, a rotation, revocation
/// with its consequences, a refused restore, the repair, a restore compared byte for byte, a signed report. Only real
/// events on real widgets. Returns the exit status: 0 if everything was as it should be.
int runTour(QApplication &application, const TourPlan &plan);

} // namespace keyward::app
