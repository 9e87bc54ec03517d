// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/services/bot_service.h"

#include <expected>

namespace keyward::protection {

/// https://HOST[:PORT][/PATH], with neither credentials nor a fragment. Code::ValueInvalid
Status checkEndpointUrl(const std::string &url);

struct EndpointRequest {
    std::string body;          ///< JSON
    std::string authorization; ///< a header's value; empty: none
};

/// What it does not answer at all, or not in 2xx: a few words.
using EndpointAnswer = std::expected<std::string, std::string>;

/// BOT-5, MOD-18: hands a message over in the clear within TLS 1.2 or later, to whoever proves to be the host; follows
/// no redirection, asks no proxy, keeps no cookies. Waits ten seconds for a connection and thirty for the answer, of
/// which a mebibyte at most is read. 'goOn' is asked about once a second; false ends it.
EndpointAnswer post(const engine::BotEndpoint &endpoint, const EndpointRequest &request,
                    const std::function<bool()> &goOn);

} // namespace keyward::protection
