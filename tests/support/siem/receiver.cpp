// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A receiver of syslog for tests, to be killed at any moment:
//
//   keyward_siem_receiver FOLDER PORT MANNERS [CERTIFICATE KEY]
//
// Listens on PORT of the loopback (0: one that the system picks) and writes the number of it into FOLDER/port. What
// comes over each connection goes into a file of its own, FOLDER/000001, …, and only then is taken from the socket, so
// that a receiver that is killed between the two has not acknowledged what it has not kept. MANNERS:
//   orderly    reads to the end, then closes (over TLS: answers close_notify)
//   reset      closes in the midst of what it was sent
//   early      closes at once, without a look
//   silent     reads to the end, and never closes
//   unanswered over TLS: reads to the end and closes without close_notify
//   old        knows no TLS later than 1.1

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <openssl/ssl.h>
#include <string>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

[[noreturn]] void giveUp(const char *what)
{
    std::perror(what);
    std::exit(1);
}

std::filesystem::path nextFile(const std::filesystem::path &folder)
{
    for (int number = 1;; ++number) {
        const auto digits = std::to_string(number);
        const auto file = folder / (std::string(6 - digits.size(), '0') + digits);
        if (!std::filesystem::exists(file)) return file;
    }
}

void keep(int file, const char *bytes, std::size_t size)
{
    if (::write(file, bytes, size) != static_cast<ssize_t>(size)) giveUp("write");
}

void resetConnection(int connection)
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

void plain(int connection, int file, const std::string &manners)
{
    char bytes[4096];
    for (;;) {
        const auto got = ::recv(connection, bytes, sizeof bytes, MSG_PEEK);
        if (got <= 0) return;
        keep(file, bytes, static_cast<std::size_t>(got));
        if (manners == "reset") return resetConnection(connection);
        if (::recv(connection, bytes, static_cast<std::size_t>(got), MSG_WAITALL) != got) return;
    }
}

void secured(SSL_CTX *settings, int connection, int file, const std::string &manners)
{
    SSL *session = ::SSL_new(settings);
    ::SSL_set_fd(session, connection);
    if (::SSL_accept(session) == 1) {
        char bytes[4096];
        int got = 0;
        while ((got = ::SSL_read(session, bytes, sizeof bytes)) > 0) {
            keep(file, bytes, static_cast<std::size_t>(got));
            if (manners == "reset") return resetConnection(connection);
        }
        const bool whole = ::SSL_get_error(session, got) == SSL_ERROR_ZERO_RETURN;
        if (whole && manners != "unanswered") ::SSL_shutdown(session);
    }
    ::SSL_free(session);
}

SSL_CTX *settingsOf(const char *certificate, const char *key, const std::string &manners)
{
    SSL_CTX *settings = ::SSL_CTX_new(::TLS_server_method());
    if (::SSL_CTX_use_certificate_chain_file(settings, certificate) != 1 ||
        ::SSL_CTX_use_PrivateKey_file(settings, key, SSL_FILETYPE_PEM) != 1)
        giveUp("certificate");
    if (manners == "old") {
        ::SSL_CTX_set_security_level(settings, 0);
        ::SSL_CTX_set_min_proto_version(settings, TLS1_VERSION);
        ::SSL_CTX_set_max_proto_version(settings, TLS1_1_VERSION);
    }
    return settings;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4 && argc != 6) return 2;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // it does not outlive the test
    const std::filesystem::path folder = argv[1];
    const std::string manners = argv[3];
    SSL_CTX *settings = argc == 6 ? settingsOf(argv[4], argv[5], manners) : nullptr;
    const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(argv[2])));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listening, reinterpret_cast<sockaddr *>(&address), size) != 0) giveUp("bind");
    if (::listen(listening, 8) != 0) giveUp("listen");
    if (::getsockname(listening, reinterpret_cast<sockaddr *>(&address), &size) != 0) giveUp("getsockname");
    std::ofstream(folder / "port.new") << ntohs(address.sin_port);
    std::filesystem::rename(folder / "port.new", folder / "port");
    for (;;) {
        const int connection = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) giveUp("accept");
        if (manners != "early") {
            const int file = ::open(nextFile(folder).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
            if (file < 0) giveUp("open");
            if (settings)
                secured(settings, connection, file, manners);
            else
                plain(connection, file, manners);
            ::close(file);
        }
        while (manners == "silent") ::pause();
        ::close(connection);
    }
}
