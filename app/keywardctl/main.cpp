// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/local_keystores.h"
#include "app/desk/process.h"
#include "app/keywardctl/run.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace keyward;
    app::prepareProcess();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto run = [&]() -> int {
        ctl::watchForInterrupts();
        const QCoreApplication application(argc, argv);
        const auto context = crypto::Context::create();
        if (!context) return ctl::Output(ctl::jsonAsked(arguments)).error(context.error());
        const SystemClock clock;
        app::LocalKeystores keystores({.context = *context, .clock = clock, .stateFolder = app::stateFolder()});
        return ctl::runLine(
            arguments,
            {.context = *context, .clock = clock, .owner = "owner (" + app::userName() + ")", .keystores = keystores});
    };
    const int status =
        app::guarded(run, [&](const Error &error) { return ctl::Output(ctl::jsonAsked(arguments)).error(error); });
    if (status == ctl::Output::endedByReader) app::endByBrokenPipe();
    return status;
}
