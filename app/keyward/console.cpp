// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/console.h"

#include "app/desk/process.h"

#include <BreezeIcons>

#include <QDir>

namespace keyward::app {

Result<std::unique_ptr<Console>> Console::create(QApplication &application, const Choices &choices)
{
    std::unique_ptr<Console> console(new Console);
    BreezeIcons::initIcons();
    KEYWARD_TRY(console->m_context, crypto::Context::create());
    console->m_theme = std::make_unique<ui::Theme>(application, choices.settingsFile);
    console->m_background = std::make_unique<models::Background>();
    auto owner = estate::Actor::owner("owner (" + userName() + ")");
    auto keystores = std::make_shared<LocalKeystores>(
        LocalKeystores::Parts{.context = console->m_context,
                              .clock = console->m_clock,
                              .stateFolder = choices.stateFolder,
                              .kdf = choices.kdf,
                              .schedulesEvery = std::chrono::minutes(1)});
    console->m_session = std::make_unique<models::Session>(
        models::Session::Parts{std::move(keystores), *console->m_background, console->m_clock, std::move(owner),
                               console->m_lines, choices.settingsFile, QDir::tempPath()});
    console->m_window = std::make_unique<ui::MainWindow>(*console->m_session, *console->m_theme, choices.settingsFile);
    return console;
}

} // namespace keyward::app
