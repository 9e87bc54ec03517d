// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"
#include "app/keywardctl/run.h"

#include <atomic>
#include <csignal>

namespace keyward::ctl {
namespace {

std::atomic<bool> interruptSeen{false};

void onInterrupt(int) { interruptSeen = true; }

} // namespace

bool interrupted() { return interruptSeen; }

void watchForInterrupts()
{
    struct sigaction onSignal{};
    onSignal.sa_handler = onInterrupt;
    ::sigaction(SIGINT, &onSignal, nullptr);
    ::sigaction(SIGTERM, &onSignal, nullptr);
}

} // namespace keyward::ctl
