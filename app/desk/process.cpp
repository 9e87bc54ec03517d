// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desk/process.h"

#include "backend/crypto/secret_bytes.h"

#include <QtLogging>

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <langinfo.h>
#include <new>
#include <pwd.h>
#include <string_view>
#include <sys/stat.h>
#include <typeinfo>
#include <unistd.h>

namespace keyward::app {
namespace {

/// The next file that is opened would take the number of a closed stream, and what is printed would go into it. Reading
/// from the closed input and writing to the closed output fail, as they would have; errors go nowhere.
void occupyStandardStreams()
{
    const int modes[] = {O_WRONLY, O_RDONLY, O_RDWR};
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream)
        if (::fcntl(stream, F_GETFD) == -1)
            (void)::open("/dev/null", modes[stream]); // the lowest free number: this one
}

void takeUtf8Locale()
{
    const bool known = std::setlocale(LC_ALL, "") != nullptr;
    if (known && std::string_view(::nl_langinfo(CODESET)) == "UTF-8") return;
    ::setenv("LC_ALL", "C.UTF-8", 1);
    std::setlocale(LC_ALL, "C.UTF-8");
}

Error internal(std::string what) { return {Code::Internal, {}, {std::move(what)}, {}}; }

} // namespace

void prepareProcess()
{
    ::umask(077);
    crypto::forbidCoreDumps();
    occupyStandardStreams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    takeUtf8Locale();
}

int guarded(const std::function<int()> &work, const std::function<int(const Error &)> &failed)
{
    try {
        return work();
    } catch (const std::filesystem::filesystem_error &error) {
        return failed(internal("'" + error.path1().string() + "': " + error.code().message()));
    } catch (const std::bad_alloc &) {
        return failed(internal("there is no memory left"));
    } catch (const std::exception &error) {
        return failed(internal(std::string("an exception that nobody expected (") + typeid(error).name() + ")"));
    } catch (...) {
        return failed(internal("an exception that nobody expected"));
    }
}

void silenceQt()
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
}

void endByBrokenPipe()
{
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
}

std::filesystem::path stateFolder()
{
    if (const char *state = std::getenv("XDG_STATE_HOME"); state && *state)
        return std::filesystem::path(state) / "keyward";
    const char *home = std::getenv("HOME");
    return std::filesystem::path(home && *home ? home : "/root") / ".local/state/keyward";
}

std::string userName()
{
    const auto *entry = ::getpwuid(::geteuid());
    return entry && entry->pw_name ? entry->pw_name : std::to_string(::geteuid());
}

} // namespace keyward::app
