// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/window_program.h"

#include "app/desk/process.h"

#include <BreezeIcons>

#include <QDir>

namespace keyward::app {

Result<std::unique_ptr<WindowProgram>> WindowProgram::create(QApplication &application, const Choices &choices)
{
    std::unique_ptr<WindowProgram> program(new WindowProgram);
    BreezeIcons::initIcons();
    KEYWARD_TRY(program->m_context, crypto::Context::create());
    program->m_theme = std::make_unique<ui::Theme>(application, choices.settingsFile);
    program->m_background = std::make_unique<models::Background>();
    auto owner = estate::Actor::owner("owner (" + userName() + ")");
    auto keystores = std::make_shared<LocalKeystores>(LocalKeystores::Parts{.context = program->m_context,
                                                                            .clock = program->m_clock,
                                                                            .stateFolder = choices.stateFolder,
                                                                            .kdf = choices.kdf,
                                                                            .schedulesEvery = std::chrono::minutes(1)});
    program->m_session = std::make_unique<models::Session>(
        models::Session::Parts{std::move(keystores), *program->m_background, program->m_clock, std::move(owner),
                               program->m_lines, choices.settingsFile, QDir::tempPath()});
    program->m_window = std::make_unique<ui::MainWindow>(*program->m_session, *program->m_theme, choices.settingsFile);
    program->m_watch = std::make_unique<DesktopWatch>(QDBusConnection::systemBus(), QDBusConnection::sessionBus());
    QObject::connect(program->m_watch.get(), &DesktopWatch::lockWanted, program->m_session.get(),
                     &models::Session::lockSoon);
    QObject::connect(program->m_watch.get(), &DesktopWatch::contrastWanted, program->m_theme.get(),
                     &ui::Theme::setSystemContrast);
    return program;
}

} // namespace keyward::app
