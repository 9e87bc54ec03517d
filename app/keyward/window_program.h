// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desk/local_keystores.h"
#include "app/keyward/desktop_watch.h"
#include "app/keywardctl/lines.h"
#include "models/session.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>

namespace keyward::app {

/// The window with everything behind it, put together in one place.
class WindowProgram
{
public:
    struct Choices {
        QString settingsFile;
        std::filesystem::path stateFolder;
        std::optional<crypto::Argon2Parameters> kdf = {}; ///< of new keystores; none: what takes half a second here
    };
    static Result<std::unique_ptr<WindowProgram>> create(QApplication &application, const Choices &choices);
    ui::MainWindow &window() { return *m_window; }
    models::Session &session() { return *m_session; }
    ui::Theme &theme() { return *m_theme; }

private:
    WindowProgram() = default;
    crypto::ContextPtr m_context;
    SystemClock m_clock;
    ctl::KeywardctlLines m_lines;
    std::unique_ptr<models::Background> m_background;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<models::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<DesktopWatch> m_watch;
};

} // namespace keyward::app
