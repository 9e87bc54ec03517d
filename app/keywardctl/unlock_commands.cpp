// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keywardctl/commands.h"

#include "backend/base/paths.h"
#include "backend/reports/views.h"
#include "backend/service/agent.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace keyward::ctl {
namespace {

constexpr auto longestUnlock = std::chrono::hours(24);

/// Starts 'keywardctl agent' detached; the root key goes through a pipe, so that it is never in arguments or files.
Status startAgent(const std::filesystem::path &store, const crypto::SecretBytes &rootKey, std::chrono::seconds length)
{
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return fail(Code::Io, "agent", {std::strerror(errno)});
    const auto seconds = std::to_string(length.count());
    const pid_t child = ::fork();
    if (child == 0) {
        ::setsid();
        if (::fork() != 0) ::_exit(0);
        ::dup2(pipe[0], STDIN_FILENO);
        const int null = ::open("/dev/null", O_RDWR);
        ::dup2(null, STDOUT_FILENO);
        ::dup2(null, STDERR_FILENO);
        ::execl("/proc/self/exe", "keywardctl", "--store", store.c_str(), "agent", "--seconds", seconds.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(pipe[0]);
    const bool sent = child > 0 && ::write(pipe[1], rootKey.exposed().data(), rootKey.size()) == static_cast<ssize_t>(rootKey.size());
    ::close(pipe[1]);
    if (child > 0) ::waitpid(child, nullptr, 0);
    if (!sent) return fail(Code::Io, "agent", {"it could not be started"});
    for (int i = 0; i < 100; ++i) {
        if (service::askAgentForStatus(store)) return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return fail(Code::AgentRefused, store.string(), {"it did not start"});
}

Status unlock(Session &session, const std::string &length)
{
    KEYWARD_TRY(const auto duration, parseDuration(length));
    if (duration > longestUnlock) return fail(Code::ValueInvalid, length, {"time to stay unlocked", "at most 24h"});
    KEYWARD_TRY(const auto given, session.storePath());
    KEYWARD_TRY(const auto path, absolutePath(given));
    KEYWARD_CHECK(keystore::inspectFile(path));
    KEYWARD_TRY(const auto with, session.unlock(path, false));
    KEYWARD_TRY(const auto store, keystore::SqliteStore::open(session.environment(), path, with));
    KEYWARD_TRY(const auto root, store->rootKey());
    (void)service::askAgentToLock(path); // an earlier one would keep its own time
    KEYWARD_CHECK(startAgent(path, root, std::chrono::duration_cast<std::chrono::seconds>(duration)));
    session.out().line("Unlocked for " + humanDuration(duration) + ". It locks by itself then, when the machine sleeps, or with 'keywardctl lock'.");
    session.out().document(QJsonObject{{QLatin1String("unlocked"), true}, {QLatin1String("seconds"), static_cast<qint64>(duration.count() / 1000)}});
    return {};
}

Status lock(Session &session)
{
    KEYWARD_TRY(const auto given, session.storePath());
    KEYWARD_TRY(const auto path, absolutePath(given));
    const auto asked = service::askAgentToLock(path);
    const bool was = asked.has_value();
    session.out().line(was ? "Locked." : "It was locked already.");
    session.out().document(QJsonObject{{QLatin1String("wasUnlocked"), was}});
    return {};
}

void runSchedules(const std::filesystem::path &store)
{
    static pid_t running = 0; // one at a time
    if (running > 0 && ::waitpid(running, nullptr, WNOHANG) == 0) return;
    running = ::fork();
    if (running != 0) return;
    ::execl("/proc/self/exe", "keywardctl", "--store", store.c_str(), "schedule", "run", nullptr);
    ::_exit(127);
}

Status agent(Session &session, long long seconds)
{
    KEYWARD_TRY(const auto path, session.storePath());
    KEYWARD_TRY(auto key, crypto::SecretBytes::ofSize(32));
    std::size_t got = 0;
    while (got < key.size()) {
        const auto now = ::read(STDIN_FILENO, key.writable().data() + got, key.size() - got);
        if (now <= 0) return fail(Code::Usage, {}, {"The agent is started by 'keywardctl unlock'."});
        got += static_cast<std::size_t>(now);
    }
    const auto end = service::runAgent(service::agentSocket(path), std::move(key), std::chrono::seconds(seconds), [&] { runSchedules(path); });
    return end == service::AgentEnd::Failed ? fail(Code::AgentRefused, path.string(), {"its socket could not be made"}) : Status{};
}

Status acceptClock(Session &session)
{
    if (session.dryRun()) {
        KEYWARD_CHECK(session.desk().transform([](const Desk *) {})); // as it would be opened
        session.out().line("Would accept " + isoText(session.clock().now()) + " as the right time. Nothing was changed.");
        session.out().document(QJsonObject{{QLatin1String("dryRun"), true}});
        return {};
    }
    KEYWARD_TRY(auto *desk, session.acting());
    KEYWARD_CHECK(desk->engine().acceptClock(session.actor()));
    session.out().line("Accepted: it is " + isoText(session.clock().now()) + ".");
    session.out().document(QJsonObject{{QLatin1String("accepted"), reports::text(isoText(session.clock().now()))}});
    return {};
}

} // namespace

void addUnlockCommands(Commands &commands)
{
    auto length = options<std::string>("15m");
    auto *unlockApp = commands.act(nullptr, "unlock", "Keep the keystore unlocked for a while", "it starts an agent", [length](Session &s) { return unlock(s, *length); });
    unlockApp->add_option("--for", *length, "How long (default 15m, at most 24h)");
    unlockApp->footer("Example: keywardctl unlock --for 15m");
    commands.act(nullptr, "lock", "Lock it again", "it ends an agent", lock);
    auto seconds = options<long long>(0);
    auto *agentApp = commands.act(nullptr, "agent", "", "it is an agent", [seconds](Session &s) { return agent(s, *seconds); });
    agentApp->add_option("--seconds", *seconds)->required();
    agentApp->group(""); // not for people: started by unlock
    auto *clock = commands.group("clock", "Trust in the clock");
    commands.change(clock, "accept", "Vouch for the clock, so that what destroys data may go on", acceptClock);
}

} // namespace keyward::ctl
