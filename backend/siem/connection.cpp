// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/connection.h"

#include "backend/base/files.h"
#include "backend/siem/resolver.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

namespace keyward::siem {
namespace {

using Kind = estate::SiemOutage::Kind;
using Outcome = std::expected<void, LineFailure>;
constexpr Millis step = std::chrono::milliseconds(100);
constexpr Millis lastStep = std::chrono::milliseconds(10); ///< while the system ends a connection

std::unexpected<LineFailure> failed(Kind kind, std::string why)
{
    return std::unexpected(LineFailure{kind, std::move(why)});
}
std::unexpected<LineFailure> failed(Kind kind, const Sentence &why) { return failed(kind, why.text()); }
std::unexpected<LineFailure> failed(Kind kind, int error) { return failed(kind, std::string(std::strerror(error))); }

/// A connected socket that never waits longer than it may.
class Line
{
public:
    explicit Line(const Waiting &waiting) : m_waiting(waiting) {}

    Outcome open(const estate::HostPort &place)
    {
        const auto addresses = resolve(place, m_waiting.connect, m_waiting.goOn);
        if (!addresses) return failed(Kind::Unreachable, addresses.error());
        Outcome last = failed(Kind::Unreachable, said("it has no address"));
        for (const auto &address : *addresses) {
            last = connectTo(address);
            if (last) break;
        }
        return last;
    }

    Outcome send(ByteView bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(m_socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent >= 0) {
                bytes = bytes.subspan(static_cast<std::size_t>(sent));
            } else if (errno == EAGAIN) {
                KEYWARD_CHECK(wait(POLLOUT, m_waiting.silence, Kind::NotConfirmed));
            } else if (errno != EINTR) {
                return failed(Kind::NotConfirmed, errno);
            }
        }
        return {};
    }

    /// What came, at least one byte; nothing: the other side sends no more.
    std::expected<ByteView, LineFailure> receive()
    {
        for (;;) {
            const auto got = ::recv(m_socket.number(), m_buffer.data(), m_buffer.size(), 0);
            if (got >= 0) return ByteView(m_buffer).first(static_cast<std::size_t>(got));
            if (errno == EAGAIN) {
                KEYWARD_CHECK(wait(POLLIN, m_waiting.silence, Kind::NotConfirmed));
            } else if (errno != EINTR) {
                return failed(Kind::NotConfirmed, errno);
            }
        }
    }

    Outcome endInGoodOrder()
    {
        char peeked = 0;
        if (::recv(m_socket.number(), &peeked, 1, MSG_PEEK) == 0)
            return failed(Kind::NotConfirmed, said("it closed the connection before it was sent everything"));
        if (::shutdown(m_socket.number(), SHUT_WR) != 0) return failed(Kind::NotConfirmed, errno);
        for (;;) {
            const auto got = receive();
            if (!got) return std::unexpected(got.error());
            if (got->empty()) return closed();
        }
    }

private:
    Outcome connectTo(const SocketAddress &address)
    {
        m_socket = Descriptor(::socket(address.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        if (!m_socket.isOpen()) return failed(Kind::Unreachable, errno);
        const auto *place = reinterpret_cast<const sockaddr *>(&address.bytes);
        if (::connect(m_socket.number(), place, address.size) == 0) return {};
        if (errno != EINPROGRESS) return failed(Kind::Unreachable, errno);
        KEYWARD_CHECK(wait(POLLOUT, m_waiting.connect, Kind::Unreachable));
        const int error = pendingError();
        return error == 0 ? Outcome{} : failed(Kind::Unreachable, error);
    }

    Outcome wait(short events, Millis atMost, Kind kind) const
    {
        for (Millis waited{0}; waited < atMost; waited += step) {
            pollfd one{.fd = m_socket.number(), .events = events, .revents = 0};
            const int ready = ::poll(&one, 1, static_cast<int>(step.count()));
            if (ready > 0) return {};
            if (ready < 0 && errno != EINTR) return failed(kind, errno);
            if (!m_waiting.goOn()) return failed(kind, said("it was cancelled"));
        }
        return failed(kind, said("it did not answer in time"));
    }

    /// The receiver's end may have been on its way before it had read anything; then its system answers what came later
    /// with a reset. Once this side's socket is done, it is known which it was.
    Outcome closed() const
    {
        for (Millis waited{0}; waited < m_waiting.silence; waited += lastStep) {
            tcp_info info{};
            socklen_t size = sizeof info;
            if (::getsockopt(m_socket.number(), IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
                return failed(Kind::NotConfirmed, errno);
            if (info.tcpi_state == TCP_CLOSE) {
                const int error = pendingError();
                return error == 0 ? Outcome{} : failed(Kind::NotConfirmed, error);
            }
            if (!m_waiting.goOn()) return failed(Kind::NotConfirmed, said("it was cancelled"));
            ::poll(nullptr, 0, static_cast<int>(lastStep.count()));
        }
        return failed(Kind::NotConfirmed, said("it did not take the end of the connection in time"));
    }

    int pendingError() const
    {
        int error = 0;
        socklen_t size = sizeof error;
        return ::getsockopt(m_socket.number(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
    }

    const Waiting &m_waiting;
    Descriptor m_socket;
    std::array<std::uint8_t, 16 * 1024> m_buffer{};
};

/// TLS over a line.
class TlsLine
{
public:
    TlsLine(Line &line, crypto::TlsClient &tls) : m_line(line), m_tls(tls) {}

    /// Before anything was said, an end of the connection means that there is none.
    Outcome handshake()
    {
        return until([this] { return m_tls.handshake(); }, Kind::Unreachable);
    }
    Outcome put(ByteView bytes)
    {
        if (const auto taken = m_tls.put(bytes); !taken) return toldBy(taken.error(), Kind::NotConfirmed);
        return m_line.send(m_tls.toSend());
    }
    Outcome close()
    {
        return until([this] { return m_tls.close(); }, Kind::NotConfirmed);
    }

private:
    template <class Step> Outcome until(Step next, Kind kind)
    {
        for (;;) {
            const auto done = next();
            const auto sent = m_line.send(m_tls.toSend()); // an alert too, which says why
            if (!done) return toldBy(done.error(), kind);
            KEYWARD_CHECK(sent);
            if (*done) return {};
            const auto got = m_line.receive();
            if (!got) return failed(kind, got.error().why);
            if (got->empty())
                m_tls.lineEnded();
            else
                m_tls.received(*got);
        }
    }
    static Outcome toldBy(const crypto::TlsFailure &failure, Kind kind)
    {
        return failed(failure.untrusted ? Kind::NotTrusted : kind, failure.why);
    }

    Line &m_line;
    crypto::TlsClient &m_tls;
};

} // namespace

Outcome deliver(crypto::Context &, const estate::SiemTcp &to, ByteView bytes, const Waiting &waiting)
{
    Line line(waiting);
    KEYWARD_CHECK(line.open(to.at));
    KEYWARD_CHECK(line.send(bytes));
    return line.endInGoodOrder();
}

Outcome deliver(crypto::Context &context, const estate::SiemTls &to, ByteView bytes, const Waiting &waiting)
{
    const auto tls = crypto::TlsClient::create(context, {.name = to.name(), .trusted = to.trusted});
    if (!tls) return failed(Kind::NotTrusted, tls.error().why);
    Line line(waiting);
    KEYWARD_CHECK(line.open(to.at));
    TlsLine secured(line, **tls);
    KEYWARD_CHECK(secured.handshake());
    KEYWARD_CHECK(secured.put(bytes));
    return secured.close();
}

} // namespace keyward::siem
