// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/resolver.h"

#include "backend/base/owned.h"

#include <condition_variable>
#include <cstring>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <thread>

namespace keyward::siem {
namespace {

using Addresses = std::expected<std::vector<SocketAddress>, std::string>;

Addresses askSystem(const std::string &host, const std::string &port, int flags)
{
    addrinfo wanted{};
    wanted.ai_flags = flags | AI_NUMERICSERV;
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *raw = nullptr;
    if (const int error = ::getaddrinfo(host.c_str(), port.c_str(), &wanted, &raw); error != 0)
        return std::unexpected(std::string(::gai_strerror(error)));
    const std::unique_ptr<addrinfo, Freer<freeaddrinfo>> list(raw);
    std::vector<SocketAddress> out;
    for (const auto *one = list.get(); one; one = one->ai_next) {
        if (one->ai_addrlen > sizeof(sockaddr_storage)) continue;
        SocketAddress address{.size = one->ai_addrlen, .family = one->ai_family};
        std::memcpy(&address.bytes, one->ai_addr, one->ai_addrlen);
        out.push_back(address);
    }
    return out;
}

/// What the asking thread and the one that waits share; the last to hold it takes it down.
struct Question {
    std::mutex mutex;
    std::condition_variable answered;
    std::optional<Addresses> answer;
};

} // namespace

Addresses resolve(const estate::HostPort &place, Millis atMost, const std::function<bool()> &goOn)
{
    const auto port = std::to_string(place.port);
    if (auto numeric = askSystem(place.host, port, AI_NUMERICHOST)) return numeric;
    auto question = std::make_shared<Question>();
    std::thread([question, host = place.host, port] {
        auto answer = askSystem(host, port, AI_ADDRCONFIG);
        const std::lock_guard lock(question->mutex);
        question->answer = std::move(answer);
        question->answered.notify_one();
    }).detach();
    std::unique_lock lock(question->mutex);
    for (Millis waited{0}; !question->answer; waited += step) {
        if (waited >= atMost) return std::unexpected(said("its name could not be looked up in time").text());
        if (!goOn()) return std::unexpected(said("it was cancelled").text());
        question->answered.wait_for(lock, step);
    }
    return std::move(*question->answer);
}

} // namespace keyward::siem
