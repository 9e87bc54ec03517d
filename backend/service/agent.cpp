// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/agent.h"

#include "backend/base/system_error.h"

#include <QCryptographicHash>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace keyward::service {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

enum Request : char { GiveKey = 'k', Status_ = 's', Lock = 'l' };
constexpr int tick = 500;           // milliseconds
constexpr int requestTimeout = 500; // of a peer that connected and says nothing, while others wait
constexpr int answerTimeout = 4'000;

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0) ::close(m_fd);
    }
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

bool readable(int fd, int timeout)
{
    pollfd wait{fd, POLLIN, 0};
    return ::poll(&wait, 1, timeout) == 1;
}

Error unusable(const fs::path &folder, Sentence::Argument why)
{
    return {Code::RuntimeFolderUnusable, folder.string(), {std::move(why)}, {}};
}

/// A folder that somebody else made, or may write to, could swap the socket.
Status checkRuntimeFolder(const fs::path &folder, const struct stat &info)
{
    if (!S_ISDIR(info.st_mode)) return std::unexpected(unusable(folder, "it is not a folder"));
    if (info.st_uid != ::geteuid()) return std::unexpected(unusable(folder, "it belongs to another user"));
    if ((info.st_mode & 077) != 0) return std::unexpected(unusable(folder, "other users may look into it"));
    return {};
}

Result<int> listenOn(const fs::path &socket)
{
    sockaddr_un address{};
    if (!addressOf(socket, address))
        return std::unexpected(unusable(socket.parent_path(), "its path is too long for a socket"));
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::unlink(socket.c_str());
    const auto oldMask = ::umask(0177);
    const bool bound =
        fd >= 0 && ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 && ::listen(fd, 8) == 0;
    const auto why = errno;
    ::umask(oldMask);
    if (bound) return fd;
    if (fd >= 0) ::close(fd);
    return failWith(why, socket);
}

/// Without waiting: a queue of many that wait before us is an answer too.
Result<int> connectTo(const StorePath &store)
{
    KEYWARD_TRY(const auto socket, agentSocket(store));
    sockaddr_un address{};
    (void)addressOf(socket, address);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0) return fd;
    const auto why = errno;
    if (fd >= 0) ::close(fd);
    if (why == ENOENT || why == ECONNREFUSED) return fail(Code::AgentMissing, store.text());
    if (why == EAGAIN) return fail(Code::AgentBusy, store.text(), {"many others wait for it"});
    return fail(Code::AgentRefused, store.text(), {std::strerror(why)});
}

Error silent(int peer, const StorePath &store)
{
    ucred who{};
    socklen_t size = sizeof who;
    const bool known = ::getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0;
    return {Code::AgentBusy,
            store.text(),
            {"it is stopped or busy" + (known ? " (process " + std::to_string(who.pid) + ")" : std::string())},
            {}};
}

/// Sends one request and fills the answer exactly.
Status ask(const StorePath &store, Request request, std::span<std::uint8_t> answer)
{
    KEYWARD_TRY(const int fd, connectTo(store));
    const Descriptor peer(fd);
    if (!sameUser(peer.get())) return fail(Code::AgentRefused, store.text(), {"it belongs to another user"});
    const char byte = request;
    std::size_t got = 0;
    bool ok = ::send(peer.get(), &byte, 1, MSG_NOSIGNAL) == 1;
    while (ok && got < answer.size()) {
        if (!readable(peer.get(), answerTimeout)) return std::unexpected(silent(peer.get(), store));
        const auto now = ::recv(peer.get(), answer.data() + got, answer.size() - got, 0);
        ok = now > 0;
        if (ok) got += static_cast<std::size_t>(now);
    }
    return ok ? Status{} : fail(Code::AgentRefused, store.text(), {"the connection ended"});
}

} // namespace

Result<fs::path> agentSocket(const StorePath &store)
{
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    const fs::path folder = runtime && *runtime && ::access(runtime, W_OK) == 0
                                ? fs::path(runtime) / "keyward"
                                : fs::path("/tmp") / ("keyward-" + std::to_string(::geteuid()));
    const auto path = store.text();
    const auto digest = QCryptographicHash::hash(QByteArrayView(path.data(), static_cast<qsizetype>(path.size())),
                                                 QCryptographicHash::Sha256);
    const auto socket = folder / (digest.first(10).toHex().toStdString() + ".agent");
    sockaddr_un address{};
    if (!addressOf(socket, address)) return std::unexpected(unusable(folder, "its path is too long for a socket"));
    struct stat info{};
    if (::lstat(folder.c_str(), &info) == 0) KEYWARD_CHECK(checkRuntimeFolder(folder, info));
    return socket;
}

Status prepareRuntimeFolder(const fs::path &socket)
{
    const auto folder = socket.parent_path();
    struct stat info{};
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return std::unexpected(unusable(folder, said("it cannot be made: {0}", std::strerror(errno))));
    if (::lstat(folder.c_str(), &info) != 0) return std::unexpected(unusable(folder, std::strerror(errno)));
    return checkRuntimeFolder(folder, info);
}

Result<AgentEnd> runAgent(const fs::path &socket, crypto::SecretBytes rootKey, seconds length, const AgentHooks &hooks)
{
    KEYWARD_CHECK(prepareRuntimeFolder(socket));
    KEYWARD_TRY(const int fd, listenOn(socket));
    const Descriptor listener(fd);
    if (hooks.ready) hooks.ready();
    const auto end = secondsOf(CLOCK_BOOTTIME) + static_cast<double>(length.count());
    const auto slept = sleptSoFar();
    auto lastMinute = secondsOf(CLOCK_MONOTONIC);
    auto why = AgentEnd::TimeOver;
    while (true) {
        if (secondsOf(CLOCK_BOOTTIME) >= end) break;
        if (sleptSoFar() - slept > 1.0) {
            why = AgentEnd::Suspended;
            break;
        }
        if (secondsOf(CLOCK_MONOTONIC) - lastMinute >= 60) {
            lastMinute = secondsOf(CLOCK_MONOTONIC);
            if (hooks.everyMinute) hooks.everyMinute();
        }
        pollfd wait{listener.get(), POLLIN, 0};
        if (::poll(&wait, 1, tick) != 1) continue;
        const Descriptor peer(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        char request = 0;
        if (peer.get() < 0 || !sameUser(peer.get()) || !readable(peer.get(), requestTimeout) ||
            ::recv(peer.get(), &request, 1, 0) != 1)
            continue;
        if (request == GiveKey) ::send(peer.get(), rootKey.exposed().data(), rootKey.size(), MSG_NOSIGNAL);
        const auto left = bigEndian(static_cast<std::uint64_t>(std::max(0.0, end - secondsOf(CLOCK_BOOTTIME))));
        if (request == Status_ || request == Lock) ::send(peer.get(), left.data(), left.size(), MSG_NOSIGNAL);
        if (request == Lock) {
            why = AgentEnd::Asked;
            break;
        }
    }
    ::unlink(socket.c_str());
    return why;
}

Result<crypto::SecretBytes> askAgentForKey(const StorePath &store)
{
    KEYWARD_TRY(auto key, crypto::SecretBytes::ofSize(32));
    KEYWARD_CHECK(ask(store, GiveKey, key.writable()));
    return key;
}

Result<AgentStatus> askAgentForStatus(const StorePath &store)
{
    std::array<std::uint8_t, 8> answer{};
    KEYWARD_CHECK(ask(store, Status_, answer));
    std::uint64_t left = 0;
    for (const auto byte : answer) left = left << 8 | byte;
    return AgentStatus{seconds(left)};
}

Status askAgentToLock(const StorePath &store)
{
    std::array<std::uint8_t, 8> answer{};
    return ask(store, Lock, answer);
}

} // namespace keyward::service
