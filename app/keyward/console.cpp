// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/console.h"

#include "app/desk/desk.h"

#include <BreezeIcons>

#include <QDir>

namespace keyward::app {

Result<std::unique_ptr<Console>> Console::create(QApplication &application, const Choices &choices)
{
    std::unique_ptr<Console> console(new Console);
    BreezeIcons::initIcons();
    KEYWARD_TRY(console->m_context, crypto::Context::create());
    KEYWARD_TRY(const auto catalogue, loadCatalogue());
    console->m_theme = std::make_unique<ui::Theme>(application, choices.settingsFile);
    console->m_background = std::make_unique<models::Background>();
    auto owner = estate::Actor::owner("owner (" + userName() + ")");
    auto keystores = std::make_shared<LocalKeystores>(
        LocalKeystores::Parts{console->m_context, console->m_clock, catalogue, choices.stateFolder, choices.kdf});
    console->m_session = std::make_unique<models::Session>(
        models::Session::Parts{std::move(keystores), *console->m_background, console->m_clock, std::move(owner),
                               console->m_lines, choices.settingsFile, QDir::tempPath()});
    console->m_window = std::make_unique<ui::MainWindow>(*console->m_session, *console->m_theme, choices.settingsFile);
    return console;
}

} // namespace keyward::app
