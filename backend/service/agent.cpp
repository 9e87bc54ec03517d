// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/agent.h"

#include <QCryptographicHash>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <ctime>
#include <unistd.h>

namespace keyward::service {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

enum Request : char { GiveKey = 'k', Status_ = 's', Lock = 'l' };
constexpr int tick = 500;          // milliseconds
constexpr int answerTimeout = 2'000;

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { if (m_fd >= 0) ::close(m_fd); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

double secondsOf(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Grows only while the machine sleeps: boot time counts then, monotonic time does not.
double sleptSoFar() { return secondsOf(CLOCK_BOOTTIME) - secondsOf(CLOCK_MONOTONIC); }

bool addressOf(const fs::path &socket, sockaddr_un &address)
{
    address = {};
    address.sun_family = AF_UNIX;
    const auto path = socket.string();
    if (path.size() >= sizeof address.sun_path) return false;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return true;
}

bool sameUser(int peer)
{
    ucred who{};
    socklen_t size = sizeof who;
    return ::getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.uid == ::geteuid();
}

bool readable(int fd)
{
    pollfd wait{fd, POLLIN, 0};
    return ::poll(&wait, 1, answerTimeout) == 1;
}

int listenOn(const fs::path &socket)
{
    sockaddr_un address{};
    if (!addressOf(socket, address)) return -1;
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::unlink(socket.c_str());
    const auto oldMask = ::umask(0177);
    const bool bound = fd >= 0 && ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 && ::listen(fd, 8) == 0;
    ::umask(oldMask);
    if (!bound && fd >= 0) ::close(fd);
    return bound ? fd : -1;
}

int connectTo(const fs::path &store)
{
    sockaddr_un address{};
    if (!addressOf(agentSocket(store), address)) return -1;
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0) return fd;
    if (fd >= 0) ::close(fd);
    return -1;
}

/// Sends one request and fills the answer exactly.
Status ask(const fs::path &store, Request request, std::span<std::uint8_t> answer)
{
    const Descriptor peer(connectTo(store));
    if (peer.get() < 0) return fail(Code::AgentMissing, store.string());
    if (!sameUser(peer.get())) return fail(Code::AgentRefused, store.string(), {"it belongs to another user"});
    const char byte = request;
    std::size_t got = 0;
    bool ok = ::send(peer.get(), &byte, 1, MSG_NOSIGNAL) == 1;
    while (ok && got < answer.size()) {
        const auto now = readable(peer.get()) ? ::recv(peer.get(), answer.data() + got, answer.size() - got, 0) : -1;
        ok = now > 0;
        if (ok) got += static_cast<std::size_t>(now);
    }
    return ok ? Status{} : fail(Code::AgentRefused, store.string(), {"the connection ended"});
}

} // namespace

fs::path agentSocket(const fs::path &store)
{
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    fs::path folder = runtime && *runtime && ::access(runtime, W_OK) == 0 ? fs::path(runtime) / "keyward" : fs::path("/tmp") / ("keyward-" + std::to_string(::geteuid()));
    ::mkdir(folder.c_str(), 0700);
    std::error_code ignored;
    const auto path = fs::weakly_canonical(store, ignored).string();
    const auto digest = QCryptographicHash::hash(QByteArrayView(path.data(), static_cast<qsizetype>(path.size())), QCryptographicHash::Sha256);
    return folder / (digest.first(10).toHex().toStdString() + ".agent");
}

AgentEnd runAgent(const fs::path &socket, crypto::SecretBytes rootKey, seconds length, const std::function<void()> &everyMinute)
{
    struct stat info{};
    // A folder that somebody else made could swap the socket.
    if (::lstat(socket.parent_path().c_str(), &info) != 0 || info.st_uid != ::geteuid() || (info.st_mode & 077) != 0) return AgentEnd::Failed;
    const Descriptor listener(listenOn(socket));
    if (listener.get() < 0) return AgentEnd::Failed;
    const auto end = secondsOf(CLOCK_BOOTTIME) + static_cast<double>(length.count());
    const auto slept = sleptSoFar();
    auto lastMinute = secondsOf(CLOCK_MONOTONIC);
    auto why = AgentEnd::TimeOver;
    while (true) {
        if (secondsOf(CLOCK_BOOTTIME) >= end) break;
        if (sleptSoFar() - slept > 1.0) { why = AgentEnd::Suspended; break; }
        if (secondsOf(CLOCK_MONOTONIC) - lastMinute >= 60) {
            lastMinute = secondsOf(CLOCK_MONOTONIC);
            everyMinute();
        }
        pollfd wait{listener.get(), POLLIN, 0};
        if (::poll(&wait, 1, tick) != 1) continue;
        const Descriptor peer(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        char request = 0;
        if (peer.get() < 0 || !sameUser(peer.get()) || !readable(peer.get()) || ::recv(peer.get(), &request, 1, 0) != 1) continue;
        if (request == GiveKey) ::send(peer.get(), rootKey.exposed().data(), rootKey.size(), MSG_NOSIGNAL);
        const auto left = bigEndian(static_cast<std::uint64_t>(std::max(0.0, end - secondsOf(CLOCK_BOOTTIME))));
        if (request == Status_ || request == Lock) ::send(peer.get(), left.data(), left.size(), MSG_NOSIGNAL);
        if (request == Lock) { why = AgentEnd::Asked; break; }
    }
    ::unlink(socket.c_str());
    return why;
}

Result<crypto::SecretBytes> askAgentForKey(const fs::path &store)
{
    KEYWARD_TRY(auto key, crypto::SecretBytes::ofSize(32));
    KEYWARD_CHECK(ask(store, GiveKey, key.writable()));
    return key;
}

Result<AgentStatus> askAgentForStatus(const fs::path &store)
{
    std::array<std::uint8_t, 8> answer{};
    KEYWARD_CHECK(ask(store, Status_, answer));
    std::uint64_t left = 0;
    for (const auto byte : answer) left = left << 8 | byte;
    return AgentStatus{seconds(left)};
}

Status askAgentToLock(const fs::path &store)
{
    std::array<std::uint8_t, 8> answer{};
    return ask(store, Lock, answer);
}

} // namespace keyward::service
