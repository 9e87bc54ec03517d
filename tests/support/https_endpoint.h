// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/openssl.h"

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <atomic>
#include <csignal>
#include <functional>
#include <mutex>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

/// The endpoint of a bot for tests: an HTTPS server on the loopback, in a thread of its own, which answers one request
/// for each connection.
namespace keyward::test {

class HttpsEndpoint
{
public:
    struct Request {
        QByteArray head; ///< the first line and the headers
        QByteArray body;
        QByteArray tls; ///< as "TLSv1.3"
    };
    using Answer = std::function<QByteArray(const Request &)>; ///< the whole response, from its first line on

    static QByteArray response(const QByteArray &body, const QByteArray &status = "200 OK")
    {
        return "HTTP/1.1 " + status +
               "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\nConnection: close\r\n\r\n" + body;
    }

    explicit HttpsEndpoint(Answer answer, int newestTls = 0) : m_answer(std::move(answer))
    {
        openssl(m_folder, "req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext "
                          "subjectAltName=DNS:localhost -keyout key.pem -out cert.pem");
        m_settings = ::SSL_CTX_new(::TLS_server_method());
        ::SSL_CTX_use_certificate_chain_file(m_settings, path("cert.pem").c_str());
        ::SSL_CTX_use_PrivateKey_file(m_settings, path("key.pem").c_str(), SSL_FILETYPE_PEM);
        if (newestTls != 0) {
            ::SSL_CTX_set_security_level(m_settings, 0);
            ::SSL_CTX_set_min_proto_version(m_settings, TLS1_VERSION);
            ::SSL_CTX_set_max_proto_version(m_settings, newestTls);
        }
        start();
    }
    ~HttpsEndpoint()
    {
        stop();
        ::SSL_CTX_free(m_settings);
    }

    /// On the port that it had before, if it had one.
    void start()
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        const bool bound = ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                           ::listen(m_socket, 8) == 0 &&
                           ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
        if (!bound) qFatal("the endpoint cannot listen");
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](const std::stop_token &token) { serve(token); });
    }
    void stop()
    {
        if (!m_thread.joinable()) return;
        m_thread.request_stop();
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }

    std::string url(const char *host = "localhost") const
    {
        return std::string("https://") + host + ":" + std::to_string(m_port) + "/api/messages";
    }
    std::string certificate() const
    {
        QFile file(QString::fromStdString(path("cert.pem")));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    QList<Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    std::string path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    void serve(const std::stop_token &token)
    {
        sigset_t pipe; // whoever it talks to may hang up
        ::sigemptyset(&pipe);
        ::sigaddset(&pipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
        while (!token.stop_requested()) {
            const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
            if (connection < 0) continue;
            SSL *session = ::SSL_new(m_settings);
            ::SSL_set_fd(session, connection);
            if (::SSL_accept(session) == 1) answerOne(session);
            ::SSL_free(session);
            ::close(connection);
        }
    }

    void answerOne(SSL *session)
    {
        Request request{.head = {}, .body = {}, .tls = ::SSL_get_version(session)};
        QByteArray all;
        char bytes[4096];
        qsizetype end = -1, wanted = 0;
        while (end < 0 || all.size() < end + 4 + wanted) {
            const int got = ::SSL_read(session, bytes, sizeof bytes);
            if (got <= 0) return;
            all.append(bytes, got);
            end = all.indexOf("\r\n\r\n");
            if (end < 0) continue;
            const auto at = all.toLower().indexOf("content-length:");
            wanted = at < 0 ? 0 : all.mid(at + 15, all.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        }
        request.head = all.left(end);
        request.body = all.mid(end + 4);
        const auto answer = m_answer(request);
        {
            const std::lock_guard lock(m_mutex);
            m_requests.append(request);
        }
        if (!answer.isEmpty()) ::SSL_write(session, answer.constData(), static_cast<int>(answer.size()));
        ::SSL_shutdown(session);
    }

    QTemporaryDir m_folder;
    Answer m_answer;
    SSL_CTX *m_settings = nullptr;
    int m_socket = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    QList<Request> m_requests;
    std::jthread m_thread;
};

} // namespace keyward::test
