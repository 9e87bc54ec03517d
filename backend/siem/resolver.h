// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/estate/siem_receivers.h"

#include <expected>
#include <functional>
#include <sys/socket.h>
#include <vector>

namespace keyward::siem {

/// How long it is waited before it is asked again whether to go on.
constexpr Millis step = std::chrono::milliseconds(100);

struct SocketAddress {
    sockaddr_storage bytes{};
    socklen_t size = 0;
    int family = 0;
};

/// The addresses of a host, in the order in which they are to be tried; or the system's words why there are none. The
/// system's resolver cannot be told to stop, so it runs by itself and is left alone where 'goOn' says no or the time is
/// over.
std::expected<std::vector<SocketAddress>, std::string> resolve(const estate::HostPort &place, Millis atMost,
                                                               const std::function<bool()> &goOn);

} // namespace keyward::siem
