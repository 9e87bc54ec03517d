// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/connection.h"

#include "backend/base/files.h"
#include "backend/siem/resolver.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <unistd.h>

namespace keyward::siem {
namespace {

using Outcome = std::expected<void, LineFailure>;
constexpr Millis lastStep = std::chrono::milliseconds(10); ///< while the system ends a connection

std::unexpected<LineFailure> failed(Code code, std::string why)
{
    return std::unexpected(LineFailure{code, std::move(why)});
}
std::unexpected<LineFailure> failed(Code code, const Sentence &why) { return failed(code, why.text()); }
std::unexpected<LineFailure> failed(Code code, int error) { return failed(code, std::string(std::strerror(error))); }

/// A connected socket that never waits longer than it may.
class Line
{
public:
    explicit Line(const Waiting &waiting) : m_waiting(waiting) {}

    Outcome open(const estate::HostPort &place)
    {
        const auto addresses = resolve(place, m_waiting.connect, m_waiting.goOn);
        if (!addresses) return failed(Code::SiemUnreachable, addresses.error());
        Outcome last = failed(Code::SiemUnreachable, said("it has no address"));
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
                KEYWARD_CHECK(wait(POLLOUT, m_waiting.silence, Code::SiemNotConfirmed));
            } else if (errno != EINTR) {
                return failed(Code::SiemNotConfirmed, errno);
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
                KEYWARD_CHECK(wait(POLLIN, m_waiting.silence, Code::SiemNotConfirmed));
            } else if (errno != EINTR) {
                return failed(Code::SiemNotConfirmed, errno);
            }
        }
    }

    Outcome endInGoodOrder()
    {
        char peeked = 0;
        if (::recv(m_socket.number(), &peeked, 1, MSG_PEEK) == 0)
            return failed(Code::SiemNotConfirmed, said("it closed the connection before it was sent everything"));
        if (::shutdown(m_socket.number(), SHUT_WR) != 0) return failed(Code::SiemNotConfirmed, errno);
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
        if (!m_socket.isOpen()) return failed(Code::SiemUnreachable, errno);
        const auto *place = reinterpret_cast<const sockaddr *>(&address.bytes);
        if (::connect(m_socket.number(), place, address.size) == 0) return {};
        if (errno != EINPROGRESS) return failed(Code::SiemUnreachable, errno);
        KEYWARD_CHECK(wait(POLLOUT, m_waiting.connect, Code::SiemUnreachable));
        const int error = pendingError();
        return error == 0 ? Outcome{} : failed(Code::SiemUnreachable, error);
    }

    Outcome wait(short events, Millis atMost, Code code) const
    {
        for (Millis waited{0}; waited < atMost; waited += step) {
            pollfd one{.fd = m_socket.number(), .events = events, .revents = 0};
            const int ready = ::poll(&one, 1, static_cast<int>(step.count()));
            if (ready > 0) return {};
            if (ready < 0 && errno != EINTR) return failed(code, errno);
            if (!m_waiting.goOn()) return failed(code, said("it was cancelled"));
        }
        return failed(code, said("it did not answer in time"));
    }

    /// The receiver's end may have been on its way before it had read anything; then its system answers what came later
    /// with a reset. Once this side's socket is done, it is known which it was.
    Outcome closed() const
    {
        for (Millis waited{0}; waited < m_waiting.silence; waited += lastStep) {
            tcp_info info{};
            socklen_t size = sizeof info;
            if (::getsockopt(m_socket.number(), IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
                return failed(Code::SiemNotConfirmed, errno);
            if (info.tcpi_state == TCP_CLOSE) {
                const int error = pendingError();
                return error == 0 ? Outcome{} : failed(Code::SiemNotConfirmed, error);
            }
            if (!m_waiting.goOn()) return failed(Code::SiemNotConfirmed, said("it was cancelled"));
            ::poll(nullptr, 0, static_cast<int>(lastStep.count()));
        }
        return failed(Code::SiemNotConfirmed, said("it did not take the end of the connection in time"));
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
        return until([this] { return m_tls.handshake(); }, Code::SiemUnreachable);
    }
    Outcome put(ByteView bytes)
    {
        if (const auto taken = m_tls.put(bytes); !taken) return toldBy(taken.error(), Code::SiemNotConfirmed);
        return m_line.send(m_tls.toSend());
    }
    Outcome close()
    {
        return until([this] { return m_tls.close(); }, Code::SiemNotConfirmed);
    }

private:
    template <class Step> Outcome until(Step next, Code code)
    {
        for (;;) {
            const auto done = next();
            const auto sent = m_line.send(m_tls.toSend()); // an alert too, which says why
            if (!done) return toldBy(done.error(), code);
            KEYWARD_CHECK(sent);
            if (*done) return {};
            const auto got = m_line.receive();
            if (!got) return failed(code, got.error().why);
            if (got->empty())
                m_tls.lineEnded();
            else
                m_tls.received(*got);
        }
    }
    static Outcome toldBy(const crypto::TlsFailure &failure, Code code)
    {
        return failed(failure.untrusted ? Code::SiemNotTrusted : code, failure.why);
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
    if (!tls) return failed(Code::SiemNotTrusted, tls.error().why);
    Line line(waiting);
    KEYWARD_CHECK(line.open(to.at));
    TlsLine secured(line, **tls);
    KEYWARD_CHECK(secured.handshake());
    KEYWARD_CHECK(secured.put(bytes));
    return secured.close();
}

} // namespace keyward::siem
