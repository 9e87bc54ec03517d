// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/process.h"
#include "app/keyward/tour.h"
#include "app/keyward/window_program.h"
#include "models/language.h"

#include <CLI/CLI.hpp>

#include <QStandardPaths>

#include <clocale>
#include <iostream>

namespace {

using namespace keyward;

int show(QApplication &application, const std::string &settings)
{
    auto settingsFile = QString::fromStdString(settings);
    if (settingsFile.isEmpty())
        settingsFile =
            QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/window.ini");
    models::speak(models::chosenLanguage(settingsFile));
    auto program = app::WindowProgram::create(application, {settingsFile, app::stateFolder()});
    if (!program) {
        std::cerr << message(program.error()) << '\n';
        return 1;
    }
    (*program)->window().show();
    return QApplication::exec();
}

int run(int argc, char **argv)
{
    CLI::App line{"Keyward: a console for customer-managed keys."};
    line.name("keyward");
    line.set_version_flag("--version", "keyward " KEYWARD_VERSION);
    app::TourPlan plan;
    std::string settings, size;
    line.add_option("--tour", plan.output,
                    "Drive the window through the main job; leave screenshots, the restored folder, a report and a "
                    "transcript in this new folder");
    line.add_option("--folder", plan.folder, "With --tour: the folder to protect (default: the current one)");
    line.add_option("--size", size, "With --tour: the size of the window, as in 1280x800 (default 1440x900)");
    line.add_option("--settings", settings, "Where recent keystores and the window's looks are kept");
    bool check = false;
    line.add_flag("--check-display", check, "Show nothing; end with status 0 if a window could be shown");
    line.footer("Exit status of a tour: 0 everything was as it should be, 1 something was not, 2 wrong usage.");
    for (auto *option : line.get_options())
        if (option->get_items_expected_max() > 0)
            option->check(
                [](const std::string &value) { return value.empty() ? "an empty value means nothing here" : ""; });
    try {
        line.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (line.exit(error) != 0) return 2;
        return std::cout.flush() ? 0 : 1; // --help, --version
    }
    if (!size.empty()) {
        const auto wanted = app::tourSizeFrom(size);
        if (!wanted) {
            std::cerr << "'" << size << "' is not a size; write it as in 1280x800, at least 720x460.\n";
            return 2;
        }
        plan.size = *wanted;
    }
    if (!plan.output.empty()) app::setStage(plan);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("keyward"));
    QApplication::setDesktopFileName(QStringLiteral("keyward"));
    std::setlocale(LC_ALL, "C.UTF-8");
    std::setlocale(LC_NUMERIC, "C");
    if (check) return 0; // without a display the line above has ended the program
    if (!plan.output.empty()) return app::runTour(application, plan);
    return show(application, settings);
}

int failed(const Error &error)
{
    std::cerr << "keyward: " << message(error) << "\n  " << remedy(error) << '\n';
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    app::prepareProcess();
    return app::guarded([&] { return run(argc, argv); }, failed);
}
