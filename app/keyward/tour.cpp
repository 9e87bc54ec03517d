// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyward/tour_guide.h"

#include <QScreen>

namespace keyward::app {

Steps Tour::run()
{
    say("The folder " + m_folder.string() + " is protected under a key of one's own, by point and click");
    for (auto chapter :
         {&Tour::makeKeystore, &Tour::makeVaultAndKey, &Tour::makeResource,     &Tour::enable,    &Tour::backUp,
          &Tour::rotate,       &Tour::revoke,          &Tour::repairAndRestore, &Tour::report,    &Tour::lookAround,
          &Tour::byRoles,      &Tour::lockAndUnlock,   &Tour::sample,           &Tour::databases, &Tour::loseAccess,
          &Tour::bot,          &Tour::botWithoutKey,   &Tour::storage,          &Tour::disk,      &Tour::regionOut}) {
        auto steps = (this->*chapter)();
        bool ended = false;
        steps.run([&ended] { ended = true; });
        co_await Until{[&ended] { return ended; }, QStringLiteral("a chapter to end"), 600'000};
        if (steps.failure()) std::rethrow_exception(steps.failure());
    }
    say("Everything was as it should be: " + std::to_string(m_camera.taken()) +
        " steps photographed in light and in dark");
}

int runTour(QApplication &application, const TourPlan &plan)
{
    std::error_code ignored;
    const auto staged = fs::path(plan.output) / "screen.json"; // set up before this
    const bool onlyStage =
        fs::exists(staged, ignored) && std::distance(fs::directory_iterator(plan.output, ignored), {}) == 1;
    if (!onlyStage && fs::exists(plan.output) && !fs::is_empty(plan.output, ignored)) {
        std::cerr << "The folder " << plan.output << " is not empty; name a new one.\n";
        return 2;
    }
    if (!plan.folder.empty() && !fs::is_directory(plan.folder)) {
        std::cerr << "There is no folder " << plan.folder << ".\n";
        return 2;
    }
    fs::create_directories(fs::path(plan.output) / "screenshots");
    const auto output = fs::absolute(plan.output);
    auto program = WindowProgram::create(application,
                                         {QString::fromStdString((output / "window.ini").string()), output / "state"});
    if (!program) {
        std::cerr << message(program.error()) << '\n';
        return 1;
    }
    (*program)->window().resize(
        QSize(plan.size.width, plan.size.height).boundedTo((*program)->window().screen()->availableGeometry().size()));
    (*program)->window().show();
    Tour tour(**program, plan);
    auto steps = tour.run();
    int status = 1;
    QTimer::singleShot(0, &application, [&] {
        steps.run([&] {
            if (!steps.failure())
                status = 0;
            else {
                try {
                    std::rethrow_exception(steps.failure());
                } catch (const std::exception &error) {
                    tour.fail(error.what());
                }
            }
            QCoreApplication::quit();
        });
    });
    QApplication::exec();
    return status;
}

} // namespace keyward::app
