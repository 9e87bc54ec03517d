// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme.h"

#include <QWidget>

#include <filesystem>

namespace keyward::app {

/// Takes pictures of the window with whatever stands in front of it, each in light and in dark.
class Camera
{
public:
    Camera(QWidget &window, ui::Theme &theme, std::filesystem::path folder)
        : m_window(window), m_theme(theme), m_folder(std::move(folder))
    {}
    void shoot(const std::string &name); ///< NN-name-light.png and NN-name-dark.png
    int taken() const { return m_number; }

private:
    QImage picture() const;

    QWidget &m_window;
    ui::Theme &m_theme;
    std::filesystem::path m_folder;
    int m_number = 0;
};

} // namespace keyward::app
