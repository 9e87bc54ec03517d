// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/crypto/tls_client.h"
#include "backend/estate/siem_receivers.h"

#include <functional>

namespace keyward::siem {

/// Why a receiver did not get what was sent.
struct LineFailure {
    Code code = Code::SiemUnreachable; ///< or SiemNotTrusted, SiemNotConfirmed
    std::string why;                   ///< a few words
};

/// With what waits for a receiver.
struct Waiting {
    Millis connect = std::chrono::seconds(10);
    Millis silence = std::chrono::seconds(30); ///< nothing comes or goes for so long
    std::function<bool()> goOn = {};           ///< asked about ten times a second; false ends it
};

/// Sends all of it over a connection of its own, and waits until the receiver has read it to its end: syslog has no
/// receipt, and what a system took may never reach the program behind it. Over TCP this side ends its half, and the
/// receiver's system answers with an end in good order only if the receiver closed after it read everything, with a
/// reset if not. Over TLS the receiver itself has to answer close_notify, which nobody can do for it.
std::expected<void, LineFailure> deliver(crypto::Context &context, const estate::SiemTcp &to, ByteView bytes,
                                         const Waiting &waiting);
std::expected<void, LineFailure> deliver(crypto::Context &context, const estate::SiemTls &to, ByteView bytes,
                                         const Waiting &waiting);

} // namespace keyward::siem
